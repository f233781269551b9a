//! Whatever is earned, redeemed, cancelled, used and corrected, in any order and with a clock that is set back and forth:
//! nothing is spent that is not there.

use carbon_points::domain::date::Date;
use carbon_points::domain::ledger::{Entry, FIRST_PERSON, Ledger, Posting, Refused as NotPosted};
use carbon_points::domain::rewards::{Refused, Status, redeem, status};
use carbon_points::domain::rulebook::Rulebook;
use proptest::prelude::*;

use super::{ledger_of, rules_of};
use crate::account::{entry, trip};
use crate::support::day;

#[derive(Clone, Debug)]
enum Act {
    /// A ride of so many kilometres so many days ago.
    Earn(u8, u8),
    /// One of the rewards.
    Redeem(u8),
    /// One of the redemptions is cancelled, or used.
    Cancel(u8),
    Use(u8),
    /// One of the rides did not happen.
    Correct(u8),
    /// The clock goes on, or back.
    Days(i8),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        5 => (0..10_u8, 1..100_u8).prop_map(|(ago, km)| Act::Earn(ago, km)),
        4 => any::<u8>().prop_map(Act::Redeem),
        2 => any::<u8>().prop_map(Act::Cancel),
        1 => any::<u8>().prop_map(Act::Use),
        1 => any::<u8>().prop_map(Act::Correct),
        2 => prop_oneof![1..40_i8, -10..0_i8, Just(120)].prop_map(Act::Days),
    ]
}

const REWARDS: [&str; 4] = ["jingkelong_coupon", "solana_coupon", "appliance_subsidy", "tree_donation"];

/// A page that does what it is told as far as its checks allow.
struct Page {
    rules: Rulebook,
    ledger: Ledger,
    today: Date,
    rides: Vec<String>,
    redemptions: Vec<String>,
}

impl Page {
    fn balance(&self) -> i64 {
        self.ledger.account(FIRST_PERSON).balance(self.today)
    }

    fn owed(&self) -> i64 {
        self.ledger.account(FIRST_PERSON).owed()
    }

    fn post(&mut self, id: &str, posting: Posting) -> Result<(), NotPosted> {
        self.ledger.post(Entry { id: id.to_owned(), recorded_at: 0, posting })
    }

    fn redeem(&mut self, id: &str, reward: &str) -> Result<(), TestCaseError> {
        let (before, owed) = (self.balance(), self.owed());
        match redeem(&self.ledger, &self.rules, (FIRST_PERSON, reward), String::new(), self.today) {
            Ok(redemption) => {
                let cost = redemption.cost;
                self.post(id, Posting::Redemption(Box::new(redemption))).expect("posted");
                self.redemptions.push(id.to_owned());
                prop_assert!(before >= cost);
                prop_assert_eq!(self.balance(), before - cost, "exactly its cost is gone");
                prop_assert_eq!(self.owed(), owed, "and nothing is owed for it");
            }
            Err(Refused::Missing(missing)) => prop_assert!(missing > 0),
            Err(refused) => prop_assert!(matches!(refused, Refused::NotBefore(_) | Refused::Until(_))),
        }
        Ok(())
    }

    /// What the page asks before it lets a voucher be used or cancelled.
    fn end(&mut self, id: &str, of: &str, cancelled: bool) -> Result<(), TestCaseError> {
        let redemption = self.ledger.entry(of).and_then(|entry| entry.redemption()).expect("a redemption").clone();
        let open = status(&self.ledger, of, &redemption, self.today) == Status::Open;
        if !open {
            return Ok(());
        }
        let before = self.balance();
        let of = of.to_owned();
        let posting = if cancelled { Posting::Reversal { of } } else { Posting::Use { of } };
        self.post(id, posting).expect("posted");
        let most = if cancelled { before + redemption.cost } else { before };
        prop_assert!((before..=most).contains(&self.balance()), "at most its cost comes back");
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_spent_that_is_not_there(acts in prop::collection::vec(act(), 1..60)) {
        let mut page = Page {
            rules: rules_of("chaoyang"),
            ledger: ledger_of("chaoyang"),
            today: day("2026-12-10"),
            rides: Vec::new(),
            redemptions: Vec::new(),
        };
        for (place, act) in acts.iter().enumerate() {
            let id = format!("a{place}");
            let one_of = |ids: &[String], which: u8| ids.get(usize::from(which) % ids.len().max(1)).cloned();
            match act {
                Act::Earn(ago, km) => {
                    let date = page.today.plus_days(-i32::from(*ago)).to_string();
                    let at = i64::try_from(place).expect("few") * 7_200_000;
                    let (activity, worth) = crate::support::assessed(
                        &trip(&date, &[("rail", &km.to_string())], "verified"),
                        day("2099-12-31"),
                    );
                    let mut ride = entry(&id, at, &trip("2026-11-20", &[("rail", "1")], "verified"));
                    if let Posting::Activity(posted) = &mut ride.posting {
                        (posted.activity, posted.totals) = (activity, worth.totals);
                    }
                    page.ledger.post(ride).expect("posted");
                    page.rides.push(id);
                }
                Act::Redeem(which) => page.redeem(&id, REWARDS[usize::from(*which) % REWARDS.len()])?,
                Act::Cancel(which) | Act::Use(which) => {
                    if let Some(of) = one_of(&page.redemptions, *which) {
                        page.end(&id, &of, matches!(act, Act::Cancel(_)))?;
                    }
                }
                Act::Correct(which) => {
                    if let Some(of) = one_of(&page.rides, *which) {
                        // A ride that was reversed already stays so.
                        let _ = page.post(&id, Posting::Reversal { of });
                    }
                }
                Act::Days(days) => page.today = page.today.plus_days(i32::from(*days)),
            }
            prop_assert!(page.balance() >= 0);
        }
        let account = page.ledger.account(FIRST_PERSON);
        let (earned, spent, left) = (account.all_time().points, account.spent(), page.balance());
        prop_assert!(spent - account.owed() + left <= earned, "no point is spent twice");
        if acts.iter().all(|act| !matches!(act, Act::Correct(_))) {
            prop_assert!(spent <= earned, "without corrections everything spent was earned");
            prop_assert_eq!(account.owed(), 0);
        }
    }
}

//! The last line of a ledger: what counts on a day, what was withheld and by which cap, merchants' bonuses, and what has
//! expired.

use std::collections::BTreeMap;

use crate::domain::assessment::Totals;
use crate::domain::date::Date;
use crate::domain::ledger::{Member, Standing, account};
use crate::domain::rulebook::Rulebook;
use serde::Serialize;

use super::account::{Book, Line};

/// The last line. Of a household it has everybody's together, and then each person's.
#[derive(Serialize)]
pub(crate) struct Close {
    #[serde(flatten)]
    account: Account,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    people: Vec<Account>,
}

#[derive(Serialize, Default)]
struct Account {
    #[serde(flatten)]
    holder: Option<Holder>,
    totals: TotalsLine,
    withheld: Vec<Withheld>,
    bonuses: Vec<Bonus>,
    /// Points that are not valid any more; not among the totals.
    expired: i64,
    /// Points spent on rewards, if any were; not among the totals.
    #[serde(skip_serializing_if = "is_zero")]
    spent: i64,
    /// Points spent that later corrections took away, if there are any.
    #[serde(skip_serializing_if = "is_zero")]
    owed: i64,
    /// The day on which the totals hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<Date>,
}

#[derive(Serialize, Clone)]
struct Holder {
    person: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
}

#[derive(Serialize, Default, Clone)]
struct TotalsLine {
    carbon_mg: i64,
    voc_mg: i64,
    nox_mg: i64,
    upe: i64,
    /// Points that are valid on the day.
    points: i64,
}

#[derive(Serialize, Clone)]
struct Withheld {
    /// Whose points, in a household.
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<String>,
    id: Option<String>,
    line: u64,
    points: i64,
    cap: String,
    /// Whose bonus it is held back from; left out where it is the act's own points.
    #[serde(skip_serializing_if = "Option::is_none")]
    merchant: Option<String>,
}

#[derive(Serialize, Clone)]
struct Bonus {
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<String>,
    id: Option<String>,
    line: u64,
    merchant: String,
    /// What was credited of it.
    points: i64,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
fn is_zero(points: &i64) -> bool {
    *points == 0
}

/// The last line: everybody's, or that of one person.
pub(crate) fn close(book: &Book, today: Date, person: Option<&str>) -> Close {
    let members = book.ledger.members();
    let places: Places<'_> = book.lines.iter().map(|line| (line.entry.as_str(), line)).collect();
    let book = (book, &places);
    let one = |member: &Member| account(book, member, today, false);
    if let Some(found) = members.iter().find(|member| Some(member.person.as_str()) == person) {
        let holder = Some(holder(found));
        return Close { account: Account { holder, as_of: Some(today), ..one(found) }, people: Vec::new() };
    }
    if let [only] = members.as_slice() {
        return Close { account: Account { as_of: Some(today), ..one(only) }, people: Vec::new() };
    }
    let mut all = Account { as_of: Some(today), ..Account::default() };
    let mut people = Vec::new();
    for member in &members {
        all.add(account(book, member, today, true));
        people.push(Account { holder: Some(holder(member)), ..one(member) });
    }
    all.withheld.sort_by_key(|one| one.line);
    all.bonuses.sort_by_key(|one| one.line);
    Close { account: all, people }
}

fn holder(member: &Member) -> Holder {
    Holder { person: member.person.clone(), name: member.name.clone() }
}

/// The lines by their ids in the ledger.
type Places<'b> = BTreeMap<&'b str, &'b Line>;

/// One person's account; with `named` each of its lines says whose it is.
fn account((book, places): (&Book, &Places<'_>), member: &Member, today: Date, named: bool) -> Account {
    let account = book.ledger.account(&member.person);
    let all = account.all_time();
    let mut found = Account {
        totals: TotalsLine { points: account.balance(today), ..TotalsLine::from(all) },
        expired: account.expired(today),
        spent: account.spent(),
        owed: account.owed(),
        ..Account::default()
    };
    let Some(rulebook) = book.ledger.policy().rulebook() else { return found };
    for (id, standing) in account.standings() {
        if let Some(line) = places.get(id) {
            limits(line, standing, rulebook, named.then_some(&member.person), &mut found);
        }
    }
    // As the file has them, and not as they count.
    found.withheld.sort_by_key(|one| one.line);
    found.bonuses.sort_by_key(|one| one.line);
    found
}

/// What limits withheld of a line, and the bonus it has, in one person's account.
fn limits(line: &Line, standing: &Standing, rulebook: &Rulebook, named: Option<&String>, found: &mut Account) {
    let held = |one: &account::Withheld, merchant: Option<&str>| Withheld {
        person: named.cloned(),
        id: line.id.clone(),
        line: line.number,
        points: one.points,
        cap: one.limit.id(rulebook).to_owned(),
        merchant: merchant.map(str::to_owned),
    };
    found.withheld.extend(standing.withheld.iter().map(|one| held(one, None)));
    if let Some(bonus) = &standing.bonus {
        let (person, id, merchant) = (named.cloned(), line.id.clone(), bonus.merchant.clone());
        found.bonuses.push(Bonus { person, id, line: line.number, merchant, points: bonus.credited });
        found.withheld.extend(bonus.withheld.iter().map(|one| held(one, Some(&bonus.merchant))));
    }
}

impl Account {
    fn add(&mut self, other: Self) {
        let (sum, part) = (&mut self.totals, other.totals);
        sum.carbon_mg += part.carbon_mg;
        sum.voc_mg += part.voc_mg;
        sum.nox_mg += part.nox_mg;
        sum.upe += part.upe;
        sum.points += part.points;
        self.withheld.extend(other.withheld);
        self.bonuses.extend(other.bonuses);
        self.expired += other.expired;
        self.spent += other.spent;
        self.owed += other.owed;
    }
}

impl From<Totals> for TotalsLine {
    fn from(all: Totals) -> Self {
        Self {
            carbon_mg: all.carbon_mg,
            voc_mg: all.air.voc_mg,
            nox_mg: all.air.nox_mg,
            upe: all.air.upe,
            points: all.points,
        }
    }
}

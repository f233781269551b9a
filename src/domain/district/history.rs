//! One version of a district's rules against the version before: what is past stays as it was.
//!
//! A file alone cannot show this, because a later version repeats the values of the earlier ones, so that an act of last
//! month that is recorded today still counts as it did last month.

use super::{District, DistrictFault, Merchant};
use crate::domain::date::Date;
use crate::domain::exact::Exact;
use crate::domain::rulebook::{EverydayAction, Fault, FaultKind, Parameter, Rulebook};

impl Rulebook {
    /// Where these rules with a district say something else about a day before their publication than an earlier
    /// version of the same district's rules on the same base does; empty if nowhere.
    ///
    /// Looked at are the numbers, the everyday actions and the merchants. Rewards are not: what was bought is kept by
    /// the account.
    pub fn rewritten_since(&self, previous: &Self) -> Vec<Fault> {
        let (Some(district), Some(before)) = (&self.district, &previous.district) else {
            return Vec::new();
        };
        let mut comparison =
            Comparison { now: self, before: previous, published: district.published, faults: Vec::new() };
        comparison.head(district, before);
        comparison.numbers();
        comparison.actions();
        comparison.merchants(district, before);
        comparison.issuers(district, before);
        comparison.faults
    }
}

struct Comparison<'r> {
    now: &'r Rulebook,
    before: &'r Rulebook,
    published: Date,
    faults: Vec<Fault>,
}

impl Comparison<'_> {
    fn rewritten(&mut self, path: String, on: Date) {
        let kind = FaultKind::District(DistrictFault::Rewritten { on, published: self.published });
        self.faults.push(Fault { path, kind });
    }

    fn head(&mut self, now: &District, before: &District) {
        if now.published <= before.published {
            let kind = FaultKind::DatesNotAscending { previous: before.published, given: now.published };
            self.faults.push(Fault { path: "published".to_owned(), kind });
        }
        if now.first_published != before.first_published {
            self.rewritten("first_published".to_owned(), now.first_published.min(before.first_published));
        }
    }

    /// On each past day, each number of one version is that of the other.
    fn numbers(&mut self) {
        let (now, before) = (self.now, self.before);
        let gone = before.parameters.iter().filter(|parameter| now.find(&parameter.id).is_none());
        for parameter in now.parameters.iter().chain(gone) {
            let [here, there] = [now, before].map(|rules| rules.parameters.get(rules.find(&parameter.id)?));
            let amounts = |day| [here, there].map(|parameter| amount_on(parameter?, day));
            let mut days: Vec<Date> =
                [here, there].into_iter().flatten().flat_map(|found| &found.values).map(|value| value.from).collect();
            days.sort_unstable();
            let rewritten = days.into_iter().filter(|day| *day < self.published).find(|day| {
                let [here, there] = amounts(*day);
                here != there
            });
            if let Some(on) = rewritten {
                self.rewritten(format!("parameters({})", parameter.id), on);
            }
        }
    }

    /// The same actions come to the same numbers; an action that is gone would leave what was recorded unexplained.
    fn actions(&mut self) {
        let numbers = |rules: &Rulebook, action: &EverydayAction| {
            let ids = [action.carbon, action.award].map(|index| Some(rules.parameters.get(index?)?.id.clone()));
            (action.counted_by, ids)
        };
        let (now, before) = (self.now, self.before);
        for action in &before.actions {
            let here = now.action(&action.id).map(|here| numbers(now, here));
            if here != Some(numbers(before, action)) {
                let first = before.district.as_ref().map_or(self.published, |district| district.first_published);
                self.rewritten(format!("actions({})", action.id), first);
            }
        }
    }

    /// A merchant of the past is still there, with the same terms for days that are past.
    fn merchants(&mut self, now: &District, before: &District) {
        let yesterday = self.published.plus_days(-1);
        let terms = |rules: &Rulebook, merchant: &Merchant| {
            let numbers =
                [merchant.bonus, merchant.daily_most].map(|index| Some(rules.parameters.get(index)?.id.clone()));
            let until = merchant.until.map_or(yesterday, |until| until.min(yesterday));
            (merchant.kinds.clone(), numbers, merchant.from, until)
        };
        let past = |merchant: &&Merchant| merchant.from < self.published;
        let mut rewritten = Vec::new();
        for merchant in before.merchants.iter().filter(past) {
            let here = now.merchant(&merchant.id).map(|here| terms(self.now, here));
            if here != Some(terms(self.before, merchant)) {
                rewritten.push(merchant);
            }
        }
        rewritten.extend(now.merchants.iter().filter(past).filter(|merchant| before.merchant(&merchant.id).is_none()));
        for merchant in rewritten {
            self.rewritten(format!("merchants({})", merchant.id), merchant.from);
        }
    }
}

impl Comparison<'_> {
    /// An issuer of the past is still there, with the key that its receipts were signed with: they are checked again.
    fn issuers(&mut self, now: &District, before: &District) {
        let published = self.published;
        for issuer in before.issuers.iter().filter(|issuer| issuer.valid_from < published) {
            let here = now.issuer(&issuer.id);
            if here.is_none_or(|here| {
                (here.public_key, here.valid_from, &here.kinds) != (issuer.public_key, issuer.valid_from, &issuer.kinds)
            }) {
                self.rewritten(format!("issuers({})", issuer.id), issuer.valid_from);
            }
        }
    }
}

fn amount_on(parameter: &Parameter, day: Date) -> Option<Exact> {
    parameter.values.iter().rfind(|value| value.from <= day).map(|value| value.amount.exact())
}

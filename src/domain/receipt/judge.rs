//! Whether a receipt is taken.

use super::used::Used;
use super::{Receipt, Refusal, Statement};
use crate::domain::activity::{Activity, Evidence};
use crate::domain::date::Date;
use crate::domain::district::Issuer;
use crate::domain::handover::Fault;
use crate::domain::intake;
use crate::domain::ledger::{Entry, Posted};
use crate::domain::rulebook::Rulebook;

/// How much later than now a receipt may have been issued: the issuer's clock may be ahead.
const AHEAD_MS: i64 = 600_000;

/// When and where a receipt is taken.
#[derive(Clone, Copy, Debug)]
pub struct Taking<'t> {
    /// The rules in use, with their district.
    pub rules: &'t Rulebook,
    /// The moment, milliseconds since 1970-01-01T00:00Z.
    pub now: i64,
    /// Receipts that were taken before.
    pub used: &'t Used,
}

/// Whether a signature is one by the key of an issuer; `None` where that cannot be known.
pub type Signed<'s> = dyn Fn(&Issuer, &Receipt) -> Option<bool> + 's;

/// What shows that an entry is verified.
#[derive(Clone, PartialEq, Debug)]
pub enum Proof {
    /// It does not say that it is.
    NotNeeded,
    /// Nothing: it keeps no receipt.
    Missing,
    /// It keeps a receipt, whose signature, or whose issuer's rules, cannot be checked here.
    Unchecked,
    /// Its receipt.
    Sound,
    /// It keeps a receipt that does not certify it.
    Refused(Refusal),
}

/// Checks the receipt of an entry again, as on the day on which it was recorded. The rules are those that the entry names,
/// if they are at hand.
pub fn proof(entry: &Entry, rules: Option<&Rulebook>, signed: &Signed<'_>, used: &Used) -> Proof {
    let Some(posted) = entry.posted() else { return Proof::NotNeeded };
    let receipt = match kept(posted) {
        Some(Ok(receipt)) => receipt,
        Some(Err(refusal)) => return Proof::Refused(refusal),
        None if posted.activity.evidence == Evidence::Verified => return Proof::Missing,
        None => return Proof::NotNeeded,
    };
    let Some(rules) = rules else { return Proof::Unchecked };
    let known = match issuer_of(&receipt.statement, rules) {
        Ok(issuer) => signed(issuer, &receipt),
        // A district's rules that name nobody, as those that came in a file, cannot say.
        Err(Refusal::UnknownIssuer { .. })
            if rules.district.as_ref().is_some_and(|district| district.issuers.is_empty()) =>
        {
            return Proof::Unchecked;
        }
        Err(refusal) => return Proof::Refused(refusal),
    };
    let taking = Taking { rules, now: entry.recorded_at, used };
    match judge(&receipt, known.unwrap_or(true), &taking) {
        Err(refusal) => Proof::Refused(refusal),
        Ok(activity) if activity != posted.activity => Proof::Refused(Refusal::OtherFacts),
        Ok(_) if known.is_none() => Proof::Unchecked,
        Ok(_) => Proof::Sound,
    }
}

/// The receipt that an entry keeps, if it keeps one.
pub fn kept(posted: &Posted) -> Option<Result<Receipt, Refusal>> {
    posted.receipt.as_deref().map(|text| Receipt::parse(text).map_err(Refusal::Damaged))
}

/// Who is said to have signed it, if these rules know them: with their key the signature can be checked.
pub fn issuer_of<'r>(statement: &Statement, rules: &'r Rulebook) -> Result<&'r Issuer, Refusal> {
    let district = rules.district.as_ref();
    let here = district.map(|district| district.id.clone());
    if let Some(given) = &statement.district
        && here.as_ref() != Some(given)
    {
        return Err(Refusal::WrongDistrict { given: given.clone(), here });
    }
    let issuer = district.and_then(|district| district.issuer(&statement.issuer));
    issuer.ok_or_else(|| Refusal::UnknownIssuer { issuer: statement.issuer.clone() })
}

/// The activity that a receipt certifies, or why it is not taken. `signed` says whether its signature is one over
/// [`Statement::bytes`] by the key of [`issuer_of`].
pub fn judge(receipt: &Receipt, signed: bool, taking: &Taking<'_>) -> Result<Activity, Refusal> {
    let statement = &receipt.statement;
    let issuer = issuer_of(statement, taking.rules)?;
    if !signed {
        return Err(Refusal::Forged { issuer: issuer.id.clone() });
    }
    let (issued, today) = (Date::in_beijing(statement.at), Date::in_beijing(taking.now));
    // First what was issued and then what is taken: whoever holds an old key can claim any moment.
    let days = [issuer.valid_from, issuer.valid_to];
    if issued < issuer.valid_from || issued > issuer.valid_to {
        return Err(Refusal::NotInKeyTime { issuer: issuer.id.clone(), given: issued, days });
    }
    if statement.at > taking.now.saturating_add(AHEAD_MS) {
        return Err(Refusal::NotYetValid { given: today, from: issued });
    }
    // Or what was issued, by a clock that is ahead.
    let given = issued.max(today);
    let until = statement.until.map_or(issuer.valid_to, |until| until.min(issuer.valid_to));
    if given > until {
        return Err(Refusal::Expired { given, until });
    }
    if let Some(entry) = taking.used.by(statement) {
        return Err(Refusal::Replayed { entry: entry.to_owned() });
    }
    // Nothing that it certifies can have happened after it was issued.
    let activity =
        intake::read(&statement.activity, taking.rules, issued.min(today)).map_err(Refusal::NotAnActivity)?;
    // Written any other way, what was signed would not be what is kept.
    if activity.to_json() != statement.activity || Statement::about(&activity) != statement.activity {
        return Err(Refusal::Damaged(Fault::Line(1)));
    }
    let kind = activity.facts.kind();
    if issuer.kinds.contains(&kind) {
        Ok(activity)
    } else {
        Err(Refusal::NotItsKind { issuer: issuer.id.clone(), kind })
    }
}

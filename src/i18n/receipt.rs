//! Why a receipt is not taken, in words.

use super::{Language, reason, word};
use crate::domain::handover::Fault;
use crate::domain::receipt::Refusal;
use crate::domain::rulebook::Rulebook;

/// Why, in one or two sentences: what was found, and what would do. The rules say what issuers are called.
pub fn refusal(refusal: &Refusal, rules: Option<&Rulebook>, language: Language) -> String {
    let named = |id: &str| {
        let district = rules.and_then(|rules| rules.district.as_ref());
        let issuer = district.and_then(|district| district.issuer(id));
        let name = issuer.map_or(id, |issuer| language.pick(&issuer.label.zh, &issuer.label.en));
        format!("{}{name}{}", language.pick("「", "“"), language.pick("」", "”"))
    };
    match (refusal, language) {
        (Refusal::Damaged(Fault::Newer { .. }), Language::Zh) => "这张凭据是更新的版本做的，请先更新本页。".to_owned(),
        (Refusal::Damaged(Fault::Newer { .. }), Language::En) => {
            "This receipt was made by a newer version. Please update the page.".to_owned()
        }
        (Refusal::Damaged(_), Language::Zh) => "这张凭据读不出来：没有扫全、抄错或损坏了。请重新扫码。".to_owned(),
        (Refusal::Damaged(_), Language::En) => {
            "This receipt cannot be read: it was cut off, mistyped or damaged. Please scan it again.".to_owned()
        }
        (Refusal::WrongDistrict { given, here: Some(here) }, Language::Zh) => {
            format!("这张凭据是给「{given}」区的，现在用的是「{here}」区的规则。请先在「我的」里换区。")
        }
        (Refusal::WrongDistrict { given, here: Some(here) }, Language::En) => format!(
            "This receipt is for the district “{given}”, and the rules in use are those of “{here}”. Please change the \
             district first."
        ),
        (Refusal::WrongDistrict { given, here: None }, Language::Zh) => {
            format!("这张凭据是给「{given}」区的，现在没有选区。请先在「我的」里选这个区。")
        }
        (Refusal::WrongDistrict { given, here: None }, Language::En) => {
            format!("This receipt is for the district “{given}”, and none is chosen. Please choose it first.")
        }
        (Refusal::UnknownIssuer { issuer }, Language::Zh) => {
            format!("这张凭据写的签发方是「{issuer}」，现在用的规则里没有这一家，不能当作核实。")
        }
        (Refusal::UnknownIssuer { issuer }, Language::En) => format!(
            "This receipt says it was issued by “{issuer}”, whom the rules in use do not know; it verifies nothing."
        ),
        (Refusal::Forged { issuer }, Language::Zh) => {
            format!("签名不是{}签的：这张凭据被改动过，或者是别人做的。没有记录。", named(issuer))
        }
        (Refusal::Forged { issuer }, Language::En) => format!(
            "The signature is not one by {}: the receipt was altered, or somebody else made it. Nothing was recorded.",
            named(issuer)
        ),
        (Refusal::NotItsKind { issuer, kind }, Language::Zh) => {
            format!("{}不能给「{}」作证。", named(issuer), word::kind(*kind, language))
        }
        (Refusal::NotItsKind { issuer, kind }, Language::En) => {
            format!("{} may not certify “{}”.", named(issuer), word::kind(*kind, language))
        }
        (Refusal::NotYetValid { given, from }, Language::Zh) => {
            format!("这张凭据还不能用：现在算到 {given}，要从 {from} 起。请检查设备的日期，或者问签发方。")
        }
        (Refusal::NotYetValid { given, from }, Language::En) => format!(
            "This receipt is not valid yet: it is {given}, and it begins on {from}. Please check the device’s date, or ask \
             the issuer."
        ),
        (Refusal::Expired { given, until }, Language::Zh) => {
            format!("这张凭据过期了：最晚 {until}，现在是 {given}。")
        }
        (Refusal::Expired { given, until }, Language::En) => {
            format!("This receipt has expired: its last day was {until}, and this is {given}.")
        }
        (Refusal::Replayed { .. }, Language::Zh) => "这张凭据已经记过一笔，同一张只算一次。".to_owned(),
        (Refusal::Replayed { .. }, Language::En) => {
            "This receipt was taken for another entry already; each counts once.".to_owned()
        }
        (Refusal::NotAnActivity(reasons), Language::Zh) => {
            let told = reasons.iter().map(|found| reason::full_sentence(found, rules, language));
            format!("凭据里写的活动不成立：{}", told.collect::<String>())
        }
        (Refusal::NotAnActivity(reasons), Language::En) => {
            let told = reasons.iter().map(|found| reason::full_sentence(found, rules, language));
            format!("The activity in the receipt does not stand: {}", told.collect::<Vec<_>>().join(" "))
        }
        (Refusal::OtherFacts, Language::Zh) => "这一笔写的和它的凭据上写的不一样。".to_owned(),
        (Refusal::OtherFacts, Language::En) => "The entry says something else than its receipt does.".to_owned(),
    }
}

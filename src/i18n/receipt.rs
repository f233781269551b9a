//! Why a receipt is not taken, in words.

use super::{Language, Text, calendar, reason, word};
use crate::domain::date::Date;
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
    let place = |id: &str| district(id, rules, language);
    let day = |day: &Date| calendar::day(*day, language);
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
            format!("这张凭据是给{}的，现在用的是{}的规则。先换区，才能收。", place(given), place(here))
        }
        (Refusal::WrongDistrict { given, here: Some(here) }, Language::En) => format!(
            "This receipt is for {}, and the rules in use are those of {}. It can be taken once the district is changed.",
            place(given),
            place(here)
        ),
        (Refusal::WrongDistrict { given, here: None }, Language::Zh) => {
            format!("这张凭据是给{}的，现在没有选区。先选这个区，才能收。", place(given))
        }
        (Refusal::WrongDistrict { given, here: None }, Language::En) => {
            format!(
                "This receipt is for {}, and no district is chosen. It can be taken once that one is.",
                place(given)
            )
        }
        (Refusal::UnknownIssuer { issuer }, Language::Zh) => {
            format!("这张凭据写的签发方是「{issuer}」，现在用的规则里没有这一家，不能当作核实。")
        }
        (Refusal::UnknownIssuer { issuer }, Language::En) => format!(
            "This receipt says it was issued by “{issuer}”, whom the rules in use do not know; it verifies nothing."
        ),
        (Refusal::Forged { issuer }, Language::Zh) => {
            format!("签名不是{}签的：这张凭据被改动过，或者是别人做的。", named(issuer))
        }
        (Refusal::Forged { issuer }, Language::En) => {
            format!("The signature is not one by {}: the receipt was altered, or somebody else made it.", named(issuer))
        }
        (Refusal::NotItsKind { issuer, kind }, Language::Zh) => {
            format!("{}不能给「{}」作证。", named(issuer), word::kind(*kind, language))
        }
        (Refusal::NotItsKind { issuer, kind }, Language::En) => {
            format!("{} may not certify “{}”.", named(issuer), word::kind(*kind, language))
        }
        (Refusal::NotInKeyTime { issuer, given, days: [from, to] }, Language::Zh) => format!(
            "这张凭据写着{}签发，可是{}的签名只算{}到{}的。请签发方重新开一张。",
            day(given),
            named(issuer),
            day(from),
            day(to)
        ),
        (Refusal::NotInKeyTime { issuer, given, days: [from, to] }, Language::En) => format!(
            "This receipt says it was issued on {}, but signatures of {} count from {} to {} only. Please ask the issuer \
             for a new one.",
            day(given),
            named(issuer),
            day(from),
            day(to)
        ),
        (Refusal::NotYetValid { given, from }, Language::Zh) => {
            let (given, from) = (day(given), day(from));
            format!(
                "这张凭据还不能用：它写着{from}签发，可是这台设备上现在是{given}。请检查设备的日期和时间，或者问签发方。"
            )
        }
        (Refusal::NotYetValid { given, from }, Language::En) => format!(
            "This receipt is not valid yet: it says it was issued on {}, and here it is {}. Please check the device’s date \
             and time, or ask the issuer.",
            day(from),
            day(given)
        ),
        (Refusal::Expired { given, until }, Language::Zh) => {
            format!("这张凭据过期了：最晚{}，现在是{}。", day(until), day(given))
        }
        (Refusal::Expired { given, until }, Language::En) => {
            format!("This receipt has expired: its last day was {}, and this is {}.", day(until), day(given))
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

/// What a district is called: by the page where it offers it, by its own rules where they are in use.
pub fn district(id: &str, rules: Option<&Rulebook>, language: Language) -> String {
    let t = Text::of(language);
    let own = rules.and_then(|rules| rules.district.as_ref()).filter(|district| district.id == id);
    match (id, own) {
        ("xicheng", _) => t.district_xicheng().to_owned(),
        ("chaoyang", _) => t.district_chaoyang().to_owned(),
        (_, Some(district)) => language.pick(&district.title.zh, &district.title.en).to_owned(),
        (_, None) => format!("{}{id}{}", language.pick("「", "“"), language.pick("」", "”")),
    }
}

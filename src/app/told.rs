//! What home and its notice tell about the account, in words: what became of an entry that was just saved, that a cap is
//! used up, and what expires soon.

use crate::domain::date::Date;
use crate::domain::ledger::account::Withheld;
use crate::domain::ledger::{Account, Ledger, Limit, Standing};
use crate::i18n::{Language, Text, calendar, claim, filled, limit, number};

/// Days within which it is told that points expire.
const SOON_DAYS: u32 = 30;

/// What the notice says once an entry was saved: that it counts for nothing and why, what was withheld of it, and that it
/// went to another month than this one.
pub fn saved(ledger: &Ledger, id: &str, person: &str, today: Date, language: Language) -> String {
    let plain = Text::of(language).saved().to_owned();
    let Some((entry, posted)) = ledger.entry(id).and_then(|entry| Some((entry, entry.posted()?))) else {
        return plain;
    };
    let date = posted.activity.date;
    let shown = posted.holders().find(|holder| *holder == person).or_else(|| posted.holders().next());
    let account = shown.map(|person| ledger.account(person));
    let standing = account.as_ref().and_then(|account| account.standing(date, id));
    if let Some(found) = standing.and_then(|standing| standing.claim.as_ref()) {
        let why = claim::not_counted(found.code, language);
        return filled(language.pick("记下了，但^。", "Saved, but ^."), &[why]);
    }
    let again = || shown.and_then(|holder| ledger.repeated(&posted.activity, holder, entry.recorded_at, Some(id)));
    if again().is_some() {
        return Text::of(language).saved_again().to_owned();
    }
    let mut said = Vec::new();
    if (date.year(), date.month()) != (today.year(), today.month()) {
        let month = match (language, date.year() == today.year()) {
            (Language::Zh, true) => format!("{} 月", date.month()),
            _ => calendar::month(date.year(), date.month(), language),
        };
        said.push(filled(language.pick("记到 ^了", "it went to ^"), &[&month]));
    }
    if let Some(standing) = standing.filter(|standing| standing.points_withheld() > 0) {
        said.push(held_back(standing, ledger, date, language));
    }
    if said.is_empty() {
        return plain;
    }
    match language {
        Language::Zh => format!("记下了，{}。", said.join("，")),
        Language::En => format!("Saved: {}.", said.join("; ")),
    }
}

/// Points that limits held back, and by which; a merchant's bonus among them.
fn held_back(standing: &Standing, ledger: &Ledger, date: Date, language: Language) -> String {
    let bonus = standing.bonus.iter().flat_map(|bonus| &bonus.withheld);
    let mut names: Vec<String> = Vec::new();
    for Withheld { limit, .. } in standing.withheld.iter().chain(bonus) {
        let name = ledger.policy().rulebook().map(|rules| limit::name(*limit, rules, date, language));
        let name = name.map(|name| match language {
            Language::Zh => format!("「{name}」"),
            Language::En => format!("“{name}”"),
        });
        names.extend(name.filter(|name| !names.contains(name)));
    }
    let points = number::points(standing.points_withheld());
    let said = language.pick("其中 ^ 分被^扣下", "^ pts of it were withheld by ^");
    filled(said, &[&points, &names.join(language.pick("", " and "))])
}

/// What is said beside an act that would earn no points any more, although it is worth some.
pub fn full(standing: &Standing, language: Language) -> Option<&'static str> {
    if standing.points() > 0 || standing.earned.points == 0 {
        return None;
    }
    Some(used_up(standing.withheld.last()?.limit, language))
}

/// That a limit leaves nothing any more.
pub fn used_up(limit: Limit, language: Language) -> &'static str {
    let (zh, en) = match limit {
        Limit::Monthly | Limit::RefuelsMonthly => {
            ("本月的积分已满，只记碳", "This month’s points are used up: carbon only")
        }
        Limit::ActionsDaily => ("今天的行动积分已满，只记碳", "Today’s points for actions are used up: carbon only"),
        _ => ("今天的出行积分已满，只记碳", "Today’s points for travel are used up: carbon only"),
    };
    language.pick(zh, en)
}

/// That points expire soon: how many, and the last day on which they are valid.
pub fn expiring(account: &Account, today: Date, language: Language) -> Option<String> {
    let soon = |last: Date| u32::try_from(last.days_since(today)).is_ok_and(|days| days <= SOON_DAYS);
    let (last, points) = account.lots(today).find(|(last, _)| soon(*last))?;
    let day = calendar::day_short(last, language);
    Some(filled(language.pick("^ 分 ^到期。", "^ pts expire on ^."), &[&number::points(points), &day]))
}

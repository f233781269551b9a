//! Answers to records of an export that are not worked out again: what was undone, what cannot be checked, what is
//! refused, and what is no activity.

use crate::domain::archive::Why;
use crate::domain::assessment::{Air, Totals};
use crate::domain::date::Date;
use crate::domain::ledger::{Entry, Posted, Posting};
use crate::i18n::Language;
use crate::i18n::archive::left_out;
use serde::Serialize;

/// An activity, in the shape of every other answer.
#[derive(Serialize, Debug)]
pub(crate) struct Plain {
    line: u64,
    id: String,
    verdict: &'static str,
    method: Option<String>,
    rulebook: String,
    carbon_mg: i64,
    air: Air,
    points: i64,
    reasons: Vec<Said>,
    notes: Vec<Said>,
    steps: Vec<()>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    people: Vec<String>,
}

/// A reversal, a redemption, the use of a voucher, or a name of the household.
#[derive(Serialize, Debug)]
pub(crate) struct Record {
    line: u64,
    id: String,
    entry: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rulebook: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reward: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cost: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_until: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reasons: Vec<Said>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<Said>,
}

/// Why, in words.
#[derive(Serialize, Debug)]
struct Said {
    code: &'static str,
    path: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    given: Option<String>,
    zh: String,
    en: String,
}

impl Plain {
    fn worth(line: u64, id: &str, posted: &Posted, verdict: &'static str, totals: Totals) -> Self {
        Self {
            line,
            id: id.to_owned(),
            verdict,
            method: None,
            rulebook: posted.rulebook.clone(),
            carbon_mg: totals.carbon_mg,
            air: totals.air,
            points: totals.points,
            reasons: Vec::new(),
            notes: Vec::new(),
            steps: Vec::new(),
            people: posted.people.clone(),
        }
    }

    /// What was undone by a later record counts for nothing.
    pub(crate) fn reversed(line: u64, id: &str, posted: &Posted, by: &str) -> Self {
        let said = Said {
            code: "reversed",
            path: "",
            given: Some(by.to_owned()),
            zh: format!("后来撤销了（{by}），不再计入。"),
            en: format!("It was undone later ({by}) and does not count."),
        };
        let nothing = Self::worth(line, id, posted, "recorded", Totals::default());
        Self { reasons: vec![said], ..nothing }
    }

    /// What was worked out with rules that are not at hand counts as the file has it.
    pub(crate) fn unchecked(line: u64, id: &str, posted: &Posted) -> Self {
        let kept = Self::worth(line, id, posted, posted.verdict.as_str(), posted.totals);
        Self { notes: vec![unchecked(&posted.rulebook)], ..kept }
    }

    /// What cannot be true counts for nothing.
    pub(crate) fn refused(line: u64, id: &str, posted: &Posted, why: Why) -> Self {
        let nothing = Self::worth(line, id, posted, "rejected", Totals::default());
        Self { reasons: vec![refusal(why, Some(posted.totals))], ..nothing }
    }
}

impl Record {
    /// The record of an entry that is no activity; with why it is refused, if it is, or that it cannot be checked.
    pub(crate) fn of(line: u64, entry: &Entry, why: Option<Why>, unknown: bool) -> Self {
        let name = entry.redemption().filter(|_| unknown && why.is_none()).map(|redemption| &redemption.rulebook);
        let mut record = Self {
            line,
            id: entry.id.clone(),
            entry: "activity",
            of: None,
            person: None,
            name: None,
            date: None,
            rulebook: None,
            reward: None,
            cost: None,
            valid_until: None,
            verdict: why.map(|_| "rejected"),
            reasons: why.map(|why| refusal(why, None)).into_iter().collect(),
            notes: name.map(|name| unchecked(name)).into_iter().collect(),
        };
        match &entry.posting {
            Posting::Activity(_) => {}
            Posting::Reversal { of } => (record.entry, record.of) = ("reversal", Some(of.clone())),
            Posting::Use { of } => (record.entry, record.of) = ("use", Some(of.clone())),
            Posting::Member { person, name } => {
                (record.entry, record.person, record.name) = ("member", Some(person.clone()), name.clone());
            }
            Posting::Redemption(redemption) => {
                record.entry = "redemption";
                record.person = Some(redemption.person.clone());
                record.date = Some(redemption.date);
                record.rulebook = Some(redemption.rulebook.clone());
                record.reward = Some(redemption.reward.clone());
                record.cost = Some(redemption.cost);
                record.valid_until = redemption.valid_until;
            }
        }
        record
    }
}

fn unchecked(name: &str) -> Said {
    Said {
        code: "unchecked",
        path: "",
        given: Some(name.to_owned()),
        zh: format!("这里没有它的规则 {name}，无法核对，按文件里写的计入。"),
        en: format!("Its rules, {name}, are not at hand; it counts as the file has it, unchecked."),
    }
}

fn refusal(why: Why, given: Option<Totals>) -> Said {
    let [mut zh, mut en] = [Language::Zh, Language::En].map(|language| left_out(why, language).to_owned());
    if let (Why::Different(right), Some(given)) = (why, given) {
        let each = |totals: Totals| {
            let Totals { carbon_mg, air: Air { voc_mg, nox_mg, upe }, points } = totals;
            format!("carbon_mg {carbon_mg}, voc_mg {voc_mg}, nox_mg {nox_mg}, upe {upe}, points {points}")
        };
        let (given, right) = (each(given), each(right));
        zh.extend(["文件里是 ", &given, "；算出来是 ", &right, "。"]);
        en.extend([" The file has ", &given, "; its rules come to ", &right, "."]);
    }
    if let Why::NotOffered(Some(cost)) = why {
        let cost = cost.to_string();
        zh.extend(["当时要 ", &cost, " 积分。"]);
        en.extend([" It was offered for ", &cost, " points."]);
    }
    Said { code: code(why), path: "", given: None, zh, en }
}

fn code(why: Why) -> &'static str {
    match why {
        Why::OtherContent => "other_content",
        Why::DoneHere => "done_already",
        Why::EndedOtherwise => "ended_otherwise",
        Why::CorrectedHere => "corrected_already",
        Why::NotThere => "not_there",
        Why::FollowsLeftOut => "follows_refused",
        Why::Different(_) => "different_result",
        Why::NotOffered(_) => "not_offered",
        Why::Future => "in_future",
        Why::RecordedLater => "recorded_later",
        Why::ReceiptUsed => "receipt_used",
        Why::ReceiptRefused => "receipt_refused",
    }
}

//! The ledger as a table for spreadsheets: headings, and a row for each entry.
//!
//! Grams and points are what counts, so that a column adds up to the page's totals: nothing for an entry that was
//! reversed or claims what another one claims. Points spent stand there with a minus.

mod held;
mod same;

pub use held::Held;

use std::collections::BTreeMap;

use super::text::Text;
use super::{Language, summary, word};
use crate::domain::archive::csv::{Cell, MARK, RECORD_HEADINGS, push_row};
use crate::domain::assessment::{Totals, Verdict};
use crate::domain::chain::{Chain, sealed_text};
use crate::domain::date::Date;
use crate::domain::ledger::{Ended, Entry, FIRST_PERSON, Ledger, Person, Posted, Posting, Standing};
use crate::domain::rulebook::Rulebook;

const HEADINGS: [(&str, &str); 21] = [
    ("编号", "ID"),
    ("日期", "Date"),
    ("记录时间（北京）", "Recorded at (Beijing)"),
    ("谁的", "Whose"),
    ("类别", "Kind"),
    ("内容", "What"),
    ("凭证", "Evidence"),
    ("商家", "Merchant"),
    ("碳（克 CO2）", "Carbon (g CO2)"),
    ("VOC（克）", "VOC (g)"),
    ("NOx（克）", "NOx (g)"),
    ("污染当量", "Pollutant equivalents"),
    ("算得积分", "Points earned"),
    ("扣下积分", "Points withheld"),
    ("因为哪条上限", "Withheld by"),
    ("商家加分", "Merchant bonus"),
    ("扣下的商家加分", "Merchant bonus withheld"),
    ("计入积分", "Points counted"),
    ("状态", "Status"),
    ("规则版本", "Rulebook"),
    ("备注", "Note"),
];

/// The whole file, ready to be opened by a spreadsheet.
pub fn csv_text(ledger: &Ledger, rulebook: &Rulebook, language: Language) -> String {
    let sheet = Sheet::of(ledger, rulebook, language);
    let mut file = String::from(MARK);
    let record = language.pick(RECORD_HEADINGS[0], RECORD_HEADINGS[1]);
    let headings = HEADINGS.iter().map(|(zh, en)| language.pick(zh, en)).chain([record]);
    push_row(&mut file, &headings.map(text).collect::<Vec<_>>());
    let mut chain = Chain::default();
    for entry in ledger.entries() {
        let mut row = sheet.visible(entry);
        row.push(Cell::Record(sealed_text(entry, chain.add(entry))));
        push_row(&mut file, &row);
    }
    file
}

/// What every row needs.
struct Sheet<'a> {
    ledger: &'a Ledger,
    rulebook: &'a Rulebook,
    language: Language,
    t: Text,
    /// Names by person.
    members: BTreeMap<Person, String>,
}

/// What differs from kind to kind of an entry.
struct Row {
    date: Date,
    whose: String,
    kind: String,
    what: String,
    evidence: &'static str,
    merchant: String,
    counted: Option<Totals>,
    points: Option<Points>,
    /// Points that the balance gains or loses.
    change: i64,
    status: String,
    rulebook: String,
    note: String,
}

#[derive(Default)]
struct Points {
    earned: i64,
    withheld: i64,
    by: String,
    bonus: i64,
    bonus_withheld: i64,
}

impl<'a> Sheet<'a> {
    fn of(ledger: &'a Ledger, rulebook: &'a Rulebook, language: Language) -> Self {
        let members = ledger.members().into_iter().filter_map(|member| Some((member.person, member.name?))).collect();
        Self { ledger, rulebook, language, t: Text::of(language), members }
    }

    /// The cells of a row, all but that of the record.
    fn visible(&self, entry: &Entry) -> Vec<Cell> {
        let row = match &entry.posting {
            Posting::Activity(posted) => self.activity(entry, posted),
            Posting::Redemption(redemption) => {
                let ended = self.ledger.ended(&entry.id);
                let (status, change) = match ended {
                    None => (self.t.sheet_open(), -redemption.cost),
                    Some(Ended::Used) => (self.t.sheet_used(), -redemption.cost),
                    Some(Ended::Cancelled) => (self.t.sheet_cancelled(), 0),
                };
                let kind = self.t.sheet_redemption();
                Row {
                    date: redemption.date,
                    whose: self.name(&redemption.person),
                    what: format!("{} {}", redemption.reward, redemption.code),
                    change,
                    rulebook: redemption.rulebook.clone(),
                    ..plain(entry, kind, status)
                }
            }
            Posting::Reversal { of } => Row { what: of.clone(), ..plain(entry, self.t.sheet_reversal(), "") },
            Posting::Use { of } => Row { what: of.clone(), ..plain(entry, self.t.sheet_use(), "") },
            Posting::Member { person, name } => {
                let what = name.clone().unwrap_or_else(|| self.t.sheet_left().to_owned());
                let kind = self.t.sheet_member();
                Row { whose: self.name(person), what, ..plain(entry, kind, "") }
            }
        };
        let of_activity = |number: fn(&Points) -> i64| {
            row.points.as_ref().map_or_else(Cell::none, |points| Cell::Number(number(points).to_string()))
        };
        let counted = |amount: fn(&Totals) -> i64, places| {
            row.counted.as_ref().map_or_else(Cell::none, |totals| Cell::Number(decimal(amount(totals), places)))
        };
        vec![
            text(&entry.id),
            Cell::Number(row.date.to_string()),
            Cell::Number(moment(entry.recorded_at)),
            text(&row.whose),
            text(&row.kind),
            text(&row.what),
            text(row.evidence),
            text(&row.merchant),
            counted(|totals| totals.carbon_mg, 3),
            counted(|totals| totals.air.voc_mg, 3),
            counted(|totals| totals.air.nox_mg, 3),
            counted(|totals| totals.air.upe, 6),
            of_activity(|points| points.earned),
            of_activity(|points| points.withheld),
            text(row.points.as_ref().map_or("", |points| &points.by)),
            of_activity(|points| points.bonus),
            of_activity(|points| points.bonus_withheld),
            if row.points.is_some() || row.change != 0 { Cell::Number(row.change.to_string()) } else { Cell::none() },
            text(&row.status),
            text(&row.rulebook),
            text(&row.note),
        ]
    }

    fn activity(&self, entry: &Entry, posted: &Posted) -> Row {
        let (activity, language) = (&posted.activity, self.language);
        let mut points = Points { earned: posted.totals.points, ..Points::default() };
        let (mut counted, mut change, mut claimed, mut by) = (Totals::default(), 0, None, Vec::new());
        for person in posted.holders() {
            let account = self.ledger.account(person);
            let Some(standing) = account.standing(activity.date, &entry.id) else { continue };
            counted = counted.plus(standing.counted);
            change += standing.points();
            points.withheld += standing.withheld.iter().map(|withheld| withheld.points).sum::<i64>();
            if let Some(bonus) = &standing.bonus {
                points.bonus += bonus.credited;
                points.bonus_withheld += bonus.earned - bonus.credited;
            }
            claimed = claimed.or_else(|| standing.claim.clone());
            by.extend(self.limits(standing));
        }
        by.dedup();
        points.by = by.join(language.pick("、", ", "));
        let status = match (self.ledger.reversal_of(&entry.id), claimed, posted.verdict) {
            (Some(_), ..) => self.t.reversed().to_owned(),
            (None, Some(claim), _) => format!("{}{}", self.t.sheet_duplicate(), claim.of),
            (None, None, Verdict::Recorded) => self.t.recorded_only().to_owned(),
            (None, None, Verdict::Credited) => self.t.sheet_counts().to_owned(),
        };
        Row {
            date: activity.date,
            whose: posted.holders().map(|person| self.name(person)).collect::<Vec<_>>().join(language.pick("、", ", ")),
            kind: word::kind(activity.facts.kind(), language).to_owned(),
            what: summary::activity(activity, self.rulebook, language),
            evidence: word::evidence(activity.evidence, language),
            merchant: activity.merchant.as_deref().map_or_else(String::new, |id| self.merchant(id)),
            counted: Some(counted),
            points: Some(points),
            change,
            status,
            rulebook: posted.rulebook.clone(),
            note: activity.note.clone().unwrap_or_default(),
        }
    }

    fn limits<'s>(&'s self, standing: &Standing) -> Vec<&'s str> {
        let bonus = standing.bonus.iter().flat_map(|bonus| &bonus.withheld);
        let names = standing.withheld.iter().chain(bonus).filter_map(|withheld| {
            let parameter = self.rulebook.parameters.get(withheld.limit.parameter(self.rulebook)?)?;
            Some(self.language.pick(&parameter.label.zh, &parameter.label.en))
        });
        names.collect()
    }

    /// A merchant of the district by name; another one as it was written.
    fn merchant(&self, id: &str) -> String {
        let known = self.rulebook.district.as_ref().and_then(|district| district.merchant(id));
        known.map_or(id, |merchant| self.language.pick(&merchant.label.zh, &merchant.label.en)).to_owned()
    }

    fn name(&self, person: &str) -> String {
        let unnamed = if person == FIRST_PERSON { self.t.carry_me() } else { person };
        self.members.get(person).map_or(unnamed, String::as_str).to_owned()
    }
}

/// The row of an entry that is worth nothing by itself.
fn plain(entry: &Entry, kind: &str, status: &str) -> Row {
    Row {
        date: Date::in_beijing(entry.recorded_at),
        whose: String::new(),
        kind: kind.to_owned(),
        what: String::new(),
        evidence: "",
        merchant: String::new(),
        counted: None,
        points: None,
        change: 0,
        status: status.to_owned(),
        rulebook: String::new(),
        note: String::new(),
    }
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// `amount ÷ 10^places` with every decimal.
fn decimal(amount: i64, places: usize) -> String {
    let digits = format!("{:0>1$}", amount.unsigned_abs(), places + 1);
    let (whole, rest) = digits.split_at(digits.len() - places);
    format!("{}{whole}.{rest}", if amount < 0 { "-" } else { "" })
}

/// The moment on Beijing's clock, as `2026-11-21 09:30:05`.
fn moment(unix_milliseconds: i64) -> String {
    const BEIJING_SECONDS: i64 = 8 * 3_600;
    let second = (unix_milliseconds.div_euclid(1_000).saturating_add(BEIJING_SECONDS)).rem_euclid(86_400);
    let (hour, minute) = (second / 3_600, second / 60 % 60);
    format!("{} {hour:02}:{minute:02}:{:02}", Date::in_beijing(unix_milliseconds), second % 60)
}

//! One run over lines: each answered in order; with `--ledger` after all were read, and then the totals.

use std::io::{self, BufReader, Read, Write};
use std::rc::Rc;

use carbon_points::domain::assessment::{Assessment, Outcome};
use carbon_points::domain::assessment_json::{AssessmentJson, WordedReason};
use carbon_points::domain::date::Date;
use carbon_points::domain::intake::{MOST_ID, MOST_LINE_BYTES, not_json, too_long};
use carbon_points::domain::json::Json;
use carbon_points::domain::methodology::assess_json;
use carbon_points::domain::reason::{Reason, ReasonCode};
use carbon_points::domain::rulebook::Rulebook;
use carbon_points::i18n::Language;
use carbon_points::i18n::reason::full_sentence;
use serde::Serialize;

use crate::close::close;
use crate::ledger::{self, Book, Read as Taken};
use crate::lines::{Line, Lines};

/// Bytes read at a time.
const BUFFER: usize = 64 * 1024;

/// What a run computes with.
#[derive(Clone)]
pub(crate) struct Run {
    rulebook: Rc<Rulebook>,
    today: Date,
    ledger: bool,
}

impl Run {
    /// A run that has not begun. With `ledger` the lines are one account.
    pub(crate) fn new(rulebook: Rc<Rulebook>, today: Date, ledger: bool) -> Self {
        Self { rulebook, today, ledger }
    }

    /// Answers every line of the input; those of a ledger come back instead.
    pub(crate) fn assess_all(&self, input: impl Read, mut output: impl Write) -> io::Result<Option<Book>> {
        let limit = usize::try_from(MOST_LINE_BYTES).unwrap_or(usize::MAX);
        let mut lines = Lines::new(BufReader::with_capacity(BUFFER, input), limit);
        let (mut number, mut kept) = (0, Vec::new());
        loop {
            // Who sends one line and waits for the answer gets it.
            if !self.ledger && lines.must_wait(BufReader::buffer) {
                output.flush()?;
            }
            let Some(line) = lines.next()? else { break };
            number += 1;
            let (id, read) = match line {
                Line::Text(text) if text.trim().is_empty() => continue,
                Line::Text(text) => match Json::parse(text) {
                    Ok(json) => self.read(&json),
                    Err(fault) => (None, Taken::Rejected(vec![not_json(&fault)])),
                },
                Line::TooLong => (None, Taken::Rejected(vec![too_long()])),
                Line::NotText => (None, Taken::Rejected(vec![not_text()])),
            };
            let (entry, rulebook) = (number.to_string(), self.rulebook.clone());
            let line = ledger::Line { number, id, entry, rulebook, people: Vec::new(), read };
            if self.ledger {
                kept.push(line);
            } else {
                tell(&line, &mut output)?;
            }
        }
        output.flush()?;
        Ok(self.ledger.then(|| Book::of(kept, &self.rulebook)))
    }

    fn read(&self, json: &Json) -> (Option<String>, Taken) {
        match assess_json(json, &self.rulebook, self.today) {
            Outcome::Assessed(both) => (both.0.id.clone(), Taken::Assessed(both)),
            Outcome::Rejected(reasons) => (id(json).map(str::to_owned), Taken::Rejected(reasons)),
        }
    }
}

/// Answers every line of a ledger, and then has the totals of everybody or of one person.
pub(crate) fn tell_book(book: &Book, today: Date, person: Option<&str>, mut output: impl Write) -> io::Result<()> {
    for line in &book.lines {
        tell(line, &mut output)?;
    }
    serde_json::to_writer(&mut output, &close(book, today, person))?;
    output.write_all(b"\n")?;
    output.flush()
}

fn tell(line: &ledger::Line, output: &mut impl Write) -> io::Result<()> {
    match &line.read {
        Taken::Assessed(both) => answer(line, Some(&both.1), &both.1.reasons, output)?,
        Taken::Rejected(reasons) => answer(line, None, reasons, output)?,
        Taken::Plain(plain) => serde_json::to_writer(&mut *output, plain)?,
        Taken::Record(record) => serde_json::to_writer(&mut *output, record)?,
    }
    output.write_all(b"\n")
}

/// An answer; an export says besides who shares in it.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    answer: AssessmentJson<'a>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    people: &'a [String],
}

fn answer(
    line: &ledger::Line,
    assessment: Option<&Assessment>,
    reasons: &[Reason],
    output: &mut impl Write,
) -> io::Result<()> {
    let (rulebook, id) = (&*line.rulebook, line.id.as_deref());
    let notes = assessment.map_or(&[][..], |assessment| &assessment.notes);
    let (reasons, notes) = (worded(reasons, rulebook), worded(notes, rulebook));
    let number = Some(line.number);
    let answer = AssessmentJson { line: number, id, assessment, reasons: &reasons, notes: &notes, rulebook };
    serde_json::to_writer(output, &Answer { answer, people: &line.people })?;
    Ok(())
}

/// Reasons with their sentences, the field named in front.
fn worded<'r>(reasons: &'r [Reason], rulebook: &Rulebook) -> Vec<WordedReason<'r>> {
    let sentence = |reason, language| full_sentence(reason, Some(rulebook), language);
    let worded =
        |reason| WordedReason { reason, zh: sentence(reason, Language::Zh), en: sentence(reason, Language::En) };
    reasons.iter().map(worded).collect()
}

fn not_text() -> Reason {
    Reason::at(ReasonCode::NotJson, "")
}

/// The id of a refused activity, if it has one that can be given back.
fn id(json: &Json) -> Option<&str> {
    let id = json.get("id")?.text()?;
    let fits = id.chars().nth(usize::try_from(MOST_ID).unwrap_or(usize::MAX)).is_none();
    (fits && !id.trim().is_empty()).then_some(id)
}

//! Answers in the contract's JSON: an activity's text becomes an assessment, and lines or an export become accounts with
//! their totals.
//!
//! The `assess` command and the JavaScript API are both this and nothing else, so that they cannot answer differently.
//! An answer never fails for what it was given: what cannot be read is answered `rejected`.

mod account;
#[cfg(not(target_arch = "wasm32"))]
pub mod batch;
mod close;
pub mod export;
#[cfg(not(target_arch = "wasm32"))]
pub mod issue;
mod lines;
mod record;
pub mod rules;
#[cfg(not(target_arch = "wasm32"))]
pub mod signing;
pub mod verify;

use std::borrow::Cow;
use std::io::{self, BufReader, Read, Write};
use std::rc::Rc;

use crate::domain::assessment::{Assessment, Outcome};
use crate::domain::assessment_json::{AssessmentJson, WordedReason};
use crate::domain::date::Date;
use crate::domain::intake::{MOST_ID, MOST_LINE_BYTES};
use crate::domain::json::Json;
use crate::domain::methodology::assess_json;
use crate::domain::reason::Reason;
use crate::domain::rulebook::Rulebook;
use crate::i18n::Language;
use crate::i18n::reason::full_sentence;
use serde::Serialize;

pub use account::Book;
use account::{Line, Read as Taken};
use close::close;
use lines::Lines;

/// Bytes read at a time.
const BUFFER: usize = 64 * 1024;

/// Answers under one rulebook, as on one day.
#[derive(Clone, Debug)]
pub struct Assessor {
    rulebook: Rc<Rulebook>,
    today: Date,
}

impl Assessor {
    /// `today` is the day after which nothing can have happened.
    pub fn new(rulebook: Rc<Rulebook>, today: Date) -> Self {
        Self { rulebook, today }
    }

    /// Answers one activity. The answer has no number of a line, and no line end. Fails only if writing does.
    pub fn answer(&self, activity: &str, mut output: impl Write) -> io::Result<()> {
        let text = if activity.len() > most_bytes() { lines::Line::TooLong } else { lines::Line::Text(activity) };
        tell(&self.line(0, &text), None, &mut output)
    }

    /// Answers every line of the input in order. Blank lines are counted, but not answered. Fails only if reading or
    /// writing does.
    pub fn answer_each(&self, input: impl Read, mut output: impl Write) -> io::Result<()> {
        let mut lines = Lines::new(BufReader::with_capacity(BUFFER, input), most_bytes());
        let mut number = 0;
        loop {
            // Who sends one line and waits for the answer gets it.
            if lines.must_wait(BufReader::buffer) {
                output.flush()?;
            }
            let Some(text) = lines.next()? else { return output.flush() };
            number += 1;
            if !text.is_blank() {
                tell(&self.line(number, &text), Some(number), &mut output)?;
                output.write_all(b"\n")?;
            }
        }
    }

    /// Reads every line of the input as one person's account. Fails only if reading does.
    pub fn account(&self, input: impl Read) -> io::Result<Book> {
        let mut lines = Lines::new(BufReader::with_capacity(BUFFER, input), most_bytes());
        let (mut number, mut kept) = (0, Vec::new());
        while let Some(text) = lines.next()? {
            number += 1;
            if !text.is_blank() {
                kept.push(self.line(number, &text));
            }
        }
        Ok(Book::of(kept, &self.rulebook))
    }

    fn line(&self, number: u64, text: &lines::Line<'_>) -> Line {
        let (id, read) = match text.json() {
            Ok(json) => self.read(&json),
            Err(reason) => (None, Taken::Rejected(vec![reason])),
        };
        let (entry, rulebook) = (number.to_string(), self.rulebook.clone());
        Line { number, id, entry, rulebook, people: Vec::new(), read }
    }

    fn read(&self, json: &Json<Cow<'_, str>>) -> (Option<String>, Taken) {
        match assess_json(json, &self.rulebook, self.today) {
            Outcome::Assessed(both) => (both.0.id.clone(), Taken::Assessed(both)),
            Outcome::Rejected(reasons) => (id(json).map(str::to_owned), Taken::Rejected(reasons)),
        }
    }
}

fn most_bytes() -> usize {
    usize::try_from(MOST_LINE_BYTES).unwrap_or(usize::MAX)
}

impl Book {
    /// Writes every line's answer, and then the line of totals on a day: everybody's, or one person's. Fails only if
    /// writing does.
    pub fn tell(&self, today: Date, person: Option<&str>, mut output: impl Write) -> io::Result<()> {
        for line in &self.lines {
            match &line.read {
                Taken::Posted(claimed) => {
                    let again = self.again(line, claimed.as_deref());
                    let reasons = again.as_ref().map_or(&[][..], |assessment| &assessment.reasons);
                    answer(line, Some(line.number), again.as_ref(), reasons, &mut output)?;
                }
                _ => tell(line, Some(line.number), &mut output)?,
            }
            output.write_all(b"\n")?;
        }
        serde_json::to_writer(&mut output, &close(self, today, person))?;
        output.write_all(b"\n")?;
        output.flush()
    }
}

/// Writes an answer, without a line end; one to an activity that stands alone has no number.
fn tell(line: &Line, number: Option<u64>, output: &mut impl Write) -> io::Result<()> {
    match &line.read {
        Taken::Assessed(both) => answer(line, number, Some(&both.1), &both.1.reasons, output)?,
        Taken::Rejected(reasons) => answer(line, number, None, reasons, output)?,
        // Only a book knows what was posted.
        Taken::Posted(_) => {}
        Taken::Plain(plain) => serde_json::to_writer(&mut *output, plain)?,
        Taken::Record(record) => serde_json::to_writer(&mut *output, record)?,
    }
    Ok(())
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
    line: &Line,
    number: Option<u64>,
    assessment: Option<&Assessment>,
    reasons: &[Reason],
    output: &mut impl Write,
) -> io::Result<()> {
    let (rulebook, id) = (&*line.rulebook, line.id.as_deref());
    let notes = assessment.map_or(&[][..], |assessment| &assessment.notes);
    let (reasons, notes) = (worded(reasons, rulebook), worded(notes, rulebook));
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

/// The id of a refused activity, if it has one that can be given back.
fn id<T: AsRef<str>>(json: &Json<T>) -> Option<&str> {
    let id = json.get("id")?.text()?;
    let fits = id.chars().nth(usize::try_from(MOST_ID).unwrap_or(usize::MAX)).is_none();
    (fits && !id.trim().is_empty()).then_some(id)
}

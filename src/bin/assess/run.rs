//! One run: every line answered in order; with `--ledger` after all were read, and then the totals.

use std::io::{self, BufReader, Read, Write};

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

use crate::ledger::{self, Book, Read as Taken};
use crate::lines::{Line, Lines};

/// Bytes read at a time.
const BUFFER: usize = 64 * 1024;

/// What a run computes with.
#[derive(Clone, Copy)]
pub(crate) struct Run<'a> {
    rulebook: &'a Rulebook,
    today: Date,
    ledger: bool,
}

impl<'a> Run<'a> {
    /// A run that has not begun. With `ledger` it ends with a line of totals.
    pub(crate) fn new(rulebook: &'a Rulebook, today: Date, ledger: bool) -> Self {
        Self { rulebook, today, ledger }
    }

    /// Answers every line of the input.
    pub(crate) fn assess_all(self, input: impl Read, mut output: impl Write) -> io::Result<()> {
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
            let read = match line {
                Line::Text(text) if text.trim().is_empty() => continue,
                Line::Text(text) => match Json::parse(text) {
                    Ok(json) => self.read(&json),
                    Err(fault) => Taken::Rejected(None, vec![not_json(&fault)]),
                },
                Line::TooLong => Taken::Rejected(None, vec![too_long()]),
                Line::NotText => Taken::Rejected(None, vec![not_text()]),
            };
            let line = ledger::Line { number, read };
            if self.ledger {
                kept.push(line);
            } else {
                self.tell(&line, &mut output)?;
            }
        }
        if self.ledger {
            let book = Book::of(kept, self.rulebook);
            for line in &book.lines {
                self.tell(line, &mut output)?;
            }
            serde_json::to_writer(&mut output, &book.close(self.today))?;
            output.write_all(b"\n")?;
        }
        output.flush()
    }

    fn read(self, json: &Json) -> Taken {
        match assess_json(json, self.rulebook, self.today) {
            Outcome::Assessed(both) => Taken::Assessed(both),
            Outcome::Rejected(reasons) => Taken::Rejected(id(json).map(str::to_owned), reasons),
        }
    }

    fn tell(self, line: &ledger::Line, output: &mut impl Write) -> io::Result<()> {
        match &line.read {
            Taken::Assessed(both) => {
                let (activity, assessment) = &**both;
                self.answer(line.number, activity.id.as_deref(), Some(assessment), &assessment.reasons, output)
            }
            Taken::Rejected(id, reasons) => self.answer(line.number, id.as_deref(), None, reasons, output),
        }
    }

    fn answer(
        self,
        line: u64,
        id: Option<&str>,
        assessment: Option<&Assessment>,
        reasons: &[Reason],
        output: &mut impl Write,
    ) -> io::Result<()> {
        let rulebook = self.rulebook;
        let notes = assessment.map_or(&[][..], |assessment| &assessment.notes);
        let (reasons, notes) = (worded(reasons, rulebook), worded(notes, rulebook));
        let answer = AssessmentJson { line: Some(line), id, assessment, reasons: &reasons, notes: &notes, rulebook };
        serde_json::to_writer(&mut *output, &answer)?;
        output.write_all(b"\n")
    }
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

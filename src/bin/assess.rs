//! `assess`: one activity as JSON per line in, one assessment per line out, in order.
//!
//! For districts, auditors and tests; the page computes with the same library. Every answer has the same
//! members, first the number of its line. A bad line is answered `rejected`, worth zero, and does not stop the run.
//! Blank lines give nothing but are counted, so line numbers are those of the file.
//!
//! Exit status: 0 when every line was answered, whatever the answers; 1 when reading or writing failed; 2 when the
//! rulebook or the arguments are unusable.

#[path = "assess/arguments.rs"]
mod arguments;
#[path = "assess/ledger.rs"]
mod ledger;
#[path = "assess/lines.rs"]
mod lines;
#[path = "assess/run.rs"]
mod run;

use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use arguments::{Arguments, Request};
use carbon_points::domain::date::Date;
use carbon_points::domain::rulebook::{Damaged, Fault, Rulebook};
use carbon_points::i18n::Language;
use carbon_points::i18n::fault::sentence;
use run::Run;

/// Exit status when the rulebook or the arguments are unusable.
const UNUSABLE: u8 = 2;

fn main() -> ExitCode {
    let arguments =
        match Request::of(std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned())) {
            Ok(Request::Assess(arguments)) => arguments,
            Ok(Request::Help) => return told(io::stdout().write_all(arguments::HELP.as_bytes())),
            Err(fault) => return unusable(&format!("{fault}\n\n{}", arguments::USAGE)),
        };
    if let Some(district) = &arguments.district {
        return unusable(&format!("--district {district}: district rulebooks are not available yet."));
    }
    let rulebook = match rulebook(&arguments) {
        Ok(rulebook) => rulebook,
        Err(faults) => return unusable(&faults),
    };
    let run = Run::new(&rulebook, arguments.today.unwrap_or_else(today), arguments.ledger);
    told(run.assess_all(io::stdin(), io::BufWriter::new(io::stdout().lock())))
}

fn rulebook(arguments: &Arguments) -> Result<Rulebook, String> {
    let (file, text) = match &arguments.rulebook {
        None => {
            let built_in = Rulebook::current(arguments.today.unwrap_or_else(today));
            return built_in.map_err(|Damaged| "the built-in rulebook is damaged.".to_owned());
        }
        Some(path) => {
            let file = path.display().to_string();
            let text = std::fs::read_to_string(path).map_err(|fault| format!("{file}: {fault}"))?;
            (file, text)
        }
    };
    Rulebook::parse(&text).map_err(|faults| {
        let told =
            faults.iter().flat_map(|fault| [Language::Zh, Language::En].map(|told| in_words(&file, fault, told)));
        told.collect::<Vec<_>>().join("\n")
    })
}

/// A fault with the file and the place in it.
fn in_words(file: &str, fault: &Fault, language: Language) -> String {
    let sentence = sentence(fault, language);
    if fault.path.is_empty() { format!("{file}: {sentence}") } else { format!("{file}: {}: {sentence}", fault.path) }
}

/// Today in Beijing by this machine's clock.
fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Date::in_beijing(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// Says it on standard error; there is nobody left to tell if that fails.
fn note(text: &str) {
    let _ = writeln!(io::stderr(), "assess: {text}");
}

fn unusable(text: &str) -> ExitCode {
    note(text);
    ExitCode::from(UNUSABLE)
}

/// A reader that went away (`assess … | head`) has seen all it wanted.
fn told(written: io::Result<()>) -> ExitCode {
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) if fault.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(fault) => {
            note(&fault.to_string());
            ExitCode::FAILURE
        }
    }
}

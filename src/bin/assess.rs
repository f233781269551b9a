//! `assess`: one activity as JSON per line in, one assessment per line out, in order.
//!
//! For districts, auditors and tests; the page computes with the same library. Every answer has the same
//! members, first the number of its line. A bad line is answered `rejected`, worth zero, and does not stop the run.
//! Blank lines give nothing but are counted, so line numbers are those of the file.
//!
//! With `--check` it says what is wrong with a rulebook or a district's rules, and with `--schema` it writes their JSON
//! Schema; then nothing is assessed.
//!
//! Exit status: 0 when every line was answered, whatever the answers; 1 when reading or writing failed; 2 when the
//! rulebook, the district or the arguments are unusable.

#[path = "assess/arguments.rs"]
mod arguments;
#[path = "assess/check.rs"]
mod check;
#[path = "assess/ledger.rs"]
mod ledger;
#[path = "assess/lines.rs"]
mod lines;
#[path = "assess/rules.rs"]
mod rules;
#[path = "assess/run.rs"]
mod run;
#[path = "assess/schema.rs"]
mod schema;

use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use arguments::Request;
use carbon_points::domain::date::Date;
use run::Run;

/// Exit status when the rulebook, the district or the arguments are unusable.
const UNUSABLE: u8 = 2;

fn main() -> ExitCode {
    let given = std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned());
    let arguments = match Request::of(given) {
        Ok(Request::Assess(arguments)) => arguments,
        Ok(Request::Help) => return told(io::stdout().write_all(arguments::HELP.as_bytes())),
        Ok(Request::Schema(which)) => return told(io::stdout().write_all(schema::text(which).as_bytes())),
        Ok(Request::Check { file, rulebook, previous }) => {
            return match check::check(&file, rulebook.as_deref(), previous.as_deref()) {
                Ok(what) => told(io::stdout().write_all(what.as_bytes())),
                Err(faults) => unusable(&faults),
            };
        }
        Err(fault) => return unusable(&format!("{fault}\n\n{}", arguments::USAGE)),
    };
    let today = arguments.today.unwrap_or_else(today);
    let rulebook = match rules::rules(arguments.rulebook.as_deref(), arguments.district.as_deref(), today) {
        Ok(rulebook) => rulebook,
        Err(faults) => return unusable(&faults),
    };
    let run = Run::new(&rulebook, today, arguments.ledger);
    told(run.assess_all(io::stdin(), io::BufWriter::new(io::stdout().lock())))
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

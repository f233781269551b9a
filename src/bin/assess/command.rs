//! What the command does: reads its arguments, its rules and its input, and answers.

#[path = "arguments.rs"]
mod arguments;
#[path = "check.rs"]
mod check;
#[path = "files.rs"]
mod files;
#[path = "receipts.rs"]
mod receipts;
#[path = "rules.rs"]
mod rules;
#[path = "schema.rs"]
mod schema;

use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use arguments::{Arguments, Request};
use carbon_points::answer::batch::Batch;
use carbon_points::answer::export::{ASK_FOR_LEDGER, book, recognised};
use carbon_points::answer::verify::verified;
use carbon_points::answer::{Assessor, Book};
use carbon_points::domain::date::Date;

/// Exit status when the rulebook, the district or the arguments are unusable.
const UNUSABLE: u8 = 2;

/// Does what the arguments ask for.
pub(crate) fn run() -> ExitCode {
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
        Ok(Request::Keygen { file, issuer }) => {
            return match receipts::keygen(&file, &issuer, today()) {
                Ok(what) => told(io::stdout().write_all(what.as_bytes())),
                Err(fault) => unusable(&fault),
            };
        }
        Ok(Request::Issue(issue)) => {
            return match receipts::issuing(&issue, now()) {
                Ok(issuing) => told(issuing.issue_each(io::stdin().lock(), io::BufWriter::new(io::stdout().lock()))),
                Err(fault) => unusable(&fault),
            };
        }
        Ok(Request::Verify { file, rulebook, district, today: given }) => {
            return verify(&file, rulebook.as_deref(), district.as_deref(), given.unwrap_or_else(today));
        }
        Err(fault) => return unusable(&format!("{fault}\n\n{}", arguments::USAGE)),
    };
    let today = arguments.today.unwrap_or_else(today);
    let mut input = io::stdin().lock();
    // Unusable rules are told before anything is read.
    let asked = match rules::asked(arguments.rulebook.as_deref(), arguments.district.as_deref(), today) {
        Ok(asked) => asked,
        Err(faults) => return unusable(&faults),
    };
    let rulebook = match asked.laid() {
        Ok(rulebook) => rulebook,
        Err(faults) => return unusable(&faults.to_string()),
    };
    let (is_export, head) = match recognised(&mut input, arguments.ledger) {
        Ok(found) => found,
        Err(fault) => return told(Err(fault)),
    };
    if arguments.batch && !is_export {
        return batch(&arguments, &Batch::new(&rulebook, today), io::Cursor::new(head).chain(input));
    }
    let book = if !is_export {
        let (input, output) = (io::Cursor::new(head).chain(input), io::BufWriter::new(io::stdout().lock()));
        let assessor = Assessor::new(rulebook, today);
        if !arguments.ledger {
            return told(assessor.answer_each(input, output));
        }
        match assessor.account(input) {
            Ok(book) => book,
            Err(fault) => return told(Err(fault)),
        }
    } else if arguments.ledger {
        match book(head, input, &asked, today) {
            Ok(book) => book,
            Err(faults) => return unusable(&faults),
        }
    } else {
        return unusable(ASK_FOR_LEDGER);
    };
    let person = match &arguments.person {
        Some(given) => match book.find(given) {
            Some(person) => Some(person),
            None => return unusable(&nobody(given, &book)),
        },
        None => None,
    };
    told(book.tell(today, person.as_deref(), io::BufWriter::new(io::stdout().lock())))
}

/// Answers a batch, or says only what it comes to.
fn batch(arguments: &Arguments, batch: &Batch<'_>, input: impl io::Read) -> ExitCode {
    let output = (!arguments.totals).then(io::stdout);
    let sums = batch.answer_each(input, output, arguments.threads.unwrap_or_default());
    told(sums.and_then(|sums| if arguments.totals { writeln!(io::stdout(), "{sums}") } else { Ok(()) }))
}

/// Works out again what a file says.
fn verify(file: &Path, rulebook: Option<&Path>, district: Option<&str>, today: Date) -> ExitCode {
    let found = rules::asked(rulebook, district, today).and_then(|asked| {
        verified(files::open(file)?, &asked, today).map_err(|fault| format!("{}: {fault}", file.display()))
    });
    match found {
        Ok(verified) => {
            let code = told(verified.tell(io::BufWriter::new(io::stdout().lock())));
            if verified.is_sound() { code } else { ExitCode::FAILURE }
        }
        Err(fault) => unusable(&fault),
    }
}

/// That nobody of that id or name is in the ledger, and who is.
fn nobody(given: &str, book: &Book) -> String {
    let known = book.members().into_iter().map(|member| match member.name {
        Some(name) => format!("{} ({name})", member.person),
        None => member.person,
    });
    let known: Vec<_> = known.collect();
    let (zh, en) = (known.join("、"), known.join(", "));
    format!(
        "--person {given}：账本里没有这个人；有：{zh}\nassess: --person {given}: nobody of that id or name; there are: {en}"
    )
}

/// Today in Beijing by this machine's clock.
fn today() -> Date {
    Date::in_beijing(now())
}

/// Now by this machine's clock, milliseconds since 1970-01-01T00:00Z.
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
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

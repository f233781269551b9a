//! The command line. Read by hand: a few flags need no library, and the errors can say exactly what was wrong.

use std::fmt;
use std::path::PathBuf;

use carbon_points::domain::date::Date;

use super::receipts::Issue;

/// One line on how to call it.
pub(crate) const USAGE: &str = "\
usage: assess [--rulebook FILE] [--district ID|FILE] [--ledger [--person ID|NAME]] [--today YYYY-MM-DD] < activities.jsonl > assessments.jsonl
       assess --batch [--totals] [--threads N] [--rulebook FILE] [--district ID|FILE] [--today YYYY-MM-DD] < activities.jsonl
       assess --ledger < export.json
       assess --verify FILE [--rulebook FILE] [--district ID|FILE] [--today YYYY-MM-DD]
       assess --keygen FILE --issuer ID
       assess --issue FILE [--district ID|FILE] [--rulebook FILE] [--until YYYY-MM-DD] [--link ADDRESS] < activities.jsonl
       assess --check FILE [--rulebook FILE] [--previous FILE]
       assess --schema rulebook|district
";

/// What `--help` prints.
pub(crate) const HELP: &str = "\
assess: one activity as JSON per line in, one assessment as JSON per line out, in order

usage: assess [--rulebook FILE] [--district ID|FILE] [--ledger [--person ID|NAME]] [--today YYYY-MM-DD] < activities.jsonl > assessments.jsonl
       assess --batch [--totals] [--threads N] [--rulebook FILE] [--district ID|FILE] [--today YYYY-MM-DD] < activities.jsonl
       assess --ledger < export.json
       assess --verify FILE [--rulebook FILE] [--district ID|FILE] [--today YYYY-MM-DD]
       assess --keygen FILE --issuer ID
       assess --issue FILE [--district ID|FILE] [--rulebook FILE] [--until YYYY-MM-DD] [--link ADDRESS] < activities.jsonl
       assess --check FILE [--rulebook FILE] [--previous FILE]
       assess --schema rulebook|district

  --rulebook FILE      compute with this rulebook instead of the built-in one, which is the newest version that is
                       published on the day of --today
  --district ID|FILE   lay this district's rules over them: a built-in one (xicheng, chaoyang), a file, or `none`
  --ledger             the lines are one account: what is claimed twice does not count, and a last line has the totals
                       after caps and expiry, what was withheld and by which cap. A file exported by the page is
                       recognised: its entries keep the rules they were recorded with and are checked against them, its
                       accounts are kept by the district it names (--district goes before), and of a household the last
                       line has everybody's totals and each person's
                       Caps are each person's own: a household's add up, and a shared entry counts towards each
                       one's with their part
  --person ID|NAME     the last line has the totals of that person alone
  --batch              for very many lines: each is answered by itself, as without --batch and in the same order, but with
                       numbers and codes alone: id, verdict, carbon_mg, air, points, and of each reason its code and
                       path (all of it where the line was refused). All cores are used, memory does not grow with the input
  --totals             with --batch: one line instead, with the sums and how many lines were credited, recorded and
                       rejected; the sums of parts of a file add up to those of the file. Nothing is capped and nothing is
                       held against other lines: that is what --ledger does
  --threads N          with --batch: that many threads instead of one for each core
  --today YYYY-MM-DD   the day after which nothing can have happened, and on which points are valid or have expired;
                       today in Beijing if left out
  --verify FILE        work out again every entry of a file exported by the page (JSON or CSV), each by the rules it
                       names, and check its chain of digests and, of a CSV, every cell: a line for each difference, with
                       the entry, its line, what is stated and what it comes to, and a last line that begins with `equal:`
                       and the number of entries that are. Rules that are not at hand are said to be so, and so are
                       entries that count as verified without a receipt that could be checked; --rulebook and --district
                       bring rules, and with them the issuers' keys; rules that the file brings itself count, their
                       issuers do not. `head:` is what to keep if the same ledger is to be known again later.
                       A CSV has no head of its own, and rows that were sorted or left out are differences.
                       It is about entries alone: settings are in no digest, and entries that were taken away at the
                       end show only to whoever kept the head elsewhere
  --keygen FILE        make a key for the issuer of --issuer: the private one is kept in FILE, which must not be there yet;
                       what to put into the district's rules is printed, with the public key, and as a JWK
  --issue FILE         sign a receipt for every activity with the private key in FILE: its text, and with --link the link
                       that the resident's page opens; the activity's own `id` is answered with it, but neither that nor
                       its `note` is signed. With --district the receipts are for that district alone, and what
                       it would not take from this issuer is not issued. A receipt is nobody's in particular: hand it to
                       whoever it is for
  --until YYYY-MM-DD   last day on which the receipts can be taken
  --link ADDRESS       address of the page, up to its `#`
  --check FILE         say everything that is wrong with a rulebook or a district's rules, or what they are
                       (a district's rules are checked over the rulebook given, or over every built-in version)
  --previous FILE      the version before of the district's rules that are checked; what is past must stay as it was
  --schema WHICH       write the JSON Schema of rulebooks or of districts' rules
  --help               this text

Every answer begins with the number of its line. A bad line is answered with the verdict \"rejected\", worth zero, and
its reasons, and does not stop the run. Blank lines are counted but not answered.
Exit status: 0 done; 1 reading or writing failed, or --verify found a difference, an entry that it could not check or one
that counts as verified without proof; 2 rulebook, district, arguments or export unusable.
";

/// Most threads that can be asked for.
const MOST_THREADS: usize = 256;

/// What to compute with.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(crate) struct Arguments {
    pub(crate) rulebook: Option<PathBuf>,
    pub(crate) district: Option<String>,
    pub(crate) ledger: bool,
    pub(crate) person: Option<String>,
    pub(crate) today: Option<Date>,
    pub(crate) batch: bool,
    pub(crate) totals: bool,
    pub(crate) threads: Option<usize>,
}

impl Arguments {
    /// Whether they go together.
    fn fit(&self) -> Result<(), Fault> {
        if self.person.is_some() && !self.ledger {
            return Err(Fault::NoAccounts);
        }
        if self.batch && self.ledger {
            return Err(Fault::EitherOr("--batch", "--ledger"));
        }
        for (given, flag) in [(self.totals, "--totals"), (self.threads.is_some(), "--threads")] {
            if given && !self.batch {
                return Err(Fault::Together(flag, "--batch"));
            }
        }
        Ok(())
    }
}

/// What is asked for.
#[derive(PartialEq, Eq, Debug)]
pub(crate) enum Request {
    Help,
    Assess(Arguments),
    Keygen { file: PathBuf, issuer: String },
    Issue(Issue),
    Verify { file: PathBuf, rulebook: Option<PathBuf>, district: Option<String>, today: Option<Date> },
    Check { file: PathBuf, rulebook: Option<PathBuf>, previous: Option<PathBuf> },
    Schema(Schema),
}

/// Whose JSON Schema.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Schema {
    Rulebook,
    District,
}

/// What is wrong with the command line.
#[derive(PartialEq, Eq, Debug)]
pub(crate) enum Fault {
    Unknown(String),
    NoValue(String),
    NeedlessValue(String),
    Twice(String),
    NotADay(&'static str, String),
    NotAnId(String),
    Together(&'static str, &'static str),
    NoSchema(String),
    Alone(&'static str),
    NothingToCompare,
    NoAccounts,
    NoThreads(String),
    EitherOr(&'static str, &'static str),
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(given) => write!(formatter, "unknown argument `{given}`"),
            Self::NoValue(flag) => write!(formatter, "{flag} needs a value"),
            Self::NeedlessValue(flag) => write!(formatter, "{flag} takes no value"),
            Self::Twice(flag) => write!(formatter, "{flag} is given twice"),
            Self::NoSchema(given) => write!(formatter, "--schema `{given}` is neither `rulebook` nor `district`"),
            Self::Alone(flag) => write!(formatter, "{flag} assesses nothing and does not go with flags for assessing"),
            Self::NothingToCompare => {
                write!(formatter, "--previous goes with --check and the rules of a district only")
            }
            Self::NoAccounts => write!(formatter, "--person goes with --ledger only"),
            Self::NotADay(flag, given) => write!(formatter, "{flag} `{given}` is not a day as YYYY-MM-DD"),
            Self::NotAnId(given) => {
                write!(formatter, "--issuer `{given}` is no id: 1 to 60 of a-z, 0-9, `.`, `_` and `-`")
            }
            Self::Together(one, other) => write!(formatter, "{one} goes with {other} only"),
            Self::NoThreads(given) => write!(formatter, "--threads `{given}` is not a number from 1 to {MOST_THREADS}"),
            Self::EitherOr(one, other) => write!(formatter, "{one} does not go with {other}"),
        }
    }
}

impl Request {
    /// Reads the arguments after the program's name; values may follow as `--flag value` or `--flag=value`.
    pub(crate) fn of(given: impl Iterator<Item = String>) -> Result<Self, Fault> {
        let mut arguments = Arguments::default();
        let (mut check, mut previous, mut schema, mut verify) = (None, None, None, None);
        let (mut keygen, mut issuer, mut issue, mut until, mut link) = (None, None, None, None, None);
        let mut given = given;
        while let Some(argument) = given.next() {
            let (flag, mut attached) = match argument.split_once('=') {
                Some((flag, value)) => (flag.to_owned(), Some(value.to_owned())),
                None => (argument, None),
            };
            let mut value = || attached.take().or_else(|| given.next()).ok_or_else(|| Fault::NoValue(flag.clone()));
            let repeated = match flag.as_str() {
                "--rulebook" => arguments.rulebook.replace(PathBuf::from(value()?)).is_some(),
                "--district" => arguments.district.replace(value()?).is_some(),
                "--person" => arguments.person.replace(value()?).is_some(),
                "--keygen" => keygen.replace(PathBuf::from(value()?)).is_some(),
                "--issuer" => issuer.replace(value()?).is_some(),
                "--issue" => issue.replace(PathBuf::from(value()?)).is_some(),
                "--until" => until.replace(day("--until", value()?)?).is_some(),
                "--link" => link.replace(value()?).is_some(),
                "--verify" => verify.replace(PathBuf::from(value()?)).is_some(),
                "--check" => check.replace(PathBuf::from(value()?)).is_some(),
                "--previous" => previous.replace(PathBuf::from(value()?)).is_some(),
                "--schema" => {
                    let which = value()?;
                    let which = match which.as_str() {
                        "rulebook" => Schema::Rulebook,
                        "district" => Schema::District,
                        _ => return Err(Fault::NoSchema(which)),
                    };
                    schema.replace(which).is_some()
                }
                "--today" => arguments.today.replace(day("--today", value()?)?).is_some(),
                "--ledger" => std::mem::replace(&mut arguments.ledger, true),
                "--batch" => std::mem::replace(&mut arguments.batch, true),
                "--totals" => std::mem::replace(&mut arguments.totals, true),
                "--threads" => arguments.threads.replace(threads(value()?)?).is_some(),
                "--help" | "-h" => return Ok(Self::Help),
                _ => return Err(Fault::Unknown(flag)),
            };
            if attached.is_some() {
                return Err(Fault::NeedlessValue(flag));
            }
            if repeated {
                return Err(Fault::Twice(flag));
            }
        }
        let rulebook_only = Arguments { rulebook: arguments.rulebook.clone(), ..Arguments::default() };
        if previous.is_some() && check.is_none() {
            return Err(Fault::NothingToCompare);
        }
        arguments.fit()?;
        if let Some(file) = keygen {
            let alone = check.is_none() && schema.is_none() && verify.is_none() && issue.is_none();
            let issuer = issuer.ok_or(Fault::Together("--keygen", "--issuer"))?;
            return match alone && until.is_none() && link.is_none() && arguments == Arguments::default() {
                true if is_id(&issuer) => Ok(Self::Keygen { file, issuer }),
                true => Err(Fault::NotAnId(issuer)),
                false => Err(Fault::Alone("--keygen")),
            };
        }
        if issuer.is_some() {
            return Err(Fault::Together("--issuer", "--keygen"));
        }
        if let Some(key) = issue {
            let Arguments { rulebook, district, .. } = arguments.clone();
            let rules_only =
                Arguments { rulebook: rulebook.clone(), district: district.clone(), ..Arguments::default() };
            let alone = check.is_none() && schema.is_none() && verify.is_none() && arguments == rules_only;
            let issue = Issue { key, rulebook, district, until, link };
            return if alone { Ok(Self::Issue(issue)) } else { Err(Fault::Alone("--issue")) };
        }
        for (given, flag) in [(until.is_some(), "--until"), (link.is_some(), "--link")] {
            if given {
                return Err(Fault::Together(flag, "--issue"));
            }
        }
        if let Some(file) = verify {
            let Arguments { rulebook, district, today, .. } = arguments.clone();
            let rules_only =
                Arguments { rulebook: rulebook.clone(), district: district.clone(), today, ..<_>::default() };
            return match (check, schema) {
                (None, None) if arguments == rules_only => Ok(Self::Verify { file, rulebook, district, today }),
                _ => Err(Fault::Alone("--verify")),
            };
        }
        match (check, schema) {
            (None, None) => Ok(Self::Assess(arguments)),
            (Some(file), None) if arguments == rulebook_only => {
                Ok(Self::Check { file, rulebook: arguments.rulebook, previous })
            }
            (Some(_), _) => Err(Fault::Alone("--check")),
            (None, Some(which)) if arguments == Arguments::default() => Ok(Self::Schema(which)),
            (None, Some(_)) => Err(Fault::Alone("--schema")),
        }
    }
}

fn day(flag: &'static str, text: String) -> Result<Date, Fault> {
    Date::parse(&text).ok_or(Fault::NotADay(flag, text))
}

fn threads(text: String) -> Result<usize, Fault> {
    let number = text.parse().ok().filter(|number| (1..=MOST_THREADS).contains(number));
    number.ok_or(Fault::NoThreads(text))
}

/// Whether a text can be an id of a district's rules.
fn is_id(text: &str) -> bool {
    let known = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-');
    (1..=60).contains(&text.len()) && text.bytes().all(known)
}

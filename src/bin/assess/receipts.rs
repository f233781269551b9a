//! `--keygen` and `--issue`: an issuer's key, and receipts signed with it.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use carbon_points::answer::issue::{Issuing, KeyFile};
use carbon_points::domain::date::Date;
use carbon_points::domain::json::Json;

use super::{files, rules};

/// Makes a key, keeps it in a file that was not there and that nobody else may read, and says what to put into a
/// district's rules.
pub(crate) fn keygen(file: &Path, issuer: &str, today: Date) -> Result<String, String> {
    let made = KeyFile::generate(issuer);
    let public_key = made.key.public_key().ok_or_else(|| "the key has no public key".to_owned())?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(file).and_then(|mut file| file.write_all(made.text().as_bytes()));
    written.map_err(|fault| files::unusable(file, &fault))?;
    let text = |text: &str| Json::Text(text.to_owned());
    let label = |zh, en| Json::object([("zh", text(zh)), ("en", text(en))]);
    let entry = Json::object([
        ("id", text(issuer)),
        ("label", label("签发方的名字", "Name of the issuer")),
        ("note", label("它是谁，凭什么开凭据", "Who that is, and what its receipts are based on")),
        ("kinds", Json::List(vec![text("trip")])),
        ("public_key", Json::Text(public_key.to_string())),
        ("valid_from", Json::Text(today.to_string())),
        ("valid_to", Json::Text(today.plus_days(365).to_string())),
    ]);
    Ok(format!("{}\n", Json::object([("issuers", Json::List(vec![entry])), ("jwk", public_key.jwk())])))
}

/// What receipts are issued with.
#[derive(Default, PartialEq, Eq, Debug)]
pub(crate) struct Issue {
    pub(crate) key: PathBuf,
    pub(crate) rulebook: Option<PathBuf>,
    pub(crate) district: Option<String>,
    pub(crate) until: Option<Date>,
    pub(crate) link: Option<String>,
}

/// Everything that receipts are issued with, read and checked.
pub(crate) fn issuing(issue: &Issue, now: i64) -> Result<Issuing, String> {
    let name = issue.key.display();
    let no_key = || {
        format!(
            "{name}：这不是 assess --keygen 做的私钥文件\nassess: {name}: this is no file that assess --keygen made"
        )
    };
    if let Some(link) = issue.link.as_deref().filter(|link| !is_address(link)) {
        return Err(format!(
            "--link：「{link}」不是网址；要写本页的网址，以 https:// 或 http:// 开头，例如 https://example.org/carbon/\n\
             assess: --link: “{link}” is no address of a page; it begins with https:// or http://, as in \
             https://example.org/carbon/"
        ));
    }
    let by = KeyFile::read(&files::read(&issue.key)?).ok_or_else(no_key)?;
    let asked = rules::asked(issue.rulebook.as_deref(), issue.district.as_deref(), Date::in_beijing(now))?;
    let rules = asked.laid().map_err(|faults| faults.to_string())?;
    let issuing = Issuing { by, rules, until: issue.until, address: issue.link.clone(), now };
    match issuing.unfit() {
        Some([zh, en]) => Err(format!("{zh}\nassess: {en}")),
        None => Ok(issuing),
    }
}

/// Whether a link can begin with it: what comes after is put behind it as it is.
fn is_address(link: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| link.strip_prefix(scheme));
    rest.is_some_and(|rest| !rest.starts_with('/') && !rest.is_empty() && !rest.contains(['#', ' ', '"', '<', '>']))
}

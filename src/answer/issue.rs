//! `--issue`: activities become signed receipts, line by line. Only the command line does this.

use std::io::{self, BufReader, Read, Write};
use std::rc::Rc;

use serde::Serialize;

use crate::domain::activity::Activity;
use crate::domain::date::Date;
use crate::domain::json::Json;
use crate::domain::receipt::{Receipt, Refusal, Statement, Taking, Used, issuer_of, judge};
use crate::domain::rulebook::Rulebook;
use crate::i18n::Language;
use crate::i18n::receipt::refusal;

use super::account::Read as Taken;
use super::lines::Lines;
use super::signing::{PrivateKey, nonce};
use super::{Assessor, BUFFER, most_bytes, tell};

/// The file of a private key.
#[derive(Debug)]
pub struct KeyFile {
    /// The id that its receipts name.
    pub issuer: String,
    /// The key.
    pub key: PrivateKey,
}

/// What receipts are issued with.
#[derive(Debug)]
pub struct Issuing {
    /// Who signs.
    pub by: KeyFile,
    /// The rules; with a district's, the receipts are for that district alone, and only what it would take is issued.
    pub rules: Rc<Rulebook>,
    /// Last day on which they can be taken.
    pub until: Option<Date>,
    /// What stands before the text in a link.
    pub address: Option<String>,
    /// The moment, milliseconds since 1970-01-01T00:00Z.
    pub now: i64,
}

#[derive(Serialize)]
struct Issued<'a> {
    line: u64,
    /// That of the activity, by which the issuer finds it again; it does not go into the receipt.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    issuer: &'a str,
    nonce: &'a str,
    receipt: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
}

#[derive(Serialize)]
struct Refused {
    line: u64,
    verdict: &'static str,
    reasons: [Why; 1],
}

#[derive(Serialize)]
struct Why {
    code: &'static str,
    path: &'static str,
    zh: String,
    en: String,
}

impl KeyFile {
    /// A new key for an issuer.
    pub fn generate(issuer: &str) -> Self {
        Self { issuer: issuer.to_owned(), key: PrivateKey::generate() }
    }

    /// The file's text. Whoever has it can sign.
    pub fn text(&self) -> String {
        let text = |text: &str| Json::Text(text.to_owned());
        let file = Json::object([
            ("carbon_points_key", Json::Number("1".to_owned())),
            ("issuer", text(&self.issuer)),
            ("private_key", text(&self.key.secret())),
        ]);
        format!("{file}\n")
    }

    /// The key in a file's text; `None` if it is none.
    pub fn read(file: &str) -> Option<Self> {
        let json = Json::parse(file).ok()?;
        let text = |name: &str| json.get(name).and_then(Json::text);
        let version = json.get("carbon_points_key").and_then(Json::whole);
        let key = PrivateKey::parse(text("private_key")?)?;
        (version == Some(1)).then_some(Self { issuer: text("issuer")?.to_owned(), key })
    }
}

impl Issuing {
    /// Why nothing that is signed by this key would be taken under these rules; `None` if there is no district to ask.
    pub fn unfit(&self) -> Option<[String; 2]> {
        let district = self.rules.district.as_ref()?;
        let statement = self.statement(String::new(), Json::Null);
        let known = issuer_of(&statement, &self.rules);
        match known {
            Err(why) => Some([Language::Zh, Language::En].map(|language| refusal(&why, Some(&self.rules), language))),
            Ok(issuer) if Some(issuer.public_key) != self.by.key.public_key() => Some([
                format!("「{}」区的规则里，「{}」的公钥不是这把私钥的。", district.id, issuer.id),
                format!(
                    "In the rules of {}, the public key of {} is not that of this private key.",
                    district.id, issuer.id
                ),
            ]),
            Ok(_) => None,
        }
    }

    /// Answers every line with a receipt, or with why there is none; a bad line does not stop the run. Fails only if
    /// reading or writing does.
    pub fn issue_each(&self, input: impl Read, mut output: impl Write) -> io::Result<()> {
        let mut lines = Lines::new(BufReader::with_capacity(BUFFER, input), most_bytes());
        let assessor = Assessor::new(self.rules.clone(), Date::in_beijing(self.now));
        let mut number = 0;
        while let Some(text) = lines.next()? {
            number += 1;
            if text.is_blank() {
                continue;
            }
            let line = assessor.line(number, &text);
            match &line.read {
                Taken::Assessed(both) => self.issue(number, &both.0, &mut output)?,
                _ => tell(&line, Some(number), &mut output)?,
            }
            output.write_all(b"\n")?;
        }
        output.flush()
    }

    fn issue(&self, line: u64, activity: &Activity, output: &mut impl Write) -> io::Result<()> {
        let receipt = self.by.key.sign(self.statement(nonce(), Statement::about(activity)));
        match self.packed(&receipt) {
            Ok(text) => {
                let link = self.address.as_ref().map(|address| format!("{address}#/receipt/{text}"));
                let Statement { issuer, nonce, .. } = &receipt.statement;
                serde_json::to_writer(
                    output,
                    &Issued { line, id: activity.id.as_deref(), issuer, nonce, receipt: &text, link },
                )?;
            }
            Err((code, [zh, en])) => {
                let reasons = [Why { code, path: "", zh, en }];
                serde_json::to_writer(output, &Refused { line, verdict: "rejected", reasons })?;
            }
        }
        Ok(())
    }

    /// The text of a receipt that would be taken now, or why it would not.
    fn packed(&self, receipt: &Receipt) -> Result<String, (&'static str, [String; 2])> {
        if self.rules.district.is_some() {
            let taking = Taking { rules: &self.rules, now: self.now, used: &Used::default() };
            judge(receipt, true, &taking).map_err(|why| self.said(&why))?;
        }
        receipt.pack().ok_or_else(|| {
            let (zh, en) = ("太长了，一张凭据放不下。", "This is too long for a receipt.");
            ("too_long", [zh.to_owned(), en.to_owned()])
        })
    }

    fn said(&self, why: &Refusal) -> (&'static str, [String; 2]) {
        (why.code(), [Language::Zh, Language::En].map(|language| refusal(why, Some(&self.rules), language)))
    }

    fn statement(&self, nonce: String, activity: Json) -> Statement {
        Statement {
            issuer: self.by.issuer.clone(),
            district: self.rules.district.as_ref().map(|district| district.id.clone()),
            at: self.now,
            until: self.until,
            nonce,
            activity,
        }
    }
}

//! A district's rules that came in a file of records. Whoever made the file may have made them, too, so they vouch for
//! nobody: what they say of issuers is left out, and receipts that lean on it stay unchecked until the rules are had from
//! where the page comes from.

use crate::domain::json::Json;

/// The text of a district's file without its issuers; as it is, if it names none or cannot be read.
pub fn without_issuers(text: &str) -> String {
    match Json::parse(text) {
        Ok(Json::Object(mut members)) if members.iter().any(|(name, _)| name == ISSUERS) => {
            members.retain(|(name, _)| name != ISSUERS);
            Json::Object(members).to_string()
        }
        _ => text.to_owned(),
    }
}

const ISSUERS: &str = "issuers";

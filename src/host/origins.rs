//! Which origins may speak with the page, and which of them the resident agreed to tell what was recorded.

use crate::domain::json::Json;

/// Most bytes of an origin.
const MOST_ORIGIN: usize = 300;

/// The hosts that the operator allows, in `hosts.json` beside the page.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Origins(Vec<String>);

impl Origins {
    /// Reads `{"origins": ["https://…", …]}`. What is not an origin allows nobody; a file that is not of this form, no
    /// one at all.
    pub fn read(text: &str) -> Self {
        let listed = Json::parse(text).ok();
        let Some(Json::List(origins)) = listed.as_ref().and_then(|json| json.get("origins")) else {
            return Self::default();
        };
        let origins = origins.iter().filter_map(Json::text).filter(|origin| is_origin(origin));
        Self(origins.map(str::to_owned).collect())
    }

    /// Whether pages of that origin may speak with a page of the origin `own`. A document without an origin may not.
    pub fn allow(&self, origin: &str, own: &str) -> bool {
        is_origin(origin) && (origin == own || self.0.iter().any(|known| known == origin))
    }
}

/// Scheme, name and perhaps port, just as a browser writes it; so neither `*` nor a path nor `null`.
fn is_origin(origin: &str) -> bool {
    let rest = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
    let plain = |rest: &str| {
        rest.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".:-[]".contains(&byte))
    };
    origin.len() <= MOST_ORIGIN && rest.is_some_and(|rest| !rest.is_empty() && plain(rest))
}

/// Stands for a space within a name; neither an origin nor a name has it.
const GAP: &str = "%";

/// Hosts the resident agreed to.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Agreed(Vec<String>);

impl Agreed {
    /// Reads what [`Self::text`] wrote.
    pub fn read(text: &str) -> Self {
        Self(text.split_whitespace().skip(1).map(|host| host.replace(GAP, " ")).collect())
    }

    /// One text of all, to be kept; never empty, so that nobody is told from nothing kept.
    pub fn text(&self) -> String {
        let hosts: Vec<String> = self.0.iter().map(|host| host.replace(' ', GAP)).collect();
        format!("1 {}", hosts.join(" "))
    }

    /// Whether the resident agreed to that host.
    pub fn has(&self, host: &str) -> bool {
        self.0.iter().any(|known| known == host)
    }

    /// All of them, in the order in which they were agreed to.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// From now on that host, too.
    pub fn add(&mut self, host: &str) {
        if !self.has(host) {
            self.0.push(host.to_owned());
        }
    }

    /// That host not any more.
    pub fn remove(&mut self, host: &str) {
        self.0.retain(|known| known != host);
    }
}

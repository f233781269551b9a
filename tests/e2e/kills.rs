//! The browser is killed while the page records, again and again, always with the same profile: whatever the page called
//! saved is there at the next start, once, and the ledger verifies.
//!
//! No driver: the browser is started as a resident starts it, and a script in the page (`kills.js`) says to the server
//! what it sees. `CARBON_KILLS` is how often it is killed.

use std::{
    collections::{HashMap, HashSet},
    fs,
    process::Command,
    thread,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use serde_json::Value;

use crate::{
    browser::{Alone, Browser, Profile},
    problem::{Context, Outcome, Problem},
    server::Server,
};

/// How often it is killed if nobody says otherwise.
const FEW: u32 = 10;
/// A browser that says nothing for so long did not come up; it is started again, as a resident would.
const PATIENCE: Duration = Duration::from_mins(1);
/// So often in a row it may fail to.
const STARTS: u32 = 3;
/// It is killed within this time after the first entry that it called saved.
const SPAN_US: u64 = 400_000;
const POLL: Duration = Duration::from_millis(1);

/// Kills a browser again and again.
pub(crate) fn survives(browser: Browser) -> Outcome {
    let kills = std::env::var("CARBON_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(FEW);
    let (server, profile) = (Server::start()?, Profile::empty()?);
    server.watch_with(include_str!("kills.js"));
    let mut known = Known::default();
    let mut moments = Moments::new();
    for _ in 0..kills {
        let window = known.start(browser, &profile, &server, |known| known.saved_here > 0)?;
        let end = Instant::now() + Duration::from_micros(moments.next());
        while Instant::now() < end {
            thread::sleep(POLL);
        }
        drop(window);
        known.kills += 1;
    }
    let compared = known.compared;
    let _window = known.start(browser, &profile, &server, |known| known.compared > compared)?;
    known.verify()?;
    println!("{browser}: {known}");
    Ok(())
}

/// What the page has said so far.
#[derive(Default)]
struct Known {
    kills: u32,
    /// How often what the store holds was compared.
    compared: u32,
    /// Entries that the page called saved, or showed after a start.
    saved: HashSet<String>,
    /// Entries that it called reversed.
    reversed: HashSet<String>,
    /// Entries called saved since the last start.
    saved_here: u32,
    /// Starts after which nothing was said.
    silent: u32,
    /// How often the page said that something was not saved.
    refused: u32,
    /// Entries that were written but not called saved any more.
    unsaid: usize,
    /// The last export.
    export: String,
}

impl std::fmt::Display for Known {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { kills, saved, reversed, refused, unsaid, silent, .. } = self;
        write!(
            out,
            "killed {kills} times; {} entries and {} reversals, none missing, none doubled, all equal; \
             {unsaid} of them were written without being called saved before the kill; {refused} times the page said that it could not save; {silent} starts were repeated",
            saved.len(),
            reversed.len()
        )
    }
}

impl Known {
    /// Starts the browser, and takes in what the page says until something is known.
    fn start(
        &mut self,
        browser: Browser,
        profile: &Profile,
        server: &Server,
        enough: impl Fn(&Self) -> bool,
    ) -> Outcome<Alone> {
        for _ in 0..STARTS {
            let asked = server.requests().len();
            let window = Alone::open(browser, profile, &server.url("/"))?;
            if self.hear(server, &enough)? {
                return Ok(window);
            }
            self.silent += 1;
            let requests = server.requests().split_off(asked);
            println!("{browser}, after {} kills: nothing said; it asked for {requests:?}", self.kills);
        }
        Err(Problem::new(format!("after {} kills the page says nothing any more", self.kills)))
    }

    /// Takes in what pages say until something is known; whether it is.
    fn hear(&mut self, server: &Server, enough: impl Fn(&Self) -> bool) -> Outcome<bool> {
        // Said by a window that is killed by now.
        for said in server.said() {
            self.take(&said)?;
        }
        self.saved_here = 0;
        let deadline = Instant::now() + PATIENCE;
        while !enough(self) {
            for said in server.said() {
                self.take(&said)?;
            }
            if Instant::now() > deadline {
                return Ok(false);
            }
            thread::sleep(POLL);
        }
        Ok(true)
    }

    fn take(&mut self, said: &str) -> Outcome {
        let (what, text) = said.split_once('\n').unwrap_or((said, ""));
        match what {
            "saved" => {
                self.saved.insert(text.to_owned());
                self.saved_here += 1;
                Ok(())
            }
            "reversed" => {
                self.reversed.insert(text.to_owned());
                Ok(())
            }
            "refused" => {
                println!("after {} kills: {text}", self.kills);
                self.refused += 1;
                Ok(())
            }
            "verified" if text.starts_with("全部一致") => Ok(()),
            "holds" => self.compare(text),
            _ => Err(Problem::new(format!("after {} kills: {said}", self.kills))),
        }
    }

    /// Holds what the page exports against what it has called saved.
    fn compare(&mut self, export: &str) -> Outcome {
        let (mut times, mut reversals): (HashMap<String, u32>, HashMap<String, u32>) = Default::default();
        let mut activities = HashSet::new();
        if !export.is_empty() {
            let export: Value = serde_json::from_str(export).context("the export is no JSON")?;
            let entries = export.get("entries").and_then(Value::as_array);
            for entry in entries.ok_or_else(|| Problem::new("the export has no entries"))? {
                let text = |name: &str| entry.get(name).and_then(Value::as_str).map(str::to_owned);
                *times.entry(text("id").unwrap_or_default()).or_default() += 1;
                match text("reverses") {
                    Some(of) => *reversals.entry(of).or_default() += 1,
                    None => drop(activities.insert(text("id").unwrap_or_default())),
                }
            }
        }
        let missing = self.saved.iter().filter(|id| !times.contains_key(*id));
        let not_reversed = self.reversed.iter().filter(|id| !reversals.contains_key(*id));
        let doubled = times.iter().chain(&reversals).filter(|(_, times)| **times > 1).map(|(id, _)| id);
        let wrong: Vec<String> = missing
            .map(|id| format!("{id} is missing"))
            .chain(not_reversed.map(|id| format!("the reversal of {id} is missing")))
            .chain(doubled.map(|id| format!("{id} is there twice")))
            .collect();
        if !wrong.is_empty() {
            return Err(Problem::new(format!("after {} kills: {}", self.kills, wrong.join("; "))));
        }
        self.unsaid += activities.len() - self.saved.len();
        // What a start has shown is to be there from then on.
        self.reversed.extend(reversals.into_keys());
        self.saved.extend(activities);
        export.clone_into(&mut self.export);
        self.compared += 1;
        Ok(())
    }

    /// Has the last export verified by the command, too.
    fn verify(&self) -> Outcome {
        let file = std::env::temp_dir().join(format!("carbon-kills-{}.json", std::process::id()));
        fs::write(&file, &self.export).context("cannot write the export")?;
        let output = Command::new(env!("CARGO_BIN_EXE_assess")).arg("--verify").arg(&file).output();
        let _ = fs::remove_file(&file);
        let output = output.context("cannot run assess")?;
        let said = String::from_utf8_lossy(&output.stdout);
        if output.status.success() && said.contains("equal:") {
            return Ok(());
        }
        Err(Problem::new(format!("assess --verify: {said}{}", String::from_utf8_lossy(&output.stderr))))
    }
}

/// Random moments.
struct Moments(u64);

impl Moments {
    fn new() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self(u64::from(now.subsec_nanos()) << 20 | u64::from(std::process::id()) | 1)
    }

    /// Microseconds.
    fn next(&mut self) -> u64 {
        // Marsaglia's xorshift.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % SPAN_US
    }
}

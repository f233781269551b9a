//! Everything but the test's own server: browsers are told to reach it through a proxy that only takes note.
//!
//! So a request that leaves is heard whoever makes it (a page, a frame, a worker, a document that is gone since), whatever
//! the page's content policy says, and nothing is ever sent on.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    thread,
};

use crate::problem::{Context, Outcome};

/// Whom browsers ask by themselves, for the time, for updates, for advice, whatever they are set to. Written out, so that
/// nothing that a page might want of the same makers, such as their fonts, is among them.
const BROWSERS_OWN: [&str; 12] = [
    "accounts.google.com",
    "android.clients.google.com",
    "clients2.google.com",
    "clientservices.googleapis.com",
    "content-autofill.googleapis.com",
    "edgedl.me.gvt1.com",
    "mtalk.google.com",
    "optimizationguide-pa.googleapis.com",
    "safebrowsing.googleapis.com",
    "start.duckduckgo.com",
    "update.googleapis.com",
    "firefox.settings.services.mozilla.com",
];

/// The proxy.
pub(crate) struct Outside {
    port: u16,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Outside {
    /// Listens from now on.
    pub(crate) fn start() -> Outcome<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("cannot open a port for the proxy")?;
        let port = listener.local_addr().context("cannot read the port of the proxy")?.port();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let shared = Arc::clone(&heard);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                // Weak when the scenario is over: only this thread still holds it.
                if Arc::strong_count(&shared) == 1 {
                    break;
                }
                let shared = Arc::clone(&shared);
                thread::spawn(move || refuse(&stream, &shared));
            }
        });
        Ok(Self { port, heard })
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// What was asked of anybody else so far, such as `GET http://elsewhere.example/x.png`.
    pub(crate) fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What was heard was planned.
    pub(crate) fn forget(&self) {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl Drop for Outside {
    fn drop(&mut self) {
        // Wakes the thread that listens.
        self.heard = Arc::default();
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
    }
}

/// The host in `GET http://host:80/path` or `CONNECT host:443`.
fn host(asked: &str) -> &str {
    let address = asked.rsplit(' ').next().unwrap_or_default();
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    address.split(['/', ':', '?']).next().unwrap_or_default()
}

fn refuse(stream: &TcpStream, heard: &Mutex<Vec<String>>) {
    let mut start = [0; 2048];
    let Ok(length @ 1..) = { stream }.read(&mut start) else { return };
    let said = String::from_utf8_lossy(start.get(..length).unwrap_or_default());
    let line = said.lines().next().unwrap_or_default();
    let asked = line.rsplit_once(' ').map_or(line, |(asked, _)| asked);
    if !BROWSERS_OWN.contains(&host(asked)) {
        heard.lock().unwrap_or_else(PoisonError::into_inner).push(asked.to_owned());
    }
    let _ = { stream }.write_all(b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
}

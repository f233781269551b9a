//! Serves `dist/` and pages that a scenario makes up, counts what is asked for, and can go dead like a lost network.

use std::{
    collections::HashMap,
    fs,
    io::{self, BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, Shutdown, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
};

use crate::problem::{Context, Outcome, Problem};

/// Put into every page, before any script of its own: remembers every error where `Page::errors` finds it.
const WATCH: &str = include_str!("watch.js");
const WATCH_PATH: &str = "/e2e-watch.js";
const WORKER_PATH: &str = "/sw.js";
/// Where pages say something, by a request with a body.
const SAY_PATH: &str = "/e2e-say";
/// Where host pages find what they embed, and the pages themselves, unless `dist/` has them.
const BESIDE: [(&str, &str); 2] = [("/api/", "dist-npm"), ("/embed/", "static/embed")];

/// A server on this machine, on a port of its own.
pub(crate) struct Server {
    port: u16,
    state: Arc<Mutex<State>>,
}

struct State {
    folder: PathBuf,
    extra: HashMap<String, String>,
    requests: Vec<String>,
    said: Vec<String>,
    dead: bool,
    withheld: Option<&'static str>,
    below: Vec<&'static str>,
    header: String,
    ended: bool,
}

impl Server {
    /// Serves the release build.
    pub(crate) fn start() -> Outcome<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        if !folder.join("index.html").is_file() {
            return Err(Problem::new("there is no dist/index.html: run `make build` first"));
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("cannot open a port to serve dist/ at")?;
        let port = listener.local_addr().context("cannot read the port that dist/ is served at")?.port();
        let state = State {
            folder,
            extra: HashMap::new(),
            requests: Vec::new(),
            said: Vec::new(),
            dead: false,
            withheld: None,
            below: Vec::new(),
            header: String::new(),
            ended: false,
        };
        let state = Arc::new(Mutex::new(state));
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if lock(&shared).ended {
                    break;
                }
                // Browsers open connections ahead of need, so each gets a thread that may wait.
                let shared = Arc::clone(&shared);
                thread::spawn(move || answer(&stream, &shared));
            }
        });
        Ok(Self { port, state })
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The address of a path, such as `/` or `/host.html`.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Serves a page that is not in `dist/`, such as the host of a frame.
    pub(crate) fn add_page(&self, path: &str, html: &str) {
        lock(&self.state).extra.insert(path.to_owned(), html.to_owned());
    }

    /// Runs a script of the test's in every page, before any script of its own.
    pub(crate) fn watch_with(&self, script: &str) {
        self.add_page(WATCH_PATH, &format!("{WATCH}{script}"));
    }

    /// What pages have said since this was last asked, in order.
    pub(crate) fn said(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.state).said)
    }

    /// The paths asked for so far, in order.
    pub(crate) fn requests(&self) -> Vec<String> {
        lock(&self.state).requests.clone()
    }

    /// From now on every connection breaks, as on a train in a tunnel; `false` brings the network back.
    pub(crate) fn cut(&self, dead: bool) {
        lock(&self.state).dead = dead;
    }

    /// From now on the page lies in these folders, such as `/a/b`, of a plain host that knows no type but that of a web page.
    pub(crate) fn lie_below(&self, folders: &[&'static str]) {
        lock(&self.state).below = folders.to_vec();
    }

    /// From now on every answer has this header too, such as `name: value`.
    pub(crate) fn say_too(&self, header: &str) {
        lock(&self.state).header = format!("{header}\r\n");
    }

    /// From now on there are no files whose path starts so, as after a newer build was put there; `None` ends that.
    pub(crate) fn withhold(&self, start: Option<&'static str>) {
        lock(&self.state).withheld = start;
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        lock(&self.state).ended = true;
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One request per connection, so that cutting the network cuts every connection.
fn answer(stream: &TcpStream, state: &Mutex<State>) {
    if let Ok(Some((path, body))) = request(stream) {
        if path == SAY_PATH {
            lock(state).said.push(body);
            let _ = { stream }.write_all(&response("200 OK", "heard.txt", b"", ""));
            return;
        }
        let reply = reply(&path, &mut lock(state));
        if let Some(reply) = reply {
            let _ = { stream }.write_all(&reply);
        }
    }
    let _ = stream.shutdown(Shutdown::Both);
}

/// Reads a request to its end and returns its path without the query, and its body.
fn request(stream: &TcpStream) -> io::Result<Option<(String, String)>> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    if reader.read_line(&mut first)? == 0 {
        return Ok(None);
    }
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let line = line.trim_end().to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(stated) = line.strip_prefix("content-length:") {
            length = stated.trim().parse().unwrap_or(0);
        }
    }
    let mut body = String::new();
    reader.take(length).read_to_string(&mut body)?;
    let path = first.strip_prefix("GET ").or_else(|| first.strip_prefix("POST "));
    let path = path.and_then(|rest| rest.split([' ', '?']).next());
    Ok(path.map(|path| (path.to_owned(), body)))
}

fn reply(path: &str, state: &mut State) -> Option<Vec<u8>> {
    if state.dead {
        return None;
    }
    state.requests.push(path.to_owned());
    let plain = !state.below.is_empty();
    let whole = path;
    let path = if plain {
        state.below.iter().find_map(|folder| path.strip_prefix(folder)).unwrap_or("/nowhere")
    } else {
        path
    };
    let name = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let body = if let Some(page) = state.extra.get(whole).or_else(|| state.extra.get(path)) {
        Some(page.clone().into_bytes())
    } else if path.ends_with(WATCH_PATH) {
        Some(WATCH.as_bytes().to_vec())
    } else if name.contains("..") || state.withheld.is_some_and(|start| path.starts_with(start)) {
        None
    } else {
        fs::read(state.folder.join(name.trim_start_matches('/'))).ok().or_else(|| beside(&name))
    };
    let said = state.header.as_str();
    Some(match body {
        Some(body) if path == WORKER_PATH => response("200 OK", &name, &knowing_the_watch(&body), said),
        Some(body) if content_type(&name).starts_with("text/html") => response("200 OK", &name, &watched(&body), said),
        Some(body) if plain && content_type(&name) == "application/wasm" => response("200 OK", "plain", &body, said),
        Some(body) => response("200 OK", &name, &body, said),
        None => response("404 Not Found", "404.txt", b"not found\n", said),
    })
}

fn beside(name: &str) -> Option<Vec<u8>> {
    let at = |(start, folder): &(&str, &str)| Some(Path::new(folder).join(name.strip_prefix(start)?));
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(BESIDE.iter().find_map(at)?)).ok()
}

fn response(status: &str, name: &str, body: &[u8], said: &str) -> Vec<u8> {
    let kind = content_type(name);
    let length = body.len();
    // A page in a sandboxed frame has no origin of its own, so its scripts load only where every origin may read them.
    let mut bytes = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\naccess-control-allow-origin: *\r\n\
         cache-control: no-cache\r\n{said}connection: close\r\n\r\n"
    )
    .into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

/// The page with the error watch as its first script.
fn watched(html: &[u8]) -> Vec<u8> {
    let html = String::from_utf8_lossy(html);
    let script = format!("<script src=\"{}\"></script>", WATCH_PATH.trim_start_matches('/'));
    let at = html
        .find("<script")
        .or_else(|| html.find("<link"))
        .or_else(|| html.find("</head>"))
        .or_else(|| html.find("<body"));
    let (before, after) = html.split_at(at.unwrap_or(html.len()));
    format!("{before}{script}{after}").into_bytes()
}

/// The service worker for the page with the error watch in it: it keeps the watch too, and asks no digest of the page.
fn knowing_the_watch(worker: &[u8]) -> Vec<u8> {
    let worker = String::from_utf8_lossy(worker);
    let known = worker.find("\"\":\"").and_then(|at| {
        let (before, after) = worker.split_at(at + 4);
        Some(format!("{before}\",\"{}\":\"{}", WATCH_PATH.trim_start_matches('/'), &after[after.find('"')?..]))
    });
    known.map_or_else(|| worker.into_owned().into_bytes(), String::into_bytes)
}

fn content_type(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        _ => "text/plain; charset=utf-8",
    }
}

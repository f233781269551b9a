//! Starts a browser behind its `WebDriver`, with a new empty profile.

use std::{
    fmt, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};

use crate::{
    problem::{Context, Outcome, Problem},
    process::{Process, free_port},
};

/// The engines that the page must run in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browser {
    Chromium,
    Firefox,
    WebKit,
}

impl fmt::Display for Browser {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

/// A running driver; the browser and its profile end with it.
pub(crate) struct Driver {
    address: String,
    engine: Browser,
    // Dropped in this order: the driver with the browser, the display it draws on, the files it wrote.
    _process: Process,
    _display: Option<Process>,
    profile: Profile,
}

impl Driver {
    /// Starts the driver of a browser.
    pub(crate) fn start(browser: Browser) -> Outcome<Self> {
        let profile = Profile::empty()?;
        let port = free_port()?;
        let display = if browser == Browser::WebKit { Some(display()?) } else { None };
        let mut command = Command::new(match browser {
            Browser::Chromium => "chromedriver",
            Browser::Firefox => "geckodriver",
            Browser::WebKit => "WebKitWebDriver",
        });
        command.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
        command.env("TMPDIR", &profile.0).env("HOME", &profile.0);
        match browser {
            Browser::Chromium => &mut command,
            Browser::Firefox => command.arg("--websocket-port=0"),
            Browser::WebKit => command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
        };
        if let Some((_, number)) = &display {
            command.env("DISPLAY", format!(":{number}"));
        }
        let mut driver = Process::start(&mut command)?;
        driver.wait_until_it_listens(port)?;
        let address = format!("http://127.0.0.1:{port}");
        Ok(Self { address, engine: browser, _process: driver, _display: display.map(|(process, _)| process), profile })
    }

    /// Opens a window that reaches the port `server` of this machine, and everything else through the proxy at `outside`.
    pub(crate) async fn session(&self, server: u16, outside: u16) -> Outcome<Client> {
        ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(self.engine, &self.profile.0, server, outside)?)
            .connect(&self.address)
            .await
            .context(format!("{} did not open a window", self.engine))
    }
}

/// A browser without a driver; it is killed, with everything it started, when this is dropped.
pub(crate) struct Alone {
    _process: Process,
    _display: Option<Process>,
}

impl Alone {
    /// Opens an address in a browser that goes on with what is in the profile.
    pub(crate) fn open(browser: Browser, profile: &Profile, address: &str) -> Outcome<Self> {
        let folder = profile.0.join("alone");
        fs::create_dir_all(&folder).context("cannot create the folder of the profile")?;
        let display = if browser == Browser::WebKit { Some(display()?) } else { None };
        let mut command = match browser {
            Browser::Chromium => {
                let mut command = Command::new(first_on_path(&["chromium", "google-chrome"])?);
                command.args([
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ]);
                command.arg(format!("--user-data-dir={}", folder.display()));
                command
            }
            Browser::Firefox => {
                // A browser that was killed would ask next time whether to leave its extensions out.
                let settings = "user_pref('toolkit.startup.max_resumed_crashes', -1);
                    user_pref('browser.sessionstore.resume_from_crash', false);
                    user_pref('datareporting.policy.dataSubmissionEnabled', false);
                    user_pref('app.update.enabled', false);";
                fs::write(folder.join("user.js"), settings).context("cannot write the settings")?;
                let mut command = Command::new(first_on_path(&["firefox-esr", "firefox"])?);
                command.args(["--headless", "--no-remote", "--profile"]).arg(&folder);
                command
            }
            Browser::WebKit => {
                let mut command = Command::new(mini_browser()?);
                command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
                command
            }
        };
        if let Some((_, number)) = &display {
            command.env("DISPLAY", format!(":{number}"));
        }
        command.env("TMPDIR", &profile.0).env("HOME", &profile.0);
        command.arg(address).stdout(Stdio::null()).stderr(Stdio::null());
        Ok(Self { _process: Process::start(&mut command)?, _display: display.map(|(process, _)| process) })
    }
}

/// A folder that is empty at first and gone at the end.
pub(crate) struct Profile(PathBuf);

impl Profile {
    pub(crate) fn empty() -> Outcome<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        // A short path: Chromium ends at once where the sockets it puts there get names longer than 107 bytes.
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("carbon-e2e-{}-{number}", std::process::id()));
        fs::create_dir(&folder).context(format!("cannot create {}", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn capabilities(browser: Browser, profile: &Path, server: u16, outside: u16) -> Outcome<Map<String, Value>> {
    let own = format!("127.0.0.1:{server}");
    let own_by_name = format!("localhost:{server}");
    let proxy = format!("127.0.0.1:{outside}");
    let options = match browser {
        // No sandbox: it cannot be had as root or in a container, and only pages of our own are opened.
        Browser::Chromium => json!({ "goog:chromeOptions": { "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
            format!("--user-data-dir={}", profile.join("profile").display()),
            format!("--proxy-server={proxy}"),
            // Other ports of this machine are elsewhere too.
            format!("--proxy-bypass-list=<-loopback>;{own};{own_by_name}"),
        ] } }),
        Browser::Firefox => json!({ "moz:firefoxOptions": {
            "binary": first_on_path(&["firefox-esr", "firefox"])?,
            "args": ["-headless"],
            "prefs": {
                "app.update.enabled": false, "datareporting.policy.dataSubmissionEnabled": false,
                // As residents have it, not as drivers set it.
                "security.fileuri.strict_origin_policy": true,
                "network.proxy.type": 1, "network.proxy.allow_hijacking_localhost": true,
                "network.proxy.http": "127.0.0.1", "network.proxy.http_port": outside,
                "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": outside,
                "network.proxy.no_proxies_on": format!("{own}, {own_by_name}"),
            },
        } }),
        Browser::WebKit => {
            // Not by the capability `proxy`: with exceptions in it, this browser now and then ends at once.
            json!({ "webkitgtk:browserOptions": { "binary": mini_browser()?, "args": [
                "--automation", format!("--proxy=http://{proxy}"),
                format!("--ignore-host={own}"), format!("--ignore-host={own_by_name}"),
            ] } })
        }
    };
    match options {
        Value::Object(options) => Ok(options),
        _ => Err(Problem::new("capabilities must be a JSON object")),
    }
}

/// A screen in memory, large enough for a kiosk.
fn display() -> Outcome<(Process, String)> {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "2200x2200x24", "-nolisten", "tcp"]);
    let mut process = Process::start(command.stdout(Stdio::piped()).stderr(Stdio::null()))?;
    let output = process.child().stdout.take().ok_or_else(|| Problem::new("Xvfb has no standard output"))?;
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number).context("cannot read the display number from Xvfb")?;
    if number.trim().is_empty() {
        return Err(Problem::new("Xvfb ended without naming a display"));
    }
    Ok((process, number.trim().to_owned()))
}

fn first_on_path(names: &[&str]) -> Outcome<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|path| path.is_file())
        .ok_or_else(|| {
            Problem::new(format!("no {} on PATH: run `.ci/tools.sh test` to install it", names.join(" or ")))
        })
}

/// The small browser that comes with `WebKitGTK`; distributions put it in different places.
fn mini_browser() -> Outcome<PathBuf> {
    let mut folders = vec![PathBuf::from("/usr/libexec"), PathBuf::from("/usr/lib"), PathBuf::from("/usr/lib64")];
    let multiarch = fs::read_dir("/usr/lib").into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    folders.extend(multiarch.filter(|path| path.is_dir()));
    folders
        .iter()
        .flat_map(|folder| {
            ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"]
                .map(|version| folder.join(version).join("MiniBrowser"))
        })
        .find(|path| path.is_file())
        .ok_or_else(|| {
            Problem::new("WebKit's MiniBrowser was not found: run `.ci/tools.sh test` to install webkit2gtk-driver")
        })
}

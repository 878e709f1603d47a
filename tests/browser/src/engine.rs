//! How each engine is started and asked for the same things: Swedish, light or dark, a narrow window, the keyboard, a folder.

use std::fmt;
use std::fs::{self, File, Permissions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{ConnectionExt as _, InputFocus, MapState, WindowClass};

use crate::browser::patiently;

/// Far from Stockholm and off by half an hour, so that a time told by the reader's own clock is seen at once.
const TIME_ZONE: &str = "America/St_Johns";

/// The three engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Blink, by chromedriver.
    Chromium,
    /// Gecko, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by WebKitWebDriver, on a screen of Xvfb.
    WebKit,
}

impl Engine {
    /// All three.
    pub const ALL: &[Self] = &[Self::Chromium, Self::Firefox, Self::WebKit];
    /// Whose driver can pretend and measure more than the others'.
    pub const CHROMIUM: &[Self] = &[Self::Chromium];
    /// The two others.
    pub const OTHERS: &[Self] = &[Self::Firefox, Self::WebKit];
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

/// What `prefers-color-scheme` says. WebKit takes it at its start only, so it belongs to a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Makes the folder that holds all files of a session, afresh.
pub fn home(engine: Engine, scheme: Scheme, folder: &Path) -> Result<PathBuf> {
    let home = folder.join(format!("{engine}-{scheme:?}").to_lowercase());
    if home.exists() {
        fs::remove_dir_all(&home)?;
    }
    fs::create_dir_all(home.join("downloads"))?;
    let home = home.canonicalize()?;
    match engine {
        Engine::Chromium => {}
        Engine::Firefox => {
            // Lets the window be narrower than Firefox's own buttons.
            fs::create_dir_all(home.join("profile/chrome"))?;
            fs::write(home.join("profile/chrome/userChrome.css"), "* { min-width: 0 !important }")?;
        }
        Engine::WebKit => webkit_home(&home)?,
    }
    Ok(home)
}

fn webkit_home(home: &Path) -> Result<()> {
    // It saves where the desktop's settings say.
    fs::write(home.join("user-dirs.dirs"), format!("XDG_DOWNLOAD_DIR=\"{}/downloads\"\n", home.display()))?;
    // Lets the window be narrower than its buttons.
    fs::create_dir_all(home.join("gtk-3.0"))?;
    fs::write(
        home.join("gtk-3.0/gtk.css"),
        "* { min-width: 0; padding: 0; margin: 0; border: 0; font-size: 1px }",
    )?;
    // It takes its language from a locale that exists: every Debian has C.utf8, which does under another name.
    fs::create_dir_all(home.join("locale"))?;
    symlink("/usr/lib/locale/C.utf8", home.join("locale/sv_SE.UTF-8"))?;
    // Its driver drops what the browser writes; a script keeps it.
    let script =
        format!("#!/bin/sh\nexec {} \"$@\" >{}/browser.log 2>&1\n", minibrowser()?.display(), home.display());
    fs::write(home.join("minibrowser"), script)?;
    fs::set_permissions(home.join("minibrowser"), Permissions::from_mode(0o755))?;
    Ok(())
}

fn minibrowser() -> Result<PathBuf> {
    let places = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/libexec"];
    let mut paths = places.iter().map(|place| Path::new(place).join("webkit2gtk-4.1/MiniBrowser"));
    paths.find(|path| path.is_file()).context("no webkit2gtk-4.1/MiniBrowser")
}

/// Starts the engine's driver, and a screen where one is needed, and opens a session.
pub async fn start(engine: Engine, scheme: Scheme, home: &Path) -> Result<(WebDriver, Vec<Process>)> {
    let mut processes = Vec::new();
    let mut display = None;
    let mut command = match engine {
        Engine::Chromium => Command::new("chromedriver"),
        Engine::Firefox => {
            Command::new(std::env::var_os("MEDBORGARDIALOGER_GECKODRIVER").unwrap_or("geckodriver".into()))
        }
        Engine::WebKit => {
            let (screen, name) = screen(home).await?;
            processes.push(screen);
            let mut command = Command::new("WebKitWebDriver");
            command.env("DISPLAY", &name).env("LANG", "sv_SE.UTF-8").env("LOCPATH", home.join("locale"));
            display = Some(name);
            command
        }
    };
    let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    command.arg(format!("--port={port}"));
    command.env("TZ", TIME_ZONE).env("LANGUAGE", "sv").env("TMPDIR", home);
    // Chromium would else keep its HTTP cache in the tester's own folder, from run to run.
    command.env("XDG_CONFIG_HOME", home).env("XDG_CACHE_HOME", home.join("cache"));
    let log = home.join("driver.log");
    processes.push(Process::start(command, &log)?);
    let listens = async || Ok(std::net::TcpStream::connect(("127.0.0.1", port)).is_ok());
    patiently("the driver", listens).await?;

    let Value::Object(wishes) = wishes(engine, scheme, home) else { bail!("wishes are an object") };
    let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), wishes)
        .await
        .with_context(|| format!("no session in {engine}; see {}", log.display()))?;
    if engine == Engine::Chromium {
        let value = if scheme == Scheme::Dark { "dark" } else { "light" };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
        driver.cdp().send_raw("Emulation.setEmulatedMedia", features).await?;
    }
    if let Some(display) = display {
        patiently("the browser's window", async || give_keyboard(&display)).await?;
    }
    Ok((driver, processes))
}

/// Gives the window on a screen the keyboard, as a window manager would: without it no page shows a focus. Whether there is
/// a window.
fn give_keyboard(display: &str) -> Result<bool> {
    let (connection, number) = x11rb::connect(Some(display))?;
    let root = connection.setup().roots.get(number).context("no screen")?.root;
    for window in connection.query_tree(root)?.reply()?.children {
        let attributes = connection.get_window_attributes(window)?.reply()?;
        if attributes.map_state == MapState::VIEWABLE && attributes.class == WindowClass::INPUT_OUTPUT {
            connection.set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME)?.check()?;
            return Ok(true);
        }
    }
    Ok(false)
}

/// What the session is asked for, in each driver's own words.
fn wishes(engine: Engine, scheme: Scheme, home: &Path) -> Value {
    let downloads = home.join("downloads");
    let dark = scheme == Scheme::Dark;
    match engine {
        Engine::Chromium => json!({
            "browserName": "chrome",
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": {
                "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--hide-scrollbars", "--disable-component-update", "--disable-sync", "--lang=sv",
                    format!("--user-data-dir={}", home.join("profile").display()),
                ],
                "prefs": {
                    "download.default_directory": downloads,
                    "download.prompt_for_download": false,
                    "intl.accept_languages": "sv-SE,sv",
                },
            },
        }),
        Engine::Firefox => json!({
            "browserName": "firefox",
            "moz:firefoxOptions": {
                "args": ["-headless", "-profile", home.join("profile")],
                "prefs": {
                    "intl.accept_languages": "sv-SE,sv",
                    "layout.css.prefers-color-scheme.content-override": if dark { 0 } else { 1 },
                    "browser.download.folderList": 2,
                    "browser.download.dir": downloads,
                    "browser.helperApps.neverAsk.saveToDisk": "text/calendar",
                    "toolkit.legacyUserProfileCustomizations.stylesheets": true,
                    // The page's console on standard output, which is the session's driver.log.
                    "devtools.console.stdout.content": true,
                    // Asks its maker for experiments otherwise, and complains on the console when there is no net.
                    "nimbus.rollouts.enabled": false,
                    "messaging-system.rsexperimentloader.enabled": false,
                },
            },
        }),
        Engine::WebKit => json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": {
                "binary": home.join("minibrowser"),
                "args": if dark { vec!["--automation", "--dark-mode"] } else { vec!["--automation"] },
            },
        }),
    }
}

/// A screen for an engine that cannot do without one, and its name.
async fn screen(home: &Path) -> Result<(Process, String)> {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
    let log = home.join("screen.log");
    let process = Process::start(command, &log)?;
    // It finds a free number and prints it on a line, among complaints of those that are taken.
    let number = || -> Result<Option<String>> {
        let log = fs::read_to_string(&log)?;
        let whole = log.rfind('\n').and_then(|end| log.get(..end)).unwrap_or_default();
        Ok(whole.lines().rfind(|line| line.parse::<u32>().is_ok()).map(str::to_owned))
    };
    patiently("Xvfb", async || Ok(number()?.is_some())).await?;
    Ok((process, format!(":{}", number()?.unwrap_or_default())))
}

/// A process and all that it starts, ended when dropped.
pub struct Process(Child);

impl Process {
    fn start(mut command: Command, log: &Path) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let log = File::create(log)?;
        command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).process_group(0);
        Ok(Self(command.spawn().with_context(|| format!("{name} does not start"))?))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // The whole group: a driver that is killed leaves its browser behind.
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.0.wait();
    }
}

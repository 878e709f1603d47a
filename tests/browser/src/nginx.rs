//! The web server of the README, as a municipality would set it up: its own nginx block, with other folders and a port.

use std::fs;
use std::net::TcpListener;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, ensure};

use crate::browser::patiently;

/// The only text of the configuration: what is tested is what a municipality copies.
const README: &str = include_str!("../../../README.md");
/// The path of the second site.
pub const BELOW: &str = "/medborgardialoger/";
/// Below this path lies each of the sites that scenarios print for themselves.
pub const OVER: &str = "/over/";
/// Where nginx stands if the search path does not tell (Debian keeps it from ordinary users), and its modules.
const PROGRAMS: [&str; 4] = ["/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin"];
const MODULES: [&str; 3] = ["/usr/lib/nginx/modules", "/usr/lib64/nginx/modules", "/usr/local/libexec/nginx"];

/// A running nginx: one site at `/`, another at `BELOW`. It ends when dropped, and when this process ends anyhow.
pub struct Nginx {
    port: u16,
    /// Whether it can give what brotli packed beforehand.
    pub brotli: bool,
    process: Child,
}

impl Nginx {
    /// Serves the site in `root` at `/`, that in `below` at `BELOW` and those in `over` at `OVER`, with its own files in
    /// `home`.
    pub async fn start(home: &Path, root: &Path, below: &Path, over: &Path) -> Result<Self> {
        let program = program()?;
        // Free now; nothing else here asks for ports at random.
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let module = module();
        let config = home.join("nginx.conf");
        fs::create_dir_all(home)?;
        fs::write(
            &config,
            main(home, &sites(port, [root, below, over], module.is_some())?, module.as_deref()),
        )?;
        let log = home.join("error.log");
        let given =
            ["-p".as_ref(), home.as_os_str(), "-c".as_ref(), config.as_ref(), "-e".as_ref(), log.as_ref()];
        let judged = Command::new(&program).args(given).arg("-t").output();
        let judged = judged.with_context(|| format!("{} does not start", program.display()))?;
        ensure!(
            judged.status.success(),
            "the README's nginx block: {}",
            String::from_utf8_lossy(&judged.stderr)
        );
        // The shell ends nginx when its own input ends: with this process, however that comes to its end. A group of
        // its own, since ctrl-c would else end the shell first.
        let process = Command::new("sh")
            .args(["-c", r#""$@" & read -r _; kill "$!""#, "sh"])
            .arg(&program)
            .args(given)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()?;
        let nginx = Self { port, brotli: module.is_some(), process };
        let listens = async || Ok(std::net::TcpStream::connect(("127.0.0.1", port)).is_ok());
        patiently("nginx", listens).await.with_context(|| fs::read_to_string(&log).unwrap_or_default())?;
        Ok(nginx)
    }

    /// "http://127.0.0.1:1234", without a slash at the end.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Waiting closes its input first.
        let _ = self.process.wait();
    }
}

/// The README's block for a site at `/` as it stands, and for others below a path as its comments say.
fn sites(port: u16, [root, below, over]: [&Path; 3], brotli: bool) -> Result<String> {
    let (_, block) = README.split_once("```nginx\n").context("the README has no nginx block")?;
    let (block, _) = block.split_once("```").context("the README's nginx block has no end")?;
    let mut block = block.to_owned();
    if !brotli {
        block = swap(&block, "brotli_static on;", "")?;
    }
    let block = swap(&block, "listen 80;", &format!("listen 127.0.0.1:{port};"))?;
    let block = swap(&block, "(200|206|304)/", &format!("(200|206|304)(/|{BELOW}|{OVER}[^/]+/)"))?;
    let (head, location) = block.split_once("    location / {").context("no location /")?;
    let (location, tail) = location.split_once("\n    }\n").context("location / has no end")?;
    let location = format!("    location / {{{location}\n    }}\n");
    let folder = "alias /var/www/medborgardialoger/;";
    let at = |folder: &Path| format!("alias \"{}/\";", folder.display());
    let first = swap(&location, folder, &at(root))?;
    let second = swap(&location, folder, &at(below))?;
    let second = swap(&second, "location / {", &format!("location {BELOW} {{"))?;
    let second = swap(&second, "=404 /404.html;", &format!("=404 {BELOW}404.html;"))?;
    let bare = BELOW.trim_end_matches('/');
    let bare = format!("    location = {bare} {{ absolute_redirect off; return 301 {BELOW}; }}\n");
    let third = swap(&swap(&location, folder, &at(over))?, "location / {", &format!("location {OVER} {{"))?;
    Ok([head, &first, &second, &bare, &third, tail].concat())
}

/// Replaces what stands there exactly once.
fn swap(text: &str, from: &str, to: &str) -> Result<String> {
    ensure!(text.matches(from).count() == 1, "the README's nginx block has to say {from:?} once");
    Ok(text.replace(from, to))
}

/// What stands around a site's block: little, and the defaults of Debian that reach into it.
fn main(home: &Path, sites: &str, module: Option<&Path>) -> String {
    let load = module.map(|module| format!("load_module \"{}\";\n", module.display())).unwrap_or_default();
    // One process, of whoever runs the tests.
    let mut main = format!("{load}daemon off;\nmaster_process off;\npid \"{}/nginx.pid\";\n", home.display());
    main += "events { worker_connections 512; }\nhttp {\naccess_log off;\nsendfile on;\ngzip on;\n";
    for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"] {
        main += &format!("{kind}_temp_path \"{}/{kind}\";\n", home.display());
    }
    main + sites + "}\n"
}

fn program() -> Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let unpacked = unpacked().map(|folder| folder.join("usr/sbin"));
    let places = unpacked.into_iter().chain(std::env::split_paths(&path)).chain(PROGRAMS.map(PathBuf::from));
    let mut programs = places.map(|place| place.join("nginx"));
    programs.find(|program| program.is_file()).with_context(|| "no nginx: run ./dev test browser")
}

/// The module for brotli, if there is one.
fn module() -> Option<PathBuf> {
    let places = match unpacked() {
        Some(folder) => vec![folder.join("usr/lib/nginx/modules")],
        None => MODULES.map(PathBuf::from).to_vec(),
    };
    places.iter().map(|place| place.join("ngx_http_brotli_static_module.so")).find(|module| module.is_file())
}

/// Where ./dev has unpacked Debian's packages, if it has.
fn unpacked() -> Option<PathBuf> {
    std::env::var_os("MEDBORGARDIALOGER_NGINX").map(PathBuf::from).filter(|folder| folder.is_dir())
}

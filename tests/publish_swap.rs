//! The old site is exchanged for the new one in a single step, whatever happens.
#![cfg(feature = "publish")]
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "it measures")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

#[path = "util/press.rs"]
mod press;

use press::{Bench, errors, feed_of};
use std::{
    fs,
    os::unix::fs::symlink,
    path::Path,
    process::Stdio,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

/// The feed of a generation: each page says which, in the name of its publisher.
fn generation(n: usize) -> String {
    let meeting = r#""meetings":[{"id":"m","start":"2024-06-03T16:00:00+02:00"}]"#;
    let dialogues: Vec<String> =
        (0..12).map(|i| format!(r#"{{"id":"d{i}","title":"D{i}",{meeting}}}"#)).collect();
    feed_of(&format!("Kommun-{n}."), &dialogues.join(","))
}

/// The generation that a file tells, if it is whole.
fn told(file: &Path, end: &str) -> usize {
    let text = fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    assert!(text.trim_end().ends_with(end), "{} is cut off: {text}", file.display());
    let number = text.split("Kommun-").nth(1).and_then(|rest| rest.split('.').next());
    number.and_then(|n| n.parse().ok()).unwrap_or_else(|| panic!("{} tells none", file.display()))
}

/// Reads a site as a visitor does, by its addresses. While it is read no generation may come that is neither the one
/// before nor the one after; and what is read between two looks at the same one is all of that one.
fn look(out: &Path) -> usize {
    let index = || told(&out.join("index.html"), "</html>");
    let before = index();
    let met: Vec<usize> = [
        ("feed.json", "]}"),
        ("dialog/d0/index.html", "</html>"),
        ("dialog/d11/index.html", "</html>"),
        ("404.html", "</html>"),
        ("alla.ics", "END:VCALENDAR"),
    ]
    .iter()
    .map(|(name, end)| told(&out.join(name), end))
    .collect();
    let after = index();
    assert!(met.iter().all(|n| (before..=after).contains(n)), "{before} {met:?} {after}");
    before
}

fn beside(bench: &Bench) -> Vec<String> {
    let names = fs::read_dir(&bench.folder).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn a_reader_meets_one_whole_site_at_every_moment_though_publishers_are_killed() {
    let bench = Bench::new("killed", "/");
    bench.print(&generation(0), "out");
    let whole = bench.files("out").into_keys().collect::<Vec<_>>();
    // The shortest of three: whatever else the machine does, most must be met at work.
    let lengths = (1..4).map(|n| {
        let begun = Instant::now();
        bench.print(&generation(n), "out");
        begun.elapsed().as_micros() as u64
    });
    let length = lengths.min().unwrap();
    let (over, out) = (AtomicBool::new(false), bench.path("out"));
    let (mut killed, mut done) = (0, 0);
    thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut looks = 0;
            let mut last = 0;
            while !over.load(Ordering::Relaxed) {
                let met = look(&out);
                assert!(met >= last, "an old site came back");
                (last, looks) = (met, looks + 1);
            }
            looks
        });
        // Spread over the run and as long again, in an order that looks like chance.
        for n in 4..64 {
            bench.feed(&generation(n));
            let mut command = bench.command("site", "given.json", "out");
            let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            thread::sleep(Duration::from_micros(n as u64 * 7919 % 60 * length / 30));
            let ended = child.try_wait().unwrap().is_some();
            child.kill().unwrap();
            child.wait().unwrap();
            if ended {
                done += 1
            } else {
                killed += 1
            }
            assert_eq!(bench.files("out").into_keys().collect::<Vec<_>>(), whole, "after {n}");
            look(&out);
        }
        over.store(true, Ordering::Relaxed);
        let looks = reader.join().unwrap();
        println!("{killed} killed, {done} done, {looks} looks at the site");
        assert!(killed >= 10 && done >= 1 && looks >= 60, "{killed} {done} {looks}");
    });
    bench.print(&generation(99), "out");
    assert_eq!(look(&out), 99);
    assert_eq!(beside(&bench), ["given.json", "out", "site"], "what the killed left is removed");
}

#[test]
fn two_publishers_at_once_take_turns() {
    let bench = Bench::new("turns", "/");
    bench.print(&generation(0), "out");
    let children: Vec<_> = (1..=6)
        .map(|n| {
            let name = format!("{n}.json");
            fs::write(bench.path(&name), generation(n)).unwrap();
            let mut command = bench.command("site", &name, "out");
            command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    let mut waited = 0;
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", errors(&output));
        waited += errors(&output).matches("En annan publicering intill ").count();
    }
    assert!(waited > 0, "nobody had to wait");
    assert!((1..=6).contains(&look(&bench.path("out"))));
    assert!(beside(&bench).iter().all(|name| !name.starts_with('.')), "{:?}", beside(&bench));
}

#[test]
fn a_link_to_the_folder_stays_a_link() {
    let bench = Bench::new("link", "/");
    bench.print(&generation(1), "real");
    symlink("real", bench.path("out")).unwrap();
    bench.print(&generation(2), "out");
    assert_eq!(fs::read_link(bench.path("out")).unwrap(), Path::new("real"));
    assert_eq!(look(&bench.path("real")), 2);
}

#[test]
fn a_site_that_stood_aside_when_a_publisher_died_is_put_back() {
    let bench = Bench::new("aside", "/");
    bench.print(&generation(1), "out");
    fs::rename(bench.path("out"), bench.path(".out.print-old")).unwrap();
    bench.feed("{}");
    let output = bench.command("site", "given.json", "out").output().unwrap();
    assert!(!output.status.success());
    assert_eq!(look(&bench.path("out")), 1);
}

/// Publishes as somebody who may exchange the old site and may not remove it: root becomes nobody, anybody else takes
/// the right away.
fn by_another(bench: &Bench, n: usize) -> std::process::Output {
    use std::os::unix::{
        fs::{MetadataExt, PermissionsExt, chown},
        process::CommandExt,
    };
    const NOBODY: u32 = 65534;
    bench.feed(&generation(n));
    let mut command = bench.command("site", "given.json", "out");
    if fs::metadata(bench.path("site")).unwrap().uid() == 0 {
        chown(&bench.folder, Some(NOBODY), Some(NOBODY)).unwrap();
        command.uid(NOBODY).gid(NOBODY);
    } else {
        for folder in ["out/dialog/d0", "out"] {
            fs::set_permissions(bench.path(folder), fs::Permissions::from_mode(0o555)).unwrap();
        }
    }
    command.output().unwrap()
}

#[test]
fn an_old_site_that_cannot_be_removed_is_told_and_stops_no_publication() {
    let bench = Bench::new("unremovable", "/");
    bench.print(&generation(1), "out");
    let told = |output: &std::process::Output, left: &[&str]| {
        let words = errors(output).replace(&format!("{}/", bench.folder.display()), "");
        let words: Vec<&str> = words.lines().filter(|line| line.contains("tas bort")).collect();
        let line = |name: &&str| {
            format!(
                "Varning: Den nya webbplatsen är på plats, men den gamla kunde inte tas bort. Ta bort {name} (kanske \
                 som en annan användare)."
            )
        };
        assert_eq!(words, left.iter().map(line).collect::<Vec<_>>());
        assert_eq!(output.status.code(), Some(0));
    };
    told(&by_another(&bench, 2), &[".out.print-new"]);
    assert_eq!(look(&bench.path("out")), 2);
    // Another name beside it is taken.
    bench.feed(&generation(3));
    told(&by_another(&bench, 3), &[".out.print-new"]);
    assert_eq!(look(&bench.path("out")), 3);
}

#[test]
fn files_of_an_older_site_stay_for_a_week_for_whoever_has_an_older_page() {
    let bench = Bench::new("kept", "/");
    let print = |now: &str| {
        let mut command = bench.command("site", "given.json", "out");
        let output = command.args(["--now", now]).output().unwrap();
        assert!(output.status.success(), "{}", errors(&output));
        let sum = format!(" {} filer.", bench.files("out").len());
        assert!(String::from_utf8_lossy(&output.stdout).contains(&sum), "{output:?}");
    };
    let (old, new) = ("parts-2e84b1c09d3f7a65.css", "parts-aaaaaaaaaaaa.css");
    let there = || ["", ".br", ".gz"].map(|end| bench.path(&format!("out/{old}{end}")).exists());
    let seconds = |name: &str| {
        let time = fs::metadata(bench.path("out").join(name)).unwrap().modified().unwrap();
        time.duration_since(std::time::UNIX_EPOCH).unwrap().as_secs()
    };
    bench.feed(&generation(1));
    print("2024-06-01T12:00:00+02:00");
    let index = fs::read_to_string(bench.path("site/index.html")).unwrap();
    fs::write(bench.path("site/index.html"), index.replace(old, new)).unwrap();
    fs::rename(bench.path("site").join(old), bench.path("site").join(new)).unwrap();
    print("2024-06-10T12:00:00+02:00");
    assert_eq!(there(), [true; 3], "the page that was replaced just now names it");
    let time = util::at("2024-06-10T12:00:00+02:00").timestamp() as u64;
    assert_eq!([old, &format!("{old}.br")].map(seconds), [time; 2], "when it was superseded");
    let before = bench.files("out");
    print("2024-06-10T12:00:00+02:00");
    assert!(bench.files("out") == before && seconds(old) == time);
    print("2024-06-17T12:00:00+02:00");
    assert_eq!((there(), seconds(old)), ([true; 3], time), "after a week");
    print("2024-06-18T12:00:00+02:00");
    assert_eq!(there(), [false; 3], "after eight days");
    assert!(bench.path("out").join(new).exists());
}

#[test]
fn everybody_may_read_the_site_whatever_the_publishers_umask() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Bench::new("umask", "/");
    bench.feed(&generation(1));
    let publish = bench.command("site", "given.json", "out");
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", "umask 077; exec \"$0\" \"$@\""]).arg(publish.get_program()).args(publish.get_args());
    assert!(shell.current_dir(&bench.folder).output().unwrap().status.success());
    let mode = |name: &str| fs::metadata(bench.path(name)).unwrap().permissions().mode() & 0o7777;
    for folder in ["out", "out/dialog", "out/dialog/d0"] {
        assert_eq!(mode(folder), 0o755, "{folder}");
    }
    for file in ["out/index.html", "out/index.html.br", "out/dialog/d0/m.ics", "out/share.png"] {
        assert_eq!(mode(file), 0o644, "{file}");
    }
}

#[test]
fn a_terminal_that_hears_nothing_and_an_argument_that_is_no_text_are_no_panic() {
    use std::{ffi::OsStr, fs::File, os::unix::ffi::OsStrExt};
    let bench = Bench::new("deaf", "/");
    bench.feed(&generation(1));
    let full = || File::options().write(true).open("/dev/full").unwrap();
    let mut command = bench.command("site", "given.json", "out");
    assert_eq!(command.stdout(full()).stderr(full()).status().unwrap().code(), Some(0));
    assert_eq!(look(&bench.path("out")), 1);
    let mut command = bench.command("site", "given.json", "out");
    let output = command.arg(OsStr::from_bytes(b"--\xff")).output().unwrap();
    assert!(errors(&output).starts_with("”--\u{fffd}” är okänt eller saknar sitt värde.\n"), "{output:?}");
    assert_eq!(output.status.code(), Some(1));
    let name = OsStr::from_bytes(b"ut-\xe5");
    let output = bench.command("site", "given.json", "out").arg("--out").arg(name).output().unwrap();
    assert!(output.status.success() && bench.path("").join(name).join("index.html").exists(), "{output:?}");
}

#[test]
fn the_folder_keeps_who_may_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Bench::new("mode", "/");
    bench.print(&generation(1), "out");
    fs::set_permissions(bench.path("out"), fs::Permissions::from_mode(0o2750)).unwrap();
    bench.print(&generation(2), "out");
    assert_eq!(fs::metadata(bench.path("out")).unwrap().permissions().mode() & 0o7777, 0o2750);
}

#[test]
fn what_is_as_it_was_keeps_its_time_and_what_is_not_gets_a_later_second() {
    let bench = Bench::new("times", "/");
    let time = |name: &str| fs::metadata(bench.path("out").join(name)).unwrap().modified().unwrap();
    bench.print(&generation(1), "out");
    let script =
        fs::read_dir(bench.path("out")).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap());
    let script = script.filter(|name| name.starts_with("start-")).min().unwrap();
    let (before, page) = (time(&script), time("index.html"));
    bench.print(&generation(2), "out");
    assert_eq!(time(&script), before);
    assert!(time("index.html") >= page + Duration::from_secs(1) && time("index.html.br") > page);
}

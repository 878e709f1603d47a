//! What the publisher refuses, and that the old site then is as it was.
#![cfg(feature = "publish")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

#[path = "util/press.rs"]
mod press;

use press::{Bench, errors, feed_of};
use std::{
    fs,
    io::{Read, Write},
    net::TcpListener,
    process::Command,
    thread,
};
use util::{file, frame};

/// Runs it; what it says, with the test's own folder left out, and that nothing has changed.
#[track_caller]
fn refused(bench: &Bench, command: &mut Command, words: &str) {
    let before = bench.path("out").exists().then(|| bench.files("out"));
    let output = command.output().unwrap();
    let folder = format!("{}/", bench.folder.display());
    assert_eq!(errors(&output).replace(&folder, ""), words);
    assert_eq!(output.status.code(), Some(1));
    let after = bench.path("out").exists().then(|| bench.files("out"));
    assert!(before == after, "the old site is not as it was");
    let left: Vec<_> = fs::read_dir(&bench.folder).unwrap().map(|f| f.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_str().unwrap().starts_with('.')), "{left:?}");
}

#[test]
fn a_feed_with_errors_leaves_the_old_site_and_every_message_is_said() {
    let bench = Bench::new("broken", "/");
    bench.print(&file("public/feed.json"), "out");
    bench.feed(&frame(
        r#"{"id":"a","title":"<b>A</b>","stage":"open"},{"id":"a","title":"B"},
        {"id":"c","title":"C","stage":"open","meetings":[{"id":"m","start":"2024-06-10T18:00:00+01:00"}]}"#,
    ));
    refused(
        &bench,
        &mut bench.command("site", "given.json", "out"),
        "Fel: a: dialogues[0].title innehåller HTML-koden ”<b>”, och den visas som den står. Ta bort koden och skriv bara text.
Fel: a: dialogues[1].id är ”a”. Det ska vara ett id som inget annat har.
Fel: c: dialogues[2].meetings[0].start är ”2024-06-10T18:00:00+01:00”, men då gäller +02:00 i Sverige, inte +01:00. Skriv svensk tid med +02:00.
given.json: 3 fel, 0 varningar
Filen har 3 fel. Inget är publicerat, den gamla webbplatsen står kvar.
",
    );
    bench.feed("{\"version\":");
    refused(
        &bench,
        &mut bench.command("site", "given.json", "out"),
        "Fel: Filen är inte hel JSON: felet är på rad 1, tecken 11. Rätta det, ofta saknas ett kommatecken, ett citattecken eller filens slut. Den gamla webbplatsen står kvar.\n",
    );
}

#[test]
fn a_time_that_calendars_will_not_notice_is_told_against_the_old_sites_feed_and_does_not_stop() {
    let bench = Bench::new("moved", "/");
    let feed = |start: &str| {
        frame(&format!(
            r#"{{"id":"a","title":"A","stage":"open","meetings":[{{"id":"m","start":"{start}"}}]}}"#
        ))
    };
    bench.print(&feed("2024-06-10T18:00:00+02:00"), "out");
    bench.feed(&feed("2024-06-11T18:00:00+02:00"));
    let output = bench.command("site", "given.json", "out").output().unwrap();
    assert_eq!(
        errors(&output),
        "Varning: a: dialogues[0].meetings[0].sequence är inte högre än förut, fast mötets tid är ändrad: från måndag 10 juni 2024 kl. 18.00 till tisdag 11 juni 2024 kl. 18.00. Skriv 1, annars står den gamla tiden kvar i kalendrar.
given.json: 0 fel, 1 varningar
"
    );
    let done = format!("out: 12 sidor, {} filer.\n", bench.files("out").len());
    assert_eq!(String::from_utf8_lossy(&output.stdout), done);
}

#[test]
fn a_folder_that_holds_something_else_is_left_alone() {
    let bench = Bench::new("other", "/");
    bench.feed(&file("public/feed.json"));
    fs::create_dir(bench.path("out")).unwrap();
    fs::write(bench.path("out/letter.txt"), "Kära mor").unwrap();
    let words = "out innehåller något annat än en publicerad webbplats och får stå kvar. Ange en tom eller ny mapp.\n";
    refused(&bench, &mut bench.command("site", "given.json", "out"), words);
    fs::write(bench.path("out/index.html"), "<!doctype html><html lang=\"sv\"><p>Hej</p></html>").unwrap();
    refused(&bench, &mut bench.command("site", "given.json", "out"), words);
    fs::remove_dir_all(bench.path("out")).unwrap();
    fs::create_dir(bench.path("out")).unwrap();
    bench.print(&file("public/feed.json"), "out");
}

#[test]
fn what_is_not_of_the_site_is_named_and_does_not_vanish() {
    let bench = Bench::new("stranger", "/");
    bench.print(&file("public/feed.json"), "out");
    // What earlier sites of this app leave is none.
    fs::write(bench.path("out/old-0123456789abcdef.css"), "").unwrap();
    fs::write(bench.path("out/old-0123456789abcdef.css.br"), "").unwrap();
    fs::rename(bench.path("site/start.js"), bench.path("kept.js")).unwrap();
    let output = bench.command("site", "given.json", "out").output().unwrap();
    assert!(output.status.success(), "{}", errors(&output));
    fs::rename(bench.path("kept.js"), bench.path("site/start.js")).unwrap();
    for (name, is_folder) in
        [("verification.html", false), (".well-known", true), ("bilder", true), ("karta.json.gz", false)]
    {
        let path = bench.path("out").join(name);
        if is_folder {
            fs::create_dir(&path).unwrap()
        } else {
            fs::write(&path, "min").unwrap()
        }
        let words = format!(
            "out/{name} hör inte till webbplatsen och skulle försvinna. Lägg egna filer i den byggda webbplatsens \
             mapp (--site), eller flytta dem.\n"
        );
        refused(&bench, &mut bench.command("site", "given.json", "out"), &words);
        // In the site's own folder it is published.
        fs::rename(&path, bench.path("site").join(name)).unwrap();
        bench.print(&file("public/feed.json"), "out");
        bench.print(&file("public/feed.json"), "out");
        assert_eq!(path.exists(), !is_folder, "an empty folder is no file");
    }
}

#[test]
fn what_no_server_could_send_is_refused() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt, os::unix::fs::symlink};
    let bench = Bench::new("special", "/");
    bench.print(&file("public/feed.json"), "out");
    let run = |words: &str| refused(&bench, &mut bench.command("site", "given.json", "out"), words);
    bench.feed(&feed_of("Provby", ""));
    let pipe = bench.path("site/pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    run("site/pipe är varken fil eller mapp. Ta bort den.\n");
    fs::remove_file(pipe).unwrap();
    symlink("nowhere", bench.path("site/link")).unwrap();
    run("site/link finns inte. Den gamla webbplatsen står kvar.\n");
    fs::remove_file(bench.path("site/link")).unwrap();
    fs::write(bench.path("site").join(OsStr::from_bytes(b"\xe5.txt")), "").unwrap();
    run("site/\u{fffd}.txt: namnet går inte att skriva i en webbadress. Byt namn på filen.\n");
}

#[test]
fn what_is_asked_wrongly_is_told_in_words() {
    let bench = Bench::new("asked", "/");
    bench.print(&file("public/feed.json"), "out");
    let run = |site: &str, out: &str, more: &[&str], words: &str| {
        refused(&bench, bench.command(site, "given.json", out).args(more), words);
    };
    let nowhere =
        "nowhere är ingen byggd webbplats: index.html saknas eller saknar sina märken. Kör ./dev build.\n";
    run("nowhere", "out", &[], nowhere);
    let nested = "site och site/ut ligger den ena i den andra. Ange skilda mappar, eller en och samma.\n";
    run("site", "site/ut", &[], nested);
    run("site", "no/where/out", &[], "no/where finns inte.\n");
    let time = "--now är ”igår”. Det ska vara en tid med tidszon, som 2024-06-03T12:00:00+02:00.\n";
    run("site", "out", &["--now", "igår"], time);
    let origin = "--origin är ”https://a.example/b”. Det ska vara en adress utan sökväg, som https://dialog.example (å, ä och ö som xn--).\n";
    run("site", "out", &["--origin", "https://a.example/b"], origin);
    for wrong in [
        "https://::::",
        "https://",
        "https://.",
        "https://a.example:x",
        "ftp://a.example",
        "https://å.example",
    ] {
        run("site", "out", &["--origin", wrong], &origin.replace("https://a.example/b", wrong));
    }
    let scheme = "En adress med ftp:// kan inte hämtas. Ange https://, http:// eller en fil.\n";
    run("site", "out", &["--feed", "FTP://a.example/feed.json"], scheme);
    run("site", "out", &["--feed", "feed.json"], "feed.json finns inte. Den gamla webbplatsen står kvar.\n");
    let usage = medborgardialoger::text::publish::USAGE;
    run("site", "out", &["--fast"], &format!("”--fast” är okänt eller saknar sitt värde.\n{usage}\n"));
    bench.feed(&feed_of("Provby", ""));
    let mut bare = Command::new(env!("CARGO_BIN_EXE_publish"));
    bare.current_dir(&bench.folder).args(["--site", "site", "--feed", "given.json", "--out", "out"]);
    let words = "given.json: 0 fel, 0 varningar\nDet framgår inte var webbplatsen ska stå. Skriv url i filen, eller ange --origin.\n";
    refused(&bench, &mut bare, words);
}

/// Answers a request with these bytes; the address.
fn serving(answer: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/feed.json", listener.local_addr().unwrap());
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _ = stream.read(&mut [0; 2048]).unwrap();
        let _ = stream.write_all(answer.as_bytes());
    });
    address
}

#[test]
fn a_feed_can_come_from_an_address() {
    let bench = Bench::new("address", "/");
    let feed = file("public/feed.json");
    bench.print(&feed, "out");
    let answer = |status: &str, body: &str| {
        format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n\r\n{body}", body.len())
    };
    let address = serving(answer("200 OK", &feed));
    assert!(bench.command("site", &address, "other").output().unwrap().status.success());
    assert!(bench.files("other") == bench.files("out"));
    let address = serving(answer("404 Not Found", "borta"));
    let stays = "Den gamla webbplatsen står kvar.";
    let words = format!("{address} kunde inte hämtas: servern svarade 404. Kontrollera adressen. {stays}\n");
    refused(&bench, &mut bench.command("site", &address, "out"), &words);
    let address = serving(format!("HTTP/1.1 200 OK\r\n\r\n{}", " ".repeat(17 * 1024 * 1024)));
    let words = format!(
        "{address} kunde inte hämtas: filen är större än 16 MB. Flytta äldre dialoger till en fil för sig (next). {stays}\n"
    );
    refused(&bench, &mut bench.command("site", &address, "out"), &words);
    let address = serving(format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{feed}", feed.len() + 9));
    let words = format!(
        "{address} kunde inte hämtas: svaret bröts av innan allt hade kommit. Försök igen. {stays}\n"
    );
    refused(&bench, &mut bench.command("site", &address, "out"), &words);
    let there = serving(answer("200 OK", &feed));
    let address = serving(format!("HTTP/1.1 302 Found\r\nLocation: {there}\r\nContent-Length: 0\r\n\r\n"));
    let address = address.replace("http://", "HTTP://");
    let output = bench.command("site", &address, "led").output().unwrap();
    assert!(output.status.success(), "{}", errors(&output));
    assert!(bench.files("led") == bench.files("out"), "a redirect is followed");
}

#[test]
fn a_folder_without_the_right_to_write_is_told_in_words() {
    use std::os::unix::{
        fs::{MetadataExt, PermissionsExt},
        process::CommandExt,
    };
    let bench = Bench::new("forbidden", "/");
    bench.print(&file("public/feed.json"), "out");
    let mut command = bench.command("site", "given.json", "out");
    if fs::metadata(bench.path("site")).unwrap().uid() == 0 {
        command.uid(65534).gid(65534);
    } else {
        fs::set_permissions(&bench.folder, fs::Permissions::from_mode(0o555)).unwrap();
    }
    bench.feed(&feed_of("Provby", ""));
    refused(
        &bench,
        &mut command,
        "given.json: 0 fel, 0 varningar
.out.print-new: den som publicerar har inte rätt att läsa eller skriva här. Ändra rättigheterna, eller publicera som en annan användare. Den gamla webbplatsen står kvar.
",
    );
    fs::set_permissions(&bench.folder, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn where_the_site_stands_is_told_when_it_is_a_guess() {
    let bench = Bench::new("guess", "/medborgardialoger/");
    bench.feed(
        &feed_of("Provby", "").replace(r#""dialogues""#, r#""url":"https://p.example/x/","dialogues""#),
    );
    let mut command = Command::new(env!("CARGO_BIN_EXE_publish"));
    command.current_dir(&bench.folder).args(["--site", "site", "--feed", "given.json", "--out", "out"]);
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(
        said.lines().last(),
        Some(
            "Länkar och kalendrar säger att webbplatsen står på https://p.example/medborgardialoger/, för filens url \
             har den värden. Står den någon annanstans, ange --origin."
        )
    );
    let output = command.arg("--help").output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let usage = medborgardialoger::text::publish::USAGE;
    assert_eq!(String::from_utf8_lossy(&output.stdout), format!("{usage}\n"));
}

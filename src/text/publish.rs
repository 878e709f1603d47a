//! What the publisher says on a terminal, in whole sentences: what is wrong, what to do. They are for those who run a
//! server or write the feed, in Swedish like the validator's (text::check), and no resident downloads them.

use super::{Text, check::unreadable};
use crate::domain::{
    feed::FeedError,
    route::{Links, Route},
};

/// How it is called.
pub const USAGE: &str =
    "publish --site MAPP --feed FIL_ELLER_ADRESS --out MAPP [--origin https://VÄRD] [--now TID] [--no-worker] [--plain]
  --site    den byggda webbplatsen, från ./dev build eller från en tidigare publicering
  --feed    filen med dialoger, eller dess adress (https eller http)
  --out     mappen som webbservern visar; den byts i ett enda steg när allt är skrivet
  --origin  var webbplatsen ska stå; annars där filens url säger att sidan finns
  --now     tiden att räkna från (som 2024-06-03T12:00:00+02:00); annars klockan
  --no-worker  sidan sparas inte för den som är utan nät; där den redan är sparad tas det bort
  --plain   inga .br och .gz, och som --no-worker
  --help    den här hjälpen";

/// Why nothing was published; the old site is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// An option that must be there.
    Lacking(&'static str),
    /// An option that nobody knows, or one without its value.
    Unknown(String),
    /// `--now` is no time.
    Time(String),
    /// `--origin` is no origin.
    Origin(String),
    /// Neither `--origin` nor the feed says where the site will stand.
    Nowhere,
    /// A file or folder that is not there.
    Missing(String),
    /// One that whoever publishes has no right to.
    Forbidden(String),
    /// One that the disk has no room for.
    Full(String),
    /// One on a disk that can only be read.
    ReadOnly(String),
    /// A file or folder, and what else the system says of it.
    File(String, String),
    /// Whoever wrote into this folder came to a sudden end.
    Broken(String),
    /// A file of the site whose name is not UTF-8.
    Name(String),
    /// Something in the site that is neither a file nor a folder.
    Special(String),
    /// The site's index.html is none of this app's.
    Site(String),
    /// The folder to replace holds something else.
    Out(String),
    /// The folder to replace holds this, which is no part of a site.
    Stranger(String),
    /// A folder that an earlier publication left beside can't be removed, and is in the way.
    Left(String),
    /// The folder to replace can't be exchanged: something is mounted there.
    Mounted(String),
    /// One of site and out lies inside the other.
    Nested(String, String),
    /// The feed's address has a scheme that nobody here knows.
    Scheme(String),
    /// The feed could not be fetched from its address.
    Fetch(String, Unfetched),
    /// The feed can't be read at all.
    Feed(FeedError),
    /// The feed has errors, each told before.
    Errors(usize),
}

/// Why a feed could not be fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfetched {
    /// The server answered with this status.
    Status(u16),
    /// It took longer than this many seconds.
    Slow(u64),
    /// It is larger than this many megabytes.
    Large(u64),
    /// The answer ended before its end.
    Cut,
    /// It leads from https to http.
    Unsafe,
    /// No connection, in the library's own words.
    Other(String),
}

/// A refusal as a sentence or two.
pub fn refusal(text: &Text, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Lacking(option) => format!("{option} saknas.\n{USAGE}"),
        Refusal::Unknown(option) => format!("”{option}” är okänt eller saknar sitt värde.\n{USAGE}"),
        Refusal::Time(time) => {
            format!("--now är ”{time}”. Det ska vara en tid med tidszon, som 2024-06-03T12:00:00+02:00.")
        }
        Refusal::Origin(origin) => {
            format!(
                "--origin är ”{origin}”. Det ska vara en adress utan sökväg, som https://dialog.example (å, ä och ö som xn--)."
            )
        }
        Refusal::Nowhere => {
            "Det framgår inte var webbplatsen ska stå. Skriv url i filen, eller ange --origin.".to_owned()
        }
        Refusal::Missing(name) => format!("{name} finns inte."),
        Refusal::Forbidden(name) => format!(
            "{name}: den som publicerar har inte rätt att läsa eller skriva här. Ändra rättigheterna, eller publicera \
             som en annan användare."
        ),
        Refusal::Full(name) => format!("{name} får inte plats: disken är full."),
        Refusal::ReadOnly(name) => format!("{name} kan inte skrivas: disken är skrivskyddad."),
        Refusal::File(name, why) => format!("{name}: {why}."),
        Refusal::Broken(folder) => format!("{folder}: avbröts."),
        Refusal::Scheme(scheme) => {
            format!("En adress med {scheme}:// kan inte hämtas. Ange https://, http:// eller en fil.")
        }
        Refusal::Name(name) => {
            format!("{name}: namnet går inte att skriva i en webbadress. Byt namn på filen.")
        }
        Refusal::Special(name) => format!("{name} är varken fil eller mapp. Ta bort den."),
        Refusal::Site(site) => {
            format!(
                "{site} är ingen byggd webbplats: index.html saknas eller saknar sina märken. Kör ./dev build."
            )
        }
        Refusal::Out(out) => format!(
            "{out} innehåller något annat än en publicerad webbplats och får stå kvar. Ange en tom eller ny mapp."
        ),
        Refusal::Stranger(name) => format!(
            "{name} hör inte till webbplatsen och skulle försvinna. Lägg egna filer i den byggda webbplatsens mapp \
             (--site), eller flytta dem."
        ),
        Refusal::Left(folder) => format!(
            "{folder} finns kvar efter en tidigare publicering och kan inte tas bort. Ta bort mappen (kanske som en \
             annan användare) och publicera igen."
        ),
        Refusal::Mounted(out) => format!(
            "{out} kan inte bytas, för den är en egen volym. Ange en mapp inuti den, och låt webbservern visa den."
        ),
        Refusal::Nested(site, out) => {
            format!("{site} och {out} ligger den ena i den andra. Ange skilda mappar, eller en och samma.")
        }
        Refusal::Fetch(address, why) => format!("{address} kunde inte hämtas: {}", unfetched(why)),
        Refusal::Feed(error) => format!("Fel: {}", unreadable(text, error)),
        Refusal::Errors(1) => {
            "Filen har ett fel. Inget är publicerat, den gamla webbplatsen står kvar.".to_owned()
        }
        Refusal::Errors(errors) => {
            format!("Filen har {errors} fel. Inget är publicerat, den gamla webbplatsen står kvar.")
        }
    }
}

/// A refusal with the word that nothing is lost, where an old site stands and that is in doubt.
pub fn stands(refusal: &Refusal, words: String) -> String {
    match refusal {
        Refusal::Missing(_)
        | Refusal::Forbidden(_)
        | Refusal::Full(_)
        | Refusal::ReadOnly(_)
        | Refusal::File(..)
        | Refusal::Broken(_)
        | Refusal::Fetch(..)
        | Refusal::Feed(_) => format!("{words} Den gamla webbplatsen står kvar."),
        _ => words,
    }
}

fn unfetched(why: &Unfetched) -> String {
    match why {
        Unfetched::Status(status) => format!("servern svarade {status}. Kontrollera adressen."),
        Unfetched::Slow(seconds) => format!("inget helt svar inom {seconds} sekunder. Försök igen."),
        Unfetched::Large(megabytes) => {
            format!("filen är större än {megabytes} MB. Flytta äldre dialoger till en fil för sig (next).")
        }
        Unfetched::Cut => "svaret bröts av innan allt hade kommit. Försök igen.".to_owned(),
        Unfetched::Unsafe => {
            "den leder vidare till en adress utan https. Ange en adress med https hela vägen.".to_owned()
        }
        Unfetched::Other(words) => format!("{words}. Kontrollera adressen och nätet."),
    }
}

/// Said before waiting for another publisher.
pub fn waiting(out: &str) -> String {
    format!("En annan publicering intill {out} pågår. Väntar på den.")
}

/// Said when the file system can't lock a folder.
pub fn not_locked(out: &str) -> String {
    format!("Filsystemet kan inte låsa mappen intill {out}. Se till att bara en publicering pågår åt gången.")
}

/// Said when all is done but for an old site that can't be removed.
pub fn left(folder: &str) -> String {
    format!(
        "Varning: Den nya webbplatsen är på plats, men den gamla kunde inte tas bort. Ta bort {folder} (kanske som en \
         annan användare)."
    )
}

/// Said when the system can't exchange two folders at once.
pub fn not_at_once(out: &str) -> String {
    format!("Filsystemet kan inte byta två mappar i ett steg. {out} saknas ett ögonblick medan den byts.")
}

/// Said when all is done.
pub fn published(out: &str, pages: usize, files: usize) -> String {
    format!("{out}: {pages} sidor, {files} filer.")
}

/// Said after that where nobody has said where the site stands.
pub fn stands_at(links: &Links) -> String {
    let address = links.absolute(&Route::List);
    format!(
        "Länkar och kalendrar säger att webbplatsen står på {address}, för filens url har den värden. Står den någon \
         annanstans, ange --origin."
    )
}

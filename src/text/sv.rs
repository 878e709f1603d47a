//! Swedish: klarspråk, short sentences, "du".

use super::{Advice, Lang, Text, news::Words, offline, poster, share};
use crate::domain::{
    criterion::Attend,
    dialogue::Group,
    doubt::Doubt,
    fault::{Expected, Fault, Found},
    feed::FeedError,
    live::Trouble,
    meeting::Status,
    phase::PhaseState,
    place::Access,
    saved::{Turn, Unread},
    stage::{Level, Stage},
    take_part::TakePartKind,
};

/// Swedish.
pub const SV: Text = Text {
    lang: Lang::Sv,
    tag: "sv",

    app: "Medborgardialoger",
    skip: "Hoppa till innehållet",
    page_title: |page, site| format!("{page} – {site}"),
    list_title: "Medborgardialoger",
    intro_more: "Läs mer om medborgardialoger",
    data_updated: "Innehållet uppdaterades",
    to_publisher: |name| format!("Till {name}"),
    open_data: "Öppna data (JSON)",

    fetching: "Hämtar…",
    retry: "Försök igen",
    offline: OFFLINE,
    stale: "Sidan är från ",
    no_newer: |why| format!("Det gick inte att hämta något nyare. {why}"),
    trouble,
    faults_title: |n| match n {
        1 => "En uppgift kunde inte visas".to_owned(),
        n => format!("{n} uppgifter kunde inte visas"),
    },
    faults_text: "Något är felskrivet i underlaget. Resten visas som vanligt. Kontakta kommunen om du saknar något.",
    faults_show: "Visa vad som är fel",
    fault,

    groups: |group| match group {
        Group::Ongoing => "Pågår nu",
        Group::Upcoming => "Kommande",
        Group::Ended => "Avslutade",
    },
    group_of_one: |group| match group {
        Group::Ongoing => "Pågår nu",
        Group::Upcoming => "Kommande",
        Group::Ended => "Avslutad",
    },
    nothing_ahead_title: "Inget nytt möte är bestämt",
    nothing_ahead_text: "Nya möten visas här så snart de är bestämda. Under tiden kan du läsa om det som pågår och om det som är avslutat.",
    see_ongoing: "Se vad som pågår nu",
    see_ended: "Se avslutade dialoger och resultat",
    nothing_at_all_title: "Här finns inga dialoger än",
    nothing_at_all_text: "När kommunen bjuder in till en dialog visas den här.",
    show_more: |n| format!("Visa {n} till"),

    archive: "Arkiv, år för år",
    archive_title: |year| format!("Medborgardialoger som avslutades {year}"),
    archive_none_title: |year| format!("Inga dialoger avslutades {year}"),
    archive_none_text: "Kommunens underlag innehåller inga dialoger som tog slut det året.",

    subscribe_title: "Alla möten i din kalender",
    subscribe_text: "Din kalender hämtar mötena och frågar sedan själv efter nyheter. Möten som flyttas eller ställs in ändras då av sig själva.",
    subscribe: "Prenumerera på alla möten i din kalender",
    subscribe_more: "Om länken inte fungerar",
    subscribe_paste: "Lägg till en kalender från internet i ditt kalenderprogram och klistra in den här adressen:",

    printed: |date| {
        format!("Sidan gjordes den {date}. Vad som är kommande eller avslutat kan ha ändrats sedan dess.")
    },
    no_app: "Det går inte att söka och filtrera just nu. Den delen av sidan är avstängd i din webbläsare eller har inte kunnat laddas. Allt annat fungerar.",
    filter_form: "Sök och filtrera dialoger",
    search: "Sök stadsdel, ämne eller namn",
    district: "Stadsdel",
    topic: "Ämne",
    organiser: "Arrangör",
    group: "Pågår, kommer eller är slut",
    attend: "På plats eller på nätet",
    from: "Från och med",
    to: "Till och med",
    all: "Alla",
    choice: |name, hits| format!("{name} ({hits})"),
    attends: |attend| match attend {
        Attend::InPerson => "På plats",
        Attend::Online => "På nätet",
    },
    more_filters: "Fler filter",
    chosen: "Valda filter",
    drop_filter: "Ta bort filtret",
    clear_all: "Rensa alla",
    quoted: |words| format!("”{words}”"),
    days: |from, to| match (from, to) {
        (Some(from), Some(to)) if from == to => from.to_owned(),
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (Some(from), None) => format!("från {from}"),
        (None, Some(to)) => format!("till {to}"),
        (None, None) => String::new(),
    },
    hits: |n| match n {
        0 => "Inga träffar".to_owned(),
        1 => "1 träff".to_owned(),
        n => format!("{n} träffar"),
    },
    dialogues: |n| match n {
        1 => "1 dialog".to_owned(),
        n => format!("{n} dialoger"),
    },
    near_hits: "Inget stämde exakt. Här är det som liknar det du skrev.",
    no_hits_title: "Inget stämmer med det du söker",
    no_hits_drop_one: "Ta bort ett av dina val, så får du träffar:",
    no_hits_clear: "Ta bort dina val, så ser du alla dialoger.",
    without: |name, hits| {
        let hits = if hits == 1 { "1 träff".to_owned() } else { format!("{hits} träffar") };
        format!("Utan {name}: {hits}")
    },
    show_all: |n| match n {
        1 => "Visa den enda dialogen".to_owned(),
        n => format!("Visa alla {n} dialoger"),
    },
    show_older: "Hämta äldre dialoger",

    weekdays: ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
    weekdays_short: ["mån", "tis", "ons", "tors", "fre", "lör", "sön"],
    months: [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
    months_short: ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"],
    date: |day, month, year| format!("{day} {month} {year}"),
    clock: |time| format!("kl. {time}"),
    today: "Idag",
    tomorrow: "I morgon",
    in_days: |n| format!("Om {n} dagar"),
    on_now: "Pågår just nu",
    since: |start| format!("Sedan {start}"),
    starting: |start| format!("Från {start}"),
    until: |end| format!("Till {end}"),

    statuses: |status| match status {
        Status::Scheduled => None,
        Status::Rescheduled => Some("Flyttat"),
        Status::Postponed => Some("Uppskjutet"),
        Status::MovedOnline => Some("Flyttat till nätet"),
        Status::Cancelled => Some("Inställt"),
    },
    new_date_later: "Ny tid är inte bestämd",
    earlier_time: "Tidigare tid:",
    over: "Avslutat",
    results_here: "Resultat finns",
    no_results_yet: "Inget resultat än",
    next_meeting: |when| format!("Nästa möte: {when}"),
    and_more: |n| format!("och {n} till"),
    on_the_net: "På nätet",
    in_room_and_net: "På plats och på nätet",

    register_not: "Du behöver inte anmäla dig",
    register: "Du behöver anmäla dig",
    register_by: |when| format!("Anmäl dig senast {when}"),
    register_closed: "Anmälan är stängd",
    register_full: "Fullbokat",
    register_places: |n| format!("Antal platser: {n}"),
    register_link: "Anmäl dig",
    registration: "Anmälan",
    registration_unknown: "Det står inte om du behöver anmäla dig.",

    back_to_list: "Alla medborgardialoger",
    stages: |stage| match stage {
        Stage::Planned => "Planeras",
        Stage::Open => "Öppen för synpunkter",
        Stage::Summarising => "Synpunkterna sammanställs",
        Stage::Deciding => "Politikerna beslutar",
        Stage::Reported => "Resultatet är redovisat",
        Stage::Closed => "Avslutad",
        Stage::Paused => "Pausad",
        Stage::Cancelled => "Inställd",
    },
    levels: |level| match level {
        Level::Information => "Du får information",
        Level::Consultation => "Du får tycka till om förslag",
        Level::Dialogue => "Du samtalar med dem som beslutar",
        Level::Influence => "Du är med och tar fram förslag",
        Level::Codecision => "Du är med och beslutar",
    },
    when_and_where: "När och var",
    next_meeting_title: "Nästa möte",
    last_meeting_title: "Senaste mötet",
    no_meetings: "Inga möten är bestämda",
    no_meetings_planned: "Inget nytt möte är bestämt",
    meetings_term: "Möten",
    no_end_stated: "Sluttiden är inte angiven.",
    place: "Plats",
    place_unknown: "Platsen är inte angiven",
    show_map: "Visa på karta",
    opens_map: "(OpenStreetMap, öppnas i ny flik)",
    online: "På nätet",
    online_link: "Delta på nätet",
    online_later: "Länken till mötet kommer senare.",
    access: "Tillgänglighet",
    accesses: |access| match access {
        Access::StepFree => "Utan trappsteg",
        Access::Lift => "Hiss",
        Access::HearingLoop => "Hörslinga",
        Access::AccessibleToilet => "Tillgänglig toalett",
        Access::Parking => "Parkering",
    },
    access_unknown: "Det står inte hur tillgänglig platsen är.",
    access_more: "Behöver du något mer?",
    ask: "Fråga oss",
    languages: "Språk",
    spoken: |names| format!("Vi talar {names}."),
    interpreted: |names| format!("Vi tolkar till {names}."),
    and: "och",
    good_to_know: "Bra att veta",
    hours: "Tider",
    period: "Period",
    recurrence: "Hur ofta",
    districts: "Stadsdelar",
    topics: "Ämnen",
    organisers: "Arrangör",
    influence: "Så kan du påverka",

    calendar_add: "Lägg till i kalendern",
    calendar_update: "Uppdatera i kalendern",
    calendar_cancel: "Markera som inställt i kalendern",
    calendar_others: "Välj kalender",
    calendar_apple: "Apple och andra (fil)",
    calendar_new_tab: "(öppnas i ny flik)",
    calendar_note: "Det som ligger i din kalender är en kopia. Den ändras inte av sig själv om mötet flyttas.",

    share: SHARE,

    about: "Vad det handlar om",
    background: "Bakgrund",
    meetings: "Alla möten",
    meeting_more: "Mer om mötet",
    past_meetings: |n| match n {
        1 => "Visa 1 tidigare möte".to_owned(),
        n => format!("Visa {n} tidigare möten"),
    },
    participants: "Medverkande",
    take_part: "Så kan du vara med",
    take_part_kinds: |kind| match kind {
        TakePartKind::Form => "Fyll i formuläret",
        TakePartKind::Survey => "Svara på enkäten",
        TakePartKind::Email => "Mejla",
        TakePartKind::Phone => "Ring",
        TakePartKind::Url => "Läs och var med",
    },
    at_latest: "senast",
    closed: "stängt",
    phases: "Steg för steg",
    phase_states: |state| match state {
        PhaseState::Coming => "Kommer",
        PhaseState::Now => "Här är vi nu",
        PhaseState::Done => "Klart",
    },
    results: "Resultat",
    results_none: "Det finns inget resultat än.",
    heard: "Vad ni sa",
    next_steps: "Vad vi gör",
    decision: "Beslut",
    next_news: "Nästa besked",
    news_by: "Senast",
    published: |when| format!("Publicerat {when}"),
    published_in: |when| format!("publicerat {when}"),
    documents: "Dokument",
    in_language: |name| format!("på {name}"),
    contact: "Kontakt",
    contact_none: |name| format!("Ingen kontaktperson är angiven. Kontakta {name}."),
    updated: "Uppdaterad",
    more_at: |host| format!("Läs mer på {host}"),
    inferred: |fields| format!("Det här står inte i kommunens text, utan är tolkat: {fields}."),
    inferred_fields: |field| match field {
        "title" => Some("rubriken"),
        "districts" => Some("stadsdelen"),
        "topics" => Some("ämnet"),
        "organisers" => Some("arrangören"),
        "period" => Some("perioden"),
        "start" => Some("mötets tid"),
        "start.year" => Some("mötets år"),
        "end" => Some("mötets sluttid"),
        "place" => Some("platsen"),
        _ => None,
    },
    foreign_text: |language| format!("Finns bara på {language}"),
    language_names: &[
        ("sv-simple", "lättläst svenska"),
        ("sv", "svenska"),
        ("fi", "finska"),
        ("en", "engelska"),
        ("fit", "meänkieli"),
        ("se", "nordsamiska"),
        ("rom", "romani chib"),
        ("yi", "jiddisch"),
        ("swl", "svenskt teckenspråk"),
        ("ar", "arabiska"),
        ("fa", "persiska"),
        ("prs", "dari"),
        ("so", "somaliska"),
        ("ti", "tigrinska"),
        ("ku", "kurdiska"),
        ("kmr", "kurmanji"),
        ("ckb", "sorani"),
        ("aii", "assyriska"),
        ("syr", "syriska"),
        ("bs", "bosniska"),
        ("hr", "kroatiska"),
        ("sr", "serbiska"),
        ("sq", "albanska"),
        ("pl", "polska"),
        ("ru", "ryska"),
        ("uk", "ukrainska"),
        ("tr", "turkiska"),
        ("es", "spanska"),
        ("de", "tyska"),
        ("fr", "franska"),
        ("ro", "rumänska"),
        ("th", "thailändska"),
        ("vi", "vietnamesiska"),
        ("zh", "kinesiska"),
    ],

    missing_title: "Sidan finns inte",
    missing_text: "Adressen kan vara felskriven, eller så har dialogen tagits bort.",
    missing_older: "Dialogen kan också vara så gammal att den inte är hämtad.",
    missing_back: "Visa alla medborgardialoger",

    file_prefix: "medborgardialog",
    entry_status: |status| match status {
        Status::Scheduled | Status::Rescheduled => None,
        Status::Postponed => Some("Mötet är uppskjutet. En ny tid är inte bestämd."),
        Status::MovedOnline => Some("Mötet är flyttat till nätet."),
        Status::Cancelled => Some("Mötet är inställt."),
    },
    entry_cancelled: |title| format!("Inställt: {title}"),
    entry_read_more: |url| format!("Läs mer: {url}"),
};

const OFFLINE: offline::Words = offline::Words {
    today_at: |clock| format!("i dag {clock}"),
    yesterday_at: |clock| format!("i går {clock}"),
    fetched: |when| format!("Hämtat {when}"),
    old_copy: "Det är mer än en vecka sedan. Möten kan ha flyttats eller ställts in.",
    unkept: "Din webbläsare sparar inte sidan, så den går inte att läsa utan nät.",
    new_version_title: "Ny version finns",
    new_version_text: "Sidan har förbättrats sedan du öppnade den.",
    new_version_show: "Byt till den nya",
};

const SHARE: share::Words = share::Words {
    share: "Dela",
    copied: "Länken är kopierad",
    by_hand: "Det gick inte att kopiera länken. Kopiera den själv:",
    print: "Skriv ut",
    poster: "Affisch att sätta upp",
};

/// See [`poster::Words`].
pub const POSTER: poster::Words = poster::Words {
    page_title: |title| format!("Affisch: {title}"),
    kind: "Medborgardialog",
    back: "Till dialogens sida",
    how_to_print: "Skriv ut affischen med webbläsarens egen utskrift, på ett A4. På de flesta datorer: Ctrl + P.",
    read_and_say: "Läs mer och säg vad du tycker",
    read: "Läs mer om dialogen",
};

/// Apart from [`SV`], so that an app that follows nothing does not carry it: 1.0 KB.
pub const NEWS: Words = Words {
    follow: "Följ",
    unfollow: "Sluta följa",
    dialogue_hidden: " dialogen",
    note: |followed| match followed {
        false => "Följ dialogen, så får du se på den här sidan när något ändras.",
        true => "Du följer dialogen och får se på den här sidan när något ändras.",
    },
    kept: |unkept| match unkept {
        false => "Det sparas bara på den här enheten.",
        true => "Det sparas bara tills du stänger sidan, för din webbläsare låter inte sidan spara något.",
    },
    note_of_meeting: "Du följer mötet.",
    with_dialogue: "Följs med dialogen",
    unread: |unread| {
        let (title, text) = match unread {
            Unread::Newer => (
                "Följ är avstängt tills sidan är uppdaterad",
                "Det du följer är sparat av en nyare version av sidan, och finns kvar. Ladda om sidan.",
            ),
            Unread::Broken => (
                "Det du följer kunde inte läsas",
                "Det som var sparat i din webbläsare är trasigt. Välj på nytt vad du vill följa.",
            ),
        };
        Advice { title: title.to_owned(), text: text.to_owned() }
    },

    mine: "Det du följer",
    mine_count: |n| format!("Det du följer ({n})"),
    mine_none_title: "Du följer inget än",
    mine_none_text: "Öppna en dialog och välj Följ. Då visas den här, och du får se när något ändras.",
    mine_no_app: "Det du följer kan inte visas just nu. Den delen av sidan är avstängd i din webbläsare eller har inte kunnat laddas.",
    no_longer_listed: "Finns inte längre i listan.",
    calendar_all: "Lägg till alla kommande möten i kalendern",
    calendar_all_name: "Möten du följer",
    forget: "Glöm allt",
    forget_text: "Det sparas bara i din webbläsare på den här enheten och skickas inte till någon: vad du följer och har \
                  lagt i kalendern, och titel, tid och plats så som du senast såg dem. Din kalender ändras inte om du \
                  glömmer det.",
    forget_all: "Glöm allt jag följer",

    news: "Nytt i det du följer",
    news_count: |n| match n {
        1 => "1 nyhet".to_owned(),
        n => format!("{n} nyheter"),
    },
    news_here: "Nytt",
    seen: "Jag har sett det",
    calendar_takes: "Öppna den nya filen: de flesta kalendrar byter ut mötet. Ligger det gamla kvar, ta bort det.",
    in_calendar: |changed| match changed {
        false => "Hämtat till kalendern",
        true => "Ändrat sedan du hämtade det till kalendern",
    },

    heading: |turn, meeting| match turn {
        Turn::Cancelled if meeting => "Inställt",
        Turn::Cancelled => "Inställd",
        Turn::Postponed if meeting => "Uppskjutet",
        Turn::Postponed => "Pausad",
        Turn::Reinstated if meeting => "Blir av",
        Turn::Reinstated => "Fortsätter",
        Turn::Returned => "Finns i listan igen",
        Turn::Vanished => "Finns inte längre i listan",
        Turn::Moved { .. } => "Ny tid",
        Turn::Place { .. } => "Ny plats",
        Turn::New => "Nytt möte",
        Turn::Results => "Resultat finns",
    },
    meeting: |turn, when| match turn {
        Turn::Cancelled => format!("Mötet {when} är inställt."),
        Turn::Postponed => format!("Mötet {when} är uppskjutet. En ny tid är inte bestämd."),
        Turn::Returned => format!("Mötet {when} finns i listan igen."),
        Turn::Vanished => format!("Mötet {when} finns inte längre i listan."),
        Turn::New => format!("Ett nytt möte är bestämt: {when}."),
        _ => format!("Mötet blir av {when}."),
    },
    dialogue: |turn| match turn {
        Turn::Cancelled => "Dialogen är inställd.",
        Turn::Postponed => "Dialogen är pausad.",
        Turn::Reinstated => "Dialogen fortsätter.",
        Turn::Returned => "Dialogen finns i listan igen.",
        Turn::Vanished => "Dialogen finns inte längre i listan.",
        _ => "Nu kan du läsa vad dialogen ledde till.",
    },
    time: |after, before| format!("Ny tid: {after}. Tidigare tid: {before}."),
    place: |after, before| format!("Ny plats: {after}. Tidigare plats: {before}."),
    place_unknown: "inte angiven",
    ask: |name, ways| match ways {
        "" => format!("Kontakta {name}."),
        ways => format!("Kontakta {name}: {ways}."),
    },
    ask_unnamed: "Kontakta kommunen.",
    or: " eller ",
};

fn trouble(trouble: &Trouble) -> Advice {
    const CANT: &str = "Det gick inte att hämta dialogerna";
    const TELL: &str =
        "Felet ligger hos oss, inte hos dig. Försök igen om en stund, eller kontakta kommunen.";
    let (title, text) = match trouble {
        Trouble::Unreachable => {
            (CANT, "Vi fick inget svar. Kontrollera att du har nät och försök igen.".to_owned())
        }
        Trouble::Timeout => {
            (CANT, "Vi väntade i tio sekunder utan att få svar. Kontrollera att du har nät och försök igen.".to_owned())
        }
        Trouble::Status(status @ (404 | 410)) => {
            (CANT, format!("Filen med dialogerna finns inte på sin plats (fel {status}). {TELL}"))
        }
        Trouble::Status(status) => (CANT, format!("Servern svarade med fel {status}. {TELL}")),
        Trouble::Doubt(Doubt::Older) => {
            (CANT, "Det som kom var äldre än det du redan har, så du ser det som är nyast.".to_owned())
        }
        Trouble::Doubt(Doubt::Emptied) => {
            (CANT, format!("Listan som kom var tom, så du ser den du redan har. {TELL}"))
        }
        Trouble::Feed(FeedError::Empty) => (CANT, format!("Filen med dialogerna är tom. {TELL}")),
        Trouble::Feed(FeedError::Html) => (
            CANT,
            "Vi fick en webbsida i stället för dialogerna. Är du på ett öppet nät, till exempel på ett bibliotek, \
             kan du behöva logga in på nätet först. Försök sedan igen."
                .to_owned(),
        ),
        Trouble::Feed(FeedError::NotJson { line, column }) => {
            (CANT, format!("Filen med dialogerna är trasig eller avbruten (rad {line}, tecken {column}). {TELL}"))
        }
        Trouble::Feed(FeedError::Version(version)) => (
            "Den här sidan behöver laddas om",
            format!(
                "Dialogerna har ett format ({version}) som sidan inte kan läsa. Ladda om sidan. \
                 Hjälper inte det, kontakta kommunen."
            ),
        ),
        Trouble::Feed(FeedError::Zone(zone)) => {
            (CANT, format!("Filen med dialogerna har en tidszon som sidan inte känner till ({zone}). {TELL}"))
        }
        Trouble::Feed(FeedError::Frame(wrong)) => {
            (CANT, format!("Filen med dialogerna är felskriven. {} {TELL}", fault(wrong)))
        }
    };
    Advice { title: title.to_owned(), text }
}

/// `skolan: dialogues[2].meetings[0].start är ”i morgon”, men ska vara …`
fn fault(fault: &Fault) -> String {
    let item = if fault.item.is_empty() { String::new() } else { format!("{}: ", fault.item) };
    let path = if fault.path.is_empty() { "Hela filen" } else { &fault.path };
    let expected = expected(fault.expected);
    match &fault.found {
        Found::Missing => format!("{item}{path} saknas. Det ska vara {expected}."),
        found => format!("{item}{path} är {}. Det ska vara {expected}.", self::found(found)),
    }
}

fn found(found: &Found) -> String {
    match found {
        Found::Missing => "tomt".to_owned(),
        Found::Text(text) => format!("”{text}”"),
        Found::Literal(literal) => literal.clone(),
        Found::List => "en lista".to_owned(),
        Found::Object => "ett objekt".to_owned(),
    }
}

fn expected(expected: Expected) -> String {
    match expected {
        Expected::Text => "en text",
        Expected::Number => "ett heltal från 0 och uppåt",
        Expected::Degrees => "grader, latitud −90 till 90 och longitud −180 till 180",
        Expected::Bool => "true eller false",
        Expected::List => "en lista",
        Expected::Object => "ett objekt",
        Expected::Slug => "små bokstäver a–z, siffror och bindestreck, som torshalla-2024",
        Expected::UniqueId => "ett id som inget annat har",
        Expected::Instant => "datum och tid med tidszon, som 2024-06-03T16:00:00+02:00",
        Expected::When => "ett datum, med eller utan tid, som 2024-06-03 eller 2024-06-03T16:00:00+02:00",
        Expected::Around => "ett datum, en månad eller ett år, som 2024-06-03, 2024-06 eller 2024",
        Expected::EndAfterStart => "senare än starten och av samma slag: tid till tid, datum till datum",
        Expected::Https => "en länk som börjar med https://",
        Expected::Link => "en länk som börjar med https://, mailto: eller tel:",
        Expected::Email => "en e-postadress",
        Expected::Phone => "ett telefonnummer",
        Expected::Language => "en språkkod, som sv eller fi",
        Expected::Host => "ett värdnamn, som eskilstuna.se",
        Expected::OneOf(words) if !words.contains(',') => words,
        Expected::OneOf(words) => return format!("något av {words}"),
    }
    .to_owned()
}

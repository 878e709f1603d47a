//! What is known not to work for everybody, in one place. A fault that is mended is taken out here, a new one comes in here;
//! one that lacks a language does not compile. Then [`super::UPDATED`] is the day of it.

use super::Lang;

/// The same in each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the language of its name")]
pub struct Said {
    pub sv: &'static str,
    pub simple: &'static str,
    pub fi: &'static str,
    pub en: &'static str,
}

impl Said {
    /// In a language.
    pub fn of(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Sv => self.sv,
            Lang::Simple => self.simple,
            Lang::Fi => self.fi,
            Lang::En => self.en,
        }
    }
}

/// Something that does not work for everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What it is, in a sentence without its full stop.
    pub title: Said,
    /// For whom, why, and what one can do.
    pub text: Said,
}

/// What the app lacks.
pub const FAULTS: [Fault; 4] = [
    Fault {
        title: Said {
            sv: "Sök, filter och Följ kräver en modern webbläsare",
            simple: "Du kan inte söka eller följa i en gammal webbläsare",
            fi: "Haku, rajaukset ja seuraaminen vaativat nykyaikaisen selaimen",
            en: "Search, filters and Follow need a modern browser",
        },
        text: Said {
            sv: "De fungerar inte utan JavaScript och WebAssembly, eftersom appen räknar ut allt i webbläsaren. Alla dialoger, \
                 möten och kalenderfiler går ändå att läsa.",
            simple: "För att söka, välja och följa behöver du JavaScript och WebAssembly. Det finns i nya webbläsare. Du \
                     kan ändå läsa om alla dialoger och möten. Du kan också hämta filer till din kalender.",
            fi: "Ne eivät toimi ilman JavaScriptiä ja WebAssemblya, koska sovellus toimii kokonaan selaimessa. Voit silti \
                 lukea kaikki vuoropuhelut ja tilaisuudet ja avata kalenteritiedostot.",
            en: "They do not work without JavaScript and WebAssembly, because the app does all its work in the browser. You \
                 can still read about every dialogue and meeting, and download the calendar files.",
        },
    },
    Fault {
        title: Said {
            sv: "Inbäddad i en annan sida kan appen bli en länk eller en ram",
            simple: "På andra webbsidor är appen ibland bara en länk eller ram",
            fi: "Toiselle sivulle upotettu sovellus voi näkyä pelkkänä linkkinä tai kehyksenä",
            en: "When it is part of another page, the app may be only a link or a frame",
        },
        text: Said {
            sv: "I Safari före 16.4, i Firefox före 101 och där sidan inte tillåter WebAssembly visas bara en länk till \
                 dialogerna. I en ram, för sidor utan skript, kan innehållet behöva rullas för sig.",
            simple: "Appen kan finnas inuti en annan webbsida. Ibland ser du då bara en länk. Det kan vara så i en gammal \
                     webbläsare. Följ länken. Då kommer du till dialogerna. Ibland är appen i en ram. Då kan du behöva \
                     rulla inuti ramen.",
            fi: "Jos selaimesi on vanhempi kuin Safari 16.4 tai Firefox 101 tai jos sivu ei salli WebAssemblya, näet vain \
                 linkin vuoropuheluihin. Kehyksessä, jota käytetään sivuilla ilman skriptejä, sisältöä voi joutua vierittämään \
                 erikseen.",
            en: "In Safari before version 16.4, in Firefox before version 101 and where the page does not allow WebAssembly, \
                 there is only a link to the dialogues. In a frame, which pages without scripts use, you may have to \
                 scroll the content separately.",
        },
    },
    Fault {
        title: Said {
            sv: "Uppläsningen beror på rösterna i din enhet",
            simple: "Några telefoner och datorer kan inte läsa upp sidan",
            fi: "Kuunteleminen riippuu laitteesi puheäänistä",
            en: "Reading aloud depends on the voices on your device",
        },
        text: Said {
            sv: "Appen har inga egna röster. Saknar enheten en röst för språket kan sidan inte läsas upp där.",
            simple: "Appen använder rösten i din telefon eller dator. Finns det ingen röst för språket? Då kan du inte \
                     lyssna.",
            fi: "Sovelluksessa ei ole omia puheääniä. Jos laitteessa ei ole puheääntä sivun kielellä, et voi kuunnella \
                 sivua.",
            en: "The app has no voices of its own. If your device has no voice for the language, it cannot read the page aloud.",
        },
    },
    Fault {
        title: Said {
            sv: "Affischen på papper rymmer inte alltid allt",
            simple: "Affischen har inte alltid plats för allt",
            fi: "Paperijulisteeseen ei aina mahdu kaikki",
            en: "The printed poster does not always have room for everything",
        },
        text: Said {
            sv: "Affischen är ett enda A4, så långa texter kortas. Allt står på dialogens sida. Adressen dit finns i text \
                 bredvid QR-koden.",
            simple: "Affischen är bara ett papper. Därför är långa texter kortare där. Allt står på dialogens sida på webben. \
                     Adressen dit står på affischen.",
            fi: "Juliste on yksi A4-arkki, joten pitkiä tekstejä lyhennetään. Kaikki tiedot ovat vuoropuhelun sivulla. \
                 Sivun osoite on julisteessa tekstinä QR-koodin vieressä.",
            en: "The poster is a single A4 sheet, so long texts are shortened. Everything is on the dialogue’s page. Its \
                 address is on the poster as text beside the QR code.",
        },
    },
];

/// What the app shows or leads to and others make.
pub const FOREIGN: [Fault; 4] = [
    Fault {
        title: Said {
            sv: "Dialogernas egna texter finns inte alltid på ditt språk",
            simple: "Alla texter är inte lättlästa",
            fi: "Vuoropuhelujen omat tekstit eivät aina ole saatavilla suomeksi",
            en: "The dialogues’ own texts are not always in English",
        },
        text: Said {
            sv: "Appens egna ord finns på svenska, lättläst svenska, finska och engelska. Texterna om varje dialog visas på \
                 svenska där kommunen inte har översatt dem. Språket är uppmärkt för hjälpmedel.",
            simple: "Appens egna ord är lättlästa. Kommunen skriver texterna om dialogerna. De är inte alltid lättlästa. \
                     Då ser du dem på vanlig svenska.",
            fi: "Sovelluksen omat tekstit ovat ruotsiksi, selkoruotsiksi, suomeksi ja englanniksi. Vuoropuhelun teksti näkyy \
                 ruotsiksi, jos kunta ei ole kääntänyt sitä. Tekstin kieli on merkitty apuvälineitä varten.",
            en: "The app’s own words are in Swedish, easy-read Swedish, Finnish and English. The text of a dialogue is shown in \
                 Swedish where the municipality has not translated it. Assistive technology is told which language it is in.",
        },
    },
    Fault {
        title: Said {
            sv: "Dialogernas texter kan vara svåra att läsa",
            simple: "Några texter kan vara svåra",
            fi: "Vuoropuhelujen tekstit voivat olla vaikealukuisia",
            en: "The dialogues’ texts can be hard to read",
        },
        text: Said {
            sv: "Kommunen skriver dem. Appen visar dem som de är och prövar inte hur lätta de är att läsa.",
            simple: "Appen kan inte göra texterna lättare. Fråga kommunen om det är något du inte förstår.",
            fi: "Kunta kirjoittaa ne. Sovellus näyttää ne sellaisinaan eikä arvioi, kuinka helppolukuisia ne ovat.",
            en: "The municipality writes them. The app shows them as they are and does not check how easy they are to read.",
        },
    },
    Fault {
        title: Said {
            sv: "Dokument, till exempel pdf-filer, kan ha brister",
            simple: "Dokument, till exempel pdf, kan vara svåra att läsa",
            fi: "Asiakirjoissa, esimerkiksi pdf-tiedostoissa, voi olla puutteita",
            en: "Documents, such as PDF files, can have accessibility problems",
        },
        text: Said {
            sv: "Appen länkar till kommunens dokument men gör dem inte och prövar dem inte. Du kan be kommunen om ett dokument i \
                 en annan form.",
            simple: "Kommunen gör dokumenten. Du kan be kommunen om dokumentet på ett annat sätt.",
            fi: "Sovellus linkittää kunnan asiakirjoihin, mutta ei tee eikä tarkasta niitä. Voit pyytää kunnalta asiakirjan \
                 toisessa muodossa.",
            en: "The app links to the municipality’s documents, but does not make or check them. You can ask the municipality \
                 for a document in another format.",
        },
    },
    Fault {
        title: Said {
            sv: "Kartor, anmälningar, möten på nätet och kalendrar är andras",
            simple: "Andra sköter kartor, anmälan, möten på nätet och kalendrar",
            fi: "Kartat, ilmoittautumiset, verkkotilaisuudet ja kalenterit toimivat muiden palveluissa",
            en: "Maps, registration, online meetings and calendars are run by others",
        },
        text: Said {
            sv: "Appen styr inte hur tillgängliga de är. Kartan finns hos OpenStreetMap. Platsen och tiden står alltid i text på \
                 sidan när de är kända.",
            simple: "Appen bestämmer inte över dem. Vet vi tid och plats? Då står de alltid som text på sidan.",
            fi: "Sovellus ei voi vaikuttaa niiden saavutettavuuteen. Kartta on OpenStreetMap-palvelussa. Paikka ja aika ovat \
                 sivulla aina myös tekstinä, kun ne ovat tiedossa.",
            en: "The app does not control how accessible they are. The map is on OpenStreetMap. Place and time are always on \
                 the page as text when they are known.",
        },
    },
];

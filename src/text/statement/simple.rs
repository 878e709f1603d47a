//! Easy-read Swedish: one thing a sentence.

use super::{Terms, Words};
use crate::text::table::Pattern;

/// The words.
pub const WORDS: Words = Words {
    title: Pattern("Tillgänglighet för {}"),
    owner: Pattern("{} visar de här sidorna."),
    lead: "Sidorna är gjorda med en app. Här kan du läsa om alla kan använda appen. Du kan läsa om det som inte fungerar. Du får \
           veta vem du ska kontakta.",
    rest: "Kommunen ska ha en egen text om resten av sin webbplats.",

    status: "Kan alla använda appen?",
    law: "Det finns en lag om att alla ska kunna använda kommunens sidor. Appen är delvis förenlig med lagen. Det betyder att \
          den följer lagen till en del. Lagen heter lagen om tillgänglighet till digital offentlig service (2018:1937).",
    standard: Pattern("Reglerna står i {}. Vi testar också efter WCAG 2.2."),
    doubt: "Datorprogram testar appen. De hittar inga fel. Men program kan inte hitta alla fel. Ingen människa har testat alla \
            regler.",

    report: "Säg till om något inte fungerar",
    report_text: "Berätta vilken sida det är. Berätta vad du ville göra. Berätta vad som hände. Du kan också be om att få \
                  texten på ett annat sätt.",
    report_to: Pattern("Kontakta {}."),
    report_unnamed: "Kontakta kommunen. Telefonnummer och e-post finns på kommunens webbplats.",

    supervision: "Om du inte är nöjd",
    supervision_text: "Digg är en myndighet. Den kontrollerar att kommunen följer lagen. Svarar kommunen inte? Är svaret inte \
                       bra? Då kan du anmäla det till Digg.",
    supervision_link: "Anmäl till Digg",

    faults: "Det här fungerar inte för alla",
    faults_text: "Det här är fel eller saknas i appen:",
    foreign: "Det här gör andra",
    foreign_text: "Appen visar det här. Men appen bestämmer inte över det:",
    burden: "Lagen tillåter undantag när något är för svårt att göra (12 §). Appen använder inga sådana undantag.",

    tests: "Så har appen testats",
    tests_text: "De som gör appen testar den själva med datorprogram. Ingen annan har kontrollerat den.",
    terms: Terms {
        standard: "Regler",
        levels: "Råd som testet följer",
        tool: "Program",
        engines: "Webbläsare",
        checked: "Senaste testet",
        updated: "Texten ändrades",
    },
    levels: "WCAG 2.2, nivå A och AA",
    checks_title: "Det här har testats",
    checks: [
        "Programmet testar listan och dialogerna på svenska. Det testar ljusa och mörka färger och en liten skärm.",
        "Text syns tydligt mot sin bakgrund.",
        "Du kan läsa sidorna på en smal skärm. Du behöver inte rulla åt sidan.",
        "Knappar är stora nog att trycka på.",
        "Du kan gå genom listan och öppna en dialog med bara tangentbord.",
        "Kanter syns om du har valt egna färger. Saker rör sig mindre om du har valt det. Det testas bara i en webbläsare, \
         Chromium.",
    ],
    untested_title: "Det här har inte testats",
    untested: [
        "Personer med funktionsnedsättning har inte testat appen.",
        "Program som läser upp skärmen, skärmläsare, har inte testats.",
        "Andra hjälpmedel har inte testats.",
        "Webbläsare i iPhone, iPad, Mac och Android har inte testats.",
        "Större avstånd mellan bokstäver, ord och rader har inte testats.",
        "Arkivet, den här sidan och sidorna på lättläst svenska, finska och engelska har inte testats med programmet.",
    ],

    host: "Till den som skriver kommunens text",
    host_text: "Den här sidan handlar bara om appen. Kommunen måste skriva en egen text. Du kan börja med texten här nedanför. \
                Ändra den så att den stämmer.",
    host_label: "Text att kopiera",
    paste: Pattern(
        "{1}\n\n\
         På {2} visar vi våra medborgardialoger. Sidorna är delvis förenliga med lagen om tillgänglighet till digital offentlig \
         service (2018:1937). Det betyder att de följer lagen till en del. Det här fungerar inte för alla:\n\n\
         {3}\n\n\
         Datorprogram har testat sidorna efter WCAG 2.2, nivå A och AA ({4}). Det senaste testet var den {5}. Sidorna har inte \
         testats med skärmläsare. Personer med funktionsnedsättning har inte testat dem. Vi använder inga undantag från lagen \
         (12 §).\n\n\
         Läs mer om tillgängligheten: {6}",
    ),
};

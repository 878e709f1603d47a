//! Easy-read Swedish: one thing a sentence.

use super::{Terms, Words};
use crate::text::table::Pattern;

/// The words.
pub const WORDS: Words = Words {
    title: Pattern("Så tillgänglig är {}"),
    owner: Pattern("{} visar de här sidorna."),
    lead: "Sidorna är gjorda med en app. Här berättar vi hur bra appen fungerar för alla. Du kan läsa om det som inte fungerar. \
           Du får veta vem du kan kontakta.",
    rest: "Kommunen ska ha en egen text om resten av sin webbplats.",

    status: "Kan alla använda appen?",
    law: "Det finns en lag om att alla ska kunna använda kommunens sidor. Appen är delvis förenlig med lagen. Det betyder att \
          den följer lagen, men inte helt. Lagen heter lagen om tillgänglighet till digital offentlig service (2018:1937).",
    standard: Pattern("Reglerna står i {}. Vi testar också efter WCAG 2.2."),
    doubt: "Ett datorprogram testar appen. Det hittar inga fel. Men ett program kan inte hitta alla fel. Ingen människa har \
            testat alla regler. Vi vet också att några saker inte fungerar för alla. Därför säger vi inte att appen följer hela lagen.",

    report: "Säg till om något inte fungerar",
    report_text: "Berätta vilken sida det är. Berätta vad du ville göra. Berätta vad som hände. Berätta gärna om du använder \
                  hjälpmedel. Berätta gärna vilken webbläsare du har. Du kan också be om att få texten på ett annat sätt.",
    report_to: Pattern("Kontakta {}."),
    report_unnamed: "Kontakta kommunen. Telefonnummer och e-post finns på kommunens webbplats.",

    supervision: "Om du inte är nöjd",
    supervision_text: "Digg är en myndighet. Den kontrollerar att kommunen följer lagen. Svarar kommunen inte? Är svaret inte \
                       bra? Då kan du säga det till Digg.",
    supervision_link: "Anmäl till Digg",

    faults: "Det här fungerar inte för alla",
    faults_text: "Det här är fel i appen:",
    foreign: "Det här gör andra",
    foreign_text: "Appen visar det här eller länkar till det. Men appen bestämmer inte över det:",
    burden: "Lagen tillåter undantag när något är för svårt att göra (12 §). Appen använder inga undantag.",

    tests: "Så har vi testat appen",
    tests_text: "De som gör appen testar den själva. De använder datorprogram. Ingen annan har kontrollerat appen.",
    terms: Terms {
        standard: "Regler",
        levels: "Råd",
        tool: "Program",
        engines: "Webbläsare",
        checked: "Senaste testet",
        updated: "Senaste ändringen av texten",
    },
    levels: "WCAG 2.2, nivå A och AA",
    checks_title: "Det här har vi testat",
    checks: [
        "Programmet testar alla slags sidor på alla fyra språk. Det testar ljusa och mörka färger. Det testar också en liten skärm. I webbläsaren Chromium testar det alla språk. I de andra testar det bara svenska.",
        "Texten är tydlig mot bakgrunden. Linjer och ramar är också tydliga.",
        "Du kan läsa sidorna på en smal skärm. Du behöver inte rulla åt sidan. Du kan göra texten dubbelt så stor. Du kan ha större avstånd mellan bokstäver, ord och rader.",
        "Knappar och länkar är stora nog att trycka på. Länkar inne i en text kan vara mindre.",
        "Du kan nå allt med bara tangentbord. Du ser hela tiden var du är.",
        "Du kan välja egna färger och ändå se kanter. Du kan välja att saker rör sig mindre. Det testar vi bara i webbläsaren \
         Chromium.",
        "Vi har granskat det som en skärmläsare får veta. Det har vi bara gjort i webbläsaren Chromium.",
    ],
    untested_title: "Det här har vi inte testat",
    untested: [
        "Personer med funktionsnedsättning har inte testat appen.",
        "Vi har inte testat appen med skärmläsare. Det är program som läser upp skärmen.",
        "Vi har inte testat appen med andra hjälpmedel.",
        "Vi har inte testat appen på iPhone, iPad, Mac eller Android.",
    ],

    host: "Till den som skriver kommunens text",
    host_text: "Den här sidan handlar bara om appen. Kommunen måste skriva en egen text. Du kan börja med texten här nedanför. \
                Ändra den så att den stämmer.",
    host_label: "Text att kopiera",
    paste: Pattern(
        "{1}\n\n\
         På {2} visar vi våra medborgardialoger. Sidorna är delvis förenliga med lagen om tillgänglighet till digital offentlig \
         service (2018:1937). Det betyder att de följer lagen, men inte helt. Det här fungerar inte för alla:\n\n\
         {3}\n\n\
         De som gör sidorna har testat dem själva. Ett datorprogram har testat sidorna efter WCAG 2.2, nivå A och AA ({4}). Det \
         senaste testet var den {5}. Vi har inte testat sidorna med skärmläsare. Personer med funktionsnedsättning har inte \
         testat sidorna. Vi använder inga undantag från lagen (12 §).\n\n\
         Läs mer om tillgängligheten: {6}",
    ),
};

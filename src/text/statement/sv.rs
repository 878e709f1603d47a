//! Swedish.

use super::{Terms, Words};
use crate::text::table::Pattern;

/// The words.
pub const WORDS: Words = Words {
    title: Pattern("Tillgänglighets\u{ad}redogörelse för {}"),
    owner: Pattern("{} står bakom de här sidorna."),
    lead: "Redogörelsen gäller appen som sidorna är gjorda med. Här står hur appen följer lagen om tillgänglighet till digital \
           offentlig service, vilka brister som är kända och hur du säger till om något inte fungerar.",
    rest: "För resten av kommunens webbplats gäller kommunens egen redogörelse.",

    status: "Hur tillgänglig är appen?",
    law: "Appen är delvis förenlig med lagen om tillgänglighet till digital offentlig service (2018:1937).",
    standard: Pattern(
        "Kraven står i standarden {}, där WCAG 2.1 på nivå A och AA ingår. Appen testas också mot WCAG 2.2 på nivå A och AA.",
    ),
    doubt: "De automatiska testerna hittar inga fel. Men sådana tester upptäcker bara en del av alla fel, och ingen har gått \
            igenom alla krav för hand. Därför, och på grund av bristerna nedan, kallas appen inte helt förenlig med lagen.",

    report: "Säg till om något inte fungerar",
    report_text: "Berätta vilken sida det gäller, vad du försökte göra och vad som hände. Berätta gärna vilken webbläsare och \
                  vilka hjälpmedel du använder. Säg också till om du behöver innehållet i en annan form.",
    report_to: Pattern("Kontakta {}."),
    report_unnamed: "Kontakta kommunen som visar dialogerna. Hur du når den står på kommunens webbplats.",

    supervision: "Tillsyn",
    supervision_text: "Myndigheten för digital förvaltning (Digg) ser till att lagen följs. Får du inget svar av kommunen, \
                       eller är du inte nöjd med svaret, kan du anmäla det till Digg.",
    supervision_link: "Anmäl till Digg",

    faults: "Brister i appen",
    faults_text: "Det här fungerar inte för alla:",
    foreign: "Innehåll som andra gör",
    foreign_text: "Det här visar eller länkar appen till, men den styr inte över det:",
    burden: "Appen åberopar inget undantag för oskäligt betungande anpassning (12 § i lagen).",

    tests: "Så är appen testad",
    tests_text: "Appen är testad genom självskattning: de som gör den testar den själva, med datorprogram. Ingen \
                 utomstående har granskat den.",
    terms: Terms {
        standard: "Standard",
        levels: "Riktlinjer",
        tool: "Verktyg och regler",
        engines: "Webbläsare",
        checked: "Senast testad",
        updated: "Redogörelsen uppdaterad",
    },
    levels: "WCAG 2.2, nivå A och AA",
    checks_title: "Det här testas",
    checks: [
        "Verktyget prövar alla slags sidor på alla fyra språk, i ljusa och mörka färger, i systemets egna färger och i en telefons bredd. Andra språk än svenska och systemets egna färger prövas bara i Chromium.",
        "I appens egna färger har all text minst kontrasten 7:1 mot sin bakgrund. Linjer och markeringen av fokus har minst \
         3:1.",
        "Sidorna går att läsa i 320 pixlars bredd utan att rulla i sidled, med dubbelt så stor text och med större avstånd mellan bokstäver, ord och rader.",
        "Knappar och länkar är minst 44 pixlar höga, utom länkar inne i en text.",
        "Allt går att nå med bara tangentbord, i den ordning det står, och det syns var fokus är.",
        "Kanter och fokus syns i läget med egna färger, och rörelser kortas för den som vill ha det så. Det testas bara i \
         Chromium.",
        "Det som webbläsaren lämnar till skärmläsare är granskat av dem som gör appen, men bara i Chromium.",
    ],
    untested_title: "Det här är inte testat",
    untested: [
        "Personer med funktionsnedsättning har inte testat appen.",
        "Inga skärmläsare är testade, som NVDA, JAWS, VoiceOver eller TalkBack.",
        "Inga andra hjälpmedel är testade, som röststyrning, förstoringsprogram eller punktskriftsskärmar.",
        "Safari på iPhone, iPad och Mac och webbläsare på Android är inte testade.",
    ],

    host: "För dig som skriver kommunens redogörelse",
    host_text: "Den här sidan gäller bara appen. Lagen kräver en redogörelse från kommunen, där också kommunens texter och \
                dokument ingår. Utgå från texten nedan och ändra den så att den stämmer.",
    host_label: "Text att kopiera",
    paste: Pattern(
        "{1}\n\n\
         På {2} visar vi våra medborgardialoger. Sidorna är delvis förenliga med lagen om tillgänglighet till digital offentlig \
         service (2018:1937). Vi känner till de här bristerna:\n\n\
         {3}\n\n\
         Sidorna är testade genom självskattning, med automatiska tester mot WCAG 2.2 på nivå A och AA ({4}), senast den {5}. De \
         är inte testade med skärmläsare eller av personer med funktionsnedsättning. Vi åberopar inget \
         undantag för oskäligt betungande anpassning (12 §).\n\n\
         Mer om bristerna och testerna: {6}",
    ),
};

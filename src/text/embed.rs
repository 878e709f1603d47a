//! What the page for editors says (`/badda-in/`): how the app comes into a page of their own. In Swedish alone, as they
//! work. No resident's app has these words.

/// Each string once.
#[allow(missing_docs, reason = "each field's value below is its best description")]
pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub choices: &'static str,
    pub everything: &'static str,
    pub layout: &'static str,
    pub layouts: [(&'static str, &'static str); 3],
    pub limit: &'static str,
    pub level: &'static str,
    pub levels: [(&'static str, &'static str); 4],
    pub language: &'static str,
    pub theme: &'static str,
    pub themes: [(&'static str, &'static str); 3],
    pub colour: &'static str,
    pub low_contrast: &'static str,
    pub preview: &'static str,
    pub phone: &'static str,
    pub column: &'static str,
    pub code: &'static str,
    pub code_text: &'static str,
    pub code_label: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub copy_by_hand: &'static str,
    pub sitevision: &'static str,
    pub sitevision_notes: [&'static str; 3],
    pub frame: &'static str,
    pub frame_text: &'static str,
    pub frame_label: &'static str,
    pub policy: &'static str,
    pub policy_text: &'static str,
    pub policy_label: &'static str,
}

/// The words.
pub const WORDS: Words = Words {
    title: "Visa medborgardialogerna på er egen sida",
    lead: "Välj vad som ska visas, se hur det blir och kopiera koden till er sida. Koden behöver inte ändras när \
           dialogerna ändras.",
    choices: "Välj",
    everything: "Alla",
    layout: "Visa",
    layouts: [("", "Lista med sökning och filter"), ("compact", "Bara raderna"), ("next", "Bara nästa möte")],
    limit: "Högsta antal (lämna tomt för alla)",
    level: "Rubriknivå",
    levels: [
        ("1", "1, när sidan inte har någon egen rubrik"),
        ("", "2, under sidans rubrik"),
        ("3", "3, under en mellanrubrik"),
        ("4", "4"),
    ],
    language: "Språk",
    theme: "Ljust eller mörkt",
    themes: [("", "Som sidan"), ("light", "Ljust"), ("dark", "Mörkt")],
    colour: "Färg på länkar och knappar",
    low_contrast: "Text i den färgen blir för svår att läsa mot bakgrunden. Välj en tydligare färg.",
    preview: "Så blir det",
    phone: "I en telefon",
    column: "I en smal spalt",
    code: "Kod att klistra in",
    code_text: "Klistra in koden där dialogerna ska stå. Länken i den visas medan dialogerna hämtas, och när de inte kan \
                visas.",
    code_label: "Kod för sidan",
    copy: "Kopiera",
    copied: "Koden är kopierad",
    copy_by_hand: "Koden är markerad. Kopiera den med tangentbordet eller menyn.",
    sitevision: "I SiteVision",
    sitevision_notes: [
        "Lägg till en HTML-modul på sidan och klistra in hela koden i den. Modulen finns för dem som har rätt att \
         använda den; fråga annars den som sköter webbplatsen.",
        "Om HTML-modulen tar bort script-raden: lägg den raden i en skriptmodul eller i webbplatsens mall, och resten av \
         koden i HTML-modulen.",
        "Kan inget skript läggas in: använd ramen nedan.",
    ],
    frame: "Där inga skript får användas",
    frame_text: "Då visas dialogerna i en ram. Ramen tar bara med stadsdel, ämne och språk av det du har valt. Den har \
                 en bestämd höjd och rullas för sig. Får en enda skriptrad läggas in, tar den bort rullningen genom att \
                 göra ramen lika hög som innehållet. Ta annars bort den raden.",
    frame_label: "Kod för en ram",
    policy: "Till den som sköter webbplatsen",
    policy_text: "Har webbplatsen en Content-Security-Policy behöver den de här värdena. Lägg till dem i de direktiv som \
                  redan finns, och hela direktivet där det saknas. Annars visas bara länken.",
    policy_label: "Tillägg till Content-Security-Policy",
};

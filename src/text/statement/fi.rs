//! Finnish: selkeä virkakieli.

use super::{Terms, Words};
use crate::text::table::Pattern;

/// The words.
pub const WORDS: Words = Words {
    title: Pattern("Saavutettavuus\u{ad}seloste: {}"),
    owner: Pattern("Nämä sivut julkaisee {}."),
    lead: "Seloste koskee sovellusta, jolla sivut on tehty. Siinä kerrotaan, miten sovellus noudattaa Ruotsin lakia \
           digitaalisten julkisten palvelujen saavutettavuudesta, mitä puutteita tiedetään olevan ja miten voit ilmoittaa, jos \
           jokin ei toimi.",
    rest: "Kunnan muita verkkosivuja koskee kunnan oma saavutettavuusseloste.",

    status: "Kuinka saavutettava sovellus on?",
    law: "Sovellus täyttää osittain digitaalisten julkisten palvelujen saavutettavuutta koskevan lain (2018:1937) vaatimukset.",
    standard: Pattern(
        "Vaatimukset ovat standardissa {}. Siihen sisältyvät WCAG 2.1 -ohjeiston A- ja AA-tason vaatimukset. Sovellus testataan \
         myös WCAG 2.2 -ohjeiston A- ja AA-tason mukaan.",
    ),
    doubt: "Automaattiset testit eivät ole löytäneet virheitä. Ne havaitsevat kuitenkin vain osan ongelmista, eikä kukaan \
            ihminen ole tarkistanut kaikkia vaatimuksia. Tämän ja alla mainittujen puutteiden vuoksi ei voi sanoa, että \
            sovellus täyttää vaatimukset kokonaan.",

    report: "Ilmoita, jos jokin ei toimi",
    report_text: "Kerro, mistä sivusta on kyse, mitä yritit tehdä ja mitä tapahtui. Kerro mielellään myös, mitä selainta ja mitä \
                  apuvälineitä käytät. Voit pyytää sisällön myös toisessa muodossa.",
    report_to: Pattern("Ota yhteyttä: {}."),
    report_unnamed: "Ota yhteyttä kuntaan, joka julkaisee vuoropuhelut. Yhteystiedot ovat kunnan verkkosivuilla.",

    supervision: "Valvonta",
    supervision_text: "Ruotsin digitaalisen hallinnon viranomainen (Digg) valvoo lain noudattamista. Jos kunta ei vastaa tai et \
                       ole tyytyväinen vastaukseen, voit tehdä ilmoituksen Diggille.",
    supervision_link: "Tee ilmoitus Diggille (ruotsiksi)",

    faults: "Sovelluksen puutteet",
    faults_text: "Nämä asiat eivät toimi kaikille:",
    foreign: "Muiden tekemä sisältö",
    foreign_text: "Sovellus näyttää nämä tai linkittää niihin, mutta ei voi vaikuttaa niihin:",
    burden: "Vaatimuksista ei ole poikettu kohtuuttoman rasitteen perusteella (lain 12 §).",

    tests: "Miten sovellus on testattu",
    tests_text: "Arvio perustuu itsearviointiin: sovelluksen tekijät testaavat sovelluksen itse tietokoneohjelmilla. \
                 Kukaan ulkopuolinen ei ole arvioinut sitä.",
    terms: Terms {
        standard: "Standardi",
        levels: "Ohjeisto",
        tool: "Työkalu ja säännöt",
        engines: "Selaimet",
        checked: "Viimeksi testattu",
        updated: "Seloste päivitetty",
    },
    levels: "WCAG 2.2, tasot A ja AA",
    checks_title: "Tämä testataan",
    checks: [
        "Työkalu testaa kaikenlaiset sivut kaikilla neljällä kielellä: vaaleilla ja tummilla väreillä, järjestelmän omilla väreillä ja puhelimen levyisinä. Muut kielet kuin ruotsi ja järjestelmän omat värit testataan vain Chromiumissa.",
        "Sovelluksen omissa väreissä tekstin kontrasti taustaan on vähintään 7:1. Viivojen ja kohdistuksen merkin kontrasti on \
         vähintään 3:1.",
        "Sivut voi lukea 320 pikselin levyisinä vierittämättä sivusuunnassa, kaksinkertaisella tekstikoolla ja suuremmilla kirjain-, sana- ja riviväleillä.",
        "Painikkeet ja linkit ovat vähintään 44 pikselin korkuisia, paitsi tekstin sisällä olevat linkit.",
        "Kaiken voi tehdä pelkällä näppäimistöllä sivun järjestyksessä, ja kohdistus näkyy.",
        "Reunat ja kohdistus näkyvät, kun käytössä ovat omat värit, ja liikettä vähennetään niille, jotka niin haluavat. Tämä \
         testataan vain Chromiumissa.",
        "Sovelluksen tekijät ovat tarkistaneet sen, mitä selain välittää ruudunlukijoille, mutta vain Chromiumissa.",
    ],
    untested_title: "Tätä ei ole testattu",
    untested: [
        "Vammaiset henkilöt eivät ole testanneet sovellusta.",
        "Ruudunlukijoilla ei ole testattu (esimerkiksi NVDA, JAWS, VoiceOver ja TalkBack).",
        "Muilla apuvälineillä ei ole testattu (esimerkiksi puheohjaus, suurennusohjelmat ja pistenäytöt).",
        "iPhonen, iPadin ja Macin Safarilla ja Android-laitteiden selaimilla ei ole testattu.",
    ],

    host: "Kunnan selosteen kirjoittajalle",
    host_text: "Tämä sivu koskee vain sovellusta. Laki vaatii kunnalta selosteen, joka koskee myös kunnan tekstejä ja \
                asiakirjoja. Käytä pohjana alla olevaa tekstiä ja muokkaa sitä niin, että kaikki pitää paikkansa.",
    host_label: "Kopioitava teksti",
    paste: Pattern(
        "{1}\n\n\
         Osoitteessa {2} kerromme kansalaisvuoropuheluista. Sivut täyttävät osittain digitaalisten julkisten palvelujen \
         saavutettavuutta koskevan lain (2018:1937) vaatimukset. Tiedossamme ovat nämä puutteet:\n\n\
         {3}\n\n\
         Arvio perustuu itsearviointiin: sivut on testattu automaattisilla testeillä WCAG 2.2 -ohjeiston A- ja AA-tason \
         mukaan ({4}), viimeksi {5}. Niitä ei ole testattu ruudunlukijoilla, eivätkä vammaiset henkilöt ole testanneet \
         niitä. Vaatimuksista ei ole poikettu kohtuuttoman rasitteen perusteella (lain 12 §).\n\n\
         Lisätietoja puutteista ja testeistä: {6}",
    ),
};

//! English.

use super::{Terms, Words};
use crate::text::table::Pattern;

/// The words.
pub const WORDS: Words = Words {
    title: Pattern("Accessibility statement for {}"),
    owner: Pattern("{} publishes these pages."),
    lead: "This statement is about the app that the pages are made with. It says how the app follows the Swedish Act on \
           Accessibility to Digital Public Services, which problems are known and how to tell us when something does not work.",
    rest: "The municipality’s own statement applies to the rest of its website.",

    status: "How accessible the app is",
    law: "The app is partially compliant with the Act on Accessibility to Digital Public Services (2018:1937).",
    standard: Pattern(
        "The requirements are in the standard {}, which includes WCAG 2.1 at levels A and AA. The app is also tested against \
         WCAG 2.2 at levels A and AA.",
    ),
    doubt: "The automated tests find no problems. But such tests can only find some of the problems there are, and nobody has \
            checked every requirement by hand. For this reason, and because of the problems listed below, we do not call the app \
            fully compliant.",

    report: "Tell us if something does not work",
    report_text: "Tell us which page it is, what you tried to do and what happened. It helps if you also tell us which browser \
                  and assistive technology you use. You can also ask for the content in another format.",
    report_to: Pattern("Contact {}."),
    report_unnamed: "Contact the municipality that shows the dialogues. Its website says how to do that.",

    supervision: "How to take it further",
    supervision_text: "The Agency for Digital Government (Digg) makes sure that the act is followed. If the municipality does \
                       not answer, or if you are not satisfied with the answer, you can report this to Digg.",
    supervision_link: "Report to Digg (in Swedish)",

    faults: "Problems in the app",
    faults_text: "The following does not work for everyone:",
    foreign: "Content from others",
    foreign_text: "The app shows or links to the following, but does not control it:",
    burden: "No exemption is claimed for disproportionate burden (section 12 of the act).",

    tests: "How the app is tested",
    tests_text: "The app is tested by self-assessment: the people who make it test it themselves, with automated tools. Nobody \
                 else has reviewed it.",
    terms: Terms {
        standard: "Standard",
        levels: "Guidelines",
        tool: "Tool and rules",
        engines: "Browsers",
        checked: "Last tested",
        updated: "Statement updated",
    },
    levels: "WCAG 2.2, levels A and AA",
    checks_title: "What is tested",
    checks: [
        "The tool tests every kind of page in all four languages, in light and dark colours, in the system’s own colours and at the width of a phone. Languages other than Swedish and the system’s own colours are only tested in Chromium.",
        "In the app’s own colours, all text has a contrast of at least 7:1 with its background. Lines and the focus indicator have \
         at least 3:1.",
        "The pages can be read at a width of 320 pixels without scrolling sideways, with text at twice its size, and with more space between letters, words and lines.",
        "Buttons and links are at least 44 pixels high, except links within text.",
        "You can reach everything with a keyboard alone, in the order of the page, and you can see where the focus is.",
        "Edges and focus are visible in forced colours mode, and animations are shortened for people who have asked for less \
         motion. This is only tested in Chromium.",
        "What the browser passes on to screen readers has been reviewed by those who make the app, but only in Chromium.",
    ],
    untested_title: "What is not tested",
    untested: [
        "Disabled people have not tested the app.",
        "The app has not been tested with screen readers, such as NVDA, JAWS, VoiceOver or TalkBack.",
        "The app has not been tested with other assistive technology, such as voice control, screen magnifiers or braille displays.",
        "The app has not been tested in Safari on iPhone, iPad or Mac, or in browsers on Android.",
    ],

    host: "For whoever writes the municipality’s statement",
    host_text: "This page is only about the app. The act requires a statement from the municipality, which also covers its \
                texts and documents. Start with the text below and change it until it is correct.",
    host_label: "Text to copy",
    paste: Pattern(
        "{1}\n\n\
         At {2} we show our citizen dialogues. The pages are partially compliant with the Act on Accessibility to Digital Public \
         Services (2018:1937). We know of these problems:\n\n\
         {3}\n\n\
         The pages are tested by self-assessment, with automated tests against WCAG 2.2 at levels A and AA ({4}), most recently \
         on {5}. They have not been tested with screen readers or by disabled people. We claim no exemption for \
         disproportionate burden (section 12).\n\n\
         More about the problems and the tests: {6}",
    ),
};

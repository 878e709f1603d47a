//! English.

use super::{Terms, Words};
use crate::text::table::Pattern;

/// The words.
pub const WORDS: Words = Words {
    title: Pattern("Accessibility statement: {}"),
    owner: Pattern("{} publishes these pages."),
    lead: "This statement is about the app that the pages are made with. It says how the app follows the Swedish Act on \
           Accessibility to Digital Public Services, which faults are known and how to tell us when something does not work.",
    rest: "The municipality’s own statement applies to the rest of its website.",

    status: "How accessible is the app?",
    law: "The app is partially compliant with the Act on Accessibility to Digital Public Services (2018:1937).",
    standard: Pattern(
        "The requirements are in the standard {}, which includes WCAG 2.1 at levels A and AA. The app is also tested against \
         WCAG 2.2 at levels A and AA.",
    ),
    doubt: "The automated tests find no faults. But such tests find only some of all faults, and nobody has gone through every \
            requirement by hand. For this reason, and because of the faults below, the app is not called fully compliant.",

    report: "Tell us if something does not work",
    report_text: "Say which page it is, what you tried to do and what happened. It helps to know which browser and which \
                  assistive technology you use. You can also ask for the content in another form.",
    report_to: Pattern("Contact {}."),
    report_unnamed: "Contact the municipality that shows the dialogues. Its website says how to reach it.",

    supervision: "Supervision",
    supervision_text: "The Agency for Digital Government (Digg) sees to it that the act is followed. If the municipality does \
                       not answer, or if you are not satisfied with the answer, you can report it to Digg.",
    supervision_link: "Report to Digg (in Swedish)",

    faults: "Faults in the app",
    faults_text: "This does not work for everyone:",
    foreign: "Content made by others",
    foreign_text: "The app shows or links to this, but does not control it:",
    burden: "The app claims no exemption for disproportionate burden (section 12 of the act).",

    tests: "How the app is tested",
    tests_text: "The app is tested by self-assessment: those who make it test it themselves, with programs. Nobody else has reviewed \
                 it.",
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
        "The tool tests the Swedish pages: the list, dialogues, pages without results and error messages, in light and dark colours and at the \
         width of a phone.",
        "In the app’s own colours, all text has a contrast of at least 7:1 with its background. Lines and the focus marker have \
         at least 3:1.",
        "The pages can be read at a width of 320 pixels without scrolling sideways.",
        "Buttons and links are at least 44 pixels high, except links within a text.",
        "One can go through the list and open a dialogue with a keyboard alone, and the focus is visible.",
        "Edges and focus are visible in forced colours, and motion is shortened for those who want it so. This is tested in \
         Chromium only.",
    ],
    untested_title: "What is not tested",
    untested: [
        "People with disabilities have not tested the app.",
        "No screen readers have been tested, such as NVDA, JAWS, VoiceOver or TalkBack.",
        "No other assistive technology has been tested, such as voice control, screen magnifiers or braille displays.",
        "Safari on iPhone, iPad and Mac and browsers on Android have not been tested.",
        "Increased spacing between letters, words and lines has not been tested.",
        "The archive, this page and the pages in easy-read Swedish, Finnish and English have not been tested with the tool.",
    ],

    host: "For whoever writes the municipality’s statement",
    host_text: "This page is about the app only. The act requires a statement from the municipality, which also covers its \
                texts and documents. Start from the text below and change it until it is right.",
    host_label: "Text to copy",
    paste: Pattern(
        "{1}\n\n\
         At {2} we show our citizen dialogues. The pages are partially compliant with the Act on Accessibility to Digital Public \
         Services (2018:1937). We know of these faults:\n\n\
         {3}\n\n\
         The pages are tested by self-assessment, with automated tests against WCAG 2.2 at levels A and AA ({4}), most recently \
         on {5}. They have not been tested with screen readers or by people with disabilities. We claim no exemption for \
         disproportionate burden (section 12).\n\n\
         More about the faults and the tests: {6}",
    ),
};

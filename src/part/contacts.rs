//! Who answers questions.

use super::{
    El, Env,
    el::{Pieces, el, pieces},
    phrase,
    section::{list, section, tap},
};
use crate::domain::{
    link::{Email, Link, Phone},
    organiser::{Contact, Publisher},
};

/// The dialogue's contacts; without any, the municipality itself.
pub fn contacts(env: &Env, contacts: &[Contact], publisher: Option<&Publisher>) -> Option<El> {
    let text = env.text;
    let rows = list("contacts", contacts.iter().map(|contact| row(env, contact)).collect());
    let content = match (rows, publisher) {
        (Some(rows), _) => pieces(rows),
        (None, Some(publisher)) => {
            let ways = ways(publisher.email.as_ref(), publisher.phone.as_slice(), publisher.url.as_ref());
            pieces((el("p", "", text.contact_none.with(&publisher.name)), ways))
        }
        (None, None) => return None,
    };
    Some(section("contact", text.contact, content))
}

fn row(env: &Env, contact: &Contact) -> El {
    let lines = (
        contact.name.as_deref().map(|name| el("p", "contact-name", name)),
        contact.role.as_ref().map(|role| el("p", "contact-role", phrase(env, role))),
        ways(contact.email.as_ref(), &contact.phones, None),
    );
    el("li", "contact", lines)
}

/// Mail, telephones and page, each a link a thumb can hit.
pub fn ways(email: Option<&Email>, phones: &[Phone], page: Option<&Link>) -> impl Pieces {
    let email = email.map(|email| (tap(email.href(), email.as_str()), " "));
    let phones = phones.iter().map(|phone| (tap(phone.href(), phone.as_str()), " ")).collect::<Vec<_>>();
    let page = page.map(|page| tap(page.as_str(), page.host().unwrap_or_default()));
    let links = pieces((email, phones, page));
    (!links.is_empty()).then(|| el("p", "contact-ways", links))
}

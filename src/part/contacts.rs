//! Who answers questions.

use super::{Env, phrase, section};
use crate::domain::{
    link::{Email, Link, Phone},
    organiser::{Contact, Publisher},
};
use leptos::prelude::*;

/// The dialogue's contacts; without any, the municipality itself.
#[component]
pub fn Contacts(
    /// Where it is shown.
    env: Env,
    /// Those who answer.
    contacts: Vec<Contact>,
    /// The municipality.
    publisher: Option<Publisher>,
) -> impl IntoView {
    let text = env.text;
    let content = match publisher {
        Some(publisher) if contacts.is_empty() => {
            let phone = publisher.phone.clone();
            let ways = ways(publisher.email.as_ref(), phone.as_slice(), publisher.url.as_ref());
            view! { <p>{(text.contact_none)(&publisher.name)}</p> {ways} }.into_any()
        }
        _ => {
            let rows: Vec<_> = contacts.iter().map(|contact| row(&env, contact)).collect();
            view! {
                <ul class="contacts" role="list">
                    {rows}
                </ul>
            }
            .into_any()
        }
    };
    section("contact", text.contact, content)
}

fn row(env: &Env, contact: &Contact) -> AnyView {
    view! {
        <li class="contact">
            {contact.name.clone().map(|name| view! { <p class="contact-name">{name}</p> })}
            {contact.role.as_ref().map(|role| view! { <p class="contact-role">{phrase(env, role)}</p> })}
            {ways(contact.email.as_ref(), &contact.phones, None)}
        </li>
    }
    .into_any()
}

fn ways(email: Option<&Email>, phones: &[Phone], page: Option<&Link>) -> AnyView {
    let link = |href: String, words: String| {
        view! {
            <a class="tap" href=href>
                {words}
            </a>
            " "
        }
        .into_any()
    };
    let email = email.map(|email| link(email.href(), email.as_str().to_owned()));
    let phones = phones.iter().map(|phone| link(phone.href(), phone.as_str().to_owned()));
    let page = page.map(|page| link(page.as_str().to_owned(), page.host().unwrap_or_default().to_owned()));
    let links: Vec<AnyView> = email.into_iter().chain(phones).chain(page).collect();
    (!links.is_empty()).then(|| view! { <p class="contact-ways">{links}</p> }).into_any()
}

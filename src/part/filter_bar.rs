//! The search field, the filters that the feed has values for, and chips for what is chosen.

use super::{Act, Env};
use crate::{
    domain::{
        dialogue::Group,
        filter::{Attend, Choice, Choices, Criterion, Filter, PAGE},
        localized::Localized,
        when,
    },
    text::date,
};
use leptos::{ev::SubmitEvent, prelude::*};

/// The form. It stays as it is while its choices change, so that focus and what is being typed survive.
#[component]
pub fn FilterBar(
    /// Where it is shown.
    env: Env,
    /// What is chosen.
    filter: Signal<Filter>,
    /// What can be chosen.
    choices: Signal<Choices>,
    /// Where a resident's doings go.
    act: Callback<Act>,
) -> impl IntoView {
    let text = env.text;
    // What stands in the field is the resident's; the address may lag behind.
    let typed = RwSignal::new(filter.get_untracked().query);
    Effect::new(move |_| {
        let query = filter.get().query;
        if query != typed.get_untracked() {
            typed.set(query);
        }
    });
    let on_input = move |event| {
        let query = event_target_value(&event);
        typed.set(query.clone());
        act.run(Act::Type(Filter { query, rows: PAGE, ..filter.get_untracked() }));
    };
    let choose = move |change: fn(&mut Filter, String), value: String| {
        let mut filter = Filter { rows: PAGE, ..filter.get_untracked() };
        change(&mut filter, value);
        act.run(Act::Choose(filter));
    };
    let select =
        move |name: &'static str, label: &'static str, options: Options, change: fn(&mut Filter, String)| {
            let options = Memo::new(move |_| options(text, &choices.get(), &filter.get()));
            let items = move || {
                let option = |(value, label, chosen): (String, String, bool)| {
                    view! {
                        <option value=value prop:selected=chosen>
                            {label}
                        </option>
                    }
                };
                options.get().into_iter().map(option).collect::<Vec<_>>()
            };
            let any = Memo::new(move |_| options.get().len() > 1);
            let field = move || {
                any.get().then(|| {
                view! {
                    <div class="field">
                        <label class="field-label" for=name>
                            {label}
                        </label>
                        <select id=name name=name on:change=move |e| choose(change, event_target_value(&e))>
                            {items}
                        </select>
                    </div>
                }
            })
            };
            field.into_any()
        };
    let day = move |name: &'static str,
                    label: &'static str,
                    value: fn(&Filter) -> String,
                    change: fn(&mut Filter, String)| {
        view! {
            <div class="field">
                <label class="field-label" for=name>
                    {label}
                </label>
                <input
                    id=name
                    name=name
                    type="date"
                    prop:value=move || value(&filter.get())
                    on:change=move |e| choose(change, event_target_value(&e))
                />
            </div>
        }
    };
    let days = move || {
        choices.get().days.then(|| {
            view! {
                {day("from", text.from, |f| iso(f.from), |f, v| f.from = when::date(&v))}
                {day("to", text.to, |f| iso(f.to), |f, v| f.to = when::date(&v))}
            }
        })
    };
    view! {
        <form
            class="filter-bar"
            role="search"
            aria-label=text.filter_form
            on:submit=move |event: SubmitEvent| event.prevent_default()
        >
            <div class="field">
                <label class="field-label" for="q">
                    {text.search}
                </label>
                <input
                    id="q"
                    name="q"
                    type="search"
                    autocomplete="off"
                    enterkeyhint="search"
                    prop:value=typed
                    on:input=on_input
                />
            </div>
            <div class="filter-row">
                {select("district", text.district, |t, c, f| named(t, &c.districts, &f.district), |f, v| f.district = some(v))}
                {select("topic", text.topic, |t, c, f| named(t, &c.topics, &f.topic), |f, v| f.topic = some(v))}
                <details class="filter-more">
                    <summary>{text.more_filters}</summary>
                    <div class="filter-more-fields">
                        {select("organiser", text.organiser, |t, c, f| named(t, &c.organisers, &f.organiser), |f, v| f.organiser = some(v))}
                        {select("group", text.group, groups, |f, v| f.group = Group::named(&v))}
                        {select("attend", text.attend, attends, |f, v| f.attend = Attend::named(&v))}
                        {days}
                    </div>
                </details>
            </div>
        </form>
    }
    .into_any()
}

/// Value, label and whether it is chosen, of each option of a select; the first one means all.
type Options = fn(&'static crate::text::Text, &Choices, &Filter) -> Vec<(String, String, bool)>;

fn some(value: String) -> Option<String> {
    (!value.is_empty()).then_some(value)
}

fn iso(date: Option<chrono::NaiveDate>) -> String {
    date.map(|d| when::machine(when::When::Date(d))).unwrap_or_default()
}

fn options<T>(
    text: &crate::text::Text,
    list: &[Choice<T>],
    chosen: impl Fn(&T) -> bool,
    name: impl Fn(&T) -> (String, String),
) -> Vec<(String, String, bool)> {
    let none = !list.iter().any(|choice| chosen(&choice.value));
    let all = (String::new(), text.all.to_owned(), none);
    let option = |choice: &Choice<T>| {
        let (value, label) = name(&choice.value);
        (value, (text.choice)(&label, choice.hits), chosen(&choice.value))
    };
    std::iter::once(all).chain(list.iter().map(option)).collect()
}

fn named(
    text: &crate::text::Text,
    list: &[Choice<Localized>],
    chosen: &Option<String>,
) -> Vec<(String, String, bool)> {
    let is = |name: &Localized| chosen.as_deref().is_some_and(|c| crate::domain::filter::same(name.key(), c));
    options(text, list, is, |name| (name.key().to_owned(), name.get(text.tag).text.to_owned()))
}

fn groups(
    text: &'static crate::text::Text,
    choices: &Choices,
    filter: &Filter,
) -> Vec<(String, String, bool)> {
    options(text, &choices.groups, |g| filter.group == Some(*g), |g| (g.name(), (text.groups)(*g).to_owned()))
}

fn attends(
    text: &'static crate::text::Text,
    choices: &Choices,
    filter: &Filter,
) -> Vec<(String, String, bool)> {
    options(
        text,
        &choices.attends,
        |a| filter.attend == Some(*a),
        |a| (a.name(), (text.attends)(*a).to_owned()),
    )
}

/// What a criterion is set to, in words.
pub fn criterion_name(env: &Env, filter: &Filter, criterion: Criterion) -> String {
    let text = env.text;
    let name = |name: &Option<String>| name.clone().unwrap_or_default();
    match criterion {
        Criterion::Query => (text.quoted)(filter.query.trim()),
        Criterion::District => name(&filter.district),
        Criterion::Topic => name(&filter.topic),
        Criterion::Organiser => name(&filter.organiser),
        Criterion::Group => filter.group.map_or("", text.groups).to_owned(),
        Criterion::Attend => filter.attend.map_or("", text.attends).to_owned(),
        Criterion::Days => {
            let day = |date: Option<chrono::NaiveDate>| date.map(|d| date::plain(text, d));
            (text.days)(day(filter.from).as_deref(), day(filter.to).as_deref())
        }
    }
}

/// What is chosen, each to be removed alone, and all at once when there are several.
#[component]
pub fn Chips(
    /// Where it is shown.
    env: Env,
    /// What is chosen.
    filter: Filter,
) -> impl IntoView {
    let text = env.text;
    let active = filter.active();
    if active.is_empty() {
        return ().into_any();
    }
    let several = active.len() > 1;
    let chips: Vec<_> = active
        .into_iter()
        .map(|criterion| {
            view! {
                <li>
                    <a class="chip" href=env.links.list(&filter.without(criterion)) data-noscroll>
                        <span class="visually-hidden">{text.drop_filter} " "</span>
                        {criterion_name(&env, &filter, criterion)}
                        " "
                        <span aria-hidden="true">"×"</span>
                    </a>
                </li>
            }
        })
        .collect();
    let clear = several.then(|| {
        view! {
            <a class="filter-clear tap" href=env.links.list(&Filter::default()) data-noscroll>
                {text.clear_all}
            </a>
        }
    });
    view! {
        <ul class="chips" role="list" aria-label=text.chosen>
            {chips}
        </ul>
        {clear}
    }
    .into_any()
}

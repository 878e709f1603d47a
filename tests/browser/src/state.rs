//! Every kind of page and state that a resident can meet, in any language and on any day.

use anyhow::{Context as _, Result};
use chrono::{Datelike as _, NaiveDate};
use medborgardialoger::domain::lang::Lang;

use crate::browser::Browser;
use crate::feed;
use crate::print;
use crate::server::{Feed, Server};

/// A page of the example feed: what it is called here, its address below the language's folder, and what is there.
pub type Page = (&'static str, String, &'static str);

/// Every kind of page, by the example feed.
pub fn pages(today: NaiveDate) -> Vec<Page> {
    let year = format!("arkiv/{}/", feed::from(today, -20).year());
    let page = |name, address: &str, there| (name, address.to_owned(), there);
    vec![
        page("list", "", ".cards"),
        page("list-narrowed", "?q=provby&district=Provby&group=upcoming", ".chip"),
        page("list-no-hits", "?district=Zinkgruvan&topic=Skola", "#nothing-found"),
        page("dialogue", "dialog/park-vid-provby-strand/", ".phases"),
        page("dialogue-without-meetings", "dialog/trygghet/", ".when-where"),
        page("dialogue-cancelled", "dialog/skolans-lokaler/", ".when-where"),
        page("dialogue-ended", "dialog/torget/", "#results"),
        page("missing", "dialog/finns-inte/", "main a.button"),
        page("archive", &year, ".cards"),
        page("mine-empty", "mina/", "#none"),
    ]
}

/// One language's pages, as they are on a day.
pub struct Walk<'a> {
    /// Where they are looked at.
    pub browser: &'a Browser,
    /// The language.
    pub lang: Lang,
    /// The day that the feed is made for.
    pub today: NaiveDate,
}

impl Walk<'_> {
    /// Opens every page and state and looks at each, with all open that can be opened, so that what it hides is judged too.
    pub async fn all(&self, look: &mut impl AsyncFnMut(&str) -> Result<()>) -> Result<()> {
        let server = Server::with(Feed::Body(feed::fill_on(&feed::template()?, self.today))).await?;
        for (name, page, there) in pages(self.today) {
            self.open(&server, &page, there).await?;
            look(name).await?;
        }
        self.followed(&server, look).await?;
        self.empty(look).await?;
        self.without_feed(look).await
    }

    /// A page of this server's, with all open that can be opened.
    pub async fn open(&self, server: &Server, page: &str, there: &str) -> Result<()> {
        self.browser.open_page(server, &format!("{}{page}", self.lang.folder())).await?;
        self.browser.find(there).await?;
        self.open_details().await
    }

    async fn open_details(&self) -> Result<()> {
        self.browser.eval("document.querySelectorAll('details').forEach(more => more.open = true)").await?;
        Ok(())
    }

    /// What is followed, and its news: a meeting that has moved, and a dialogue that is gone.
    pub async fn followed(
        &self,
        server: &Server,
        look: &mut impl AsyncFnMut(&str) -> Result<()>,
    ) -> Result<()> {
        for dialogue in ["park-vid-provby-strand", "cykelvagar"] {
            self.open(server, &format!("dialog/{dialogue}/"), ".actions > button").await?;
            self.browser.click(".actions > button").await?;
            let followed = "localStorage.getItem('medborgardialoger / saved')?.includes(ID) ?? false";
            self.browser.until(&followed.replace("ID", &format!("'{dialogue}'"))).await?;
        }
        look("dialogue-followed").await?;
        self.open(server, "mina/", ".mine").await?;
        look("mine").await?;
        let template = feed::template()?.replace("@-1T12:00", "@-1T18:00").replace("cykelvagar", "gangvagar");
        let (before, after) = template.split_once("\"@+1T18:00\"").context("no meeting")?;
        let moved =
            "\"@+1T17:00\", \"status\": \"rescheduled\", \"previousStart\": \"@+1T18:00\", \"sequence\": 1";
        server.feed(Feed::Body(feed::fill_on(&[before, moved, after].concat(), self.today)));
        for (name, page) in
            [("list-news", ""), ("dialogue-news", "dialog/park-vid-provby-strand/"), ("mine-news", "mina/")]
        {
            self.open(server, page, ".news").await?;
            look(name).await?;
        }
        Ok(())
    }

    /// Nothing ahead, by the real feed; and nothing at all.
    async fn empty(&self, look: &mut impl AsyncFnMut(&str) -> Result<()>) -> Result<()> {
        self.open(&Server::at_root().await?, "", "#nothing-ahead").await?;
        look("list-nothing-ahead").await?;
        let server = Server::with(Feed::Body(feed::fill_on(&feed::with(""), self.today))).await?;
        self.open(&server, "", "#empty").await?;
        look("list-empty").await
    }

    /// A print that stays, a wait and a failure.
    async fn without_feed(&self, look: &mut impl AsyncFnMut(&str) -> Result<()>) -> Result<()> {
        let server = Server::with(Feed::Empty).await?;
        // A print says on which day it was made.
        let feed = feed::fill_on(&feed::template()?, self.today);
        print::site_at(&server, &feed, Some(&format!("{}T12:00:00+02:00", self.today))).await?;
        self.browser.driver.goto(server.url(self.lang.folder())).await?;
        self.browser.find(".stale").await?;
        self.open_details().await?;
        look("list-stale").await?;
        self.browser.console(&server).await?;
        for (name, feed, there) in
            [("list-loading", Feed::Hang, ".loading"), ("list-failed", Feed::Empty, ".notice-error")]
        {
            let server = Server::with(feed).await?;
            print::unprinted(&server)?;
            self.open(&server, "", there).await?;
            look(name).await?;
            self.browser.console(&server).await?;
        }
        Ok(())
    }
}

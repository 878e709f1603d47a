//! The steps of a random walk.

use crate::scenario::Dice;

/// What can happen. A number is taken modulo how many there are; what is not there is not done.
#[derive(Clone, Debug)]
pub enum Step {
    /// Opens a page by its address.
    Visit(usize),
    /// Follows the link of a row.
    Row(usize),
    /// Goes back to the list by its link.
    ToList,
    /// Follows a link to a year of the archive.
    Year,
    /// The browser's Back.
    Back,
    /// The browser's Forward.
    Forward,
    /// Writes into the search field.
    Search(usize),
    /// Chooses a group.
    Choose(usize),
    /// Touches the page, so that no version is taken without consent.
    Touch,
    /// Takes the new version, if one is offered.
    Renew,
    /// Loads the page anew.
    Reload,
    /// Opens a page in a new window.
    Open(usize),
    /// Goes to another window.
    Switch(usize),
    /// Closes the window.
    Close,
    /// The network goes.
    Lose,
    /// The network comes back.
    Regain,
    /// Another version stands on the server from now on, whole or broken.
    Deploy(usize),
    /// The feed is answered otherwise from now on.
    Feed(usize),
    /// Follows the dialogue of the page, or lets it go.
    Follow,
    /// Has seen a piece of news.
    Seen,
    /// Opens the page of what is followed.
    Mine,
    /// Goes to the page in another language.
    Tongue(usize),
}

impl Step {
    /// The next one. Nothing but the dice decides, so that a walk can be taken once more.
    pub fn throw(dice: &mut Dice) -> Self {
        let (lot, which) = (dice.below(100), dice.below(1000));
        match lot {
            0..6 => Self::Follow,
            6..8 => Self::Seen,
            8..11 => Self::Mine,
            11..20 => Self::Row(which),
            20..25 => Self::ToList,
            25..30 => Self::Year,
            30..38 => Self::Back,
            38..43 => Self::Forward,
            43..50 => Self::Search(which),
            50..53 => Self::Tongue(which),
            53..59 => Self::Choose(which),
            59..61 => Self::Touch,
            61..64 => Self::Renew,
            64..70 => Self::Reload,
            70..76 => Self::Visit(which),
            76..78 => Self::Open(which),
            78..81 => Self::Switch(which),
            81..83 => Self::Close,
            83..86 => Self::Lose,
            86..90 => Self::Regain,
            90..94 => Self::Deploy(which),
            _ => Self::Feed(which),
        }
    }
}

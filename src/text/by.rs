//! A word for each kind of something.

use super::table::{Lines, NONE, Table};
use crate::domain::{
    criterion::Attend,
    dialogue::Group,
    meeting::Status,
    phase::PhaseState,
    place::Access,
    saved::TurnKind,
    stage::{Level, Stage},
    take_part::TakePartKind,
};
use std::marker::PhantomData;

/// What a [`By`] tells apart.
pub trait Kind: Copy {
    /// Its place in the order of all of them.
    fn place(self) -> usize;
}

/// Makes kinds of enums without fields.
macro_rules! kinds {
    ($($kind:ty),+) => { $(
        impl Kind for $kind {
            fn place(self) -> usize {
                self as usize
            }
        }
    )+ };
}
kinds!(Access, Attend, Group, Level, PhaseState, Stage, Status, TakePartKind, TurnKind);

/// A word for each of the kinds of something. `by!` makes it, and no other order or number of
/// words compiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct By<K, const N: usize> {
    words: [&'static str; N],
    of: PhantomData<fn(K)>,
}

impl<K: Kind, const N: usize> By<K, N> {
    /// Words in the order of the kinds.
    pub const fn new(words: [&'static str; N]) -> Self {
        Self { words, of: PhantomData }
    }

    /// The word for a kind; empty where there is none.
    pub fn of(&self, kind: K) -> &'static str {
        self.words.get(kind.place()).copied().unwrap_or_default()
    }

    /// The same, or nothing.
    pub fn known(&self, kind: K) -> Option<&'static str> {
        Some(self.of(kind)).filter(|word| !word.is_empty())
    }
}

impl<K: Kind, const N: usize> Table for By<K, N> {
    const EMPTY: Self = Self::new([NONE; N]);
    const FORM: u32 = N as u32;

    fn trade(&mut self, lines: &mut Lines) {
        lines.trade(&mut self.words);
    }
}

/// A word for each kind, by name: all of them, in the order of the enum.
macro_rules! by {
    ($kind:ident { $($case:ident: $word:expr),+ $(,)? }) => {{
        const fn all(kind: $kind) -> usize {
            match kind { $($kind::$case => kind as usize),+ }
        }
        const {
            let mut place = 0;
            $(assert!(all($kind::$case) == place, "in the order of the enum"); place += 1;)+
            let _ = place;
        }
        $crate::text::by::By::new([$($word),+])
    }};
}
pub(super) use by;

//! What a language's words are made of: plain strings in structs, so that a table can be read from a file of lines and
//! written as one.
//!
//! ```text
//! const SV: Text ─write→ words-sv-….txt ─read→ Text in the app        (one string a line)
//! ```

/// Where nothing is said.
pub const NONE: &str = "";

/// A part of a language whose strings can be gone through in one order.
pub trait Table {
    /// Without any words.
    const EMPTY: Self;

    /// A number that is another one for a table of other fields: whose words are in another order.
    const FORM: u32;

    /// Trades each string for the next line.
    fn trade(&mut self, lines: &mut Lines);
}

/// Lines on their way into a table, or out of one.
#[derive(Default)]
pub struct Lines {
    lines: Vec<&'static str>,
    next: usize,
}

impl Lines {
    /// Trades strings for the next lines; what there is no line for is added. One function for all fields of all tables:
    /// a call of it is all that a field weighs.
    #[inline(never)]
    pub fn trade(&mut self, words: &mut [&'static str]) {
        for word in words {
            match self.lines.get_mut(self.next) {
                Some(line) => std::mem::swap(word, line),
                None => self.lines.push(std::mem::take(word)),
            }
            self.next += 1;
        }
    }
}

/// The table that a file of lines holds; `None` where that is another form's, or cut off.
pub fn read<T: Table>(words: &'static str) -> Option<T> {
    let (form, words) = words.split_once('\n')?;
    if form.parse() != Ok(T::FORM) {
        return None;
    }
    let mut lines = Lines { lines: words.split('\n').collect(), next: 0 };
    let there = lines.lines.len();
    let mut table = T::EMPTY;
    table.trade(&mut lines);
    (lines.next == there).then_some(table)
}

/// The file of a table: its form, and its strings, one a line.
pub fn write<T: Table + Clone>(table: &T) -> String {
    let mut lines = Lines::default();
    table.clone().trade(&mut lines);
    format!("{}\n{}", T::FORM, lines.lines.join("\n"))
}

/// A form with more in it (FNV-1a).
pub const fn mix(mut form: u32, mut more: &[u8]) -> u32 {
    while let [byte, rest @ ..] = more {
        form = (form ^ *byte as u32).wrapping_mul(0x0100_0193);
        more = rest;
    }
    form
}

impl Table for &'static str {
    const EMPTY: Self = NONE;
    const FORM: u32 = 1;

    fn trade(&mut self, lines: &mut Lines) {
        lines.trade(std::slice::from_mut(self));
    }
}

impl<const N: usize> Table for [&'static str; N] {
    const EMPTY: Self = [NONE; N];
    const FORM: u32 = N as u32;

    fn trade(&mut self, lines: &mut Lines) {
        lines.trade(self);
    }
}

/// Makes a table of a struct.
macro_rules! table {
    ($(#[$about:meta])* pub struct $name:ident { $($(#[$says:meta])* pub $field:ident: $kind:ty,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            $($(#[$says])* pub $field: $kind,)+
        }

        impl $crate::text::table::Table for $name {
            const EMPTY: Self = Self { $($field: <$kind as $crate::text::table::Table>::EMPTY,)+ };
            const FORM: u32 = {
                let mut form = 0;
                $(
                    form = $crate::text::table::mix(form, stringify!($field).as_bytes());
                    form = $crate::text::table::mix(form, &<$kind as $crate::text::table::Table>::FORM.to_le_bytes());
                )+
                form
            };

            fn trade(&mut self, lines: &mut $crate::text::table::Lines) {
                $(self.$field.trade(lines);)+
            }
        }
    };
}
pub(super) use table;

/// A sentence with places for what is not known here: `{}`, or `{1}` and `{2}` where there are several, in whatever order
/// a language wants them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pattern(pub &'static str);

impl Pattern {
    /// The sentence with values in its places.
    pub fn fill(self, values: &[&str]) -> String {
        let mut parts = self.0.split('{');
        let mut said = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (place, rest) = part.split_once('}').unwrap_or_default();
            // `{}` is the first place, as `{1}` is.
            let at = place.bytes().next().map_or(0, |digit| usize::from(digit.wrapping_sub(b'1')));
            said.push_str(values.get(at).copied().unwrap_or_default());
            said.push_str(rest);
        }
        said
    }

    /// The sentence with one value.
    pub fn with(self, value: &str) -> String {
        self.fill(&[value])
    }

    /// The sentence with a number.
    pub fn number(self, n: i64) -> String {
        self.fill(&[&n.to_string()])
    }

    /// The sentence with a count.
    pub fn count(self, n: usize) -> String {
        self.fill(&[&n.to_string()])
    }

    /// What stands before its one place, and what after.
    pub fn around(self) -> (&'static str, &'static str) {
        self.0.split_once("{}").unwrap_or((self.0, NONE))
    }
}

impl Table for Pattern {
    const EMPTY: Self = Self(NONE);
    const FORM: u32 = 1;

    fn trade(&mut self, lines: &mut Lines) {
        self.0.trade(lines);
    }
}

table! {
/// A sentence with a number in its one place, in the forms that numbers ask for.
pub struct Plural {
    /// For 0, where that has a form of its own.
    pub none: &'static str,
    /// For 1.
    pub one: &'static str,
    /// For all others.
    pub many: &'static str,
}
}

impl Plural {
    /// The sentence for a number.
    pub fn number(&self, n: usize) -> String {
        let form = match n {
            0 if !self.none.is_empty() => self.none,
            1 => self.one,
            _ => self.many,
        };
        Pattern(form).count(n)
    }
}

//! Links a feed may carry: https, mailto and tel, nothing else.

/// An address that is safe to put in an `href`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// Takes `https://host…`, `mailto:…@…` or `tel:…`; refuses other schemes, blanks and control characters.
    pub fn new(text: &str) -> Option<Self> {
        let clean = !text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"\\".contains(c));
        let known = host(text).is_some()
            || text.strip_prefix("mailto:").is_some_and(|mail| mail.contains('@'))
            || text.strip_prefix("tel:").is_some_and(|tel| tel.contains(|c: char| c.is_ascii_digit()));
        (clean && known).then(|| Self(text.to_owned()))
    }

    /// Takes https only: for documents, forms and pages.
    pub fn https(text: &str) -> Option<Self> {
        Self::new(text).filter(|link| link.host().is_some())
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host name of an https address.
    pub fn host(&self) -> Option<&str> {
        host(&self.0)
    }
}

fn host(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("https://")?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    // No user part: `https://eskilstuna.se@evil.example/` would deceive a reader.
    let host = authority.split(':').next().unwrap_or(authority);
    (!host.is_empty() && !authority.contains('@')).then_some(host)
}

/// An e-mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// Takes `name@host.tld`, no display name and no blanks.
    pub fn new(text: &str) -> Option<Self> {
        let (name, host) = text.split_once('@')?;
        let fits = !name.is_empty()
            && host.contains('.')
            && !text.contains(|c: char| {
                c.is_whitespace() || c.is_control() || "<>\"?&@,;".contains(c) && c != '@'
            })
            && !host.contains('@');
        fits.then(|| Self(text.to_owned()))
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `mailto:…` (RFC 6068).
    pub fn href(&self) -> String {
        format!("mailto:{}", self.0)
    }
}

/// A telephone number, shown as the feed writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone(String);

impl Phone {
    /// Takes digits with blanks, hyphens and brackets, at least three digits; a leading `+` is allowed.
    pub fn new(text: &str) -> Option<Self> {
        let allowed = |c: char| c.is_ascii_digit() || " -()+/\u{a0}\u{2013}".contains(c);
        let digits = text.chars().filter(char::is_ascii_digit).count();
        (digits >= 3 && text.chars().all(allowed)).then(|| Self(text.to_owned()))
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `tel:+46…` (RFC 3966): a Swedish number that begins with 0 is made international, `(0)` after a country code
    /// is left out, `00` is `+`, and of `32 27/28` only the first is dialled.
    pub fn href(&self) -> String {
        let first = self.0.split('/').next().unwrap_or_default().trim();
        let (abroad, rest) = match first.strip_prefix('+').or_else(|| first.strip_prefix("00")) {
            Some(rest) => (true, rest.replace("(0)", "")),
            None => (false, first.to_owned()),
        };
        let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
        match digits.strip_prefix('0') {
            _ if abroad => format!("tel:+{digits}"),
            Some(rest) if digits.len() > 6 => format!("tel:+46{rest}"),
            _ => format!("tel:{digits}"),
        }
    }
}

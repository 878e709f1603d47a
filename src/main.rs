//! The browser's door: starts the app where its page has a place for it.

fn main() {
    medborgardialoger::host::site::start();
}

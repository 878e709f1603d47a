//! Where pages are shown.

#[cfg(feature = "web")]
mod acts;
#[cfg(feature = "web")]
mod answer;
#[cfg(feature = "web")]
pub mod element;
#[cfg(feature = "web")]
mod follow;
#[cfg(feature = "publish")]
pub mod print;
#[cfg(feature = "web")]
mod saved;
#[cfg(feature = "web")]
pub mod site;
#[cfg(feature = "web")]
mod store;
#[cfg(feature = "web")]
mod take_over;
#[cfg(feature = "web")]
mod visit;

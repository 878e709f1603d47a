//! A walk at random through all that can happen to a resident with the app, and what holds after each step. The seed is
//! printed: `WALK_SEED=… WALK_STEPS=… ./dev test browser walk` takes the same steps once more.

use anyhow::{Context as _, Result};

use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::feed;
use crate::server::Server;
use crate::walk::{Step, World};

/// This topic's table.
pub const ALL: &[Scenario] =
    scenarios![Light in ALL: always_has_something_useful_on_the_screen_and_loses_nothing];

/// How many steps are taken.
const STEPS: u64 = 500;

async fn always_has_something_useful_on_the_screen_and_loses_nothing(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    let given = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
    let seed = given("WALK_SEED").unwrap_or(u64::try_from(feed::now().timestamp_millis())? % 1_000_000);
    let steps = given("WALK_STEPS").unwrap_or(STEPS);
    println!("{} › walk: WALK_SEED={seed} WALK_STEPS={steps}", browser.engine);
    let mut dice = Dice(seed);
    let mut world = World::begin(browser, server).await?;
    let mut taken: Vec<String> = Vec::new();
    let mut walked = Ok(());
    for number in 1..=steps {
        let step = Step::throw(&mut dice);
        taken.push(format!("{number} {step:?}"));
        walked = world.take(&step).await;
        if walked.is_err() {
            break;
        }
    }
    let picture = crate::folder("failed")?.join(format!("{}-walk.png", browser.engine));
    if walked.is_err() {
        let _ = browser.screenshot(&picture).await;
    }
    let ended = world.end().await;
    let story = || format!("WALK_SEED={seed}, see {}, after {}", picture.display(), taken.join(", "));
    walked.with_context(story)?;
    ended
}

/// Numbers that look like chance and are the same for the same seed (SplitMix64, Vigna 2015).
pub struct Dice(u64);

impl Dice {
    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(end).unwrap_or(1)).unwrap_or_default()
    }
}

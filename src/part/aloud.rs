//! Reading aloud.

use super::{El, Env, el::el};

/// The place for its buttons. It has no children of ours, so that those which `public/aloud.js` gives it stay (shown.rs).
pub fn aloud(env: &Env) -> El {
    let words = &env.text.aloud;
    el("medborgar-aloud", "", ())
        .attr("play", words.play)
        .attr("pause", words.pause)
        .attr("resume", words.resume)
        .attr("stop", words.stop)
}

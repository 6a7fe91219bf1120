//! drieluik turns the structured support plan of a person in Dutch care into documents that
//! belong together: the formal plan, a family copy for each relative with consent, the easy-read
//! plan, and the evaluation report with an easy-read version of its own.
//!
//! ```text
//! data/ ─load→ Dossier ─view→ View (per rendition) ─typeset→ PDF ─publish→ out/ + manifest
//!                 └────────────── check ──→ Finding
//! ```
//!
//! - A [dossier] is everything on file about one client, strictly parsed once.
//! - A view is what one rendition may show: a struct of its own, an allow-list. What it has no
//!   field for can't leak.
//! - minijinja writes the words, Typst sets the page. A plan's text never becomes source.
//! - Processes of this same program read the plans and make the documents, one errand at a time; the
//!   run hands out errands, keeps the time, and puts in their place what comes back. So whatever a
//!   plan does, it costs that document alone, and nothing half is ever seen.
//!
//! Imports run downwards only, in this order: `cli`, `intake`, `batch`, `typeset`, `check`, `rendition`,
//! `phrase`, `template`, `pictogram`, `sample`, `store`, `font`, `language`, `dossier`, `finding`. Only `batch`
//! writes under the output folder and only `store` under the data folder; only `cli` prints and reads
//! the clock and the environment.

pub mod batch;
pub mod check;
pub mod cli;
pub mod dossier;
pub mod finding;
mod font;
#[cfg(fuzzing)]
pub mod fuzz;
mod intake;
mod language;
pub mod phrase;
mod pictogram;
mod rendition;
mod sample;
mod store;
mod template;
mod typeset;

//! Checks the tests' tool box itself, on PDFs made by hand: a net with holes proves nothing.

mod support;

#[path = "pdf_tools/drawing.rs"]
mod drawing;
#[path = "pdf_tools/page_text.rs"]
mod page_text;
#[path = "pdf_tools/search.rs"]
mod search;
#[path = "pdf_tools/standards.rs"]
mod standards;
#[path = "pdf_tools/structure.rs"]
mod structure;

use support::pdf::{Kind, texts};
use support::sample::codes;

/// Puts text at a place on the page, 10 points high.
fn at(x: f64, y: f64, text: &str) -> String {
    format!("BT /F 10 Tf 1 0 0 1 {x} {y} Tm {} Tj ET\n", codes(text))
}

/// The kinds of place where a marker occurs, sorted.
fn kinds(pdf: &[u8], marker: &str) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = texts(pdf)
        .find(marker)
        .iter()
        .map(|place| place.kind)
        .collect();
    kinds.sort();
    kinds
}

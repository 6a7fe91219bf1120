//! The months, as a goal names them.

/// In their order.
#[rustfmt::skip] // one word a line would take half a page
pub(super) const MONTHS: &[&str] = &[
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
];

//! Markup of Typst and minijinja in every text of a client comes out as the same text.
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use support::marked::{Marked, marker};
use support::printed::{IN_EVALUATION, NOT_IN_EVALUATION, NOT_IN_FORMAL, RELATIVE_1, matches_any};

/// What would do something if it were read as source.
const MARKUP: &str = r#"#eval("6*7") $x^2$ *v* _s_ = K <l> @r [b] \u{41} // w /* w */ `c` ~ -- {{ 6*7 }} {% if x %} {# w #} 'b'"#;

#[test]
fn markup_in_every_text_stays_text() {
    let client = Marked::filled_with(|file, index| format!("{}{MARKUP}", marker(file, index)));
    let run = client.render(&[]);
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    assert_prints(&client, "begeleidingsplan.pdf", |path| {
        !matches_any(NOT_IN_FORMAL, path)
    });
    assert_prints(&client, "evaluatieverslag.pdf", |path| {
        matches_any(IN_EVALUATION, path) && !matches_any(NOT_IN_EVALUATION, path)
    });
    assert_prints(&client, "familie-exemplaar-1.pdf", |path| {
        matches_any(RELATIVE_1, path) && path != "plan.toml:netwerk[0].naam"
    });
    assert_prints(&client, "makkelijk-lezen.pdf", |path| {
        path.starts_with("plan.toml:doelen[1].makkelijk")
    });
}

/// Every text that a document prints is there as it was written.
fn assert_prints(client: &Marked, file: &str, is_printed: impl Fn(&str) -> bool) {
    let document = bare(&client.read(file).pages().concat());
    let missing: Vec<_> = client
        .markers
        .iter()
        .filter(|(path, text)| is_printed(path) && !document.contains(&bare(text)))
        .map(|(path, _)| path)
        .collect();
    assert!(missing.is_empty(), "{file}: {missing:#?}");
}

/// A text without white space and without the marks that only allow a line to break.
fn bare(text: &str) -> String {
    let is_mark = |c: &char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{AD}' | '\u{2060}');
    text.chars().filter(|c| !is_mark(c)).collect()
}

//! Markup of Typst and minijinja in every text of a client comes out as the same text.
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use support::marked::{Marked, marker};

/// What would do something if it were read as source.
const MARKUP: &str = r#"#eval("6*7") #panic() $x^2$ *vet* _schuin_ = Kop <label> @verwijzing [blok] \u{41} \ // weg /* weg */ `code` ~ -- {{ 6*7 }} {% if x %} {# weg #} "a" 'b'"#;

/// Keys that the formal plan prints, of every kind of block.
const PRINTED: &[&str] = &[
    "plan.toml:client.achternaam",
    "plan.toml:vertegenwoordigers[0].naam",
    "plan.toml:netwerk[0].betekenis",
    "plan.toml:producten[0].naam",
    "plan.toml:wie_ben_ik[0].eigen_woorden",
    "plan.toml:wie_ben_ik[0].tekst",
    "plan.toml:beeldvorming.anamnese",
    "plan.toml:beeldvorming.wensen[0]",
    "plan.toml:beeldvorming.talenten[0]",
    "plan.toml:beeldvorming.functioneren[0].tekst",
    "plan.toml:doelen[0].titel",
    "plan.toml:doelen[0].wens",
    "plan.toml:doelen[0].doel",
    "plan.toml:doelen[0].client",
    "plan.toml:doelen[0].aard",
    "plan.toml:doelen[0].motivatie",
    "plan.toml:risicos[0].risico",
    "plan.toml:inbreng[0].tekst",
    "plan.toml:zienswijze.tekst",
    "plan.toml:ondertekening[0].toelichting",
    "plan.toml:extra.eigen",
];

#[test]
fn markup_in_a_text_stays_text() {
    let client = Marked::filled_with(|file, index| format!("{}{MARKUP}", marker(file, index)));
    let run = client.render(&[]);
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    let formal = bare(&client.read("begeleidingsplan.pdf").pages().concat());
    for path in PRINTED {
        let text = bare(&client.markers[*path]);
        assert!(
            formal.contains(&text),
            "{path} is not as it was written:\n{formal}"
        );
    }
}

/// A text without white space and without the marks that only allow a line to break.
fn bare(text: &str) -> String {
    let is_mark = |c: &char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{AD}' | '\u{2060}');
    text.chars().filter(|c| !is_mark(c)).collect()
}

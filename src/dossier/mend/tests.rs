//! Tests of mending.

use super::*;

#[test]
fn what_is_mended_can_be_read_to_its_end() {
    for text in [
        "a = \"x\nb\nc = 1\n",
        "a = \"\"\"x\nb\n[client]\nnaam = 'x'\n",
        "a = [\n\"x\",\nnaam = 1\n",
        "[client\na = 1\n[[doelen]\nb = 1\n",
        "client]\na = 1\n",
        "a b\nc: d\nnaam = { a = 1\nc = 2\n",
        "dít = [\n1\n]\nc = 1\n",
        "a = [",
        "a = \"\"\"é",
        "a = 'é\r\nb = 1",
    ] {
        let mended = mend(text);
        assert!(
            toml::from_str::<toml::Table>(&mended.text).is_ok(),
            "{}",
            mended.text
        );
        assert!(!mended.flaws.is_empty(), "{text}");
        assert_eq!(mended.original(mended.text.len()), text.len());
    }
}

#[test]
fn what_comes_after_a_broken_list_is_read() {
    let mended = mend("a = [\"x, \"y\"]\nc = 1\n");
    let (table, _) = toml::de::DeTable::parse_recoverable(&mended.text);
    assert!(table.get_ref().contains_key("c"));
    assert_eq!(mended.flaws.len(), 1);
}

#[test]
fn a_text_in_order_stays_as_it_is() {
    let text = include_str!("../../../tests/cases/dossier/elke-sleutel/plan.toml");
    let mended = mend(text);
    assert_eq!(mended.text, text);
    assert!(mended.flaws.is_empty());
}

#[test]
fn any_cut_or_slip_in_a_file_is_survived() {
    let text = include_str!("../../../tests/cases/dossier/elke-sleutel/plan.toml");
    for (place, character) in text.char_indices() {
        let rest = &text[place + character.len_utf8()..];
        for slip in [
            text[..place].to_owned(),
            format!("{}{rest}", &text[..place]),
        ] {
            let mended = mend(&slip);
            for flaw in &mended.flaws {
                assert!(flaw.span.start <= flaw.span.end && flaw.span.end <= slip.len());
                assert!(slip.is_char_boundary(flaw.span.start));
            }
            assert_eq!(mended.original(mended.text.len()), slip.len());
        }
    }
}

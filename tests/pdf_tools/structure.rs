//! What a PDF says of itself: title, language, tags, outline.

use lopdf::{Object, dictionary};

use crate::support::pdf::{Kind, texts};
use crate::support::sample::{Sample, utf16};

#[test]
fn title_language_and_tags_are_read() {
    let mut sample = Sample::new("");
    let doc = &mut sample.doc;
    let second = doc.add_object(dictionary! { "Title" => utf16("Twee") });
    let nested = doc.add_object(dictionary! { "Title" => utf16("Eén-a") });
    let first = doc.add_object(dictionary! {
        "Title" => utf16("Eén"), "Next" => second, "First" => nested,
    });
    let figure = dictionary! { "S" => "Figure", "Alt" => utf16("een plaat") };
    let figure = doc.add_object(figure);
    let cell = |role: &str| -> Object { dictionary! { "S" => role }.into() };
    let row = doc
        .add_object(dictionary! { "S" => "TR", "K" => vec![cell("TH"), cell("TD"), cell("TD")] });
    let tree = dictionary! { "K" => vec![row.into(), figure.into(), 3.into()] };
    sample.set_in_catalog("StructTreeRoot", tree);
    sample.set_in_catalog("Outlines", dictionary! { "First" => first });
    let texts = texts(&sample.bytes());
    assert_eq!(
        texts.title(),
        Some("Voorbeeld"),
        "by the metadata, as there is no Info"
    );
    assert_eq!(texts.document_language(), Some("nl-NL"));
    let roles: Vec<String> = texts
        .elements()
        .iter()
        .map(|tag| format!("{}{}", tag.role, tag.depth))
        .collect();
    assert_eq!(roles, ["TR0", "TH1", "TD1", "TD1", "Figure0"]);
    assert_eq!(texts.elements()[4].alt.as_deref(), Some("een plaat"));
    assert_eq!(texts.elements()[0].alt, None);
    assert_eq!(texts.struct_roles()["TD"], 2);
    assert_eq!(texts.struct_roles().get("Table"), None);
    let outline =
        [(0, "Eén"), (1, "Eén-a"), (0, "Twee")].map(|(depth, title)| (depth, title.to_owned()));
    assert_eq!(texts.outline(), outline);
    assert_eq!(texts.of(Kind::Alt), ["een plaat"]);
}

#[test]
fn the_title_of_the_info_dictionary_comes_first() {
    let mut sample = Sample::new("");
    // In PDFDocEncoding, byte 8D is an opening quotation mark.
    let title = Object::string_literal(*b"Titel \x8Dok");
    let info = sample.doc.add_object(dictionary! { "Title" => title });
    sample.doc.trailer.set("Info", info);
    assert_eq!(texts(&sample.bytes()).title(), Some("Titel “ok"));
}

//! Page texts: letters, words, lines, replacement texts and forms.

use lopdf::{ObjectId, Stream, dictionary};

use crate::support::pdf::{Kind, texts};
use crate::support::sample::{Sample, codes};
use crate::{at, kinds};

/// The first page's text.
fn page_text(content: &str) -> String {
    texts(&Sample::new(content).bytes()).pages()[0].clone()
}

#[test]
fn text_is_decoded_and_set_in_lines() {
    let content = format!(
        "BT /F 10 Tf 1 0 0 1 10 80 Tm [{} 20 {} -300 {}] TJ 0 -14 Td {} Tj ET",
        codes("Bal"),
        codes("lo"),
        codes("wereld"),
        codes("koﬃe 𝑥 caf\u{ad}é\u{ad}"),
    );
    assert_eq!(page_text(&content), "Ballo wereld\nkoffie 𝑥 café-\n");
}

#[test]
fn pieces_join_by_their_distance() {
    // Each letter is 5 points wide, so that `een` ends at 25.
    let gap = |x: f64| page_text(&(at(10.0, 50.0, "een") + &at(x, 50.0, "twee")));
    assert_eq!(gap(25.0), "eentwee\n");
    assert_eq!(gap(26.5), "eentwee\n", "letter-spacing is no space");
    assert_eq!(gap(28.0), "een twee\n");
    assert_eq!(gap(50.0), "een  twee\n", "columns stay apart");
    assert_eq!(
        gap(10.0),
        "een\ntwee\n",
        "text that goes back starts a line"
    );
    let raised = at(10.0, 50.0, "een") + &at(25.0, 54.0, "a") + &at(10.0, 38.0, "twee");
    assert_eq!(page_text(&raised), "eena\ntwee\n");
}

#[test]
fn spacing_and_matrices_move_the_pen() {
    let spaced = format!("BT /F 10 Tf 4 Tc 10 50 Td {} Tj ET ", codes("ab"));
    // Two letters of 5 points and twice 4 points of spacing: the pen stops at 28.
    assert_eq!(page_text(&(spaced.clone() + &at(28.0, 50.0, "c"))), "abc\n");
    let doubled = format!(
        "q 2 0 0 2 0 0 cm {} Q {}",
        at(5.0, 25.0, "ab"),
        at(30.0, 50.0, "c")
    );
    assert_eq!(page_text(&doubled), "abc\n");
    let turned = format!(
        "q 0 1 -1 0 60 10 cm {} Q {}",
        at(0.0, 0.0, "ab"),
        at(60.0, 20.0, "c")
    );
    assert_eq!(page_text(&turned), "ab\nc\n");
}

#[test]
fn a_code_without_text_shows_as_unknown() {
    assert_eq!(page_text("BT /F 10 Tf 10 50 Td <0900> Tj ET"), "\u{fffd}\n");
}

#[test]
fn a_replacement_text_takes_the_place_of_letters() {
    let content = format!(
        "{} /Span <</ActualText {}>> BDC {} {} EMC /Span <</ActualText (slotwoord)>> BDC EMC",
        at(10.0, 50.0, "voor"),
        "<FEFF0076006500720076 0061006E00670065006E>",
        at(40.0, 50.0, "let"),
        at(55.0, 50.0, "ters"),
    );
    let pdf = Sample::new(&content).bytes();
    assert_eq!(texts(&pdf).pages()[0], "voor vervangenslotwoord\n");
    assert_eq!(kinds(&pdf, "letters"), [Kind::Replaced]);
    let expected = [Kind::Page(0), Kind::Body, Kind::ActualText];
    assert_eq!(kinds(&pdf, "vervangen"), expected);
}

/// Adds a form that shows a text, to be shown itself or not.
fn add_form(sample: &mut Sample, text: &str) -> ObjectId {
    let fonts = dictionary! { "F" => sample.font };
    let form = dictionary! {
        "Type" => "XObject", "Subtype" => "Form",
        "BBox" => vec![0.into(), 0.into(), 200.into(), 100.into()],
        "Resources" => dictionary! { "Font" => fonts },
    };
    sample
        .doc
        .add_object(Stream::new(form, at(10.0, 20.0, text).into_bytes()))
}

#[test]
fn forms_are_read_where_they_are_shown_and_when_they_are_not() {
    let mut sample = Sample::new(&(at(10.0, 50.0, "eerst") + "/X Do " + &at(10.0, 5.0, "laatst")));
    let shown = add_form(&mut sample, "getoond");
    add_form(&mut sample, "verborgen");
    sample.add_resource("XObject", "X", shown);
    let pdf = sample.bytes();
    assert_eq!(texts(&pdf).pages()[0], "eerst\ngetoond\nlaatst\n");
    assert_eq!(kinds(&pdf, "getoond"), [Kind::Page(0), Kind::Body]);
    assert_eq!(kinds(&pdf, "verborgen"), [Kind::OtherContent]);
}

#[test]
#[should_panic(expected = "page 1")]
fn content_that_breaks_off_is_no_empty_page() {
    texts(&Sample::new("BT (no end").bytes());
}

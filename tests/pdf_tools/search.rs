//! The search for a marker: broken, hidden, encoded, or not there.

use lopdf::{Object, Stream, dictionary};

use crate::support::pdf::{Kind, texts};
use crate::support::sample::{Sample, codes, utf16};
use crate::{at, kinds};

#[test]
fn a_broken_marker_is_found() {
    let broken = at(10.0, 60.0, "de geheime zorg\u{ad}") + &at(10.0, 48.0, "vraag van Beppie");
    let pdf = Sample::new(&broken).bytes();
    for marker in [
        "zorgvraag",
        "ZORGVRAAG",
        "geheime zorgvraag van beppie",
        "Zorg-vráág",
    ] {
        assert_eq!(kinds(&pdf, marker), [Kind::Page(0), Kind::Body], "{marker}");
    }
    assert_eq!(texts(&pdf).find("zorgvragen"), []);
    let letters: Vec<String> = "zorgvraag"
        .char_indices()
        .map(|(index, letter)| format!("{} -{index}00", codes(&letter.to_string())))
        .collect();
    let letters = letters.join(" ");
    let spaced = Sample::new(&format!("BT /F 10 Tf 10 50 Td [{letters}] TJ ET")).bytes();
    assert!(
        texts(&spaced).pages()[0].contains("g v"),
        "the letters stand apart"
    );
    assert_eq!(kinds(&spaced, "zorgvraag"), [Kind::Page(0), Kind::Body]);
}

#[test]
fn a_marker_is_found_over_a_page_break() {
    let footer = format!("/Artifact BMC {} EMC", at(10.0, 5.0, "voettekst"));
    let mut sample = Sample::new(&(at(10.0, 50.0, "geheime zorg") + &footer));
    sample.add_page(&(at(10.0, 50.0, "vraag") + &footer));
    let pdf = sample.bytes();
    assert_eq!(
        texts(&pdf).pages()[1],
        "vraag\nvoettekst\n",
        "artifacts are shown"
    );
    assert_eq!(kinds(&pdf, "zorgvraag"), [Kind::Body]);
    assert_eq!(kinds(&pdf, "voettekst"), [Kind::Page(0), Kind::Page(1)]);
}

/// A marker for each kind of place, hidden there.
fn hidden() -> (Sample, Vec<(&'static str, Kind)>) {
    let mut sample = Sample::new(&at(10.0, 50.0, "zichtbaar"));
    sample.set_xmp_title("kenmerk &#x3C; meta&amp;data");
    let doc = &mut sample.doc;
    let info = doc.add_object(dictionary! {
        "Author" => utf16("kénmerk in info"), "Title" => Object::string_literal(*b"Titel \x8Dok"),
    });
    doc.trailer.set("Info", info);
    let outlines = doc.new_object_id();
    let item = doc.add_object(dictionary! {
        "Title" => utf16("Kenmerk in overzicht"), "Parent" => outlines,
    });
    let tree = dictionary! { "Type" => "Outlines", "First" => item, "Last" => item };
    doc.objects.insert(outlines, tree.into());
    let mut file = Stream::new(
        dictionary! { "Type" => "EmbeddedFile" },
        b"kenmerk in bijlage".to_vec(),
    );
    file.compress().expect("a file can be compressed");
    let file = doc.add_object(file);
    let specification = doc.add_object(dictionary! {
        "Type" => "Filespec", "UF" => utf16("kenmerkbestand.txt"),
        "EF" => dictionary! { "F" => file },
    });
    let destination = vec![Object::from(sample.page), "Fit".into()];
    let names = dictionary! {
        "Dests" => dictionary! {
            "Names" => vec![Object::string_literal("kenmerkdoel"), destination.clone().into()],
        },
        "EmbeddedFiles" => dictionary! {
            "Names" => vec![Object::string_literal("bijlagenaam"), specification.into()],
        },
    };
    let labels = dictionary! { "Nums" => vec![0.into(), dictionary! { "P" => utf16("kenmerkblad") }.into()] };
    let link = dictionary! { "S" => "URI", "URI" => Object::string_literal("https://x.nl/ken%6Derk%20link") };
    let note = dictionary! {
        "Subtype" => "Text", "Rect" => vec![0.into(), 0.into(), 9.into(), 9.into()],
        "Contents" => utf16("kenmerk in notitie"), "A" => link,
    };
    let tag = dictionary! {
        "Type" => "StructElem", "S" => "Figure", "Alt" => utf16("kenmerk in alternatief"),
        "ActualText" => utf16("kenmerk in vervanging"), "E" => utf16("kenmerk voluit"),
        "T" => utf16("kenmerk als tagtitel"), "Lang" => Object::string_literal("nl-kenmerktaal"),
    };
    doc.add_object(tag);
    doc.add_object(dictionary! { "Type" => "Font", "BaseFont" => "AAAAAA+Kenmerkletter" });
    doc.add_object(
        dictionary! { "Kenmerksleutel" => vec![Object::string_literal("kenmerkreeks")] },
    );
    doc.add_object(dictionary! { "Oud" => Object::string_literal(*b"kenmerk w\xEFlde") });
    sample.set_in_catalog("Outlines", outlines);
    sample.set_in_catalog("Names", names);
    sample.set_in_catalog("Dests", dictionary! { "oudkenmerkdoel" => destination });
    sample.set_in_catalog("PageLabels", labels);
    let page = sample.page;
    sample.dictionary(page).set("Annots", vec![note.into()]);
    let markers = vec![
        ("kenmerk in info", Kind::Info),
        ("Titel ok", Kind::Info),
        ("kenmerk < metadata", Kind::Xmp),
        ("kenmerk in overzicht", Kind::Outline),
        ("kenmerk in bijlage", Kind::EmbeddedFile),
        ("kenmerkbestand.txt", Kind::EmbeddedFile),
        ("bijlagenaam", Kind::EmbeddedFile),
        ("kenmerkdoel", Kind::Destination),
        ("oudkenmerkdoel", Kind::Destination),
        ("kenmerkblad", Kind::PageLabel),
        ("kenmerk link", Kind::Link),
        ("kenmerk in notitie", Kind::Annotation),
        ("kenmerk in alternatief", Kind::Alt),
        ("kenmerk in vervanging", Kind::ActualText),
        ("kenmerk voluit", Kind::Expansion),
        ("kenmerk als tagtitel", Kind::TagTitle),
        ("kenmerktaal", Kind::Language),
        ("kenmerkletter", Kind::FontName),
        ("kenmerksleutel", Kind::Name),
        ("kenmerkreeks", Kind::String),
        ("kenmerk wïlde", Kind::String),
    ];
    (sample, markers)
}

#[test]
fn a_marker_is_found_wherever_it_hides() {
    let plain = Sample::new(&at(10.0, 50.0, "zichtbaar")).bytes();
    let (sample, markers) = hidden();
    let packed = hidden().0.packed_bytes();
    let pdf = sample.bytes();
    assert!(
        !packed.windows(7).any(|bytes| bytes == b"Filespe"),
        "objects are packed"
    );
    for (marker, kind) in markers {
        assert_eq!(
            kinds(&plain, marker),
            [],
            "{marker} isn't in a plain sample"
        );
        for pdf in [&pdf, &packed] {
            let found = kinds(pdf, marker);
            assert!(found.contains(&kind), "{marker}: {found:?}, not {kind:?}");
            assert!(
                found.iter().all(|other| *other == kind),
                "{marker}: also {found:?}"
            );
        }
    }
    assert_eq!(texts(&pdf).find("kenmerk afwezig"), []);
}

#[test]
fn places_are_named_in_words() {
    let (sample, _) = hidden();
    let texts = texts(&sample.bytes());
    let places = |marker: &str| -> Vec<String> {
        texts.find(marker).iter().map(ToString::to_string).collect()
    };
    let [place] = &places("kenmerk in alternatief")[..] else {
        panic!("one place");
    };
    assert!(
        place.starts_with("alternative text (/Alt of object "),
        "{place}"
    );
    let page = "text of page 1 (as shown)";
    assert_eq!(
        places("zichtbaar"),
        [page, "running text of all pages (all pages)"]
    );
}

#[test]
fn a_marker_is_found_in_raw_bytes() {
    let little_endian: Vec<u8> = "Kenmerkpersoon"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let cases: [(&str, Vec<u8>); 5] = [
        ("as it is", b"\x01\x02kenmerkPERSOON".to_vec()),
        (
            "UTF-16",
            "kenmerkpersoon"
                .encode_utf16()
                .flat_map(u16::to_be_bytes)
                .collect(),
        ),
        ("UTF-16, low byte first", little_endian),
        ("hex", b"id=<4B656e6d65726b\n706572736f6f6e>".to_vec()),
        (
            "hex of UTF-16",
            b"<FEFF006B0065006E006D00650072006B0070006500720073006F006F006E>".to_vec(),
        ),
    ];
    for (name, bytes) in cases {
        let mut sample = Sample::new("");
        let jpeg = dictionary! { "Subtype" => "Image", "Filter" => "DCTDecode" };
        sample.doc.add_object(Stream::new(jpeg, bytes));
        let pdf = sample.bytes();
        let found = kinds(&pdf, "kenmerkpersoon");
        assert_eq!(found, [Kind::Raw], "{name}");
        assert_eq!(kinds(&pdf, "kenmerkpersoan"), [], "{name}");
    }
    let mut accented = Sample::new("").bytes();
    accented.extend(b"\n% K\xE9nmerkpersoon");
    assert_eq!(kinds(&accented, "kénmerkpersoon"), [Kind::Raw], "Latin-1");
    let mut commented = Sample::new("").bytes();
    commented.extend(b"\n% Kenmerkpersoon");
    assert_eq!(
        kinds(&commented, "kenmerkpersoon"),
        [Kind::Raw],
        "outside all objects"
    );
}

#[test]
fn streams_are_decompressed() {
    let padded = [b"kenmerkpersoon ".as_slice(), &[b' '; 500]].concat();
    for filters in [vec![], vec!["DCTDecode"]] {
        let mut stream = Stream::new(dictionary! {}, padded.clone());
        stream.compress().expect("blanks can be compressed");
        let outer = std::iter::once("FlateDecode").chain(filters);
        let all: Vec<Object> = outer.map(Object::from).collect();
        stream.dict.set("Filter", all);
        let mut sample = Sample::new("");
        sample.doc.add_object(stream);
        let pdf = sample.bytes();
        assert!(!pdf.windows(6).any(|bytes| bytes == b"kenmer"));
        assert_eq!(kinds(&pdf, "kenmerkpersoon"), [Kind::Raw]);
    }
}

#[test]
fn short_markers_are_not_looked_for_in_noise() {
    let mut sample = Sample::new("");
    let jpeg = dictionary! { "Subtype" => "Image", "Filter" => "DCTDecode" };
    sample
        .doc
        .add_object(Stream::new(jpeg, b"..xyz..".to_vec()));
    assert_eq!(kinds(&sample.bytes(), "xyz"), []);
}

#[test]
#[should_panic(expected = "too short")]
fn a_marker_that_says_nothing_is_refused() {
    texts(&Sample::new("").bytes()).find("- a1 -");
}

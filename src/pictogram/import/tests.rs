//! Tests what comes in of each kind of set, and what stays out. The fixtures have the shapes of the
//! real sets; their pictures and words are our own.
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

use std::fs;
use std::time::{Duration, Instant};

use super::*;
use crate::pictogram::pack::{Pack, PackPicture};

const NOUN: Option<WordClass> = Some(WordClass::Noun);
const VERB: Option<WordClass> = Some(WordClass::Verb);

fn fixture(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join("tests/fixtures/packs").join(name)
}

/// A data folder to import into.
struct Data(tempfile::TempDir);

impl Data {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn import(
        &self,
        kind: Kind,
        path: &Path,
        words: Option<&str>,
    ) -> Result<Imported, ImportError> {
        self.run(kind, path, words, false)
    }

    fn run(
        &self,
        kind: Kind,
        path: &Path,
        words: Option<&str>,
        all: bool,
    ) -> Result<Imported, ImportError> {
        let words = words.map(fixture);
        let is_folder = kind == Kind::Folder;
        let request = Request {
            kind,
            path,
            words: words.as_deref(),
            name: "set".parse().expect("a name"),
            licence: is_folder.then_some("Alle rechten voorbehouden"),
            makers: is_folder.then_some("De pictogrammen zijn van ons."),
            all,
            data: self.0.path(),
        };
        import(&request, &|_, _| {})
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("pictogrammen/set")
    }

    fn pack(&self) -> Pack {
        Pack::open("set".parse().expect("a name"), &self.folder()).expect("a whole set")
    }

    /// What stands beside the set; nothing may be left of an import.
    fn beside(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path().join("pictogrammen"));
        let entries = entries.into_iter().flatten().filter_map(Result::ok);
        entries
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect()
    }
}

/// The picture that a word of a sentence would lead to.
fn shown<'a>(pack: &'a Pack, text: &str, class: Option<WordClass>) -> Vec<&'a str> {
    let goes_with = |picture: &&PackPicture| {
        let mut words = picture.words.iter();
        words.any(|word| word.text == text && word.class == class)
    };
    let found = pack.pictures.iter().filter(goes_with);
    found.map(|picture| picture.name.as_str()).collect()
}

/// The pictures that a word finds, but that it doesn't put beside a sentence.
fn only_found<'a>(pack: &'a Pack, text: &str) -> Vec<&'a str> {
    let has = |picture: &&PackPicture| picture.search_words.iter().any(|word| word == text);
    let found = pack.pictures.iter().filter(has);
    found.map(|picture| picture.name.as_str()).collect()
}

#[test]
fn arasaac_comes_in_with_classes_and_plurals_and_without_the_sensitive() {
    let data = Data::new();
    let imported = data
        .import(Kind::Arasaac, &fixture("arasaac"), None)
        .expect("comes in");
    assert_eq!(imported.pictures, 6);
    assert!(!imported.replaced && imported.refused.is_empty());
    let notes = imported.notes.join("\n");
    assert!(notes.contains("2 plaatjes over seks of geweld"), "{notes}");
    assert!(notes.contains("bij 1 beschrijving "), "{notes}");

    let pack = data.pack();
    assert_eq!(
        pack.credit,
        "De pictogrammen zijn van Sergio Palao, voor ARASAAC (arasaac.org), eigendom van de \
         regering van Aragón (Spanje). Licentie: CC BY-NC-SA."
    );
    assert_eq!(shown(&pack, "bus", NOUN), ["2239"]);
    assert_eq!(shown(&pack, "bussen", NOUN), ["2239"]);
    assert_eq!(only_found(&pack, "bus"), ["2240"]);
    assert_eq!(shown(&pack, "fietsen", VERB), ["2300"]);
    assert_eq!(shown(&pack, "snel", Some(WordClass::Adjective)), ["2300"]);
    assert_eq!(shown(&pack, "hallo", None), ["2500"]);
    // Small words, proper names, and a word for two things never come beside a sentence.
    assert_eq!(only_found(&pack, "op"), ["2300"]);
    assert_eq!(only_found(&pack, "maria"), ["2500"]);
    assert_eq!(only_found(&pack, "bank"), ["2400", "2401"]);
    assert!(shown(&pack, "bank", NOUN).is_empty());

    let bus = pack.picture("2239").expect("there");
    assert_eq!(bus.format, DrawingFormat::Png);
    assert!(
        bus.meaning
            .as_deref()
            .is_some_and(|m| m.contains("grote auto"))
    );
    let drawing = pack.drawing("2239").expect("readable");
    assert!(!drawing.bytes.windows(7).any(|part| part == b"KANARIE"));
    let svg = pack.drawing("2300").expect("readable");
    assert!(svg.bytes.starts_with(b"<svg"));
    assert_eq!(pack.drawing("2600"), None);
}

#[test]
fn the_sensitive_come_in_when_asked_for() {
    let data = Data::new();
    let imported = data
        .run(Kind::Arasaac, &fixture("arasaac"), None, true)
        .expect("comes in");
    assert_eq!(imported.pictures, 8);
    assert_eq!(shown(&data.pack(), "vrijen", VERB), ["2601"]);
}

#[test]
fn mulberry_without_dutch_words_is_only_there_to_be_searched() {
    let data = Data::new();
    let imported = data
        .import(Kind::Mulberry, &fixture("mulberry"), None)
        .expect("comes in");
    assert_eq!((imported.pictures, imported.words), (6, 0));
    let notes = imported.notes.join("\n");
    assert!(notes.contains("alleen Engelse woorden"), "{notes}");
    assert!(notes.contains("1 plaatje is volgens de makers"), "{notes}");
    assert!(notes.contains("bij 1 naam is er geen tekening"), "{notes}");
    let pack = data.pack();
    assert_eq!(pack.language, Language::English);
    assert!(pack.pictures.iter().all(|picture| picture.words.is_empty()));
    assert_eq!(only_found(&pack, "bank"), ["bank"]);
    assert_eq!(only_found(&pack, "to ride bike"), ["ride-bike-to"]);
    assert_eq!(only_found(&pack, "house"), ["house-1", "house-2"]);
}

#[test]
fn mulberry_with_a_word_list_speaks_dutch() {
    let data = Data::new();
    let imported = data
        .import(
            Kind::Mulberry,
            &fixture("mulberry"),
            Some("mulberry-woorden"),
        )
        .expect("comes in");
    assert!(imported.words >= 5, "{imported:?}");
    let pack = data.pack();
    assert_eq!(pack.language, Language::Dutch);
    assert_eq!(shown(&pack, "autobus", NOUN), ["bus"]);
    assert_eq!(shown(&pack, "fietsen", VERB), ["ride-bike-to"]);
    assert_eq!(shown(&pack, "huis", NOUN), ["house-1"]);
    assert_eq!(only_found(&pack, "huis"), ["house-2"]);
    assert_eq!(shown(&pack, "boven", None), ["above"]);
    // What has no Dutch word is found by its English one, and never matched.
    assert_eq!(only_found(&pack, "bank"), ["bank"]);
    assert!(shown(&pack, "bank", NOUN).is_empty());
}

#[test]
fn openmoji_takes_its_dutch_names_from_cldr() {
    let data = Data::new();
    let imported = data
        .import(Kind::Openmoji, &fixture("openmoji"), Some("cldr"))
        .expect("comes in");
    // Not the skin tone, not the flag of a region.
    assert_eq!(imported.pictures, 6);
    assert!(imported.notes.is_empty(), "{:?}", imported.notes);
    let pack = data.pack();
    assert_eq!(pack.language, Language::Dutch);
    assert_eq!(shown(&pack, "bus", NOUN), ["1f68c"]);
    assert_eq!(shown(&pack, "telefoon", NOUN), ["260e"]);
    assert_eq!(only_found(&pack, "schoolbus"), ["1f68c"]);
    assert_eq!(only_found(&pack, "care plan"), ["e000"]);
    // It goes with four emoji.
    assert!(only_found(&pack, "iets").is_empty());
    assert!(only_found(&pack, "autobus").is_empty(), "that is French");
    let bus = pack.drawing("1f68c").expect("readable");
    let text = String::from_utf8_lossy(&bus.bytes).into_owned();
    assert!(text.contains("dd2e44"), "the one in colour: {text}");
    let file = fs::read_to_string(data.folder().join(PACK_FILE)).expect("there");
    assert!(file.contains("versie = \"17.0.0\""), "{file}");
}

#[test]
fn openmoji_without_cldr_is_only_there_to_be_searched() {
    let data = Data::new();
    let imported = data
        .import(Kind::Openmoji, &fixture("openmoji"), None)
        .expect("comes in");
    assert!(imported.notes.join(" ").contains("alleen Engelse"));
    let pack = data.pack();
    assert_eq!(pack.language, Language::English);
    assert_eq!(only_found(&pack, "telephone"), ["260e"]);
    let words = data.import(Kind::Openmoji, &fixture("openmoji"), Some("sclera"));
    assert!(matches!(words, Err(ImportError::Shape { .. })), "{words:?}");
}

#[test]
fn sclera_is_named_in_dutch() {
    let data = Data::new();
    let imported = data
        .import(Kind::Sclera, &fixture("sclera"), None)
        .expect("comes in");
    // `opnieuw/bus (3).png` is `bus.png` again.
    assert_eq!(imported.pictures, 4);
    let pack = data.pack();
    assert_eq!(shown(&pack, "naar bed gaan", None), ["naar-bed-gaan"]);
    assert_eq!(shown(&pack, "tandarts", None), ["tandarts-1"]);
    assert_eq!(shown(&pack, "bus", None), ["bus"]);
    assert_eq!(only_found(&pack, "bus"), ["bus-2"]);
    assert!(
        pack.credit.ends_with("Licentie: CC BY-NC."),
        "{}",
        pack.credit
    );
}

#[test]
fn a_folder_has_words_of_its_files_and_of_its_list() {
    let data = Data::new();
    let imported = data
        .import(Kind::Folder, &fixture("folder"), None)
        .expect("comes in");
    assert_eq!(imported.pictures, 2);
    assert_eq!(imported.refused.len(), 1);
    assert_eq!(imported.refused[0].file, "stuk.svg");
    assert!(imported.refused[0].reason.contains("tekst"));
    assert!(
        imported
            .notes
            .join(" ")
            .contains("van 1 plaatje is de naam geen woord")
    );
    let pack = data.pack();
    assert_eq!(shown(&pack, "koffie zetten", None), ["koffie-zetten"]);
    assert_eq!(shown(&pack, "kaarten", None), ["img-0012"]);
    assert_eq!(
        pack.credit,
        "De pictogrammen zijn van ons. Licentie: Alle rechten voorbehouden."
    );
}

#[test]
fn what_documents_cannot_say_of_a_set_is_refused_and_changes_nothing() {
    let data = Data::new();
    data.import(Kind::Sclera, &fixture("sclera"), None)
        .expect("comes in");
    let before = data.pack();
    for (licence, makers) in [
        ("CC0", "Van ★ 日本"),
        ("CC0", "Van\u{202e}ons"),
        ("\u{1b}", "Van ons"),
    ] {
        let path = fixture("sclera");
        let request = Request {
            kind: Kind::Sclera,
            path: &path,
            words: None,
            name: "set".parse().expect("a name"),
            licence: Some(licence),
            makers: Some(makers),
            all: false,
            data: data.0.path(),
        };
        let error = import(&request, &|_, _| {}).expect_err("refused");
        assert!(matches!(error, ImportError::Unprintable { .. }), "{error}");
    }
    assert_eq!(data.pack(), before);
    assert_eq!(data.beside(), ["set"]);
}

#[test]
fn the_folder_above_a_set_says_nothing_of_its_drawings() {
    let above = tempfile::tempdir().expect("a folder");
    let folder = above.path().join("black").join("openmoji");
    for part in ["black", "color", "data"] {
        for entry in walkdir::WalkDir::new(fixture("openmoji").join(part)) {
            let path = entry.expect("an entry").into_path();
            let inside = path.strip_prefix(fixture("openmoji")).expect("inside");
            if path.is_dir() {
                fs::create_dir_all(folder.join(inside)).expect("writable");
            } else {
                fs::copy(&path, folder.join(inside)).expect("copied");
            }
        }
    }
    let data = Data::new();
    data.import(Kind::Openmoji, &folder, Some("cldr"))
        .expect("comes in");
    let bus = data.pack().drawing("1f68c").expect("readable");
    let text = String::from_utf8_lossy(&bus.bytes).into_owned();
    assert!(text.contains("dd2e44"), "the one in colour: {text}");
}

#[test]
fn a_second_import_takes_the_place_of_the_first() {
    let data = Data::new();
    data.import(Kind::Sclera, &fixture("sclera"), None)
        .expect("comes in");
    let again = data
        .import(Kind::Folder, &fixture("folder"), None)
        .expect("comes in");
    assert!(again.replaced);
    assert!(!data.folder().join("bus.png").exists());
    assert_eq!(data.pack().pictures.len(), 2);
    assert_eq!(data.beside(), ["set"]);
}

#[test]
fn the_same_set_gives_the_same_files() {
    let (one, other) = (Data::new(), Data::new());
    for data in [&one, &other] {
        data.import(Kind::Arasaac, &fixture("arasaac"), None)
            .expect("comes in");
    }
    for entry in fs::read_dir(one.folder()).expect("lists") {
        let name = entry.expect("an entry").file_name();
        let bytes = |data: &Data| fs::read(data.folder().join(&name)).expect("there");
        assert!(bytes(&one) == bytes(&other), "{}", name.display());
    }
}

#[test]
fn an_import_that_fails_leaves_the_earlier_set_as_it_was() {
    let data = Data::new();
    data.import(Kind::Sclera, &fixture("sclera"), None)
        .expect("comes in");
    let before = data.pack();
    let failed = data.import(Kind::Folder, &fixture("hostile"), None);
    assert!(matches!(failed, Err(ImportError::Refused { .. })));
    for (kind, path) in [
        (Kind::Arasaac, "sclera"),
        (Kind::Mulberry, "sclera"),
        (Kind::Openmoji, "arasaac"),
        (Kind::Sclera, "cldr"),
        (Kind::Sclera, "er-is-niets"),
    ] {
        let error = data.import(kind, &fixture(path), None).expect_err("fails");
        assert!(matches!(error, ImportError::Shape { .. }), "{error:?}");
    }
    assert_eq!(data.pack(), before);
    assert_eq!(data.beside(), ["set"]);
}

#[test]
fn hostile_pictures_are_refused_by_name_within_a_second() {
    let folder = tempfile::tempdir().expect("a folder");
    for file in fs::read_dir(fixture("hostile")).expect("lists") {
        let file = file.expect("an entry").path();
        fs::copy(&file, folder.path().join(file.file_name().expect("a name"))).expect("copied");
    }
    let huge = format!(
        "<svg xmlns='http://www.w3.org/2000/svg'>{}",
        " ".repeat(600_000)
    );
    fs::write(folder.path().join("reus.svg"), huge).expect("writable");
    fs::write(folder.path().join("enorm.png"), vec![0; 11 * 1024 * 1024]).expect("writable");

    let source = Source::scan(folder.path()).expect("a folder");
    let mut seen = 0;
    for path in source.pictures() {
        let start = Instant::now();
        let reason = clean(path).expect_err("refused").to_string();
        let name = source.relative(path);
        let expected = match name.as_str() {
            "lachen.svg" | "dtd.svg" => "DOCTYPE",
            "script.svg" => "script",
            "klik.svg" => "gebeurtenissen",
            "elders.svg" => "buiten zichzelf",
            "bestand.svg" => "pixels",
            "vreemd.svg" => "vreemde inhoud",
            "diep.svg" => "te diep",
            "kring.svg" => "naar zichzelf",
            "herhaald.svg" => "herhaalt te veel",
            "gezipt.svgz" => "svgz",
            "bom.png" | "enorm.png" | "reus.svg" => "groter dan|te groot",
            "groot.png" => "te groot",
            "beweegt.png" => "beweegt",
            "leeg.png" => "leeg",
            "afgebroken.png" => "beschadigd",
            "bewegend.gif" => "geen SVG, PNG",
            "geen-beeld.png" => "geldige SVG",
            _ => panic!("{name} is not in the list"),
        };
        let told = expected.split('|').any(|part| reason.contains(part));
        assert!(told, "{name}: {reason}");
        // A busy machine is given three seconds.
        assert!(start.elapsed() < Duration::from_secs(3), "{name}");
        seen += 1;
    }
    assert_eq!(seen, 20);
}

#[cfg(unix)]
#[test]
fn links_in_a_set_lead_nowhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = Data::new();
    let outside = fixture("folder/koffie zetten.svg");
    std::os::unix::fs::symlink(&outside, folder.path().join("geheim.svg")).expect("links");
    std::os::unix::fs::symlink(fixture("sclera"), folder.path().join("map")).expect("links");
    fs::copy(&outside, folder.path().join("koffie.svg")).expect("copied");
    let imported = data
        .import(Kind::Folder, folder.path(), None)
        .expect("comes in");
    assert_eq!(imported.pictures, 1);
    assert!(imported.notes.join(" ").contains("2 verwijzingen"));
    assert!(shown(&data.pack(), "geheim", None).is_empty());
}

#[test]
fn names_of_files_are_plain_and_of_their_own() {
    assert_eq!(slug("ride_bike_,_to"), "ride-bike-to");
    assert_eq!(slug("Café één"), "cafe-een");
    assert_eq!(slug("../../etc/passwd"), "etc-passwd");
    assert_eq!(slug("漢"), "beeld");
    assert_eq!(slug(&"a".repeat(300)).len(), 60);
    let mut taken = BTreeSet::new();
    let names = ["a", "a", "a-2", "a"].map(|name| unique(name, &mut taken));
    assert_eq!(names, ["a", "a-2", "a-2-2", "a-3"]);
}

#[test]
fn what_does_not_show_on_paper_and_what_stays_out_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let drawing = |fill: &str| {
        format!(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><path fill='{fill}' \
             d='M2 2h6v6h-6z'/></svg>"
        )
    };
    let put = |name: &str, fill: &str| {
        fs::write(folder.path().join(name), drawing(fill)).expect("writable");
    };
    for (name, fill) in [
        ("bed.svg", "#fff"),
        ("bus.svg", "#000"),
        ("huis.svg", "#ff0"),
    ] {
        put(name, fill);
    }
    for number in 10..22 {
        put(&format!("{number}.svg"), "#123");
    }
    let data = Data::new();
    let imported = data
        .import(Kind::Folder, folder.path(), None)
        .expect("comes in");
    let notes = imported.notes.join("\n");
    let pale =
        "1 plaatje is wit op een doorzichtige grond, en dus op papier niet te zien (bed.svg)";
    assert!(notes.contains(pale), "{notes}");
    assert!(notes.contains("(10.svg, 11.svg, "), "{notes}");
    assert!(notes.contains("19.svg en 2 andere)"), "{notes}");
    let flaws = crate::pictogram::pack::audit(&data.pack());
    let files: Vec<_> = flaws.iter().map(|flaw| flaw.file.as_str()).collect();
    assert_eq!(files, ["bed.svg"]);
}

//! Tests how a set is read, also one that somebody changed by hand.
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

use std::time::{Duration, Instant};

use super::*;

const SHAPE: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>\
    <path d='M1 1h7v7z'/></svg>";

/// A data folder with a set `a` in it.
fn set(toml: &str, files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let data = tempfile::tempdir().expect("a folder");
    let folder = data.path().join(FOLDER).join("a");
    fs::create_dir_all(&folder).expect("writable");
    fs::write(folder.join(PACK_FILE), toml).expect("writable");
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).expect("writable");
    }
    data
}

fn toml(pictures: &str) -> String {
    format!("naam = \"A\"\nlicentie = \"CC0\"\nmakers = \"Van ons\"\n{pictures}")
}

fn only(data: &tempfile::TempDir) -> Pack {
    let (mut packs, findings) = open_all(data.path());
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!(packs.len(), 1);
    packs.remove(0)
}

fn findings(toml: &str) -> Vec<(&'static str, Option<usize>)> {
    let data = set(toml, &[]);
    let (packs, findings) = open_all(data.path());
    assert!(packs.is_empty());
    for finding in &findings {
        assert!(finding.hint.is_some(), "{finding:?}");
        let place = finding.place.as_ref().expect("a place");
        assert_eq!(place.file, Path::new("pictogrammen/a/pack.toml"));
    }
    let line = |finding: &Finding| finding.place.as_ref().map(|place| place.line);
    findings.iter().map(|f| (f.code, line(f))).collect()
}

#[test]
fn words_have_their_class_and_what_is_not_there_does_not_count() {
    let pictures = "[[beeld]]\nbestand = \"b.svg\"\nnaamwoorden = [\"De Bus\", \"bussen\"]\n\
        werkwoorden = [\"rijden\"]\nwoorden = [\"met de bus\"]\nzoekwoorden = [\"coach\"]\n\
        [[beeld]]\nbestand = \"weg.svg\"\nwoorden = [\"weg\"]\n\
        [[beeld]]\nbestand = \"a.png\"\neigenschappen = [\"snel\"]\n";
    let data = set(
        &toml(pictures),
        &[("b.svg", SHAPE.as_bytes()), ("a.png", b"")],
    );
    let pack = only(&data);
    let names: Vec<_> = pack.pictures.iter().map(|p| p.name.as_str()).collect();
    assert_eq!(names, ["a", "b"]);
    let words: Vec<_> = pack.pictures[1]
        .words
        .iter()
        .map(|word| (word.text.as_str(), word.class))
        .collect();
    assert_eq!(
        words,
        [
            ("bus", Some(WordClass::Noun)),
            ("bussen", Some(WordClass::Noun)),
            ("rijden", Some(WordClass::Verb)),
            ("met de bus", None),
        ]
    );
    assert_eq!(pack.pictures[1].search_words, ["coach"]);
    assert_eq!(pack.credit, "Van ons. Licentie: CC0.");
    assert!(pack.drawing("b").is_some());
    assert!(pack.drawing("a").is_none(), "no PNG");
    assert!(pack.drawing("weg").is_none());
}

#[test]
fn an_english_set_is_never_matched() {
    let pictures = "taal = \"en\"\n[[beeld]]\nbestand = \"b.svg\"\nnaamwoorden = [\"arm\"]\n";
    let pack = only(&set(&toml(pictures), &[("b.svg", SHAPE.as_bytes())]));
    assert!(pack.pictures[0].words.is_empty());
    assert_eq!(pack.pictures[0].search_words, ["arm"]);
}

#[test]
fn a_mistake_in_the_file_is_told_with_its_line() {
    assert_eq!(findings("naam = \"A\nlicentie = \"CC0\"")[0].0, "toml");
    assert_eq!(findings("naam = \"A\"\nmakers = \"x\"")[0].0, "ontbreekt");
    assert_eq!(
        findings(&toml("[[beeld]]\nbestand = \"b.svg\"\nwoord = [\"x\"]")),
        [("onbekende-sleutel", Some(6))]
    );
    assert_eq!(
        findings(&toml("[[beeld]]\nbestand = \"b.svg\"\nwoorden = \"x\"")),
        [("soort-waarde", Some(6))]
    );
    assert_eq!(
        findings(&toml("taal = \"fr\"")),
        [("onbekende-waarde", Some(4))]
    );
    let unlicensed = "naam = \"A\"\nlicentie = \" \"\nmakers = \"x\"";
    assert_eq!(findings(unlicensed), [("pictogrammen", Some(2))]);
    let hidden = toml("").replace("Van ons", "Van\u{202e}ons");
    assert_eq!(findings(&hidden), [("pictogrammen", Some(3))]);
    let foreign = toml("").replace("CC0", "日本");
    assert_eq!(findings(&foreign), [("pictogrammen", Some(2))]);
    for file in ["../a.svg", "a.gif", "B.svg", "/etc/a.svg", ".svg"] {
        let pictures = format!("[[beeld]]\nbestand = \"{file}\"\n");
        assert_eq!(findings(&toml(&pictures)), [("pictogrammen", Some(5))]);
    }
}

#[test]
fn a_folder_with_an_impossible_name_is_told_and_one_without_a_set_passed_over() {
    let data = set(&toml(""), &[]);
    let folder = data.path().join(FOLDER);
    fs::create_dir(folder.join("leeg")).expect("writable");
    assert_eq!(only(&data).name.as_str(), "a");
    for name in ["Mijn set", "eigen"] {
        let to = folder.join(name);
        fs::rename(folder.join("a"), &to).expect("renames");
        assert_eq!(open_all(data.path()).1.len(), 1, "{name}");
        fs::rename(to, folder.join("a")).expect("renames");
    }
    let (packs, findings) = open_all(&folder);
    assert!(packs.is_empty() && findings.is_empty());
}

#[test]
fn a_picture_that_was_put_there_by_hand_is_cleaned_when_it_is_used() {
    let script = SHAPE.replace("<path", "<script/><path");
    let styled = SHAPE.replace("<path", "<title>KANARIE</title><path");
    let pictures = "[[beeld]]\nbestand = \"a.svg\"\n[[beeld]]\nbestand = \"b.svg\"\n";
    let data = set(
        &toml(pictures),
        &[("a.svg", script.as_bytes()), ("b.svg", styled.as_bytes())],
    );
    let pack = only(&data);
    assert!(pack.drawing("a").is_none());
    let drawing = pack.drawing("b").expect("a drawing");
    assert!(!drawing.bytes.windows(7).any(|part| part == b"KANARIE"));
}

#[test]
fn a_set_is_looked_through() {
    let pictures = "[[beeld]]\nbestand = \"a.svg\"\nwoorden = [\"bus\"]\n\
        [[beeld]]\nbestand = \"b.svg\"\nwoorden = [\"bus\"]\n\
        [[beeld]]\nbestand = \"c.svg\"\nwoorden = [\"tram\"]\n\
        [[beeld]]\nbestand = \"d.png\"\nwoorden = [\"trein\"]\n\
        [[beeld]]\nbestand = \"e.svg\"\n\
        [[beeld]]\nbestand = \"a.png\"\nwoorden = [\"fiets\"]\n\
        [[beeld]]\nbestand = \"weg.svg\"\nwoorden = [\"weg\"]\n";
    let other = SHAPE.replace("M1 1", "M2 1");
    let large = vec![b' '; 600 * 1024];
    let data = set(
        &toml(pictures),
        &[
            ("a.svg", SHAPE.as_bytes()),
            ("a.png", b"x"),
            ("b.svg", SHAPE.as_bytes()),
            ("c.svg", &large),
            ("d.png", b"x"),
            ("e.svg", other.as_bytes()),
            ("vreemd.svg", other.as_bytes()),
        ],
    );
    let flaws: Vec<_> = audit(&only(&data))
        .into_iter()
        .map(|flaw| (flaw.file, flaw.kind))
        .collect();
    let expected = [
        ("a.png", FlawKind::SameName),
        ("b.svg", FlawKind::SamePicture),
        ("b.svg", FlawKind::SameWord),
        ("c.svg", FlawKind::Oversize),
        ("d.png", FlawKind::Unreadable),
        ("e.svg", FlawKind::NoWords),
        ("vreemd.svg", FlawKind::Unlicensed),
        ("weg.svg", FlawKind::Missing),
    ];
    assert_eq!(flaws, expected.map(|(file, kind)| (file.to_owned(), kind)));
}

#[test]
fn a_set_too_many_is_told() {
    let data = set(&toml(""), &[]);
    for number in 0..MAX_PACKS {
        let folder = data.path().join(FOLDER).join(format!("b{number}"));
        fs::create_dir_all(&folder).expect("writable");
        fs::write(folder.join(PACK_FILE), toml("")).expect("writable");
    }
    let (packs, findings) = open_all(data.path());
    assert_eq!((packs.len(), findings.len()), (MAX_PACKS, 1));
}

#[test]
fn a_large_set_opens_at_once() {
    let entry = |number: i32| {
        format!(
            "[[beeld]]\nbestand = \"{number}.svg\"\nnaamwoorden = [\"woord {number} en\", \
             \"woorden\"]\nzoekwoorden = [\"iets\", \"iets anders\"]\nbetekenis = \"een ding dat je \
             overal ziet, en dat hier alleen staat om de regel lang te maken\"\n"
        )
    };
    let pictures = (0..3_500).map(entry).collect::<Vec<_>>().concat();
    let data = set(&toml(&pictures), &[]);
    for number in 0..3_500 {
        let file = data.path().join(FOLDER).join(format!("a/{number}.svg"));
        fs::write(file, b"").expect("writable");
    }
    let start = Instant::now();
    assert_eq!(only(&data).pictures.len(), 3_500);
    let time = start.elapsed();
    // It takes 25 ms; a busy machine is given more, an unoptimised build more still.
    let most = if cfg!(debug_assertions) { 3_000 } else { 500 };
    assert!(time < Duration::from_millis(most), "{time:?}");
}

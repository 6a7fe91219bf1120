//! The documents for the talk, of example clients with all kinds of settings: their text and look,
//! the standards they meet, how little a sheet says, and that they come out the same each time.
//!
//! The references are refreshed by `INSTA_UPDATE=always cargo test --release`.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use support::folder::entries;
use support::organisation::{Organisation, said};
use support::page_image::{Tolerance, compare, rasterise};
use support::pdf::texts;
use support::standards::violations;

/// Dots per inch of the reference images.
const DPI: f32 = 36.0;
/// Words on a sheet.
const WORDS: usize = 6;
/// Pages of the explanation at normal type.
const PAGES: usize = 10;

/// The smallest plan, the largest, each kind of plan; pictures left, above and none; light on dark.
const CLIENTS: &[&str] = &[
    "C-1001", "C-1002", "C-1003", "C-1004", "C-1005", "C-1007", "C-1008", "C-1010", "C-1011",
];

/// Clients whose texts are kept as references.
const KEPT: &[&str] = &["C-1001", "C-1002", "C-1003", "C-1004", "C-1005"];

/// A page of each kind: client, file, page from 0, and what it shows.
const LOOKS: &[(&str, &str, usize, &str)] = &[
    ("C-1003", "gespreksplaten.pdf", 0, "plaat-voorblad"),
    ("C-1003", "gespreksplaten.pdf", 1, "plaat-wie"),
    ("C-1003", "gespreksplaten.pdf", 5, "plaat-gaat-goed"),
    ("C-1003", "gespreksplaten.pdf", 8, "plaat-doel"),
    ("C-1008", "gespreksplaten.pdf", 1, "plaat-licht-op-donker"),
    ("C-1011", "gespreksplaten.pdf", 0, "plaat-wil-geen-beeld"),
    ("C-1003", "uitleg.pdf", 3, "uitleg-stappen"),
    ("C-1003", "vragen.pdf", 2, "vragen-thema"),
    ("C-1007", "vragen.pdf", 4, "vragen-beeld-boven"),
    ("C-1003", "vragen.pdf", 11, "vragen-onderwerpen"),
];

fn organisation() -> &'static Organisation {
    static ORGANISATION: OnceLock<Organisation> = OnceLock::new();
    ORGANISATION.get_or_init(|| {
        let organisation = Organisation::with(CLIENTS);
        render(&organisation, "2");
        organisation
    })
}

fn render(organisation: &Organisation, jobs: &str) {
    let run = organisation.render(&["--only", "sheets,explain,questions", "--jobs", jobs]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
}

/// Every document, as client, file and bytes.
fn documents(organisation: &Organisation) -> Vec<(String, String, Vec<u8>)> {
    let name = |path: &Path| {
        let name = path.file_name().expect("a name");
        name.to_string_lossy().into_owned()
    };
    let mut documents = Vec::new();
    for folder in entries(&organisation.out()) {
        if folder.is_dir() && !name(&folder).starts_with('.') {
            for file in entries(&folder) {
                let bytes = fs::read(&file).expect("readable");
                documents.push((name(&folder), name(&file), bytes));
            }
        }
    }
    documents
}

#[test]
fn every_client_gets_three_documents_that_meet_both_standards() {
    let documents = documents(organisation());
    assert_eq!(documents.len(), 3 * CLIENTS.len());
    let wrong: Vec<_> = documents
        .iter()
        .flat_map(|(client, file, pdf)| {
            let lines = violations(pdf).into_iter();
            lines.map(move |line| format!("{client}/{file}: {line}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_says_its_language_and_title_and_has_headings() {
    for (client, file, pdf) in documents(organisation()) {
        let texts = texts(&pdf);
        assert_eq!(texts.document_language(), Some("nl"), "{client}/{file}");
        let titled = texts.title().is_some_and(|title| !title.is_empty());
        assert!(titled, "{client}/{file}");
        assert!(texts.struct_roles().contains_key("H1"), "{client}/{file}");
    }
}

#[test]
fn a_sheet_says_at_most_six_words() {
    for (client, file, pdf) in documents(organisation()) {
        if file != "gespreksplaten.pdf" {
            continue;
        }
        let texts = texts(&pdf);
        // But for who made the pictures.
        let sheets = texts
            .pages()
            .iter()
            .filter(|page| !page.contains("Licentie"));
        for (index, page) in sheets.enumerate() {
            // Every sheet but the first has its number as well.
            let count = page.split_whitespace().count() - usize::from(index > 0);
            assert!(count <= WORDS, "{client}, sheet {}: {page}", index + 1);
        }
    }
}

/// Points in the colour of the cross over a picture, on all sheets of a client with this goal.
fn crossed_points(title: &str) -> usize {
    let organisation = Organisation::with(&["C-1001"]);
    organisation.edit("C-1001", "Weer naar de duivenclub", title);
    let run = organisation.render(&["--only", "sheets"]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    let pdf = fs::read(organisation.out().join("C-1001/gespreksplaten.pdf")).expect("there");
    let pages = 0..texts(&pdf).pages().len();
    let points = |page| {
        let image = rasterise(&pdf, page, DPI);
        let of_cross = |point: &&image::Rgba<u8>| point.0[..3] == [0xa0, 0x04, 0x1e];
        image.pixels().filter(of_cross).count()
    };
    pages.map(points).sum()
}

#[test]
fn what_is_denied_is_crossed_out_on_a_sheet() {
    let plain = crossed_points("Ik wil koffie");
    let denied = crossed_points("Ik wil geen koffie");
    assert!(denied > plain + 100, "{denied} and {plain}");
}

#[test]
fn the_explanation_is_short_at_normal_type() {
    for client in ["C-1001", "C-1003", "C-1004", "C-1005"] {
        let path = organisation().out().join(client).join("uitleg.pdf");
        let pages = texts(&fs::read(path).expect("there")).pages().len();
        assert!((6..=PAGES).contains(&pages), "{client}: {pages} pages");
    }
}

#[test]
fn a_question_and_its_box_are_on_one_page_in_every_size() {
    let themes = [
        "Wonen",
        "Werken",
        "Vrije tijd",
        "Mijn mensen",
        "Zelf kiezen",
    ];
    for settings in [
        "lettergrootte = 14\nbeeld = \"boven\"",
        "lettergrootte = 20\nbeeld = \"boven\"",
        "lettergrootte = 20\nbeeld_per = \"woord\"",
        "lettergrootte = 24\nbeeld = \"links\"",
        "lettergrootte = 28\nbeeld = \"boven\"",
        "lettergrootte = 28\nbeeld = \"boven\"\nzinnen_per_blad = 2",
        "lettergrootte = 28\nbeeld = \"geen\"",
        "lettergrootte = 28\nbeeld_per = \"woord\"",
    ] {
        let organisation = Organisation::with(&["C-1003"]);
        organisation.edit(
            "C-1003",
            "lettergrootte = 18\nzinnen_per_blad = 7\n",
            &format!("{settings}\n"),
        );
        let run = organisation.render(&["--only", "questions"]);
        assert_eq!(run.status.code(), Some(0), "{}", said(&run));
        let pdf = fs::read(organisation.out().join("C-1003/vragen.pdf")).expect("there");
        let texts = texts(&pdf);
        let of_theme = |page: &&String| themes.iter().any(|theme| page.trim().starts_with(theme));
        let pages: Vec<_> = texts.pages().iter().filter(of_theme).collect();
        assert!(pages.len() >= themes.len(), "{settings}");
        for page in pages {
            let asked = page.split_whitespace().collect::<Vec<_>>().join(" ");
            let asked = asked.replace("Hoe vind ik dit nu?", "");
            let is_whole = asked.contains("Mijn antwoord") && asked.contains('?');
            assert!(is_whole, "{settings}: {page}");
        }
    }
}

#[test]
fn the_text_of_every_document_is_as_it_was() {
    for (client, file, pdf) in documents(organisation()) {
        if !KEPT.contains(&client.as_str()) {
            continue;
        }
        let texts = texts(&pdf);
        let pages = texts.pages().iter().enumerate();
        let pages: Vec<_> = pages
            .map(|(index, page)| format!("== blad {}\n{}", index + 1, page.trim_end()))
            .collect();
        let title = texts.title().unwrap_or_default();
        let text = format!("{title}\n{}", pages.join("\n"));
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(references().join("text").join(&client));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        let name = file.trim_end_matches(".pdf");
        settings.bind(|| insta::assert_snapshot!(name, text));
    }
}

#[test]
fn every_kind_of_page_looks_as_it_did() {
    let differences = Path::new(env!("CARGO_TARGET_TMPDIR")).join("talk");
    fs::create_dir_all(&differences).expect("writable");
    let mut wrong = Vec::new();
    for (client, file, page, name) in LOOKS {
        let pdf = fs::read(organisation().out().join(client).join(file)).expect("there");
        let image = rasterise(&pdf, *page, DPI);
        let reference = references().join(format!("pages/{name}.png"));
        if let Err(difference) = compare(&reference, &image, Tolerance::default(), &differences) {
            wrong.push(difference);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_same_input_gives_the_same_bytes_with_any_number_of_jobs() {
    let other = Organisation::with(CLIENTS);
    render(&other, "1");
    for (one, two) in documents(organisation()).iter().zip(&documents(&other)) {
        assert!(one == two, "{}/{}", one.0, one.1);
    }
}

fn references() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/references")
}

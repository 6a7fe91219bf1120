//! The easy-read copy in the settings that a person may have: what a page looks like, that it keeps
//! to the standards, and that the settings of the person go before those of the organisation.
//!
//! The references are refreshed by `INSTA_UPDATE=always cargo test --release --test easy_settings`.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use std::fs;
use std::path::Path;

use support::organisation::{Organisation, said};
use support::page_image::{Tolerance, compare, rasterise};
use support::pdf::texts;
use support::standards::violations;

/// Dots per inch of the reference images.
const DPI: f32 = 40.0;

/// A sentence of a goal page, and words that stand below faces.
const GOAL: &str = "Ik wil zelf met de bus.";
const FACES: &str = "Hoe gaat het?";

/// The settings as the plan of C-1003 has them.
const OWN: &str = "lettergrootte = 18\nzinnen_per_blad = 7\ncontrast = \"gewoon\"\n";

/// Settings, a text on the page that is drawn, and the name of its reference.
const PAGES: &[(&str, &str, &str)] = &[
    ("lettergrootte = 14\nzinnen_per_blad = 12", GOAL, "links-14"),
    ("lettergrootte = 18\nzinnen_per_blad = 6", GOAL, "links-18"),
    ("lettergrootte = 22\nzinnen_per_blad = 5", GOAL, "links-22"),
    ("lettergrootte = 28\nzinnen_per_blad = 4", GOAL, "links-28"),
    ("beeld = \"boven\"\nlettergrootte = 14", GOAL, "boven-14"),
    (
        "beeld = \"boven\"\nlettergrootte = 18",
        FACES,
        "boven-18-gezichten",
    ),
    (
        "beeld = \"boven\"\nlettergrootte = 22\nzinnen_per_blad = 4",
        GOAL,
        "boven-22",
    ),
    (
        "beeld = \"boven\"\nlettergrootte = 28\nzinnen_per_blad = 4",
        GOAL,
        "boven-28",
    ),
    (
        "beeld = \"boven\"\nlettergrootte = 28\nzinnen_per_blad = 1",
        GOAL,
        "boven-1-zin",
    ),
    (
        "beeld = \"boven\"\nlettergrootte = 18\nzinnen_per_blad = 2",
        FACES,
        "boven-2-zinnen",
    ),
    (
        "beeld = \"geen\"\nlettergrootte = 14\nzinnen_per_blad = 12",
        GOAL,
        "geen-14",
    ),
    ("beeld = \"geen\"\nlettergrootte = 28", FACES, "geen-28"),
    (
        "beeld_per = \"woord\"\nlettergrootte = 14",
        GOAL,
        "woord-14",
    ),
    (
        "beeld_per = \"woord\"\nlettergrootte = 18",
        FACES,
        "woord-18-gezichten",
    ),
    (
        "beeld_per = \"woord\"\nlettergrootte = 28\nzinnen_per_blad = 4",
        GOAL,
        "woord-28",
    ),
    (
        "lettergrootte = 18\ncontrast = \"donker_op_licht\"",
        FACES,
        "donker-op-licht",
    ),
    (
        "beeld = \"boven\"\ncontrast = \"donker_op_licht\"",
        GOAL,
        "donker-op-licht-boven",
    ),
    (
        "beeld_per = \"woord\"\ncontrast = \"donker_op_licht\"",
        GOAL,
        "donker-op-licht-woord",
    ),
    (
        "lettergrootte = 22\ncontrast = \"licht_op_donker\"",
        FACES,
        "licht-op-donker",
    ),
    (
        "beeld = \"boven\"\ncontrast = \"licht_op_donker\"",
        GOAL,
        "licht-op-donker-boven",
    ),
    (
        "beeld_per = \"woord\"\ncontrast = \"licht_op_donker\"",
        GOAL,
        "licht-op-donker-woord",
    ),
    (
        "beeld = \"geen\"\ncontrast = \"licht_op_donker\"",
        FACES,
        "licht-op-donker-geen",
    ),
    (
        "contrast = \"licht_op_donker\"",
        "Dit plan is van mij.",
        "licht-op-donker-omslag",
    ),
    (
        "geen_beeld_bij = [\"bus\"]\nlettergrootte = 16",
        GOAL,
        "geen-beeld-bij-bus",
    ),
];

/// The easy-read copy of C-1003 with other settings.
fn copy_with(settings: &str) -> Vec<u8> {
    let organisation = Organisation::with(&["C-1003"]);
    organisation.edit("C-1003", OWN, &format!("{settings}\n"));
    if settings.contains("geen_beeld_bij") {
        organisation.edit(
            "C-1003",
            "geen_beeld_bij = [\"ik\", \"wil\", \"mijn\"]\n",
            "",
        );
    }
    copy_of(&organisation)
}

fn copy_of(organisation: &Organisation) -> Vec<u8> {
    let output = organisation.render(&["--only", "easy-read"]);
    assert!(output.status.success(), "{}", said(&output));
    fs::read(organisation.out().join("C-1003/makkelijk-lezen.pdf")).expect("made")
}

#[test]
fn every_setting_gives_a_page_that_looks_as_it_did_and_meets_both_standards() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = manifest.join("tests/references/easy");
    let differences = Path::new(env!("CARGO_TARGET_TMPDIR")).join("easy");
    fs::create_dir_all(&differences).expect("writable");
    let mut wrong = Vec::new();
    for (settings, text, name) in PAGES {
        let pdf = copy_with(settings);
        wrong.extend(
            violations(&pdf)
                .into_iter()
                .map(|line| format!("{name}: {line}")),
        );
        let Some(page) = page_with(&pdf, text) else {
            wrong.push(format!("{name}: no page says `{text}`"));
            continue;
        };
        let image = rasterise(&pdf, page, DPI);
        let reference = folder.join(format!("{name}.png"));
        if let Err(difference) = compare(&reference, &image, Tolerance::default(), &differences) {
            wrong.push(difference);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The text of each page, with one space between words.
fn pages(pdf: &[u8]) -> Vec<String> {
    let one_space = |page: &String| page.split_whitespace().collect::<Vec<_>>().join(" ");
    texts(pdf).pages().iter().map(one_space).collect()
}

/// The page that has a text, from 0.
fn page_with(pdf: &[u8], text: &str) -> Option<usize> {
    pages(pdf).iter().position(|page| page.contains(text))
}

#[test]
fn a_sentence_with_pictures_on_its_words_is_read_once_and_in_order() {
    let pdf = copy_with("beeld_per = \"woord\"");
    let words = pages(&pdf).join(" ");
    for sentence in [GOAL, "Ik betaal zelf.", "Noor gaat 2 keer mee op zaterdag."] {
        assert_eq!(words.matches(sentence).count(), 1, "{sentence}: {words}");
    }
    let texts = texts(&pdf);
    let roles = texts.struct_roles();
    let plain = copy_with("beeld = \"links\"");
    let usual = support::pdf::texts(&plain);
    // Sections may take other numbers of pages; nothing else may be there.
    for role in roles.keys() {
        assert!(usual.struct_roles().contains_key(role), "{role}");
    }
}

#[test]
fn each_setting_of_the_person_goes_before_that_of_the_organisation() {
    let organisation = Organisation::with(&["C-1003"]);
    let file = organisation.data().join("aanbieder.toml");
    let provider = fs::read_to_string(&file).expect("there");
    let usual = "[makkelijk_lezen]\nlettergrootte = 18\nbeeld = \"links\"\nzinnen_per_blad = 6\n";
    assert!(provider.contains(usual), "as the example has it");
    let other = "[makkelijk_lezen]\nlettergrootte = 28\nbeeld = \"geen\"\nzinnen_per_blad = 12\n\
                 contrast = \"licht_op_donker\"\n";
    fs::write(&file, provider.replace(usual, other)).expect("writable");
    // The person chose type size, number and contrast, and leaves the place of pictures.
    let pdf = copy_of(&organisation);
    let same = copy_with(&format!("{OWN}beeld = \"geen\""));
    let is_same = rasterise(&pdf, 3, DPI) == rasterise(&same, 3, DPI);
    assert!(is_same, "another page than with the person's own settings");
}

#[test]
fn an_own_photo_of_the_organisation_is_for_who_has_it() {
    let organisation = Organisation::with(&["C-1003"]);
    let file = organisation.data().join("aanbieder.toml");
    let provider = fs::read_to_string(&file).expect("there");
    let photos = "zinnen_per_blad = 6\n\
                  eigen_fotos = [{ woord = \"puzzel\", foto = \"bus-lijn-6.jpg\" },\n\
                  { woord = \"brood\", foto = \"heeft-niemand.jpg\" }]\n";
    let other = provider.replace("zinnen_per_blad = 6\n", photos);
    assert_ne!(provider, other);
    let before = copy_of(&organisation);
    fs::write(&file, other).expect("writable");
    let after = copy_of(&organisation);
    let page = |pdf: &[u8], text: &str| {
        rasterise(
            pdf,
            page_with(pdf, text).expect("a page with the text"),
            DPI,
        )
    };
    // The pictures themselves would fill the screen.
    let is_same = page(&before, "puzzel") == page(&after, "puzzel");
    assert!(!is_same, "a puzzle without a photo");
}

#[test]
fn a_setting_that_cannot_be_is_named_with_the_way_out() {
    for (settings, told) in [
        ("lettergrootte = 12", "tussen 14 en 28"),
        ("lettergrootte = 29", "tussen 14 en 28"),
        ("zinnen_per_blad = 0", "1 tot 12 zinnen"),
        ("zinnen_per_blad = 13", "1 tot 12 zinnen"),
        ("beeld_per = \"letter\"", "woord"),
        ("contrast = \"fel\"", "donker_op_licht"),
        ("sets = [\"Eigen\"]", "bedoel je \"eigen\"?"),
    ] {
        let organisation = Organisation::with(&["C-1003"]);
        organisation.edit("C-1003", OWN, &format!("{settings}\n"));
        let output = organisation.run("check", &[]);
        let text = support::organisation::printed(&output) + &said(&output);
        assert!(
            !output.status.success() && text.contains(told),
            "{settings}: {text}"
        );
    }
}

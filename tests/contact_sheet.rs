//! Every drawing of our own at 2 cm, in colour and in grey, as the contact sheet shows it.
//!
//! The references are refreshed by `INSTA_UPDATE=always cargo test --release --test contact_sheet`.

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

use support::organisation::{Organisation, said};
use support::page_image::{Tolerance, compare, rasterise};
use support::pdf::texts;

/// Dots per inch of the reference images.
const DPI: f32 = 40.0;

/// The drawings in `pictograms/`, by name: those of Twemoji are not ours to look after.
fn names() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("pictograms");
    let files = fs::read_dir(folder).expect("lists").filter_map(Result::ok);
    let files = files.map(|file| file.file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> = files
        .filter_map(|name| name.strip_suffix(".svg").map(str::to_owned))
        .collect();
    names.sort();
    names
}

#[test]
fn every_drawing_of_our_own_looks_as_it_did() {
    let organisation = Organisation::with(&[]);
    let out = organisation.out().join("eigen.pdf");
    let names = names();
    let run = Command::new(env!("CARGO_BIN_EXE_drieluik"))
        .args(["pictograms", "sheet", "--set", "eigen", "--out"])
        .arg(&out)
        .arg("--data")
        .arg(organisation.data())
        .args(&names)
        .output()
        .expect("runs");
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    let told = said(&run);
    assert!(
        told.contains(&format!("{} plaatjes", names.len())),
        "{told}"
    );

    let pdf = fs::read(&out).expect("made");
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let references = manifest.join("tests/references/contact-sheet");
    let differences = Path::new(env!("CARGO_TARGET_TMPDIR")).join("contact-sheet");
    fs::create_dir_all(&differences).expect("writable");
    let mut wrong = Vec::new();
    for page in 0..texts(&pdf).pages().len() {
        let image = rasterise(&pdf, page, DPI);
        let reference = references.join(format!("{}.png", page + 1));
        if let Err(difference) = compare(&reference, &image, Tolerance::default(), &differences) {
            wrong.push(difference);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

//! Puts the drawings of Twemoji that the lexicon names where the program can embed them, and the
//! lexicon in a form that is read quicker than TOML. Builds again when a file is added to the folders
//! that are embedded.

#![expect(
    clippy::disallowed_methods,
    reason = "a build script writes what it makes to the folder that cargo names in the environment"
)]

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::{env, fs};

use twemoji_assets::svg::SvgTwemojiAsset;

/// The lexicon, from the root of the package.
const LEXICON: &str = "pictograms/lexicon.toml";

/// What the program is made of.
const PARTS: &[&str] = &[
    "src",
    "templates",
    "pictograms",
    "words",
    "build.rs",
    "Cargo.toml",
    "Cargo.lock",
];

fn main() {
    for part in PARTS {
        println!("cargo::rerun-if-changed={part}");
    }
    println!("cargo::rustc-env=DRIELUIK_BUILD={}", build());
    println!("cargo::rustc-env=DRIELUIK_TYPST={}", typst());
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("twemoji");
    if out.exists() {
        fs::remove_dir_all(&out).expect("the output folder can be emptied");
    }
    fs::create_dir_all(&out).expect("the output folder can be written");
    let lexicon = fs::read_to_string(LEXICON).unwrap_or_default();
    write_json(&lexicon);
    for code in codes(&lexicon) {
        if fs::exists(format!("pictograms/{code}.svg")).unwrap_or(false) {
            continue;
        }
        let Some(drawing) = drawing(&code) else {
            println!("cargo::error={LEXICON}: Twemoji has no drawing for beeld = \"{code}\"");
            continue;
        };
        fs::write(out.join(format!("{code}.svg")), drawing).expect("the output can be written");
    }
}

/// A digest of everything that the program is made of: a document is made anew by another build.
fn build() -> String {
    let mut digest = blake3::Hasher::new();
    let mut waiting: Vec<PathBuf> = PARTS.iter().rev().map(PathBuf::from).collect();
    while let Some(path) = waiting.pop() {
        if let Ok(entries) = fs::read_dir(&path) {
            let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
            let sorted: BTreeSet<PathBuf> = paths.collect();
            waiting.extend(sorted.into_iter().rev());
        } else if let Ok(bytes) = fs::read(&path) {
            digest.update(path.to_string_lossy().replace('\\', "/").as_bytes());
            digest.update(blake3::hash(&bytes).as_bytes());
        }
    }
    digest.finalize().to_hex()[..16].to_owned()
}

/// The version of typst that `Cargo.toml` pins.
fn typst() -> String {
    let manifest = fs::read_to_string("Cargo.toml").unwrap_or_default();
    let manifest: toml::Table = toml::from_str(&manifest).unwrap_or_default();
    let typst = manifest
        .get("dependencies")
        .and_then(|all| all.get("typst"));
    let version = typst.and_then(|typst| typst.get("version").unwrap_or(typst).as_str());
    version
        .unwrap_or_default()
        .trim_start_matches('=')
        .to_owned()
}

/// Writes the lexicon in JSON. Of one that isn't even TOML nothing is written: the program says what
/// is wrong with it.
fn write_json(lexicon: &str) {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let read: Option<serde_json::Value> = toml::from_str(lexicon).ok();
    let json = read.map_or_else(String::new, |lexicon| lexicon.to_string());
    fs::write(out.join("lexicon.json"), json).expect("the output can be written");
}

/// Every `beeld` of the lexicon that looks like the code of an emoji.
fn codes(lexicon: &str) -> BTreeSet<String> {
    let pictures = lexicon.lines().filter_map(|line| {
        let value = line.trim_start().strip_prefix("beeld")?;
        let value = value.trim_start().strip_prefix('=')?;
        value.split(['"', '\'']).nth(1)
    });
    pictures
        .filter(|picture| is_code(picture))
        .map(str::to_owned)
        .collect()
}

/// Whether a picture is named by code points in hexadecimal digits: `1f468-200d-1f373`.
fn is_code(picture: &str) -> bool {
    picture.split('-').all(|part| {
        (2..=6).contains(&part.len())
            && part
                .bytes()
                .all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
    })
}

/// The drawing of an emoji. Some stand there with the sign that asks for the coloured form.
fn drawing(code: &str) -> Option<&'static str> {
    let points: Option<String> = code
        .split('-')
        .map(|point| char::from_u32(u32::from_str_radix(point, 16).ok()?))
        .collect();
    let emoji = points?;
    let coloured = format!("{emoji}\u{FE0F}");
    let asset =
        SvgTwemojiAsset::from_emoji(&emoji).or_else(|| SvgTwemojiAsset::from_emoji(&coloured))?;
    Some(asset.data.0)
}

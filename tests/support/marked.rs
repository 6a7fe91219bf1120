//! A client whose every text was put there by the test.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::pdf::{Texts, texts};

/// A client whose texts are markers.
pub(crate) struct Marked {
    root: tempfile::TempDir,
    /// The texts by file and key path.
    pub(crate) markers: BTreeMap<String, String>,
}

impl Marked {
    /// Puts a text in every place of the fixture, made from the file and a running number.
    pub(crate) fn filled_with(text: impl Fn(&str, usize) -> String) -> Self {
        let root = tempfile::tempdir().expect("a folder");
        let marked = Self {
            markers: BTreeMap::new(),
            root,
        };
        fs::create_dir_all(marked.folder()).expect("writable");
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
        fs::copy(
            fixtures.join("aanbieder.toml"),
            marked.root.path().join("data/aanbieder.toml"),
        )
        .expect("copied");
        let mut markers = BTreeMap::new();
        for file in [
            "plan.toml",
            "plan-van-aanpak.toml",
            "evaluatie.toml",
            "rapportage.toml",
            "nagekeken.toml",
        ] {
            let form = fs::read_to_string(fixtures.join("canary").join(file)).expect("there");
            let mut filled = String::new();
            for (index, piece) in form.split("\"@\"").enumerate() {
                if index > 0 {
                    let value = toml::Value::String(text(file, index));
                    write!(filled, "{value}").expect("writes to memory");
                }
                filled.push_str(piece);
            }
            fs::write(marked.folder().join(file), &filled).expect("writable");
            let table: toml::Table = filled.parse().expect("TOML");
            collect(
                &toml::Value::Table(table),
                &format!("{file}:"),
                &mut markers,
            );
        }
        assert!(markers.len() > 150, "the fixture is full of markers");
        Self { markers, ..marked }
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.root.path().join("data/clienten/C-KANARIE")
    }

    pub(crate) fn out(&self) -> PathBuf {
        self.root.path().join("out/C-KANARIE")
    }

    pub(crate) fn manifest(&self) -> PathBuf {
        self.root.path().join("out/manifest.json")
    }

    pub(crate) fn render(&self, more: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_drieluik"))
            .args(["render", "--date", "2026-11-22", "--data"])
            .arg(self.root.path().join("data"))
            .arg("--out")
            .arg(self.root.path().join("out"))
            .args(more)
            .output()
            .expect("runs")
    }

    pub(crate) fn check(&self) -> Output {
        Command::new(env!("CARGO_BIN_EXE_drieluik"))
            .args(["check", "--date", "2026-11-22", "--message-format", "json"])
            .arg("--data")
            .arg(self.root.path().join("data"))
            .output()
            .expect("runs")
    }

    pub(crate) fn read(&self, file: &str) -> Texts {
        texts(&fs::read(self.out().join(file)).expect(file))
    }

    /// Every marker that passes the test is in the document.
    pub(crate) fn assert_holds(&self, document: &Texts, wanted: impl Fn(&str) -> bool) {
        let missing: Vec<_> = self
            .markers
            .iter()
            .filter(|(path, marker)| wanted(path) && document.find(marker).is_empty())
            .map(|(path, _)| path.as_str())
            .collect();
        assert!(missing.is_empty(), "not found: {missing:#?}");
    }

    /// No marker but those that pass the test is in the document.
    pub(crate) fn assert_only(&self, file: &str, document: &Texts, allowed: impl Fn(&str) -> bool) {
        let leaked: Vec<_> = self
            .markers
            .iter()
            .filter(|(path, _)| !allowed(path))
            .map(|(path, marker)| (path, document.find(marker)))
            .filter(|(_, places)| !places.is_empty())
            .map(|(path, places)| format!("{path} in {places:?}"))
            .collect();
        assert!(
            leaked.is_empty(),
            "{file} holds what it may not: {leaked:#?}"
        );
    }

    pub(crate) fn assert_silent(&self, what: &str, run: &Output) {
        let said = [run.stdout.as_slice(), run.stderr.as_slice()].concat();
        let said = String::from_utf8_lossy(&said);
        for (path, marker) in &self.markers {
            assert!(
                !said.contains(marker.as_str()),
                "{what}: {path} is told\n{said}"
            );
        }
        assert!(
            !said.contains("999900006") && !said.contains("123456789"),
            "{what}\n{said}"
        );
    }
}

/// A word of seven letters that stands nowhere else.
pub(crate) fn marker(file: &str, index: usize) -> String {
    let letter = |number: usize| char::from(b'a' + u8::try_from(number % 26).expect("below 26"));
    let number = index + file.len() * 26 * 20;
    format!(
        "Kwz{}{}{}x",
        letter(number / 676),
        letter(number / 26),
        letter(number)
    )
}

/// The path of every marker in a file.
fn collect(value: &toml::Value, path: &str, markers: &mut BTreeMap<String, String>) {
    match value {
        toml::Value::String(text) if text.starts_with("Kwz") => {
            markers.insert(path.to_owned(), text.clone());
        }
        toml::Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, &format!("{path}[{index}]"), markers);
            }
        }
        toml::Value::Table(table) => {
            for (key, item) in table {
                let dot = if path.ends_with(':') { "" } else { "." };
                collect(item, &format!("{path}{dot}{key}"), markers);
            }
        }
        _ => {}
    }
}

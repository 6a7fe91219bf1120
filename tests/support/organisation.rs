//! A copy of example clients to run the program on.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::folder::copy;

/// A copy of some example clients, and a folder for their documents.
pub(crate) struct Organisation(tempfile::TempDir);

impl Organisation {
    pub(crate) fn with(clients: &[&str]) -> Self {
        let organisation = Self(tempfile::tempdir().expect("a folder"));
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let data = organisation.data();
        fs::create_dir_all(&data).expect("writable");
        for file in ["aanbieder.toml", "logo.svg"] {
            fs::copy(example.join(file), data.join(file)).expect("copied");
        }
        for client in clients {
            let folder = format!("clienten/{client}");
            copy(&example.join(&folder), &data.join(&folder));
        }
        organisation
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }

    pub(crate) fn out(&self) -> PathBuf {
        self.0.path().join("out")
    }

    pub(crate) fn has(&self, document: &str) -> bool {
        self.out().join(document).is_file()
    }

    pub(crate) fn plan(&self, client: &str) -> PathBuf {
        self.data().join(format!("clienten/{client}/plan.toml"))
    }

    pub(crate) fn edit(&self, client: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.plan(client)).expect("there");
        assert!(text.contains(from), "the example holds {from}");
        fs::write(self.plan(client), text.replace(from, to)).expect("writable");
    }

    /// Renders on the day of the examples, unless another is asked for.
    pub(crate) fn render(&self, arguments: &[&str]) -> Output {
        let day: &[&str] = if arguments.contains(&"--date") {
            &[]
        } else {
            &["--date", "2026-11-22"]
        };
        self.run("render", &[arguments, day].concat())
    }

    /// Runs a command over this data.
    pub(crate) fn run(&self, command: &str, arguments: &[&str]) -> Output {
        let mut program = Command::new(env!("CARGO_BIN_EXE_drieluik"));
        program.arg(command).arg("--data").arg(self.data());
        if command == "render" {
            program.arg("--out").arg(self.out());
        }
        program.args(arguments).output().expect("runs")
    }
}

pub(crate) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

pub(crate) fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

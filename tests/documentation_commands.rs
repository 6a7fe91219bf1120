//! What the documents tell the reader to type, works: every line of every `sh` block runs here, in the
//! order of the document, and ends as the document says.
//!
//! A line ends with exit code 0, or with that of a remark behind it: `# afloop 1`. `cargo run --release
//! --` and `drieluik` both are the program that was just built. A document of the repository's root
//! begins in a copy of the example organisation, one of `docs/` in an empty folder. A `cd` on a line of
//! its own holds until the end of the document.
#![cfg(target_os = "linux")]
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use support::folder::{copy, entries};

/// The day of the examples, 22 November 2026, in seconds.
const DAY: &str = "1795305600";

/// What can't run here, by a piece of its line, and why.
const LEFT_OUT: &[(&str, &str)] = &[
    ("cargo build", "builds the program for ten minutes"),
    ("cargo install", "builds the program for ten minutes"),
    ("cargo test", "would run this test in itself"),
    ("cargo bench", "measures for minutes"),
    ("cargo doc", "builds for minutes"),
    ("cargo fuzz", "needs another compiler"),
    (".ci/run", "would run this test in itself"),
    ("rustup", "needs the network"),
    ("npm ", "needs the network"),
    ("pip ", "needs the network"),
    ("python", "may not be on this machine"),
    ("valgrind", "may not be on this machine"),
    ("taplo", "may not be on this machine"),
    ("pdftoppm", "may not be on this machine"),
    ("docs/images/refresh.sh", "needs pdftoppm"),
    ("man -l -", "may not be on this machine"),
    (
        "drieluik watch",
        "goes on until Ctrl-C; tests/watch.rs runs it",
    ),
];

/// What stands otherwise in the document, and why.
const PUT_OTHERWISE: &[(&str, &str)] = &[
    // Nothing is shared with other tests on this machine.
    ("/tmp/proef", "./proef"),
    ("/tmp/zorg", "./zorg"),
    // Three hundred clients take a minute.
    ("--clients 300", "--clients 3"),
];

/// One command of a document.
#[derive(Debug, PartialEq, Eq)]
struct Line {
    number: usize,
    command: String,
    code: i32,
}

#[test]
fn the_readme_can_be_typed_over() {
    type_over("README.md", &Desk::in_repository());
}

#[test]
fn the_text_for_contributors_can_be_typed_over() {
    type_over("CONTRIBUTING.md", &Desk::in_repository());
}

#[test]
fn the_documents_can_be_typed_over() {
    for path in entries(&repository().join("docs")) {
        if path.extension().is_some_and(|extension| extension == "md") {
            let name = path.file_name().expect("a name").to_string_lossy();
            type_over(&format!("docs/{name}"), &Desk::empty());
        }
    }
}

#[test]
fn the_documents_that_teach_by_commands_have_them() {
    for (document, least) in [
        ("README.md", 10),
        ("docs/handleiding.md", 30),
        ("docs/formats.md", 8),
    ] {
        let lines = lines(&read(document));
        let runs = lines.iter().filter(|line| reason(line).is_none());
        assert!(runs.count() >= least, "{document}");
    }
}

#[test]
fn a_block_is_read_line_by_line() {
    let text = "```sh\n# eerst\na b # afloop 1\n\nc \\\n  d\n```\n```toml\ne = 1\n```\n  ```sh\nf\n  ```\n";
    let line = |number, command: &str, code| Line {
        number,
        command: command.to_owned(),
        code,
    };
    assert_eq!(
        lines(text),
        [line(3, "a b", 1), line(5, "c d", 0), line(12, "f", 0)]
    );
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(document: &str) -> String {
    fs::read_to_string(repository().join(document)).expect("a document")
}

/// The commands of a document, each with where it stands and how it must end.
fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut is_shell = false;
    let mut goes_on = false;
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if let Some(language) = line.strip_prefix("```") {
            is_shell = !is_shell && language.trim() == "sh";
            continue;
        }
        if !is_shell || line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (line, code) = match line.split_once("# afloop ") {
            Some((line, code)) => (line.trim(), code.trim().parse().expect("an exit code")),
            None => (line, 0),
        };
        let (line, continues) = match line.strip_suffix('\\') {
            Some(line) => (line.trim(), true),
            None => (line, false),
        };
        match lines.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.command = format!("{} {line}", last.command);
                last.code = code;
            }
            None => lines.push(Line {
                number: index + 1,
                command: line.to_owned(),
                code,
            }),
        }
        goes_on = continues;
    }
    lines
}

/// Why a command can't run here.
fn reason(line: &Line) -> Option<&'static str> {
    let mut left_out = LEFT_OUT.iter();
    left_out.find_map(|(piece, reason)| line.command.contains(piece).then_some(*reason))
}

/// Runs the commands of a document one after another, and stops at the first that ends otherwise.
fn type_over(document: &str, desk: &Desk) {
    let mut folder = desk.folder();
    for line in lines(&read(document)) {
        if reason(&line).is_some() {
            continue;
        }
        let place = format!("{document}:{}: {}", line.number, line.command);
        if let Some(to) = line
            .command
            .strip_prefix("cd ")
            .filter(|to| !to.contains(' '))
        {
            folder = folder.join(to);
            assert!(folder.is_dir(), "{place}: there is no such folder");
            continue;
        }
        let mut command = line.command.replace("cargo run --release --", "drieluik");
        for (text, other) in PUT_OTHERWISE {
            command = command.replace(text, other);
        }
        let output = desk.run(&command, &folder);
        let said = String::from_utf8_lossy(&output.stderr);
        let printed = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.code() == Some(line.code),
            "{place}\nended with {}, not {}\n{said}\n{printed}",
            output.status,
            line.code
        );
    }
}

/// Where a reader sits: a folder to work in, and a home folder with sets of pictograms.
struct Desk(tempfile::TempDir);

impl Desk {
    /// With nothing in the folder.
    fn empty() -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder"));
        fs::create_dir(desk.folder()).expect("writable");
        let packs = repository().join("tests/fixtures/packs");
        for (name, set) in [
            ("arasaac", "arasaac"),
            ("sclera", "sclera"),
            ("mulberry", "mulberry"),
            ("woorden", "mulberry-woorden"),
            ("visitaal", "folder"),
        ] {
            copy(&packs.join(set), &desk.home().join(name));
        }
        desk
    }

    /// In a copy of the repository, as far as its documents take it for granted.
    fn in_repository() -> Self {
        let desk = Self::empty();
        let folder = desk.folder();
        let example = repository().join("data");
        copy(&example, &folder.join("data"));
        let own = folder.join("mijn-data");
        fs::create_dir(&own).expect("writable");
        fs::copy(example.join("aanbieder.toml"), own.join("aanbieder.toml")).expect("copied");
        fs::copy(example.join("logo.svg"), own.join("logo.svg")).expect("copied");
        copy(
            &example.join("clienten/C-1001"),
            &own.join("clienten/C-2001"),
        );
        let packs = repository().join("tests/fixtures/packs");
        let modules = folder.join("node_modules");
        copy(&packs.join("openmoji"), &modules.join("openmoji"));
        copy(&packs.join("cldr"), &modules.join("cldr-annotations-full"));
        fs::create_dir(folder.join("docs")).expect("writable");
        fs::create_dir(folder.join("target")).expect("writable");
        fs::write(folder.join("sentences.txt"), "Ik ga met de bus.\n").expect("writable");
        desk
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("folder")
    }

    fn home(&self) -> PathBuf {
        self.0.path().join("home")
    }

    /// Runs a line as a shell would, on the day of the examples.
    fn run(&self, command: &str, folder: &Path) -> Output {
        let program = Path::new(env!("CARGO_BIN_EXE_drieluik"));
        let mut path = program.parent().expect("a folder").as_os_str().to_owned();
        path.push(":/usr/local/bin:/usr/bin:/bin");
        Command::new("sh")
            .args(["-c", command])
            .current_dir(folder)
            .env_clear()
            .env("PATH", path)
            .env("HOME", self.home())
            .env("LANG", "C.UTF-8")
            .env("SOURCE_DATE_EPOCH", DAY)
            .output()
            .expect("a shell")
    }
}

//! Files as an attacker or an accident might leave them: they are told of without a word of what
//! stands in them, nothing hangs, and the client beside them is served.
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use support::folder::{copy, entries};
use support::marked::{Marked, marker};
use support::organisation::Organisation;

/// What a client's folder may hold for authors to write in.
const FILES: [&str; 4] = [
    "plan.toml",
    "plan-van-aanpak.toml",
    "evaluatie.toml",
    "rapportage.toml",
];

/// Far longer than any of these runs takes.
const LONG: Duration = Duration::from_mins(2);

/// Runs the program over a data folder, and stops it when it hangs.
fn run(data: &Path, command: &str, arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_drieluik"));
    program.arg(command).arg("--data").arg(data);
    if command == "render" {
        program.arg("--out").arg(data.with_file_name("out"));
    }
    program.args(["--date", "2026-11-22"]).args(arguments);
    // Files take any amount, where a pipe that nobody reads would be full.
    let folder = tempfile::tempdir().expect("a folder");
    let stream = |name: &str| fs::File::create(folder.path().join(name)).expect("writable");
    program.stdout(stream("stdout")).stderr(stream("stderr"));
    let mut child = program.stdin(Stdio::null()).spawn().expect("starts");
    let since = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("runs") {
            break status;
        }
        if since.elapsed() > LONG {
            child.kill().expect("runs");
            panic!("{command} hangs");
        }
        std::thread::sleep(Duration::from_millis(10));
    };
    let read = |name: &str| fs::read(folder.path().join(name)).expect("there");
    Output {
        status,
        stdout: read("stdout"),
        stderr: read("stderr"),
    }
}

/// All that a run said, in small letters.
fn told(run: &Output) -> String {
    let said = [run.stdout.as_slice(), run.stderr.as_slice()].concat();
    String::from_utf8_lossy(&said).to_lowercase()
}

/// What `render` says in words and in JSON and what it leaves behind, of a client whose files hold
/// the word `kwz` wherever an author may write.
fn assert_nothing_told(what: &str, data: &Path) {
    for arguments in [&[][..], &["--message-format", "json"]] {
        let run = run(data, "render", arguments);
        assert_eq!(run.status.code(), Some(1), "{what} is a mistake");
        let told = told(&run);
        let start: String = told.chars().take(2000).collect();
        assert!(!told.contains("kwz"), "{what}: {start}");
        assert!(!told.contains("panicked"), "{what}: {start}");
        assert!(!told.contains('\u{1b}'), "{what}: {start}");
    }
    let manifest = fs::read_to_string(data.with_file_name("out").join("manifest.json"));
    let manifest = manifest.unwrap_or_default().to_lowercase();
    assert!(!manifest.contains("kwz"), "{what}: {manifest}");
}

/// A file with `kwz` in it, broken in every way that files break.
fn broken(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let nested = |open: &str, close: &str| {
        let times = 100_000;
        format!(
            "kwz = {}\"kwz\"{}\n{text}",
            open.repeat(times),
            close.repeat(times)
        )
    };
    let utf_16 = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(bytes).collect()
    };
    let texts = [
        ("a text without its end", text.replacen("\"\n", "\n", 1)),
        ("texts without their begin", text.replace("= \"", "= ")),
        ("keys that stand there twice", format!("{text}\n{text}")),
        (
            "unknown keys",
            format!("kwz = 1\n[kwz.kwz]\nkwz = \"kwz\"\n{text}"),
        ),
        ("keys without a value", text.replace("= ", "")),
        ("headings without their end", text.replace("]\n", "\n")),
        ("a deep list", nested("[", "]")),
        ("a deep table", nested("{kwz = ", "}")),
        ("a deep list without its end", nested("[", "")),
        (
            "a deep key",
            format!("kwz{} = 1\n{text}", ".kwz".repeat(100_000)),
        ),
        (
            "a deep heading",
            format!("{text}\n[kwz{}]\n", ".kwz".repeat(100_000)),
        ),
        (
            "a large file",
            format!("{text}\n# {}", "kwz ".repeat(600_000)),
        ),
        (
            "a file that is nearly too large",
            format!("{text}\n[extra2]\n{}", "kwz\n".repeat(500_000)),
        ),
        (
            "control characters",
            text.replace("= \"", "= \"\u{1b}[31m\u{7}"),
        ),
        ("a turned direction", text.replace("= \"", "= \"\u{202e}")),
        ("a NUL", text.replace("= \"", "= \"\0")),
    ];
    let mut files: Vec<_> = texts
        .into_iter()
        .map(|(what, text)| (what, text.into_bytes()))
        .collect();
    let mut latin = text.as_bytes().to_vec();
    latin.extend(b"# kwz\xe9\n");
    files.push(("another alphabet of bytes", latin));
    files.push(("two bytes for each letter", utf_16(u16::to_le_bytes)));
    files.push(("two bytes the other way round", utf_16(u16::to_be_bytes)));
    // A small file may have nothing to break in some way.
    files.retain(|(_, bytes)| bytes != text.as_bytes());
    files
}

#[test]
fn a_broken_file_tells_nothing_of_what_stands_in_it() {
    let client = Marked::filled_with(marker);
    let data = client.folder().join("../..");
    let data = data.canonicalize().expect("there");
    for file in FILES {
        let path = client.folder().join(file);
        let whole = fs::read(&path).expect("there");
        let text = String::from_utf8(whole.clone()).expect("UTF-8");
        for (what, bytes) in broken(&text) {
            fs::write(&path, bytes).expect("writable");
            assert_nothing_told(&format!("{file}: {what}"), &data);
        }
        fs::write(&path, whole).expect("writable");
    }
}

/// Puts something else in the place of a file.
#[cfg(unix)]
type Plant = fn(&Path);

/// What may stand where a file should, beside a file.
#[cfg(unix)]
const IMPOSTORS: [(&str, Plant); 4] = [
    ("a link", |path| {
        let other = path.with_file_name("../kwz.toml");
        fs::write(&other, "kwz = \"kwz\"\n").expect("writable");
        std::os::unix::fs::symlink(other, path).expect("links");
    }),
    ("a link to nothing", |path| {
        std::os::unix::fs::symlink("/nergens/kwz", path).expect("links");
    }),
    ("a pipe", |path| {
        let made = Command::new("mkfifo").arg(path).status().expect("runs");
        assert!(made.success());
    }),
    ("a folder", |path| fs::create_dir(path).expect("writable")),
];

#[cfg(unix)]
#[test]
fn what_is_no_plain_file_is_refused_and_the_next_client_is_served() {
    for file in FILES {
        for (what, make) in IMPOSTORS {
            let organisation = Organisation::with(&["C-1001", "C-1003"]);
            let path = organisation.plan("C-1003").with_file_name(file);
            fs::remove_file(&path).expect("there");
            make(&path);
            for command in ["check", "render"] {
                let run = run(&organisation.data(), command, &[]);
                assert_eq!(run.status.code(), Some(1), "{file} is {what}");
                let told = told(&run);
                assert!(told.contains("fout[bestand]"), "{file} is {what}: {told}");
                assert!(told.contains("c-1003"), "{file} is {what}: {told}");
                assert!(!told.contains("kwz"), "{file} is {what}: {told}");
            }
            assert!(organisation.has("C-1001/ondersteuningsplan.pdf"));
            assert!(!organisation.has("C-1003/ondersteuningsplan.pdf"));
        }
    }
}

#[cfg(unix)]
#[test]
fn a_photo_that_is_no_plain_file_is_refused() {
    for (what, make) in IMPOSTORS {
        let organisation = Organisation::with(&["C-1006"]);
        let path = organisation.plan("C-1006").with_file_name("fotos/kat.jpg");
        fs::remove_file(&path).expect("there");
        make(&path);
        for command in ["check", "render"] {
            let run = run(&organisation.data(), command, &[]);
            assert_eq!(run.status.code(), Some(1), "the photo is {what}");
            let told = told(&run);
            assert!(told.contains("geen gewoon bestand"), "{what}: {told}");
        }
    }
}

/// Names of folders that could do harm as the name of a file, in a terminal or in a log.
#[cfg(unix)]
const NAMES: [&str; 10] = [
    "CON",
    "aux",
    "com1",
    "NUL.",
    "-kwz",
    "Kwz Jansen",
    "kwz\nkwz",
    "\u{1b}[31mkwz",
    "kwz\u{202e}",
    "kwz-kwz-kwz-kwz-kwz-kwz-kwz-kwz-kwz-kwz-kwz",
];

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_a_client_is_told_without_its_name() {
    let organisation = Organisation::with(&["C-1001"]);
    let folder = organisation.data().join("clienten");
    for name in NAMES {
        copy(&folder.join("C-1001"), &folder.join(name));
    }
    for arguments in [&[][..], &["--message-format", "json"]] {
        let run = run(&organisation.data(), "render", arguments);
        assert_eq!(run.status.code(), Some(1));
        let told = told(&run);
        let findings = told.matches("geen cliëntnummer kan zijn").count();
        assert_eq!(findings, NAMES.len(), "{told}");
        assert!(!told.contains("kwz") && !told.contains('\u{1b}'), "{told}");
    }
    assert!(organisation.has("C-1001/ondersteuningsplan.pdf"));
    let made = entries(&organisation.out()).into_iter();
    let names = made.map(|path| path.file_name().expect("a name").to_owned());
    let names: Vec<_> = names.collect();
    assert_eq!(
        names,
        [".drieluik", "C-1001", "manifest.json", "overzicht.html"]
    );
}

//! `watch` as its users run it: on each save it says what is wrong and makes what changed.
#![cfg(unix)]
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use support::organisation::Organisation;
use support::run::program;

/// Far longer than any step takes.
const PATIENCE: Duration = Duration::from_mins(3);

/// What is said when the program waits for a save.
const WAITING: &str = "Wacht tot er iets bewaard wordt";

struct Watch {
    process: Child,
    lines: Receiver<String>,
}

impl Watch {
    fn start(organisation: &Organisation, arguments: &[&str]) -> Self {
        let mut program = Command::new(program());
        program
            .args(["watch", "--date", "2026-11-22"])
            .args(arguments);
        program.arg("--data").arg(organisation.data());
        program.arg("--out").arg(organisation.out());
        let piped = program.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = piped.spawn().expect("starts");
        let (tell, lines) = mpsc::channel();
        listen(process.stdout.take().expect("piped"), tell.clone());
        listen(process.stderr.take().expect("piped"), tell);
        Self { process, lines }
    }

    /// Everything that is said up to the next line with these words.
    fn until(&self, words: &str) -> String {
        let mut heard = String::new();
        loop {
            let line = self.lines.recv_timeout(PATIENCE);
            let line = line.unwrap_or_else(|_| panic!("never said: {words}\nbut: {heard}"));
            heard.push_str(&line);
            heard.push('\n');
            if line.contains(words) {
                return heard;
            }
        }
    }

    /// Ctrl-C, and how it ended.
    fn interrupt(mut self) -> Option<i32> {
        let id = self.process.id().to_string();
        let signal = Command::new("kill").args(["-INT", &id]).status();
        assert!(signal.expect("runs").success());
        self.process.wait().expect("ends").code()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ended = self.process.kill();
    }
}

fn listen(from: impl Read + Send + 'static, tell: Sender<String>) {
    thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            if tell.send(line).is_err() {
                return;
            }
        }
    });
}

/// Saves as many editors do: beside it, and then over it.
fn save_by_rename(organisation: &Organisation, client: &str, text: &str) {
    let path = organisation.plan(client);
    let beside = path.with_file_name(".plan.toml.swp");
    fs::write(&beside, text).expect("writable");
    fs::rename(beside, path).expect("writable");
}

#[test]
fn each_save_makes_what_changed_until_ctrl_c() {
    let organisation = Organisation::with(&["C-1003"]);
    let png = [
        "C-1003",
        "--only",
        "easy-read",
        "--png",
        "--dpi",
        "36",
        "--pages",
        "1",
    ];
    let watch = Watch::start(&organisation, &png);
    let heard = watch.until(WAITING);
    assert!(heard.contains("makkelijk-lezen.pdf"), "{heard}");
    assert!(heard.contains("seconden"), "{heard}");
    assert!(organisation.has("C-1003/makkelijk-lezen-01.png"), "{heard}");

    let whole = fs::read_to_string(organisation.plan("C-1003")).expect("there");
    let made = || fs::read(organisation.out().join("C-1003/makkelijk-lezen.pdf")).expect("made");
    let first = made();
    let (from, to) = (
        "Samir helpt 1 keer per week.",
        "Samir helpt mij 1 keer per week.",
    );
    assert!(whole.contains(from));
    let changed = whole.replace(from, to);
    save_by_rename(&organisation, "C-1003", &changed);
    let heard = watch.until(WAITING);
    assert!(heard.contains("makkelijk-lezen.pdf"), "{heard}");
    assert_ne!(made(), first);

    // A mistake is shown with its line, and work goes on.
    fs::write(organisation.plan("C-1003"), format!("wet = \n{changed}")).expect("writable");
    let heard = watch.until(WAITING);
    assert!(heard.contains("plan.toml:1:"), "{heard}");
    assert!(heard.contains("1 | wet ="), "{heard}");
    assert!(heard.contains("Niets gemaakt"), "{heard}");
    fs::write(organisation.plan("C-1003"), &changed).expect("writable");
    let heard = watch.until(WAITING);
    assert!(!heard.contains("plan.toml:1:"), "{heard}");

    // So it does after one in the organisation's file.
    let provider = organisation.data().join("aanbieder.toml");
    let text = fs::read_to_string(&provider).expect("there");
    fs::write(&provider, text.replace("agb = ", "abg = ")).expect("writable");
    let heard = watch.until("verbeter eerst wat hierboven staat");
    assert!(heard.contains("aanbieder.toml"), "{heard}");
    watch.until(WAITING);
    fs::write(&provider, &text).expect("writable");
    watch.until(WAITING);

    // A new folder of templates counts from its first file on.
    let templates = organisation.data().join("sjablonen");
    fs::create_dir_all(templates.join("text")).expect("writable");
    let own = format!("sjablonen = \"sjablonen\"\n{text}");
    fs::write(&provider, own).expect("writable");
    watch.until(WAITING);
    let before = made();
    let phrase = "van_mij = \"Dit boekje is van mij.\"\n";
    fs::write(templates.join("text/makkelijk.toml"), phrase).expect("writable");
    loop {
        let heard = watch.until(WAITING);
        if heard.contains("makkelijk-lezen.pdf: ") {
            break;
        }
    }
    assert_ne!(made(), before);
    assert_eq!(watch.interrupt(), Some(0));
}

#[test]
fn a_client_that_is_not_there_is_told_of() {
    let organisation = Organisation::with(&["C-1001"]);
    let mut watch = Watch::start(&organisation, &["C-1002"]);
    let heard = watch.until("bedoel je C-1001?");
    assert!(heard.contains("fout: "), "{heard}");
    assert_eq!(watch.process.wait().expect("ends").code(), Some(2));
}

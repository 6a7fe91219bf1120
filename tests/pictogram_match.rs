//! Which picture goes beside which sentence. Drop-in cases under `tests/cases/pictogram`: a sentence
//! and the concept that carries it, `-` where no picture is right, `niet: …` where it is crossed out.

mod support;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use support::folder::entries;

/// What parts a sentence from its concept.
const ARROW: &str = " => ";

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_drieluik"));
    command.args(["pictograms", "match"]);
    command
}

/// The lines that the command prints for an input, and its exit code.
fn run(input: &[u8]) -> (Vec<Value>, Option<i32>, String) {
    let mut child = program()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("piped");
    let owned = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&owned));
    let output = child.wait_with_output().expect("it ends");
    writer
        .join()
        .expect("it doesn't panic")
        .expect("it reads all");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let lines = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let talk = String::from_utf8(output.stderr).expect("UTF-8");
    (lines, output.status.code(), talk)
}

#[test]
fn every_sentence_has_the_picture_beside_it() {
    let mut wrong = Vec::new();
    for file in entries(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/pictogram")) {
        let text = fs::read_to_string(&file).expect("readable");
        let cases: Vec<_> = text
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(|line| line.split_once(ARROW).expect("a sentence and a concept"))
            .collect();
        let input: Vec<_> = cases.iter().map(|(sentence, _)| *sentence).collect();
        let (lines, code, _) = run(input.join("\n").as_bytes());
        assert_eq!(
            (lines.len(), code),
            (cases.len(), Some(0)),
            "{}",
            file.display()
        );
        for (line, (sentence, concept)) in lines.iter().zip(cases) {
            assert_eq!(line["sentence"], sentence);
            let found = line["concept"].as_str().unwrap_or("-");
            if found != concept {
                let name = file.file_name().expect("a file").to_string_lossy();
                wrong.push(format!("{name}: {sentence} => {found}, not {concept}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_line_tells_word_picture_and_source() {
    let (lines, code, talk) =
        run("\u{FEFF}Ik ga met de trein.\r\n\n  \nIk eet geen vlees.\nIk ga.\n".as_bytes());
    assert_eq!((lines.len(), code, talk.as_str()), (3, Some(0), ""));
    assert_eq!(lines[0]["sentence"], "Ik ga met de trein.");
    assert_eq!(lines[0]["word"], "met de trein");
    assert_eq!(lines[0]["pictogram"], "trein");
    assert_eq!(lines[0]["source"], "drieluik");
    assert_eq!(lines[1]["concept"], "niet: vlees");
    let crossed = lines[1]["pictogram"].as_str().expect("a picture");
    assert!(crossed.ends_with(" doorgestreept"), "{crossed}");
    assert_eq!(lines[1]["source"], "twemoji");
    for key in ["word", "concept", "pictogram", "source"] {
        assert_eq!(lines[2][key], Value::Null);
    }
}

#[test]
fn a_line_that_is_no_text_is_named() {
    let (lines, code, talk) = run(b"Ik ga met de trein.\n\xFF\xFE\nIk kook.\n");
    assert_eq!((lines.len(), code), (2, Some(1)));
    assert!(
        talk.contains("regel 2 van de invoer is geen UTF-8"),
        "{talk}"
    );
}

#[test]
fn each_line_is_answered_at_once() {
    let mut child = program()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("piped");
    let mut stdout = BufReader::new(child.stdout.take().expect("piped"));
    for _ in 0..2 {
        stdin.write_all(b"Ik kook.\n").expect("it reads");
        let mut line = String::new();
        stdout.read_line(&mut line).expect("it answers");
        assert!(line.contains("\"koken\""), "{line}");
    }
    drop(stdin);
    child.wait().expect("it ends");
}

#[test]
fn nothing_that_is_written_breaks_it() {
    let long = "ik ga niet met de bus naar mijn werk ".repeat(30_000);
    let word = "bus".repeat(400_000);
    let odd = [
        "\u{0}\u{1}\u{200B}\u{202E}\u{FEFF}",
        "İİİ ŉ ẞẞ ﬁets ﬀ Ⅷ ǅ",
        "👩‍🦽👨‍👩‍👧‍👦 🇳🇱 e\u{301}e\u{301}n b\u{308}us",
        "'''''' ’’’ ‘s ’s 's 'n ' - -- – — …",
        "????!!!!....,,,,;;;;((((",
        "niet niet niet geen geen nooit niks niemand nergens zonder zonder",
        "om te om te om te om te om te",
        "als als als als dat dat dat omdat omdat",
        "Ik",
        "te",
        "op",
        "…",
        "de de de de de de de",
        "ß ẞ ſ K Å",
        "ik\tga\u{a0}met\u{2003}de\u{2028}bus",
    ];
    let mut input = format!("{long}\n{word}\n");
    input.push_str(&odd.join("\n"));
    let start = Instant::now();
    let (lines, code, _) = run(input.as_bytes());
    assert_eq!((lines.len(), code), (odd.len() + 2, Some(0)));
    assert!(
        start.elapsed() < Duration::from_secs(10),
        "{:?}",
        start.elapsed()
    );
}

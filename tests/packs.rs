//! Sets of pictograms as their users bring them in: on the command line, from small sets written
//! for these tests, and from the real packages on npm when these can be reached.
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use support::organisation::{Organisation, printed, said};
use support::{pdf, standards};

fn fixture(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("tests/fixtures/packs").join(name);
    path.display().to_string()
}

/// Runs `drieluik pictograms` over this data.
fn pictograms(organisation: &Organisation, command: &str, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_drieluik"))
        .args(["pictograms", command])
        .args(arguments)
        .arg("--data")
        .arg(organisation.data())
        .output()
        .expect("runs")
}

fn import(organisation: &Organisation, arguments: &[&str]) -> String {
    let run = pictograms(organisation, "import", arguments);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    said(&run)
}

fn pack(organisation: &Organisation, name: &str) -> PathBuf {
    organisation.data().join("pictogrammen").join(name)
}

/// Adds lines to `aanbieder.toml`.
fn settle(organisation: &Organisation, lines: &str) {
    let file = organisation.data().join("aanbieder.toml");
    let text = fs::read_to_string(&file).expect("there");
    let text = if text.contains("[makkelijk_lezen]") {
        text.replace("[makkelijk_lezen]", &format!("[makkelijk_lezen]\n{lines}"))
    } else {
        format!("{text}\n[makkelijk_lezen]\n{lines}\n")
    };
    fs::write(file, text).expect("writable");
}

#[test]
fn a_set_is_told_replaced_listed_and_searched() {
    let organisation = Organisation::with(&[]);
    let told = import(&organisation, &["arasaac", &fixture("arasaac")]);
    assert!(
        told.contains("pictogrammen/arasaac: 6 plaatjes met"),
        "{told}"
    );
    assert!(told.contains("2 plaatjes over seks of geweld"), "{told}");
    assert!(told.contains("geen commercieel gebruik"), "{told}");
    assert!(!told.contains("vervangen"), "{told}");
    let told = import(&organisation, &["arasaac", &fixture("arasaac"), "--all"]);
    assert!(told.contains("8 plaatjes"), "{told}");
    assert!(told.contains("vervangen"), "{told}");

    let run = pictograms(&organisation, "list", &[]);
    let list = printed(&run);
    assert!(list.starts_with("eigen: "), "{list}");
    assert!(list.contains("arasaac: 8 plaatjes"), "{list}");
    assert!(list.contains("Licentie: CC BY-NC-SA."), "{list}");
    let run = pictograms(&organisation, "list", &["--set", "arasaac"]);
    assert!(printed(&run).contains("2239: bus, bussen, autobus"));
    let run = pictograms(&organisation, "list", &["--set", "sclera"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(said(&run).contains("eigen, arasaac"), "{}", said(&run));

    let run = pictograms(
        &organisation,
        "search",
        &["bussen", "--message-format", "json"],
    );
    let found: Vec<serde_json::Value> = printed(&run)
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let names: Vec<_> = found
        .iter()
        .map(|line| (line["set"].as_str(), line["name"].as_str()))
        .collect();
    assert!(
        names.contains(&(Some("arasaac"), Some("2239"))),
        "{names:?}"
    );
    assert!(names.contains(&(Some("eigen"), Some("bus"))), "{names:?}");
    let run = pictograms(&organisation, "search", &["giraffenek"]);
    assert_eq!(run.status.code(), Some(1));
}

#[test]
fn an_import_that_cannot_be_done_says_why_and_leaves_nothing() {
    let organisation = Organisation::with(&[]);
    let cases: &[(&[&str], i32, &str)] = &[
        (&["sclera", "/er/is/niets"], 1, "is er niet"),
        (&["mulberry", &fixture("sclera")], 1, "symbol-info.csv"),
        (
            &["folder", &fixture("folder")],
            2,
            "--name en --licence en --credit",
        ),
        (
            &["sclera", &fixture("sclera"), "--name", "eigen"],
            2,
            "ingebouwde",
        ),
        (
            &["sclera", &fixture("sclera"), "--name", "../weg"],
            2,
            "kleine letters",
        ),
        (&["pcs", &fixture("sclera")], 2, "kies uit"),
        (&["sclera", &fixture("hostile")], 1, "er is niets veranderd"),
    ];
    for (arguments, code, part) in cases {
        let run = pictograms(&organisation, "import", arguments);
        assert_eq!(
            run.status.code(),
            Some(*code),
            "{arguments:?} {}",
            said(&run)
        );
        assert!(said(&run).contains(part), "{arguments:?} {}", said(&run));
    }
    let left = fs::read_dir(organisation.data().join("pictogrammen"));
    assert_eq!(left.map_or(0, Iterator::count), 0);
    fs::remove_file(organisation.data().join("aanbieder.toml")).expect("there");
    let run = pictograms(&organisation, "import", &["sclera", &fixture("sclera")]);
    assert_eq!(run.status.code(), Some(2));
    assert!(said(&run).contains("aanbieder.toml"), "{}", said(&run));
}

#[test]
fn a_set_is_checked_and_a_mistake_gives_code_1() {
    let organisation = Organisation::with(&[]);
    import(&organisation, &["sclera", &fixture("sclera")]);
    let run = pictograms(&organisation, "check", &[]);
    assert_eq!(
        run.status.code(),
        Some(0),
        "{}{}",
        printed(&run),
        said(&run)
    );
    let folder = pack(&organisation, "sclera");
    fs::write(folder.join("bus.png"), b"stuk").expect("writable");
    fs::write(folder.join("vreemd.svg"), b"<svg/>").expect("writable");
    let run = pictograms(&organisation, "check", &["--set", "sclera"]);
    assert_eq!(run.status.code(), Some(1));
    let report = printed(&run);
    assert!(report.contains("fout: sclera/bus.png: "), "{report}");
    assert!(report.contains("fout: sclera/vreemd.svg: "), "{report}");
    let run = pictograms(&organisation, "check", &["--message-format", "json"]);
    let kinds: Vec<_> = printed(&run)
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
        .filter(|line| line["type"] == "flaw")
        .map(|line| line["kind"].as_str().map(str::to_owned))
        .collect();
    let expected = ["unreadable", "unlicensed"].map(|kind| Some(kind.to_owned()));
    assert_eq!(kinds, expected);
}

#[test]
fn a_broken_set_is_told_with_the_way_out_and_stops_no_run() {
    let organisation = Organisation::with(&["C-1003"]);
    import(&organisation, &["sclera", &fixture("sclera")]);
    let file = pack(&organisation, "sclera").join("pack.toml");
    let text = fs::read_to_string(&file).expect("there");
    fs::write(&file, text.replacen("woorden = ", "woord = ", 1)).expect("writable");
    let run = organisation.run("check", &["--date", "2026-11-22"]);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    let told = format!("{}{}", String::from_utf8_lossy(&run.stdout), said(&run));
    assert!(told.contains("pictogrammen/sclera/pack.toml"), "{told}");
    let run = organisation.render(&["C-1003", "--only", "easy-read"]);
    assert_eq!(run.status.code(), Some(1), "the finding is told again");
    assert!(
        organisation
            .out()
            .join("C-1003/makkelijk-lezen.pdf")
            .exists()
    );
    assert!(told.contains("onbekende-sleutel"), "{told}");
    assert!(told.contains("importeer de set opnieuw"), "{told}");
}

#[test]
fn a_set_that_is_not_there_is_told_with_those_that_are() {
    let organisation = Organisation::with(&["C-1003"]);
    import(&organisation, &["sclera", &fixture("sclera")]);
    settle(&organisation, "sets = [\"sclra\", \"eigen\"]");
    let run = organisation.run("check", &["--date", "2026-11-22"]);
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
    let said = said(&run);
    assert!(said.contains("bedoel je \"sclera\"?"), "{said}");
    assert!(said.contains("eigen, sclera"), "{said}");
}

#[test]
fn a_picture_of_a_set_that_comes_first_is_printed_and_credited() {
    let organisation = Organisation::with(&["C-1003"]);
    // A set of one picture: no other sentence may use it.
    let folder = tempfile::tempdir().expect("a folder");
    let drawing = Path::new(&fixture("arasaac")).join("svg/2500.svg");
    fs::copy(drawing, folder.path().join("hallo.svg")).expect("copied");
    let path = folder.path().display().to_string();
    let credit = "De plaatjes zijn van de Groetenmakers.";
    let told = ["--name", "groet", "--licence", "CC0", "--credit", credit];
    import(&organisation, &[&["folder", &path][..], &told].concat());
    let before = easy_read(&organisation);
    assert!(
        !before.contains("Groeten"),
        "nothing of the set is used yet"
    );
    organisation.edit(
        "C-1003",
        "sets = [\"eigen\"]",
        "sets = [\"groet\", \"eigen\"]",
    );
    organisation.edit(
        "C-1003",
        "zin = \"Ik wil rustig opstaan.\", beeld = \"opstaan\"",
        "zin = \"Ik wil hallo zeggen.\", beeld = \"hallo\"",
    );
    let after = easy_read(&organisation);
    assert!(after.contains("Groetenmakers"), "{after}");
    // A set that lost its picture falls back on the next one.
    fs::remove_file(pack(&organisation, "groet").join("hallo.svg")).expect("there");
    assert!(!easy_read(&organisation).contains("Groetenmakers"));
}

#[test]
fn fixed_phrases_follow_the_order_of_sets_and_faces_only_all_together() {
    let organisation = Organisation::with(&["C-1003"]);
    let folder = tempfile::tempdir().expect("a folder");
    let drawing = Path::new(&fixture("arasaac")).join("svg/2500.svg");
    let put = |names: &[&str]| {
        for name in names {
            fs::copy(&drawing, folder.path().join(name)).expect("copied");
        }
        let path = folder.path().display().to_string();
        let credit = "De plaatjes zijn van de Plakkers.";
        let told = ["--name", "plak", "--licence", "CC0", "--credit", credit];
        import(&organisation, &[&["folder", &path][..], &told].concat());
    };
    let credited = |only: &str, file: &str| {
        let run = organisation.render(&["C-1003", "--only", only]);
        assert_eq!(run.status.code(), Some(0), "{}", said(&run));
        let file = organisation.out().join("C-1003").join(file);
        let pdf = fs::read(file).expect("there");
        pdf::texts(&pdf).pages().join("\n").contains("Plakkers")
    };
    organisation.edit(
        "C-1003",
        "sets = [\"eigen\"]",
        "sets = [\"plak\", \"eigen\"]",
    );
    put(&["bang.svg", "blij.svg", "boos.svg", "verdrietig.svg"]);
    assert!(
        !credited("sheets", "gespreksplaten.pdf"),
        "a row of two hands"
    );
    put(&["moe.svg"]);
    assert!(credited("sheets", "gespreksplaten.pdf"));
    assert!(!credited("explain", "uitleg.pdf"));
    put(&["uitleg.svg"]);
    assert!(credited("explain", "uitleg.pdf"));
}

/// What the easy-read plan says.
fn easy_read(organisation: &Organisation) -> String {
    let run = organisation.render(&["C-1003", "--only", "easy-read"]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    let file = organisation.out().join("C-1003/makkelijk-lezen.pdf");
    pdf::texts(&fs::read(file).expect("there"))
        .pages()
        .join("\n")
}

#[test]
fn a_contact_sheet_is_a_pdf_and_a_picture_of_each_page() {
    let organisation = Organisation::with(&[]);
    import(&organisation, &["arasaac", &fixture("arasaac")]);
    let out = organisation.out().join("vel.pdf");
    let out = out.display().to_string();
    let run = pictograms(&organisation, "sheet", &["--out", &out]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    let files: Vec<_> = printed(&run).lines().map(PathBuf::from).collect();
    assert!(files.len() > 3, "{files:?}");
    let violations = standards::violations(&fs::read(&files[0]).expect("there"));
    assert!(violations.is_empty(), "{violations:?}");
    for page in &files[1..] {
        let page = fs::read(page).expect("there");
        assert!(page.starts_with(b"\x89PNG"), "a PNG");
    }
    let run = pictograms(&organisation, "sheet", &["bus", "--out", &out]);
    assert!(
        said(&run).contains("3 plaatjes op 1 bladzijde"),
        "{}",
        said(&run)
    );
    let run = Command::new(env!("CARGO_BIN_EXE_drieluik"))
        .args([
            "pictograms",
            "sheet",
            "bus",
            "-o",
            "los.pdf",
            "--data",
            "../data",
        ])
        .current_dir(organisation.out())
        .output()
        .expect("runs");
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    assert!(organisation.has("los.pdf") && organisation.has("los-1.png"));
    let run = pictograms(&organisation, "sheet", &["giraffenek", "--out", &out]);
    assert_eq!(run.status.code(), Some(2));
    assert!(said(&run).contains("hint: "), "{}", said(&run));
}

/// How long npm may take for all packages.
const PATIENCE: Duration = Duration::from_mins(1);

/// The real `OpenMoji` with the real words of CLDR. Where npm isn't there or doesn't answer in time,
/// this test says so and passes: it is about packages that change, not about this program alone.
#[test]
fn the_real_openmoji_comes_in_with_the_real_words_of_cldr() {
    let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("npm");
    let start = Instant::now();
    let folders = ["openmoji", "cldr-annotations-full"]
        .map(|name| npm_package(&cache, name, PATIENCE.saturating_sub(start.elapsed())));
    let [Some(openmoji), Some(cldr)] = folders else {
        #[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
        {
            eprintln!(
                "skipped: npm or its registry can't be reached, so the real sets are not tried"
            );
        }
        return;
    };
    let organisation = Organisation::with(&[]);
    let (openmoji, cldr) = (openmoji.display().to_string(), cldr.display().to_string());
    let told = import(&organisation, &["openmoji", &openmoji, "--words", &cldr]);
    let text = fs::read_to_string(pack(&organisation, "openmoji").join("pack.toml"));
    let text = text.expect("there");
    let count = text.matches("[[beeld]]").count();
    assert!(count > 1_500, "{count}: {told}");
    for word in ["bus", "huis", "hond", "ziekenhuis", "rolstoel", "douche"] {
        assert!(text.contains(&format!("\"{word}\"")), "{word}");
    }
    assert!(!text.contains("1f3fb.svg"), "no colours of skin");
    let run = pictograms(&organisation, "check", &["--set", "openmoji"]);
    assert_eq!(
        run.status.code(),
        Some(0),
        "{}{}",
        printed(&run),
        said(&run)
    );
}

/// A package of npm, unpacked; from the cache where it was fetched before.
fn npm_package(cache: &Path, name: &str, patience: Duration) -> Option<PathBuf> {
    let folder = cache.join(name);
    if folder.join("package").is_dir() {
        return Some(folder.join("package"));
    }
    fs::create_dir_all(&folder).expect("writable");
    let mut npm = Command::new("npm")
        .args(["pack", "--silent", name])
        .current_dir(&folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let start = Instant::now();
    let fetched = loop {
        match npm.try_wait() {
            Ok(Some(status)) => break status.success(),
            Ok(None) if start.elapsed() < patience => {
                std::thread::sleep(Duration::from_millis(100));
            }
            _ => {
                let _gone = npm.kill();
                let _gone = npm.wait();
                break false;
            }
        }
    };
    let mut files = fs::read_dir(&folder).expect("lists").filter_map(Result::ok);
    let file = files.find(|file| file.path().extension().is_some_and(|e| e == "tgz"))?;
    // Beside its place first: a run that is broken off leaves no half package.
    let beside = tempfile::tempdir_in(&folder).expect("writable");
    let unpacked = Command::new("tar")
        .arg("xzf")
        .arg(file.path())
        .current_dir(&beside)
        .status();
    if !fetched || !unpacked.is_ok_and(|status| status.success()) {
        return None;
    }
    fs::rename(beside.path().join("package"), folder.join("package")).ok()?;
    Some(folder.join("package"))
}

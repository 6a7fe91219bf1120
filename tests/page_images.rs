//! Pictures of pages beside the PDFs: whole, known, never older than their document, and gone with it.
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use drieluik::batch::{Disk, Dpi, Images, Pages, RealDisk, verify};
use support::organisation::{Organisation, printed, said};
use support::run::{program, request, run};
use support::tree::{Leaf, damaged, differences, tree};

/// The pictures in a client's folder.
fn images(organisation: &Organisation, client: &str) -> BTreeSet<String> {
    let paths = tree(&organisation.out().join(client)).into_keys();
    let is_image = |path: &PathBuf| path.extension().is_some_and(|e| e == "png");
    let images = paths.filter(is_image);
    images.map(|path| path.display().to_string()).collect()
}

fn names(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// The lines about files that a run made: their bare names.
fn made(run: &Output) -> BTreeSet<String> {
    let lines = printed(run);
    let name = |line: &str| line.rsplit(['/', '\\']).next().unwrap_or(line).to_owned();
    lines.lines().map(name).collect()
}

fn rendered(organisation: &Organisation, arguments: &[&str]) -> Output {
    let run = organisation.render(arguments);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    let verified = verify(&organisation.out()).expect("a manifest");
    assert!(verified.is_in_order(), "{arguments:?}: {verified:?}");
    run
}

fn size(organisation: &Organisation, image: &str) -> (u32, u32) {
    let path = organisation.out().join(image);
    image::image_dimensions(path).expect("a picture")
}

/// A client with one document of some pages, and small pictures of all of them.
const QUESTIONS: &[&str] = &["C-1001", "--only", "questions"];

fn with(more: &[&'static str]) -> Vec<&'static str> {
    [QUESTIONS, more].concat()
}

#[test]
fn each_page_has_a_picture_and_only_what_lacks_is_drawn() {
    let organisation = Organisation::with(&["C-1001"]);
    rendered(&organisation, QUESTIONS);
    assert!(images(&organisation, "C-1001").is_empty());
    let before = tree(&organisation.out());

    let run = rendered(&organisation, &with(&["--png", "--dpi", "36"]));
    let all = images(&organisation, "C-1001");
    let pages = all.len();
    assert!(pages >= 10, "the numbers are padded: {all:?}");
    assert!(all.contains("vragen-01.png"), "{all:?}");
    assert_eq!(made(&run), all, "the PDF is not made again");
    let pdf = Path::new("C-1001/vragen.pdf");
    assert!(before[pdf] == tree(&organisation.out())[pdf]);
    assert_eq!(size(&organisation, "C-1001/vragen-01.png"), (297, 420));

    // The same again draws nothing; one that is gone or damaged is drawn anew.
    let whole = tree(&organisation.out());
    assert!(made(&rendered(&organisation, &with(&["--png", "--dpi", "36"]))).is_empty());
    let folder = organisation.out().join("C-1001");
    fs::remove_file(folder.join("vragen-02.png")).expect("there");
    fs::write(folder.join("vragen-03.png"), "half").expect("writable");
    let run = rendered(&organisation, &with(&["--png", "--dpi", "36"]));
    assert_eq!(made(&run), names(&["vragen-02.png", "vragen-03.png"]));
    let different = differences(&tree(&organisation.out()), &whole);
    assert!(different.is_empty(), "{}", different.join("\n"));

    // Of fewer pages, the others go; more of them come back, and only those are drawn.
    let some = ["--png", "--dpi", "36", "--pages", "1,3-4,99"];
    assert!(made(&rendered(&organisation, &with(&some))).is_empty());
    let kept = names(&["vragen-01.png", "vragen-03.png", "vragen-04.png"]);
    assert_eq!(images(&organisation, "C-1001"), kept);
    let run = rendered(&organisation, &with(&["--png", "--dpi", "36"]));
    assert_eq!(made(&run).len(), pages - kept.len());

    // Another fineness takes the place of the first.
    let run = rendered(
        &organisation,
        &with(&["--png", "--dpi", "72", "--pages", "1"]),
    );
    assert_eq!(made(&run), names(&["vragen-01.png"]));
    assert_eq!(images(&organisation, "C-1001"), names(&["vragen-01.png"]));
    assert_eq!(size(&organisation, "C-1001/vragen-01.png"), (595, 841));
}

#[test]
fn a_run_without_pictures_keeps_those_that_tell_the_truth() {
    let organisation = Organisation::with(&["C-1003"]);
    let only = ["--only", "easy-read,questions"];
    let png = ["--png", "--dpi", "36", "--pages", "1"];
    rendered(&organisation, &[&only[..], &png].concat());
    let all = images(&organisation, "C-1003");
    assert_eq!(all.len(), 2, "{all:?}");
    rendered(&organisation, &only);
    rendered(&organisation, &[]);
    assert!(images(&organisation, "C-1003").is_superset(&all));

    // A changed document loses its picture, the other one keeps it.
    let easy = [
        "Samir helpt 1 keer per week.",
        "Samir helpt mij 1 keer per week.",
    ];
    organisation.edit("C-1003", easy[0], easy[1]);
    let run = rendered(&organisation, &[]);
    assert!(made(&run).contains("makkelijk-lezen.pdf"), "{}", said(&run));
    let questions: BTreeSet<_> = all
        .iter()
        .filter(|name| name.starts_with("vragen"))
        .collect();
    let left = images(&organisation, "C-1003");
    assert_eq!(left.iter().collect::<BTreeSet<_>>(), questions);

    // One that isn't as it was drawn tells nothing, and goes.
    let picture = left.first().expect("one");
    let path = organisation.out().join("C-1003").join(picture);
    fs::write(path, "something else").expect("writable");
    rendered(&organisation, &["--only", "questions"]);
    assert!(images(&organisation, "C-1003").is_empty());
    // What drieluik doesn't know stays where it is.
    let own = organisation.out().join("C-1003/vakantie-1.png");
    fs::write(&own, "a photo").expect("writable");
    organisation.render(&["--force"]);
    assert!(own.is_file());
}

#[test]
fn a_copy_without_consent_takes_its_pictures_along_at_once() {
    let organisation = Organisation::with(&["C-1003"]);
    rendered(&organisation, &["--png", "--dpi", "36", "--pages", "1"]);
    let of_copy = |number: u32| {
        let begin = format!("familie-exemplaar-{number}-");
        let mut images = images(&organisation, "C-1003").into_iter();
        images.any(|name| name.starts_with(&begin))
    };
    assert!(of_copy(1) && of_copy(2));
    // Nobody knows the manifest or the PDF any more; the name of the picture is enough.
    fs::remove_file(organisation.out().join("manifest.json")).expect("there");
    fs::remove_file(organisation.out().join("C-1003/familie-exemplaar-1.pdf")).expect("there");
    // Not even TOML: consent can't be read.
    fs::write(organisation.plan("C-1003"), "[plan").expect("writable");
    let run = organisation.render(&["--only", "easy-read"]);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    assert!(
        !of_copy(1) && !of_copy(2),
        "{:?}",
        images(&organisation, "C-1003")
    );
}

#[test]
fn a_withdrawal_takes_the_pictures_of_that_copy_alone() {
    let organisation = Organisation::with(&["C-1007"]);
    let png = ["--png", "--dpi", "36", "--pages", "1"];
    rendered(&organisation, &png);
    let all = images(&organisation, "C-1007");
    let of_first = |name: &&String| name.starts_with("familie-exemplaar-1-");
    assert_eq!(all.iter().filter(of_first).count(), 1, "{all:?}");
    organisation.edit("C-1007", "sinds = 2015-06-22", "sinds = 2026-12-01");
    rendered(&organisation, &["--only", "formal"]);
    let left = images(&organisation, "C-1007");
    assert_eq!(left.iter().filter(of_first).count(), 0, "{left:?}");
    assert!(left.iter().any(|name| name.starts_with("makkelijk-lezen-")));
}

#[test]
fn a_client_that_is_gone_takes_the_pictures_along() {
    let organisation = Organisation::with(&["C-1001", "C-1003"]);
    rendered(&organisation, &["--png", "--dpi", "36", "--pages", "1"]);
    fs::remove_dir_all(organisation.plan("C-1003").parent().expect("a folder")).expect("there");
    rendered(&organisation, &[]);
    let left = images(&organisation, "C-1003");
    assert!(
        left.iter()
            .any(|name| name.starts_with("ondersteuningsplan-"))
    );
    assert!(
        !left.iter().any(|name| name.starts_with("familie")),
        "{left:?}"
    );
    rendered(&organisation, &["--prune"]);
    assert!(!organisation.out().join("C-1003").exists());
    assert!(!images(&organisation, "C-1001").is_empty());
}

#[test]
fn a_dry_run_draws_and_removes_nothing() {
    let organisation = Organisation::with(&["C-1001"]);
    rendered(
        &organisation,
        &with(&["--png", "--dpi", "36", "--pages", "1"]),
    );
    let before = tree(&organisation.out());
    let run = organisation.render(&with(&[
        "--png",
        "--dpi",
        "40",
        "--pages",
        "2",
        "--dry-run",
    ]));
    assert_eq!(made(&run), names(&["vragen-02.png"]));
    assert!(differences(&tree(&organisation.out()), &before).is_empty());
}

#[test]
fn wrong_wishes_are_explained() {
    let organisation = Organisation::with(&["C-1001"]);
    for (arguments, reason) in [
        (&["--png", "--dpi", "35"][..], "van 36 tot en met 600"),
        (&["--png", "--dpi", "601"], "van 36 tot en met 600"),
        (&["--png", "--pages", "3-1"], "zoals 1,3-5"),
        (&["--dpi", "72"], "--png"),
        (&["--pages", "1"], "--png"),
    ] {
        let run = organisation.render(arguments);
        assert_eq!(run.status.code(), Some(2), "{arguments:?}");
        assert!(said(&run).contains(reason), "{arguments:?}: {}", said(&run));
    }
    assert!(!organisation.out().exists());
}

#[test]
fn json_names_the_pictures_and_verify_counts_them() {
    let organisation = Organisation::with(&["C-1001"]);
    let png = [
        "--png",
        "--dpi",
        "36",
        "--pages",
        "1-2",
        "--message-format",
        "json",
    ];
    let run = rendered(&organisation, &with(&png));
    let lines = printed(&run);
    let document = lines.lines().next().expect("a line");
    let document: serde_json::Value = serde_json::from_str(document).expect("JSON");
    assert_eq!(
        document["images"],
        serde_json::json!(["vragen-01.png", "vragen-02.png"])
    );
    assert_eq!(document["fate"], "made");
    let look = || {
        let mut program = Command::new(program());
        program.arg("verify").arg("--out").arg(organisation.out());
        program.output().expect("runs")
    };
    assert!(
        said(&look()).contains("; 2 plaatjes van bladzijden"),
        "{}",
        said(&look())
    );
    fs::remove_file(organisation.out().join("C-1001/vragen-01.png")).expect("there");
    fs::write(organisation.out().join("C-1001/vragen-02.png"), "x").expect("writable");
    let told = printed(&look());
    assert!(told.contains("vragen-01.png: weg"), "{told}");
    assert!(told.contains("vragen-02.png: veranderd"), "{told}");
    assert_eq!(look().status.code(), Some(1));
}

/// Pictures that are there and not those of an undisturbed run.
fn damaged_images(now: &BTreeMap<PathBuf, Leaf>, whole: &BTreeMap<PathBuf, Leaf>) -> Vec<String> {
    now.iter()
        .filter(|(path, _)| path.extension().is_some_and(|e| e == "png"))
        .filter(|(path, leaf)| whole.get(*path) != Some(*leaf))
        .map(|(path, _)| path.display().to_string())
        .collect()
}

#[test]
fn killed_at_any_moment_no_picture_is_half_and_the_next_run_draws_the_rest() {
    let organisation = Organisation::with(&["C-1001"]);
    let start = |more: &[&str]| {
        let mut program = Command::new(program());
        program.args([
            "render",
            "--date",
            "2026-11-22",
            "--jobs",
            "2",
            "--png",
            "--dpi",
            "50",
        ]);
        program
            .args(["--only", "questions,explain,easy-read"])
            .args(more);
        program.arg("--data").arg(organisation.data());
        program.arg("--out").arg(organisation.out());
        let silent = program.stdout(Stdio::null()).stderr(Stdio::null());
        silent.spawn().expect("starts")
    };
    let since = std::time::Instant::now();
    assert!(start(&[]).wait().expect("ends").success());
    let took = since.elapsed();
    let whole = tree(&organisation.out());
    fs::remove_dir_all(organisation.out()).expect("there");
    let mut in_time = 0;
    for kill in 1..6 {
        let mut run = start(&[]);
        std::thread::sleep(took.mul_f64(f64::from(kill) / 6.0));
        in_time += u32::from(run.try_wait().expect("known").is_none());
        let _ended = run.kill();
        run.wait().expect("ends");
        let now = tree(&organisation.out());
        let broken = [damaged(&now, &whole), damaged_images(&now, &whole)].concat();
        assert!(broken.is_empty(), "{kill}: {broken:?}");
        if kill == 3 {
            // The next run isn't asked for pictures: what lies there is known or gone.
            rendered(&organisation, &["--only", "questions,explain,easy-read"]);
        }
    }
    assert!(in_time > 0, "no run was killed before its end");
    assert!(start(&[]).wait().expect("ends").success());
    let different = differences(&tree(&organisation.out()), &whole);
    assert!(different.is_empty(), "{}", different.join("\n"));
    assert!(verify(&organisation.out()).expect("there").is_in_order());
}

/// A disk on which the nth file to get its place doesn't, or the nth to go stays.
struct Faulty {
    renames: bool,
    left: AtomicUsize,
}

impl Faulty {
    fn fails(&self) -> io::Result<()> {
        let left = self.left.load(Ordering::Relaxed);
        self.left.store(left.saturating_sub(1), Ordering::Relaxed);
        if left == 1 {
            return Err(ErrorKind::PermissionDenied.into());
        }
        Ok(())
    }
}

impl Disk for Faulty {
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.renames {
            self.fails()?;
        }
        RealDisk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        if !self.renames && path.extension().is_some_and(|e| e == "png") {
            self.fails()?;
        }
        RealDisk.remove(path)
    }

    fn sync(&self, _file: &File) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn whichever_step_fails_no_picture_lies_and_the_next_run_mends_it() {
    let organisation = Organisation::with(&["C-1001"]);
    let mut request = request(&organisation.data(), &organisation.out());
    request.only = names(&["explain"]);
    request.images = Some(Images {
        dpi: Dpi::new(36).expect("in range"),
        pages: "1-3".parse::<Pages>().expect("pages"),
    });
    assert!(
        run(&request, program(), &RealDisk)
            .expect("goes well")
            .0
            .succeeded()
    );
    let fine = tree(&organisation.out());
    let mut forced = request.clone();
    forced.force = true;
    for renames in [true, false] {
        for nth in 1.. {
            let left = AtomicUsize::new(nth);
            let disk = Faulty { renames, left };
            let ended = run(&forced, program(), &disk);
            let never = disk.left.load(Ordering::Relaxed) > 0;
            let succeeded = ended.is_ok_and(|(summary, _)| summary.succeeded());
            assert_eq!(succeeded, never, "rename {renames}, {nth}: is told");
            let now = tree(&organisation.out());
            let broken = [damaged(&now, &fine), damaged_images(&now, &fine)].concat();
            assert!(broken.is_empty(), "rename {renames}, {nth}: {broken:?}");
            assert!(
                run(&request, program(), &RealDisk)
                    .expect("goes well")
                    .0
                    .succeeded()
            );
            let different = differences(&tree(&organisation.out()), &fine);
            assert!(different.is_empty(), "{renames} {nth}: {different:?}");
            if never {
                assert!(nth > 3, "the disk was used");
                break;
            }
        }
    }
}

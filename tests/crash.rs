//! A run may be killed, stopped, or run into a broken disk at any moment: every document stays
//! whole, and the next run makes the rest as if nothing had happened.
//!
//! `DRIELUIK_KILLS=200 cargo test --release --test crash` kills more often.
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

use drieluik::batch::{self, Disk, RealDisk, RunError};
use support::organisation::{Organisation, printed, said};
use support::run::{program, request, run};
use support::tree::{Leaf, damaged, differences, tree};

const CLIENTS: &[&str] = &["C-1001", "C-1002", "C-1004"];

/// Starts a run without waiting for it.
fn start(organisation: &Organisation) -> Child {
    let mut program = Command::new(program());
    program
        .args(["render", "--jobs", "2", "--date", "2026-11-22", "--data"])
        .arg(organisation.data())
        .arg("--out")
        .arg(organisation.out())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("starts")
}

/// What an undisturbed run makes, and how long it takes.
fn undisturbed(organisation: &Organisation) -> (BTreeMap<PathBuf, Leaf>, Duration) {
    let since = Instant::now();
    assert!(start(organisation).wait().expect("ends").success());
    let took = since.elapsed();
    let whole = tree(&organisation.out());
    fs::remove_dir_all(organisation.out()).expect("there");
    (whole, took)
}

fn assert_same(organisation: &Organisation, whole: &BTreeMap<PathBuf, Leaf>) {
    let different = differences(&tree(&organisation.out()), whole);
    assert!(different.is_empty(), "{}", different.join("\n"));
}

#[test]
fn killed_at_any_moment_everything_is_whole_and_the_next_run_makes_the_rest() {
    let kills = std::env::var("DRIELUIK_KILLS").ok();
    let kills: u32 = kills.and_then(|kills| kills.parse().ok()).unwrap_or(8);
    let organisation = Organisation::with(CLIENTS);
    let (whole, took) = undisturbed(&organisation);
    let mut in_time = 0;
    for kill in 0..kills {
        let mut run = start(&organisation);
        // Spread over the whole run, and never twice the same moment.
        let part = f64::from((kill * 61) % 97) / 97.0;
        sleep(took.mul_f64(part));
        in_time += u32::from(run.try_wait().expect("known").is_none());
        let _ended = run.kill();
        run.wait().expect("ends");
        let now = tree(&organisation.out());
        let damaged = damaged(&now, &whole);
        assert!(damaged.is_empty(), "kill {kill}: {}", damaged.join("\n"));
        if now.len() >= whole.len() {
            // It was finished before: begin anew.
            assert!(start(&organisation).wait().expect("ends").success());
            assert_same(&organisation, &whole);
            fs::remove_dir_all(organisation.out()).expect("there");
        }
    }
    assert!(in_time > 0, "no run was killed before its end");
    assert!(start(&organisation).wait().expect("ends").success());
    assert_same(&organisation, &whole);
    let verified = Command::new(program())
        .arg("verify")
        .arg("--out")
        .arg(organisation.out())
        .output()
        .expect("runs");
    assert!(verified.status.success(), "{}", printed(&verified));
}

#[cfg(unix)]
#[test]
fn ctrl_c_finishes_what_is_being_made_and_says_so() {
    let organisation = Organisation::with(CLIENTS);
    let (whole, _) = undisturbed(&organisation);
    let mut run = start(&organisation);
    let until = Instant::now() + Duration::from_mins(1);
    while tree(&organisation.out())
        .keys()
        .all(|path| path.starts_with(".drieluik"))
    {
        assert!(Instant::now() < until, "nothing is made");
        sleep(Duration::from_millis(5));
    }
    let signal = Command::new("kill")
        .args(["-INT", &run.id().to_string()])
        .status();
    assert!(signal.expect("runs").success());
    assert_eq!(run.wait().expect("ends").code(), Some(130));
    let now = tree(&organisation.out());
    assert!(damaged(&now, &whole).is_empty());
    assert!(now.contains_key(Path::new("manifest.json")));
    assert!(now.len() < whole.len(), "it stopped before its end");
    let verified = batch::verify(&organisation.out()).expect("there");
    assert!(verified.is_in_order(), "{verified:?}");
    assert!(start(&organisation).wait().expect("ends").success());
    assert_same(&organisation, &whole);
}

#[test]
fn a_second_run_at_the_same_time_hears_who_was_first() {
    let organisation = Organisation::with(&["C-1001"]);
    let runs = organisation.out().join(".drieluik");
    fs::create_dir_all(&runs).expect("writable");
    let mut lock = File::create(runs.join("lock")).expect("writable");
    lock.lock().expect("free");
    writeln!(lock, "proces 77, sinds 22 november, 10:32").expect("writable");
    let run = organisation.render(&[]);
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
    assert!(
        said(&run).contains("proces 77, sinds 22 november"),
        "{}",
        said(&run)
    );
    assert!(said(&run).contains("hint: "), "{}", said(&run));
    assert!(!organisation.has("C-1001/ondersteuningsplan.pdf"));
    drop(lock);
    assert_eq!(organisation.render(&[]).status.code(), Some(0));
}

/// A step of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Write,
    Sync,
    Rename,
}

/// A disk on which the nth step of a kind, and every one after it, fails.
struct Faulty {
    step: Step,
    left: AtomicUsize,
    lasts: bool,
}

impl Faulty {
    fn fails(&self, step: Step) -> bool {
        if step != self.step {
            return false;
        }
        let left = self.left.load(Ordering::Relaxed);
        self.left.store(left.saturating_sub(1), Ordering::Relaxed);
        left == 1 || (left == 0 && self.lasts)
    }
}

impl Disk for Faulty {
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        if self.fails(Step::Write) {
            file.write_all(&bytes[..bytes.len() / 2])?;
            return Err(ErrorKind::StorageFull.into());
        }
        RealDisk.write(file, bytes)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        if self.fails(Step::Sync) {
            return Err(ErrorKind::Other.into());
        }
        RealDisk.sync(file)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.fails(Step::Rename) {
            return Err(ErrorKind::PermissionDenied.into());
        }
        RealDisk.rename(from, to)
    }
}

#[test]
fn whichever_step_of_writing_fails_everything_is_whole_and_the_next_run_makes_the_rest() {
    let organisation = Organisation::with(&["C-1001", "C-1004"]);
    let mut request = request(&organisation.data(), &organisation.out());
    request.only = BTreeSet::from(["family", "explain"].map(str::to_owned));
    let run = |disk: &dyn Disk| Ok::<_, RunError>(run(&request, program(), disk)?.0);
    assert!(run(&RealDisk).expect("goes well").succeeded());
    let whole = tree(&organisation.out());
    for step in [Step::Write, Step::Sync, Step::Rename] {
        for nth in 1.. {
            fs::remove_dir_all(organisation.out()).expect("there");
            let disk = Faulty {
                step,
                left: AtomicUsize::new(nth),
                lasts: nth % 2 == 0,
            };
            let ended = run(&disk);
            let never = disk.left.load(Ordering::Relaxed) > 0;
            let damaged = damaged(&tree(&organisation.out()), &whole);
            assert!(damaged.is_empty(), "{step:?} {nth}: {}", damaged.join("\n"));
            let succeeded = ended.is_ok_and(|summary| summary.succeeded());
            assert_eq!(succeeded, never, "{step:?} {nth} is told");
            assert!(run(&RealDisk).expect("goes well").succeeded());
            let different = differences(&tree(&organisation.out()), &whole);
            assert!(
                different.is_empty(),
                "{step:?} {nth}: {}",
                different.join("\n")
            );
            if never {
                assert!(nth > 4, "the disk was used");
                break;
            }
        }
    }
}

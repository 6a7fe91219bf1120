//! How long `check` takes beside `render`, in one run: `cargo bench --bench check`.
//!
//! The example clients are copied to 1,000 clients; all of them are checked, and some of them
//! rendered, on the same number of threads. Prints the time of each per client, and their ratio.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use drieluik::check;
use drieluik::dossier::value::Date;

/// Clients that are checked.
const CHECKED: usize = 1_000;
/// Clients that are rendered: each example three times.
const RENDERED: usize = 36;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    let numbers = multiply(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"), &data)?;
    let today = Date::from_civil(jiff::civil::date(2026, 11, 22));

    let request = check::Request {
        data: data.clone(),
        clients: Vec::new(),
        today,
    };
    let begin = Instant::now();
    let outcome = check::run(&request)?;
    let checking = per_client(begin.elapsed(), outcome.clients.len());

    let out = folder.path().join("out");
    let clients: Vec<_> = numbers.into_iter().take(RENDERED).collect();
    let mut program = Command::new(env!("CARGO_BIN_EXE_drieluik"));
    program
        .args(["render", "--date", "2026-11-22", "--data"])
        .arg(&data);
    program.arg("--out").arg(&out).args(&clients);
    let begin = Instant::now();
    let ended = program.output()?;
    assert!(
        ended.status.code().is_some_and(|code| code < 2),
        "it rendered"
    );
    let rendering = per_client(begin.elapsed(), clients.len());

    println!(
        "check:  {checking:.2?} per client, over {} clients",
        outcome.clients.len()
    );
    println!(
        "render: {rendering:.2?} per client, over {} clients",
        clients.len()
    );
    println!(
        "ratio:  1 to {:.0}",
        rendering.as_secs_f64() / checking.as_secs_f64()
    );
    Ok(())
}

fn per_client(total: Duration, clients: usize) -> Duration {
    total / u32::try_from(clients).unwrap_or(u32::MAX).max(1)
}

/// Copies the example clients, over and over, under numbers of their own.
fn multiply(from: &Path, to: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    fs::create_dir_all(to)?;
    for file in ["aanbieder.toml", "logo.svg"] {
        fs::copy(from.join(file), to.join(file))?;
    }
    let mut examples: Vec<_> = fs::read_dir(from.join("clienten"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    examples.sort();
    let mut numbers = Vec::new();
    for (number, example) in examples.iter().cycle().take(CHECKED).enumerate() {
        let id = format!("B-{number:05}");
        copy(example, &to.join("clienten").join(&id))?;
        numbers.push(id);
    }
    Ok(numbers)
}

fn copy(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let target = to.join(path.file_name().ok_or("an entry without a name")?);
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}

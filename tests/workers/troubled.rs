//! A worker to which terrible things happen, each at one client: for `tests/isolation.rs`.

#![expect(
    clippy::print_stderr,
    reason = "a worker that dies says so on standard error"
)]

use std::process::{ExitCode, abort};
use std::thread::sleep;
use std::time::Duration;
use std::{hint, io};

fn main() -> ExitCode {
    match drieluik::batch::worker(io::stdin(), &mut io::stdout(), &trouble) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// What happens at which client: mostly while its easy-read plan is made, once while it is read.
fn trouble(client: &str, document: Option<&str>) {
    assert!(client != "C-1006" || document.is_some(), "KANARIE");
    if document != Some("makkelijk-lezen.pdf") {
        return;
    }
    match client {
        "C-1001" => panic!("KANARIE"),
        "C-1002" => drop(deeper(1)),
        "C-1003" => sleep(Duration::from_hours(1)),
        "C-1004" => drop(more_and_more()),
        "C-1005" => {
            eprintln!("KANARIE");
            abort()
        }
        _ => {}
    }
}

/// Overflows any stack.
#[expect(unconditional_recursion, reason = "that is what it is for")]
fn deeper(depth: u64) -> [u64; 64] {
    let mut frame = deeper(hint::black_box(depth + 1));
    frame[0] += depth;
    hint::black_box(frame)
}

/// Fills any memory.
fn more_and_more() -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    loop {
        all.push(hint::black_box(vec![1; 1024 * 1024]));
        sleep(Duration::from_micros(500));
    }
}

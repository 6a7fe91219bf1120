//! Sentences on standard input, one a line, for the commands that look at each of them.

use std::io::{self, BufRead};

use anyhow::{Context, Result};

use super::{DONE, SOME_FAILED, printer};

/// Hands each line to the work, and gives the exit code. A line that isn't UTF-8 is told by its
/// number and left out.
pub(super) fn each(mut work: impl FnMut(&str) -> Result<()>) -> Result<u8> {
    let mut outcome = DONE;
    for (index, line) in io::stdin().lock().split(b'\n').enumerate() {
        let mut line = line.context("de invoer kan niet gelezen worden")?;
        if line.last() == Some(&b'\r') {
            line.pop();
        }
        let text = line.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&line);
        if let Ok(sentence) = std::str::from_utf8(text) {
            work(sentence)?;
        } else {
            let number = index + 1;
            printer::talk(&format!(
                "fout: regel {number} van de invoer is geen UTF-8; bewaar het bestand als UTF-8"
            ));
            outcome = SOME_FAILED;
        }
    }
    Ok(outcome)
}

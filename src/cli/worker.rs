//! `drieluik worker`: what a run starts to make documents. Nobody types it.

use std::io;

use anyhow::Result;

use super::DONE;
use crate::batch;

/// Runs the command.
pub(super) fn run() -> Result<u8> {
    batch::worker(io::stdin(), &mut io::stdout(), &|_, _| {})?;
    Ok(DONE)
}

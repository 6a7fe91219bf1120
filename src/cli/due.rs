//! stub
use clap::Args;
#[derive(Debug, Args)]
pub(super) struct DueArguments { }
pub(super) fn run(_a: DueArguments) -> anyhow::Result<u8> { Ok(0) }

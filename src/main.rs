//! The program: everything is in the library.

use std::process::ExitCode;

/// Faster and less fragmented than the system's for the many small values of typst.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    drieluik::cli::main()
}

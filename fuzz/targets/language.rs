//! Any text, read as an author's.

#![no_main]

use std::sync::LazyLock;

use drieluik::fuzz::Reader;
use libfuzzer_sys::fuzz_target;

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

fuzz_target!(|text: &str| READER.read(text));

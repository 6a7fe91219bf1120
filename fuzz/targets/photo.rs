//! Any bytes as a photo.

#![no_main]

use drieluik::fuzz::frame_photo;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| frame_photo(bytes));

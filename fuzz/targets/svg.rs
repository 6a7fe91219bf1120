//! Any bytes as a drawing: what is passed is passed again. The second time numbers and names may be
//! written otherwise, such as `-0`; then it stays as it is.

#![no_main]

use drieluik::fuzz::clean_svg;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Some(clean) = clean_svg(bytes) {
        let again = clean_svg(&clean).expect("a clean drawing is passed");
        let third = clean_svg(&again).expect("a clean drawing is passed");
        assert!(again == third, "a clean drawing stays as it is");
    }
});

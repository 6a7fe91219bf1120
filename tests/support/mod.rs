//! The tests' tool box: what a PDF says, how a page looks, which standards it meets.
//!
//! But for `marks` it knows nothing of drieluik itself; `tests/pdf_tools.rs` checks the tools.
#![allow(dead_code, reason = "each test binary uses a part of the tool box")]
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

pub(crate) mod folder;
pub(crate) mod json_schema;
pub(crate) mod marked;
pub(crate) mod marks;
pub(crate) mod organisation;
pub(crate) mod page_image;
pub(crate) mod pdf;
pub(crate) mod printed;
pub(crate) mod run;
pub(crate) mod sample;
pub(crate) mod standards;
pub(crate) mod tree;

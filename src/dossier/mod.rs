//! The client's files as types. Reads them strictly, once; inside, invalid states can't be built.

pub mod care;
pub mod care_plan;
mod client_folder;
pub mod code;
mod decode;
mod echo;
pub mod evaluation;
pub mod goal;
pub mod identifier;
mod key;
pub(crate) mod limited;
pub mod load;
pub(crate) mod mask;
mod mend;
pub mod payer;
pub(crate) mod people;
pub mod person;
pub mod plan;
pub mod provider;
pub mod report;
pub mod review;
pub(crate) mod source;
mod syntax;
mod validate;
pub mod value;

//! Brings clients in: what a new organisation begins with, an empty plan for a new client, and plans
//! from what another program exported. Works out what is to be written, and writes nothing itself.

mod blank;
mod import;
mod new_client;
mod number;
mod organisation;
mod place;

pub(crate) use import::{
    Batch, EXAMPLE_CSV, EXAMPLE_MAP, ImportError, ImportRequest, Outcome, Planned, Refusal, import,
};
pub(crate) use new_client::{NewClientError, NewClientRequest, draft};
pub(crate) use organisation::{README, begin, readme};

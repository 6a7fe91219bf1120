//! The schemas of the files, complete: the loader's, with the rules that `[controle]` may name. From
//! them come the reference of all keys and what an editor needs.

mod editor;
mod reference;

use schemars::Schema;

use super::{docs, severities};
use crate::dossier::schema::{self, DataFile, RuleSettings};

pub(crate) use editor::{editor_setup, is_own_setup};
pub use reference::data_reference;

/// The JSON Schema of a file: draft-07, with descriptions and examples in Dutch.
#[must_use]
pub fn data_schema(file: DataFile) -> serde_json::Value {
    schema::schema(file, &rule_settings())
}

/// The same with the marks that the reference reads.
fn marked(file: DataFile) -> Schema {
    schema::marked(file, &rule_settings())
}

fn rule_settings() -> RuleSettings<'static> {
    RuleSettings {
        rules: docs().map(|doc| (doc.code, doc.what)).collect(),
        severities: severities::words().collect(),
    }
}

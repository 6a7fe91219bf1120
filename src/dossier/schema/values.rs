//! The schemas of single values: what their types refuse, as far as JSON Schema can say it. The
//! elfproef, the contrast of a colour and characters that can't be printed are the loader's alone.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::marks::{KIND, LABELS, LIST};
use crate::dossier::goal::{Sentence, SentenceTable};
use crate::dossier::identifier::{AgbCode, Bsn, Colour, FileName, Id};
use crate::dossier::value::{Date, Euro, MAX_TEXT, MOST, Quantity, Text, Time};

/// Something that can be seen. ECMAScript and Rust agree on what white space is.
pub(super) const NOT_BLANK: &str = r"\S";

/// Writes out the schema of a value.
macro_rules! value {
    ($type:ty, $schema:expr) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

value!(
    Text,
    json_schema!({ "type": "string", "maxLength": MAX_TEXT, "pattern": NOT_BLANK, KIND: "tekst" })
);
value!(Id, text("id", r"^\s*[a-z0-9-]{1,40}\s*$"));
value!(Bsn, text("BSN", r"^\s*([0-9]\s*){9}$"));
value!(AgbCode, text("AGB-code", r"^\s*([0-9]\s*){8}$"));
value!(Colour, text("kleur", r"^\s*#[0-9A-Fa-f]{6}\s*$"));
// A path can't pass. Of the characters beyond ASCII, the loader takes letters and digits only, for
// which ECMAScript and Rust have no common word.
value!(
    FileName,
    text(
        "bestandsnaam",
        r##"^\s*[^\s.\x00-\x1F!"#$%&'()*+,/:;<=>?@\[\\\]^`{|}~\x7F][^\x00-\x1F!"#$%&'()*+,/:;<=>?@\[\\\]^`{|}~\x7F]{0,99}$"##
    )
);
value!(
    Date,
    moment(
        "datum",
        Some("date"),
        "^(19[0-9]{2}|2[01][0-9]{2}|2200)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
    )
);
// `format: time` would ask for a time zone.
value!(
    Time,
    moment(
        "tijd",
        None,
        r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?$"
    )
);
value!(Quantity, number("getal"));
value!(Euro, number("bedrag"));

fn text(kind: &str, pattern: &str) -> Schema {
    json_schema!({ "type": "string", "pattern": pattern, KIND: kind })
}

/// A date or time. Its type is a list of one: of a bare `"string"` taplo would put the quotes.
fn moment(kind: &str, format: Option<&str>, pattern: &str) -> Schema {
    let mut schema = json_schema!({ "type": ["string"], "pattern": pattern, KIND: kind });
    if let Some(format) = format {
        schema.insert("format".to_owned(), format.into());
    }
    schema
}

fn number(kind: &str) -> Schema {
    json_schema!({ "type": "number", "minimum": 0, "maximum": MOST, KIND: kind })
}

/// A sentence is a text, or a table of it with the word of its picture.
impl JsonSchema for Sentence {
    fn schema_name() -> Cow<'static, str> {
        "Sentence".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let text = Text::json_schema(generator);
        let mut schema = SentenceTable::json_schema(generator);
        for (keyword, value) in text.as_object().into_iter().flatten() {
            schema.insert(keyword.clone(), value.clone());
        }
        schema.insert("type".to_owned(), json!(["string", "object"]));
        schema.insert(KIND.to_owned(), "zin".into());
        schema
    }
}

/// A word of a closed list.
pub(in crate::dossier) fn list(name: &str, words: &[(&str, &str)]) -> Schema {
    let (words, labels): (Vec<_>, Vec<_>) = words.iter().copied().unzip();
    json_schema!({
        "type": "string",
        "enum": words,
        LIST: name,
        LABELS: labels,
    })
}

/// Puts bounds in the schema of a key that its type doesn't have, but the loader holds it to.
pub(super) fn limit(table: &str, key: &str, schema: &mut Value) {
    use crate::dossier::validate::{PRODUCT_CODE, SCORES, SENTENCES_PER_PAGE, TYPE_SIZES};
    let (least, most) = match (table, key) {
        ("About", "versie" | "cyclus") | ("Evaluation", "planversie") => (1, None),
        ("QualityScore", "nu" | "vorige") => (*SCORES.start(), Some(*SCORES.end())),
        ("EasyReadSettings", "lettergrootte") => (*TYPE_SIZES.start(), Some(*TYPE_SIZES.end())),
        ("EasyReadSettings", "zinnen_per_blad") => {
            (*SENTENCES_PER_PAGE.start(), Some(*SENTENCES_PER_PAGE.end()))
        }
        ("Product", "code") => {
            schema["maxLength"] = json!(PRODUCT_CODE);
            return;
        }
        _ => return,
    };
    schema["minimum"] = json!(least);
    if let Some(most) = most {
        schema["maximum"] = json!(most);
    }
}

//! Derives `schemars::JsonSchema` for a table of a file from what `deserr` reads of it, so that each
//! key stands in the code once. (schemars' own derive knows serde's attributes only.)

use schemars::Schema;
use serde_json::{Map, Value, json};

use super::marks::{ORDER, TABLE};

/// Stands above `#[derive(…, Deserr)]`, as `#[macro_rules_derive(JsonSchema)]`. A table that takes
/// keys it doesn't know, or reads one in a way that this doesn't know, won't compile.
macro_rules! JsonSchema {
    (
        $(#[doc = $_doc:literal])*
        #[derive($($_derive:tt)*)]
        #[deserr(error = Mistakes, deny_unknown_fields)]
        $_vis:vis struct $name:ident {
            $(
                $(#[doc = $_key_doc:literal])*
                $(#[deserr($($attribute:tt)*)])?
                $_key_vis:vis $field:ident: $type:ty
            ),* $(,)?
        }
    ) => {
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut keys = $crate::dossier::schema::Keys::of(stringify!($name));
                $(
                    keys.add(
                        $crate::dossier::schema::key_of!($field $($($attribute)*)?),
                        $crate::dossier::schema::is_optional!($($($attribute)*)?),
                        generator.subschema_for::<$type>(),
                    );
                )*
                keys.into_schema()
            }
        }
    };
}

/// The key of a field.
macro_rules! key_of {
    ($field:ident rename = $key:literal $($_rest:tt)*) => {
        $key
    };
    ($field:ident $($_rest:tt)*) => {
        stringify!($field)
    };
}

/// Whether a field may be left out.
macro_rules! is_optional {
    () => {
        false
    };
    (rename = $key:literal) => {
        false
    };
    (rename = $key:literal, default $($_rest:tt)*) => {
        true
    };
    (default $($_rest:tt)*) => {
        true
    };
}

pub(in crate::dossier) use {JsonSchema, is_optional, key_of};

/// The keys of a table.
pub(in crate::dossier) struct Keys {
    name: &'static str,
    order: Vec<&'static str>,
    properties: Map<String, Value>,
    required: Vec<&'static str>,
}

impl Keys {
    /// Starts the table of a type.
    pub(in crate::dossier) fn of(name: &'static str) -> Self {
        Self {
            name,
            order: Vec::new(),
            properties: Map::new(),
            required: Vec::new(),
        }
    }

    /// Adds a key with its value.
    pub(in crate::dossier) fn add(
        &mut self,
        key: &'static str,
        is_optional: bool,
        mut value: Schema,
    ) {
        as_in_toml(&mut value);
        if is_optional {
            or_blank(&mut value);
        } else {
            self.required.push(key);
        }
        self.order.push(key);
        self.properties.insert(key.to_owned(), value.to_value());
    }

    /// The schema of the table.
    pub(in crate::dossier) fn into_schema(self) -> Schema {
        let mut schema = schemars::json_schema!({
            "type": "object",
            "properties": self.properties,
            "additionalProperties": false,
            TABLE: self.name,
            ORDER: self.order,
        });
        if !self.required.is_empty() {
            schema.insert("required".to_owned(), json!(self.required));
        }
        schema
    }
}

/// Takes away what schemars says of Rust: TOML has no null for an `Option`, and the loader counts
/// twice the same in a list as once.
fn as_in_toml(schema: &mut Schema) {
    schema.remove("uniqueItems");
    if schema
        .get("format")
        .is_some_and(|format| format == "uint32")
    {
        schema.remove("format");
    }
    if let Some(Ok(entry)) = schema
        .get_mut("additionalProperties")
        .map(<&mut Schema>::try_from)
        && entry.as_object().is_some()
    {
        or_blank(entry);
    }
    for key in ["type", "enum"] {
        if let Some(Value::Array(values)) = schema.get_mut(key) {
            values.retain(|value| !value.is_null() && value != "null");
        }
    }
    if let Some(Value::Array(types)) = schema.get("type")
        && let [Value::String(only)] = types.as_slice()
        && !super::marks::is_bare(schema)
    {
        let only = only.clone();
        schema.insert("type".to_owned(), only.into());
    }
}

/// Lets an empty text stand for what is not filled in, as the loader does. Of numbers, lists and
/// tables it says nothing: with two kinds of value taplo would no longer know how to write them.
fn or_blank(schema: &mut Schema) {
    if let Some(Value::Array(words)) = schema.get_mut("enum") {
        words.push("".into());
    }
    let Some(Value::String(pattern)) = schema.get("pattern") else {
        return;
    };
    if pattern == super::values::NOT_BLANK {
        schema.remove("pattern");
    } else {
        let pattern = format!("^\\s*$|{pattern}");
        schema.insert("pattern".to_owned(), pattern.into());
        schema.remove("format");
    }
}

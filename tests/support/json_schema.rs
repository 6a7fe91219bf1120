//! Holds a value against a JSON Schema: the keywords that our schemas use, and no others, so that a
//! keyword that nothing checks doesn't go unseen.

use regex::Regex;
use serde_json::Value;

/// Keywords that ask nothing of a value.
const NOTES: &[&str] = &[
    "$comment",
    "$schema",
    "default",
    "description",
    "examples",
    "format",
    "title",
];

/// What a schema has against a value, each with its place.
pub(crate) fn complaints(schema: &Value, value: &Value) -> Vec<String> {
    let mut complaints = Vec::new();
    hold(schema, value, "", &mut complaints);
    complaints
}

fn hold(schema: &Value, value: &Value, at: &str, complaints: &mut Vec<String>) {
    let mut complain = |what: &str| complaints.push(format!("{at}: {what}"));
    for (keyword, asked) in schema.as_object().expect("a schema is an object") {
        let keeps = match keyword.as_str() {
            "type" => is_of_type(asked, value),
            "enum" => asked.as_array().expect("a list").contains(value),
            "pattern" => value.as_str().is_none_or(|text| {
                let pattern = asked.as_str().expect("a pattern");
                Regex::new(pattern).expect("a pattern").is_match(text)
            }),
            "maxLength" => value
                .as_str()
                .is_none_or(|text| text.chars().count() as u64 <= asked.as_u64().expect("one")),
            "minimum" => number(value).is_none_or(|number| number >= asked.as_f64().expect("one")),
            "maximum" => number(value).is_none_or(|number| number <= asked.as_f64().expect("one")),
            "required" => value.as_object().is_none_or(|table| {
                let keys = asked.as_array().expect("a list").iter();
                keys.filter_map(Value::as_str)
                    .all(|key| table.contains_key(key))
            }),
            "additionalProperties" if asked == &Value::Bool(false) => {
                value.as_object().is_none_or(|table| {
                    let known = schema["properties"].as_object().expect("properties");
                    table.keys().all(|key| known.contains_key(key))
                })
            }
            "properties" | "additionalProperties" | "items" => true,
            note if NOTES.contains(&note) || note.starts_with("x-") => true,
            other => panic!("{at}: the keyword {other} is not checked"),
        };
        if !keeps {
            complain(keyword);
        }
    }
    for (key, below) in value.as_object().into_iter().flatten() {
        let named = schema.get("properties").and_then(|known| known.get(key));
        let other = schema
            .get("additionalProperties")
            .filter(|other| other.is_object());
        if let Some(schema) = named.or(other) {
            hold(schema, below, &format!("{at}.{key}"), complaints);
        }
    }
    if let (Some(schema), Some(items)) = (schema.get("items"), value.as_array()) {
        for (index, item) in items.iter().enumerate() {
            hold(schema, item, &format!("{at}[{index}]"), complaints);
        }
    }
}

fn is_of_type(asked: &Value, value: &Value) -> bool {
    let is = |name: &Value| match name.as_str().expect("a name") {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("the type {other} is not checked"),
    };
    match asked {
        Value::Array(names) => names.iter().any(is),
        name => is(name),
    }
}

fn number(value: &Value) -> Option<f64> {
    value.as_f64()
}

/// A TOML value as JSON knows it, and as taplo makes it: a date or time is text.
pub(crate) fn json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.as_str().into(),
        toml::Value::Integer(number) => (*number).into(),
        toml::Value::Float(number) => (*number).into(),
        toml::Value::Boolean(truth) => (*truth).into(),
        toml::Value::Datetime(moment) => moment.to_string().into(),
        toml::Value::Array(items) => items.iter().map(json).collect(),
        toml::Value::Table(table) => {
            let keys = table.iter();
            keys.map(|(key, value)| (key.clone(), json(value)))
                .collect()
        }
    }
}

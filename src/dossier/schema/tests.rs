//! The schemas beside the loader: the same keys, required alike, the same values; and beside the
//! words: none is missing, none is left over.

use std::collections::{BTreeMap, BTreeSet};

use super::words::{ALL_LISTS, TABLES};
use super::*;
use crate::dossier::decode::{accepted_keys, missing_keys, refusals};
use crate::dossier::source::KeyPath;

#[path = "../../../tests/support/json_schema.rs"]
mod json_schema;

use json_schema::{complaints, json};

fn schema_of(file: DataFile) -> Value {
    let settings = RuleSettings {
        rules: BTreeMap::from([
            ("lange-zin", "Een zin is kort."),
            ("ontkenning", "Zeg wat wel."),
        ]),
        severities: vec!["fout", "waarschuwing", "tip", "uit"],
    };
    marked(file, &settings).to_value()
}

/// Asks the loader of a file.
macro_rules! ask {
    ($file:expr, $question:ident($($argument:expr),*)) => {
        match $file {
            DataFile::Plan => $question::<Plan>($($argument),*),
            DataFile::Evaluation => $question::<Evaluation>($($argument),*),
            DataFile::Reports => $question::<Reports>($($argument),*),
            DataFile::CarePlan => $question::<CarePlan>($($argument),*),
            DataFile::Provider => $question::<Provider>($($argument),*),
        }
    };
}

/// Calls for every value that has a place of its own: tables, keys and items of lists.
fn each(schema: &Value, path: &KeyPath, call: &mut dyn FnMut(&KeyPath, &Value)) {
    call(path, schema);
    for (key, value) in Marks(schema).keys() {
        each(value, &path.clone().key(key), call);
    }
    if schema["items"].is_object() {
        each(&schema["items"], &path.clone().index(0), call);
    }
}

fn each_of_all(mut call: impl FnMut(DataFile, &KeyPath, &Value)) {
    for file in DataFile::ALL {
        let schema = schema_of(*file);
        each(&schema, &KeyPath::default(), &mut |path, schema| {
            call(*file, path, schema);
        });
    }
}

#[test]
fn every_table_has_the_keys_of_the_loader_and_requires_the_same() {
    let mut seen = 0;
    each_of_all(|file, path, schema| {
        if Marks(schema).table().is_none() {
            return;
        }
        seen += 1;
        assert_eq!(schema["additionalProperties"], false, "{path:?}");
        let keys: BTreeSet<_> = schema["properties"]
            .as_object()
            .expect("keys")
            .keys()
            .cloned()
            .collect();
        let accepted = ask!(file, accepted_keys(path)).into_iter().collect();
        assert_eq!(keys, accepted, "{path:?}");
        let ordered = Marks(schema).keys().into_iter();
        let ordered: BTreeSet<_> = ordered.map(|(key, _)| key.to_owned()).collect();
        assert_eq!(keys, ordered, "{path:?}");
        let required: BTreeSet<_> = keys
            .into_iter()
            .filter(|key| Marks(schema).requires(key))
            .collect();
        let missing = ask!(file, missing_keys(path)).into_iter().collect();
        assert_eq!(required, missing, "{path:?}");
    });
    assert!(seen > 60, "only {seen} tables");
}

#[test]
fn every_example_and_default_is_accepted_by_the_loader_and_by_its_schema() {
    let mut seen = 0;
    each_of_all(|file, path, schema| {
        let example = Marks(schema).example().map(|text| {
            let file: toml::Table = format!("x = {text}").parse().expect("TOML");
            file["x"].clone()
        });
        let default = schema
            .get("default")
            .map(|value| toml::Value::try_from(value).expect("a default is a plain value"));
        for value in example.into_iter().chain(default) {
            seen += 1;
            let refused = ask!(file, refusals(path, &value));
            assert!(refused.is_empty(), "{path:?}: {refused:?}");
            let complaints = complaints(schema, &json(&value));
            assert!(complaints.is_empty(), "{path:?}: {complaints:?}");
        }
    });
    assert!(seen > 250, "only {seen} examples");
}

/// Values of every kind, in and out of the bounds of each type.
fn candidates() -> Vec<toml::Value> {
    let texts = [
        "",
        "  ",
        "x",
        "Kade 1",
        "bus-1",
        "Bus 1",
        "999900006",
        "9999 000 06",
        "99990000",
        "12345678",
        "12 345 678",
        "1234567",
        "#0F6E6E",
        "0F6E6E",
        "#0F6E6",
        "foto.png",
        ".png",
        "../foto.png",
        "a/b.png",
        "a\\b.png",
    ];
    let long = [
        "x".repeat(40),
        "x".repeat(41),
        "x y".repeat(5000),
        "x y".repeat(5001),
    ];
    let texts = texts.map(str::to_owned).into_iter().chain(long);
    let rest: toml::Table = r#"
        values = [
            true, 3, 18, 1.5, -1, -0.5, 1000000, 1000000.5, 1e9, inf,
            2026-02-28, 1900-01-01, 1899-12-31, 2200-12-31, 2201-01-01,
            2026-02-28T10:00:00, 10:30:00, 23:59:59.5,
            [], ["x"], [""], [3], [[]], [{}], {}, { x = "y" }, { x = 3 }, { x = "" },
        ]
    "#
    .parse()
    .expect("TOML");
    let rest = rest["values"].as_array().expect("a list").clone();
    texts.map(toml::Value::String).chain(rest).collect()
}

/// Where JSON Schema can't follow the loader.
fn is_beyond_json(schema: &Value, value: &toml::Value) -> bool {
    let kind = Marks(schema).kind();
    let is_moment = matches!(kind, Some("datum" | "tijd"));
    let holds_text = schema["type"] == "string" || kind == Some("zin");
    let has_bounds = schema["minimum"].as_u64().is_some_and(|least| least > 0)
        || schema.get("maximum").is_some() && schema["type"] == "integer";
    let has_short_text = schema["maxLength"].as_u64().is_some_and(|most| most < 1000);
    match value {
        // To JSON a date is a text.
        toml::Value::Datetime(_) => holds_text,
        toml::Value::String(text) => {
            let is_blank = text.trim().is_empty();
            // Whoever has a form with a blank line for a number or a list is told so.
            is_blank && !is_moment && !holds_text
                || !is_blank && is_moment
                // Of a closed list that may be left out, only the shortest blank is known.
                || is_blank && !text.is_empty() && Marks(schema).list().is_some()
                // The loader's files are held to these bounds later on.
                || has_short_text
                // Arithmetic: `9999 000 06` is a number, and so is `12345678 9`.
                || kind == Some("kleur")
        }
        toml::Value::Integer(_) => has_bounds,
        // A map of free keys in a list of other keys.
        toml::Value::Table(_) => {
            schema["additionalProperties"] == false && Marks(schema).table().is_none()
        }
        _ => false,
    }
}

#[test]
fn a_value_that_the_loader_refuses_is_refused_by_the_schema_and_no_other() {
    let (mut seen, mut wrong) = (0, Vec::new());
    let candidates = candidates();
    let mut known = BTreeSet::new();
    each_of_all(|file, path, schema| {
        // A table without a key that it needs is refused for that; the keys have their own turn.
        if path.0.is_empty() || !known.insert(schema.to_string()) {
            return;
        }
        for value in candidates
            .iter()
            .filter(|value| !is_beyond_json(schema, value))
        {
            seen += 1;
            let loader = ask!(file, refusals(path, value));
            let schema = complaints(schema, &json(value));
            if loader.is_empty() != schema.is_empty() {
                wrong.push(format!("{path:?} {value}: {loader:?} {schema:?}"));
            }
        }
    });
    assert!(seen > 5000, "only {seen} values");
    assert!(
        wrong.is_empty(),
        "{} of {seen}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn bounds_that_come_after_reading_stand_in_the_schema() {
    let evaluation = schema_of(DataFile::Evaluation);
    let score = &evaluation["properties"]["kwaliteit_van_bestaan"]["items"]["properties"]["nu"];
    let plan = schema_of(DataFile::Plan);
    let size = &plan["properties"]["makkelijk_lezen"]["properties"]["lettergrootte"];
    let version = &plan["properties"]["plan"]["properties"]["versie"];
    let code = &plan["properties"]["producten"]["items"]["properties"]["code"];
    for (schema, value, keeps) in [
        (score, json!(0), false),
        (score, json!(1), true),
        (score, json!(5), true),
        (score, json!(6), false),
        (size, json!(13), false),
        (size, json!(14), true),
        (size, json!(28), true),
        (size, json!(29), false),
        (version, json!(0), false),
        (version, json!(1), true),
        (version, json!(100), true),
        (code, json!("02A14"), true),
        (code, json!("02A145"), false),
    ] {
        assert_eq!(complaints(schema, &value).is_empty(), keeps, "{value}");
    }
}

#[test]
fn every_key_and_list_has_words_and_no_words_are_left_over() {
    let (mut tables, mut lists) = (BTreeMap::new(), BTreeMap::new());
    each_of_all(|_, path, schema| {
        let marks = Marks(schema);
        if let Some(table) = marks.table() {
            let keys: BTreeSet<_> = marks
                .keys()
                .iter()
                .map(|(key, _)| (*key).to_owned())
                .collect();
            tables.insert(table.to_owned(), keys);
            for (key, value) in marks.keys() {
                let description = value["description"].as_str().unwrap_or_default();
                assert!(description.ends_with('.'), "{path:?} {key}: {description}");
                assert!(marks_of_example(value), "{path:?} {key} has no example");
            }
        }
        if let Some((list, words)) = marks.list() {
            let words: BTreeSet<_> = words.iter().map(|(word, _)| (*word).to_owned()).collect();
            lists.insert(list.to_owned(), words);
        }
    });
    let severities = ["fout", "waarschuwing", "tip", "uit"].map(str::to_owned);
    lists.insert("Severity".to_owned(), BTreeSet::from(severities));
    let described: BTreeMap<_, BTreeSet<_>> = TABLES
        .iter()
        .map(|(name, words)| (name.clone(), words.keys.keys().cloned().collect()))
        .collect();
    assert_eq!(described, tables);
    let named: Vec<_> = ALL_LISTS.keys().collect();
    assert_eq!(named, lists.keys().collect::<Vec<_>>());
    for (name, list) in ALL_LISTS.iter() {
        for word in list.meanings.keys() {
            assert!(lists[name].contains(word), "{name} has no word {word}");
        }
    }
}

fn marks_of_example(schema: &Value) -> bool {
    Marks(schema).example().is_some()
        && schema["examples"]
            .as_array()
            .is_some_and(|all| all.len() == 1)
}

#[test]
fn no_two_tables_or_lists_are_called_the_same() {
    let tables = TABLES.values().map(|table| &table.title);
    let titles: Vec<_> = tables
        .chain(ALL_LISTS.values().map(|list| &list.title))
        .collect();
    let distinct: BTreeSet<_> = titles.iter().map(|title| title.to_lowercase()).collect();
    let twice: Vec<_> = titles
        .iter()
        .filter(|title| titles.iter().filter(|other| other == title).count() > 1)
        .collect();
    assert_eq!(distinct.len(), titles.len(), "{twice:?}");
}

#[test]
fn every_word_of_a_closed_list_is_explained_to_taplo() {
    let mut seen = 0;
    each_of_all(|_, path, schema| {
        if let Some(words) = schema["enum"].as_array() {
            seen += 1;
            let meanings = schema["x-taplo"]["docs"]["enumValues"].as_array();
            let meanings = meanings.expect("explained");
            assert_eq!(words.len(), meanings.len(), "{path:?}");
            let is_blank = words.last().is_some_and(|word| word == "");
            assert_eq!(
                is_blank,
                meanings
                    .last()
                    .is_some_and(|last| last == "Nog niet ingevuld.")
            );
        }
    });
    assert!(seen > 40, "only {seen} lists");
}

#[test]
fn an_editor_gets_no_marks() {
    let settings = RuleSettings {
        rules: BTreeMap::from([("lange-zin", "Een zin is kort.")]),
        severities: vec!["fout", "uit"],
    };
    for file in DataFile::ALL {
        let text = schema(*file, &settings).to_string();
        for mark in [
            "x-table",
            "x-order",
            "x-list",
            "x-labels",
            "x-kind",
            "x-example",
            "$ref",
        ] {
            assert!(!text.contains(mark), "{}: {mark}", file.file_name());
        }
        assert!(text.contains("draft-07"));
    }
}

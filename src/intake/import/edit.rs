//! Changes keys of a plan, and leaves its other text and its comments as they are.

use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value};

use crate::dossier::form;

/// Lists of people, who share one row of numbers.
const PEOPLE: &[&str] = &["netwerk", "vertegenwoordigers"];

/// The plan is written in a way that can't be changed here: a key holds something else than expected.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stuck;

/// An entry of a list of tables, as keys with their values.
pub(super) type Entry = Vec<(Vec<String>, Value)>;

/// Sets a key; true if that changed anything.
pub(super) fn set(
    document: &mut DocumentMut,
    keys: &[String],
    value: &Value,
) -> Result<bool, Stuck> {
    let [root, rest @ ..] = keys else {
        return Err(Stuck);
    };
    if !rest.is_empty() && !document.contains_key(root) {
        document.insert(root, Item::Table(Table::new()));
    }
    set_in(document.as_table_mut(), keys, value)
}

fn set_in(table: &mut dyn TableLike, keys: &[String], value: &Value) -> Result<bool, Stuck> {
    match keys {
        [] => Err(Stuck),
        [key] => match table.get_mut(key) {
            None => {
                table.insert(key, Item::Value(value.clone()));
                Ok(true)
            }
            Some(item) => {
                let old = item.as_value_mut().ok_or(Stuck)?;
                if is_same(old, value) {
                    return Ok(false);
                }
                let decor = old.decor().clone();
                *old = value.clone();
                *old.decor_mut() = decor;
                Ok(true)
            }
        },
        [key, rest @ ..] => {
            if table.get(key).is_none() {
                let below = Value::InlineTable(InlineTable::new());
                table.insert(key, Item::Value(below));
            }
            let below = table.get_mut(key).and_then(Item::as_table_like_mut);
            set_in(below.ok_or(Stuck)?, rest, value)
        }
    }
}

/// Puts entries into a list of tables: one that is known there is changed, others come at its end,
/// people with a number of their own. Gives where each entry stands, and whether anything changed.
pub(super) fn put_entries(
    document: &mut DocumentMut,
    table: &str,
    known_by: &[String],
    entries: &[Entry],
) -> Result<(Vec<usize>, bool), Stuck> {
    if entries.is_empty() {
        return Ok((Vec::new(), false));
    }
    let mut next = highest_number(document) + 1;
    if !document.contains_key(table) {
        document.insert(table, Item::ArrayOfTables(ArrayOfTables::new()));
    }
    let list = document
        .get_mut(table)
        .and_then(Item::as_array_of_tables_mut);
    let list = list.ok_or(Stuck)?;
    let blanks: Vec<_> = (0..list.len())
        .filter(|at| {
            list.get(*at)
                .is_some_and(|entry| form::is_open(&entry.to_string()))
        })
        .collect();
    let mut places = Vec::new();
    let mut is_changed = false;
    for entry in entries {
        let known = |at: &usize| {
            list.get(*at)
                .is_some_and(|other| is_known(other, entry, known_by))
        };
        let at = (0..list.len()).find(known);
        let mut added = Table::new();
        let has_number = || entry.iter().any(|(keys, _)| *keys == ["nummer"]);
        if at.is_none() && PEOPLE.contains(&table) && !has_number() {
            added.insert("nummer", Item::Value(next.into()));
            next += 1;
        }
        let target = match at {
            Some(at) => list.get_mut(at).ok_or(Stuck)?,
            None => &mut added,
        };
        for (keys, value) in entry {
            is_changed |= set_in(target, keys, value)?;
        }
        if at.is_none() {
            is_changed = true;
            list.push(added);
        }
        places.push(at.unwrap_or(list.len() - 1));
    }
    // The blank entry of a new plan has done its work.
    for at in blanks.into_iter().rev() {
        if places.contains(&at) {
            continue;
        }
        list.remove(at);
        for place in places.iter_mut().filter(|place| **place > at) {
            *place -= 1;
        }
    }
    Ok((places, is_changed))
}

/// Whether an entry that stands there is the one that is to be put: alike in what it is known by.
fn is_known(other: &Table, entry: &Entry, known_by: &[String]) -> bool {
    let mut compared = 0;
    for key in known_by {
        let mut values = entry.iter();
        let Some((_, value)) = values.find(|(keys, _)| *keys == [key.clone()]) else {
            continue;
        };
        let Some(standing) = other.get(key).and_then(Item::as_value) else {
            return false;
        };
        if !is_same(standing, value) {
            return false;
        }
        compared += 1;
    }
    compared > 0
}

/// The highest number that anybody has or had; a number is never used again.
fn highest_number(document: &DocumentMut) -> i64 {
    fn in_item(item: &Item) -> i64 {
        match item {
            Item::Table(table) => in_table(table),
            Item::ArrayOfTables(list) => list.iter().map(|one| in_table(one)).max().unwrap_or(0),
            Item::Value(value) => in_value(value),
            Item::None => 0,
        }
    }
    fn in_value(value: &Value) -> i64 {
        match value {
            Value::InlineTable(table) => in_table(table),
            Value::Array(items) => items.iter().map(in_value).max().unwrap_or(0),
            _ => 0,
        }
    }
    fn in_table(table: &dyn TableLike) -> i64 {
        let of = |(key, item): (&str, &Item)| match (key, item.as_integer()) {
            ("nummer", Some(number)) => number,
            _ => in_item(item),
        };
        table.iter().map(of).max().unwrap_or(0)
    }
    in_table(document.as_table())
}

/// Whether two values say the same, however they are written.
pub(super) fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::String(a), Value::String(b)) => a.value() == b.value(),
        (Value::Integer(a), Value::Integer(b)) => a.value() == b.value(),
        (Value::Float(a), Value::Float(b)) => a.value().total_cmp(b.value()).is_eq(),
        #[expect(clippy::cast_precision_loss, reason = "amounts of a plan are small")]
        (Value::Integer(a), Value::Float(b)) | (Value::Float(b), Value::Integer(a)) => {
            (*a.value() as f64).total_cmp(b.value()).is_eq()
        }
        (Value::Boolean(a), Value::Boolean(b)) => a.value() == b.value(),
        (Value::Datetime(a), Value::Datetime(b)) => a.value() == b.value(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| is_same(a, b))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(path: &str) -> Vec<String> {
        path.split('.').map(str::to_owned).collect()
    }

    #[test]
    fn a_key_changes_and_all_else_stays() {
        let text = "# boven\n[client] # kop\nroepnaam = 'Zoe'   # zo heet ze\n\n# onder\n";
        let mut document: DocumentMut = text.parse().expect("TOML");
        let set = |document: &mut DocumentMut, path: &str, value: &str| {
            super::set(document, &keys(path), &value.into())
        };
        assert_eq!(set(&mut document, "client.roepnaam", "Zoe"), Ok(false));
        assert_eq!(document.to_string(), text);
        assert_eq!(set(&mut document, "client.roepnaam", "Zoë \"Z\""), Ok(true));
        assert_eq!(
            set(&mut document, "client.adres.straat", "Laan 1"),
            Ok(true)
        );
        assert_eq!(set(&mut document, "gemeente.naam", "Tilburg"), Ok(true));
        assert_eq!(set(&mut document, "client.roepnaam.x", "y"), Err(Stuck));
        let changed = document.to_string();
        for part in [
            "# boven\n[client] # kop\n",
            "   # zo heet ze\n",
            "# onder\n",
        ] {
            assert!(changed.contains(part), "{changed}");
        }
        let read: toml::Table = changed.parse().expect("TOML");
        assert_eq!(read["client"]["roepnaam"].as_str(), Some("Zoë \"Z\""));
        assert_eq!(read["client"]["adres"]["straat"].as_str(), Some("Laan 1"));
        assert_eq!(read["gemeente"]["naam"].as_str(), Some("Tilburg"));
    }

    #[test]
    fn entries_are_known_again_and_people_get_a_number_of_their_own() {
        let text = "[[netwerk]]\nnummer = 3\nnaam = \"Noor\" # zus\n\n[[inbreng]]\nnummer = 7\n";
        let mut document: DocumentMut = text.parse().expect("TOML");
        let entry = |name: &str, phone: &str| -> Entry {
            vec![
                (keys("naam"), name.into()),
                (keys("telefoon"), phone.into()),
            ]
        };
        let entries = [entry("Henk", "1"), entry("Noor", "2")];
        let known_by = [String::from("naam")];
        let put = put_entries(&mut document, "netwerk", &known_by, &entries).expect("put");
        assert_eq!(put, (vec![1, 0], true));
        let changed = document.to_string();
        assert!(changed.contains("naam = \"Noor\" # zus"), "{changed}");
        let read: toml::Table = changed.parse().expect("TOML");
        assert_eq!(read["netwerk"][0]["telefoon"].as_str(), Some("2"));
        assert_eq!(read["netwerk"][1]["nummer"].as_integer(), Some(8));
        let again = put_entries(&mut document, "netwerk", &known_by, &entries).expect("put");
        assert_eq!(again, (vec![1, 0], false));
        assert_eq!(document.to_string(), changed);
    }

    #[test]
    fn a_blank_entry_makes_room() {
        let text =
            "[[doelen]]\nid = \"doel-1\"\ntitel = \"INVULLEN\"\n[doelen.makkelijk]\nwil = []\n";
        let mut document: DocumentMut = text.parse().expect("TOML");
        let entry: Entry = vec![(keys("id"), "bus".into()), (keys("titel"), "Bus".into())];
        let put = put_entries(&mut document, "doelen", &keys("id"), &[entry]).expect("put");
        assert_eq!(put, (vec![0], true));
        let read: toml::Table = document.to_string().parse().expect("TOML");
        let goals = read["doelen"].as_array().expect("a list");
        assert_eq!(goals.len(), 1);
        assert_eq!(goals[0]["id"].as_str(), Some("bus"));
    }
}

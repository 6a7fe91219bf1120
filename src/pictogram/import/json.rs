//! Values of JSON from outside that take no more memory than they are worth.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// Values that a list may have within a record; the rest is passed over.
const MAX_VALUES: usize = 200;

/// A value by itself. What is in a list or an object is passed over.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Plain {
    /// Nothing.
    #[default]
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Number(u64),
    /// A number that is not whole, or below nothing.
    Other(f64),
    /// A text.
    Text(String),
    /// A list or an object.
    Nested,
}

impl<'de> Deserialize<'de> for Plain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PlainVisitor)
    }
}

struct PlainVisitor;

impl<'de> Visitor<'de> for PlainVisitor {
    type Value = Plain;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Plain, E> {
        Ok(Plain::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Plain, E> {
        Ok(Plain::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Plain, E> {
        Ok(Plain::Number(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Plain, E> {
        Ok(u64::try_from(value).map_or(Plain::Other(-1.0), Plain::Number))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Plain, E> {
        Ok(Plain::Other(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Plain, E> {
        Ok(Plain::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Plain, A::Error> {
        while values.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Plain::Nested)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Plain, A::Error> {
        while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Plain::Nested)
    }
}

/// Reads a list of a record, up to a number of values.
pub(super) fn few<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    few_that(deserializer, |_| true)
}

/// Reads a list of a record, up to a number of values that are of use.
pub(super) fn few_that<'de, D, T>(
    deserializer: D,
    is_of_use: fn(&T) -> bool,
) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    deserializer.deserialize_seq(Few(MAX_VALUES, is_of_use, PhantomData))
}

/// A list of records, up to as many as a set may have and one more.
#[derive(Debug)]
pub(super) struct Records<T>(pub(super) Vec<T>);

/// Records that a file may have.
pub(super) const MAX_RECORDS: usize = 100_000;

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Records<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let list = Few(MAX_RECORDS + 1, |_: &T| true, PhantomData);
        deserializer.deserialize_seq(list).map(Self)
    }
}

/// Takes the first values of a list and passes over the rest.
struct Few<T>(usize, fn(&T) -> bool, PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Few<T> {
    type Value = Vec<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::new();
        while list.len() < self.0 {
            match values.next_element()? {
                Some(value) if self.1(&value) => list.push(value),
                Some(_) => {}
                None => return Ok(list),
            }
        }
        while values.next_element::<IgnoredAny>()?.is_some() {}
        Ok(list)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    struct Record {
        #[serde(default, deserialize_with = "few")]
        values: Vec<Plain>,
    }

    #[test]
    fn a_list_keeps_its_first_values_and_nothing_nested() {
        let many = vec!["[1, {\"a\": 2}]"; 300].join(",");
        let text = format!("[{{\"values\": [1, \"a\", null, {many}]}}, {{}}]");
        let Records::<Record>(records) = serde_json::from_str(&text).expect("JSON");
        assert_eq!(records.len(), 2);
        let values = &records[0].values;
        assert_eq!(values.len(), 200);
        let begin = [Plain::Number(1), Plain::Text("a".to_owned()), Plain::Null];
        assert_eq!(values[..3], begin);
        assert_eq!(values[3], Plain::Nested);
    }
}

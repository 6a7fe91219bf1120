//! The smallest values of a client's files: text, dates, times and amounts. Each refuses at the edge
//! what it can't mean.

use std::collections::BTreeMap;
use std::fmt;

use deserr::{Deserr, IntoValue, Map, Value, ValueKind, ValuePointerRef};
use serde::Serialize;
use toml::value::Datetime;

use super::decode::{MOMENT, Mistakes, NUL, empty, merge, wrong_kind, wrong_value};

/// The longest text of one key, in characters; some five pages.
pub(crate) const MAX_TEXT: usize = 15_000;
/// The most combining marks that a written language stacks on one letter.
const MAX_MARKS: usize = 3;
/// The largest number that stands in a file.
pub(super) const MOST: f64 = 1_000_000.0;
/// The years that a date of a plan can lie in.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// Reads a value from a TOML string, or says that one belongs here.
pub(super) fn text_from<V: IntoValue>(
    value: Value<V>,
    location: ValuePointerRef<'_>,
) -> Result<String, Mistakes> {
    match value {
        Value::String(text) if text.starts_with(MOMENT) => Err(wrong_value(
            location,
            "soort-waarde",
            "hier hoort tekst, geen datum",
            "zet tekst tussen dubbele aanhalingstekens",
        )),
        other => <String as Deserr<Mistakes>>::deserialize_from_value(other, location),
    }
}

/// Text of an author: not empty, and free of characters that can't be seen or printed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Text(String);

impl Text {
    /// The text without white space around it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Deserr<Mistakes> for Text {
    fn deserialize_from_value<V: IntoValue>(
        value: Value<V>,
        location: ValuePointerRef<'_>,
    ) -> Result<Self, Mistakes> {
        let text = text_from(value, location)?;
        if let Some((what, hint)) = unprintable(&text) {
            return Err(wrong_value(location, "teken", what, hint));
        }
        Ok(Self(text.trim().to_owned()))
    }
}

/// Names what in a text would be invisible, deceive or break the PDF.
fn unprintable(text: &str) -> Option<(String, &'static str)> {
    if text.chars().count() > MAX_TEXT {
        return Some((
            format!("deze tekst is langer dan {MAX_TEXT} tekens"),
            "kort de tekst in",
        ));
    }
    let hint = "typ de tekst op deze plaats opnieuw in plaats van hem te plakken";
    let mut marks = 0;
    for character in text.chars() {
        // A variation selector between two marks doesn't begin a new letter.
        if is_combining(character) {
            marks += 1;
        } else if !matches!(character, '\u{FE00}'..='\u{FE0F}') {
            marks = 0;
        }
        if marks > MAX_MARKS {
            return Some(("hier staan te veel accenten op één letter".to_owned(), hint));
        }
        if is_hidden(character) {
            let real = if character == NUL { '\0' } else { character };
            return Some((
                format!(
                    "het teken U+{:04X} kan niet gedrukt worden",
                    u32::from(real)
                ),
                hint,
            ));
        }
    }
    None
}

fn is_hidden(character: char) -> bool {
    matches!(character,
        '\u{00AD}' | '\u{034F}' | '\u{2028}' | '\u{2029}' | '\u{2800}' | '\u{3164}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFF}' | '\u{E000}'..='\u{F8FF}'
        | '\u{F0000}'..='\u{10FFFF}' | '\u{E0000}'..='\u{E007F}' | '\u{FDD0}'..='\u{FDEF}')
        || character.is_control() && !matches!(character, '\n' | '\r' | '\t')
}

fn is_combining(character: char) -> bool {
    matches!(character,
        '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{2DE0}'..='\u{2DFF}'
        | '\u{A66F}'..='\u{A67D}' | '\u{FE20}'..='\u{FE2F}')
}

/// Texts by a key of the author's own. Unlike deserr's own maps it tells of values that are no
/// text; an empty one counts as absent.
pub(super) struct Entries(BTreeMap<String, Text>);

impl Entries {
    /// The bare map.
    pub(super) fn into_map(self) -> BTreeMap<String, Text> {
        self.0
    }
}

impl Deserr<Mistakes> for Entries {
    fn deserialize_from_value<V: IntoValue>(
        value: Value<V>,
        location: ValuePointerRef<'_>,
    ) -> Result<Self, Mistakes> {
        let map = match value {
            Value::Map(map) => map,
            Value::Null => return Ok(Self(BTreeMap::new())),
            actual => return Err(wrong_kind(actual, &[ValueKind::Map], location)),
        };
        let mut entries = BTreeMap::new();
        let mut mistakes = None;
        for (key, value) in map.into_iter() {
            let value = value.into_value();
            if value.kind() == ValueKind::Null {
                continue;
            }
            let location = location.push_key(&key);
            match Text::deserialize_from_value(value, location) {
                Ok(text) => {
                    entries.insert(key, text);
                }
                Err(more) => mistakes = Some(merge(mistakes, more, location)),
            }
        }
        mistakes.map_or(Ok(Self(entries)), Err)
    }
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(jiff::civil::Date);

/// The months, from January on.
pub(crate) const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
/// The days of the week, from Monday on.
pub(crate) const WEEKDAYS: [&str; 7] = [
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
];

impl Date {
    /// Wraps a day.
    #[must_use]
    pub fn from_civil(day: jiff::civil::Date) -> Self {
        Self(day)
    }

    /// The day itself, to calculate with.
    #[must_use]
    pub fn civil(self) -> jiff::civil::Date {
        self.0
    }

    /// `12 maart 2026`.
    #[must_use]
    pub fn long(self) -> String {
        format!("{} {}", self.day_month(), self.0.year())
    }

    /// `12 maart`.
    #[must_use]
    pub fn day_month(self) -> String {
        format!("{} {}", self.0.day(), self.month_name())
    }

    /// `maart`.
    pub(crate) fn month_name(self) -> &'static str {
        MONTHS[usize::from(self.0.month().unsigned_abs()) - 1]
    }

    /// `dinsdag 12 maart 2026`.
    #[must_use]
    pub fn with_weekday(self) -> String {
        format!("{} {}", self.weekday(), self.long())
    }

    /// `dinsdag`.
    #[must_use]
    pub fn weekday(self) -> &'static str {
        WEEKDAYS[usize::from(self.0.weekday().to_monday_zero_offset().unsigned_abs())]
    }

    /// Days from this day to another; negative when that lies before it.
    pub(crate) fn days_until(self, later: Self) -> i32 {
        (later.0 - self.0).get_days()
    }

    /// So many days later; the last day there is where that lies beyond it.
    pub(crate) fn after_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().days(days)))
    }

    /// The day on which somebody born on this day reaches an age. Who was born on a leap day does so
    /// on the first of March of other years.
    pub(crate) fn birthday(self, age: i16) -> Self {
        let (year, month, day) = (
            self.0.year().saturating_add(age),
            self.0.month(),
            self.0.day(),
        );
        let day = jiff::civil::Date::new(year, month, day);
        Self(day.unwrap_or_else(|_| {
            jiff::civil::Date::new(year, 3, 1).unwrap_or(jiff::civil::Date::MAX)
        }))
    }

    /// Whole years from this day to another.
    #[must_use]
    pub fn years_until(self, later: Self) -> i16 {
        let had_birthday = (later.0.month(), later.0.day()) >= (self.0.month(), self.0.day());
        later.0.year() - self.0.year() - i16::from(!had_birthday)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Deserr<Mistakes> for Date {
    fn deserialize_from_value<V: IntoValue>(
        value: Value<V>,
        location: ValuePointerRef<'_>,
    ) -> Result<Self, Mistakes> {
        let Some(moment) = moment_from(value, location)? else {
            return Err(wrong_value(
                location,
                "datum",
                "hier hoort een datum",
                "schrijf jaar-maand-dag zonder aanhalingstekens, bijvoorbeeld 2026-03-12",
            ));
        };
        let day = match moment {
            Datetime {
                date: Some(date),
                time: None,
                offset: None,
            } => civil_date(date),
            _ => None,
        };
        let day = day.ok_or_else(|| {
            wrong_value(
                location,
                "datum",
                "hier hoort een dag van de kalender, zonder tijd",
                "schrijf alleen jaar-maand-dag, bijvoorbeeld 2026-03-12",
            )
        })?;
        if YEARS.contains(&day.year()) {
            Ok(Self(day))
        } else {
            Err(wrong_value(
                location,
                "datum",
                "dit jaartal kan niet kloppen",
                "schrijf het jaar met vier cijfers, bijvoorbeeld 2026-03-12",
            ))
        }
    }
}

/// Reads a TOML date or time; none when it is something else.
fn moment_from<V: IntoValue>(
    value: Value<V>,
    location: ValuePointerRef<'_>,
) -> Result<Option<Datetime>, Mistakes> {
    match value {
        Value::Null => Err(empty(location)),
        Value::String(text) => Ok(text
            .strip_prefix(MOMENT)
            .and_then(|moment| moment.parse().ok())),
        _ => Ok(None),
    }
}

fn civil_date(date: toml::value::Date) -> Option<jiff::civil::Date> {
    let year = i16::try_from(date.year).ok()?;
    let month = i8::try_from(date.month).ok()?;
    jiff::civil::Date::new(year, month, i8::try_from(date.day).ok()?).ok()
}

/// A time on the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time(jiff::civil::Time);

impl Time {
    /// Hour (0 to 23) and minute.
    #[must_use]
    pub fn hour_minute(self) -> (u32, u32) {
        let whole = |part: i8| u32::from(part.unsigned_abs());
        (whole(self.0.hour()), whole(self.0.minute()))
    }
}

impl fmt::Display for Time {
    /// `14.00 uur`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02} uur", self.0.hour(), self.0.minute())
    }
}

impl Deserr<Mistakes> for Time {
    fn deserialize_from_value<V: IntoValue>(
        value: Value<V>,
        location: ValuePointerRef<'_>,
    ) -> Result<Self, Mistakes> {
        let time = match moment_from(value, location)? {
            Some(Datetime {
                date: None,
                time: Some(time),
                offset: None,
            }) => civil_time(time),
            _ => None,
        };
        time.map(Self).ok_or_else(|| {
            wrong_value(
                location,
                "tijd",
                "hier hoort een tijd",
                "schrijf uur:minuut:seconde zonder aanhalingstekens, bijvoorbeeld 14:00:00",
            )
        })
    }
}

fn civil_time(time: toml::value::Time) -> Option<jiff::civil::Time> {
    let hour = i8::try_from(time.hour).ok()?;
    let minute = i8::try_from(time.minute).ok()?;
    jiff::civil::Time::new(hour, minute, 0, 0).ok()
}

/// An amount of something: finite and not negative.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Quantity(f64);

impl Quantity {
    /// The bare number.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&dutch_number(self.0))
    }
}

/// Writes a number the Dutch way, with at most two decimals: `1,5`.
#[must_use]
pub fn dutch_number(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0')
        .trim_end_matches('.')
        .replace('.', ",")
}

impl Deserr<Mistakes> for Quantity {
    fn deserialize_from_value<V: IntoValue>(
        value: Value<V>,
        location: ValuePointerRef<'_>,
    ) -> Result<Self, Mistakes> {
        let number = <f64 as Deserr<Mistakes>>::deserialize_from_value(value, location)?;
        if (0.0..=MOST).contains(&number) {
            Ok(Self(number))
        } else {
            Err(wrong_value(
                location,
                "getal",
                "dit getal kan hier niet",
                "schrijf een getal van 0 tot een miljoen, met een punt: 1.5",
            ))
        }
    }
}

/// An amount of money, shown as `€ 12,50`.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Euro(f64);

impl fmt::Display for Euro {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "€ {}", format!("{:.2}", self.0).replace('.', ","))
    }
}

impl Deserr<Mistakes> for Euro {
    fn deserialize_from_value<V: IntoValue>(
        value: Value<V>,
        location: ValuePointerRef<'_>,
    ) -> Result<Self, Mistakes> {
        Quantity::deserialize_from_value(value, location).map(|amount| Self(amount.get()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_the_dutch_way() {
        assert_eq!(dutch_number(1.5), "1,5");
        assert_eq!(dutch_number(3.0), "3");
        assert_eq!(dutch_number(0.333), "0,33");
        assert_eq!(dutch_number(100.0), "100");
        assert_eq!(Euro(12.5).to_string(), "€ 12,50");
    }

    #[test]
    fn age_counts_birthdays() {
        let day = |text: &str| Date(text.parse().expect("a date"));
        assert_eq!(day("2010-03-12").years_until(day("2026-03-11")), 15);
        assert_eq!(day("2010-03-12").years_until(day("2026-03-12")), 16);
    }
}

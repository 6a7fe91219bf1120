//! The smallest values of a client's files: text, dates, numbers that identify.
//!
//! Each refuses at the edge what it can't mean, and none prints an identifier by accident.

use std::fmt;
use std::str::FromStr;

use deserr::{Deserr, IntoValue, Value, ValuePointerRef};
use serde::Serialize;

use super::decode::{MOMENT, Mistakes, wrong_value};

/// The longest text of one key, in characters; some five pages.
const MAX_TEXT: usize = 15_000;
/// The most combining marks that a written language stacks on one letter.
const MAX_MARKS: usize = 3;

/// Reads a value from a TOML string, or says that one belongs here.
fn text_from<V: IntoValue>(
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
    let mut marks = 0;
    for character in text.chars() {
        marks = if is_combining(character) {
            marks + 1
        } else {
            0
        };
        let hidden = matches!(character,
            '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFF}' | '\u{E000}'..='\u{F8FF}'
            | '\u{F0000}'..='\u{10FFFF}' | '\u{E0000}'..='\u{E007F}' | '\u{FDD0}'..='\u{FDEF}');
        let control = character.is_control() && !matches!(character, '\n' | '\r' | '\t');
        if hidden || control || marks > MAX_MARKS {
            return Some((
                format!(
                    "het teken U+{:04X} kan niet gedrukt worden",
                    u32::from(character)
                ),
                "typ de tekst op deze plaats opnieuw in plaats van hem te plakken",
            ));
        }
    }
    None
}

fn is_combining(character: char) -> bool {
    matches!(character,
        '\u{0300}'..='\u{036F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(jiff::civil::Date);

const MONTHS: [&str; 12] = [
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
const WEEKDAYS: [&str; 7] = [
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
        let month = usize::from(self.0.month().unsigned_abs()) - 1;
        format!("{} {}", self.0.day(), MONTHS[month])
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
        let day = match value {
            Value::String(text) => text.strip_prefix(MOMENT).and_then(|day| day.parse().ok()),
            _ => None,
        };
        day.map(Self).ok_or_else(|| {
            wrong_value(
                location,
                "datum",
                "hier hoort een datum die bestaat",
                "schrijf jaar-maand-dag zonder aanhalingstekens, bijvoorbeeld 2026-03-12",
            )
        })
    }
}

/// A time on the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time(jiff::civil::Time);

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
        let time = match value {
            Value::String(text) => text.strip_prefix(MOMENT).and_then(|time| time.parse().ok()),
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
        if (0.0..=1_000_000.0).contains(&number) {
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

/// A burgerservicenummer that passes the elfproef. It has no `Display`, and `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Bsn(String);

impl Bsn {
    /// The digits in groups, `9999 000 06`, for the documents that may hold them.
    #[must_use]
    pub fn grouped(&self) -> String {
        format!("{} {} {}", &self.0[..4], &self.0[4..7], &self.0[7..])
    }
}

impl fmt::Debug for Bsn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bsn(*********)")
    }
}

impl FromStr for Bsn {
    type Err = ();

    /// Nine digits, of which 9·d1 + 8·d2 + … + 2·d8 − 1·d9 is divisible by 11 (Besluit bsn).
    fn from_str(text: &str) -> Result<Self, ()> {
        let digits: Vec<i32> = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| c.to_digit(10).and_then(|d| i32::try_from(d).ok()).ok_or(()))
            .collect::<Result<_, ()>>()?;
        let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
        let sum: i32 = digits.iter().zip(weights).map(|(d, w)| d * w).sum();
        if digits.len() != weights.len() || sum % 11 != 0 || sum == 0 {
            return Err(());
        }
        Ok(Self(digits.iter().map(ToString::to_string).collect()))
    }
}

/// An AGB code: eight digits that identify a care provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgbCode(String);

impl fmt::Display for AgbCode {
    /// `98 765 432`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", &self.0[..2], &self.0[2..5], &self.0[5..])
    }
}

impl FromStr for AgbCode {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit()) {
            Ok(Self(digits))
        } else {
            Err(())
        }
    }
}

/// A word that other keys refer to, such as a goal's id: lower case letters, digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Id(String);

impl Id {
    /// The word itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Id {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !text.is_empty() && text.len() <= 40 && text.chars().all(allowed) {
            Ok(Self(text.to_owned()))
        } else {
            Err(())
        }
    }
}

/// The name of a file in the client's `fotos` folder, or beside `aanbieder.toml`; never a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileName(String);

impl FileName {
    /// The bare name with its extension.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for FileName {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let allowed = |c: char| c.is_alphanumeric() || "-_. ".contains(c);
        if !text.starts_with('.') && text.len() <= 100 && text.chars().all(allowed) {
            Ok(Self(text.to_owned()))
        } else {
            Err(())
        }
    }
}

/// A colour of the provider, `#0F6E6E`, dark enough to read on white.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colour(String);

impl Colour {
    /// The colour as `#rrggbb`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Contrast with white, 1 to 21 (WCAG 2.1, relative luminance).
    fn contrast_with_white(&self) -> f64 {
        let channel = |range| {
            let byte = u8::from_str_radix(&self.0[range], 16).unwrap_or(255);
            let value = f64::from(byte) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        let luminance = 0.2126 * channel(1..3) + 0.7152 * channel(3..5) + 0.0722 * channel(5..7);
        1.05 / (luminance + 0.05)
    }
}

impl FromStr for Colour {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let digits = text.strip_prefix('#').ok_or(())?;
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(());
        }
        let colour = Self(text.to_lowercase());
        if colour.contrast_with_white() >= 4.5 {
            Ok(colour)
        } else {
            Err(())
        }
    }
}

/// Lets a type that parses from text be a value of a file.
macro_rules! from_text {
    ($type:ty, $code:literal, $message:literal, $hint:literal) => {
        impl Deserr<Mistakes> for $type {
            fn deserialize_from_value<V: IntoValue>(
                value: Value<V>,
                location: ValuePointerRef<'_>,
            ) -> Result<Self, Mistakes> {
                text_from(value, location)?
                    .trim()
                    .parse()
                    .map_err(|()| wrong_value(location, $code, $message, $hint))
            }
        }
    };
}

from_text!(
    Bsn,
    "bsn",
    "dit is geen geldig burgerservicenummer (9 cijfers, elfproef)",
    "neem het nummer over van het identiteitsbewijs"
);
from_text!(
    AgbCode,
    "agb",
    "een AGB-code heeft 8 cijfers",
    "zoek de code op in het AGB-register"
);
from_text!(
    Id,
    "id",
    "een id heeft alleen kleine letters, cijfers en streepjes",
    "schrijf bijvoorbeeld \"bus-naar-werk\""
);
from_text!(
    FileName,
    "bestandsnaam",
    "dit is geen bestandsnaam",
    "zet het bestand in de map en noem alleen de naam, zonder map ervoor"
);
from_text!(
    Colour,
    "kleur",
    "deze kleur is geen #rrggbb of te licht om op wit te lezen",
    "kies een donkerdere kleur, met een contrast van minstens 4,5 op wit"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elfproef_accepts_the_test_range_and_refuses_a_wrong_digit() {
        assert!("999900006".parse::<Bsn>().is_ok());
        assert!("9999 000 06".parse::<Bsn>().is_ok());
        assert!("999900007".parse::<Bsn>().is_err());
        assert!("000000000".parse::<Bsn>().is_err());
        assert!("99990000".parse::<Bsn>().is_err());
    }

    #[test]
    fn a_bsn_never_prints_itself() {
        let bsn: Bsn = "999900006".parse().expect("valid");
        assert!(!format!("{bsn:?}").contains("9999"));
    }

    #[test]
    fn numbers_are_written_the_dutch_way() {
        assert_eq!(dutch_number(1.5), "1,5");
        assert_eq!(dutch_number(3.0), "3");
        assert_eq!(dutch_number(0.333), "0,33");
        assert_eq!(dutch_number(100.0), "100");
        assert_eq!(Euro(12.5).to_string(), "€ 12,50");
    }

    #[test]
    fn colours_too_light_to_read_are_refused() {
        assert!("#0F6E6E".parse::<Colour>().is_ok());
        assert!("#FFCC4D".parse::<Colour>().is_err());
        assert!("teal".parse::<Colour>().is_err());
    }

    #[test]
    fn age_counts_birthdays() {
        let day = |text: &str| Date(text.parse().expect("a date"));
        assert_eq!(day("2010-03-12").years_until(day("2026-03-11")), 15);
        assert_eq!(day("2010-03-12").years_until(day("2026-03-12")), 16);
    }
}

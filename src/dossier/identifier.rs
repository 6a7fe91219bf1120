//! What identifies a person, an organisation, a goal or a file, and the colour of a house style.
//!
//! Each is text of a fixed shape, and none prints an identifier by accident.

use std::fmt;
use std::str::FromStr;

use deserr::{Deserr, IntoValue, Value, ValuePointerRef};
use serde::Serialize;

use super::decode::{Mistakes, wrong_value};
use super::value::text_from;

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

/// The name under which the built-in pictograms stand among `sets`.
pub(crate) const OWN_SET: &str = "eigen";

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
impl Deserr<Mistakes> for Id {
    fn deserialize_from_value<V: IntoValue>(
        value: Value<V>,
        location: ValuePointerRef<'_>,
    ) -> Result<Self, Mistakes> {
        let text = text_from(value, location)?;
        text.trim().parse().map_err(|()| {
            let message = "een id heeft alleen kleine letters, cijfers en streepjes";
            let small = text.trim().to_lowercase();
            let hint = if small == OWN_SET {
                format!("bedoel je \"{OWN_SET}\"?")
            } else if small.parse::<Self>().is_ok() {
                "schrijf het met kleine letters".to_owned()
            } else {
                "schrijf bijvoorbeeld \"bus-naar-werk\"".to_owned()
            };
            wrong_value(location, "id", message, hint)
        })
    }
}

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
    fn colours_too_light_to_read_are_refused() {
        assert!("#0F6E6E".parse::<Colour>().is_ok());
        assert!("#FFCC4D".parse::<Colour>().is_err());
        assert!("teal".parse::<Colour>().is_err());
    }
}

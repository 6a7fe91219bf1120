//! A cell of an export, and how it is read as a day, a number or a text.

use jiff::civil::{Date, Time, date};

use crate::dossier::value::MONTHS;

/// A cell as the export has it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Empty,
    Text(String),
    Number(f64),
    YesNo(bool),
    /// A day, with the time where it has one.
    Day(Date, Option<Time>),
    Clock(Time),
    /// A formula that went wrong.
    Broken,
}

/// What a cell can't be, in Dutch, without what it holds.
pub(super) type Reason = &'static str;

/// What spreadsheets show where a formula went wrong, in Dutch and English.
const BROKEN: &[&str] = &[
    "#n/b",
    "#n/a",
    "#verw!",
    "#ref!",
    "#waarde!",
    "#value!",
    "#deel/0!",
    "#div/0!",
    "#naam?",
    "#name?",
    "#getal!",
    "#num!",
    "#leeg!",
    "#null!",
    "#overloop!",
    "#spill!",
];

/// Whole numbers from here on can't be trusted to the digit.
const EXACT: f64 = 1e15;

impl Cell {
    /// A cell of a text file.
    pub(super) fn written(text: &str) -> Self {
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let is_hashes = text.len() >= 3 && text.chars().all(|c| c == '#');
        if text.is_empty() {
            Self::Empty
        } else if is_hashes || BROKEN.contains(&text.to_lowercase().as_str()) {
            Self::Broken
        } else {
            Self::Text(text.to_owned())
        }
    }

    /// The cell as a text; none where it is empty.
    pub(super) fn text(&self) -> Result<Option<String>, Reason> {
        Ok(match self {
            Self::Empty => None,
            Self::Text(text) => Some(text.clone()),
            Self::Number(number) if number.fract() == 0.0 && number.abs() < EXACT => {
                Some(format!("{number:.0}"))
            }
            Self::Number(number) if number.abs() < EXACT => Some(number.to_string()),
            Self::Number(_) => {
                return Err("dit getal heeft te veel cijfers; maak er in Excel tekst van");
            }
            Self::YesNo(truth) => Some(if *truth { "ja" } else { "nee" }.to_owned()),
            Self::Day(..) | Self::Clock(_) => {
                return Err("hier hoort tekst, en Excel maakte er een datum of tijd van");
            }
            Self::Broken => return Err(FORMULA),
        })
    }

    /// The cell as a day.
    pub(super) fn day(&self) -> Result<Option<Date>, Reason> {
        match self {
            Self::Empty => Ok(None),
            Self::Day(day, None) => Ok(Some(*day)),
            Self::Day(_, Some(_)) => Err("hier hoort een datum zonder tijd"),
            Self::Text(text) => parse_day(text).map(Some),
            Self::Broken => Err(FORMULA),
            _ => Err("hier hoort een datum; maak er in Excel een datumcel van"),
        }
    }

    /// The cell as a time of the day.
    pub(super) fn clock(&self) -> Result<Option<Time>, Reason> {
        let wrong = "hier hoort een tijd, zoals 14:00";
        match self {
            Self::Empty => Ok(None),
            Self::Clock(time) => Ok(Some(*time)),
            Self::Broken => Err(FORMULA),
            Self::Text(text) => {
                let text = text.strip_suffix("uur").unwrap_or(text).trim();
                let numbers: Vec<_> = text.split([':', '.']).collect();
                let number = |at: usize| numbers.get(at).map_or(Some(0), |text| text.parse().ok());
                let time = match (numbers.len(), number(0), number(1), number(2)) {
                    (2 | 3, Some(hour), Some(minute), Some(second)) => {
                        Time::new(hour, minute, second, 0).ok()
                    }
                    _ => None,
                };
                time.map(Some).ok_or(wrong)
            }
            _ => Err(wrong),
        }
    }

    /// The cell as a number; a text has a comma or a point, and no thousands.
    pub(super) fn number(&self) -> Result<Option<f64>, Reason> {
        let wrong = "hier hoort een getal, zoals 3 of 1,5";
        match self {
            Self::Empty => Ok(None),
            Self::Number(number) => Ok(Some(*number)),
            Self::Broken => Err(FORMULA),
            Self::Text(text) => {
                let digits =
                    |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
                let (whole, rest) = text.split_once([',', '.']).unwrap_or((text, "0"));
                let is_thousands = text.contains('.') && rest.len() == 3;
                if !digits(whole) || !digits(rest) || is_thousands {
                    return Err(wrong);
                }
                format!("{whole}.{rest}")
                    .parse()
                    .map(Some)
                    .map_err(|_| wrong)
            }
            _ => Err(wrong),
        }
    }

    /// The cell as yes or no.
    pub(super) fn yes_no(&self) -> Result<Option<bool>, Reason> {
        let wrong = "hier hoort ja of nee";
        match self {
            Self::YesNo(truth) => Ok(Some(*truth)),
            Self::Day(..) | Self::Clock(_) => Err(wrong),
            _ => match self.text()?.map(|text| text.to_lowercase()).as_deref() {
                None => Ok(None),
                Some("ja" | "j" | "true" | "waar" | "1") => Ok(Some(true)),
                Some("nee" | "n" | "false" | "onwaar" | "0") => Ok(Some(false)),
                Some(_) => Err(wrong),
            },
        }
    }
}

const FORMULA: Reason = "hier staat een fout van een formule";

/// Reads a day as it is written in Dutch, or as year-month-day. A time of midnight behind it, as
/// databases add, is no objection.
fn parse_day(text: &str) -> Result<Date, Reason> {
    let wrong = "dit is geen bestaande datum; schrijf 31-12-2026";
    let text = text.trim().to_lowercase();
    let day = match text.split_once(['t', ' ']) {
        Some((day, time)) if day.contains(['-', '/', '.']) => {
            if !time.chars().all(|c| "0:.z ".contains(c)) {
                return Err("hier hoort een datum zonder tijd");
            }
            day
        }
        _ => &text,
    };
    let parts: Vec<_> = day
        .split(|c: char| c.is_whitespace() || "-/.".contains(c))
        .filter(|part| !part.is_empty())
        .collect();
    let [first, middle, last] = parts.as_slice() else {
        return Err(wrong);
    };
    let number = |part: &str| -> Result<i16, Reason> {
        let fits = part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| part.parse().ok()).flatten().ok_or(wrong)
    };
    let (year, month, day) = if first.len() == 4 {
        (number(first)?, number(middle)?, number(last)?)
    } else {
        if last.len() != 4 {
            number(last)?;
            return Err("schrijf het jaar met vier cijfers: 26 kan 1926 of 2026 zijn");
        }
        (
            number(last)?,
            month(middle).map_or_else(|| number(middle), Ok)?,
            number(first)?,
        )
    };
    let small = |number: i16| i8::try_from(number).map_err(|_| wrong);
    Date::new(year, small(month)?, small(day)?).map_err(|_| wrong)
}

/// A month by its name, or the first three letters of it or more.
fn month(word: &str) -> Option<i16> {
    if word.len() < 3 {
        return None;
    }
    let word = if word == "mrt" { "maart" } else { word };
    let at = MONTHS.iter().position(|month| month.starts_with(word))?;
    i16::try_from(at + 1).ok()
}

/// The day that spreadsheets give a time without a day.
pub(super) const NO_DAY: [Date; 2] = [date(1899, 12, 31), date(1899, 12, 30)];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_they_are_written_in_dutch() {
        for text in [
            "31-12-2026",
            "31/12/2026",
            "31.12.2026",
            "2026-12-31",
            "31 december 2026",
            "31 dec. 2026",
            "31-dec-2026",
            "31-12-2026 00:00:00",
            "2026-12-31T00:00:00Z",
        ] {
            let day = Cell::written(text).day();
            assert_eq!(day, Ok(Some(date(2026, 12, 31))), "{text}");
        }
        assert_eq!(
            Cell::written("1 mrt 2026").day(),
            Ok(Some(date(2026, 3, 1)))
        );
        assert_eq!(Cell::written("  ").day(), Ok(None));
        for text in [
            "31-12-26",
            "12/31/2026",
            "30-2-2026",
            "31-12-2026 14:30",
            "morgen",
            "31-12",
            "1 ma 2026",
            "46000",
            "#N/B",
        ] {
            assert!(Cell::written(text).day().is_err(), "{text}");
        }
        assert!(Cell::Number(46_000.0).day().is_err());
    }

    #[test]
    fn numbers_have_a_comma_or_a_point_and_no_thousands() {
        for (text, number) in [
            ("3", 3.0),
            ("1,5", 1.5),
            ("1.5", 1.5),
            ("0,25", 0.25),
            ("2,125", 2.125),
        ] {
            assert_eq!(Cell::written(text).number(), Ok(Some(number)), "{text}");
        }
        for text in ["1.500", "1.234,5", "-3", "3 uur", ",5", "5,", "1e3"] {
            assert!(Cell::written(text).number().is_err(), "{text}");
        }
    }

    #[test]
    fn a_number_is_a_text_without_a_tail_and_a_day_is_none() {
        assert_eq!(Cell::Number(10_023.0).text(), Ok(Some("10023".to_owned())));
        assert!(Cell::Number(1e17).text().is_err());
        assert!(Cell::Day(date(2026, 2, 1), None).text().is_err());
        assert!(Cell::written("#REF!").text().is_err());
        assert!(Cell::written("########").text().is_err());
        assert_eq!(Cell::written("#1").text(), Ok(Some("#1".to_owned())));
    }

    #[test]
    fn times_and_answers() {
        let two = Time::new(14, 0, 0, 0).expect("a time");
        for text in ["14:00", "14.00", "14:00:00", "14.00 uur"] {
            assert_eq!(Cell::written(text).clock(), Ok(Some(two)), "{text}");
        }
        assert!(Cell::written("25:00").clock().is_err());
        assert!(Cell::written("14").clock().is_err());
        assert_eq!(Cell::written("Ja").yes_no(), Ok(Some(true)));
        assert_eq!(Cell::Number(0.0).yes_no(), Ok(Some(false)));
        assert!(Cell::written("soms").yes_no().is_err());
    }
}

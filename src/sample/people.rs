//! Who the people are: names, numbers and addresses, all made up.

use super::draw::Draw;
use super::material::Names;

/// How somebody is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sex {
    Woman,
    Man,
    /// Neither, or not told.
    Either,
}

impl Sex {
    /// The key `voornaamwoord`, then the pronouns as subject, object and owner.
    pub(super) fn pronouns(self) -> [&'static str; 4] {
        match self {
            Self::Woman => ["zij", "zij", "haar", "haar"],
            Self::Man => ["hij", "hij", "hem", "zijn"],
            Self::Either => ["hen", "die", "hen", "hun"],
        }
    }
}

/// A name in its parts.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) sex: Sex,
    pub(super) first: String,
    pub(super) prefix: Option<String>,
    pub(super) last: String,
}

impl Name {
    /// Somebody whose first name none of these has.
    pub(super) fn draw(draw: &mut Draw, names: &Names, sex: Sex, taken: &[String]) -> Self {
        let pool = match sex {
            Sex::Woman => &names.women,
            Sex::Man => &names.men,
            Sex::Either => &names.either,
        };
        let free: Vec<_> = pool.iter().filter(|name| !taken.contains(name)).collect();
        let family = draw.one(&names.last);
        // A prefix may stand behind the name, as in a directory: `Bakkali, El`.
        let (prefix, last) = match family.split_once(", ") {
            Some((last, "El")) => (Some("El"), last),
            Some((prefix, last)) => (Some(prefix), last),
            None => (None, family.as_str()),
        };
        Self {
            sex,
            first: (*draw.one(&free)).clone(),
            prefix: prefix.map(str::to_owned),
            last: last.to_owned(),
        }
    }

    /// `van den Berg`.
    pub(super) fn family(&self) -> String {
        match &self.prefix {
            Some(prefix) => format!("{prefix} {}", self.last),
            None => self.last.clone(),
        }
    }

    /// `Zoë van den Berg`.
    pub(super) fn full(&self) -> String {
        format!("{} {}", self.first, self.family())
    }

    /// `Mevrouw Van den Berg`, as the texts of older people call them.
    pub(super) fn polite(&self) -> String {
        let mut letters = self.family();
        if let Some(first) = letters.get(..1) {
            letters.replace_range(..1, &first.to_uppercase());
        }
        match self.sex {
            Sex::Woman => format!("mevrouw {letters}"),
            Sex::Man => format!("meneer {letters}"),
            Sex::Either => self.first.clone(),
        }
    }

    /// An address that belongs to nobody.
    pub(super) fn email(&self, domain: &str) -> String {
        let plain = |text: &str| -> String { text.chars().filter_map(ascii).collect() };
        format!("{}.{}@{domain}", plain(&self.first), plain(&self.family()))
    }
}

/// The letter without its accent, in lower case; none for what has no place in an address.
pub(super) fn ascii(letter: char) -> Option<char> {
    Some(match letter.to_lowercase().next()? {
        'ï' | 'ı' | 'í' => 'i',
        'é' | 'ë' | 'ễ' => 'e',
        'ö' => 'o',
        'ü' => 'u',
        'ş' => 's',
        'ç' => 'c',
        letter if letter.is_ascii_alphanumeric() => letter,
        _ => return None,
    })
}

/// A number of the range that is kept for stories: `06 55 51 23 45`.
pub(super) fn mobile(draw: &mut Draw) -> String {
    let mut pair = || draw.between(10, 99);
    format!("06 55 5{} {} {}", pair() % 10, pair(), pair())
}

/// A number at home, likewise: `013 555 01 23`.
pub(super) fn landline(draw: &mut Draw) -> String {
    format!("013 555 0{} {}", draw.between(1, 9), draw.between(10, 99))
}

/// First seven digits of the range that is kept for tests, 999900006 up to 999999990.
const TEST_RANGE: u32 = 9_999_000;
/// Clients whose number is in it.
const IN_TEST_RANGE: u32 = 9_000;
/// Numbers for each seven digits: of the ten last pairs at least this many pass the elfproef.
const FOR_SEVEN: u32 = 9;
/// Clients whose number lies right below it.
const BELOW: u32 = 99_000;

/// The citizen service number of a client: each has another one. The range for tests holds some nine
/// thousand that pass the elfproef; after those come the numbers right below it.
pub(super) fn bsn(index: u32) -> String {
    // Strides without a common factor with the counts, so that neighbours don't look alike.
    let (seven, rank) = match index.checked_sub(IN_TEST_RANGE) {
        None => {
            let place = index * 7_919 % IN_TEST_RANGE;
            (TEST_RANGE + place / FOR_SEVEN, place % FOR_SEVEN)
        }
        Some(below) => {
            let place = u64::from(below) * 7_919 % u64::from(BELOW);
            let place = u32::try_from(place).expect("less than the count");
            (TEST_RANGE - 1 - place / FOR_SEVEN, place % FOR_SEVEN)
        }
    };
    let mut valid = (0..10).filter_map(|eighth| last_digit(seven * 10 + eighth));
    let rank = usize::try_from(rank).expect("a small number");
    let number = valid.nth(rank);
    number.expect("nine of ten pass").to_string()
}

/// The number that these eight digits begin, if there is one.
fn last_digit(eight: u32) -> Option<u32> {
    let digits = (0..8).map(|place| eight / 10_u32.pow(place) % 10);
    let sum: u32 = digits.zip(2..).map(|(digit, weight)| digit * weight).sum();
    let last = sum % 11;
    (last < 10).then_some(eight * 10 + last)
}

/// Where clients live together or a team works from.
#[derive(Clone, Debug)]
pub(super) struct Location {
    pub(super) name: String,
    /// The name of its folder.
    pub(super) folder: String,
    /// Which one it is.
    pub(super) number: usize,
}

/// Clients of the locations, over and over; 30 on average.
const SIZES: [usize; 8] = [24, 34, 28, 36, 22, 38, 26, 32];

impl Location {
    /// The location of a client.
    pub(super) fn of(names: &Names, index: u32) -> Self {
        let index = usize::try_from(index).expect("an index fits");
        let round: usize = SIZES.iter().sum();
        let mut rest = index % round;
        let mut number = index / round * SIZES.len();
        for size in SIZES {
            if rest < size {
                break;
            }
            rest -= size;
            number += 1;
        }
        let (first, last) = (&names.location_first, &names.location_last);
        // Strides without a common factor with the counts: each pair comes once.
        let pairs = first.len() * last.len();
        let pair = number * 1_223 % pairs;
        let mut name = format!("{}{}", first[pair % first.len()], last[pair / first.len()]);
        if number >= pairs {
            name = format!("{name} {}", number / pairs + 1);
        }
        let letters = name.chars().map(|letter| ascii(letter).unwrap_or('-'));
        Self {
            folder: letters.collect(),
            name,
            number,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::dossier::identifier::Bsn;
    use crate::sample::material::Material;

    #[test]
    fn a_hundred_thousand_clients_have_numbers_of_their_own() {
        let numbers: BTreeSet<_> = (0..100_000).map(bsn).collect();
        assert_eq!(numbers.len(), 100_000);
        assert!(numbers.iter().all(|number| number.parse::<Bsn>().is_ok()));
        let is_test = |number: &String| ("999900006".."999999991").contains(&number.as_str());
        assert!((0..IN_TEST_RANGE).map(bsn).all(|number| is_test(&number)));
    }

    #[test]
    fn locations_have_twenty_to_forty_clients_and_a_folder_each() {
        let names = Material::read().names;
        let mut clients: BTreeMap<String, usize> = BTreeMap::new();
        for index in 0..72_000 {
            *clients
                .entry(Location::of(&names, index).folder)
                .or_default() += 1;
        }
        assert_eq!(clients.len(), 72_000 / 30);
        assert!(clients.values().all(|count| (20..=40).contains(count)));
    }
}

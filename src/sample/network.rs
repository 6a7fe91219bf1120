//! The people around a client: relatives with what they may see, and who represents the client.

use jiff::civil::Date;

use super::calendar::{Calendar, days, months};
use super::draw::Draw;
use super::material::{Names, Profile};
use super::people::{Name, Sex, mobile};

/// Somebody around the client.
#[derive(Debug)]
pub(super) struct Relative {
    pub(super) number: u32,
    pub(super) name: Name,
    pub(super) relation: String,
    pub(super) role: String,
    pub(super) phone: String,
    pub(super) is_formal: bool,
    pub(super) themes: Vec<&'static str>,
    /// A theme that was open, and until when.
    pub(super) withdrawn: Option<(&'static str, Date)>,
}

/// Somebody who acts for the client.
#[derive(Debug)]
pub(super) struct Representative {
    pub(super) number: u32,
    pub(super) name: Name,
    pub(super) kind: &'static str,
    pub(super) relation: Option<String>,
    pub(super) phone: String,
    pub(super) since: Date,
}

/// All of them.
#[derive(Debug)]
pub(super) struct Network {
    pub(super) relatives: Vec<Relative>,
    pub(super) representatives: Vec<Representative>,
    /// Whether the client wants them to take part.
    pub(super) is_wanted: bool,
}

/// Themes that are opened by themselves, and those that come with trust.
const LIGHT: &[&str] = &["wie_ben_ik", "vrije_tijd", "wonen", "werk"];
const DEEP: &[&str] = &[
    "sociaal_netwerk",
    "zelfzorg",
    "gezondheid",
    "veiligheid",
    "evaluatie",
];

/// From this age on a young person's parents no longer decide.
const DECIDES_FROM: i16 = 16;

impl Network {
    /// Draws them for a client of this age.
    pub(super) fn draw(
        draw: &mut Draw,
        names: &Names,
        profile: &Profile,
        client: (&Name, i16),
        calendar: &Calendar,
    ) -> Self {
        let (name, age) = client;
        let mut relations: Vec<_> = names
            .relations
            .iter()
            .filter_map(|row| suits(row, age))
            .collect();
        draw.shuffle(&mut relations);
        if profile.group == "j" {
            // Parents first: they are who decides.
            relations.sort_by_key(|relation| !matches!(relation[0], "moeder" | "vader"));
        }
        relations
            .truncate([1, 2, 2, 3, 3, 4][draw.below(6)].max(1 + usize::from(profile.group == "j")));
        let is_wanted = profile.group == "j" || draw.percent(93);
        let mut taken = vec![name.first.clone()];
        let mut relatives = Vec::new();
        for (relation, number) in relations.into_iter().zip(1..) {
            let relative = relative(draw, names, name, relation, number, &taken, calendar);
            taken.push(relative.name.first.clone());
            relatives.push(relative);
        }
        let representatives = representatives(draw, names, profile, age, &relatives, calendar);
        Self {
            relatives,
            representatives,
            is_wanted,
        }
    }

    /// First names, so that nobody else gets one of them.
    pub(super) fn first_names(&self) -> Vec<String> {
        let relatives = self.relatives.iter().map(|one| one.name.first.clone());
        let others = self
            .representatives
            .iter()
            .map(|one| one.name.first.clone());
        relatives.chain(others).collect()
    }
}

/// The parts of a relation that a client of this age has.
fn suits(row: &str, age: i16) -> Option<[&str; 4]> {
    let parts: Vec<_> = row.split('|').collect();
    let (from, until) = parts.get(4)?.split_once('-')?;
    let ages = from.parse::<i16>().ok()?..=until.parse::<i16>().ok()?;
    ages.contains(&age)
        .then_some([parts[0], parts[1], parts[2], parts[3]])
}

fn relative(
    draw: &mut Draw,
    names: &Names,
    client: &Name,
    [relation, sex, role, family]: [&str; 4],
    number: u32,
    taken: &[String],
    calendar: &Calendar,
) -> Relative {
    let sex = if sex == "v" { Sex::Woman } else { Sex::Man };
    let mut name = Name::draw(draw, names, sex, taken);
    if family == "zelfde" {
        name.prefix.clone_from(&client.prefix);
        name.last.clone_from(&client.last);
    }
    let mut themes = match draw.below(100) {
        0..30 => {
            let mut themes = LIGHT.to_vec();
            themes.extend(draw.some(DEEP, 3));
            themes
        }
        30..72 => {
            let count = draw.between(1, 2);
            draw.some(LIGHT, count.unsigned_abs() as usize)
                .into_iter()
                .copied()
                .collect()
        }
        _ => Vec::new(),
    };
    if !themes.is_empty() {
        themes.push("planning");
    }
    let is_open = |theme: &&str| !themes.contains(theme);
    let closed = ["geld", "gezondheid", "werk"].into_iter().find(is_open);
    let withdrawn = closed.filter(|_| calendar.previous.is_some() && draw.percent(12));
    Relative {
        number,
        name,
        relation: relation.to_owned(),
        role: role.to_owned(),
        phone: mobile(draw),
        is_formal: draw.percent(35),
        themes,
        withdrawn: withdrawn.map(|theme| (theme, calendar.before_plan(3))),
    }
}

fn representatives(
    draw: &mut Draw,
    names: &Names,
    profile: &Profile,
    age: i16,
    relatives: &[Relative],
    calendar: &Calendar,
) -> Vec<Representative> {
    let is_kin = |one: &&Relative| matches!(one.role.as_str(), "familie" | "mantelzorger");
    let since = |draw: &mut Draw| {
        days(
            months(calendar.start, -draw.between(14, 90)),
            draw.between(1, 25),
        )
    };
    let kin = |draw: &mut Draw, one: &Relative, kind| Representative {
        number: one.number,
        name: one.name.clone(),
        kind,
        relation: Some(one.relation.clone()),
        phone: one.phone.clone(),
        since: since(draw),
    };
    if profile.group == "j" {
        let parents = relatives
            .iter()
            .filter(|one| matches!(one.relation.as_str(), "moeder" | "vader"));
        let decide = parents.filter(|_| age < DECIDES_FROM);
        return decide
            .map(|one| kin(draw, one, "ouder_met_gezag"))
            .collect();
    }
    let chance = draw.below(100);
    let kind = match (profile.group.as_str(), chance) {
        ("v", 0..35) => "curator",
        ("v", 35..65) | ("o" | "d", 0..30) => "mentor",
        ("v", 65..85) | ("w" | "g", 0..18) => "bewindvoerder",
        ("w" | "o" | "d", 30..38) => "gemachtigde",
        _ => return Vec::new(),
    };
    let first = relatives
        .iter()
        .find(is_kin)
        .filter(|_| kind != "bewindvoerder");
    if let Some(one) = first {
        return vec![kin(draw, one, kind)];
    }
    if kind == "gemachtigde" {
        return Vec::new();
    }
    let mut taken: Vec<_> = relatives.iter().map(|one| one.name.first.clone()).collect();
    taken.sort();
    let sex = if draw.percent(60) {
        Sex::Woman
    } else {
        Sex::Man
    };
    vec![Representative {
        number: 9,
        name: Name::draw(draw, names, sex, &taken),
        kind,
        relation: None,
        phone: mobile(draw),
        since: since(draw),
    }]
}

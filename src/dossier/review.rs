//! `nagekeken.toml`: who held the easy-read text against the plan, when, and what the goals were
//! then.

use blake3::Hasher;
use deserr::Deserr;

use super::decode::{Mistakes, decode};
use super::identifier::Id;
use super::load::{Dossier, REVIEW_FILE};
use super::source::{Node, NodeValue, Source};
use super::value::{Date, Text};

/// Everything in `nagekeken.toml`.
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Review {
    /// Day of the review.
    #[deserr(rename = "datum")]
    pub date: Date,
    /// Who held the text against the plan.
    #[deserr(rename = "door")]
    pub by: Text,
    /// Who of the target group read the text.
    #[deserr(rename = "gelezen_door", default)]
    pub read_by: Option<Text>,
    /// When.
    #[deserr(rename = "gelezen_op", default)]
    pub read_on: Option<Date>,
    /// The goals as they were.
    #[deserr(rename = "doelen", default)]
    pub goals: Vec<ReviewedGoal>,
}

/// A goal as it was at the review.
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct ReviewedGoal {
    /// Id of the goal.
    pub id: Id,
    /// Digest of everything in it.
    #[deserr(rename = "vingerafdruk")]
    pub digest: Text,
}

/// What stands above the file.
const HEAD: &str = "\
# Geschreven door `drieluik review`. De vingerafdrukken horen bij de doelen zoals ze toen waren;
# verandert een doel, kijk dan de makkelijke tekst opnieuw na.
";

/// The file of a new review of a client; none when a name can't stand in it. Who read the text
/// before stays, unless a goal has changed since.
pub(crate) fn compose(
    dossier: &Dossier,
    by: &str,
    read_by: Option<&str>,
    today: Date,
) -> Option<String> {
    let goals = &dossier.plan.goals;
    let digests: Vec<_> = (0..goals.len())
        .map(|index| dossier.goal_digest(index))
        .collect::<Option<_>>()?;
    let is_unchanged = |review: &&Review| {
        let is_whole = review.goals.len() == goals.len();
        is_whole
            && goals.iter().zip(&digests).all(|(goal, digest)| {
                let known = review.goals.iter().find(|known| known.id == goal.id);
                known.is_some_and(|known| known.digest.as_str() == digest)
            })
    };
    let earlier = dossier.review.as_ref().filter(is_unchanged);
    let reader = match read_by {
        Some(name) => Some((name, Some(today))),
        None => {
            earlier.and_then(|review| Some((review.read_by.as_ref()?.as_str(), review.read_on)))
        }
    };
    let quoted = |text: &str| toml::Value::from(text.trim()).to_string();
    let mut parts = vec![format!("{HEAD}datum = {today}\ndoor = {}\n", quoted(by))];
    if let Some((name, day)) = reader {
        parts.push(format!("gelezen_door = {}\n", quoted(name)));
        parts.extend(day.map(|day| format!("gelezen_op = {day}\n")));
    }
    parts.extend(goals.iter().zip(&digests).map(|(goal, digest)| {
        let id = quoted(goal.id.as_str());
        format!("\n[[doelen]]\nid = {id}\nvingerafdruk = \"{digest}\"\n")
    }));
    let text = parts.concat();
    // What can't be read back may not be written.
    let (source, mistakes) = Source::parse(REVIEW_FILE.into(), text.clone());
    let is_sound = mistakes.is_empty() && decode::<Review>(&source).is_ok();
    is_sound.then_some(text)
}

/// A digest of all that a goal says, whatever its order, layout and comments: 16 characters of its
/// BLAKE3.
pub(super) fn digest(goal: &Node) -> String {
    let mut hasher = Hasher::new();
    feed(goal, &mut hasher);
    hasher.finalize().to_hex().chars().take(16).collect()
}

/// Feeds a value with its kind and length, so that no two values look alike.
fn feed(node: &Node, hasher: &mut Hasher) {
    let mut tell = |kind: &str, text: &str| {
        hasher.update(format!("{kind}{}:{text}", text.len()).as_bytes());
    };
    match &node.value {
        NodeValue::String(text) => tell("s", text.trim()),
        NodeValue::Integer(number) => tell("n", &number.to_string()),
        NodeValue::Float(number) => tell("n", &number.to_string()),
        NodeValue::Boolean(truth) => tell("b", &truth.to_string()),
        NodeValue::Moment(moment) => tell("m", &moment.to_string()),
        NodeValue::List(items) => {
            tell("l", &items.len().to_string());
            for item in items {
                feed(item, hasher);
            }
        }
        NodeValue::Table(table) => {
            let filled = || table.iter().filter(|(_, value)| !value.is_blank());
            tell("t", &filled().count().to_string());
            for (key, value) in filled() {
                hasher.update(format!("k{}:{key}", key.len()).as_bytes());
                feed(value, hasher);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::dossier::source::Source;

    fn of(text: &str) -> String {
        digest(
            Source::parse(PathBuf::from("plan.toml"), text.to_owned())
                .0
                .root(),
        )
    }

    #[test]
    fn the_digest_is_of_what_is_said_and_not_of_how_it_is_laid_out() {
        let goal = of("id = \"bus\"\nstart = 2026-03-01\nwil = [\"Ik wil.\"]");
        assert_eq!(goal.len(), 16);
        assert_eq!(
            goal,
            of("# x\nwil = [ \"Ik wil.\" ]\nid = \"bus \"\nstart = 2026-03-01\nwens = \"\"")
        );
        assert_ne!(
            goal,
            of("id = \"bus\"\nstart = 2026-03-02\nwil = [\"Ik wil.\"]")
        );
        assert_ne!(of("a = [\"b\", \"c\"]"), of("a = [\"bc\"]"));
    }
}

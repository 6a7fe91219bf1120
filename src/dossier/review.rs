//! `nagekeken.toml`: who held the easy-read text against the plan, when, and what the goals were
//! then.

use blake3::Hasher;
use deserr::Deserr;

use super::decode::Mistakes;
use super::identifier::Id;
use super::source::{Node, NodeValue};
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
            items.iter().for_each(|item| feed(item, hasher));
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
        digest(Source::parse(PathBuf::from("plan.toml"), text.to_owned()).0.root())
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

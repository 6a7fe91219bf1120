//! The family copies: free text that a relative may see tells nothing of a theme that is withheld
//! from that relative, and of nobody else around the client.

mod other_person;
mod other_theme;
mod shown;
mod themes;

use super::rule::Rule;

pub(super) use shown::Shown;

pub(super) const RULES: &[Rule] = &[other_theme::RULE, other_person::RULE];

/// Says in how many copies something stands.
fn copies(count: usize) -> String {
    match count {
        1 => "1 familie-exemplaar".to_owned(),
        count => format!("{count} familie-exemplaren"),
    }
}

/// Lists the numbers of the persons whose copies these are.
fn numbers(numbers: &[u32]) -> String {
    let listed: Vec<_> = numbers.iter().map(u32::to_string).collect();
    format!("exemplaar van nummer {}", listed.join(", "))
}

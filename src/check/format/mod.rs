//! The regional format: each mandatory element of each formal document has content.

mod evaluation_element;
mod key;
mod plan_element;

use super::rule::{Remark, Rule};
use crate::dossier::source::KeyPath;
use crate::rendition::Element;

pub(super) const RULES: &[Rule] = &[plan_element::RULE, evaluation_element::RULE];

/// A remark on an element that says nothing, at the key that fills it.
fn empty(element: &Element, label: &str, file: &'static str, path: KeyPath) -> Remark {
    let message = match element.goal {
        Some(goal) => format!("doel {}: het verplichte onderdeel {label} is leeg", goal + 1),
        None => format!("het verplichte onderdeel {label} is leeg"),
    };
    let way_out = format!("vul {} in", path.name());
    Remark::on(file, path, message).hint(way_out)
}

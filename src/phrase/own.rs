//! An organisation's own phrases: single keys that come before those of the program.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use minijinja::Environment;

use super::use_terms;
use crate::dossier::source::{Node, NodeValue};
use crate::finding::Finding;
use crate::template::{self, Overlay, TEXT};

/// Where a phrase of an organisation's own stands, to tell when it fails.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    file: PathBuf,
    line: usize,
    text: String,
}

impl Origin {
    /// Place and line, for people.
    pub(super) fn shown(&self) -> String {
        let (file, line, text) = (self.file.display(), self.line, &self.text);
        format!("{file}:{line}\n{line:>5} | {text}")
    }
}

/// Puts an organisation's phrases in place of those of the program. What is wrong with them is told:
/// errors, and warnings of keys that no document says.
pub(super) fn take_in(
    environment: &mut Environment<'static>,
    literal_terms: &BTreeMap<String, String>,
    overlay: &Overlay,
    known: &BTreeSet<String>,
) -> (BTreeMap<String, Origin>, Vec<Finding>) {
    let mut origins = BTreeMap::new();
    let mut findings = Vec::new();
    for (path, text) in overlay.under(TEXT) {
        let file = overlay.shown(path);
        let (source, syntax) = template::parse(file.clone(), text);
        findings.extend(syntax);
        let NodeValue::Table(phrases) = &source.root().value else {
            continue;
        };
        let name = path.strip_prefix(TEXT).unwrap_or(path);
        let name = name.strip_suffix(".toml").unwrap_or(name);
        for (key, node) in phrases {
            let full = format!("{name}.{key}");
            let at_value = |message: String| {
                template::finding_at(&file, text, node.span.start, node.span.end, message)
            };
            if !known.contains(&full) {
                findings.push(unknown_key(&file, text, (name, key), node, known));
                continue;
            }
            let NodeValue::String(phrase) = &node.value else {
                let finding = at_value(format!("`{key}`: hier hoort een zin, als tekst"));
                findings.push(finding.with_hint("zet de zin tussen dubbele aanhalingstekens"));
                continue;
            };
            let template = use_terms(phrase, literal_terms);
            let given = variables(environment, &full);
            if let Err(error) = environment.add_template_owned(full.clone(), template) {
                let reason = error.detail().unwrap_or("het is geen minijinja");
                let message = format!("`{key}`: dit sjabloon kan niet gelezen worden ({reason})");
                let hint = "een gegeven staat tussen {{ en }}, een keuze tussen {% en %}";
                findings.push(at_value(message).with_hint(hint));
                continue;
            }
            for unknown in variables(environment, &full).difference(&given) {
                let message = format!("`{key}`: de zin van drieluik gebruikt `{unknown}` niet");
                let hint = template::nearest(unknown, given.iter().map(String::as_str));
                let hint = hint.map_or_else(
                    || {
                        "is er zo'n gegeven niet, dan kan het document niet gemaakt worden"
                            .to_owned()
                    },
                    |near| format!("bedoel je {near}?"),
                );
                findings.push(at_value(message).with_hint(hint).as_warning());
            }
            let line = text[..node.span.start].matches('\n').count();
            let origin = Origin {
                file: file.clone(),
                line: line + 1,
                text: text.lines().nth(line).unwrap_or_default().to_owned(),
            };
            origins.insert(full, origin);
        }
    }
    (origins, findings)
}

/// What is to be filled in in a phrase.
fn variables(environment: &Environment<'_>, name: &str) -> BTreeSet<String> {
    let template = environment.get_template(name);
    template.map_or_else(
        |_| BTreeSet::new(),
        |template| template.undeclared_variables(false).into_iter().collect(),
    )
}

/// A key that no document says.
fn unknown_key(
    file: &Path,
    text: &str,
    (name, key): (&str, &str),
    node: &Node,
    known: &BTreeSet<String>,
) -> Finding {
    let span = node.key_span.clone().unwrap_or_else(|| node.span.clone());
    let message = format!("`{key}`: deze zin zegt geen document");
    let prefix = format!("{name}.");
    let keys = known.iter().filter_map(|known| known.strip_prefix(&prefix));
    let hint = template::nearest(key, keys).map_or_else(
        || "haal de regel weg; drieluik templates eject schrijft alle zinnen".to_owned(),
        |near| format!("bedoel je {near}?"),
    );
    let finding = template::finding_at(file, text, span.start, span.end, message);
    finding.with_hint(hint).as_warning()
}

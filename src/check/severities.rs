//! How bad a breach of each rule is: as the rule says, or as the organisation does under
//! `[controle]` in `aanbieder.toml`.

use std::collections::BTreeMap;

use super::file_code::FILE_CODES;
use super::{Findings, docs};
use crate::dossier::provider::Provider;
use crate::dossier::source::{KeyPath, NodeValue, Source};
use crate::finding::Severity;

/// The words of the file, worst first; the last turns a rule off.
const WORDS: &[(&str, Setting)] = &[
    ("fout", Setting::At(Severity::Error)),
    ("waarschuwing", Setting::At(Severity::Warning)),
    ("tip", Setting::At(Severity::Hint)),
    ("uit", Setting::Off),
];

/// The words that an organisation may give a rule, worst first.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    WORDS.iter().map(|(word, _)| *word)
}

/// What an organisation makes of a rule.
#[derive(Clone, Copy, Debug)]
enum Setting {
    At(Severity),
    Off,
}

/// The organisation's own severities, by code.
#[derive(Debug, Default)]
pub(crate) struct Severities(BTreeMap<String, Setting>);

impl Severities {
    /// Reads what the organisation says; words that don't exist were refused with the file.
    pub(super) fn of(provider: &Provider) -> Self {
        let entries = provider.severities.iter();
        Self(
            entries
                .filter_map(|(code, word)| Some((code.clone(), setting(word.as_str())?)))
                .collect(),
        )
    }

    /// The severity of a rule; none when it is off.
    pub(super) fn get(&self, code: &str, usual: Severity) -> Option<Severity> {
        match self.0.get(code) {
            Some(Setting::At(severity)) => Some(*severity),
            Some(Setting::Off) => None,
            None => Some(usual),
        }
    }
}

fn setting(word: &str) -> Option<Setting> {
    let entry = WORDS.iter().find(|(known, _)| *known == word)?;
    Some(entry.1)
}

/// Refuses codes and words that don't exist.
pub(super) fn check(source: &Source) -> Findings {
    let root = KeyPath::root("controle");
    let mut findings = Findings::new();
    let Some(NodeValue::Table(table)) = source.get(&root).map(|node| &node.value) else {
        return findings;
    };
    for (code, value) in table {
        let path = root.clone().key(code);
        if FILE_CODES.iter().any(|known| known.code == code) {
            let finding = source.finding_at_key("onbekende-regel", &path, "deze ernst staat vast");
            findings.push(finding.with_hint("alleen de regels van check kunt u anders instellen"));
        } else if !docs().any(|doc| doc.code == code) {
            let finding =
                source.finding_at_key("onbekende-regel", &path, "deze regel bestaat niet");
            findings.push(finding.with_hint(near(code)));
        } else if let NodeValue::String(word) = &value.value
            && setting(word.trim()).is_none()
        {
            let words: Vec<_> = WORDS.iter().map(|(word, _)| *word).collect();
            findings.push(
                source
                    .finding_at("onbekende-waarde", &path, "deze waarde bestaat niet")
                    .with_hint(format!("kies uit: {}", words.join(", "))),
            );
        }
    }
    findings
}

/// The rule that somebody meant.
fn near(code: &str) -> String {
    let likeness = |known: &&str| strsim::damerau_levenshtein(known, code);
    let nearest = docs().map(|doc| doc.code).min_by_key(likeness);
    match nearest.filter(|known| likeness(known) <= 3) {
        Some(known) => format!("bedoel je `{known}`?"),
        None => "drieluik explain toont alle regels".to_owned(),
    }
}

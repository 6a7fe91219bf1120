//! Where the values of a plan come from: columns and what is made of their words.

use std::collections::BTreeMap;

use crate::dossier::kind::KeyKind;
use crate::dossier::source::KeyPath;

/// Where the value of a key comes from.
#[derive(Clone, Debug)]
pub(super) struct Spec {
    /// Keys from the root, or from the entry of a group.
    pub(super) keys: Vec<String>,
    pub(super) kind: KeyKind,
    pub(super) columns: Vec<ColumnRef>,
    /// What stands between the texts of several columns.
    pub(super) between: String,
    /// Translations, by the word in lower case.
    pub(super) words: Option<BTreeMap<String, String>>,
    /// What a word without a translation becomes.
    pub(super) otherwise: Option<String>,
    /// What an empty cell becomes.
    pub(super) when_empty: Option<String>,
    /// What stands between the items of a list.
    pub(super) split: Option<String>,
}

/// A column by its name, and where the map names it.
#[derive(Clone, Debug)]
pub(super) struct ColumnRef {
    pub(super) name: String,
    pub(super) path: KeyPath,
}

/// Entries of one list of tables: of each row that has something for it, one.
#[derive(Debug)]
pub(super) struct Group {
    /// `netwerk`
    pub(super) table: String,
    /// By keys from the entry.
    pub(super) specs: Vec<Spec>,
    /// The keys by which an entry is known again.
    pub(super) known_by: Vec<String>,
}

impl Spec {
    pub(super) fn of(keys: Vec<String>, kind: KeyKind, columns: Vec<ColumnRef>) -> Self {
        Self {
            keys,
            kind,
            columns,
            between: " ".to_owned(),
            words: None,
            otherwise: None,
            when_empty: None,
            split: None,
        }
    }

    /// A value that is the same for all.
    pub(super) fn fixed(keys: Vec<String>, kind: KeyKind, value: String) -> Self {
        Self {
            when_empty: Some(value),
            ..Self::of(keys, kind, Vec::new())
        }
    }
}

/// By what an entry of a table is known again, unless the map says otherwise.
pub(super) fn usual_keys(table: &str) -> Vec<String> {
    let keys: &[&str] = match table {
        "producten" => &["code", "ingang"],
        "doelen" => &["id"],
        "wie_ben_ik" => &["thema"],
        "risicos" => &["risico"],
        "onvrijwillige_zorg" => &["maatregel"],
        "ondertekening" => &["wie", "naam"],
        "inbreng" => &["nummer", "datum"],
        _ => &["naam"],
    };
    keys.iter().map(ToString::to_string).collect()
}

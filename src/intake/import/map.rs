//! The map of an import: which column goes to which key of a plan. Reads it strictly, and says what
//! in it can't be.

use std::collections::BTreeMap;
use std::path::Path;

use super::spec::{ColumnRef, Group, Spec, usual_keys};
use crate::dossier::code::{Law, PlanKind};
use crate::dossier::kind::{self, KeyKind};
use crate::dossier::limited::read_limited;
use crate::dossier::source::{KeyPath, Node, NodeValue, Source};
use crate::finding::{Finding, Severity};

/// The largest map, in bytes.
const MOST_BYTES: u64 = 1024 * 1024;

/// A map, not yet held against the columns.
#[derive(Debug)]
pub(super) struct Map {
    /// The column of the client number.
    pub(super) number: ColumnRef,
    /// What comes before each number.
    pub(super) prefix: String,
    /// The sheet of an `.xlsx`.
    pub(super) sheet: Option<String>,
    /// Where a new client's folder lies under `clienten`.
    pub(super) location: Option<Spec>,
    pub(super) kind: PlanKind,
    pub(super) law: Option<Law>,
    /// Keys of which a client has one.
    pub(super) fields: Vec<Spec>,
    /// Tables of which a client may have more.
    pub(super) groups: Vec<Group>,
}

/// Keys of `[bestand]`.
const FILE_KEYS: &[&str] = &[
    "clientnummer",
    "voorvoegsel",
    "blad",
    "locatie",
    "soort",
    "wet",
];
/// Keys of a table that tells where a value comes from.
const SPEC_KEYS: &[&str] = &[
    "kolom",
    "tussen",
    "waarden",
    "anders",
    "leeg",
    "scheiding",
    "vast",
];
/// The key of a group that tells how an entry is known again.
const KNOWN_BY: &str = "herken";

impl Map {
    /// Reads a map, with the file that its mistakes are told in.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub(super) fn read(path: &Path) -> Result<(Self, Source), Vec<Finding>> {
        let unreadable = |message: &str| vec![Finding::error("koppeling", message)];
        let bytes = read_limited(path, MOST_BYTES)
            .map_err(|_| unreadable("het bestand met de koppeling kan niet gelezen worden"))?;
        let text = String::from_utf8(bytes)
            .map_err(|_| unreadable("het bestand met de koppeling is niet opgeslagen als UTF-8"))?;
        let text = text.trim_start_matches('\u{feff}').to_owned();
        let name = path.file_name().unwrap_or_default();
        let (source, syntax) = Source::parse(name.into(), text);
        if !syntax.is_empty() {
            return Err(syntax);
        }
        let reader = Reader {
            source: &source,
            findings: Vec::new(),
        };
        let map = reader.map()?;
        Ok((map, source))
    }

    /// Every column that the map names.
    pub(super) fn columns(&self) -> impl Iterator<Item = &ColumnRef> {
        let groups = self.groups.iter().flat_map(|group| &group.specs);
        let specs = self.location.iter().chain(&self.fields).chain(groups);
        std::iter::once(&self.number).chain(specs.flat_map(|spec| &spec.columns))
    }
}

/// Reads a map and collects what is wrong with it.
struct Reader<'s> {
    source: &'s Source,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn map(mut self) -> Result<Map, Vec<Finding>> {
        let root = KeyPath::default();
        let parts = ["bestand", "kolommen", "vast", "rijen"];
        self.known_keys(&root, &parts);
        let file = KeyPath::root("bestand");
        self.known_keys(&file, FILE_KEYS);
        let number = self.column(&file.clone().key("clientnummer"));
        if number.is_none() {
            self.wrong(
                &file,
                "er staat niet in welke kolom het cliëntnummer staat",
                "voeg bij [bestand] toe: clientnummer = \"naam van de kolom\"",
            );
        }
        let kind = self.word(&file.clone().key("soort"), PlanKind::ALL, PlanKind::word);
        let law = self.word(&file.clone().key("wet"), Law::ALL, Law::word);
        let at = file.clone().key("locatie");
        let location = self.source.get(&at).is_some().then(|| {
            let keys = vec!["locatie".to_owned()];
            self.spec(&at, keys, KeyKind::Text)
        });
        let mut fields = Vec::new();
        let mut groups = BTreeMap::new();
        for (part, is_fixed) in [("kolommen", false), ("vast", true)] {
            let at = KeyPath::root(part);
            for leaf in self.leaves(&at, is_fixed) {
                self.leaf(&at, &leaf, is_fixed, &mut fields, &mut groups);
            }
        }
        let mut groups: Vec<_> = groups.into_values().collect();
        groups.extend(self.row_groups());
        self.repeated(&fields, &groups);
        let text = |key: &str| {
            self.source
                .string(&file.clone().key(key))
                .map(str::to_owned)
        };
        let (prefix, sheet) = (text("voorvoegsel").unwrap_or_default(), text("blad"));
        match number {
            Some(number)
                if !self
                    .findings
                    .iter()
                    .any(|one| one.severity == Severity::Error) =>
            {
                Ok(Map {
                    number,
                    prefix,
                    sheet,
                    location: location.flatten(),
                    kind: kind.unwrap_or(PlanKind::Support),
                    law,
                    fields,
                    groups,
                })
            }
            _ => Err(self.findings),
        }
    }

    fn wrong(&mut self, path: &KeyPath, message: impl Into<String>, hint: impl Into<String>) {
        let finding = self.source.finding_at("koppeling", path, message);
        self.findings.push(finding.with_hint(hint));
    }

    fn keys(&self, path: &KeyPath) -> Vec<String> {
        match self.source.get(path).map(|node| &node.value) {
            Some(NodeValue::Table(table)) => table.keys().cloned().collect(),
            _ => Vec::new(),
        }
    }

    fn known_keys(&mut self, path: &KeyPath, known: &[&str]) {
        for key in self.keys(path) {
            if !known.contains(&key.as_str()) {
                let near = nearest(&key, known.iter().copied());
                let hint = near.map_or_else(
                    || format!("kies uit: {}", known.join(", ")),
                    |near| format!("bedoel je {near}?"),
                );
                let path = path.clone().key(&key);
                self.wrong(&path, "dit bestaat niet in een koppeling", hint);
            }
        }
    }

    fn word<T: Copy>(
        &mut self,
        path: &KeyPath,
        all: &[T],
        word: fn(T) -> &'static str,
    ) -> Option<T> {
        let text = self.source.string(path)?;
        let found = all.iter().copied().find(|one| word(*one) == text);
        if found.is_none() {
            let words: Vec<_> = all.iter().map(|one| word(*one)).collect();
            let hint = format!("kies uit: {}", words.join(", "));
            self.wrong(path, "deze waarde bestaat niet", hint);
        }
        found
    }

    fn column(&self, path: &KeyPath) -> Option<ColumnRef> {
        let name = super::sheet::column_name(self.source.string(path)?);
        Some(ColumnRef {
            name,
            path: path.clone(),
        })
    }

    /// The paths below a part at which a value or the telling of one stands.
    fn leaves(&self, part: &KeyPath, is_fixed: bool) -> Vec<KeyPath> {
        let mut leaves = Vec::new();
        if let Some(node) = self.source.get(part) {
            collect(node, part, is_fixed, &mut leaves);
        }
        // As the map has them, so that a plan has its keys in that order too.
        leaves.sort_by_key(|leaf| self.source.get(leaf).map(|node| node.span.start));
        leaves
    }

    fn leaf(
        &mut self,
        part: &KeyPath,
        leaf: &KeyPath,
        is_fixed: bool,
        fields: &mut Vec<Spec>,
        groups: &mut BTreeMap<(String, String), Group>,
    ) {
        let keys = keys_below(part, leaf);
        let (root, is_list) = match keys.first() {
            Some(root) => (root.clone(), kind::is_list(root)),
            None => return,
        };
        if !is_list {
            let Some(kind) = self.kind(leaf, &keys) else {
                return;
            };
            if let Some(spec) = self.spec_or_fixed(leaf, keys, kind, is_fixed) {
                fields.push(spec);
            }
            return;
        }
        let Some(number) = keys
            .get(1)
            .filter(|key| key.parse::<u8>().is_ok_and(|n| n > 0))
        else {
            let hint = format!(
                "schrijf {root}.1.… voor de eerste, of maak er [rijen.{root}] van als elke rij er één is"
            );
            self.wrong(leaf, "hier kunnen er meer van zijn", hint);
            return;
        };
        let group = (root.clone(), number.clone());
        let rest = keys[2..].to_vec();
        let kind = self.kind(
            leaf,
            &[std::slice::from_ref(&root), rest.as_slice()].concat(),
        );
        let spec = kind.and_then(|kind| self.spec_or_fixed(leaf, rest, kind, is_fixed));
        if let Some(spec) = spec {
            let group = groups.entry(group).or_insert_with(|| Group {
                known_by: usual_keys(&root),
                specs: Vec::new(),
                table: root,
            });
            group.specs.push(spec);
        }
    }

    /// `[rijen.producten]`: one entry for each row.
    fn row_groups(&mut self) -> Vec<Group> {
        let part = KeyPath::root("rijen");
        let mut groups = Vec::new();
        for table in self.keys(&part) {
            let at = part.clone().key(&table);
            if !kind::is_list(&table) {
                let hint = "schrijf bijvoorbeeld [rijen.netwerk] of [rijen.producten]";
                self.wrong(&at, "hiervan heeft een plan er geen meer dan één", hint);
                continue;
            }
            let mut specs = Vec::new();
            for leaf in self.leaves(&at, false) {
                let keys = keys_below(&at, &leaf);
                if keys.first().is_some_and(|key| key == KNOWN_BY) {
                    continue;
                }
                let full = [std::slice::from_ref(&table), keys.as_slice()].concat();
                let kind = self.kind(&leaf, &full);
                specs.extend(kind.and_then(|kind| self.spec(&leaf, keys, kind)));
            }
            let known_by = match self
                .source
                .get(&at.clone().key(KNOWN_BY))
                .map(|node| &node.value)
            {
                Some(NodeValue::String(key)) => vec![key.clone()],
                Some(NodeValue::List(items)) => items.iter().filter_map(string).collect(),
                _ => usual_keys(&table),
            };
            groups.push(Group {
                table,
                specs,
                known_by,
            });
        }
        groups
    }

    /// The kind of value at a key of a plan, if a plan has it.
    fn kind(&mut self, leaf: &KeyPath, keys: &[String]) -> Option<KeyKind> {
        let plain = |key: &String| {
            key.chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-".contains(c))
        };
        let words: Vec<_> = keys.iter().map(String::as_str).collect();
        let known = if keys.iter().all(plain) {
            kind::of(&words)
        } else {
            Err(kind::NoKey(
                "schrijf kleine letters, met punten ertussen".to_owned(),
            ))
        };
        match known {
            Ok(KeyKind::Tables) => {
                let hint = "noem een sleutel daarbinnen, zoals client.achternaam";
                self.wrong(leaf, "dit kan niet uit één kolom komen", hint);
                None
            }
            Ok(kind) => Some(kind),
            Err(kind::NoKey(hint)) => {
                self.wrong(leaf, "deze sleutel heeft een plan niet", hint);
                None
            }
        }
    }

    fn spec_or_fixed(
        &mut self,
        at: &KeyPath,
        keys: Vec<String>,
        kind: KeyKind,
        is_fixed: bool,
    ) -> Option<Spec> {
        if !is_fixed {
            return self.spec(at, keys, kind);
        }
        let value = self.source.get(at).and_then(scalar);
        if value.is_none() {
            self.wrong(
                at,
                "hier hoort één vaste waarde",
                "schrijf bijvoorbeeld \"Tilburg\"",
            );
        }
        Some(Spec::fixed(keys, kind, value?))
    }

    /// Reads where a value comes from: a column, or a table that tells more.
    fn spec(&mut self, at: &KeyPath, keys: Vec<String>, kind: KeyKind) -> Option<Spec> {
        if let Some(column) = self.column(at) {
            return Some(Spec::of(keys, kind, vec![column]));
        }
        if !matches!(self.source.get(at)?.value, NodeValue::Table(_)) {
            let hint = "schrijf de naam van de kolom tussen aanhalingstekens";
            self.wrong(at, "hier hoort een kolom", hint);
            return None;
        }
        self.known_keys(at, SPEC_KEYS);
        let text = |key: &str| self.source.get(&at.clone().key(key)).and_then(scalar);
        if let Some(value) = text("vast") {
            return Some(Spec::fixed(keys, kind, value));
        }
        let mut columns = Vec::new();
        let path = at.clone().key("kolom");
        columns.extend(self.column(&path));
        if let Some(NodeValue::List(items)) = self.source.get(&path).map(|node| &node.value) {
            let paths = (0..items.len()).map(|index| path.clone().index(index));
            columns.extend(paths.filter_map(|path| self.column(&path)));
        }
        let (between, otherwise) = (text("tussen"), text("anders"));
        let (when_empty, split) = (text("leeg"), text("scheiding"));
        if columns.is_empty() {
            let hint = "voeg toe: kolom = \"naam van de kolom\"";
            self.wrong(at, "er staat niet uit welke kolom dit komt", hint);
            return None;
        }
        if columns.len() > 1 && kind != KeyKind::Text {
            let hint = "alleen tekst kan uit meer kolommen komen";
            self.wrong(&path, "dit kan maar uit één kolom komen", hint);
            return None;
        }
        Some(Spec {
            between: between.unwrap_or_else(|| " ".to_owned()),
            words: self.words(&at.clone().key("waarden")),
            otherwise,
            when_empty,
            split,
            ..Spec::of(keys, kind, columns)
        })
    }

    fn words(&self, path: &KeyPath) -> Option<BTreeMap<String, String>> {
        let NodeValue::Table(table) = &self.source.get(path)?.value else {
            return None;
        };
        let entries = table.iter();
        let word = |(word, node): (&String, &Node)| Some((word.to_lowercase(), scalar(node)?));
        Some(entries.filter_map(word).collect())
    }

    /// Two ways to one key.
    fn repeated(&mut self, fields: &[Spec], groups: &[Group]) {
        let mut seen = std::collections::BTreeSet::new();
        for spec in fields {
            if !seen.insert(&spec.keys) {
                let path = KeyPath::root("vast");
                let message = format!("{} staat ook bij [kolommen]", spec.keys.join("."));
                let hint = "gebruik bij [kolommen]: { kolom = \"…\", leeg = \"vaste waarde\" }";
                self.wrong(&path, message, hint);
            }
        }
        for group in groups {
            let has = |key: &String| group.specs.iter().any(|spec| spec.keys == [key.clone()]);
            if !group.known_by.iter().any(has) {
                let path = KeyPath::root("rijen").key(&group.table);
                let message = format!("{}: geen van de kolommen zegt welke het is", group.table);
                let hint = format!(
                    "koppel {}, of noem een andere sleutel bij herken",
                    group.known_by.join(" of ")
                );
                self.wrong(&path, message, hint);
            }
        }
    }
}

/// The keys of a path below a part; one key may hold several, with points between them.
fn keys_below(part: &KeyPath, leaf: &KeyPath) -> Vec<String> {
    let steps = leaf.0[part.0.len()..].iter();
    let keys = steps.filter_map(|step| match step {
        crate::dossier::source::Step::Key(key) => Some(key),
        crate::dossier::source::Step::Index(_) => None,
    });
    keys.flat_map(|key| key.split('.').map(|key| key.trim().to_owned()))
        .collect()
}

/// Goes down to where a table tells of a value, or is none.
fn collect(node: &Node, path: &KeyPath, is_fixed: bool, leaves: &mut Vec<KeyPath>) {
    match &node.value {
        NodeValue::Table(table) if is_fixed || !tells(table) => {
            for (key, below) in table {
                collect(below, &path.clone().key(key), is_fixed, leaves);
            }
        }
        _ => leaves.push(path.clone()),
    }
}

/// Whether a table tells where a value comes from, rather than holding further keys.
fn tells(table: &BTreeMap<String, Node>) -> bool {
    ["kolom", "vast"].iter().any(|key| table.contains_key(*key))
}

fn string(node: &Node) -> Option<String> {
    match &node.value {
        NodeValue::String(text) => Some(text.clone()),
        _ => None,
    }
}

/// A fixed value as a text.
fn scalar(node: &Node) -> Option<String> {
    match &node.value {
        NodeValue::String(text) => Some(text.clone()),
        NodeValue::Integer(number) => Some(number.to_string()),
        NodeValue::Float(number) => Some(number.to_string()),
        NodeValue::Boolean(truth) => Some(if *truth { "ja" } else { "nee" }.to_owned()),
        NodeValue::Moment(moment) => Some(moment.to_string()),
        NodeValue::List(_) | NodeValue::Table(_) => None,
    }
}

/// The word that was probably meant.
pub(super) fn nearest<'a>(given: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let given = given.to_lowercase();
    known
        .map(|word| (strsim::jaro_winkler(&given, &word.to_lowercase()), word))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, word)| word)
}

//! The reference of all files and keys, `docs/data.md`: a section for each table and each closed
//! list, made from the schemas.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::marked;
use crate::dossier::schema::{DataFile, Marks, list_words, table_words};

/// What the document says before the files.
const HEAD: &str = "\
# De bestanden van een organisatie

Dit bestand is gemaakt met `drieluik schema --markdown`; een test houdt het gelijk aan het programma.
`drieluik schema plan` geeft hetzelfde als JSON Schema, en `drieluik schema --write MAP` zet het klaar
voor een editor.

| bestand | waarvoor |
|---|---|
";

/// What it says of how values are written.
const FORM: &str = r#"
In de map van een cliënt staat ook `nagekeken.toml`. Dat schrijft `drieluik review`; verander het niet
zelf.

## Hoe u het schrijft

- **Tekst** staat tussen dubbele aanhalingstekens, en over meer regels tussen drie: `"""`. Een tekst
  heeft hoogstens 15.000 tekens.
- **Een datum** is jaar-maand-dag zonder aanhalingstekens: `2026-03-12`. **Een tijd** ook:
  `14:00:00`.
- **Een getal** heeft een punt, geen komma: `1.5`. **Ja of nee** is `true` of `false`.
- **Een tabel** begint met een kop `[client]`, of staat op één regel: `adres = { straat = "…" }`. **Een
  lijst van tabellen** heeft voor elk onderdeel een kop met dubbele haken: `[[doelen]]`.
- **Een zin** voor de makkelijke versie is een tekst, of een tabel met het woord van het plaatje:
  `{ zin = "Ik ga met de bus.", beeld = "bus" }`.
- **Een id** heeft kleine letters, cijfers en streepjes, en hoogstens 40 tekens.
- **Een sleutel die niet verplicht is**, mag u weglaten of leeg laten: `einde = ""`.
- Een sleutel die hier niet staat, bestaat niet: het programma weigert het bestand en zegt waar het
  misgaat.
"#;

/// What it says before the closed lists.
const LISTS_HEAD: &str = "
## Vaste lijsten

Schrijf het woord precies zo, tussen aanhalingstekens.
";

/// The longest example of a table that still stands beside its key, in characters. Each has a section
/// of its own, with an example of each of its keys.
const LONGEST_TABLE: usize = 100;

/// The reference of all files and keys, as Markdown in Dutch.
#[must_use]
pub fn data_reference() -> String {
    let mut reference = Reference::default();
    let schemas: Vec<_> = DataFile::ALL
        .iter()
        .map(|file| (*file, marked(*file).to_value()))
        .collect();
    for (file, schema) in &schemas {
        reference.walk(schema, &Place::root(*file));
    }
    let mut parts = vec![HEAD.to_owned()];
    parts.extend(DataFile::ALL.iter().map(|file| {
        let (name, purpose) = (file.file_name(), file.purpose());
        format!("| [`{name}`]({}) | {purpose} |\n", anchor(name))
    }));
    parts.push(FORM.to_owned());
    parts.extend(reference.tables.iter().map(Table::section));
    parts.push(LISTS_HEAD.to_owned());
    parts.extend(reference.lists.into_values());
    parts.concat()
}

/// Where a table stands.
#[derive(Clone)]
struct Place {
    file: DataFile,
    keys: Vec<String>,
    is_list: bool,
}

impl Place {
    fn root(file: DataFile) -> Self {
        Self {
            file,
            keys: Vec::new(),
            is_list: false,
        }
    }

    fn below(&self, key: &str, is_list: bool) -> Self {
        let mut keys = self.keys.clone();
        keys.push(key.to_owned());
        Self {
            file: self.file,
            keys,
            is_list,
        }
    }

    /// The head of the table: `[[doelen.netwerk]]`.
    fn head(&self) -> String {
        let path = self.keys.join(".");
        if self.is_list {
            format!("`[[{path}]]`")
        } else {
            format!("`[{path}]`")
        }
    }
}

/// A table with its places, the first one first.
struct Table<'a> {
    name: &'a str,
    schema: &'a Value,
    places: Vec<Place>,
}

/// Everything that gets a section: tables in the order of the files, lists by title.
#[derive(Default)]
struct Reference<'a> {
    tables: Vec<Table<'a>>,
    lists: BTreeMap<&'static str, String>,
}

impl<'a> Reference<'a> {
    /// Notes a table and all that it holds. What was met before only gets one place more.
    fn walk(&mut self, schema: &'a Value, place: &Place) {
        let marks = Marks(schema);
        if let Some((name, words)) = marks.list() {
            let known = list_words(name);
            let section = || list_section(name, &words);
            self.lists.entry(&known.title).or_insert_with(section);
        }
        if schema["items"].is_object() {
            let place = Place {
                is_list: true,
                ..place.clone()
            };
            self.walk(&schema["items"], &place);
        }
        let entries = schema["properties"].as_object();
        let Some(name) = marks.table() else {
            let entries = entries.into_iter().flat_map(serde_json::Map::values);
            entries.for_each(|entry| self.walk(entry, place));
            return;
        };
        if let Some(known) = self.tables.iter_mut().find(|table| table.name == name) {
            known.places.push(place.clone());
            return;
        }
        self.tables.push(Table {
            name,
            schema,
            places: vec![place.clone()],
        });
        for (key, value) in marks.keys() {
            self.walk(value, &place.below(key, false));
        }
    }
}

impl Table<'_> {
    fn section(&self) -> String {
        let words = table_words(self.name);
        let marks = Marks(self.schema);
        let first = &self.places[0];
        let mut parts = if first.keys.is_empty() {
            vec![format!(
                "\n## {}\n\n{}\n",
                first.file.file_name(),
                words.what
            )]
        } else {
            vec![format!("\n### {}\n\n{}\n", words.title, words.what)]
        };
        parts.extend(self.where_it_stands());
        parts.push(
            "\n| sleutel | wat | waarde | verplicht | voorbeeld |\n|---|---|---|---|---|\n"
                .to_owned(),
        );
        parts.extend(marks.keys().into_iter().map(|(key, value)| {
            let description = value["description"].as_str().unwrap_or_default();
            let needed = match &value["default"] {
                _ if marks.requires(key) => "ja".to_owned(),
                Value::Null => String::new(),
                default => format!("anders `{default}`"),
            };
            let example = Marks(value).example();
            let is_short = |example: &&str| example.chars().count() <= LONGEST_TABLE;
            let example = example.filter(|text| !holds_tables(value) || is_short(text));
            let example = example.map_or_else(String::new, |example| format!("`{example}`"));
            let what = worth(value);
            format!(
                "| `{key}` | {} | {what} | {needed} | {} |\n",
                cell(description),
                cell(&example)
            )
        }));
        parts.concat()
    }

    /// In which files and under which heads; nothing of a sentence, which stands everywhere.
    fn where_it_stands(&self) -> Option<String> {
        let is_sentence = Marks(self.schema).kind().is_some();
        if self.places[0].keys.is_empty() || is_sentence {
            return None;
        }
        let mut files: Vec<(DataFile, BTreeSet<String>)> = Vec::new();
        for place in &self.places {
            match files.iter_mut().find(|(file, _)| *file == place.file) {
                Some((_, heads)) => {
                    heads.insert(place.head());
                }
                None => files.push((place.file, BTreeSet::from([place.head()]))),
            }
        }
        let files = files.into_iter().map(|(file, heads)| {
            let heads: Vec<_> = heads.into_iter().collect();
            format!("in `{}`: {}", file.file_name(), heads.join(", "))
        });
        let files: Vec<_> = files.collect();
        Some(format!("\nStaat {}.\n", files.join("; ")))
    }
}

/// Whether a value is a table, or a list of them, which have a section of their own.
fn holds_tables(value: &Value) -> bool {
    let table = |value: &Value| Marks(value).table().is_some() && Marks(value).kind().is_none();
    table(value) || table(&value["items"])
}

/// What may stand in a value, with a link to what has a section.
fn worth(value: &Value) -> String {
    let marks = Marks(value);
    if let Some((name, _)) = marks.list() {
        return link(&list_words(name).title);
    }
    if let Some(kind) = marks.kind() {
        return match (kind, &value["maxLength"]) {
            ("tekst", most) if most.as_u64().is_some_and(|most| most < 1000) => {
                format!("tekst, hoogstens {most} tekens")
            }
            ("zin", _) => format!("zin, of {}", link(&table_words("SentenceTable").title)),
            _ => kind.to_owned(),
        };
    }
    if let Some(name) = marks.table() {
        return format!("tabel: {}", link(&table_words(name).title));
    }
    match value["type"].as_str() {
        Some("array") => format!("lijst van {}", in_list(&value["items"])),
        Some("integer") => whole(&value["minimum"], &value["maximum"]),
        Some("boolean") => "`true` of `false`".to_owned(),
        _ => entries(value),
    }
}

fn in_list(items: &Value) -> String {
    match (Marks(items).kind(), Marks(items).table()) {
        (Some("tekst"), _) => "teksten".to_owned(),
        (Some("datum"), _) => "datums".to_owned(),
        (Some("id"), _) => "ids".to_owned(),
        (Some("zin"), _) => format!("zinnen, of {}", link(&table_words("SentenceTable").title)),
        (None, Some(name)) => format!("tabellen: {}", link(&table_words(name).title)),
        _ => worth(items),
    }
}

fn whole(least: &Value, most: &Value) -> String {
    match (least.as_u64().unwrap_or(0), most.as_u64()) {
        (least, Some(most)) => format!("heel getal, {least} tot en met {most}"),
        (least, None) => format!("heel getal vanaf {least}"),
    }
}

/// Of a table with keys that are no fixed ones.
fn entries(value: &Value) -> String {
    let named = value["properties"].as_object();
    let first = named.and_then(|named| named.values().next());
    match first.and_then(|first| Marks(first).list()) {
        Some((name, _)) => format!("tabel met {}", link(&list_words(name).title)),
        None => "tabel met tekst".to_owned(),
    }
}

fn list_section(name: &str, words: &[(&str, &str)]) -> String {
    let known = list_words(name);
    let rows = words.iter().map(|(word, label)| {
        let meaning = known.meanings.get(*word).map_or("", String::as_str);
        format!("| `{word}` | {label} | {meaning} |\n")
    });
    let rows: String = rows.collect();
    format!(
        "\n### {}\n\n| woord | in druk | uitleg |\n|---|---|---|\n{rows}",
        known.title
    )
}

fn link(title: &str) -> String {
    format!("[{title}]({})", anchor(title))
}

/// Where a heading can be reached, the way that GitHub and others make it.
fn anchor(title: &str) -> String {
    let kept = title
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == ' ' || *c == '-');
    let kept: String = kept.collect();
    format!("#{}", kept.to_lowercase().replace(' ', "-"))
}

/// A text as it can stand in a cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

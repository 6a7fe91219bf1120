//! Tells what the rules and the codes of the loader mean: one at a time, or all as a document.

use super::doc::Doc;
use super::file_code::{FILE_CODES, FileCode};
use super::{RULES, docs, language};

/// What the document says before the rules.
const HEAD: &str = "\
# Regels van `drieluik check`

Dit bestand is gemaakt met `drieluik explain --all`; een test houdt het gelijk aan het programma.

Elke bevinding heeft een ernst: een **fout** hoort niet in een plan dat de deur uit gaat, naar een
**waarschuwing** moet iemand kijken, een **tip** maakt het plan beter. Een organisatie kiest zelf de
ernst van een regel in `aanbieder.toml`, of zet de regel uit:

```toml
[controle]
lange-zin = \"fout\"
ontkenning = \"uit\"
```
";

/// What the document says before the rules on sentences.
const LANGUAGE_HEAD: &str = "
## Makkelijke taal

Tussen haakjes de naam die `drieluik language check` gebruikt.
";

/// What the document says before the codes of the loader.
const FILES_HEAD: &str = "
## Bestanden

Deze bevindingen komen van het lezen van de bestanden. Zij hebben een vaste ernst: zolang er fouten
zijn, wordt er voor deze cliënt niets gemaakt.
";

/// The explanation of a code, of a rule or of the loader. An easy-read rule may be named by its id.
///
/// # Errors
/// When there is no such code: what was meant, perhaps.
pub fn explain(code: &str) -> Result<String, String> {
    let asked = code.trim().to_lowercase();
    let asked = asked.as_str();
    let by_id = language::RULES.iter().find(|rule| rule.id == asked);
    let rule = docs().find(|doc| doc.code == asked);
    if let Some(doc) = rule.or(by_id.map(|rule| &rule.doc)) {
        return Ok(text(doc));
    }
    if let Some(known) = FILE_CODES.iter().find(|known| known.code == asked) {
        return Ok(file_text(known));
    }
    let codes = docs().map(|doc| doc.code);
    let codes = codes.chain(FILE_CODES.iter().map(|known| known.code));
    let likeness = |known: &&str| strsim::damerau_levenshtein(known, asked);
    let nearest = codes
        .min_by_key(likeness)
        .filter(|known| likeness(known) <= 3);
    Err(nearest.map_or_else(
        || "drieluik explain toont alle codes".to_owned(),
        |known| format!("bedoel je {known}?"),
    ))
}

/// A line for each code, with its severity and what it asks.
pub fn summaries() -> impl Iterator<Item = String> {
    let line = |code: &str, severity: &str, what: &str| format!("{code:32} {severity:13} {what}");
    let rules = docs().map(move |doc| line(doc.code, &doc.severity.to_string(), doc.what));
    let files = FILE_CODES.iter();
    rules.chain(files.map(move |known| line(known.code, &known.severity.to_string(), known.what)))
}

/// All of it, as Markdown in Dutch.
#[must_use]
pub fn documentation() -> String {
    let mut parts = vec![HEAD.to_owned()];
    for group in RULES {
        parts.push(format!("\n## {}\n", group.title));
        parts.extend(group.rules.iter().map(|rule| section(&rule.doc, None)));
    }
    parts.push(LANGUAGE_HEAD.to_owned());
    let language = language::RULES.iter();
    parts.extend(language.map(|rule| section(&rule.doc, Some(rule.id))));
    parts.push(FILES_HEAD.to_owned());
    parts.extend(FILE_CODES.iter().map(|known| {
        let (code, what, way_out) = (known.code, known.what, known.way_out);
        let severity = known.severity;
        format!("\n### `{code}`\n\n*{severity}.* {what}\n\n**Oplossing.** {way_out}\n")
    }));
    parts.concat()
}

fn section(doc: &Doc, id: Option<&str>) -> String {
    let id = id.map_or_else(String::new, |id| format!(" (`{id}`)"));
    format!(
        "\n### `{}`{id}\n\n*{}.* {}\n\n**Waarom.** {}\n\n**Bron.** {}.\n\n```text\nfout: {}\ngoed: {}\n```\n",
        doc.code,
        doc.severity,
        doc.what,
        doc.why,
        doc.source,
        indented(doc.wrong, 6),
        indented(doc.right, 6),
    )
}

fn text(doc: &Doc) -> String {
    format!(
        "{} ({})\n\n{}\n\nWaarom: {}\nBron:   {}\n\nFout:   {}\nGoed:   {}\n",
        doc.code,
        doc.severity,
        doc.what,
        doc.why,
        doc.source,
        indented(doc.wrong, 8),
        indented(doc.right, 8),
    )
}

fn file_text(known: &FileCode) -> String {
    format!(
        "{} ({})\n\n{}\n\nOplossing: {}\n",
        known.code, known.severity, known.what, known.way_out
    )
}

/// Lines after the first stand below the first, so many columns from the edge.
fn indented(text: &str, columns: usize) -> String {
    text.replace('\n', &format!("\n{:columns$}", ""))
}

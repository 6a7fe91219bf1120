//! Parses TOML to the end, whatever is wrong in it, and says in Dutch what was. Does not know what
//! the keys mean.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::DeTable;

use super::lines::Lines;
use super::mend::mend;

/// A mistake of syntax.
#[derive(Debug)]
pub(super) struct Flaw {
    /// The bytes that it concerns.
    pub(super) span: Range<usize>,
    /// Dutch, without the author's text.
    pub(super) message: &'static str,
    /// The way out.
    pub(super) hint: &'static str,
    /// Whether keys may have gone missing by it.
    pub(super) loses_keys: bool,
}

/// The most mistakes of syntax that are told of one file: whoever has more of them sees enough.
const MOST_FLAWS: usize = 1000;

/// Parses a text and hands over its tree, with a function that takes its places back to those of
/// the text. Of the mistakes on one line only the first is told: the others mostly follow from it.
pub(super) fn parse<T>(
    text: &str,
    read: impl FnOnce(DeTable<'_>, &dyn Fn(usize) -> usize) -> T,
) -> (T, Vec<Flaw>) {
    let (tree, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return (read(tree.into_inner(), &|place| place), Vec::new());
    }
    let mut mended = mend(text);
    let mut flaws = std::mem::take(&mut mended.flaws);
    let (tree, errors) = DeTable::parse_recoverable(&mended.text);
    let (lines, mut seen) = (Lines::of(text), BTreeSet::new());
    let mut is_first =
        |span: &Range<usize>| seen.insert(lines.at(span.start)) && seen.len() <= MOST_FLAWS;
    flaws.retain(|flaw| is_first(&flaw.span));
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let span = mended.original(span.start)..mended.original(span.end);
        if is_first(&span) {
            flaws.push(in_dutch(error.message(), text, span));
        }
    }
    let value = read(tree.into_inner(), &|place| mended.original(place));
    (value, flaws)
}

/// The nearest place at or before this one that lies between two characters.
fn floor(text: &str, place: usize) -> usize {
    let place = place.min(text.len());
    (0..=place)
        .rev()
        .find(|place| text.is_char_boundary(*place))
        .unwrap_or(0)
}

/// Part of what the parser says, what we say, the way out, and whether keys may be lost by it.
type Row = (&'static str, &'static str, &'static str, bool);

const QUOTES: &str =
    "zet tekst tussen dubbele aanhalingstekens; over meer regels tussen drie (\"\"\")";
const NUMBER: &str = "schrijf 1.5 met een punt, zonder eenheid en zonder nullen ervoor; zet een \
                      telefoonnummer tussen aanhalingstekens";

const ROWS: &[Row] = &[
    (
        "duplicate key",
        "deze sleutel staat er twee keer",
        "laat er één staan; voor een lijst van tabellen schrijf je [[naam]]",
        false,
    ),
    (
        "must be quoted",
        "deze tekst staat niet tussen aanhalingstekens",
        QUOTES,
        false,
    ),
    (
        "datetime",
        "deze datum of tijd bestaat niet",
        "schrijf jaar-maand-dag, bijvoorbeeld 2026-02-28, en tijd als 14:00:00",
        false,
    ),
    (
        "missing value",
        "achter het is-teken ontbreekt de waarde",
        "vul een waarde in of haal de regel weg",
        false,
    ),
    (
        "escape",
        "een schuine streep naar links heeft hier een bijzondere betekenis",
        "schrijf twee schuine strepen (\\\\) of zet de tekst tussen enkele aanhalingstekens",
        false,
    ),
    (
        "missing comma",
        "hier ontbreekt een komma",
        "zet een komma tussen de onderdelen",
        true,
    ),
    (
        "extra comma",
        "hier staat een komma te veel",
        "haal de komma weg, of zet er iets voor",
        true,
    ),
    (
        "unclosed inline table",
        "deze tabel is niet afgesloten",
        "zet } achter het laatste onderdeel",
        true,
    ),
    (
        "unclosed array",
        "deze lijst is niet afgesloten",
        "zet ] achter het laatste onderdeel",
        true,
    ),
    (
        "missing array opening",
        "hier staat een haak te veel",
        "zet een lijst tussen [ en ]",
        true,
    ),
    (
        "missing inline table opening",
        "hier staat een haak te veel",
        "zet een tabel tussen { en }",
        true,
    ),
    (
        "unexpected key or value",
        "achter deze waarde staat nog iets",
        "zet tekst tussen aanhalingstekens; staat er een aanhalingsteken in de tekst, schrijf \
         dan \\\"",
        true,
    ),
    (
        "quote",
        "bij deze tekst ontbreekt een aanhalingsteken",
        QUOTES,
        false,
    ),
    (
        "leading zero",
        "dit getal begint met een nul",
        NUMBER,
        false,
    ),
    (
        "integer",
        "dit getal is niet goed geschreven",
        NUMBER,
        false,
    ),
    ("number", "dit getal is niet goed geschreven", NUMBER, false),
    ("float", "dit getal is niet goed geschreven", NUMBER, false),
    ("sign", "dit getal is niet goed geschreven", NUMBER, false),
    (
        "`=`",
        "hier staat een is-teken te veel",
        "schrijf op elke regel één keer: sleutel = waarde",
        true,
    ),
    (
        "assignment",
        "achter deze sleutel ontbreekt het is-teken",
        "schrijf: sleutel = waarde",
        true,
    ),
    (
        "string",
        "in deze tekst staat een teken dat hier niet mag",
        "typ de tekst opnieuw; over meer regels tussen drie aanhalingstekens (\"\"\")",
        false,
    ),
    (
        "comment",
        "in deze opmerking staat een teken dat hier niet mag",
        "typ de opmerking opnieuw",
        false,
    ),
];

/// Puts an error of the parser in Dutch.
fn in_dutch(message: &str, text: &str, span: Range<usize>) -> Flaw {
    let start = floor(text, span.start);
    let (before, after) = text.split_at(start);
    let curly = |c: char| "“”„‘’".contains(c);
    let decimal_comma = after.starts_with(',')
        && before.ends_with(|c: char| c.is_ascii_digit())
        && after[1..].starts_with(|c: char| c.is_ascii_digit());
    let line = after.lines().next().unwrap_or_default().trim_start();
    let has_no_value = line.is_empty() || line.starts_with('#');
    let (message, hint, loses_keys) = if decimal_comma {
        (
            "een getal heeft hier een punt, geen komma",
            "schrijf bijvoorbeeld 3.5",
            false,
        )
    } else if message.contains("must be quoted") && has_no_value {
        (
            "achter het is-teken ontbreekt de waarde",
            "vul een waarde in of haal de regel weg",
            false,
        )
    } else if message.contains("must be quoted") && after.starts_with(curly) {
        (
            "dit zijn geen rechte aanhalingstekens",
            "typ om de tekst rechte aanhalingstekens (\")",
            false,
        )
    } else {
        ROWS.iter()
            .find(|(part, ..)| message.contains(part))
            .map_or(
                (
                    "deze regel is geen geldige TOML",
                    "schrijf: sleutel = waarde, met tekst tussen aanhalingstekens",
                    true,
                ),
                |(_, message, hint, loses_keys)| (*message, *hint, *loses_keys),
            )
    };
    Flaw {
        span,
        message,
        hint,
        loses_keys,
    }
}

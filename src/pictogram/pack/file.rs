//! `pack.toml`: reads and writes what a set says of itself and its pictures. Reads no pictures.

use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

use super::{PackPicture, PackWord, PictureError, is_printable, read_limited, tidy};
use crate::dossier::source::Source;
use crate::finding::Finding;
use crate::pictogram::set::{DrawingFormat, WordClass};

/// The file in the folder of each set.
pub(crate) const PACK_FILE: &str = "pack.toml";

/// Bytes that it may have: 20,000 pictures with many words.
const MAX_FILE: u64 = 16 * 1024 * 1024;

/// Letters that a meaning may have; the rest is left out.
const MAX_MEANING: usize = 160;

/// What stands at the top of every set.
const HEADER: &str = "\
# Een set pictogrammen voor de makkelijke documenten van drieluik. Gemaakt door
# `drieluik pictograms import`; een nieuwe import met dezelfde naam vervangt deze hele map.
#
# naam      hoe de makers de set noemen
# taal      nl of en; van een set in het Engels komt vanzelf geen plaatje naast een zin
# licentie  onder welke licentie uw organisatie de set gebruikt; moet er staan
# makers    een zin over de makers; komt met de licentie in elk document met een plaatje hieruit
# bron      welke soort set het is
# versie    welke uitgave, als die bekend is
#
# Bij elk [[beeld]]:
# bestand        de naam van het bestand in deze map: kleine letters, cijfers en streepjes
# naamwoorden    woorden waarbij het plaatje naast een zin kan komen: de bus
# werkwoorden    idem: rijden
# eigenschappen  idem: snel, blij
# woorden        idem, als de soort woord niet bekend is, en vaste uitdrukkingen
# zoekwoorden    woorden waarmee u het plaatje vindt met `drieluik pictograms search`, en die u bij
#                beeld kunt schrijven; in een zin zeggen ze te weinig
# betekenis      wat de makers ermee bedoelen
";

/// The language of the words of a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub(crate) enum Language {
    /// Matched in sentences.
    #[default]
    #[serde(rename = "nl")]
    Dutch,
    /// Never matched in sentences: `die`, `arm` and `big` mean something else in Dutch.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// The word for it in the file.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }
}

/// A `pack.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PackFile {
    /// What its makers call it.
    #[serde(rename = "naam")]
    pub(crate) title: String,
    /// The language of its words.
    #[serde(rename = "taal", default)]
    pub(crate) language: Language,
    /// The licence, by its usual name.
    #[serde(rename = "licentie")]
    pub(crate) licence: String,
    /// Who made it, in a sentence.
    pub(crate) makers: String,
    /// Which kind of set it came from.
    #[serde(rename = "bron", default)]
    pub(crate) source: Option<String>,
    /// Which release.
    #[serde(rename = "versie", default)]
    pub(crate) version: Option<String>,
    /// Its pictures.
    #[serde(rename = "beeld", default)]
    pub(crate) pictures: Vec<PictureEntry>,
}

/// A picture, as the file has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PictureEntry {
    /// Its file.
    #[serde(rename = "bestand")]
    pub(crate) file: String,
    /// Nouns.
    #[serde(rename = "naamwoorden", default)]
    pub(crate) nouns: Vec<String>,
    /// Verbs.
    #[serde(rename = "werkwoorden", default)]
    pub(crate) verbs: Vec<String>,
    /// Adjectives.
    #[serde(rename = "eigenschappen", default)]
    pub(crate) adjectives: Vec<String>,
    /// Words of any class.
    #[serde(rename = "woorden", default)]
    pub(crate) words: Vec<String>,
    /// Words to search by.
    #[serde(rename = "zoekwoorden", default)]
    pub(crate) search_words: Vec<String>,
    /// What it means.
    #[serde(rename = "betekenis", default)]
    pub(crate) meaning: Option<String>,
}

impl PictureEntry {
    /// The list for words of a class.
    pub(crate) fn list(&mut self, class: Option<WordClass>) -> &mut Vec<String> {
        match class {
            Some(WordClass::Noun) => &mut self.nouns,
            Some(WordClass::Verb) => &mut self.verbs,
            Some(WordClass::Adjective) => &mut self.adjectives,
            None => &mut self.words,
        }
    }

    /// The picture, with its words in the form in which sentences are searched.
    pub(super) fn into_picture(self, name: String, format: DrawingFormat) -> PackPicture {
        let mut words = Vec::new();
        for (class, texts) in [
            (Some(WordClass::Noun), self.nouns),
            (Some(WordClass::Verb), self.verbs),
            (Some(WordClass::Adjective), self.adjectives),
            (None, self.words),
        ] {
            for text in texts.iter().filter_map(|text| tidy(text)) {
                let word = PackWord { text, class };
                if !words.contains(&word) {
                    words.push(word);
                }
            }
        }
        let search = self.search_words.iter();
        PackPicture {
            name,
            format,
            words,
            search_words: search.filter_map(|text| tidy(text)).collect(),
            meaning: self.meaning,
        }
    }

    /// Writes the keys that have a value.
    fn write(&self, text: &mut String) {
        line(text, "bestand", &quoted(&self.file));
        for (key, words) in [
            ("naamwoorden", &self.nouns),
            ("werkwoorden", &self.verbs),
            ("eigenschappen", &self.adjectives),
            ("woorden", &self.words),
            ("zoekwoorden", &self.search_words),
        ] {
            if !words.is_empty() {
                let words: Vec<_> = words.iter().map(|word| quoted(word)).collect();
                line(text, key, &format!("[{}]", words.join(", ")));
            }
        }
        if let Some(meaning) = &self.meaning {
            line(text, "betekenis", &quoted(&shortened(meaning)));
        }
    }
}

impl PackFile {
    /// Reads a `pack.toml`.
    ///
    /// # Errors
    /// Every mistake of syntax, or else the first of meaning, as findings on the label.
    pub(super) fn read(path: &Path, label: &Path) -> Result<Self, Vec<Finding>> {
        let whole = |message: String, hint: &'static str| {
            let name = label.display();
            vec![Finding::error("pictogrammen", format!("{name}: {message}")).with_hint(hint)]
        };
        let bytes = read_limited(path, MAX_FILE).map_err(|error| {
            let hint = match error {
                PictureError::Oversize { .. } => "splits de set in twee sets",
                _ => "geef leesrechten op het bestand, of importeer de set opnieuw",
            };
            whole(error.to_string(), hint)
        })?;
        let text = String::from_utf8(bytes).map_err(|_| {
            let hint = "sla het bestand op als gewone tekst in UTF-8";
            whole("het bestand is geen tekst in UTF-8".to_owned(), hint)
        })?;
        Self::parse(text.trim_start_matches('\u{feff}'), label)
    }

    /// Reads the text of a `pack.toml`.
    fn parse(text: &str, label: &Path) -> Result<Self, Vec<Finding>> {
        match toml::from_str::<Self>(text) {
            Ok(file) => file.checked(label, text),
            Err(error) => Err(explain(&error, label, text)),
        }
    }

    /// Whether a text that was just written can be read back: an import may not put a set in place
    /// that nobody can open.
    pub(crate) fn is_whole(text: &str) -> bool {
        u64::try_from(text.len()).is_ok_and(|bytes| bytes <= MAX_FILE)
            && Self::parse(text, Path::new(PACK_FILE)).is_ok()
    }

    /// Refuses a set without makers or licence, and names that can't be a picture of it.
    fn checked(mut self, label: &Path, text: &str) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let mut refuse = |key: &str, message: &str, hint: &str| {
            let (source, _) = Source::parse(label.to_owned(), text.to_owned());
            let path = crate::dossier::source::KeyPath::root(key);
            let finding = source.finding_at("pictogrammen", &path, message);
            findings.push(finding.with_hint(hint.to_owned()));
        };
        for (key, value) in [("licentie", &self.licence), ("makers", &self.makers)] {
            let message = if value.trim().is_empty() {
                "zonder makers en licentie mag deze set niet gebruikt worden"
            } else if is_printable(value) {
                continue;
            } else {
                "deze tekst komt in de documenten, en kan niet gedrukt worden"
            };
            refuse(
                key,
                message,
                "vul licentie en makers in, in gewone letters op één regel van ten hoogste 300 \
                 tekens",
            );
        }
        let strange = self
            .pictures
            .iter()
            .position(|entry| super::named(&entry.file).is_none());
        if let Some(index) = strange {
            let (source, _) = Source::parse(label.to_owned(), text.to_owned());
            let path = crate::dossier::source::KeyPath::root("beeld").index(index);
            findings.push(
                source
                    .finding_at(
                        "pictogrammen",
                        &path.key("bestand"),
                        "dit kan geen plaatje van de set zijn",
                    )
                    .with_hint(
                        "noem een .svg of .png in de map van de set, met kleine letters, cijfers \
                         en streepjes; of importeer de set opnieuw",
                    ),
            );
        }
        if !findings.is_empty() {
            return Err(findings);
        }
        if self.language == Language::English {
            self.silence();
        }
        Ok(self)
    }

    /// Keeps the words for searching only: in Dutch sentences they mean something else.
    fn silence(&mut self) {
        for entry in &mut self.pictures {
            let mut words = std::mem::take(&mut entry.nouns);
            words.append(&mut entry.verbs);
            words.append(&mut entry.adjectives);
            words.append(&mut entry.words);
            words.append(&mut entry.search_words);
            entry.search_words = words;
        }
    }

    /// The file in writing. Order and layout are fixed: the same set gives the same bytes.
    pub(crate) fn to_toml(&self) -> String {
        let mut text = String::from(HEADER);
        text.push('\n');
        let mut line = |key: &str, value: &str| line(&mut text, key, &quoted(value));
        line("naam", &self.title);
        line("taal", self.language.word());
        line("licentie", &self.licence);
        line("makers", &self.makers);
        if let Some(source) = &self.source {
            line("bron", source);
        }
        if let Some(version) = &self.version {
            line("versie", version);
        }
        for picture in &self.pictures {
            text.push_str("\n[[beeld]]\n");
            picture.write(&mut text);
        }
        text
    }
}

fn line(text: &mut String, key: &str, value: &str) {
    writeln!(text, "{key} = {value}").expect("writing into a string succeeds");
}

/// A text between double quotes, with what TOML wants escaped.
fn quoted(text: &str) -> String {
    let mut result = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => result.push_str("\\\""),
            '\\' => result.push_str("\\\\"),
            character if character.is_control() => result.push(' '),
            character => result.push(character),
        }
    }
    result + "\""
}

/// A meaning up to its most letters.
fn shortened(meaning: &str) -> String {
    let meaning = meaning.split_whitespace().collect::<Vec<_>>().join(" ");
    if meaning.chars().count() <= MAX_MEANING {
        return meaning;
    }
    let start: String = meaning.chars().take(MAX_MEANING - 1).collect();
    start.trim_end().to_owned() + "…"
}

/// What is wrong with a file that can't be read, in Dutch.
fn explain(error: &toml::de::Error, label: &Path, text: &str) -> Vec<Finding> {
    let (source, findings) = Source::parse(label.to_owned(), text.to_owned());
    if !findings.is_empty() {
        return findings;
    }
    let message = error.message();
    let name = message.split('`').nth(1).unwrap_or_default();
    let hint = "kijk naar de uitleg boven in het bestand, of importeer de set opnieuw";
    let (code, message) = if message.starts_with("missing field") {
        ("ontbreekt", format!("hier ontbreekt {name}"))
    } else if message.starts_with("unknown field") {
        ("onbekende-sleutel", "deze sleutel bestaat niet".to_owned())
    } else if message.starts_with("unknown variant") {
        ("onbekende-waarde", "deze waarde bestaat niet".to_owned())
    } else {
        (
            "soort-waarde",
            "hier hoort een andere soort waarde".to_owned(),
        )
    };
    let span = error.span().unwrap_or(0..0);
    vec![source.finding(code, span, message).with_hint(hint)]
}

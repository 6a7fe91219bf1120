//! The fonts of the documents and the characters that they can print. Does not set type.

use std::collections::BTreeSet;

use ttf_parser::{Face, name_id};

/// The fonts in the binary: Noto Sans for the text, `DejaVu` Sans for the signs that it lacks
/// (`☐`, `✓`, `☎`, `‑`). System fonts are never read: a document looks the same everywhere.
pub(crate) fn embedded() -> [&'static [u8]; 6] {
    [
        notosans::REGULAR_TTF,
        notosans::BOLD_TTF,
        notosans::ITALIC_TTF,
        notosans::BOLD_ITALIC_TTF,
        dejavu::sans::regular(),
        dejavu::sans::bold(),
    ]
}

/// The names of the families.
pub(crate) fn names() -> BTreeSet<String> {
    let faces = embedded().into_iter();
    let faces = faces.filter_map(|bytes| Face::parse(bytes, 0).ok());
    let family = |face: Face<'_>| {
        let mut names = face.names().into_iter();
        let family = names.find(|name| name.name_id == name_id::FAMILY && name.is_unicode());
        family.and_then(|name| name.to_string())
    };
    faces.filter_map(family).collect()
}

/// Tells which characters the embedded fonts can print, so that a plan is refused with file and
/// line before a missing glyph fails the PDF.
///
/// Characters are looked up one by one. Typst composes before it looks for glyphs, so an `e` with
/// a loose accent is fine when both have one.
pub(crate) struct Coverage {
    regular: [Face<'static>; 2],
    bold: [Face<'static>; 2],
}

impl Coverage {
    /// Reads the character maps of the embedded fonts, those of italic aside: a test sees to it
    /// that they are the same as upright.
    pub(crate) fn embedded() -> Self {
        let [regular, bold, _, _, more_regular, more_bold] =
            embedded().map(|bytes| Face::parse(bytes, 0).expect("an embedded font is a font"));
        Self {
            regular: [regular, more_regular],
            bold: [bold, more_bold],
        }
    }

    /// The first character of the text that can't be printed both regular and bold.
    pub(crate) fn missing(&self, text: &str) -> Option<char> {
        // What stands on a keyboard is nearly all of every text, and in every font.
        let mut rare = text
            .chars()
            .filter(|character| !character.is_ascii_graphic());
        rare.find(|character| !needs_no_glyph(*character) && !self.prints(*character))
    }

    /// Whether one character has a glyph in a regular and in a bold font.
    fn prints(&self, character: char) -> bool {
        let has = |faces: &[Face]| {
            faces
                .iter()
                .any(|face| face.glyph_index(character).is_some())
        };
        !is_barred(character) && has(&self.regular) && has(&self.bold)
    }
}

/// White space, and what shapes its neighbours without showing itself: the soft hyphen, joiners,
/// direction marks and variation selectors (a telephone types `☎` with one). Typst drops these
/// before it looks for glyphs.
fn needs_no_glyph(character: char) -> bool {
    matches!(
        character,
        '\n' | '\r'
            | '\t'
            | '\u{ad}'
            | '\u{34f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{fe00}'..='\u{fe0f}'
    ) || (character.is_whitespace() && !character.is_control())
}

/// Characters that must not be printed although a font may have them.
///
/// PDF/A takes no control characters, byte order marks and private characters. Of Hebrew, Arabic
/// and their like `DejaVu` has the letters, but no page of ours is laid out from right to left; of
/// emoji it has a few in black, which look nothing like what the author saw.
fn is_barred(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{feff}'
                | '\u{e000}'..='\u{f8ff}'
                | '\u{f0000}'..='\u{10ffff}'
                | '\u{590}'..='\u{8ff}'
                | '\u{fb1d}'..='\u{fdff}'
                | '\u{fe70}'..='\u{fefc}'
                | '\u{1f000}'..='\u{1faff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_has_what_stands_on_a_keyboard() {
        let coverage = Coverage::embedded();
        let mut keyboard = (' '..='~').filter(char::is_ascii_graphic);
        assert!(keyboard.all(|character| coverage.prints(character)));
    }

    #[test]
    fn the_languages_of_clients_and_the_signs_of_the_templates_are_covered() {
        let coverage = Coverage::embedded();
        for text in [
            "Zij is 's morgens coöperatief, één à twee keer; Ĳsselmuiden, ĳs.",
            "é ő ł đ Đž ĳ € ’ “ → ☎ ✓",
            "Şükrü Yılmaz Çağlar İnan, Łukasz Żółć, Đorđe Šćepanović, Nguyễn Thị Hường",
            "Ștefan Țepeș, Jiří Dvořák, Þórður, Győző, Məmmədov, Ħal Għaxaq",
            "Иванова, Παπαδόπουλος",
            "‘’‚“”„ – — … ‰ ½ ² § µ · • ≤ ≥ × ÷ ° ′ ″ ‐ ‑ ☐ ☑ ☒ ✓ ✗ ★ ⚠ ☺ ♥",
        ] {
            assert_eq!(coverage.missing(text), None, "{text}");
        }
    }

    #[test]
    fn white_space_and_loose_accents_are_fine() {
        let coverage = Coverage::embedded();
        let text = "een\ttwee\r\ndrie\u{a0}vier\u{2009}vijf\u{202f}zes\u{3000}zeven";
        assert_eq!(coverage.missing(text), None);
        assert_eq!(
            coverage.missing("Rene\u{301} q\u{323} af\u{ad}breken ☎\u{fe0f}"),
            None
        );
        assert_eq!(coverage.missing(""), None);
    }

    #[test]
    fn the_first_character_that_cannot_be_printed_is_named() {
        let coverage = Coverage::embedded();
        for (text, character) in [
            ("Jan 漢字", '漢'),
            ("Goed zo 😀 漢", '😀'),
            ("أحمد", 'أ'),
            ("ا", 'ا'),
            ("שלום", 'ש'),
            ("हिन्दी", 'ह'),
            ("👩\u{200d}🦽", '👩'),
            ("1\u{fe0f}\u{20e3}", '\u{20e3}'),
            ("a\0b", '\0'),
            ("a\u{b}b", '\u{b}'),
            ("a\u{85}b", '\u{85}'),
            ("\u{feff}a", '\u{feff}'),
            ("\u{f000}", '\u{f000}'),
        ] {
            assert_eq!(coverage.missing(text), Some(character), "{text:?}");
        }
    }

    #[test]
    fn what_is_covered_is_covered_in_italic_too() {
        let coverage = Coverage::embedded();
        let fonts = embedded().map(|bytes| Face::parse(bytes, 0).expect("a font"));
        let covered = ('\0'..=char::MAX).filter(|character| coverage.prints(*character));
        for character in covered {
            for italic in 2..4 {
                // What Noto Sans lacks comes from DejaVu Sans, which has no italic here.
                let found = fonts[italic].glyph_index(character).is_some();
                assert_eq!(
                    found,
                    fonts[0].glyph_index(character).is_some(),
                    "{character:?}"
                );
            }
        }
    }
}

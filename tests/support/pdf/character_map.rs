//! Reads the `ToUnicode` map of a font: which text each code stands for.

use std::collections::BTreeMap;

/// A `ToUnicode` map, read.
#[derive(Default)]
pub(super) struct CharacterMap {
    /// Bytes for each code, by the code space.
    pub(super) code_bytes: Option<usize>,
    /// The text of each code.
    pub(super) texts: BTreeMap<u32, String>,
}

/// A token of a `ToUnicode` map that matters.
enum Token {
    Hex(Vec<u8>),
    Open,
    Close,
    Word(Vec<u8>),
}

impl CharacterMap {
    /// Reads the code space, `bfchar` and `bfrange` sections (ISO 32000-1, 9.10.3).
    pub(super) fn parse(source: &[u8]) -> Self {
        let mut map = Self::default();
        let mut operands: Vec<Token> = Vec::new();
        for token in tokens(source) {
            match &token {
                Token::Word(word) => {
                    match word.as_slice() {
                        b"endcodespacerange" => {
                            map.code_bytes = operands.iter().find_map(|operand| match operand {
                                Token::Hex(code) => Some(code.len().max(1)),
                                _ => None,
                            });
                        }
                        b"endbfchar" => map.add_characters(&operands),
                        b"endbfrange" => map.add_ranges(&operands),
                        _ => {}
                    }
                    operands.clear();
                }
                _ => operands.push(token),
            }
        }
        map
    }

    /// Adds pairs of a code and its text.
    fn add_characters(&mut self, operands: &[Token]) {
        for pair in operands.chunks(2) {
            if let [Token::Hex(code), Token::Hex(text)] = pair {
                self.texts.insert(code_of(code), utf16(text));
            }
        }
    }

    /// Adds ranges: first code, last code, and the first text or a list of all texts.
    fn add_ranges(&mut self, operands: &[Token]) {
        let mut operands = operands.iter();
        while let (Some(Token::Hex(first)), Some(Token::Hex(last)), Some(target)) =
            (operands.next(), operands.next(), operands.next())
        {
            let codes = code_of(first)..=code_of(last).min(code_of(first).saturating_add(0xFFFF));
            if let Token::Hex(text) = target {
                for (step, code) in (0_u16..).zip(codes) {
                    self.texts.insert(code, utf16(&advanced(text, step)));
                }
            } else {
                let listed = operands.by_ref().map_while(|token| match token {
                    Token::Hex(text) => Some(utf16(text)),
                    _ => None,
                });
                self.texts.extend(codes.zip(listed.collect::<Vec<_>>()));
            }
        }
    }
}

/// The UTF-16 text whose last unit is `step` further on.
fn advanced(text: &[u8], step: u16) -> Vec<u8> {
    let mut text = text.to_vec();
    if let Some((_, last)) = text.split_last_chunk_mut::<2>() {
        *last = u16::from_be_bytes(*last).wrapping_add(step).to_be_bytes();
    } else if let Some(last) = text.last_mut() {
        *last = last.wrapping_add(step.to_be_bytes()[1]);
    }
    text
}

/// Decodes big-endian UTF-16; a single byte stands for itself.
fn utf16(bytes: &[u8]) -> String {
    if let [single] = bytes {
        return char::from(*single).to_string();
    }
    let units: Vec<u16> = bytes
        .chunks_exact(2)
        .map(|unit| u16::from_be_bytes([unit[0], unit[1]]))
        .collect();
    String::from_utf16_lossy(&units)
}

/// Splits a map into hex strings, brackets and words; comments and names are left out.
fn tokens(source: &[u8]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = source;
    while let Some((&byte, after)) = rest.split_first() {
        let until = |end: fn(&u8) -> bool| after.iter().position(end).unwrap_or(after.len());
        rest = match byte {
            b'%' => &after[until(|b| matches!(b, b'\r' | b'\n'))..],
            b'<' if after.first() == Some(&b'<') => &after[1..],
            b'<' => {
                let end = until(|b| *b == b'>');
                tokens.push(Token::Hex(hex(&after[..end])));
                &after[end..]
            }
            b'[' => {
                tokens.push(Token::Open);
                after
            }
            b']' => {
                tokens.push(Token::Close);
                after
            }
            b if b.is_ascii_alphabetic() => {
                let end = until(|b| !b.is_ascii_alphanumeric());
                tokens.push(Token::Word(rest[..=end].to_vec()));
                &after[end..]
            }
            _ => after,
        };
    }
    tokens
}

/// Decodes hex digits, two for each byte, and skips whatever else is between them.
pub(super) fn hex(digits: &[u8]) -> Vec<u8> {
    let values: Vec<u8> = digits
        .iter()
        .filter_map(|digit| char::from(*digit).to_digit(16)?.try_into().ok())
        .collect();
    values
        .chunks(2)
        .map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0))
        .collect()
}

/// The number that a code's bytes make, highest byte first.
pub(super) fn code_of(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .fold(0, |code, byte| code << 8 | u32::from(*byte))
}

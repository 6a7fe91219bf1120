//! The words of a sentence, where they stand, and which of them are names.

use super::function_word::{Role, role};
use crate::language::{self, VerbForm};

/// As many words as a sentence is looked at; whoever reads on has lost the thread long before.
const MOST: usize = 400;

/// As many bytes as a word may have.
pub(super) const LONGEST: usize = 60;

/// First names that are words as well. At the head of a sentence their capital tells nothing.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "amber", "angel", "april", "arend", "bart", "bas", "beer", "ben", "bloem", "boris", "cor", "daan", "dirk", "door",
    "engel", "fee", "fleur", "floor", "guus", "hans", "hart", "hope", "iris", "jasmijn", "joy", "juli", "kat", "koos", "lente",
    "lies", "linde", "loes", "luna", "maan", "mark", "max", "mees", "mei", "merel", "nel", "noor", "parel", "pien", "pim",
    "pit", "puck", "reiger", "rein", "rob", "robin", "roos", "ruby", "sam", "sil", "sky", "star", "ster", "stijn", "storm",
    "summer", "teun", "tijn", "ton", "uil", "vlinder", "wil", "wolf", "zon", "valk", "viool", "lotus", "lelie", "roos-marie",
    "bram", "els", "riet", "wies", "kees", "piet", "jan", "tom", "tim", "dop", "kim", "bo", "mik", "vos", "haas",
];

/// Words that keep their capital wherever they stand, and are no names of people.
#[rustfmt::skip]
const CAPITALS: &[&str] = &[
    "kerst", "kerstmis", "pasen", "pinksteren", "sinterklaas", "koningsdag", "hemelvaart", "nederland", "nederlands",
    "engels", "facebook", "whatsapp", "instagram", "youtube", "netflix", "tiktok", "google", "internet", "ramadan",
    "suikerfeest", "carnaval", "oud", "nieuwjaar", "spotify", "playstation", "ipad", "sint", "kerstman", "allah", "god", "bijbel",
    "koran", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "alzheimer", "korsakov", "lego",
    "digid", "efteling", "ajax", "feyenoord", "psv", "moederdag", "vaderdag", "bevrijdingsdag", "halloween", "offerfeest", "pride",
    "holi", "formule", "skype", "facetime",
];

/// What stands between the parts of a surname.
const SURNAME_LINKS: &[&str] = &[
    "de", "van", "der", "den", "het", "ten", "ter", "te", "'t", "la", "el", "al",
];

/// A word of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    /// As it stands there.
    pub(super) text: &'a str,
    /// Where its first byte is.
    pub(super) start: usize,
    /// In lower case with straight apostrophes.
    pub(super) word: String,
    /// What it does, when it is one of the words that hold a sentence together.
    pub(super) role: Role,
    /// It is the name of somebody or something.
    pub(super) is_name: bool,
    /// What stands between it and the word before: a comma, a full stop.
    pub(super) mark: Option<char>,
}

impl Token<'_> {
    /// Where its last byte ends.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// Lower case with straight apostrophes.
pub(in super::super) fn normal(text: &str) -> String {
    let text = text.trim();
    // As nearly all words of the lexicon are.
    if text
        .bytes()
        .all(|byte| matches!(byte, b'a'..=b'z' | b' ' | b'-' | b'|' | b'\''))
    {
        return text.to_owned();
    }
    text.to_lowercase().replace(['’', '‘', '`', '´'], "'")
}

/// Takes a sentence apart.
pub(super) fn tokens(sentence: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut mark = None;
    for chunk in chunks(sentence) {
        if tokens.len() == MOST {
            break;
        }
        let start = chunk.as_ptr() as usize - sentence.as_ptr() as usize;
        let trimmed = chunk.trim_start_matches(|c| !is_word(c) && !is_elision(chunk, c));
        let lead = &chunk[..chunk.len() - trimmed.len()];
        mark = strongest(mark, lead);
        let text = trimmed.trim_end_matches(|c| !is_word(c));
        if text.is_empty() {
            mark = strongest(mark, trimmed);
            continue;
        }
        let word = if text.len() > LONGEST {
            String::new()
        } else {
            normal(text)
        };
        tokens.push(Token {
            text,
            start: start + lead.len(),
            role: role(&word),
            word,
            is_name: false,
            mark: if tokens.is_empty() { Some('.') } else { mark },
        });
        mark = strongest(None, &trimmed[text.len()..]);
    }
    mark_names(&mut tokens);
    tokens
}

/// What stands between spaces and other marks that part words.
fn chunks(sentence: &str) -> impl Iterator<Item = &str> {
    // A dash or slash stays at the head of what follows it, so that it can part clauses.
    let mut rest = sentence;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let first = rest.chars().next()?;
        let end = rest[first.len_utf8()..]
            .find(|c: char| c.is_whitespace() || matches!(c, '/' | '…' | '–' | '—'))
            .map_or(rest.len(), |at| at + first.len_utf8());
        let (chunk, after) = rest.split_at(end);
        rest = after;
        Some(chunk)
    })
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric()
}

/// The apostrophe of `'s avonds` and `'n`.
fn is_elision(chunk: &str, letter: char) -> bool {
    matches!(letter, '\'' | '’') && {
        let rest = chunk.trim_start_matches(['\'', '’', '‘', '"', '(']);
        let word = rest.trim_end_matches(|c| !is_word(c)).to_lowercase();
        matches!(word.as_str(), "s" | "n" | "t" | "k" | "m")
    }
}

/// The mark that parts most, of one and those in a text.
fn strongest(mark: Option<char>, text: &str) -> Option<char> {
    let weight = |c: char| match c {
        '.' | '!' | '?' | '…' => 4,
        ':' | ';' => 3,
        ',' | '–' | '—' | '(' | ')' | '-' => 2,
        '"' | '“' | '„' | '”' | '‘' => 1,
        _ => 0,
    };
    text.chars()
        .chain(mark)
        .filter(|c| weight(*c) > 0)
        .max_by_key(|c| weight(*c))
}

/// Marks the names: words with a capital where no sentence begins.
fn mark_names(tokens: &mut [Token<'_>]) {
    let is_capital = |token: &Token<'_>| token.text.chars().next().is_some_and(char::is_uppercase);
    let is_loud = |token: &Token<'_>| {
        token.text.chars().filter(|c| c.is_alphabetic()).count() > 1
            && !token.text.chars().any(char::is_lowercase)
    };
    // A text in capitals throughout, or a title with a capital on each word, tells no names.
    let words = tokens
        .iter()
        .filter(|token| token.text.chars().any(char::is_alphabetic));
    let (all, loud) = words.fold((0, 0), |(all, loud), token| {
        (all + 1, loud + usize::from(is_capital(token)))
    });
    if all > 1 && loud == all && tokens.iter().any(|token| !token.role.is_none()) {
        return;
    }
    for at in 0..tokens.len() {
        let token = &tokens[at];
        if !is_capital(token) || is_loud(token) {
            continue;
        }
        let opens = matches!(
            token.mark,
            Some('.' | '!' | '?' | '…' | ':' | '"' | '“' | '„' | '‘')
        );
        let mut next = at + 1;
        while tokens.get(next).is_some_and(|link| {
            link.mark.is_none() && SURNAME_LINKS.contains(&link.word.as_str()) && !is_capital(link)
        }) {
            next += 1;
        }
        let surname = tokens
            .get(next)
            .is_some_and(|after| after.mark.is_none() && is_capital(after) && !is_loud(after));
        let is_name = if opens {
            NAMES.contains(&token.word.as_str()) && !follows_as_noun(tokens, at)
                || surname && next > at + 1 && is_plain(token)
        } else {
            !CAPITALS.contains(&token.word.as_str())
        };
        if is_name {
            tokens[at].is_name = true;
            tokens[at].role = Role::default();
            // `Kat de Vries`: the links belong to the name.
            if surname {
                for link in &mut tokens[at + 1..next] {
                    link.is_name = true;
                    link.role = Role::default();
                }
            }
        }
    }
}

/// Whether a word is neither a verb nor one that holds a sentence together: `Bel de Kring`.
fn is_plain(token: &Token<'_>) -> bool {
    token.role.is_none() && language::verb_form(&token.word) == VerbForm::None
}

/// Whether what follows the first word tells that it is no name: `Wil je …`, `Ben ik …`.
fn follows_as_noun(tokens: &[Token<'_>], at: usize) -> bool {
    tokens
        .get(at + 1)
        .is_some_and(|next| next.role.is(Role::SUBJECT) && next.mark.is_none())
}

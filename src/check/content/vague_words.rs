//! Words that make a goal vague, and where they stand in a text. Says nothing of plans.

use std::ops::Range;

use super::super::token::{Token, tokens};

/// Words and phrases that nobody can see happen. `*` stands for any ending, `…` for at most two
/// words of the same clause.
#[rustfmt::skip] // one phrase a line would take three pages
const PHRASES: &[&str] = &[
    "aandacht … voor", "aandacht besteden", "aandacht krijgen", "aandacht krijgt", "activeren",
    "activeert", "geactiveerd*", "adequaat", "adequate", "af en toe", "balans vinden", "in balans",
    "begeleiden bij", "begeleidt bij", "begeleid bij", "begrip voor", "begrip krijgen",
    "behoud van", "behouden van", "bevorder*", "bewust … van", "bewust worden", "bewuster",
    "bewustwording", "bezig met", "bezighoudt met", "bezighouden met", "contact onderhouden",
    "contacten onderhouden", "contact onderhoudt", "contacten onderhoudt", "onderhoudt … contact",
    "onderhoudt … contacten", "onderhouden van", "empower*", "ervaren", "ervaart", "exploreren",
    "exploreert", "faciliteren", "faciliteert", "gefaciliteerd", "functioneren", "functioneert",
    "goed in … vel", "beter in … vel", "lekker in … vel", "goede manier", "gezonde manier",
    "grip … op", "grip krijgen", "grip krijgt", "groeien in", "groeit in", "handhaven",
    "handhaaft", "in stand houden", "in stand houdt", "in de gaten houden", "indien mogelijk",
    "waar mogelijk", "zo mogelijk", "inzicht", "kwaliteit van leven", "omgaan met", "omgaat met",
    "om te gaan met", "om kan gaan met", "om kunnen gaan met", "gaat … om met", "monitoren",
    "monitort", "monitoring", "gemonitord", "motiveren", "motiveert", "motivatie", "gemotiveerd*",
    "ondersteunen", "ondersteund", "ondersteunt … bij", "ondersteunt … in", "ontwikkelen",
    "ontwikkelt", "ontwikkeling van", "ontplooi*", "optimaal", "optimale", "optimalise*",
    "geoptimaliseerd", "participeren", "participeert", "passende", "perspectief", "proberen te",
    "probeert … te", "regelmatig*", "stabiliseren", "stabiliseert", "stabiel blijven",
    "stabiel blijft", "blijft … stabiel", "stapsgewijs", "stimule*", "gestimuleerd*", "stimulans",
    "streven naar", "streeft … naar", "structuur aanbrengen", "structuur bieden",
    "structuur krijgen", "structuur krijgt", "versterk*", "voelt … zich", "zich … voelt",
    "zich … voelen", "voldoende", "voorkomen van", "voorkomen dat", "voorkomen wordt",
    "wordt voorkomen", "weerbaarheid", "welbevinden", "werken … aan", "werkt … aan", "gewerkt aan",
    "zelfbeeld", "zelfredzaamheid", "zelfvertrouwen", "zo … mogelijk", "zoveel mogelijk",
];

/// Words that are vague as long as they don't say how much.
#[rustfmt::skip] // as above
const DEGREES: &[&str] = &[
    "actiever", "beter", "betere", "fitter", "gelukkiger", "gezonder", "gezondere", "meer",
    "minder", "opbouwen", "opbouwt", "afbouwen", "afbouwt", "rustiger", "socialer", "sterker",
    "uitbreiden", "uitbreidt", "uitbreiding", "vaker", "verbeter*", "vergroot", "vergroten",
    "verhogen", "verhoogt", "verkennen", "verkent", "verlagen", "verlaagt", "verminder*", "vrolijker", "weerbaarder",
    "zekerder", "zelfredzamer", "zelfstandiger", "zelfverzekerder",
];

/// The most words that `…` stands for.
const GAP: usize = 2;
/// How far after a degree the number may stand that says how much.
const REACH: usize = 4;
/// Words that make of `meer` the end of something: `niet meer`.
const NEGATIONS: &[&str] = &["geen", "niemand", "niet", "niets", "nooit", "zonder"];
/// Things that one works at without its being vague: `werkt aan de kassa`.
const PLACES: &[&str] = &[
    "balie",
    "band",
    "bureau",
    "computer",
    "kassa",
    "loket",
    "machine",
    "naaimachine",
    "tafel",
    "werkbank",
];

/// The vague words of a text, by their bytes; none overlap.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let rest = &tokens[at..];
        let phrase = longest(PHRASES, rest)
            .filter(|length| !is_place(&rest[..*length], &rest[*length..]))
            .filter(|_| !is_mark(&tokens, at));
        let degree = longest(DEGREES, rest).filter(|_| !says_how_much(&tokens, at));
        match phrase.max(degree) {
            Some(length) => {
                found.push(tokens[at].range.start..tokens[at + length - 1].range.end);
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// How many words the longest phrase takes that the words start with.
fn longest(phrases: &[&str], tokens: &[Token]) -> Option<usize> {
    // Nearly all phrases fall off at their first letter.
    let letter = tokens.first()?.word.chars().next();
    let near = phrases
        .iter()
        .filter(|phrase| phrase.chars().next() == letter);
    let lengths = near.filter_map(|phrase| {
        let parts: Vec<_> = phrase.split(' ').collect();
        length(&parts, tokens)
    });
    lengths.max()
}

/// How many words a phrase takes, where the words start with it.
fn length(parts: &[&str], tokens: &[Token]) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else {
        return Some(0);
    };
    if *part == "…" {
        return (0..=GAP).find_map(|gap| {
            let (over, left) = tokens.split_at_checked(gap)?;
            let is_one_clause = !over.iter().any(|token| token.closes);
            is_one_clause
                .then(|| length(rest, left))
                .flatten()
                .map(|more| gap + more)
        });
    }
    let (first, left) = tokens.split_first()?;
    let fits = match part.strip_suffix('*') {
        Some(start) => first.word.starts_with(start),
        None => first.word == *part,
    };
    let ends_well = rest.is_empty() || !first.closes;
    (fits && ends_well)
        .then(|| length(rest, left))
        .flatten()
        .map(|more| more + 1)
}

/// Whether `aan` is where somebody works: `aan de kassa`.
fn is_place(phrase: &[Token], rest: &[Token]) -> bool {
    let aan = phrase.last().is_some_and(|token| token.word == "aan");
    aan && rest.iter().take(2).any(|token| token.is_one_of(PLACES))
}

/// Whether it is a mark at school: `een voldoende`.
fn is_mark(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    tokens[at].word == "voldoende" && before.is_some_and(|before| before.word == "een")
}

/// Whether a degree is measured: a number follows, or it is an end (`niet meer`).
fn says_how_much(tokens: &[Token], at: usize) -> bool {
    let before = &tokens[at.saturating_sub(3)..at];
    let ends = tokens[at].word == "meer"
        && before
            .iter()
            .any(|token| token.is_one_of(NEGATIONS) && !token.closes);
    let goes = tokens[at].word == "minder"
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is_one_of(&["gaat", "gaan", "ging"]));
    let after = tokens[at + 1..].iter().take(REACH);
    ends || goes || after.into_iter().any(Token::is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The vague words of a sentence.
    fn vague(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn vague_words_are_found_with_their_endings() {
        assert_eq!(
            vague("De begeleider stimuleert haar om te sporten."),
            ["stimuleert"]
        );
        assert_eq!(vague("Er is aandacht voor haar rust."), ["aandacht voor"]);
        assert_eq!(
            vague("In mei werkt Jan elke dag aan zijn conditie."),
            [""; 0]
        );
        assert_eq!(
            vague("In mei werkt Jan aan zijn conditie."),
            ["werkt Jan aan"]
        );
        assert_eq!(
            vague("Zij doet zo veel mogelijk zelf."),
            ["zo veel mogelijk"]
        );
        assert_eq!(
            vague("Zij krijgt meer inzicht in geld."),
            ["meer", "inzicht"]
        );
    }

    #[test]
    fn a_measure_is_not_vague() {
        for text in [
            "Hij gaat niet vaker dan twee keer eerder naar huis.",
            "Zij rookt minder dan 5 sigaretten per dag.",
            "Zij heeft geen taxi meer nodig.",
            "Hij zegt het als het minder gaat.",
            "In mei werkt Jan aan de kassa.",
            "Zij eet zonder ondersteuning.",
            "Zij haalt voor rekenen een voldoende.",
            "Zij onderhoudt elke week haar tuin.",
        ] {
            assert_eq!(vague(text), [""; 0], "{text}");
        }
    }
}

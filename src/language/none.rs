//! Recognises a text that says there is nothing: `Niets.`, `Geen overleg meer.`
//!
//! `Niet vaker dan elke week bellen` and `Geen taken overnemen` are agreements like any other.

/// What such a text says before its first mark, in lower case; the longest first.
const NONE: &[&str] = &[
    "niet van toepassing",
    "niemand",
    "n.v.t",
    "niets",
    "geen",
    "nvt",
];
/// Marks after which only the reason may follow: `Niets, dat doet hij zelf.`
const MARKS: &[char] = &['.', ',', ':', ';', '!', '(', '–', '—', '\n'];
/// The most words between `geen` and `meer`.
const GAP: usize = 3;
/// Words after `geen … meer` that tell since when or why; before a verb it is an agreement: `geen
/// taken meer overnemen`.
const SINCE: &[&str] = &["na", "nodig", "omdat", "sinds", "vanaf", "want"];

/// Whether a text says that there is nothing to tell.
pub(crate) fn says_none(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    is_nothing(text) || is_no_more(text)
}

/// Whether the first clause is one of the words for nothing, and no more.
fn is_nothing(text: &str) -> bool {
    NONE.iter().any(|none| {
        let rest = text.strip_prefix(none).map(str::trim_start);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(MARKS))
    })
}

/// Whether the first clause says that something is over: `geen overleg meer sinds mei`.
fn is_no_more(text: &str) -> bool {
    let clause = text.split(MARKS).next().unwrap_or_default();
    let mut words = super::words(clause);
    if words.next() != Some("geen") {
        return false;
    }
    let words: Vec<_> = words.collect();
    let more = words.iter().take(GAP + 1).position(|word| *word == "meer");
    more.is_some_and(|more| {
        let next = words.get(more + 1);
        more > 0 && next.is_none_or(|next| SINCE.contains(next))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_for_nothing_says_none() {
        for text in [
            "Niets.",
            "Niets, dat doet hij zelf.",
            "Niets: dit wil Zoë zonder haar familie doen.",
            "niets (Jeroen doet dit zelf)",
            "Geen",
            "Geen: Zoë weet het en wil zelf de trap op.",
            "Geen overleg meer.",
            "Geen overleg meer sinds 13 januari 2026; zij belt de huisarts nu zelf.",
            "Geen hulp van buiten meer nodig.",
            "N.v.t.",
            "nvt",
            "Niet van toepassing, Zoë woont alleen.",
            "niemand",
        ] {
            assert!(says_none(text), "{text}");
        }
    }

    #[test]
    fn an_agreement_with_a_denial_is_an_agreement() {
        for text in [
            "Niet vaker dan elke week bellen over de medicijnen.",
            "Niet alleen op zondag, maar ook op woensdag belt Noor",
            "Geen taken overnemen, wel ernaast staan",
            "Geen taken meer overnemen, wel ernaast staan",
            "Geen drie keer bellen, maar één keer. Daarna niet meer.",
            "Geen meerdere mensen tegelijk",
            "Nooit meer dan drie doelen actief in één week.",
            "Nooit zomaar afzeggen: zij belt zelf.",
            "Niemand komt binnen zonder te bellen.",
            "Belt als de bus niet komt.",
            "Let op.",
            "",
        ] {
            assert!(!says_none(text), "{text}");
        }
    }
}

//! What is said not to be so without a word of denial: what somebody stops with, forgets or replaces.

use super::super::set::WordClass;
use super::file::Kind;
use super::search::Candidate;
use super::sentence::Sentence;

/// Whether something else comes in the place of a candidate: `in plaats van de lift`, `behalve vis`.
pub(super) fn is_replaced(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let first = candidate.first();
    let start = sentence.group_start(first);
    let word = |step: isize| sentence.near(start, step).map(|token| token.word.as_str());
    word(-1) == Some("behalve") || word(-1) == Some("van") && word(-2) == Some("plaats")
}

/// Whether a candidate is what somebody forgets: `Ik ben vergeten te bellen.`
pub(super) fn is_forgotten(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let first = candidate.first();
    let clause = sentence.clause(first).range.clone();
    let words = |places: std::ops::Range<usize>, wanted: &[&str]| {
        places
            .filter(|at| !sentence.tokens[*at].is_name)
            .any(|at| wanted.contains(&sentence.tokens[at].word.as_str()))
    };
    sentence
        .near(first, -1)
        .is_some_and(|before| before.word == "te")
        && words(clause.start..first, &["vergeten", "vergeet", "vergat"])
        && !words(clause, &["niet", "nooit"])
}

/// Whether a candidate is what somebody leaves out: `Ik sla het ontbijt vaak over.`
pub(super) fn is_skipped(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let clause = sentence.clause(candidate.first()).range.clone();
    let has = |wanted: &[&str]| {
        clause
            .clone()
            .any(|at| wanted.contains(&sentence.tokens[at].word.as_str()))
    };
    let parted = sentence.tokens[clause.end - 1].word == "over" && has(&["sla", "slaat", "slaan"]);
    // `We schrappen dit doel.`
    let drops = has(&["schrap", "schrapt", "schrappen", "geschrapt"]);
    // `De les valt uit.`
    let fails = candidate.class == Some(WordClass::Noun)
        && sentence.tokens[clause.end - 1].word == "uit"
        && has(&["valt", "vallen", "viel", "vielen"]);
    let skips =
        drops || fails || parted || has(&["overslaan", "oversla", "overslaat", "overgeslagen"]);
    skips && !matches!(candidate.kind, Kind::Time | Kind::Person | Kind::Feeling)
}

/// Words that say that there is little of something, or is to be less.
const LITTLE: &[&str] = &["minder", "nauwelijks", "amper", "zelden"];

/// Whether a candidate is what there is less of: `minder bier drinken`. Who or where it is stays, but
/// for whom one has less of it with: `minder ruzie met mijn broer`.
pub(super) fn is_lessened(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let clause = sentence.clause(candidate.first()).range.clone();
    let less = clause.clone().find(|at| {
        let token = &sentence.tokens[*at];
        !token.is_name && LITTLE.contains(&token.word.as_str()) && !candidate.tokens.contains(at)
    });
    less.is_some_and(|less| {
        if is_done_less(sentence, candidate, less) {
            return false;
        }
        let verb = candidate.class == Some(WordClass::Verb) || candidate.kind == Kind::Act;
        // `minder tijd op mijn telefoon`
        let before = sentence.preposition(candidate.first());
        let beside = before.is_some_and(|before| matches!(before.word.as_str(), "op" | "aan"));
        let thing = candidate.last() > less
            && !beside
            && !matches!(candidate.kind, Kind::Time | Kind::Place | Kind::Person);
        let shared = candidate.first() > less
            && candidate.kind == Kind::Person
            && before.is_some_and(|before| before.word == "met");
        verb || thing || shared
    })
}

/// Whether a candidate is what somebody does less, which is still done: `ik wil minder roken`.
fn is_done_less(sentence: &Sentence<'_>, candidate: &Candidate, less: usize) -> bool {
    let right_after = candidate.first() == less + 1
        || candidate.first() == less + 2 && sentence.tokens[less + 1].word == "te";
    let right_before = candidate.last() + 1 == less && sentence.near(less, 1).is_none();
    sentence.tokens[less].word == "minder"
        && candidate.class == Some(WordClass::Verb)
        && matches!(candidate.kind, Kind::Act | Kind::Feeling)
        && (right_after || right_before)
}

/// What somebody stops with or may not do: `stoppen met roken`, `verboden te roken`.
pub(super) fn stopped(sentence: &Sentence<'_>) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, token) in sentence.tokens.iter().enumerate() {
        if token.is_name {
            continue;
        }
        let end = sentence.clause(at).range.end;
        let stops = matches!(
            token.word.as_str(),
            "stop"
                | "stopt"
                | "stoppen"
                | "gestopt"
                | "stopte"
                | "hou"
                | "houd"
                | "houdt"
                | "ophouden"
                | "opgehouden"
                | "opgehouwen"
        );
        // `Ik wil van het roken af.`
        let off = token.word == "van"
            && sentence.tokens[end - 1].word == "af"
            && sentence.finite_of(at).is_some_and(|finite| {
                let verb = sentence.tokens[finite.at].word.as_str();
                finite.at < at && matches!(verb, "wil" | "wilt" | "willen")
            });
        if off {
            found.push((at + 1, end));
        }
        // `Ik heb een hekel aan wachten.`
        if token.word == "hekel" && sentence.near(at, 1).is_some_and(|next| next.word == "aan") {
            found.push((at + 2, end.min(at + 5)));
        }
        let forbidden = matches!(token.word.as_str(), "verboden");
        if stops {
            let with =
                (at + 1..end.min(at + 6)).find(|place| sentence.tokens[*place].word == "met");
            let really = token.word.contains("stop")
                || token.word.starts_with("op")
                || (at + 1..end).any(|place| sentence.tokens[place].word == "op");
            // `Ik stop om vijf uur met werken.`: it is done.
            let timed = with.is_some_and(|with| {
                (at + 1..with).any(|place| sentence.tokens[place].word == "uur")
            });
            if timed {
                continue;
            }
            if let (Some(with), true) = (with, really) {
                found.push((with + 1, end.min(with + 5)));
            } else if really && token.word.starts_with("gestopt") {
                // `Ik ben met roken gestopt.`
                let with = (sentence.clause(at).range.start..at)
                    .rev()
                    .find(|place| sentence.tokens[*place].word == "met");
                found.extend(with.map(|with| (with + 1, at)));
            }
        } else if forbidden {
            found.push((sentence.clause(at).range.start, at));
            found.push((at + 1, end));
        }
    }
    found
}

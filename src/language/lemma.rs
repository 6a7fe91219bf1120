//! What a word may be a form of: `geëvalueerd` of `evalueren`, `doelen` of `doel`.
//!
//! Gives every base form that the rules of spelling allow, most of which are no words; whoever
//! has a list of words looks them up.

use super::prefix::PARTICLES;
use super::strong_verb;

/// Present tenses that no rule leads from, each with its infinitive.
const IRREGULAR: &[(&str, &str)] = &[
    ("ben", "zijn"),
    ("bent", "zijn"),
    ("besta", "bestaan"),
    ("ga", "gaan"),
    ("heb", "hebben"),
    ("hebt", "hebben"),
    ("heeft", "hebben"),
    ("hou", "houden"),
    ("is", "zijn"),
    ("kan", "kunnen"),
    ("kun", "kunnen"),
    ("kunt", "kunnen"),
    ("mag", "mogen"),
    ("rij", "rijden"),
    ("sla", "slaan"),
    ("snij", "snijden"),
    ("sta", "staan"),
    ("versta", "verstaan"),
    ("zal", "zullen"),
];

/// Every base form a lower-case word may belong to, itself first.
pub(crate) fn base_forms(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    nominal(word, &mut forms);
    verbal(word, &mut forms);
    for particle in PARTICLES {
        let Some(rest) = word.strip_prefix(particle).filter(|rest| rest.len() > 3) else {
            continue;
        };
        let mut inner = Vec::new();
        if let Some(infinitive) =
            strong_verb::from_participle(rest).or_else(|| strong_verb::from_past(rest))
        {
            inner.push(infinitive);
        }
        if let Some(stem) = after_ge(rest).and_then(without_d) {
            infinitives(&stem, &mut inner);
        }
        forms.extend(inner.into_iter().map(|verb| format!("{particle}{verb}")));
    }
    forms
}

/// Base forms of a plural, a diminutive, or an adjective with an ending.
fn nominal(word: &str, forms: &mut Vec<String>) {
    for (ending, least) in [
        ("'s", 2),
        ("’s", 2),
        ("s", 3),
        ("n", 3),
        ("r", 4),
        ("st", 4),
    ] {
        if let Some(base) = word.strip_suffix(ending).filter(|base| base.len() >= least) {
            forms.push(base.to_owned());
        }
    }
    if let Some(base) = word.strip_suffix("heden") {
        forms.push(format!("{base}heid"));
    }
    for ending in ["ën", "ene", "en", "e", "er", "ere", "ste", "st", "s"] {
        if let Some(base) = word.strip_suffix(ending) {
            singulars(base, forms);
        }
    }
    let one = word.strip_suffix('s').unwrap_or(word);
    for ending in ["je", "tje", "pje", "etje", "'tje"] {
        if let Some(base) = one.strip_suffix(ending) {
            singulars(base, forms);
        }
    }
    if let Some(base) = one.strip_suffix("nkje") {
        forms.push(format!("{base}ng"));
    }
}

/// Infinitives of a present or past tense or a participle.
fn verbal(word: &str, forms: &mut Vec<String>) {
    let irregular = IRREGULAR.iter().find(|(form, _)| *form == word);
    forms.extend(irregular.map(|(_, infinitive)| (*infinitive).to_owned()));
    forms.extend(strong_verb::from_past(word));
    let bare = word
        .strip_suffix('e')
        .filter(|_| word.len() > 5)
        .unwrap_or(word);
    forms.extend(strong_verb::from_participle(word));
    infinitives(word, forms);
    for ending in ["t", "te", "ten", "de", "den", "d"] {
        if let Some(stem) = word.strip_suffix(ending) {
            infinitives(stem, forms);
        }
    }
    if let Some(infinitive) = bare.strip_suffix('d').filter(|form| form.ends_with("en")) {
        forms.push(infinitive.to_owned());
    }
    if let Some(rest) = after_ge(bare) {
        if let Some(stem) = without_d(rest) {
            infinitives(&stem, forms);
        }
        infinitives(rest, forms);
    }
}

/// What follows `ge-`, a trema after it taken off.
fn after_ge(word: &str) -> Option<&str> {
    let rest = word.strip_prefix("ge").filter(|rest| rest.len() > 2)?;
    Some(rest)
}

/// The stem of a weak participle without its `ge-`.
fn without_d(rest: &str) -> Option<String> {
    let stem = rest.strip_suffix(['d', 't'])?;
    let plain = [('ë', 'e'), ('ï', 'i'), ('ü', 'u')]
        .iter()
        .find_map(|(with, without)| Some(format!("{without}{}", stem.strip_prefix(*with)?)));
    Some(plain.unwrap_or_else(|| stem.to_owned()))
}

/// Infinitives that a stem may have: `leef` gives `leven`, `pak` gives `pakken`.
pub(crate) fn infinitives(stem: &str, forms: &mut Vec<String>) {
    let mut letters = stem.chars().rev();
    let (Some(last), Some(before), third) = (letters.next(), letters.next(), letters.next()) else {
        return;
    };
    if is_vowel(last) {
        forms.push(format!("{stem}n"));
        return;
    }
    forms.push(format!("{stem}en"));
    let head = &stem[..stem.len() - last.len_utf8()];
    let soft = softened(last);
    if third == Some(before) && matches!(before, 'a' | 'e' | 'o' | 'u') {
        let short = &head[..head.len() - before.len_utf8()];
        forms.push(format!("{short}{last}en"));
        if let Some(soft) = soft {
            forms.push(format!("{short}{soft}en"));
        }
    } else if is_vowel(before) && !third.is_some_and(is_vowel) {
        forms.push(format!("{stem}{last}en"));
    }
    if let Some(soft) = soft {
        forms.push(format!("{head}{soft}en"));
    }
}

/// Words that a part before `-en` or `-e` may stand for: `del` gives `deel`, `stapp` gives `stap`.
fn singulars(base: &str, forms: &mut Vec<String>) {
    let mut letters = base.chars().rev();
    let (Some(last), Some(before)) = (letters.next(), letters.next()) else {
        return;
    };
    let third = letters.next();
    forms.push(base.to_owned());
    let head = &base[..base.len() - last.len_utf8()];
    if last == before {
        forms.push(head.to_owned());
        return;
    }
    let hard = match last {
        'z' => 's',
        'v' => 'f',
        other => other,
    };
    if hard != last {
        forms.push(format!("{head}{hard}"));
    }
    let open = matches!(before, 'a' | 'e' | 'o' | 'u')
        && !third.is_some_and(|c| c != 'u' && c != 'i' && is_vowel(c));
    if open && !is_vowel(last) {
        forms.push(format!("{head}{before}{hard}"));
    }
}

/// The consonant that a stem's last one becomes before `-en`.
fn softened(consonant: char) -> Option<char> {
    match consonant {
        'f' => Some('v'),
        's' => Some('z'),
        _ => None,
    }
}

/// Whether a letter is a vowel.
pub(crate) fn is_vowel(letter: char) -> bool {
    matches!(
        letter,
        'a' | 'e'
            | 'i'
            | 'o'
            | 'u'
            | 'y'
            | 'é'
            | 'è'
            | 'ë'
            | 'ï'
            | 'ö'
            | 'ü'
            | 'ä'
            | 'á'
            | 'ó'
            | 'ê'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_to_their_base() {
        for (form, base) in [
            ("doelen", "doel"),
            ("dozen", "doos"),
            ("brieven", "brief"),
            ("stappen", "stap"),
            ("foto's", "foto"),
            ("ziekten", "ziekte"),
            ("mogelijkheden", "mogelijkheid"),
            ("adequate", "adequaat"),
            ("complexere", "complex"),
            ("boekje", "boek"),
            ("mannetjes", "man"),
            ("boompje", "boom"),
            ("evalueert", "evalueren"),
            ("evalueerden", "evalueren"),
            ("geëvalueerd", "evalueren"),
            ("realiseer", "realiseren"),
            ("leeft", "leven"),
            ("pak", "pakken"),
            ("aangemoedigd", "aanmoedigen"),
            ("toegepast", "toepassen"),
            ("ondernomen", "ondernemen"),
            ("verstrekt", "verstrekken"),
            ("betreffende", "betreffen"),
            ("plaatsgevonden", "plaatsvinden"),
            ("gecoacht", "coachen"),
        ] {
            let forms = base_forms(form);
            assert!(forms.iter().any(|f| f == base), "{form}: {forms:?}");
        }
    }
}

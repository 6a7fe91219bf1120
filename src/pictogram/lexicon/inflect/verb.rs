//! Tenses, participles and infinitives.

use super::{Form, Listener, ending, is_vowel, vowel_groups};
use crate::language;

/// Present tenses that no rule leads to: of `ik`, other forms of it, and of `hij`.
const IRREGULAR: &[(&str, &[&str], &[&str])] = &[
    ("doen", &["doe"], &["doet"]),
    ("gaan", &["ga"], &["gaat"]),
    ("glijden", &["glijd", "glij"], &["glijdt"]),
    ("hebben", &["heb"], &["heeft", "hebt"]),
    ("houden", &["houd", "hou"], &["houdt"]),
    ("komen", &["kom"], &["komt"]),
    ("mogen", &["mag"], &["mag"]),
    ("rijden", &["rijd", "rij"], &["rijdt"]),
    ("skiën", &["ski"], &["skiet"]),
    ("slaan", &["sla"], &["slaat"]),
    ("snijden", &["snijd", "snij"], &["snijdt"]),
    ("staan", &["sta"], &["staat"]),
    ("zien", &["zie"], &["ziet"]),
    ("zijn", &["ben"], &["is", "bent"]),
];

/// Verbs from English, which keep the `e` of their stem.
const ENGLISH: &[&str] = &[
    "daten",
    "facetimen",
    "gamen",
    "racen",
    "saven",
    "scoren",
    "skaten",
    "skypen",
    "timen",
    "updaten",
    "barbecueën",
];

/// Beginnings that leave no room for `ge-` in the participle.
const FIXED: &[&str] = &[
    "be", "ge", "er", "her", "mis", "om", "onder", "ont", "over", "ver", "vol", "voor", "weer",
];

/// Tells every form of a verb, from its infinitive.
pub(super) fn forms(infinitive: &str, to: &mut Listener<'_>) {
    to.add(&[infinitive], Form::Infinitive);
    to.add(&[infinitive, "d"], Form::Going);
    to.add(&[infinitive, "de"], Form::Going);
    let irregular = IRREGULAR
        .iter()
        .filter_map(|row| Some((infinitive.strip_suffix(row.0)?, row)))
        .find(|(head, row)| head.is_empty() || FIXED.contains(head) && row.0 != "zijn");
    let stems = if let Some((head, (_, stems, presents))) = irregular {
        for present in *presents {
            to.add(&[head, present], Form::Present);
        }
        stems.iter().map(|stem| format!("{head}{stem}")).collect()
    } else {
        stems(infinitive)
    };
    for stem in &stems {
        to.add(&[stem], Form::Stem);
        if irregular.is_none() {
            let t = if stem.ends_with('t') { "" } else { "t" };
            to.add(&[stem, t], Form::Present);
        }
    }
    let [one, more, participle] = language::principal_parts(infinitive).unwrap_or_default();
    for stem in &stems {
        let d = if is_hard(infinitive, stem) { "t" } else { "d" };
        if one.is_empty() {
            to.add(&[stem, d, "e"], Form::Past);
            to.add(&[stem, d, "en"], Form::Past);
        }
        if participle.is_empty() {
            participles(stem, d, to);
        }
    }
    for past in [one, more] {
        if !past.is_empty() {
            to.add(&[&past], Form::Past);
        }
    }
    if !participle.is_empty() {
        // `de verloren sleutel`; a participle on -d or -t takes -e.
        if participle.ends_with(['d', 't']) {
            to.add(&[&participle, "e"], Form::Participle);
        }
        to.add(&[&participle], Form::Participle);
    }
}

/// The forms for `ik`. More than one where the rules can't tell which syllable is loud: `wandel` and
/// `probeer`.
fn stems(infinitive: &str) -> Vec<String> {
    if infinitive == "douchen" {
        return vec!["douche".to_owned(), "douch".to_owned()];
    }
    if ENGLISH.contains(&infinitive) {
        let stem = infinitive
            .strip_suffix('n')
            .map(|stem| stem.replace('ë', ""));
        return stem.into_iter().collect();
    }
    let Some(bare) = infinitive
        .strip_suffix("en")
        .or_else(|| infinitive.strip_suffix("ën"))
        .or_else(|| infinitive.strip_suffix('n'))
    else {
        return vec![infinitive.to_owned()];
    };
    let (third, Some(before), Some(last)) = ending(bare) else {
        return vec![bare.to_owned()];
    };
    if is_vowel(last) {
        return vec![bare.to_owned()];
    }
    let head = &bare[..bare.len() - last.len_utf8()];
    let hard = match last {
        'v' => 'f',
        'z' => 's',
        other => other,
    };
    if last == before {
        // `app` keeps both letters in the spelling of many; `appen` is the only one here.
        let short = head.to_owned();
        return if bare == "app" {
            vec![bare.to_owned(), short]
        } else {
            vec![short]
        };
    }
    if !is_vowel(before) || third.is_some_and(is_vowel) && !bare.contains("qu") {
        return vec![format!("{head}{hard}")];
    }
    let long = format!("{head}{before}{hard}");
    // `duw`, and `blow`: of `-owen` only English has verbs.
    if matches!((before, last), ('o' | 'u', 'w')) {
        return vec![bare.to_owned()];
    }
    let quiet = ["el", "er", "en", "em", "ig"]
        .iter()
        .any(|ending| bare.ends_with(ending));
    if matches!(before, 'i' | 'y') {
        return vec![format!("{head}{hard}")];
    }
    if quiet && vowel_groups(bare) > 1 {
        vec![format!("{head}{hard}"), long]
    } else {
        vec![long]
    }
}

/// Whether the past tense has -te: the last sound before -en is one of 't kofschip.
fn is_hard(infinitive: &str, stem: &str) -> bool {
    let bare = infinitive.strip_suffix("en").unwrap_or(infinitive);
    let sound = if ENGLISH.contains(&infinitive) {
        stem.strip_suffix('e').unwrap_or(stem)
    } else {
        bare
    };
    sound.ends_with(['t', 'k', 'f', 's', 'p', 'x']) || sound.ends_with("ch")
}

fn participles(stem: &str, d: &str, to: &mut Listener<'_>) {
    let end = if stem.ends_with(['d', 't']) { "" } else { d };
    let (begin, rest) = match stem.chars().next() {
        Some('e') => ("geë", &stem[1..]),
        Some('i') if !stem.starts_with("ij") => ("geï", &stem[1..]),
        Some('u') if !stem.starts_with("ui") => ("geü", &stem[1..]),
        _ => ("ge", stem),
    };
    let bare = FIXED.iter().any(|prefix| {
        stem.strip_prefix(prefix)
            .is_some_and(|rest| rest.chars().count() > 1 && vowel_groups(rest) > 0)
    });
    if bare {
        to.add(&[stem, end, "e"], Form::Participle);
        to.add(&[stem, end], Form::Participle);
    }
    // `gezond` is how somebody is, whatever one does in the sun.
    if stem != "zon" {
        to.add(&[begin, rest, end, "e"], Form::Participle);
        to.add(&[begin, rest, end], Form::Participle);
    }
}

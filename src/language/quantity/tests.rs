//! What texts state of amounts, frequencies, days and times.

use super::*;

fn frequencies(text: &str) -> Vec<String> {
    stated(text)
        .frequencies
        .iter()
        .map(|said| {
            let Frequency {
                times,
                per,
                is_each,
            } = said.value;
            let each = if is_each { " each" } else { "" };
            format!("{times} per {} {:?}{each}", per.count, per.span)
        })
        .collect()
}

fn agree(claim: &str, agreed: &str) -> bool {
    let claims = stated(claim).frequencies;
    assert!(!claims.is_empty(), "{claim}");
    let agreed = possible(agreed).frequencies;
    let fits = |claim: &Said<Frequency>| {
        let mut agreed = agreed.iter();
        agreed.any(|agreed| claim.value.agrees_with(agreed.value))
    };
    claims.iter().all(fits)
}

#[test]
fn a_frequency_is_read_in_all_its_forms() {
    for (text, expected) in [
        ("2 keer per week", "2 per 1 Week"),
        ("3x per week", "3 per 1 Week"),
        ("3x/week", "3 per 1 Week"),
        ("3 × per week", "3 per 1 Week"),
        ("Drie keer in de week.", "3 per 1 Week"),
        ("twee maal per dag", "2 per 1 Day"),
        ("twee keer in de maand", "2 per 1 Month"),
        ("eens per maand", "1 per 1 Month"),
        ("eens in de twee weken", "1 per 2 Week"),
        ("een keer per jaar", "1 per 1 Year"),
        ("1 keer per 2 weken", "1 per 2 Week"),
        ("2 keer per kwartaal", "2 per 3 Month"),
        ("1 keer per half jaar", "1 per 6 Month"),
        ("vier ochtenden per week", "4 per 1 Week"),
        ("3 zaterdagen per maand", "3 per 1 Month"),
        ("elke dag", "1 per 1 Day each"),
        ("Elke avond.", "1 per 1 Day each"),
        ("elke 6 weken", "1 per 6 Week each"),
        ("elke dinsdag", "1 per 1 Week each"),
        ("elke eerste dinsdag", "1 per 1 Month each"),
        ("elke dag 6 keer", "6 per 1 Day"),
        ("elke dag minstens zes keer", "6 per 1 Day"),
        ("om de week", "1 per 2 Week"),
        ("om de dag", "1 per 2 Day"),
        ("om de twee weken", "1 per 2 Week"),
        ("wekelijks", "1 per 1 Week each"),
        ("een tweewekelijkse afspraak", "1 per 2 Week each"),
        ("maandelijks", "1 per 1 Month each"),
    ] {
        assert_eq!(frequencies(text), [expected], "{text}");
    }
    assert_eq!(
        frequencies("2 keer per week, om de week"),
        ["2 per 1 Week", "1 per 2 Week"]
    );
}

#[test]
fn no_frequency_is_read_where_none_is_stated() {
    for text in [
        "2 uur per week",
        "5 vaste momenten per dag",
        "Noor gaat 2 keer mee.",
        "Ik rust om de week goed te beginnen.",
        "2 of 3 keer per week",
        "anderhalf uur per week",
        "Dit begint op 1 maart 2026.",
        "de hele week",
    ] {
        assert_eq!(frequencies(text), [""; 0], "{text}");
    }
}

#[test]
fn frequencies_agree_when_they_say_the_same() {
    for (claim, agreed) in [
        ("2 keer per week", "2x per week"),
        ("1 keer per week", "wekelijks een uur"),
        ("1 keer per week", "op maandag"),
        ("3 keer per week", "op maandag, woensdag en vrijdag"),
        ("2 keer per dag", "’s ochtends en ’s avonds"),
        ("elke dag", "2 keer per dag"),
        ("elke dag", "7 keer per week"),
        ("elke week", "2 keer per week"),
        ("elke week", "een uur per week"),
        ("om de week", "1 keer per 2 weken"),
        ("om de week", "2 keer per maand"),
        ("4 keer per maand", "1 keer per week"),
        ("1 keer per maand", "op de eerste dinsdag van de maand"),
        ("1 keer per maand", "elke laatste zaterdag van de maand"),
        ("4 keer per week", "4 ritten per week"),
        ("1 keer per week", "één van zijn vier ritten per week"),
        ("4 keer per week", "één van zijn vier ritten per week"),
        ("2 keer per dag", "elke dag twee rustblokken"),
        ("3 keer per dag", "bij drie ankers van de dag"),
        ("elk uur", "één streep per uur"),
    ] {
        assert!(agree(claim, agreed), "{claim} | {agreed}");
    }
}

#[test]
fn frequencies_differ_when_they_say_something_else() {
    for (claim, agreed) in [
        ("2 keer per week", "3x per week"),
        ("elke dag", "1 keer per week"),
        ("1 keer per week", "om de week"),
        ("1 keer per week", "elke dag"),
        ("1 keer per week", "2 keer per week, een uur per week"),
        ("twee keer in de maand", "1 keer per maand"),
        ("5 dagen per week", "elke dag"),
        ("4 keer per jaar", "4 keer per maand"),
        ("3 keer per maand", "1 keer per week"),
    ] {
        assert!(!agree(claim, agreed), "{claim} | {agreed}");
    }
}

#[test]
fn days_are_read_in_all_their_forms() {
    let days = |text: &str| {
        let said = stated(text).days;
        said.into_iter()
            .fold(Days::default(), |all, said| all.and(said.value))
    };
    let monday = days("maandag");
    for text in ["op maandag", "’s maandags", "maandagmiddag", "Maandagen"] {
        assert_eq!(days(text), monday, "{text}");
    }
    assert_eq!(days("op werkdagen"), days("maandag t/m vrijdag"));
    assert_eq!(days("door de week"), days("ma-vr"));
    assert_eq!(days("ma, wo en vr"), days("maandag, woensdag en vrijdag"));
    assert_eq!(days("van vrijdag tot maandag"), days("vr t/m ma"));
    assert_eq!(days("in het weekend"), days("zaterdag en zondag"));
    for text in [
        "zo gaat dat",
        "Ma belt di.",
        "4 werkdagen per week",
        "elke dag",
    ] {
        assert_eq!(days(text), Days::default(), "{text}");
    }
    assert!(monday.agree_with(days("op werkdagen")));
    assert!(!days("op werkdagen").agree_with(monday));
    assert!(days("in het weekend").agree_with(days("op zaterdag")));
}

#[test]
fn times_agree_when_they_may_be_the_same() {
    let time = |text: &str| {
        let said = stated(text).times;
        assert_eq!(said.len(), 1, "{text}: {said:?}");
        said[0].value
    };
    for (one, other, same) in [
        ("om 8 uur", "om acht uur", true),
        ("om 8 uur", "om 8.00 uur", true),
        ("om half negen", "om 8.30 uur", true),
        ("om half 9", "8:30 uur", true),
        ("om 10 uur", "om 22.00 uur", true),
        ("om 8.00 uur", "om 20.00 uur", false),
        ("om 8 uur in de ochtend", "om 20.00 uur", false),
        ("om 8 uur ’s avonds", "om 20.00 uur", true),
        ("om 8 uur", "om 9 uur", false),
        ("kwart over acht", "8.15 uur", true),
        ("kwart voor acht", "om 7.45 uur", true),
        ("om 5 over 8", "om 8.05 uur", true),
        ("tien voor half negen", "om 8.20 uur", true),
        ("tot 17u30", "om half 6", true),
        ("voor 12 uur", "om 0.00 uur", true),
    ] {
        assert_eq!(time(one).agrees_with(time(other)), same, "{one} | {other}");
    }
    for text in [
        "2 uur per week",
        "Ik slaap 7 uur.",
        "half uur",
        "hulp van 2 uur per week",
    ] {
        assert_eq!(stated(text).times, [], "{text}");
    }
    assert_eq!(possible("tussen elf en drie").times.len(), 2);
    assert_eq!(possible("van tien tot twee uur").times.len(), 2);
}

#[test]
fn dates_agree_when_one_leaves_open_what_the_other_says() {
    let date = |text: &str| {
        let said = stated(text).dates;
        assert_eq!(said.len(), 1, "{text}");
        said[0].value
    };
    let day = date("Op 1 februari 2027 is het klaar.");
    assert!(date("op 1 februari").agrees_with(day));
    assert!(date("in februari").agrees_with(day));
    assert!(!date("op 2 februari").agrees_with(day));
    assert!(!date("1 februari 2026").agrees_with(day));
    assert!(!date("in maart").agrees_with(day));
}

#[test]
fn amounts_are_read_with_what_they_count() {
    let amounts = |text: &str| -> Vec<(Option<u32>, Measure)> {
        let said = stated(text).amounts.into_iter();
        said.map(|said| (said.value.number.whole(), said.value.of))
            .collect()
    };
    let things = |word: &str| Measure::Things(word.to_owned());
    for (text, number, of) in [
        ("Ik haal twintig euro.", 20, Measure::Euro),
        ("Dat kost € 1.250,00.", 1250, Measure::Euro),
        ("€20", 20, Measure::Euro),
        ("anderhalf uur", 90, Measure::Minutes),
        ("drie kwartier", 45, Measure::Minutes),
        ("een half uur", 30, Measure::Minutes),
        ("een kwartier", 15, Measure::Minutes),
        ("10 minuten", 10, Measure::Minutes),
        ("tien zinnen", 10, things("zin")),
        ("1 zin", 1, things("zin")),
        ("2 huizen", 2, things("huis")),
        ("3 eigen liedjes", 3, things("liedje")),
        ("vijf vaste afspraken", 5, things("afsprak")),
    ] {
        assert_eq!(amounts(text), [(Some(number), of)], "{text}");
    }
    for text in [
        "om 8 uur",
        "1 maart 2026",
        "2 keer per week",
        "bakje 1, 2 of 3",
        "lijn 6 en 7",
    ] {
        assert_eq!(amounts(text), [], "{text}");
    }
    let weekly = stated("2 uur per week").amounts;
    assert_eq!(weekly[0].text, "2 uur per week");
    assert!(weekly[0].value.per.is_some());
}

#[test]
fn what_is_said_is_quoted_as_it_is_written() {
    let said = &stated("Zij komt, ‘drie keer per week’, langs.").frequencies[0];
    assert_eq!(said.text, "drie keer per week");
    assert_eq!(
        stated("Eens per maand.").frequencies[0].text,
        "Eens per maand"
    );
}

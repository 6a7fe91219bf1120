//! Tests what a text becomes in another person, and where there is no answer. Not single verbs.

use super::*;

const ZOE: Subject<'_> = Subject {
    name: "Zoë",
    pronoun: Pronoun::She,
};
const JEROEN: Subject<'_> = Subject {
    name: "Jeroen",
    pronoun: Pronoun::He,
};
const NIEK: Subject<'_> = Subject {
    name: "Niek",
    pronoun: Pronoun::They,
};

#[test]
fn what_she_does_becomes_what_i_do() {
    for (third, first) in [
        (
            "Oefent de route en belt als de bus niet komt.",
            "Ik oefen de route en bel als de bus niet komt.",
        ),
        (
            "Oefent de route, houdt haar OV-kaart bij zich en belt als de bus niet komt.",
            "Ik oefen de route, houd mijn OV-kaart bij me en bel als de bus niet komt.",
        ),
        (
            "Leert haar tekst en gaat elke week naar de repetitie.",
            "Ik leer mijn tekst en ga elke week naar de repetitie.",
        ),
        (
            "Kiest de stof en naait elke week.",
            "Ik kies de stof en naai elke week.",
        ),
        (
            "Neemt op woensdag twintig euro op, schrijft met plaatjes haar lijstje en betaalt zelf.",
            "Ik neem op woensdag twintig euro op, schrijf met plaatjes mijn lijstje en betaal zelf.",
        ),
        (
            "Legt 's avonds haar kleren klaar, staat om zeven uur op en schuift de plaatjes op haar ochtendbord.",
            "Ik leg 's avonds mijn kleren klaar, sta om zeven uur op en schuif de plaatjes op mijn ochtendbord.",
        ),
        ("Rust elke middag een uur.", "Ik rust elke middag een uur."),
        ("Is op tijd.", "Ik ben op tijd."),
        ("Heeft haar eigen sleutel.", "Ik heb mijn eigen sleutel."),
        ("Wil leren koken.", "Ik wil leren koken."),
        ("Kan zelf kiezen.", "Ik kan zelf kiezen."),
        ("Zoë oefent de route.", "Ik oefen de route."),
        ("Zij oefent de route.", "Ik oefen de route."),
        ("Houdt zich aan de afspraak.", "Ik houd me aan de afspraak."),
        (
            "Ziet aan zichzelf dat het goed gaat.",
            "Ik zie aan mezelf dat het goed gaat.",
        ),
        (
            "Zegt het als zij iets niet begrijpt.",
            "Ik zeg het als ik iets niet begrijp.",
        ),
        ("Koopt brood en melk.", "Ik koop brood en melk."),
        (
            "Helpt bij het aan- en uittrekken.",
            "Ik help bij het aan- en uittrekken.",
        ),
        ("Belt Noor of appt.", "Ik bel Noor of app."),
        ("Wast en droogt af.", "Ik was en droog af."),
        (
            "Oefent met de kaart: groen, oranje of rood.",
            "Ik oefen met de kaart: groen, oranje of rood.",
        ),
        (
            "Blijft zitten tot er iemand is.",
            "Ik blijf zitten tot er iemand is.",
        ),
    ] {
        assert_eq!(first_person(third, ZOE).as_deref(), Some(first), "{third}");
    }
}

#[test]
fn what_he_does_becomes_what_i_do() {
    for (third, first) in [
        (
            "Wijst aan wat hij wil en laat het horen als iemand te snel gaat.",
            "Ik wijs aan wat ik wil en laat het horen als iemand te snel gaat.",
        ),
        (
            "Kiest uit vier foto’s waar hij heen wil.",
            "Ik kies uit vier foto’s waar ik heen wil.",
        ),
        (
            "Gaat op dinsdag naar de training en laat vóór vrijdag weten of hij zaterdag speelt.",
            "Ik ga op dinsdag naar de training en laat vóór vrijdag weten of ik zaterdag speel.",
        ),
        ("Trapt mee en kiest de weg.", "Ik trap mee en kies de weg."),
        (
            "Bestelt met zijn spraakcomputer.",
            "Ik bestel met mijn spraakcomputer.",
        ),
        ("Wil op tijd zijn.", "Ik wil op tijd zijn."),
        (
            "Legt ’s avonds zijn kleren klaar.",
            "Ik leg ’s avonds mijn kleren klaar.",
        ),
        (
            "Poetst zijn tanden en wast zich.",
            "Ik poets mijn tanden en was me.",
        ),
    ] {
        assert_eq!(
            first_person(third, JEROEN).as_deref(),
            Some(first),
            "{third}"
        );
    }
    assert_eq!(
        first_person("Pakt hun tas.", NIEK).as_deref(),
        Some("Ik pak mijn tas.")
    );
}

#[test]
fn what_is_not_sure_is_not_said() {
    for third in [
        "Niets.",
        "Rust in huis.",
        "Kaart halen.",
        "Vragen bij rood een kwartier niets.",
        "Elke dag oefent zij de route.",
        "Handig: breit met vier naalden.",
        "Belt Noor en vraagt haar naar de bus.",
        "Belt haar zus en vertelt over haar week.",
        "Belt als iemand haar plaagt.",
        "Zegt het als iemand belt en vraagt hoe het gaat.",
        "Belt als het regent en waait.",
        "Oefent met haar.",
        "Wast haar gezicht, haar en armen.",
        "Oefent de route en dan belt zij.",
        "Zegt wat Zoë wil.",
        "Oefent de route (lijn 6).",
        "Oefent de route. Belt daarna.",
        "Doet wat wij zeggen.",
        "Oefent; belt.",
        "Doet aan voetbal en sport.",
        "Let op het eten: slaapt, eet en drinkt.",
        "Belt, oefent.",
        "Mevrouw oefent.",
        "",
    ] {
        assert_eq!(first_person(third, ZOE), None, "{third}");
    }
    for third in [
        "Vraagt Bas of die hem helpt.",
        "Zegt dat zijn moeder belt.",
        "Zegt wat dingen zijn waard.",
        "Leest als hij is uitgerust en gewassen.",
        "Belt als hij opstaat.",
    ] {
        assert_eq!(first_person(third, JEROEN), None, "{third}");
    }
}

#[test]
fn each_thing_done_can_be_a_sentence() {
    assert_eq!(
        first_person_sentences(
            "Oefent de route, houdt haar OV-kaart bij zich en belt als de bus niet komt.",
            ZOE
        ),
        Some(vec![
            "Ik oefen de route.".to_owned(),
            "Ik houd mijn OV-kaart bij me.".to_owned(),
            "Ik bel als de bus niet komt.".to_owned(),
        ])
    );
    assert_eq!(
        first_person_sentences("Wast en droogt af.", ZOE),
        Some(vec!["Ik was en droog af.".to_owned()]),
        "they share what is washed"
    );
    assert_eq!(
        first_person_sentences("Belt Noor of appt.", ZOE),
        Some(vec!["Ik bel Noor of app.".to_owned()]),
        "one or the other is not both"
    );
}

#[test]
fn what_others_do_is_told_with_their_name() {
    for (task, told) in [
        (
            "Reist de eerste twee zaterdagen mee.",
            vec!["Noor reist de eerste twee zaterdagen mee."],
        ),
        (
            "Haalt Zoë in de winter met de auto op als de repetitie is afgelopen.",
            vec!["Noor haalt mij in de winter met de auto op als de repetitie is afgelopen."],
        ),
        (
            "Oefent met Zoë en belt op zondag.",
            vec!["Noor oefent met mij.", "Noor belt op zondag."],
        ),
        (
            "Brengt de naaimachine en laat hem nakijken.",
            vec!["Noor brengt de naaimachine en laat hem nakijken."],
        ),
        ("Wast en droogt af.", vec!["Noor wast en droogt af."]),
    ] {
        let told: Vec<_> = told.into_iter().map(str::to_owned).collect();
        assert_eq!(spoken_of(task, "Noor", ZOE), Some(told), "{task}");
    }
    for task in [
        "Vragen bij rood een kwartier niets.",
        "Helpt haar met de tas.",
        "Rijdt zodat Zoë kan meeluisteren.",
        "Belt Zoë’s mentor.",
        "Wij rijden.",
        "Niets.",
    ] {
        assert_eq!(spoken_of(task, "Noor", ZOE), None, "{task}");
    }
}

//! What may stand where: every text of a client is a marker, and each document is searched, in all
//! its corners, for markers that it may not hold. The formal documents show that the search finds.
//!
//! The lists below are this test's own; they don't come from the program.
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use std::fs;

use support::marked::{Marked, marker};
use support::organisation::{Organisation, said};
use support::printed::{IN_EVALUATION, NOT_IN_EVALUATION, NOT_IN_FORMAL, RELATIVE_1, matches_any};

/// What any consent opens.
const ANY_CONSENT: &[&str] = &[
    "plan.toml:client.roepnaam",
    "plan.toml:begeleiding.naam",
    "plan.toml:begeleiding.functie",
    "plan.toml:begeleiding.telefoon",
    "plan.toml:begeleiding.email",
];

/// The second: wie ben ik, sociaal netwerk, planning, evaluatie and crisis; gezondheid is withdrawn.
const RELATIVE_2: &[&str] = &[
    "plan.toml:netwerk[1].naam",
    "plan.toml:netwerk[1].roepnaam",
    "plan.toml:netwerk[0].roepnaam",
    "plan.toml:netwerk[0].relatie",
    "plan.toml:netwerk[2].roepnaam",
    "plan.toml:netwerk[2].relatie",
    "plan.toml:begeleiding.roepnaam",
    "plan.toml:beeldvorming.talenten[]",
    "plan.toml:beeldvorming.hoe_ondersteunen",
    "plan.toml:gesprek.plaats",
    "plan.toml:herstel.signalen[]",
    "plan.toml:herstel.als_het_misgaat[]",
    "plan.toml:herstel.crisisafspraken[]",
];

/// The representative for money: the theme geld alone.
const REPRESENTATIVE_7: &[&str] = &[
    "plan.toml:vertegenwoordigers[0].naam",
    "plan.toml:vertegenwoordigers[0].roepnaam",
    "plan.toml:wie_ben_ik[2].eigen_woorden",
    "plan.toml:wie_ben_ik[2].tekst",
];

/// What the easy-read documents may hold: the client's own words and people, no administration.
const EASY_READ: &[&str] = &[
    "plan.toml:client.roepnaam",
    "plan.toml:client.tussenvoegsel",
    "plan.toml:client.achternaam",
    "plan.toml:begeleiding.roepnaam",
    "plan.toml:netwerk[].roepnaam",
    "plan.toml:wie_ben_ik[].eigen_woorden",
    "plan.toml:wie_ben_ik[].makkelijk*",
    "plan.toml:beeldvorming.talenten[]",
    "plan.toml:beeldvorming.wensen[]",
    "plan.toml:beeldvorming.hoe_ondersteunen",
    "plan.toml:doelen[].titel",
    "plan.toml:doelen[].wens",
    "plan.toml:doelen[].client",
    "plan.toml:doelen[].frequentie",
    "plan.toml:doelen[].netwerk[].doet",
    "plan.toml:doelen[].eigen_kosten.waarvoor",
    "plan.toml:producten[].uitvoerder",
    "plan.toml:doelen[].makkelijk*",
    "plan.toml:gesprek*",
    "plan.toml:herstel*",
    "nagekeken.toml:gelezen_door",
    "evaluatie.toml:aanwezigen*",
    "evaluatie.toml:doelen[].makkelijk*",
    "evaluatie.toml:makkelijk*",
    "evaluatie.toml:wijzigingen[]",
];

/// What the documents for the talk may hold: first names, who comes, what is wanted.
const FOR_THE_TALK: &[(&str, &[&str])] = &[
    (
        "gespreksplaten.pdf",
        &[
            "plan.toml:client.roepnaam",
            "plan.toml:begeleiding.roepnaam",
            "plan.toml:beeldvorming.wensen[]",
            "plan.toml:doelen[].titel",
            "plan.toml:doelen[].wens",
            "plan.toml:doelen[].makkelijk.titel*",
            "plan.toml:doelen[].makkelijk.wil*",
            "plan.toml:gesprek.deelnemers*",
        ],
    ),
    (
        "uitleg.pdf",
        &[
            "plan.toml:client.roepnaam",
            "plan.toml:begeleiding.roepnaam",
            "plan.toml:gesprek*",
        ],
    ),
    ("vragen.pdf", &["plan.toml:client.roepnaam"]),
];

/// The client's BSN and the other numbers of the fixture, however they are grouped.
const NUMBERS: &[&str] = &["999900006", "02Q77"];

/// What `check` and `render` say of a finding may go into a log: only the quote of `check` may hold
/// the author's words.
#[test]
fn no_message_and_no_hint_holds_a_word_of_the_author() {
    // In capitals, and as a long word: rules that look at single words have much to say.
    let client = Marked::filled_with(|_, number| {
        format!("Kwzboek KWZBOEK kwzgezondheidsverzekering {number} de kwzfeedback is KWZ")
    });
    for run in [client.check(), client.render(&["--message-format", "json"])] {
        let lines = String::from_utf8_lossy(&run.stdout).into_owned();
        let mut seen = 0;
        for line in lines.lines() {
            let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let findings = match line["findings"].as_array() {
                Some(findings) => findings.clone(),
                None => vec![line],
            };
            for finding in findings {
                seen += 1;
                let said = format!("{} {}", finding["message"], finding["hint"]).to_lowercase();
                assert!(!said.contains("kwz"), "{finding}");
            }
        }
        assert!(seen > 10, "{lines}");
    }
}

#[test]
fn each_document_holds_what_it_may_hold_and_nothing_else() {
    let client = Marked::filled_with(marker);
    let run = client.render(&[]);
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );

    let formal = client.read("begeleidingsplan.pdf");
    client.assert_holds(&formal, |path| !matches_any(NOT_IN_FORMAL, path));
    assert!(
        !formal.find(NUMBERS[0]).is_empty(),
        "the search finds a BSN"
    );

    let evaluation = client.read("evaluatieverslag.pdf");
    client.assert_holds(&evaluation, |path| {
        matches_any(IN_EVALUATION, path) && !matches_any(NOT_IN_EVALUATION, path)
    });

    for (file, own) in [
        ("familie-exemplaar-1.pdf", RELATIVE_1),
        ("familie-exemplaar-2.pdf", RELATIVE_2),
        ("familie-exemplaar-7.pdf", REPRESENTATIVE_7),
    ] {
        let copy = client.read(file);
        client.assert_holds(&copy, |path| matches_any(own, path));
        client.assert_only(file, &copy, |path| {
            matches_any(own, path) || matches_any(ANY_CONSENT, path)
        });
        for number in NUMBERS.iter().chain(&["C-KANARIE"]) {
            assert!(
                copy.find(number).is_empty(),
                "{file} holds {number}: {:?}",
                copy.find(number)
            );
        }
    }
    assert!(
        !client.out().join("familie-exemplaar-3.pdf").exists(),
        "no consent, no copy"
    );

    for file in ["makkelijk-lezen.pdf", "makkelijk-lezen-evaluatie.pdf"] {
        let easy = client.read(file);
        client.assert_only(file, &easy, |path| matches_any(EASY_READ, path));
        for number in NUMBERS.iter().chain(&["C-KANARIE"]) {
            assert!(
                easy.find(number).is_empty(),
                "{file} holds {number}: {:?}",
                easy.find(number)
            );
        }
    }
}

/// The name of a picture of a set may be a word of the plan: `depressie`.
#[test]
fn a_picture_that_cannot_be_read_is_told_by_its_set_alone() {
    let organisation = Organisation::with(&["C-1003"]);
    let pack = organisation.data().join("pictogrammen/mijn");
    fs::create_dir_all(&pack).expect("writable");
    fs::write(
        pack.join("pack.toml"),
        "naam = \"Mijn\"\nlicentie = \"Van ons\"\nmakers = \"Wij.\"\n\n[[beeld]]\n\
         bestand = \"depressie.svg\"\nwoorden = [\"hallo\"]\n",
    )
    .expect("writable");
    fs::write(pack.join("depressie.svg"), "<svg").expect("writable");
    organisation.edit(
        "C-1003",
        "sets = [\"eigen\"]",
        "sets = [\"mijn\", \"eigen\"]",
    );
    organisation.edit(
        "C-1003",
        "zin = \"Ik wil rustig opstaan.\", beeld = \"opstaan\"",
        "zin = \"Ik wil hallo zeggen.\", beeld = \"hallo\"",
    );
    let run = organisation.render(&["C-1003", "--only", "easy-read"]);
    let manifest = fs::read_to_string(organisation.out().join("manifest.json")).expect("there");
    for told in [said(&run), manifest] {
        assert!(told.contains("een plaatje van de set mijn"), "{told}");
        assert!(!told.contains("depressie"), "{told}");
    }
}

#[test]
fn each_document_for_the_talk_holds_what_it_may_hold_and_nothing_else() {
    let client = Marked::filled_with(marker);
    let run = client.render(&["--only", "sheets,explain,questions"]);
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    for (file, own) in FOR_THE_TALK {
        let document = client.read(file);
        client.assert_only(file, &document, |path| matches_any(own, path));
        client.assert_holds(&document, |path| path == "plan.toml:client.roepnaam");
        for number in NUMBERS.iter().chain(&["C-KANARIE"]) {
            let places = document.find(number);
            assert!(places.is_empty(), "{file} holds {number}: {places:?}");
        }
    }
    let sheets = client.read("gespreksplaten.pdf");
    client.assert_holds(&sheets, |path| path.contains("makkelijk.titel"));
}

#[test]
fn nothing_of_a_client_stands_in_what_the_program_says_or_keeps() {
    let client = Marked::filled_with(marker);
    let good = client.render(&[]);
    client.assert_silent("a good run", &good);
    let manifest = fs::read_to_string(client.manifest()).expect("there");
    for (path, marker) in &client.markers {
        assert!(!manifest.contains(marker), "the manifest holds {path}");
    }
    assert!(!manifest.contains("999900006"));

    // One mistake of every kind, each beside or in a marker.
    let plan = client.folder().join("plan.toml");
    let text = fs::read_to_string(&plan).expect("there");
    let broken = [
        text.replace("zij\"", "zijj\""),
        text.replace("bsn = \"999900006\"", "bsn = \"123456789\""),
        text.replace("1901-11-23", "1901-13-23"),
        text.replace("[zienswijze]", "[zienswijze]\nonbekend = \"Kwzgeheim\""),
        text.replace("[zienswijze]\ntekst = ", "[zienswijze]\ntekst = Kwzgeheim "),
        text.replace(
            "[zienswijze]\ntekst = \"",
            "[zienswijze]\ntekst = \"\u{202E}",
        ),
        text.replace("[zienswijze]\ntekst = \"", "[zienswijze]\ntekst = \"漢"),
        text.replace("[zienswijze]", "# Kwzgeheim in een opmerking\n[zienswijze"),
        text.replace("nummer = 1\ndatum", "nummer = 99\ndatum"),
    ];
    for (index, broken) in broken.iter().enumerate() {
        assert_ne!(*broken, text, "mistake {index} was made");
        fs::write(&plan, broken).expect("writable");
        let run = client.render(&[]);
        assert_eq!(run.status.code(), Some(1), "mistake {index} is found");
        client.assert_silent(&format!("mistake {index}"), &run);
        let said = String::from_utf8_lossy(&run.stderr).into_owned();
        assert!(!said.contains("Kwzgeheim"), "mistake {index}: {said}");
    }
}

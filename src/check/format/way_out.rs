//! What to write to fill an element of the format.

use crate::dossier::source::{KeyPath, Step};

/// What fills an element, where it is no text.
const WRITTEN: &[(&str, &str)] = &[
    (
        "client_adres",
        "adres = { straat = \"…\", postcode = \"…\", plaats = \"…\" }",
    ),
    (
        "aanbieder_contactpersoon",
        "[begeleiding] met naam, roepnaam en functie",
    ),
    (
        "producten",
        "[[producten]] met categorie, code, naam, volume, eenheid, frequentie en ingang",
    ),
    ("ingang", DAY_START),
    ("einde", DAY_END),
    ("evaluatiedatum", DAY_EVALUATION),
    ("eigen_woorden", "[[wie_ben_ik]] met thema en eigen_woorden"),
    ("wensen", "wensen = [\"…\"]"),
    (
        "functioneren",
        "functioneren = [{ domein = \"…\", tekst = \"…\" }]",
    ),
    ("talenten", "talenten = [\"…\"]"),
    ("beperkingen", "beperkingen = [\"…\"]"),
    (
        "behoeften",
        "behoeften = [{ thema = \"…\", tekst = \"…\" }]",
    ),
    ("herstelplan", "[herstel] met wat de cliënt wil delen"),
    ("crisisafspraken", "crisisafspraken = [\"…\"]"),
    ("doelenoverzicht", "[[doelen]] met id, titel, thema en doel"),
    (
        "doel_bekostiging",
        "financiering = \"gefinancierd\", of financiering = \"eigen_kosten\"",
    ),
    ("doel_start", "start = jaar-maand-dag"),
    ("doel_einde", DAY_END),
    ("doel_evaluatie", DAY_EVALUATION),
    (
        "afspraak_clientondersteuner",
        "clientondersteuner_aangeboden = jaar-maand-dag",
    ),
    ("afspraak_kopie", "kopie_gegeven = jaar-maand-dag"),
    ("afspraak_kosten", "kosten_verteld = jaar-maand-dag"),
    ("aanwezigen", "[[aanwezigen]] met naam, rol en waarom"),
    (
        "verlenging_gevraagd",
        "gewenst = true of gewenst = false, met een reden",
    ),
    (
        "tevredenheid_overzicht",
        "[[tevredenheid]] met wie en oordeel",
    ),
    (
        "kwaliteit_overzicht",
        "[[kwaliteit_van_bestaan]] met domein, nu en vorige",
    ),
];

const DAY_START: &str = "ingang = jaar-maand-dag";
const DAY_END: &str = "einde = jaar-maand-dag";
const DAY_EVALUATION: &str = "evaluatie = jaar-maand-dag";

/// What to write for an element that stands at this key: a text, unless the table says otherwise.
pub(super) fn of(element: &str, path: &KeyPath) -> String {
    let entry = WRITTEN.iter().find(|(id, _)| *id == element);
    match (entry, path.0.last()) {
        (Some((_, written)), _) => (*written).to_owned(),
        (None, Some(Step::Key(key))) => format!("{key} = \"…\""),
        (None, _) => path.name(),
    }
}

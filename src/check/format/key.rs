//! Which key of the client's files fills an element of the format.

use super::super::rule::Subject;
use crate::dossier::source::KeyPath;
use crate::rendition::Element;

/// Elements that a key of `plan.toml` fills: id, and the keys from the root; a goal's from the goal.
const PLAN: &[(&str, &[&str])] = &[
    ("client_bsn", &["client", "bsn"]),
    ("client_adres", &["client", "adres"]),
    ("client_telefoon", &["client", "telefoon"]),
    ("client_email", &["client", "email"]),
    ("vertegenwoordiger", &["vertegenwoordigers"]),
    ("aanbieder_contactpersoon", &["begeleiding"]),
    ("onderaannemers", &["begeleiding", "onderaannemers"]),
    ("gemeente", &["gemeente", "naam"]),
    ("lokaal_team", &["gemeente", "lokaal_team"]),
    (
        "lokaal_team_contactpersoon",
        &["gemeente", "contactpersoon"],
    ),
    ("beschikkingsnummer", &["beschikking", "beschikkingsnummer"]),
    ("toewijzingsnummer", &["beschikking", "toewijzingsnummer"]),
    ("zorgkantoor", &["zorgkantoor", "naam"]),
    ("ciz_besluit", &["zorgkantoor", "ciz_besluit"]),
    ("zorgprofiel", &["zorgkantoor", "zorgprofiel"]),
    ("zorgverzekeraar", &["zorgverzekeraar", "naam"]),
    ("verwijzer", &["zorgverzekeraar", "verwijzer"]),
    ("producten", &["producten"]),
    ("ingang", &["plan", "ingang"]),
    ("einde", &["plan", "einde"]),
    ("evaluatiedatum", &["plan", "evaluatie"]),
    ("planversie", &["plan", "vastgesteld"]),
    ("eigen_woorden", &["wie_ben_ik"]),
    ("anamnese", &["beeldvorming", "anamnese"]),
    ("hulpvraag", &["beeldvorming", "hulpvraag"]),
    ("wensen", &["beeldvorming", "wensen"]),
    ("hoe_wil_ik_leven", &["beeldvorming", "hoe_wil_ik_leven"]),
    (
        "welke_ondersteuning",
        &["beeldvorming", "welke_ondersteuning"],
    ),
    ("functioneren", &["beeldvorming", "functioneren"]),
    ("talenten", &["beeldvorming", "talenten"]),
    ("beperkingen", &["beeldvorming", "beperkingen"]),
    ("behoeften", &["beeldvorming", "behoeften"]),
    ("hoe_ondersteunen", &["beeldvorming", "hoe_ondersteunen"]),
    ("grenzen", &["beeldvorming", "grenzen"]),
    ("herstelplan", &["herstel"]),
    ("crisisafspraken", &["herstel", "crisisafspraken"]),
    ("doelenoverzicht", &["doelen"]),
    ("doel_plan_van_aanpak", &["plan_van_aanpak"]),
    ("doel_domein", &["domein"]),
    ("doel_wens", &["wens"]),
    ("doel_beginsituatie", &["beginsituatie"]),
    ("doel_resultaat", &["resultaat"]),
    ("doel_doel", &["doel"]),
    ("doel_client", &["client"]),
    ("doel_mantelzorg", &["mantelzorg"]),
    ("doel_vrijwilliger", &["vrijwilliger"]),
    ("doel_aanbieder", &["aanbieder"]),
    ("doel_aard", &["aard"]),
    ("doel_frequentie", &["frequentie"]),
    ("doel_intensiteit", &["intensiteit"]),
    ("doel_bekostiging", &["financiering"]),
    ("doel_motivatie", &["motivatie"]),
    ("doel_grens", &["grens"]),
    ("doel_eigen_kosten", &["eigen_kosten"]),
    ("doel_start", &["start"]),
    ("doel_einde", &["einde"]),
    ("doel_evaluatie", &["evaluatie"]),
    ("inzet_totaal", &["doelen"]),
    ("netwerk_overzicht", &["netwerk"]),
    ("afstemming", &["andere_aanbieders"]),
    ("risico_overzicht", &["risicos"]),
    ("onvrijwillige_zorg_overzicht", &["onvrijwillige_zorg"]),
    ("afspraak_evaluatie", &["afspraken", "evaluatie"]),
    ("afspraak_wijziging", &["afspraken", "wijziging"]),
    (
        "afspraak_clientondersteuner",
        &["afspraken", "clientondersteuner_aangeboden"],
    ),
    ("afspraak_kopie", &["afspraken", "kopie_gegeven"]),
    ("afspraak_kosten", &["afspraken", "kosten_verteld"]),
    ("inbreng_overzicht", &["inbreng"]),
    ("zienswijze_client", &["zienswijze", "tekst"]),
    ("handtekeningen", &["ondertekening"]),
];

/// Elements that a key of `evaluatie.toml` fills; an outcome's from the outcome.
const EVALUATION: &[(&str, &[&str])] = &[
    ("periode", &["periode_van"]),
    ("aanwezigen", &["aanwezigen"]),
    ("verlenging_gevraagd", &["verlenging", "gewenst"]),
    ("uitkomst_overzicht", &["doelen"]),
    ("uitkomst_status", &["status"]),
    ("uitkomst_afspraken", &["afspraken"]),
    ("uitkomst_vervolg", &["vervolg"]),
    ("uitkomst_resultaat", &["resultaat"]),
    ("uitkomst_waarom", &["waarom"]),
    ("tevredenheid_overzicht", &["tevredenheid"]),
    ("kwaliteit_overzicht", &["kwaliteit_van_bestaan"]),
    ("wijzigingen", &["wijzigingen"]),
    ("verlenging_reden", &["verlenging", "reden"]),
    ("handtekeningen_evaluatie", &["ondertekening"]),
];

/// File and key of an element of the plan.
pub(super) fn of_plan(element: &Element) -> (&'static str, KeyPath) {
    let keys = find(PLAN, element.id);
    let start = element
        .goal
        .map_or_else(KeyPath::default, |goal| KeyPath::root("doelen").index(goal));
    ("plan.toml", extend(start, keys.unwrap_or_default()))
}

/// File and key of an element of the evaluation report; those of the voorblad stand in the plan.
pub(super) fn of_evaluation(element: &Element, subject: &Subject<'_>) -> (&'static str, KeyPath) {
    let Some(keys) = find(EVALUATION, element.id) else {
        return of_plan(element);
    };
    let outcome = element.goal.and_then(|goal| {
        let id = &subject.plan().goals.get(goal)?.id;
        let outcomes = &subject.evaluation()?.goals;
        outcomes.iter().position(|outcome| outcome.goal == *id)
    });
    let start = outcome.map_or_else(KeyPath::default, |outcome| {
        KeyPath::root("doelen").index(outcome)
    });
    ("evaluatie.toml", extend(start, keys))
}

fn find(table: &[(&str, &'static [&'static str])], id: &str) -> Option<&'static [&'static str]> {
    let entry = table.iter().find(|(known, _)| *known == id)?;
    Some(entry.1)
}

fn extend(start: KeyPath, keys: &[&str]) -> KeyPath {
    keys.iter().fold(start, |path, key| path.key(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_element_stands_twice() {
        let mut ids: Vec<_> = PLAN.iter().chain(EVALUATION).map(|(id, _)| *id).collect();
        ids.sort_unstable();
        let count = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }
}

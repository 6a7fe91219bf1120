//! Numbers and ids: each of one person or thing, and each reference to something that is there.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Files};
use crate::dossier::code::RepresentativeKind;
use crate::dossier::person::Consent;
use crate::dossier::plan::Plan;
use crate::dossier::source::KeyPath;

impl Check<'_> {
    pub(super) fn people(&mut self, plan: &Plan) {
        let mut names: BTreeMap<u32, String> = BTreeMap::new();
        for (index, relative) in plan.network.iter().enumerate() {
            let path = KeyPath::root("netwerk").index(index);
            // The first keeps the number, so that a representative can be held against it.
            match names.entry(relative.number) {
                Entry::Vacant(entry) => {
                    entry.insert(relative.name.to_string());
                }
                Entry::Occupied(_) => self.at(
                    &path.clone().key("nummer"),
                    "dubbel",
                    "dit nummer heeft al iemand anders",
                    "geef ieder een eigen nummer, en gebruik een oud nummer nooit opnieuw",
                ),
            }
            for (number, consent) in relative.consents.iter().enumerate() {
                self.consent(&path.clone().key("toestemming").index(number), consent);
            }
        }
        for (index, provider) in plan.other_providers.iter().enumerate() {
            if let Some(consent) = &provider.consent {
                let path = KeyPath::root("andere_aanbieders").index(index);
                self.consent(&path.key("toestemming"), consent);
            }
        }
        let mut representatives = BTreeSet::new();
        for (index, person) in plan.representatives.iter().enumerate() {
            let path = KeyPath::root("vertegenwoordigers").index(index);
            if !representatives.insert(person.number) {
                self.at(
                    &path.clone().key("nummer"),
                    "dubbel",
                    "dit nummer heeft al iemand anders",
                    "geef ieder een eigen nummer, en gebruik een oud nummer nooit opnieuw",
                );
            }
            if names
                .get(&person.number)
                .is_some_and(|name| name != person.name.as_str())
            {
                self.at(
                    &path.clone().key("nummer"),
                    "dubbel",
                    "dit nummer heeft in het netwerk iemand met een andere naam",
                    "hetzelfde nummer betekent dezelfde persoon",
                );
            }
            let authorised = person.kind == RepresentativeKind::Authorised;
            if !authorised && !person.authorised_themes.is_empty() {
                self.at(
                    &path.key("machtiging_themas"),
                    "machtiging",
                    "alleen een schriftelijk gemachtigde heeft machtiging_themas",
                    "haal de sleutel weg of kies soort = \"gemachtigde\"",
                );
            }
        }
    }

    /// Consent can't be withdrawn before it is given.
    fn consent(&mut self, path: &KeyPath, consent: &Consent) {
        self.order(
            &path.clone().key("ingetrokken"),
            ("gegeven", consent.given),
            ("ingetrokken", consent.withdrawn),
        );
    }

    pub(super) fn references(&mut self, plan: &Plan, files: &Files<'_>) {
        let network: BTreeSet<_> = plan.network.iter().map(|r| r.number).collect();
        let people = people(plan);
        let codes: BTreeSet<_> = plan.products.iter().map(|p| p.code.as_str()).collect();
        let care_goals: BTreeSet<_> = files
            .care_plan
            .iter()
            .flat_map(|care_plan| &care_plan.goals)
            .map(|goal| goal.id.as_str())
            .collect();
        let mut ids = BTreeSet::new();
        for (index, goal) in plan.goals.iter().enumerate() {
            let path = KeyPath::root("doelen").index(index);
            if !ids.insert(goal.id.as_str()) {
                self.at(
                    &path.clone().key("id"),
                    "dubbel",
                    "dit id heeft al een ander doel",
                    "geef elk doel een eigen id, dat hetzelfde blijft in volgende versies",
                );
            }
            let refers_to_nothing = goal
                .care_plan_goal
                .as_ref()
                .is_some_and(|id| !care_goals.contains(id.as_str()));
            // That there is no plan van aanpak at all, `check` tells once.
            if refers_to_nothing && files.care_plan.is_some() {
                self.at(
                    &path.clone().key("plan_van_aanpak"),
                    "verwijzing",
                    "dit doel staat niet in plan-van-aanpak.toml",
                    "neem het id van het doel in plan-van-aanpak.toml over",
                );
            }
            if goal
                .product
                .as_ref()
                .is_some_and(|code| !codes.contains(code.as_str()))
            {
                self.at(
                    &path.clone().key("product"),
                    "verwijzing",
                    "deze code staat niet bij de producten",
                    "neem de code over uit [[producten]]",
                );
            }
            for (number, task) in goal.by_network.iter().enumerate() {
                let path = path.clone().key("netwerk").index(number).key("nummer");
                self.person(&path, task.number, &network, NETWORK);
            }
        }
        for (index, contribution) in plan.contributions.iter().enumerate() {
            let path = KeyPath::root("inbreng").index(index).key("nummer");
            self.person(
                &path,
                contribution.number,
                &people,
                NETWORK_OR_REPRESENTATIVES,
            );
        }
        let participants = plan
            .meeting
            .iter()
            .flat_map(|m| &m.participants)
            .enumerate();
        for (index, participant) in participants {
            if let Some(number) = participant.number {
                let path = KeyPath::root("gesprek")
                    .key("deelnemers")
                    .index(index)
                    .key("nummer");
                self.person(&path, number, &people, NETWORK_OR_REPRESENTATIVES);
            }
        }
        for (index, signature) in plan.signatures.iter().enumerate() {
            if let Some(number) = signature.number {
                let path = KeyPath::root("ondertekening").index(index).key("nummer");
                self.person(&path, number, &people, NETWORK_OR_REPRESENTATIVES);
            }
        }
        for id in plan.extra.keys() {
            if !files
                .provider
                .sections
                .iter()
                .any(|section| section.id.as_str() == id)
            {
                self.at(
                    &KeyPath::root("extra").key(id),
                    "verwijzing",
                    "dit onderdeel staat niet in aanbieder.toml",
                    "neem het id over uit [[onderdelen]]",
                );
            }
        }
    }

    /// A number must be of one of these people; the hint says where they stand.
    pub(super) fn person(
        &mut self,
        path: &KeyPath,
        number: u32,
        known: &BTreeSet<u32>,
        hint: &str,
    ) {
        if !known.contains(&number) {
            self.at(path, "verwijzing", "niemand heeft hier dit nummer", hint);
        }
    }
}

const NETWORK: &str = "neem het nummer over uit [[netwerk]]";
pub(super) const NETWORK_OR_REPRESENTATIVES: &str =
    "neem het nummer over uit [[netwerk]] of [[vertegenwoordigers]]";

/// The numbers of the network and the representatives.
pub(super) fn people(plan: &Plan) -> BTreeSet<u32> {
    let network = plan.network.iter().map(|relative| relative.number);
    let representatives = plan.representatives.iter().map(|person| person.number);
    network.chain(representatives).collect()
}

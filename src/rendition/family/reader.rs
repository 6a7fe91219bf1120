//! Who may see what: by the client's proven consent, or by law for who represents the client.

use std::collections::{BTreeMap, BTreeSet};

use crate::dossier::code::{Address, RepresentativeKind, Theme};
use crate::rendition::{Context, signatures};

/// Somebody around the client, with what is open for them.
pub(super) struct Reader<'a> {
    pub(super) number: u32,
    /// Name in the header.
    pub(super) name: &'a str,
    /// Name in the letter.
    pub(super) greeting: &'a str,
    pub(super) address: Address,
    pub(super) open: BTreeSet<Theme>,
    /// In what capacity, for who reads by law or authorisation.
    pub(super) capacity: Option<&'static str>,
    /// Why nothing is open: the key of a phrase.
    pub(super) closed_because: &'static str,
}

/// The themes that the person with this number may see.
pub(in crate::rendition) fn open_themes(context: &Context<'_>, number: u32) -> BTreeSet<Theme> {
    let reader = readers(context).remove(&number);
    reader.map(|reader| reader.open).unwrap_or_default()
}

/// Everybody around the client by number; who stands in both lists is one person.
pub(super) fn readers<'a>(context: &Context<'a>) -> BTreeMap<u32, Reader<'a>> {
    let plan = &context.dossier.plan;
    let refused = plan.family.as_ref().is_some_and(|family| !family.wanted);
    let mut readers = BTreeMap::new();
    for person in &plan.network {
        let withdrawn = person
            .consents
            .iter()
            .any(|consent| consent.withdrawn.is_some());
        let reader = Reader {
            number: person.number,
            name: person.first_name.as_str(),
            greeting: match person.address_form {
                Address::Informal => person.first_name.as_str(),
                Address::Formal => person.name.as_str(),
            },
            address: person.address_form,
            open: if refused {
                BTreeSet::new()
            } else {
                person.open_themes(context.today)
            },
            capacity: None,
            closed_because: match (refused, withdrawn, person.consents.is_empty()) {
                (true, ..) => "niet_gewenst",
                (_, true, _) => "ingetrokken",
                (_, _, true) => "geen_toestemming",
                _ => "geen_bewijs",
            },
        };
        readers.insert(person.number, reader);
    }
    for person in &plan.representatives {
        let has_begun = person
            .since
            .is_none_or(|since| context.today.has_come(since));
        let granted: BTreeSet<Theme> = match person.kind {
            _ if !has_begun => BTreeSet::new(),
            RepresentativeKind::Administrator => BTreeSet::from([Theme::Money]),
            RepresentativeKind::Authorised => person.authorised_themes.clone(),
            _ if signatures::acts(person, &plan.client, context.today) => {
                Theme::ALL.iter().copied().collect()
            }
            _ => BTreeSet::new(),
        };
        let name = person.first_name.as_ref().unwrap_or(&person.name).as_str();
        let reader = readers.entry(person.number).or_insert_with(|| Reader {
            number: person.number,
            name,
            greeting: match person.address_form {
                Address::Informal => name,
                Address::Formal => person.name.as_str(),
            },
            address: person.address_form,
            open: BTreeSet::new(),
            capacity: None,
            closed_because: if has_begun {
                "client_beslist_zelf"
            } else {
                "nog_niet_begonnen"
            },
        });
        if !granted.is_empty() {
            reader.capacity = Some(person.kind.label());
            reader.open.extend(granted);
        }
    }
    readers
}

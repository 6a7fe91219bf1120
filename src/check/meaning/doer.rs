//! Of whom a sentence speaks, and which texts of a goal are about the same people.

use super::claim::Claim;
use super::naming::find;
use super::people::is_relation;
use crate::dossier::person::Relative;
use crate::dossier::plan::Plan;
use crate::language::words;

/// Words for the one who reads, alone or with others.
pub(super) const FIRST_PERSON: &[&str] = &["ik", "wij", "we"];
/// Words for professionals.
const PROFESSIONALS: &[&str] = &[
    "begeleider",
    "begeleiders",
    "begeleiding",
    "verzorging",
    "verzorgende",
    "verpleegkundige",
];
/// Words by which somebody does a thing with the client.
const TOGETHER: &[&str] = &["mee", "met", "samen"];

/// Whose text it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Doer {
    Client,
    Provider,
    Carers,
    Volunteers,
    /// Somebody of the network, by number.
    Person(u32),
}

/// Those of whom a sentence speaks.
pub(super) struct Scope<'a> {
    plan: &'a Plan,
    people: Vec<&'a Relative>,
    has_client: bool,
    has_provider: bool,
}

impl<'a> Scope<'a> {
    /// Reads an easy-read sentence.
    pub(super) fn of(plan: &'a Plan, claim: &Claim) -> Self {
        let text = &claim.text;
        let network = plan.network.iter();
        let people: Vec<_> = network
            .filter(|person| find(text, person.first_name.as_str()).is_some())
            .collect();
        let has_provider = names_supporter(plan, text) || has(text, PROFESSIONALS);
        let is_unnamed = people.is_empty() && !has_provider;
        let is_own = ["wil", "doe"].iter().any(|key| claim.is_under(key));
        let names_client = find(text, plan.client.first_name.as_str()).is_some();
        Self {
            plan,
            people,
            has_client: has(text, FIRST_PERSON) || names_client || is_unnamed && is_own,
            has_provider,
        }
    }

    /// Whether it is unknown of whom the sentence speaks.
    fn is_open(&self) -> bool {
        self.people.is_empty() && !self.has_client && !self.has_provider
    }

    /// Whether it speaks of the support: of professionals, or of the client, and of nobody else.
    pub(super) fn is_of_support(&self) -> bool {
        self.people.is_empty() && (self.has_provider || self.has_client)
    }

    /// Whether it speaks of professionals.
    pub(super) fn has_professional(&self) -> bool {
        self.has_provider
    }

    /// Whether a text is about somebody of whom the sentence speaks.
    pub(super) fn holds(&self, doer: Doer, text: &str) -> bool {
        let is_persons = |person: &&Relative| {
            doer == Doer::Person(person.number)
                || find(text, person.first_name.as_str()).is_some()
                || words(person.relation.as_str()).any(|word| is_relation(text, word))
        };
        let is_clients = || {
            matches!(doer, Doer::Client | Doer::Provider)
                || has(text, TOGETHER)
                || find(text, self.plan.client.first_name.as_str()).is_some()
        };
        let is_providers = || doer == Doer::Provider || names_supporter(self.plan, text);
        self.is_open()
            || self.people.iter().any(is_persons)
            || self.has_client && is_clients()
            || self.has_provider && is_providers()
    }
}

fn names_supporter(plan: &Plan, text: &str) -> bool {
    let supporter = plan.support.as_ref();
    supporter.is_some_and(|supporter| find(text, supporter.first_name.as_str()).is_some())
}

/// Whether a text has one of these words.
pub(super) fn has(text: &str, list: &[&str]) -> bool {
    words(text).any(|word| list.contains(&word.to_lowercase().as_str()))
}

//! Everybody whom a client's files name, each once, with their photo. Knows who shares a first name.

use super::identifier::FileName;
use super::load::Dossier;
use super::plan::Participant;

/// Somebody whom a client's files name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named<'a> {
    /// The name that they go by.
    pub(crate) first_name: &'a str,
    /// First and last name, where it is known.
    pub(crate) full_name: Option<String>,
    /// Their number among the client's people.
    number: Option<u32>,
    /// Their portrait, in `fotos/`.
    pub(crate) photo: Option<&'a FileName>,
    /// Somebody else has the same first name.
    pub(crate) shares_name: bool,
}

impl<'a> Named<'a> {
    fn new(first_name: &'a str, full_name: &str) -> Self {
        Self {
            first_name,
            full_name: Some(full_name)
                .filter(|name| name.split_whitespace().count() > 1)
                .map(str::to_owned),
            number: None,
            photo: None,
            shares_name: false,
        }
    }

    fn of_participant(person: &'a Participant) -> Self {
        let name = person.name.as_str();
        Self {
            number: person.number,
            photo: person.photo.as_ref(),
            ..Self::new(first_name(name), name)
        }
    }

    /// Whether these are one person, as far as the files tell.
    fn is(&self, other: &Self) -> bool {
        let same = |one: &str, two: &str| one.to_lowercase() == two.to_lowercase();
        same(self.first_name, other.first_name)
            && match (self.number, other.number) {
                (Some(one), Some(two)) => one == two,
                _ => match (&self.full_name, &other.full_name) {
                    (Some(one), Some(two)) => same(one, two),
                    _ => true,
                },
            }
    }

    /// Takes over what is told elsewhere of the same person.
    fn merge(&mut self, other: Self) {
        self.full_name = self.full_name.take().or(other.full_name);
        self.number = self.number.or(other.number);
        self.photo = self.photo.or(other.photo);
    }
}

/// The first of somebody's names.
pub(crate) fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

impl Dossier {
    /// Everybody whom the plan and the evaluation name: the client, who supports them, their people
    /// and who is at the meeting. Who is named in more places is there once.
    pub(crate) fn people(&self) -> Vec<Named<'_>> {
        let plan = &self.plan;
        let client = Named {
            photo: plan.client.photo.as_ref(),
            ..Named::new(plan.client.first_name.as_str(), &plan.client.full_name())
        };
        let support = plan.support.iter().map(|support| Named {
            photo: support.photo.as_ref(),
            ..Named::new(support.first_name.as_str(), support.name.as_str())
        });
        let network = plan.network.iter().map(|person| Named {
            number: Some(person.number),
            photo: person.photo.as_ref(),
            ..Named::new(person.first_name.as_str(), person.name.as_str())
        });
        let representatives = plan.representatives.iter().map(|person| {
            let name = person.name.as_str();
            let short = person.first_name.as_ref();
            Named {
                number: Some(person.number),
                ..Named::new(short.map_or(first_name(name), |name| name.as_str()), name)
            }
        });
        let meeting = plan.meeting.iter().flat_map(|one| &one.participants);
        let present = self.evaluation.iter().flat_map(|one| &one.present);
        let all = std::iter::once(client)
            .chain(support)
            .chain(network)
            .chain(representatives)
            .chain(meeting.chain(present).map(Named::of_participant));
        distinct(all)
    }
}

/// Each person once; marks who shares a first name.
fn distinct<'a>(all: impl Iterator<Item = Named<'a>>) -> Vec<Named<'a>> {
    let mut people: Vec<Named<'a>> = Vec::new();
    for person in all {
        match people.iter_mut().find(|known| known.is(&person)) {
            Some(known) => known.merge(person),
            None => people.push(person),
        }
    }
    for index in 0..people.len() {
        let name = people[index].first_name.to_lowercase();
        let others = people.iter().enumerate();
        people[index].shares_name = others
            .filter(|(other, _)| *other != index)
            .any(|(_, other)| other.first_name.to_lowercase() == name);
    }
    people
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(all: Vec<Named<'_>>) -> Vec<(String, bool, bool)> {
        distinct(all.into_iter())
            .into_iter()
            .map(|person| {
                let name = person
                    .full_name
                    .unwrap_or_else(|| person.first_name.to_owned());
                (name, person.photo.is_some(), person.shares_name)
            })
            .collect()
    }

    #[test]
    fn who_is_named_twice_is_one_person() {
        let photo: FileName = "samir.jpg".parse().expect("a plain name");
        let all = vec![
            Named::new("Samir", "Samir el Idrissi"),
            Named {
                photo: Some(&photo),
                ..Named::new("Samir", "Samir")
            },
            Named::new("Samir", "Samir el Idrissi"),
        ];
        assert_eq!(names(all), [("Samir el Idrissi".to_owned(), true, false)]);
    }

    #[test]
    fn two_people_may_share_a_first_name() {
        let numbered = |number, full: &'static str| Named {
            number: Some(number),
            ..Named::new("Jan", full)
        };
        let all = vec![
            numbered(1, "Jan Smit"),
            numbered(2, "Jan de Boer"),
            numbered(1, "Jan"),
            Named::new("Noor", "Noor"),
        ];
        assert_eq!(
            names(all),
            [
                ("Jan Smit".to_owned(), false, true),
                ("Jan de Boer".to_owned(), false, true),
                ("Noor".to_owned(), false, false),
            ]
        );
    }
}

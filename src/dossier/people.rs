//! Everybody whom a client's files name, each once, with their photo. Knows who shares a first name.

use super::identifier::FileName;
use super::load::Dossier;
use super::plan::Participant;
use super::value::Text;

/// Words for the role of the client.
const CLIENT: &str = "cliënt, client, bewoner, deelnemer, zelf";
/// Letters of a word that tells a role: those of `zus`, more than those of `de`.
const TELLING: usize = 3;

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
    /// What they are or do: `moeder`, `persoonlijk begeleider`.
    role: Option<&'a str>,
    /// The list that each of their entries stands in. Two entries of one list are two people.
    lists: Vec<List>,
    /// Somebody else has the same first name.
    pub(crate) shares_name: bool,
}

/// Where somebody is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum List {
    Client,
    Support,
    Network,
    Representatives,
    Meeting,
    Evaluation,
}

/// How likely it is that two entries are one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Likeness {
    /// They can't be.
    Other,
    /// Only a first name is the same, and nothing contradicts it.
    Perhaps,
    /// They have the same number or the same full name.
    Same,
}

impl<'a> Named<'a> {
    fn new(list: List, first_name: &'a str, full_name: &str) -> Self {
        Self {
            first_name,
            full_name: Some(full_name)
                .filter(|name| name.split_whitespace().count() > 1)
                .map(str::to_owned),
            number: None,
            photo: None,
            role: None,
            lists: vec![list],
            shares_name: false,
        }
    }

    fn of_participant(list: List, person: &'a Participant) -> Self {
        let name = person.name.as_str();
        Self {
            number: person.number,
            photo: person.photo.as_ref(),
            role: Some(person.role.as_str()),
            ..Self::new(list, first_name(name), name)
        }
    }

    /// Whether these are one person, as far as the files tell.
    fn likeness(&self, other: &Self) -> Likeness {
        let same = |one: &str, two: &str| one.to_lowercase() == two.to_lowercase();
        if !same(self.first_name, other.first_name)
            || self.lists.iter().any(|list| other.lists.contains(list))
        {
            return Likeness::Other;
        }
        match (self.number, other.number) {
            (Some(one), Some(two)) if one == two => return Likeness::Same,
            (Some(_), Some(_)) => return Likeness::Other,
            _ => {}
        }
        match (&self.full_name, &other.full_name) {
            (Some(one), Some(two)) if same(one, two) => Likeness::Same,
            (Some(_), Some(_)) => Likeness::Other,
            _ if contradict(self.role, other.role) => Likeness::Other,
            _ => Likeness::Perhaps,
        }
    }

    /// Takes over what is told elsewhere of the same person.
    fn merge(&mut self, other: Self) {
        self.full_name = self.full_name.take().or(other.full_name);
        self.number = self.number.or(other.number);
        self.photo = self.photo.or(other.photo);
        self.role = self.role.or(other.role);
        self.lists.extend(other.lists);
    }
}

/// Whether two roles are told that have no word in common; `begeleider` is in `woonbegeleider`.
fn contradict(one: Option<&str>, two: Option<&str>) -> bool {
    let (Some(one), Some(two)) = (one, two) else {
        return false;
    };
    let words = |role: &str| -> Vec<String> {
        let words = role.split(|letter: char| !letter.is_alphabetic());
        words
            .filter(|word| word.chars().count() >= TELLING)
            .map(str::to_lowercase)
            .collect()
    };
    let (one, two) = (words(one), words(two));
    let alike = |one: &String| two.iter().any(|two| one.contains(two) || two.contains(one));
    !one.iter().any(alike)
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
            role: Some(CLIENT),
            ..Named::new(
                List::Client,
                plan.client.first_name.as_str(),
                &plan.client.full_name(),
            )
        };
        let support = plan.support.iter().map(|support| Named {
            photo: support.photo.as_ref(),
            role: Some(support.function.as_str()),
            ..Named::new(
                List::Support,
                support.first_name.as_str(),
                support.name.as_str(),
            )
        });
        let network = plan.network.iter().map(|person| Named {
            number: Some(person.number),
            photo: person.photo.as_ref(),
            role: Some(person.relation.as_str()),
            ..Named::new(
                List::Network,
                person.first_name.as_str(),
                person.name.as_str(),
            )
        });
        let representatives = plan.representatives.iter().map(|person| {
            let name = person.name.as_str();
            let short = person.first_name.as_ref();
            Named {
                number: Some(person.number),
                role: person.relation.as_ref().map(Text::as_str),
                ..Named::new(
                    List::Representatives,
                    short.map_or(first_name(name), |name| name.as_str()),
                    name,
                )
            }
        });
        let meeting = plan.meeting.iter().flat_map(|one| &one.participants);
        let meeting = meeting.map(|person| Named::of_participant(List::Meeting, person));
        let present = self.evaluation.iter().flat_map(|one| &one.present);
        let present = present.map(|person| Named::of_participant(List::Evaluation, person));
        let all = std::iter::once(client)
            .chain(support)
            .chain(network)
            .chain(representatives)
            .chain(meeting)
            .chain(present);
        distinct(all)
    }
}

/// Each person once; marks who shares a first name.
fn distinct<'a>(all: impl Iterator<Item = Named<'a>>) -> Vec<Named<'a>> {
    let mut people: Vec<Named<'a>> = Vec::new();
    for person in all {
        match known(&people, &person) {
            Some(index) => people[index].merge(person),
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

/// Which of these somebody is: none where it can be more than one.
fn known(people: &[Named<'_>], person: &Named<'_>) -> Option<usize> {
    let numbers = people
        .iter()
        .position(|known| known.number.is_some() && known.number == person.number)
        .filter(|known| people[*known].likeness(person) == Likeness::Same);
    numbers.or_else(|| {
        let alike = |likeness| {
            let people = people.iter().enumerate();
            people
                .filter(move |(_, known)| known.likeness(person) == likeness)
                .map(|(index, _)| index)
        };
        let mut same = alike(Likeness::Same).chain(alike(Likeness::Perhaps));
        let first = same.next();
        first.filter(|_| same.next().is_none())
    })
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

    /// Somebody in a list, by full name.
    fn named(list: List, full: &'static str, role: Option<&'static str>) -> Named<'static> {
        Named {
            role,
            ..Named::new(list, first_name(full), full)
        }
    }

    fn numbered(list: List, number: u32, full: &'static str) -> Named<'static> {
        Named {
            number: Some(number),
            ..named(list, full, None)
        }
    }

    #[test]
    fn who_is_named_twice_is_one_person() {
        let photo: FileName = "samir.jpg".parse().expect("a plain name");
        let all = vec![
            named(List::Support, "Samir el Idrissi", Some("woonbegeleider")),
            Named {
                photo: Some(&photo),
                ..named(List::Meeting, "Samir", Some("persoonlijk begeleider"))
            },
            named(List::Evaluation, "Samir el Idrissi", Some("teamleider")),
        ];
        assert_eq!(names(all), [("Samir el Idrissi".to_owned(), true, false)]);
    }

    #[test]
    fn two_people_may_share_a_first_name() {
        let all = vec![
            numbered(List::Network, 1, "Jan Smit"),
            numbered(List::Network, 2, "Jan de Boer"),
            numbered(List::Meeting, 1, "Jan"),
            named(List::Meeting, "Noor", None),
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

    #[test]
    fn nobody_gets_the_face_of_a_namesake() {
        let photo: FileName = "jan.jpg".parse().expect("a plain name");
        let brother = || Named {
            photo: Some(&photo),
            role: Some("broer"),
            ..numbered(List::Network, 1, "Jan Smit")
        };
        for others in [
            // Two entries of one list.
            vec![
                named(List::Meeting, "Jan", Some("broer")),
                named(List::Meeting, "Jan", Some("broer")),
            ],
            // Another role.
            vec![named(List::Meeting, "Jan", Some("wijkconsulent"))],
            // It may be either.
            vec![
                numbered(List::Network, 2, "Jan de Boer"),
                named(List::Meeting, "Jan", None),
            ],
        ] {
            let expected = others.len().max(2);
            let all = std::iter::once(brother()).chain(others).collect();
            let people = names(all);
            assert!(people.len() >= expected, "{people:?}");
            assert!(people.iter().all(|(_, _, shares)| *shares), "{people:?}");
            let faces = people.iter().filter(|(_, photo, _)| *photo);
            assert_eq!(faces.count(), 1, "{people:?}");
        }
    }
}

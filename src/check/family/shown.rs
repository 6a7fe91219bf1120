//! The free text of the family copies: each text with its key, and who reads it.
//!
//! Walks the fields that the view of the copy is made from; a test holds the two together.

use std::collections::{BTreeMap, BTreeSet};

use super::super::rule::Subject;
use crate::dossier::code::Theme;
use crate::dossier::goal::Goal;
use crate::dossier::source::KeyPath;
use crate::dossier::value::Text;
use crate::language::says_none;
use crate::rendition::family_readers;

/// The themes that are open for each reader, by number.
type Readers = BTreeMap<u32, BTreeSet<Theme>>;

/// A text in one or more copies.
#[derive(Debug)]
pub(in crate::check) struct Shown<'a> {
    pub(super) place: Place,
    pub(super) text: &'a str,
    /// Who reads it, with the themes that are open for them.
    pub(super) readers: Readers,
}

/// Where a text stands, and what it is about.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) file: &'static str,
    pub(super) path: KeyPath,
    pub(super) theme: Theme,
    /// Whether it tells the reader of what they said or do themselves.
    pub(super) is_own: bool,
}

impl Place {
    fn of_plan(path: KeyPath, theme: Theme) -> Self {
        Self {
            file: "plan.toml",
            path,
            theme,
            is_own: false,
        }
    }

    fn own(self) -> Self {
        Self {
            is_own: true,
            ..self
        }
    }
}

/// Every free text in the copies.
pub(super) fn texts<'s, 'a>(subject: &'s Subject<'a>) -> &'s [Shown<'a>] {
    subject.shared.shown.get_or_init(|| collect(subject))
}

fn collect<'a>(subject: &Subject<'a>) -> Vec<Shown<'a>> {
    let mut collector = Collector {
        readers: family_readers(&subject.context),
        shown: Vec::new(),
    };
    collector.about(subject);
    collector.meeting(subject);
    for (index, goal) in subject.plan().goals.iter().enumerate() {
        collector.goal(&KeyPath::root("doelen").index(index), goal);
    }
    collector.around(subject);
    collector.crisis(subject);
    collector.outcomes(subject);
    collector.contributions(subject);
    collector.shown
}

struct Collector<'a> {
    readers: Readers,
    shown: Vec<Shown<'a>>,
}

impl<'a> Collector<'a> {
    /// Adds a text that is read with its theme.
    fn open(&mut self, path: KeyPath, text: Option<&'a Text>, theme: Theme) {
        let place = Place::of_plan(path, theme);
        self.add(place, text, |_, open| open.contains(&theme));
    }

    /// Adds a text for those who read it, by number and open themes.
    fn add(
        &mut self,
        place: Place,
        text: Option<&'a Text>,
        reads: impl Fn(u32, &BTreeSet<Theme>) -> bool,
    ) {
        let mut readers = self.readers.clone();
        readers.retain(|number, open| reads(*number, open));
        if let Some(text) = text.filter(|_| !readers.is_empty()) {
            self.shown.push(Shown {
                place,
                text: text.as_str(),
                readers,
            });
        }
    }

    /// Who the client is.
    fn about(&mut self, subject: &Subject<'a>) {
        let plan = subject.plan();
        for (index, passage) in plan.who_am_i.iter().enumerate() {
            let path = KeyPath::root("wie_ben_ik").index(index);
            for (key, text) in [
                ("eigen_woorden", &passage.own_words),
                ("tekst", &passage.text),
                ("foto_toont", &passage.photo_shows),
            ] {
                self.open(path.clone().key(key), text.as_ref(), passage.theme);
            }
        }
        let Some(picture) = &plan.picture else { return };
        let path = KeyPath::root("beeldvorming");
        for (index, talent) in picture.talents.iter().enumerate() {
            let path = path.clone().key("talenten").index(index);
            self.open(path, Some(talent), Theme::WhoAmI);
        }
        let style = picture.support_style.as_ref();
        self.open(path.key("hoe_ondersteunen"), style, Theme::WhoAmI);
    }

    fn meeting(&mut self, subject: &Subject<'a>) {
        let place = subject.plan().meeting.as_ref();
        let place = place.and_then(|meeting| meeting.place.as_ref());
        let path = KeyPath::root("gesprek").key("plaats");
        self.open(path, place, Theme::Planning);
    }

    fn goal(&mut self, path: &KeyPath, goal: &'a Goal) {
        let theme = goal.theme;
        let (key, text) = match &goal.for_family {
            Some(text) => ("voor_familie", Some(text)),
            None => ("doel", goal.goal.as_ref()),
        };
        for (key, text) in [
            ("titel", Some(&goal.title)),
            ("wens", goal.wish.as_ref()),
            (key, text),
            ("client", goal.by_client.as_ref()),
            ("aanbieder", goal.by_provider.as_ref()),
        ] {
            self.open(path.clone().key(key), text, theme);
        }
        let sees_others =
            |open: &BTreeSet<Theme>| open.contains(&theme) && open.contains(&Theme::Network);
        for (key, text) in [
            ("mantelzorg", &goal.by_carers),
            ("vrijwilliger", &goal.by_volunteers),
        ] {
            let place = Place::of_plan(path.clone().key(key), theme);
            // The copy doesn't say that somebody does nothing.
            let text = text.as_ref().filter(|text| !says_none(text.as_str()));
            self.add(place, text, |_, open| sees_others(open));
        }
        for (index, task) in goal.by_network.iter().enumerate() {
            let path = path.clone().key("netwerk").index(index).key("doet");
            let place = Place::of_plan(path, theme);
            let text = Some(&task.task);
            self.add(place.clone().own(), text, |number, open| {
                number == task.number && open.contains(&theme)
            });
            self.add(place, text, |number, open| {
                number != task.number && sees_others(open)
            });
        }
    }

    /// The others around the client, and the risks.
    fn around(&mut self, subject: &Subject<'a>) {
        let plan = subject.plan();
        for (index, person) in plan.network.iter().enumerate() {
            let path = KeyPath::root("netwerk").index(index).key("relatie");
            let place = Place::of_plan(path, Theme::Network);
            self.add(place, Some(&person.relation), |number, open| {
                number != person.number && open.contains(&Theme::Network)
            });
        }
        for (index, risk) in plan.risks.iter().enumerate() {
            let path = KeyPath::root("risicos").index(index);
            self.open(path.clone().key("risico"), Some(&risk.risk), risk.theme);
            self.open(path.key("maatregel"), risk.measure.as_ref(), risk.theme);
        }
    }

    fn crisis(&mut self, subject: &Subject<'a>) {
        let Some(recovery) = &subject.plan().recovery else {
            return;
        };
        for (key, lines) in [
            ("signalen", &recovery.warning_signs),
            ("als_het_misgaat", &recovery.breaking_down),
            ("crisisafspraken", &recovery.crisis),
        ] {
            for (index, line) in lines.iter().enumerate() {
                let path = KeyPath::root("herstel").key(key).index(index);
                self.open(path, Some(line), Theme::Crisis);
            }
        }
    }

    fn outcomes(&mut self, subject: &Subject<'a>) {
        let outcomes = subject.evaluation().into_iter().flat_map(|all| &all.goals);
        for (index, outcome) in outcomes.enumerate() {
            let mut goals = subject.plan().goals.iter();
            let Some(goal) = goals.find(|goal| goal.id == outcome.goal) else {
                continue;
            };
            let place = Place {
                file: "evaluatie.toml",
                path: KeyPath::root("doelen").index(index).key("resultaat"),
                theme: goal.theme,
                is_own: false,
            };
            self.add(place, Some(&outcome.result), |_, open| {
                open.contains(&Theme::Evaluation) && open.contains(&goal.theme)
            });
        }
    }

    /// What a reader said before, and what was done with it.
    fn contributions(&mut self, subject: &Subject<'a>) {
        for (index, contribution) in subject.plan().contributions.iter().enumerate() {
            let path = KeyPath::root("inbreng").index(index);
            let (number, theme) = (contribution.number, contribution.theme);
            let place = Place::of_plan(path.clone().key("tekst"), theme).own();
            self.add(place, Some(&contribution.text), |reader, _| {
                reader == number
            });
            let place = Place::of_plan(path.key("gedaan"), theme);
            self.add(place, contribution.done.as_ref(), |reader, open| {
                reader == number && open.contains(&theme)
            });
        }
    }
}

#[cfg(test)]
mod tests;

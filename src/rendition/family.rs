//! The family copy: what each relative may see, opened by a letter.
//!
//! Which themes are open is decided by [`reader`]; everything here takes those and nothing else.

mod reader;

use minijinja::{Value, context};

use super::family_view::{
    FamilyContribution, FamilyGoal, FamilyHeadings, FamilyOutcome, FamilyPassage, FamilyRisk,
    FamilyView, Letter, Lines, Person, Question,
};
use super::view::{Frame, FrameWords};
use super::words::date_parts;
use super::{Context, Document, Made, Pictures, Rendition};
use crate::dossier::code::{Address, Status, Theme};
use crate::dossier::goal::Goal;
use crate::dossier::value::{Date, Text};
use crate::language::says_none;
use crate::phrase::{PhraseError, capitalise};

pub(super) use reader::open_themes;
use reader::{Reader, readers};

/// Lines to write on under a question at a goal.
const GOAL_LINES: u32 = 4;
/// Lines to write on under a question at the end.
const CLOSING_LINES: u32 = 6;

/// The family copies.
#[derive(Debug)]
pub(crate) struct Family;

impl Rendition for Family {
    fn name(&self) -> &'static str {
        "family"
    }

    fn make(&self, context: &Context<'_>) -> Result<Vec<Made>, PhraseError> {
        readers(context)
            .into_values()
            .map(|reader| copy(context, &reader))
            .collect()
    }
}

/// The name of the file for the person with this number.
pub(crate) fn file_name(number: u32) -> String {
    format!("familie-exemplaar-{number}.pdf")
}

/// The number of the person whose copy a file is, if it is one.
pub(crate) fn file_number(file_name: &str) -> Option<u32> {
    let number = file_name
        .strip_prefix("familie-exemplaar-")?
        .strip_suffix(".pdf")?;
    number.parse().ok()
}

fn copy(context: &Context<'_>, reader: &Reader<'_>) -> Result<Made, PhraseError> {
    let file_name = file_name(reader.number);
    if reader.open.is_empty() {
        let reason = context
            .phrases
            .word(&format!("familie.{}", reader.closed_because))?;
        return Ok(Made::Withheld { file_name, reason });
    }
    let mut pictures = Pictures::default();
    let view = Writer { context, reader }.view(&mut pictures)?;
    let document = Document::new(file_name, "family/main.typ", &view, pictures);
    Ok(Made::Document(document))
}

/// Writes the copy of one reader.
struct Writer<'a> {
    context: &'a Context<'a>,
    reader: &'a Reader<'a>,
}

impl Writer<'_> {
    fn view(&self, pictures: &mut Pictures) -> Result<FamilyView, PhraseError> {
        let plan = &self.context.dossier.plan;
        let knows_client = self.sees(Theme::WhoAmI);
        let picture = plan.picture.as_ref().filter(|_| knows_client);
        let concept = plan.about.status == Status::Concept;
        Ok(FamilyView {
            frame: self.frame(pictures)?,
            kicker: self.word("kop_klein")?,
            title: self.say("titel", context! { naam => self.client() })?,
            concept_line: concept.then(|| self.word("concept_regel")).transpose()?,
            letter: self.letter()?,
            headings: self.headings()?,
            dates: self.dates()?,
            about: self.about(pictures),
            talents: picture.map(|p| strings(&p.talents)).unwrap_or_default(),
            support_style: picture
                .and_then(|p| p.support_style.as_ref())
                .map(Text::to_string),
            goals: self.goals()?,
            people: self.people(),
            risks: self.risks(),
            crisis: self.crisis()?,
            outcomes: self.outcomes(),
            contributions: self.contributions(),
            closing_questions: vec![Question {
                text: self.word("vraag_slot")?,
                lines: CLOSING_LINES,
            }],
        })
    }

    fn sees(&self, theme: Theme) -> bool {
        self.reader.open.contains(&theme)
    }

    fn client(&self) -> &str {
        self.context.dossier.plan.client.first_name.as_str()
    }

    /// A label of a code list in the organisation's own terms.
    fn term(&self, label: &str) -> String {
        self.context.phrases.in_own_terms(label)
    }

    fn word(&self, key: &str) -> Result<String, PhraseError> {
        self.say(key, context! {})
    }

    /// A phrase that knows how the reader is spoken to, and how the client is referred to.
    fn say(&self, key: &str, variables: Value) -> Result<String, PhraseError> {
        let common = context! {
            je => self.reader.address == Address::Informal,
            client => self.client(),
        };
        let all = context! { ..variables, ..common };
        self.context.phrases.say(&format!("familie.{key}"), all)
    }

    fn frame(&self, pictures: &mut Pictures) -> Result<Frame, PhraseError> {
        let Context {
            dossier, provider, ..
        } = *self.context;
        let about = &dossier.plan.about;
        let names = context! { naam => self.reader.name };
        let concept = about.status == Status::Concept;
        Ok(Frame {
            title: self.say("pdf_titel", context! { naam => self.reader.name, concept })?,
            provider: provider.organisation.name.to_string(),
            subject: self.say("kop_rechts", names)?,
            number: None,
            version: Some(self.say(
                "versie",
                context! { versie => about.version, status => about.status.label() },
            )?),
            concept,
            accent: provider.style.accent.as_str().to_owned(),
            logo: super::formal::logo(self.context, pictures),
            date: date_parts(about.drawn_up),
            mark_mandatory: false,
            mandatory: Vec::new(),
            words: FrameWords {
                page: self.word("blad")?,
                of: self.word("van")?,
                concept: self.word("concept_stempel")?,
                date: self.word("datum")?,
                signature: self.word("handtekening")?,
            },
        })
    }

    fn letter(&self) -> Result<Letter, PhraseError> {
        let Context {
            dossier, provider, ..
        } = *self.context;
        let plan = &dossier.plan;
        let organisation = &provider.organisation;
        let support = plan.support.as_ref();
        let answer_to = support.map_or(organisation.name.as_str(), |s| s.name.as_str());
        let why = self.say(
            "brief_waarom",
            context! { rol => self.reader.capacity.map(|role| self.term(role)) },
        )?;
        let mut paragraphs = vec![why];
        let meeting = plan.meeting.as_ref().filter(|_| self.sees(Theme::Planning));
        if let Some(meeting) = meeting {
            paragraphs.push(self.say(
                "brief_gesprek",
                context! {
                    dag => meeting.date.with_weekday(),
                    tijd => meeting.time.map(|time| time.to_string()),
                    plaats => meeting.place.as_ref().map(Text::as_str),
                },
            )?);
        }
        let reply = plan
            .meeting
            .as_ref()
            .and_then(|meeting| meeting.reply_before);
        let send_back = self.say(
            "vraag_terug",
            context! {
                datum => reply.map(Date::long),
                wie => answer_to,
                gesprek => meeting.is_some(),
            },
        )?;
        let themes: Vec<_> = self
            .reader
            .open
            .iter()
            .map(|theme| self.term(theme.label()))
            .collect();
        let sender = [
            support.map(|s| s.name.to_string()),
            support.map(|s| s.function.to_string()),
            Some(organisation.name.to_string()),
            Some(self.context.phone().to_string()),
            Some(self.context.email().to_string()),
        ];
        let mut asks = vec![self.word("vraag_lezen")?];
        if plan.goals.iter().any(|goal| self.sees(goal.theme)) {
            asks.push(self.word("vraag_schrijven")?);
        }
        asks.push(send_back);
        Ok(Letter {
            salutation: self.say("aanhef", context! { naam => self.reader.greeting })?,
            paragraphs,
            asks_title: self.word("vraag_kop")?,
            asks,
            after: vec![self.say("brief_themas", context! { themas => themes })?],
            closing: self.word("groet")?,
            sender: sender.into_iter().flatten().collect(),
        })
    }

    fn headings(&self) -> Result<FamilyHeadings, PhraseError> {
        Ok(FamilyHeadings {
            dates: self.word("kop_data")?,
            about: self.word("kop_wie")?,
            talents: self.word("kop_talenten")?,
            support_style: self.word("kop_ondersteunen")?,
            goals: self.word("kop_doelen")?,
            people: self.word("kop_mensen")?,
            risks: self.word("kop_risicos")?,
            crisis: self.word("kop_crisis")?,
            outcomes: self.word("kop_uitkomsten")?,
            contributions: self.word("kop_inbreng")?,
            closing: self.word("kop_slot")?,
        })
    }

    fn dates(&self) -> Result<Vec<[String; 2]>, PhraseError> {
        let about = &self.context.dossier.plan.about;
        let mut dates = Vec::new();
        for (label, day) in [
            ("datum_ingang", about.start),
            ("datum_einde", about.end),
            ("datum_evaluatie", about.evaluation),
        ] {
            if let Some(day) = day {
                dates.push([self.word(label)?, day.long()]);
            }
        }
        Ok(dates)
    }

    fn about(&self, pictures: &mut Pictures) -> Vec<FamilyPassage> {
        let passages = &self.context.dossier.plan.who_am_i;
        passages
            .iter()
            .filter(|passage| self.sees(passage.theme))
            .map(|passage| {
                let theme = capitalise(self.term(passage.theme.label()));
                let alt = passage
                    .photo_shows
                    .as_ref()
                    .map_or_else(|| theme.clone(), Text::to_string);
                FamilyPassage {
                    theme,
                    quote: passage.own_words.as_ref().map(Text::to_string),
                    text: passage.text.as_ref().map(Text::to_string),
                    photo: passage
                        .photo
                        .as_ref()
                        .map(|photo| pictures.photo(photo, Some(alt))),
                }
            })
            .collect()
    }

    fn goals(&self) -> Result<Vec<FamilyGoal>, PhraseError> {
        let goals = &self.context.dossier.plan.goals;
        goals
            .iter()
            .filter(|goal| self.sees(goal.theme))
            .map(|goal| self.goal(goal))
            .collect()
    }

    fn goal(&self, goal: &Goal) -> Result<FamilyGoal, PhraseError> {
        let text = match goal.for_family.as_ref().or(goal.goal.as_ref()) {
            Some(text) => text.to_string(),
            None => self.word("doel_volgt")?,
        };
        let period = match (goal.start, goal.end) {
            (Some(start), Some(end)) => Some(self.say(
                "periode",
                context! { begin => start.long(), einde => end.long() },
            )?),
            _ => None,
        };
        let question = |key| {
            Ok(Question {
                text: self.word(key)?,
                lines: GOAL_LINES,
            })
        };
        Ok(FamilyGoal {
            title: goal.title.to_string(),
            wish: goal.wish.as_ref().map(Text::to_string),
            text,
            boxes: self.boxes(goal)?,
            period,
            questions: vec![question("vraag_vinden")?, question("vraag_toevoegen")?],
        })
    }

    /// What the client does, what the reader does, what the provider does; and what others do,
    /// for who may see the network.
    fn boxes(&self, goal: &Goal) -> Result<Vec<[String; 2]>, PhraseError> {
        let network = &self.context.dossier.plan.network;
        let own: Vec<_> = goal
            .by_network
            .iter()
            .filter(|task| task.number == self.reader.number)
            .map(|task| task.task.to_string())
            .collect();
        let mut others = Vec::new();
        if self.sees(Theme::Network) {
            for task in goal
                .by_network
                .iter()
                .filter(|task| task.number != self.reader.number)
            {
                let person = network.iter().find(|person| person.number == task.number);
                others.extend(person.map(|person| {
                    format!("{} ({}): {}", person.first_name, person.relation, task.task)
                }));
            }
            let free = [goal.by_carers.as_ref(), goal.by_volunteers.as_ref()];
            let tasks = free.into_iter().flatten().map(Text::as_str);
            others.extend(tasks.filter(|text| !says_none(text)).map(str::to_owned));
        }
        let rows = [
            (
                "doet_client",
                goal.by_client.iter().map(Text::to_string).collect(),
            ),
            ("doet_lezer", own),
            ("doen_anderen", others),
            (
                "doen_wij",
                goal.by_provider
                    .iter()
                    .map(Text::to_string)
                    .collect::<Vec<_>>(),
            ),
        ];
        let mut boxes = Vec::new();
        for (title, texts) in rows {
            if !texts.is_empty() {
                boxes.push([self.word(title)?, texts.join("\n")]);
            }
        }
        Ok(boxes)
    }

    /// First names and relations of the others; the supporter first.
    fn people(&self) -> Vec<Person> {
        if !self.sees(Theme::Network) {
            return Vec::new();
        }
        let plan = &self.context.dossier.plan;
        let support = plan.support.iter().map(|person| Person {
            name: person.first_name.to_string(),
            relation: person.function.to_string(),
        });
        let others = plan
            .network
            .iter()
            .filter(|person| person.number != self.reader.number)
            .map(|person| Person {
                name: person.first_name.to_string(),
                relation: person.relation.to_string(),
            });
        support.chain(others).collect()
    }

    fn risks(&self) -> Vec<FamilyRisk> {
        let risks = &self.context.dossier.plan.risks;
        risks
            .iter()
            .filter(|risk| self.sees(risk.theme))
            .map(|risk| FamilyRisk {
                risk: risk.risk.to_string(),
                measure: risk.measure.as_ref().map(Text::to_string),
            })
            .collect()
    }

    fn crisis(&self) -> Result<Vec<Lines>, PhraseError> {
        let recovery = self.context.dossier.plan.recovery.as_ref();
        let Some(recovery) = recovery.filter(|_| self.sees(Theme::Crisis)) else {
            return Ok(Vec::new());
        };
        let mut blocks = Vec::new();
        for (heading, lines) in [
            ("crisis_signalen", &recovery.warning_signs),
            ("crisis_mis", &recovery.breaking_down),
            ("crisis_afspraken", &recovery.crisis),
        ] {
            if !lines.is_empty() {
                blocks.push(Lines {
                    heading: self.word(heading)?,
                    lines: strings(lines),
                });
            }
        }
        Ok(blocks)
    }

    fn outcomes(&self) -> Vec<FamilyOutcome> {
        let Context { dossier, .. } = *self.context;
        let evaluation = dossier
            .evaluation
            .as_ref()
            .filter(|_| self.sees(Theme::Evaluation));
        let mut outcomes = Vec::new();
        for outcome in evaluation.iter().flat_map(|evaluation| &evaluation.goals) {
            let goal = dossier
                .plan
                .goals
                .iter()
                .find(|goal| goal.id == outcome.goal);
            if let Some(goal) = goal.filter(|goal| self.sees(goal.theme)) {
                outcomes.push(FamilyOutcome {
                    title: goal.title.to_string(),
                    status: capitalise(self.term(outcome.outcome.label())),
                    result: outcome.result.to_string(),
                });
            }
        }
        outcomes
    }

    /// What the reader said before; what was done with it only where the theme is open.
    fn contributions(&self) -> Vec<FamilyContribution> {
        let contributions = &self.context.dossier.plan.contributions;
        contributions
            .iter()
            .filter(|contribution| contribution.number == self.reader.number)
            .map(|contribution| FamilyContribution {
                date: contribution.date.long(),
                text: contribution.text.to_string(),
                done: contribution
                    .done
                    .as_ref()
                    .filter(|_| self.sees(contribution.theme))
                    .map(Text::to_string),
            })
            .collect()
    }
}

fn strings(texts: &[Text]) -> Vec<String> {
    texts.iter().map(Text::to_string).collect()
}

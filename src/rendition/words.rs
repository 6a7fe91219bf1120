//! Short ways to say things in a formal document: phrases, values and fields.

use minijinja::{Value as Variables, context};

use super::Context;
use super::view::{
    Block, Field, Frame, FrameWords, Part, Picture, State, Table, TableElement, Value,
};
use crate::dossier::code::{Domain, Law, PlanKind, Status};
use crate::dossier::value::Date;
use crate::phrase::PhraseError;

/// The file of phrases that the formal documents use.
const FILE: &str = "formeel";

/// Says things for one client.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) context: &'a Context<'a>,
}

impl<'a> Words<'a> {
    pub(super) fn of(context: &'a Context<'a>) -> Self {
        Self { context }
    }

    /// A phrase without variables.
    pub(super) fn word(self, key: &str) -> Result<String, PhraseError> {
        self.context.phrases.word(&format!("{FILE}.{key}"))
    }

    /// A phrase with variables.
    pub(super) fn say(self, key: &str, variables: Variables) -> Result<String, PhraseError> {
        self.context
            .phrases
            .say(&format!("{FILE}.{key}"), variables)
    }

    /// Several words at once, for a header.
    pub(super) fn words<const N: usize>(self, keys: [&str; N]) -> Result<Vec<String>, PhraseError> {
        keys.into_iter().map(|key| self.word(key)).collect()
    }

    /// A label of a closed list, or other fixed words of ours, in the organisation's own terms.
    /// Never for what an author wrote.
    pub(super) fn term(self, label: &str) -> String {
        self.context.phrases.in_own_terms(label)
    }

    /// The provider, by its short name.
    pub(super) fn provider(self) -> String {
        let organisation = &self.context.provider.organisation;
        organisation
            .short_name
            .as_ref()
            .unwrap_or(&organisation.name)
            .to_string()
    }

    /// Words that are content.
    #[expect(
        clippy::unused_self,
        reason = "reads as its siblings do, which need the phrases"
    )]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "callers have texts and references alike"
    )]
    pub(super) fn known(self, text: impl ToString) -> Value {
        Value {
            text: text.to_string(),
            state: State::Known,
        }
    }

    /// `nog niet bekend`
    pub(super) fn unknown(self) -> Result<Value, PhraseError> {
        Ok(Value {
            text: self.word("onbekend")?,
            state: State::Unknown,
        })
    }

    /// `niet van toepassing`
    pub(super) fn not_applicable(self) -> Result<Value, PhraseError> {
        Ok(Value {
            text: self.word("nvt")?,
            state: State::NotApplicable,
        })
    }

    /// The text, or that it isn't known yet.
    pub(super) fn or_unknown(self, text: Option<impl ToString>) -> Result<Value, PhraseError> {
        text.map_or_else(|| self.unknown(), |text| Ok(self.known(text)))
    }

    /// The text, or that it doesn't apply.
    pub(super) fn or_none(self, text: Option<impl ToString>) -> Result<Value, PhraseError> {
        text.map_or_else(|| self.not_applicable(), |text| Ok(self.known(text)))
    }

    /// The day in words, or that it isn't known yet.
    pub(super) fn day(self, day: Option<Date>) -> Result<Value, PhraseError> {
        self.or_unknown(day.map(Date::long))
    }

    /// An element with the label that the format gives it.
    pub(super) fn field(self, element: &'static str, value: Value) -> Field {
        Field {
            element,
            label: self.context.format.label(element),
            value,
        }
    }

    /// A part that is an element of the format, with its label as heading.
    pub(super) fn part(self, element: &'static str, block: Block) -> Part {
        Part {
            element: Some(element),
            heading: Some(self.context.format.label(element)),
            state: State::Known,
            block,
        }
    }

    /// An element that stands in its section without a heading of its own.
    pub(super) fn body(self, element: &'static str, block: Block) -> Part {
        Part {
            heading: None,
            ..self.part(element, block)
        }
    }

    /// As [`Words::bare_part`], without a heading.
    pub(super) fn bare_body(self, element: &'static str, value: Value) -> Part {
        Part {
            heading: None,
            ..self.bare_part(element, value)
        }
    }

    /// As [`Words::table_part`], without a heading.
    pub(super) fn table_body(self, element: &'static str, table: Table, none: Value) -> Part {
        Part {
            heading: None,
            ..self.table_part(element, table, none)
        }
    }

    /// A part whose content isn't known yet, or doesn't apply.
    pub(super) fn bare_part(self, element: &'static str, value: Value) -> Part {
        Part {
            state: value.state,
            ..self.part(element, Block::Paragraph { text: value.text })
        }
    }

    /// A part of running text, or that it isn't known yet.
    pub(super) fn text_part(
        self,
        element: &'static str,
        text: Option<impl ToString>,
    ) -> Result<Part, PhraseError> {
        Ok(self.bare_part(element, self.or_unknown(text)?))
    }

    /// A part with a table; without rows it says so.
    pub(super) fn table_part(self, element: &'static str, table: Table, none: Value) -> Part {
        if table.rows.is_empty() {
            self.bare_part(element, none)
        } else {
            self.part(element, Block::Table { table })
        }
    }

    /// A table that is an element of its own.
    pub(super) fn table_element(
        self,
        element: &'static str,
        table: Table,
        none: Value,
    ) -> TableElement {
        let value = if table.rows.is_empty() {
            none
        } else {
            self.known("")
        };
        TableElement {
            element,
            value,
            table,
        }
    }

    /// The name of a domain, the organisation's own where it has one.
    pub(super) fn domain(self, domain: Domain) -> String {
        self.context
            .provider
            .domain_labels
            .get(domain.word())
            .map_or_else(|| self.term(domain.label()), ToString::to_string)
    }

    /// What this plan is called; under the Jeugdwet a hulpverleningsplan.
    pub(super) fn plan_title(self) -> Result<String, PhraseError> {
        let about = &self.context.dossier.plan.about;
        match (about.law, about.kind) {
            (Law::Youth, PlanKind::Support) => self.word("hulpverleningsplan"),
            (_, kind) => Ok(self.term(kind.label())),
        }
    }

    /// The frame of a formal document.
    pub(super) fn frame(
        self,
        document: &str,
        date: Date,
        logo: Option<Picture>,
        mandatory: Vec<String>,
    ) -> Result<Frame, PhraseError> {
        let Context {
            dossier, provider, ..
        } = *self.context;
        let about = &dossier.plan.about;
        let concept = about.status == Status::Concept;
        let names = context! { document, naam => dossier.plan.client.short_name() };
        let title = self.say("pdf_titel", names.clone())?;
        Ok(Frame {
            title: if concept {
                self.say("concept_titel", context! { titel => title })?
            } else {
                title
            },
            provider: provider.organisation.name.to_string(),
            subject: self.say("kop_rechts", names)?,
            number: Some(dossier.id.to_string()),
            version: Some(self.say(
                "versie",
                context! { versie => about.version, status => self.term(about.status.label()) },
            )?),
            concept,
            accent: provider.style.accent.as_str().to_owned(),
            logo,
            date: date_parts(date),
            mark_mandatory: false,
            mandatory,
            words: FrameWords {
                page: self.word("blad")?,
                of: self.word("van")?,
                concept: self.word("concept_stempel")?,
                date: self.word("datum")?,
                signature: self.word("handtekening")?,
            },
        })
    }
}

/// Year, month and day for the PDF.
pub(super) fn date_parts(date: Date) -> [i16; 3] {
    let day = date.civil();
    [day.year(), i16::from(day.month()), i16::from(day.day())]
}

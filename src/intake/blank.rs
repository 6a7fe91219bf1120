//! An empty plan: every part with a comment of what goes there, and days around today.

use jiff::ToSpan;
use jiff::civil::Date;
use minijinja::{Environment, UndefinedBehavior, context};

use crate::dossier::code::{Law, PlanKind};
use crate::dossier::provider::Provider;
use crate::phrase::PhraseError;

/// What the plan is written from.
const TEMPLATE: &str = include_str!("../../templates/begin/plan.toml");

/// What an empty plan is for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Blank<'a> {
    pub(super) number: &'a str,
    pub(super) kind: PlanKind,
    pub(super) law: Law,
    pub(super) today: Date,
    pub(super) provider: &'a Provider,
}

/// The law that a kind of plan mostly stands under.
pub(super) fn usual_law(kind: PlanKind) -> Law {
    match kind {
        PlanKind::Support => Law::Wmo,
        PlanKind::CareLife => Law::Wlz,
        PlanKind::Guidance => Law::Zvw,
    }
}

impl Blank<'_> {
    /// The text of `plan.toml`.
    ///
    /// # Errors
    /// When the template is broken.
    pub(super) fn text(&self) -> Result<String, PhraseError> {
        let today = self.today;
        let start = today.first_of_month().saturating_add(2.months());
        let end = start.saturating_add(1.year()).saturating_sub(1.day());
        let domains = self.kind.domains().iter().map(|domain| {
            let own = self.provider.domain_labels.get(domain.word());
            let name = own.map_or(domain.label(), |own| own.as_str());
            context! { woord => domain.word(), naam => one_line(name) }
        });
        let domains: Vec<_> = domains.collect();
        let sections = self.provider.sections.iter();
        let sections: Vec<_> = sections
            .map(|section| {
                context! { id => section.id.as_str(), titel => one_line(section.title.as_str()) }
            })
            .collect();
        let view = context! {
            nummer => self.number,
            soort => self.kind.word(),
            wet => self.law.word(),
            vandaag => today.to_string(),
            vastgesteld => today.saturating_add(3.weeks()).to_string(),
            gesprek => today.saturating_add(6.weeks()).to_string(),
            reactie => today.saturating_add(5.weeks()).to_string(),
            maand_later => today.saturating_add(1.month()).to_string(),
            ingang => start.to_string(),
            einde => end.to_string(),
            evaluatie => start.saturating_add(6.months()).to_string(),
            domeinen => domains,
            onderdelen => sections,
        };
        render("plan.toml", TEMPLATE, view)
    }
}

/// Fills in a template of this module.
///
/// # Errors
/// When the template is broken.
pub(super) fn render(
    name: &'static str,
    template: &'static str,
    view: minijinja::Value,
) -> Result<String, PhraseError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    environment
        .render_named_str(name, &without_lines_of_tags(template), view)
        .map_err(|error| PhraseError::of(name, &error))
}

/// A template in which a line that only holds a tag leaves no empty line behind.
fn without_lines_of_tags(template: &str) -> String {
    let mut text = String::new();
    for line in template.lines() {
        text.push_str(line);
        if !(line.starts_with("{%") && line.ends_with("%}")) {
            text.push('\n');
        }
    }
    text
}

/// A text of the organisation's own as it may stand in a comment.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

//! What one relative may see: a letter, and the parts of the plan that the client opened.
//!
//! There is no field here for a number of the administration, for another person's contact data,
//! or for a goal whose theme is closed.

use serde::Serialize;

use super::view::{Frame, Picture};

/// The family copy of one relative.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FamilyView {
    pub(crate) frame: Frame,
    /// `FAMILIE-EXEMPLAAR`
    pub(crate) kicker: String,
    /// `Het plan van Zoë`
    pub(crate) title: String,
    /// Concept: the first line says so.
    pub(crate) concept_line: Option<String>,
    pub(crate) letter: Letter,
    /// Heading of the parts.
    pub(crate) headings: FamilyHeadings,
    /// Start, end and evaluation of the plan: label and date.
    pub(crate) dates: Vec<[String; 2]>,
    /// Who the client is, by open theme.
    pub(crate) about: Vec<FamilyPassage>,
    /// Talents; with the theme wie ben ik.
    pub(crate) talents: Vec<String>,
    /// How the client wants to be supported; with the theme wie ben ik.
    pub(crate) support_style: Option<String>,
    /// Goals whose theme is open.
    pub(crate) goals: Vec<FamilyGoal>,
    /// Who is who: first names and relations; with the theme sociaal netwerk.
    pub(crate) people: Vec<Person>,
    /// Risks whose theme is open.
    pub(crate) risks: Vec<FamilyRisk>,
    /// Agreements for a crisis; with the theme crisis: heading and lines.
    pub(crate) crisis: Vec<Lines>,
    /// What was evaluated; with the theme evaluatie, of open goals only.
    pub(crate) outcomes: Vec<FamilyOutcome>,
    /// What this person added before.
    pub(crate) contributions: Vec<FamilyContribution>,
    /// Questions at the end, with room to write.
    pub(crate) closing_questions: Vec<Question>,
}

/// Headings of the parts.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FamilyHeadings {
    pub(crate) dates: String,
    pub(crate) about: String,
    pub(crate) talents: String,
    pub(crate) support_style: String,
    pub(crate) goals: String,
    pub(crate) people: String,
    pub(crate) risks: String,
    pub(crate) crisis: String,
    pub(crate) outcomes: String,
    pub(crate) contributions: String,
    pub(crate) closing: String,
}

/// The letter that opens the copy.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Letter {
    /// `Beste Noor,`
    pub(crate) salutation: String,
    /// What this is, and when the meeting is.
    pub(crate) paragraphs: Vec<String>,
    /// `Wat vragen wij?`
    pub(crate) asks_title: String,
    /// Numbered.
    pub(crate) asks: Vec<String>,
    /// Below the asks: what stands in the copy and what not.
    pub(crate) after: Vec<String>,
    /// `Met vriendelijke groet,`
    pub(crate) closing: String,
    /// Name, function, provider, phone and e-mail: a line each.
    pub(crate) sender: Vec<String>,
}

/// Who the client is, on one theme.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FamilyPassage {
    pub(crate) theme: String,
    pub(crate) quote: Option<String>,
    pub(crate) text: Option<String>,
    pub(crate) photo: Option<Picture>,
}

/// A goal in plain words.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FamilyGoal {
    pub(crate) title: String,
    /// The wish, as a quote.
    pub(crate) wish: Option<String>,
    /// The goal in plain words.
    pub(crate) text: String,
    /// `Wat doet Zoë?`, `Wat doe jij?`, `Wat doen wij?`: title and text.
    pub(crate) boxes: Vec<[String; 2]>,
    /// `Van 1 maart tot 1 september 2026`
    pub(crate) period: Option<String>,
    /// Each with room to write.
    pub(crate) questions: Vec<Question>,
}

/// A question with room to write.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Question {
    pub(crate) text: String,
    /// Lines to write on.
    pub(crate) lines: u32,
}

/// Somebody around the client.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Person {
    /// First name.
    pub(crate) name: String,
    pub(crate) relation: String,
}

/// A risk in plain words.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FamilyRisk {
    pub(crate) risk: String,
    pub(crate) measure: Option<String>,
}

/// A heading with lines.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Lines {
    pub(crate) heading: String,
    pub(crate) lines: Vec<String>,
}

/// What became of a goal.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FamilyOutcome {
    pub(crate) title: String,
    pub(crate) status: String,
    pub(crate) result: String,
}

/// What this person added before, and what was done with it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FamilyContribution {
    pub(crate) date: String,
    pub(crate) text: String,
    pub(crate) done: Option<String>,
}

//! What views are made of: the pieces that more than one rendition hands to its Typst template.
//!
//! Every piece holds words that are ready to print. Which words may be there is decided by the
//! view of each rendition.

use serde::Serialize;

/// What every page of a document carries, and what the PDF says about itself.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Frame {
    /// Title of the PDF.
    pub(crate) title: String,
    /// Left in the header.
    pub(crate) provider: String,
    /// Right in the header.
    pub(crate) subject: String,
    /// Left in the footer: the client number; absent where no number may stand.
    pub(crate) number: Option<String>,
    /// In the middle of the footer: `versie 3 · vastgesteld`.
    pub(crate) version: Option<String>,
    /// The plan is not agreed yet: said on every page.
    pub(crate) concept: bool,
    /// The one colour of the provider, `#rrggbb`.
    pub(crate) accent: String,
    /// The provider's logo.
    pub(crate) logo: Option<Picture>,
    /// The plan's own date as `[year, month, day]`, for the PDF.
    pub(crate) date: [i16; 3],
    /// Mandatory elements are to be shown in yellow.
    pub(crate) mark_mandatory: bool,
    /// Ids of the elements that the format marks; the others stay white.
    pub(crate) mandatory: Vec<String>,
    /// Words that only the layout knows where to put.
    pub(crate) words: FrameWords,
}

/// Words that only the layout knows where to put.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FrameWords {
    /// Before the page number: `blad`.
    pub(crate) page: String,
    /// Between page number and total: `van`.
    pub(crate) of: String,
    /// Across each page of a concept: `CONCEPT`.
    pub(crate) concept: String,
    /// Before the line to sign on: `Handtekening`.
    pub(crate) signature: String,
    /// Before the date of a signature: `Datum`.
    pub(crate) date: String,
}

/// A picture that the template may load.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Picture {
    /// Virtual path, `/picture/0`.
    pub(crate) path: String,
    /// `svg`, `jpg` or `png`.
    pub(crate) format: &'static str,
    /// What it shows, for who can't see it; absent when the text beside it says the same.
    pub(crate) alt: Option<String>,
    /// A photo fills its frame; a pictogram stands in it.
    pub(crate) photo: bool,
    /// The text beside it says that this is not so: a cross goes over it.
    pub(crate) crossed: bool,
}

/// Whether something is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum State {
    /// There is text.
    Known,
    /// It belongs here but isn't known yet; the text says so.
    Unknown,
    /// It doesn't belong to this plan; the text says so.
    NotApplicable,
}

/// Words that fill an element of the format, or say why not.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Value {
    /// The words to print.
    pub(crate) text: String,
    /// Whether they are content.
    pub(crate) state: State,
}

/// One element of the format with its label.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Field {
    /// Id in the format.
    pub(crate) element: &'static str,
    /// Label before the value.
    pub(crate) label: String,
    /// The value.
    pub(crate) value: Value,
}

/// A framed group of fields on the voorblad.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CoverBlock {
    /// Heading of the frame.
    pub(crate) title: String,
    /// Its fields; the first one stands out.
    pub(crate) fields: Vec<Field>,
}

/// The voorblad, the same on the plan and the evaluation report.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Cover {
    /// Small line above the title: `VOORBLAD`.
    pub(crate) kicker: String,
    /// Title of the document.
    pub(crate) title: String,
    /// Concept: the first line says so.
    pub(crate) concept_line: Option<String>,
    /// Which document this is.
    pub(crate) documents: Vec<Tick>,
    /// Frames, to be set in two columns in reading order.
    pub(crate) blocks: Vec<CoverBlock>,
    /// Heading of the products.
    pub(crate) products_title: String,
    /// Allotted support: an element with a table.
    pub(crate) products: TableElement,
    /// Heading of the time line.
    pub(crate) timeline_title: String,
    /// The plan's days along a line; empty where too few are known.
    pub(crate) timeline: Vec<Milestone>,
}

/// A box that is ticked or not.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Tick {
    /// What it says.
    pub(crate) label: String,
    /// Whether it is ticked.
    pub(crate) ticked: bool,
}

/// An element of the format whose content is a table.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TableElement {
    /// Id in the format.
    pub(crate) element: &'static str,
    /// Known when there are rows; its text stands where there are none.
    pub(crate) value: Value,
    /// The table.
    pub(crate) table: Table,
}

/// A table with a header.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Table {
    /// Column headings.
    pub(crate) header: Vec<String>,
    /// Relative widths; 0 is as wide as its content.
    pub(crate) widths: Vec<u32>,
    /// Rows of cells.
    pub(crate) rows: Vec<Vec<String>>,
}

/// A day on the time line.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Milestone {
    /// `evaluatie`
    pub(crate) label: String,
    /// `15 augustus 2026`
    pub(crate) date: String,
    /// Where on the line, 0 to 1000.
    pub(crate) at: u32,
    /// Drawn larger.
    pub(crate) main: bool,
}

/// A part of a formal document, in the order of the format.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Section {
    /// Id in the format, or of the organisation's own section.
    pub(crate) id: String,
    /// Heading.
    pub(crate) title: String,
    /// Starts on a new page.
    pub(crate) new_page: bool,
    /// What it holds.
    pub(crate) parts: Vec<Part>,
}

/// A piece of a section. With an element id it counts for the format.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Part {
    /// Id in the format.
    pub(crate) element: Option<&'static str>,
    /// Small heading above it.
    pub(crate) heading: Option<String>,
    /// Whether it has content; when not, the block is a paragraph that says so.
    pub(crate) state: State,
    /// What it shows.
    pub(crate) block: Block,
}

/// What a part shows.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Block {
    /// Running text; line breaks of the author are paragraphs.
    Paragraph { text: String },
    /// The client's own words, set apart.
    Quotes { quotes: Vec<String> },
    /// A list.
    List { items: Vec<String> },
    /// A table.
    Table { table: Table },
    /// Labels with values, each an element of the format.
    Fields { fields: Vec<Field> },
    /// A theme of who-am-I.
    Passage {
        quote: Option<String>,
        text: Option<String>,
        photo: Option<Picture>,
    },
    /// A goal in full.
    Goal(Box<GoalCard>),
    /// Room to sign.
    Signatures { signatures: Vec<SignatureBox> },
    /// Outcome of a goal.
    Outcome(Box<OutcomeCard>),
    /// Quality of life, now beside last time.
    Quality {
        caption: String,
        alt: String,
        rows: Vec<QualityRow>,
    },
}

/// A goal of the formal plan.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GoalCard {
    /// Number in the plan.
    pub(crate) number: usize,
    /// Short name.
    pub(crate) title: String,
    /// Domain, in a pill; empty when there is none.
    pub(crate) domain: Field,
    /// Which goal of the plan van aanpak, short or long term, new or continued.
    pub(crate) origin: Field,
    /// The wish, as a quote.
    pub(crate) wish: Field,
    /// `Nu`
    pub(crate) now: Field,
    /// `Straks`
    pub(crate) later: Field,
    /// The goal sentence.
    pub(crate) goal: Field,
    /// Heading of the table of who does what: two columns.
    pub(crate) who_header: [String; 2],
    /// Who does what, each even when `Niets.`
    pub(crate) who: Vec<Field>,
    /// Aard, frequentie, intensiteit, betaald door: tiles.
    pub(crate) tiles: Vec<Field>,
    /// Why this much.
    pub(crate) motivation: Field,
    /// Where professional support ends; what the client pays; absent when it says nothing.
    pub(crate) notes: Vec<Field>,
    /// Start, end, evaluation.
    pub(crate) dates: Vec<Field>,
}

/// Room for one signature, or a signature that was given.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SignatureBox {
    /// `cliënt`
    pub(crate) role: String,
    /// Name.
    pub(crate) name: String,
    /// The four choices.
    pub(crate) choices: Vec<Tick>,
    /// `12 maart 2026`, or none: a line to write on.
    pub(crate) date: Option<String>,
    /// Why, or why it is missing.
    pub(crate) note: Option<String>,
}

/// Outcome of a goal in the evaluation report.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OutcomeCard {
    /// Number in the plan.
    pub(crate) number: usize,
    /// Short name.
    pub(crate) title: String,
    /// `behaald`, `deels`, `niet`, `loopt_nog` or `vervallen`: which mark is drawn.
    pub(crate) mark: &'static str,
    /// Status in words, agreements, what next: tiles.
    pub(crate) tiles: Vec<Field>,
    /// The goal as it stood in the plan.
    pub(crate) goal: Option<String>,
    /// Agreements, result, why, what next: label and text.
    pub(crate) texts: Vec<Field>,
    /// Heading of the reports.
    pub(crate) reports_title: String,
    /// What the reports say.
    pub(crate) reports: Vec<ReportLine>,
    /// Where there are none.
    pub(crate) no_reports: String,
}

/// One report.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ReportLine {
    /// `12 maart 2026`
    pub(crate) date: String,
    /// `Samir el Idrissi, persoonlijk begeleider`
    pub(crate) author: String,
    /// `objectief · voortgang`
    pub(crate) kind: String,
    /// What was seen.
    pub(crate) text: String,
    /// What a colleague must do.
    pub(crate) action: Option<String>,
}

/// A domain in the chart of quality of life.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct QualityRow {
    /// Domain.
    pub(crate) label: String,
    /// Score now, 1 to 5.
    pub(crate) now: u32,
    /// Score last time.
    pub(crate) before: Option<u32>,
    /// `3 → 4 beter`
    pub(crate) change: String,
    /// What lies behind it.
    pub(crate) note: Option<String>,
}

//! The arguments, and what is said of wrong ones.

use std::ffi::OsStr;
use std::marker::PhantomData;

use clap::builder::{EnumValueParser, PossibleValue, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Args, Parser, Subcommand, ValueEnum};

use super::check::CheckArguments;
use super::completions::CompletionsArguments;
use super::due::DueArguments;
use super::explain::ExplainArguments;
use super::import::ImportArguments;
use super::info::InfoArguments;
use super::init::InitArguments;
use super::language::LanguageArguments;
use super::man::ManArguments;
use super::new::NewArguments;
use super::pictograms::PictogramsArguments;
use super::render::RenderArguments;
use super::review::ReviewArguments;
use super::schema::SchemaArguments;
use super::templates::TemplatesArguments;
use super::verify::VerifyArguments;
use super::view::ViewArguments;
use super::watch::WatchArguments;
use super::{DONE, NOT_IN_ORDER, printer, variables};

/// How help is laid out.
pub(super) const TEMPLATE: &str = "{about}\n\nGebruik: {usage}\n\n{all-args}{after-help}";

/// What `--version` says; `-V` keeps to the number.
const LONG_VERSION: &str = concat!(
    env!("CARGO_PKG_VERSION"),
    "\nbouw ",
    env!("DRIELUIK_BUILD"),
    "\ntypst ",
    env!("DRIELUIK_TYPST"),
);

/// Maakt van ondersteuningsplannen vier documenten: het formele plan, een familie-exemplaar per
/// naaste, een plan in makkelijke taal en een evaluatieverslag.
#[derive(Debug, Parser)]
#[command(
    name = "drieluik",
    version,
    long_version = LONG_VERSION,
    after_help = "Elke optie kan ook als omgevingsvariabele: --data als DRIELUIK_DATA, --keep-inputs als DRIELUIK_KEEP_INPUTS.",
    help_template = TEMPLATE,
    override_usage = "drieluik <OPDRACHT>",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_help_heading = "Opdrachten",
    subcommand_value_name = "OPDRACHT",
    next_help_heading = "Opties"
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    help: HelpFlag,
    /// Toon het versienummer
    #[arg(id = "version", short = 'V', long = "version", action = ArgAction::Version)]
    _version: Option<bool>,
}

/// clap's own flag, which it can only describe in English.
#[derive(Debug, Args)]
pub(super) struct HelpFlag {
    /// Toon deze hulp
    #[arg(id = "help", short = 'h', long = "help", action = ArgAction::Help)]
    _help: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Render(RenderArguments),
    Check(CheckArguments),
    Due(DueArguments),
    Review(ReviewArguments),
    Init(InitArguments),
    New(NewArguments),
    Import(ImportArguments),
    Explain(ExplainArguments),
    Language(LanguageArguments),
    Pictograms(PictogramsArguments),
    Schema(SchemaArguments),
    Verify(VerifyArguments),
    Info(InfoArguments),
    Completions(CompletionsArguments),
    Man(ManArguments),
    Templates(TemplatesArguments),
    View(ViewArguments),
    Watch(WatchArguments),
    /// Maakt documenten voor een andere drieluik
    #[command(hide = true)]
    Worker,
}

/// Which day it is.
#[derive(Debug, Args)]
pub(super) struct DateOption {
    /// De dag waarop toestemming en termijnen gelden (JJJJ-MM-DD); anders vandaag
    #[arg(long, value_name = "DATUM")]
    pub(super) date: Option<jiff::civil::Date>,
}

/// How the outcome is shown.
#[derive(Debug, Args)]
pub(super) struct FormatOption {
    /// Hoe de uitkomst getoond wordt: human (zo ook zonder deze optie) of json
    #[arg(
        long,
        value_name = "VORM",
        default_value = "human",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) message_format: MessageFormat,
}

/// The words of `--message-format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum MessageFormat {
    Human,
    Json,
}

/// The Dutch words for documents, each with the word of the command.
const DOCUMENTS: &[(&str, &str)] = &[
    ("plan", "formal"),
    ("familie", "family"),
    ("makkelijk-lezen", "easy-read"),
    ("evaluatie", "evaluation"),
    ("makkelijk-lezen-evaluatie", "easy-evaluation"),
    ("gespreksplaten", "sheets"),
    ("uitleg", "explain"),
    ("vragen", "questions"),
];

/// Reads a word for a document, in English or Dutch, with a space after the comma or without.
#[derive(Clone)]
pub(super) struct Documents<T>(PhantomData<T>);

impl<T> Default for Documents<T> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<T: ValueEnum + Clone + Send + Sync + 'static> TypedValueParser for Documents<T> {
    type Value = T;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<T, clap::Error> {
        let word = value.to_string_lossy().trim().to_lowercase();
        let dutch = DOCUMENTS.iter().find(|(dutch, _)| *dutch == word);
        let word = dutch.map_or(word.as_str(), |(_, english)| english);
        EnumValueParser::<T>::new().parse_ref(command, argument, OsStr::new(word))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let values = T::value_variants().iter();
        Some(Box::new(values.filter_map(ValueEnum::to_possible_value)))
    }
}

/// Says in Dutch what is wrong with the arguments, or prints the help that was asked for.
pub(super) fn explain(error: &clap::Error) -> u8 {
    let kind = error.kind();
    if matches!(kind, ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        printer::data(error.render().to_string().trim_end());
        return DONE;
    }
    if kind == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        printer::talk(error.render().to_string().trim_end());
        return NOT_IN_ORDER;
    }
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let what = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let message = match kind {
        ErrorKind::UnknownArgument => format!("de optie {what} bestaat niet"),
        ErrorKind::InvalidSubcommand => {
            format!(
                "de opdracht {} bestaat niet",
                context(ContextKind::InvalidSubcommand)
            )
        }
        ErrorKind::InvalidValue if value.is_empty() && what.starts_with("--only") => {
            format!("bij {what} ontbreekt een woord; na een komma komt geen spatie: sheets,explain")
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("bij {what} ontbreekt de waarde"),
        ErrorKind::InvalidValue if what.starts_with("--only") => {
            let dutch: Vec<_> = DOCUMENTS.iter().map(|(dutch, _)| *dutch).collect();
            format!(
                "{what}: `{value}` kan niet; kies uit {}, of in het Nederlands: {}",
                context(ContextKind::ValidValue),
                dutch.join(", ")
            )
        }
        ErrorKind::InvalidValue => format!(
            "{what}: `{value}` kan niet; kies uit {}",
            context(ContextKind::ValidValue)
        ),
        ErrorKind::ValueValidation if what.starts_with("--date") => {
            format!(
                "{what}: `{value}` is geen bestaande dag; schrijf jaar-maand-dag, zoals 2026-11-22"
            )
        }
        ErrorKind::ValueValidation if what.starts_with("--within") => {
            format!("{what}: `{value}` kan niet; schrijf een aantal dagen, zoals 60d")
        }
        ErrorKind::ValueValidation if !what.contains('<') => {
            format!("{what}: `{value}` kan niet; schrijf 1 voor ja of 0 voor nee")
        }
        ErrorKind::ValueValidation if what.starts_with("--dpi") => {
            format!("{what}: `{value}` kan niet; schrijf een heel getal van 36 tot en met 600")
        }
        ErrorKind::ValueValidation if what.starts_with("--pages") => {
            format!("{what}: `{value}` kan niet; schrijf bladzijden vanaf 1, zoals 1,3-5")
        }
        ErrorKind::ValueValidation => {
            format!("{what}: `{value}` kan niet; schrijf een heel getal vanaf 1")
        }
        ErrorKind::MissingRequiredArgument => format!("er ontbreekt iets: {what}"),
        ErrorKind::ArgumentConflict => {
            format!("{what} staat er twee keer of past niet bij de rest")
        }
        _ => "deze opdracht klopt niet".to_owned(),
    };
    printer::talk(&format!("fout: {message}"));
    if let Some(variable) = variables::source(&what, &value) {
        printer::talk(&format!(
            "hint: dit komt uit de omgevingsvariabele {variable}"
        ));
    }
    let suggestion = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .map(context)
    .find(|text| !text.is_empty());
    if let Some(suggestion) = suggestion {
        printer::talk(&format!("hint: bedoel je {suggestion}?"));
    }
    printer::talk(
        "hint: drieluik --help toont alle opdrachten, en bijvoorbeeld drieluik render --help de opties",
    );
    NOT_IN_ORDER
}

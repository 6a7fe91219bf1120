//! `drieluik render`: makes the documents and says what became of each client.

mod report;
mod table;

use std::num::{NonZeroU32, NonZeroUsize};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};

use super::args::{DateOption, Documents, FormatOption, HelpFlag, TEMPLATE};
use super::place::{DataOption, OutOption};
use super::{DONE, INTERRUPTED, NOT_IN_ORDER, SOME_FAILED, failure, printer, today};
use crate::batch::{self, Dpi, Images, Means, Pages, RealDisk, Request, RunError};
use report::Report;
pub(super) use report::tell_document;

/// Seconds that a document may take, if nobody says otherwise.
pub(super) const SECONDS: NonZeroU32 = NonZeroU32::new(60).expect("it isn't zero");
/// MiB of memory that a document may take, if nobody says otherwise.
pub(super) const MIB_PER_DOCUMENT: NonZeroU32 = NonZeroU32::new(1024).expect("it isn't zero");

/// Set when the run must stop.
static STOP: AtomicBool = AtomicBool::new(false);

/// Maakt de documenten van alle cliënten, of van de genoemde.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik render [OPTIES] [CLIENT]...",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Afloop: 0 alles gemaakt, 1 een of meer cliënten mislukt, 2 de opdracht of de omgeving is niet in orde, 130 onderbroken."
)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own, and any may go with any other"
)]
pub(super) struct RenderArguments {
    /// Cliëntnummers; zonder nummers alle cliënten
    #[arg(value_name = "CLIENT", help_heading = "Cliënten")]
    clients: Vec<String>,
    #[command(flatten)]
    data: DataOption,
    #[command(flatten)]
    out: OutOption,
    /// Alleen deze documenten, met komma's ertussen: formal, family, easy-read, evaluation,
    /// easy-evaluation; en wat alleen op verzoek gemaakt wordt: sheets, explain, questions. Of in
    /// het Nederlands: plan, familie, makkelijk-lezen, evaluatie, makkelijk-lezen-evaluatie,
    /// gespreksplaten, uitleg, vragen
    #[arg(
        long,
        value_name = "SOORT",
        value_delimiter = ',',
        value_parser = Documents::<RenditionName>::default(),
        hide_possible_values = true
    )]
    only: Vec<RenditionName>,
    /// Alleen het familie-exemplaar van de persoon met dit nummer
    #[arg(long, value_name = "N")]
    relative: Option<u32>,
    /// Hoeveel documenten tegelijk; anders een per processorkern
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    date: DateOption,
    /// Lees en controleer alles, maar schrijf niets
    #[arg(long)]
    dry_run: bool,
    /// Maak ook het formele plan met de verplichte onderdelen in geel
    #[arg(long)]
    mark_mandatory: bool,
    /// Maak naast elk document plaatjes van de bladzijden: makkelijk-lezen-1.png en verder
    #[arg(long)]
    png: bool,
    #[command(flatten)]
    images: ImagesArguments,
    /// Maak alles opnieuw, ook wat niet veranderd is
    #[arg(long)]
    force: bool,
    /// Vertrouw niet op grootte en tijd van wat er al staat, maar lees het na
    #[arg(long)]
    verify: bool,
    /// Haal de documenten weg van cliënten die niet meer in de gegevens staan
    #[arg(long)]
    prune: bool,
    /// Hoeveel seconden één document mag kosten; anders 60
    #[arg(
        long,
        value_name = "SECONDEN",
        default_value_t = SECONDS,
        hide_default_value = true
    )]
    timeout: NonZeroU32,
    /// Hoeveel MiB geheugen het maken van één document mag kosten; anders 1024
    #[arg(
        long,
        value_name = "MIB",
        default_value_t = MIB_PER_DOCUMENT,
        hide_default_value = true
    )]
    memory: NonZeroU32,
    /// Schrijf in deze map waarvan elk document gemaakt is, om het zelf na te maken; hier staan de
    /// plannen in, dus bewaar de map niet langer dan nodig
    #[arg(long, value_name = "MAP")]
    keep_inputs: Option<PathBuf>,
    #[command(flatten)]
    format: FormatOption,
    #[command(flatten)]
    _help: HelpFlag,
}

/// Which pictures `--png` makes.
#[derive(Debug, Args)]
pub(super) struct ImagesArguments {
    /// Hoe fijn de plaatjes van --png zijn, in punten per inch, van 36 tot en met 600; anders 100
    #[arg(long, value_name = "N", requires = "png", value_parser = dpi)]
    dpi: Option<Dpi>,
    /// Van welke bladzijden --png plaatjes maakt, zoals 1,3-5; anders van alle
    #[arg(long, value_name = "BLADZIJDEN", requires = "png")]
    pages: Option<Pages>,
}

impl ImagesArguments {
    /// What they ask for.
    pub(super) fn images(self, png: bool) -> Option<Images> {
        png.then(|| Images {
            dpi: self.dpi.unwrap_or_default(),
            pages: self.pages.unwrap_or_default(),
        })
    }
}

/// Reads a number of dots.
fn dpi(text: &str) -> Result<Dpi, String> {
    let dots = text.parse().ok().and_then(Dpi::new);
    dots.ok_or_else(|| "van 36 tot en met 600".to_owned())
}

/// The words of `--only`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum RenditionName {
    Formal,
    Family,
    EasyRead,
    Evaluation,
    EasyEvaluation,
    Sheets,
    Explain,
    Questions,
}

/// Runs the command.
pub(super) fn run(arguments: RenderArguments) -> Result<u8> {
    let word = |name: &RenditionName| name.to_possible_value().map(|v| v.get_name().to_owned());
    let only_others =
        !arguments.only.is_empty() && !arguments.only.contains(&RenditionName::Family);
    if arguments.relative.is_some() && only_others {
        anyhow::bail!("--relative kiest een familie-exemplaar, maar --only noemt family niet");
    }
    let request = Request {
        data: arguments.data.folder(),
        out: arguments.out.folder(Some(&arguments.data)),
        clients: arguments.clients,
        only: arguments.only.iter().filter_map(word).collect(),
        relative: arguments.relative,
        jobs: arguments.jobs,
        timeout: Duration::from_secs(arguments.timeout.get().into()),
        memory: u64::from(arguments.memory.get()) * 1024 * 1024,
        today: today::today(arguments.date.date)?,
        dry_run: arguments.dry_run,
        force: arguments.force,
        verify: arguments.verify,
        prune: arguments.prune,
        mark_mandatory: arguments.mark_mandatory,
        images: arguments.images.images(arguments.png),
        keep_inputs: arguments.keep_inputs,
    };
    let means = Means {
        program: std::env::current_exe().context("drieluik vindt zichzelf niet terug")?,
        disk: &RealDisk,
        stop: &STOP,
        holder: format!("proces {}, sinds {}", std::process::id(), today::now()),
    };
    // Without it Ctrl-C still ends the run, and what it wrote is whole.
    let _as_usual = ctrlc::set_handler(stop);
    let report = Report::new(&request, arguments.format.message_format);
    match batch::render(&request, &means, &report) {
        Ok(summary) => {
            report.end(&summary);
            Ok(match (summary.interrupted, summary.succeeded()) {
                (true, _) => INTERRUPTED,
                (false, true) => DONE,
                (false, false) => SOME_FAILED,
            })
        }
        Err(error) => {
            report.clear();
            tell(&error);
            Ok(NOT_IN_ORDER)
        }
    }
}

/// The first Ctrl-C lets the run finish what it is making, the second ends it at once.
fn stop() {
    if STOP.swap(true, Ordering::Relaxed) {
        std::process::exit(INTERRUPTED.into());
    }
    printer::talk(
        "De documenten die nu gemaakt worden, komen nog af. Nog een keer Ctrl-C stopt meteen.",
    );
}

/// Says why the run could not begin or end, and the way out.
pub(super) fn tell(error: &RunError) {
    if let RunError::Office(error) = error {
        failure::tell(error);
        printer::talk("Er is niets gemaakt.");
        return;
    }
    printer::talk(&format!("fout: {error}"));
    let hint = match error {
        RunError::Output(_) => "kies met --out een map waarin geschreven mag worden",
        RunError::Busy(_) => "wacht tot die klaar is, of kies met --out een andere map",
        RunError::Worker(_) => {
            "mag het programma uitgevoerd worden, en staat het nog op dezelfde plaats?"
        }
        RunError::UnknownRelative(_) => "kijk in plan.toml naar nummer bij [[netwerk]]",
        RunError::NoManifest | RunError::Office(_) => return,
    };
    printer::talk(&format!("hint: {hint}"));
}

//! `drieluik due`: lists what falls due over all clients, soonest first.

use anyhow::Result;
use clap::Args;
use serde_json::json;

use super::args::{DateOption, FormatOption, HelpFlag, MessageFormat, TEMPLATE};
use super::check::finding_json;
use super::place::DataOption;
use super::{DONE, NOT_IN_ORDER, SOME_FAILED, failure, printer, today};
use crate::check::{self, DueLine, DueList, DueRequest};

/// The shape of the JSON lines; `docs/json.md` tells what changes it.
const VERSION: u32 = 1;

/// Toont welke termijnen verlopen zijn of binnenkort aflopen, de eerste het eerst.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik due [OPTIES] [CLIENT]...",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Afloop: 0 de lijst is volledig, 1 de bestanden van een of meer cliënten kunnen niet gelezen worden, 2 de opdracht of de omgeving is niet in orde."
)]
pub(super) struct DueArguments {
    /// Cliëntnummers; zonder nummers alle cliënten
    #[arg(value_name = "CLIENT", help_heading = "Cliënten")]
    clients: Vec<String>,
    #[command(flatten)]
    data: DataOption,
    #[command(flatten)]
    date: DateOption,
    /// Zo ver vooruit, in dagen: 60d; zo ook zonder deze optie. Wat te laat is, staat er altijd bij
    #[arg(
        long,
        value_name = "DAGEN",
        default_value = "60d",
        hide_default_value = true,
        value_parser = days
    )]
    within: u32,
    #[command(flatten)]
    format: FormatOption,
    #[command(flatten)]
    _help: HelpFlag,
}

/// Reads `60d`, `60` or `8w`.
fn days(text: &str) -> Result<u32, String> {
    let (number, times) = match text.strip_suffix('w') {
        Some(weeks) => (weeks, 7),
        None => (text.strip_suffix('d').unwrap_or(text), 1),
    };
    let days = number
        .parse::<u32>()
        .ok()
        .and_then(|n| n.checked_mul(times));
    days.filter(|days| *days <= 36_525)
        .ok_or_else(|| "geen aantal dagen".to_owned())
}

/// Runs the command.
pub(super) fn run(arguments: DueArguments) -> Result<u8> {
    let request = DueRequest {
        data: arguments.data.folder(),
        clients: arguments.clients,
        today: today::today(arguments.date.date)?,
        within: arguments.within,
    };
    let list = match check::due(&request) {
        Ok(list) => list,
        Err(error) => {
            failure::tell(&error);
            return Ok(NOT_IN_ORDER);
        }
    };
    match arguments.format.message_format {
        MessageFormat::Human => tell(&list, request.within),
        MessageFormat::Json => tell_json(&list),
    }
    for client in &list.unreadable {
        printer::talk(&format!(
            "{client}: de termijnen zijn niet bekend, want de bestanden kunnen niet gelezen worden"
        ));
    }
    let is_whole = list.unreadable.is_empty() && list.findings.is_empty();
    Ok(if is_whole { DONE } else { SOME_FAILED })
}

fn tell(list: &DueList, within: u32) {
    list.findings.iter().for_each(printer::finding);
    let width = |text: &dyn Fn(&DueLine) -> usize| list.lines.iter().map(text).max().unwrap_or(0);
    let client = width(&|line| line.client.as_str().chars().count());
    let what = width(&|line| line.what.chars().count());
    for line in &list.lines {
        printer::data(&format!(
            "{}  {:>17}  {:client$}  {:what$}  ({})",
            line.day,
            when(line.days),
            line.client.as_str(),
            line.what,
            line.source,
        ));
    }
    let overdue = overdue(list);
    printer::talk(&format!(
        "{} binnen {}, waarvan {overdue} te laat.",
        printer::plural(list.lines.len(), "termijn", "termijnen"),
        printer::plural(
            usize::try_from(within).unwrap_or(usize::MAX),
            "dag",
            "dagen"
        ),
    ));
}

/// `over 3 dagen`, `vandaag`, `3 dagen te laat`.
fn when(days: i32) -> String {
    let count = usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX);
    let count = printer::plural(count, "dag", "dagen");
    match days {
        0 => "vandaag".to_owned(),
        ..0 => format!("{count} te laat"),
        _ => format!("over {count}"),
    }
}

fn overdue(list: &DueList) -> usize {
    list.lines.iter().filter(|line| line.days < 0).count()
}

/// One line of JSON for each term and each unreadable client, then one for the run.
fn tell_json(list: &DueList) {
    for finding in &list.findings {
        printer::data(&finding_json(None, finding).to_string());
    }
    for line in &list.lines {
        let line = json!({
            "type": "due",
            "version": VERSION,
            "client": line.client.as_str(),
            "day": line.day.to_string(),
            "days": line.days,
            "id": line.id,
            "what": line.what,
            "source": line.source,
        });
        printer::data(&line.to_string());
    }
    for client in &list.unreadable {
        let line = json!({"type": "unreadable", "version": VERSION, "client": client.as_str()});
        printer::data(&line.to_string());
    }
    let line = json!({
        "type": "summary",
        "version": VERSION,
        "due": list.lines.len(),
        "overdue": overdue(list),
        "unreadable": list.unreadable.len(),
    });
    printer::data(&line.to_string());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_weeks_are_read() {
        assert_eq!(days("60d"), Ok(60));
        assert_eq!(days("14"), Ok(14));
        assert_eq!(days("8w"), Ok(56));
        for wrong in ["", "d", "-3d", "1.5d", "99999999d", "4000000000w", "soon"] {
            assert!(days(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_day_is_told_from_today() {
        assert_eq!(when(0), "vandaag");
        assert_eq!(when(1), "over 1 dag");
        assert_eq!(when(-12), "12 dagen te laat");
    }
}

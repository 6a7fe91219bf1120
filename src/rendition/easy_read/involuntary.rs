//! Involuntary care in plain words: what is done, until when, and that I may say what I think.

use minijinja::context;

use crate::phrase::PhraseError;
use crate::rendition::easy::{Booklet, Group, MOST_WORDS, short_sentences};

/// Adds the measures that have not ended yet.
pub(super) fn pages(booklet: &mut Booklet<'_>) -> Result<(), PhraseError> {
    let context = booklet.context;
    let measures = &context.dossier.plan.involuntary_care;
    let measures: Vec<_> = measures
        .iter()
        .filter(|care| !context.today.has_passed(care.end))
        .collect();
    if measures.is_empty() {
        return Ok(());
    }
    let lines = vec![
        booklet.told("zeg_nee", "nee")?,
        booklet.told("toch_hulp", "begeleider-helpt")?,
        booklet.told("alleen_gevaar", "veilig")?,
    ];
    let mut groups = vec![Group {
        heading: None,
        lines,
    }];
    for care in measures {
        let mut lines = Vec::new();
        match short_sentences(care.measure.as_str(), MOST_WORDS) {
            Some(sentences) => lines.extend(booklet.lines(sentences)),
            None => lines.push(booklet.told("maatregel_vragen", "vraag")?),
        }
        let begin = context! { begin => care.start.long() };
        lines.push(booklet.told_of("mag_vanaf", begin, Some("kalender"))?);
        let end = context! { einde => care.end.long() };
        lines.push(booklet.told_of("mag_tot", end, Some("kalender"))?);
        let name = care
            .responsible
            .as_str()
            .split(',')
            .next()
            .unwrap_or_default();
        lines.push(booklet.told_of("let_op", context! { naam => name }, None)?);
        if care.phase_out.is_some() {
            lines.push(booklet.told_of("andere_manier", (), None)?);
        }
        groups.push(booklet.group("kop_maatregel", lines)?);
    }
    let mut lines = vec![
        booklet.told("mag_zeggen", "praten")?,
        booklet.told("mag_klagen", "klacht")?,
    ];
    let complaints = context.provider.complaints.as_ref();
    if let Some(contact) = complaints.and_then(|complaints| complaints.confidant.as_ref()) {
        lines.push(booklet.told_of(
            "helpt_daarbij",
            context! { naam => contact.name.as_str() },
            Some("helpen"),
        )?);
        lines.push(booklet.contact("ik_bel", contact)?);
    }
    groups.push(booklet.group("kop_mijn_mening", lines)?);
    let title = booklet.word("onvrijwillig")?;
    booklet.section(&title, groups, Vec::new())
}

//! How every easy-read copy ends: what I may always say, and who made the pictures.

use minijinja::context;

use super::{Booklet, Group};
use crate::dossier::provider::Contact;
use crate::phrase::PhraseError;
use crate::rendition::PictureSource;
use crate::rendition::easy_view::Content;

impl Booklet<'_> {
    /// Adds what the client may always do: change, stop, ask for help, complain.
    pub(in crate::rendition) fn my_say(&mut self) -> Result<(), PhraseError> {
        let title = self.word("zeggen")?;
        let supporter = self.supporter()?;
        let told = self.say("zeg_het", context! { naam => &supporter })?;
        let mut groups = Vec::new();

        let lines = vec![
            self.told("mag_veranderen", "veranderen")?,
            self.told("mag_stoppen", "stoppen")?,
            self.line_about(told, &supporter, "praten"),
        ];
        groups.push(self.group("kop_plan", lines)?);

        let complaints = self.context.provider.complaints.as_ref();
        let mut lines = vec![
            self.told("mag_ondersteuner", "hulp vragen")?,
            self.told("ondersteuner_helpt", "praten")?,
            self.told_of("ondersteuner_gratis", (), None)?,
        ];
        if let Some(contact) = complaints.and_then(|complaints| complaints.supporter.as_ref()) {
            lines.push(self.contact("ik_bel", contact)?);
        }
        groups.push(self.group("kop_ondersteuner", lines)?);

        let mut lines = vec![self.told("ontevreden", "klacht")?];
        if let Some(complaints) = complaints {
            lines.push(self.told("klacht_functionaris", "praten")?);
            lines.push(self.told_of("functionaris_luistert", (), Some("klacht"))?);
            lines.push(self.contact("dat_is", &complaints.officer)?);
        } else {
            lines.push(self.told_of("klacht_vragen", context! { naam => supporter }, None)?);
        }
        groups.push(self.group("kop_klacht", lines)?);

        if let Some(contact) = complaints.and_then(|complaints| complaints.confidant.as_ref()) {
            let lines = vec![
                self.told("mag_vertrouwenspersoon", "praten")?,
                self.told("vertrouwenspersoon_helpt", "helpen")?,
                self.contact("dat_is", contact)?,
            ];
            groups.push(self.group("kop_vertrouwenspersoon", lines)?);
        }
        self.section(&title, groups, Vec::new())
    }

    /// How to reach somebody.
    pub(in crate::rendition) fn contact(
        &mut self,
        key: &str,
        contact: &Contact,
    ) -> Result<super::Line, PhraseError> {
        let phone = contact.phone.as_ref().map(|phone| whole(phone.as_str()));
        let email = contact.email.as_ref().map(ToString::to_string);
        let word = if phone.is_some() { "bellen" } else { "e-mail" };
        let variables = context! { naam => contact.name.as_str(), telefoon => phone, email };
        self.told_of(key, variables, Some(word))
    }

    /// Adds who read the text and who made the pictures on the pages so far, if there is anything to
    /// say of it.
    pub(in crate::rendition) fn credits(
        &mut self,
        reader: Option<String>,
    ) -> Result<(), PhraseError> {
        let mut pages = std::mem::take(&mut self.pages);
        let shown = pages
            .iter_mut()
            .flat_map(|page| &mut page.content)
            .flat_map(Content::pictures_mut)
            .map(|picture| self.pictures.source(picture));
        let credits = self.credit_lines(shown);
        self.pages = pages;
        let drawn = !credits.is_empty();
        let lines: Vec<String> = reader.into_iter().chain(credits).collect();
        if lines.is_empty() {
            return Ok(());
        }
        let title = self.word(if drawn { "over_plaatjes" } else { "over_tekst" })?;
        self.section(
            &title,
            Vec::<Group>::new(),
            vec![Content::Credits { lines }],
        )
    }

    /// Who made these pictures: a line for each set.
    pub(super) fn credit_lines<'p>(
        &self,
        shown: impl Iterator<Item = &'p PictureSource>,
    ) -> Vec<String> {
        let drawn = shown.filter_map(|source| match source {
            PictureSource::Pictogram { id, .. } => Some(id),
            PictureSource::Photo { .. } | PictureSource::Logo => None,
        });
        self.context.library.credits(drawn)
    }
}

/// A phone number that isn't broken over two lines.
pub(in crate::rendition) fn whole(phone: &str) -> String {
    phone.replace(' ', "\u{a0}")
}

//! `plan.toml`: the support plan of one client.

use std::collections::BTreeMap;

use deserr::Deserr;

use super::care::{InvoluntaryCare, OtherProvider, Recovery, Risk};
use super::code::{
    Contrast, Domain, Law, PicturePer, PicturePlace, PlanKind, Signatory, Status, Theme, Verdict,
};
use super::decode::Mistakes;
use super::goal::{Goal, Sentence};
use super::identifier::{FileName, Id};
use super::payer::{CareOffice, Decision, Insurer, Municipality, Product};
use super::person::{Client, FamilyInvolvement, Relative, Representative};
use super::schema::{JsonSchema, macro_rules_derive};
use super::value::{Date, Entries, Text, Time};

/// Everything in `plan.toml`.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Plan {
    /// What plan this is.
    #[deserr(rename = "plan")]
    pub about: About,
    /// Whose plan it is.
    pub client: Client,
    /// Who acts for the client.
    #[deserr(rename = "vertegenwoordigers", default)]
    pub representatives: Vec<Representative>,
    /// Who is around the client.
    #[deserr(rename = "netwerk", default)]
    pub network: Vec<Relative>,
    /// Whether the client wants them involved.
    #[deserr(rename = "familie", default)]
    pub family: Option<FamilyInvolvement>,
    /// Who of the provider supports the client.
    #[deserr(rename = "begeleiding", default)]
    pub support: Option<Support>,
    /// Municipality and local team (Wmo, Jeugdwet).
    #[deserr(rename = "gemeente", default)]
    pub municipality: Option<Municipality>,
    /// Decision of the municipality.
    #[deserr(rename = "beschikking", default)]
    pub decision: Option<Decision>,
    /// Care office (Wlz).
    #[deserr(rename = "zorgkantoor", default)]
    pub care_office: Option<CareOffice>,
    /// Health insurer (Zvw).
    #[deserr(rename = "zorgverzekeraar", default)]
    pub insurer: Option<Insurer>,
    /// What support was allotted.
    #[deserr(rename = "producten", default)]
    pub products: Vec<Product>,
    /// Who I am, by theme.
    #[deserr(rename = "wie_ben_ik", default)]
    pub who_am_i: Vec<Passage>,
    /// The picture that the plan starts from.
    #[deserr(rename = "beeldvorming", default)]
    pub picture: Option<Picture>,
    /// The goals, in the order of the plan.
    #[deserr(rename = "doelen", default)]
    pub goals: Vec<Goal>,
    /// The plan meeting.
    #[deserr(rename = "gesprek", default)]
    pub meeting: Option<Meeting>,
    /// Other providers.
    #[deserr(rename = "andere_aanbieders", default)]
    pub other_providers: Vec<OtherProvider>,
    /// Risks and what is done about them.
    #[deserr(rename = "risicos", default)]
    pub risks: Vec<Risk>,
    /// Involuntary care (Wzd).
    #[deserr(rename = "onvrijwillige_zorg", default)]
    pub involuntary_care: Vec<InvoluntaryCare>,
    /// The client's own recovery plan (WRAP).
    #[deserr(rename = "herstel", default)]
    pub recovery: Option<Recovery>,
    /// Agreements about the plan itself.
    #[deserr(rename = "afspraken", default)]
    pub agreements: Option<Agreements>,
    /// What relatives added.
    #[deserr(rename = "inbreng", default)]
    pub contributions: Vec<Contribution>,
    /// The client's view of the plan.
    #[deserr(rename = "zienswijze", default)]
    pub client_view: Option<ClientView>,
    /// Who signed, and how.
    #[deserr(rename = "ondertekening", default)]
    pub signatures: Vec<Signature>,
    /// How the easy-read copy looks for this person.
    #[deserr(rename = "makkelijk_lezen", default)]
    pub easy_read: Option<EasyReadSettings>,
    /// Text for the organisation's extra sections, by id.
    #[deserr(rename = "extra", default, from(Entries) = Entries::into_map)]
    pub extra: BTreeMap<String, Text>,
}

/// What plan this is, and its dates.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct About {
    /// Kind of plan.
    #[deserr(rename = "soort")]
    pub kind: PlanKind,
    /// Law it stands under.
    #[deserr(rename = "wet")]
    pub law: Law,
    /// Version, from 1.
    #[deserr(rename = "versie")]
    pub version: u32,
    /// Cycle of the support process, from 1.
    #[deserr(rename = "cyclus")]
    pub cycle: u32,
    /// Concept or agreed.
    pub status: Status,
    /// Day it was drawn up.
    #[deserr(rename = "opgesteld")]
    pub drawn_up: Date,
    /// Who drew it up.
    #[deserr(rename = "opgesteld_door", default)]
    pub drawn_up_by: Option<Text>,
    /// Day it was agreed.
    #[deserr(rename = "vastgesteld", default)]
    pub agreed: Option<Date>,
    /// First day.
    #[deserr(rename = "ingang", default)]
    pub start: Option<Date>,
    /// Last day.
    #[deserr(rename = "einde", default)]
    pub end: Option<Date>,
    /// Day of the evaluation.
    #[deserr(rename = "evaluatie", default)]
    pub evaluation: Option<Date>,
    /// Day that care started (Wlz).
    #[deserr(rename = "zorg_gestart", default)]
    pub care_started: Option<Date>,
    /// Day of the last evaluation that this cycle starts from.
    #[deserr(rename = "vorige_evaluatie", default)]
    pub previous_evaluation: Option<Date>,
}

/// Who of the provider supports the client.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Support {
    /// Full name.
    #[deserr(rename = "naam")]
    pub name: Text,
    /// First name, for the easy-read copy.
    #[deserr(rename = "roepnaam")]
    pub first_name: Text,
    /// Function.
    #[deserr(rename = "functie")]
    pub function: Text,
    /// Phone number.
    #[deserr(rename = "telefoon", default)]
    pub phone: Option<Text>,
    /// E-mail address.
    #[deserr(default)]
    pub email: Option<Text>,
    /// Portrait, in `fotos/`.
    #[deserr(rename = "foto", default)]
    pub photo: Option<FileName>,
    /// Other providers that work for this one.
    #[deserr(rename = "onderaannemers", default)]
    pub subcontractors: Vec<Text>,
}

/// Who I am, on one theme.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Passage {
    /// What consent opens it.
    #[deserr(rename = "thema")]
    pub theme: Theme,
    /// In the client's own words.
    #[deserr(rename = "eigen_woorden", default)]
    pub own_words: Option<Text>,
    /// What the supporter adds.
    #[deserr(rename = "tekst", default)]
    pub text: Option<Text>,
    /// In easy-read.
    #[deserr(rename = "makkelijk", default)]
    pub easy: Vec<Sentence>,
    /// A photo with it, in `fotos/`.
    #[deserr(rename = "foto", default)]
    pub photo: Option<FileName>,
    /// What the photo shows, for who can't see it.
    #[deserr(rename = "foto_toont", default)]
    pub photo_shows: Option<Text>,
}

/// The picture that the plan starts from.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Picture {
    /// Background in short.
    #[deserr(rename = "anamnese", default)]
    pub background: Option<Text>,
    /// Question for help.
    #[deserr(rename = "hulpvraag", default)]
    pub question: Option<Text>,
    /// Wishes, in the client's own words.
    #[deserr(rename = "wensen", default)]
    pub wishes: Vec<Text>,
    /// How things go, by domain.
    #[deserr(rename = "functioneren", default)]
    pub functioning: Vec<Functioning>,
    /// Talents and possibilities.
    #[deserr(rename = "talenten", default)]
    pub talents: Vec<Text>,
    /// What is hard.
    #[deserr(rename = "beperkingen", default)]
    pub limitations: Vec<Text>,
    /// How the client wants to be supported.
    #[deserr(rename = "hoe_ondersteunen", default)]
    pub support_style: Option<Text>,
    /// What support is needed, by theme.
    #[deserr(rename = "behoeften", default)]
    pub needs: Vec<Need>,
    /// Zorgleefplan: how do you want to live.
    #[deserr(rename = "hoe_wil_ik_leven", default)]
    pub how_to_live: Option<Text>,
    /// Zorgleefplan: what support does that take.
    #[deserr(rename = "welke_ondersteuning", default)]
    pub which_support: Option<Text>,
    /// Where professional support ends.
    #[deserr(rename = "grenzen", default)]
    pub limits: Option<Text>,
}

/// How things go in one domain.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Functioning {
    /// Domain.
    #[deserr(rename = "domein")]
    pub domain: Domain,
    /// How it goes.
    #[deserr(rename = "tekst")]
    pub text: Text,
}

/// What support is needed on one theme.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Need {
    /// What consent opens it.
    #[deserr(rename = "thema")]
    pub theme: Theme,
    /// Domain, where there is one.
    #[deserr(rename = "domein", default)]
    pub domain: Option<Domain>,
    /// What is needed.
    #[deserr(rename = "tekst")]
    pub text: Text,
}

/// The plan meeting.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Meeting {
    /// Day.
    #[deserr(rename = "datum")]
    pub date: Date,
    /// Clock.
    #[deserr(rename = "tijd", default)]
    pub time: Option<Time>,
    /// Where.
    #[deserr(rename = "plaats", default)]
    pub place: Option<Text>,
    /// Last day to send the family copy back.
    #[deserr(rename = "reactie_voor", default)]
    pub reply_before: Option<Date>,
    /// Who is there, and why.
    #[deserr(rename = "deelnemers", default)]
    pub participants: Vec<Participant>,
}

/// Somebody at the meeting.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Participant {
    /// First name, or full name.
    #[deserr(rename = "naam")]
    pub name: Text,
    /// `wijkconsulent`
    #[deserr(rename = "rol")]
    pub role: Text,
    /// Why this person is there, in an easy-read sentence.
    #[deserr(rename = "waarom")]
    pub reason: Sentence,
    /// Portrait, in `fotos/`.
    #[deserr(rename = "foto", default)]
    pub photo: Option<FileName>,
    /// Number, if it is a person of the network or a representative.
    #[deserr(rename = "nummer", default)]
    pub number: Option<u32>,
}

/// Agreements about the plan itself.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Agreements {
    /// How the plan is evaluated.
    #[deserr(rename = "evaluatie", default)]
    pub evaluation: Option<Text>,
    /// How the plan may change.
    #[deserr(rename = "wijziging", default)]
    pub change: Option<Text>,
    /// When an independent supporter was offered.
    #[deserr(rename = "clientondersteuner_aangeboden", default)]
    pub supporter_offered: Option<Date>,
    /// What the client said to it.
    #[deserr(rename = "clientondersteuner_antwoord", default)]
    pub supporter_answer: Option<Text>,
    /// When the client got a copy.
    #[deserr(rename = "kopie_gegeven", default)]
    pub copy_given: Option<Date>,
    /// When the client was told what own support costs.
    #[deserr(rename = "kosten_verteld", default)]
    pub costs_told: Option<Date>,
}

/// What a relative added, and what was done with it.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Contribution {
    /// Number of the person.
    #[deserr(rename = "nummer")]
    pub number: u32,
    /// When.
    #[deserr(rename = "datum")]
    pub date: Date,
    /// What it is about.
    #[deserr(rename = "thema")]
    pub theme: Theme,
    /// What the person said.
    #[deserr(rename = "tekst")]
    pub text: Text,
    /// What was done with it.
    #[deserr(rename = "gedaan", default)]
    pub done: Option<Text>,
}

/// The client's own view of the plan.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct ClientView {
    /// In the client's own words.
    #[deserr(rename = "tekst")]
    pub text: Text,
    /// When it was said.
    #[deserr(rename = "datum", default)]
    pub date: Option<Date>,
}

/// One signature.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Signature {
    /// In what capacity.
    #[deserr(rename = "wie")]
    pub signatory: Signatory,
    /// Name.
    #[deserr(rename = "naam")]
    pub name: Text,
    /// Number of the representative.
    #[deserr(rename = "nummer", default)]
    pub number: Option<u32>,
    /// What this person says of the plan; absent while it was not signed.
    #[deserr(rename = "keuze", default)]
    pub verdict: Option<Verdict>,
    /// When.
    #[deserr(rename = "datum", default)]
    pub date: Option<Date>,
    /// Why, or why it is missing.
    #[deserr(rename = "toelichting", default)]
    pub note: Option<Text>,
}

/// How the easy-read copy looks for this person; what is absent comes from the organisation.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Default, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct EasyReadSettings {
    /// Type size in points, 14 to 28.
    #[deserr(rename = "lettergrootte", default)]
    pub type_size: Option<u32>,
    /// Where the picture stands.
    #[deserr(rename = "beeld", default)]
    pub picture_place: Option<PicturePlace>,
    /// What a picture goes with: a sentence, or a word in it.
    #[deserr(rename = "beeld_per", default)]
    pub picture_per: Option<PicturePer>,
    /// The most sentences on a page.
    #[deserr(rename = "zinnen_per_blad", default)]
    pub sentences_per_page: Option<u32>,
    /// Colours.
    #[deserr(rename = "contrast", default)]
    pub contrast: Option<Contrast>,
    /// The pictogram sets, the first one first: `eigen`, or the folder of a pack.
    #[deserr(rename = "sets", default)]
    pub sets: Option<Vec<Id>>,
    /// Words that never get a picture.
    #[deserr(rename = "geen_beeld_bij", default)]
    pub never_picture: Vec<Text>,
    /// Own photos for words; one of the organisation's is for each client who has that photo.
    #[deserr(rename = "eigen_fotos", default)]
    pub own_photos: Vec<OwnPhoto>,
}

/// A photo that takes the place of a pictogram.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct OwnPhoto {
    /// The word or name that it shows.
    #[deserr(rename = "woord")]
    pub word: Text,
    /// Which of the meanings of the word, as another word for it: `bankstel` for `bank`.
    #[deserr(rename = "betekenis", default)]
    pub meaning: Option<Text>,
    /// The photo, in `fotos/`.
    #[deserr(rename = "foto")]
    pub photo: FileName,
}

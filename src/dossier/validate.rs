//! What the types can't say: the order of dates, references between keys, numbers within bounds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::code::{Law, PlanKind, RepresentativeKind, Status};
use super::evaluation::Evaluation;
use super::load::Dossier;
use super::plan::{EasyReadSettings, Plan};
use super::provider::Provider;
use super::source::{KeyPath, Source};
use super::value::{Date, FileName};
use crate::finding::Finding;

/// The categories of iWmo 3.2; municipalities may add to them.
const CATEGORIES: std::ops::RangeInclusive<u32> = 1..=18;

/// Checks a client's files together.
pub(super) fn dossier(
    dossier: &Dossier,
    provider: &Provider,
    photos: &BTreeSet<String>,
) -> Vec<Finding> {
    let source = |name: &str| dossier.sources.iter().find(|s| s.file.ends_with(name));
    let mut findings = Vec::new();
    if let Some(plan_source) = source("plan.toml") {
        let mut check = Check::on(plan_source);
        check.plan(&dossier.plan);
        check.people(&dossier.plan);
        check.references(dossier, provider);
        check.photos(&dossier.plan, photos);
        findings.extend(check.findings);
    }
    if let (Some(evaluation), Some(source)) = (&dossier.evaluation, source("evaluatie.toml")) {
        let mut check = Check::on(source);
        check.evaluation(evaluation, &dossier.plan, photos);
        findings.extend(check.findings);
    }
    if let Some(source) = source("rapportage.toml") {
        let mut check = Check::on(source);
        check.reports(dossier);
        findings.extend(check.findings);
    }
    findings
}

/// Checks `aanbieder.toml`.
pub(super) fn provider(provider: &Provider, source: &Source, root: &Path) -> Vec<Finding> {
    let mut check = Check::on(source);
    check.easy_read(&provider.easy_read, &KeyPath::root("makkelijk_lezen"));
    for word in provider.domain_labels.keys() {
        let known = super::code::Domain::ALL.iter().any(|d| d.word() == word);
        if !known {
            check.at(
                &KeyPath::root("domeinen").key(word),
                "onbekende-waarde",
                "dit domein bestaat niet",
                "kijk in de documentatie welke domeinen er zijn",
            );
        }
    }
    if let Some(logo) = &provider.style.logo
        && !root.join(logo.as_str()).is_file()
    {
        check.at(
            &KeyPath::root("huisstijl").key("logo"),
            "logo",
            "dit logo staat niet naast aanbieder.toml",
            "zet het SVG-bestand in de map waarin aanbieder.toml staat",
        );
    }
    let mut seen = BTreeSet::new();
    for (index, section) in provider.sections.iter().enumerate() {
        if !seen.insert(section.id.as_str()) {
            check.at(
                &KeyPath::root("onderdelen").index(index).key("id"),
                "dubbel",
                "dit id komt vaker voor",
                "geef elk onderdeel een eigen id",
            );
        }
    }
    check.findings
}

/// Findings about one file.
struct Check<'a> {
    source: &'a Source,
    findings: Vec<Finding>,
}

impl<'a> Check<'a> {
    fn on(source: &'a Source) -> Self {
        Self {
            source,
            findings: Vec::new(),
        }
    }

    fn at(&mut self, path: &KeyPath, code: &'static str, message: &str, hint: &str) {
        let finding = self.source.finding_at(code, path, message).with_hint(hint);
        self.findings.push(finding);
    }

    /// Two days must be in order, where both are known.
    fn order(
        &mut self,
        path: &KeyPath,
        earlier: (&str, Option<Date>),
        later: (&str, Option<Date>),
    ) {
        if let (Some(first), Some(last)) = (earlier.1, later.1)
            && first > last
        {
            self.at(
                path,
                "datumvolgorde",
                &format!("{} ligt na {}", earlier.0, later.0),
                "kijk beide datums na",
            );
        }
    }

    fn plan(&mut self, plan: &Plan) {
        let about = &plan.about;
        let at = |key: &str| KeyPath::root("plan").key(key);
        let start = ("ingang", about.start);
        let end = ("einde", about.end);
        self.order(
            &at("vastgesteld"),
            ("opgesteld", Some(about.drawn_up)),
            ("vastgesteld", about.agreed),
        );
        self.order(&at("einde"), start, end);
        self.order(&at("evaluatie"), start, ("evaluatie", about.evaluation));
        self.order(&at("evaluatie"), ("evaluatie", about.evaluation), end);
        self.order(
            &KeyPath::root("client").key("geboortedatum"),
            ("geboortedatum", Some(plan.client.born)),
            ("opgesteld", Some(about.drawn_up)),
        );
        if about.status == Status::Final && about.agreed.is_none() {
            self.at(
                &at("status"),
                "vastgesteld",
                "dit plan is vastgesteld, maar de datum ontbreekt",
                "voeg bij [plan] toe: vastgesteld = jaar-maand-dag",
            );
        }
        for (key, number) in [("versie", about.version), ("cyclus", about.cycle)] {
            if number == 0 {
                self.at(&at(key), "getal", "de telling begint bij 1", "schrijf 1 of meer");
            }
        }
        for (index, product) in plan.products.iter().enumerate() {
            let at = |key: &str| KeyPath::root("producten").index(index).key(key);
            self.order(
                &at("einde"),
                ("ingang", Some(product.start)),
                ("einde", product.end),
            );
            if product.code.as_str().chars().count() > 5 {
                self.at(
                    &at("code"),
                    "productcode",
                    "een productcode heeft hoogstens 5 tekens",
                    "neem de code over van de toewijzing",
                );
            }
            let category = product.category.as_str();
            let known = category.parse().is_ok_and(|number| CATEGORIES.contains(&number));
            if about.law == Law::Wmo && !known {
                let finding = self
                    .source
                    .finding_at("categorie", &at("categorie"), "deze categorie staat niet in iWmo 3.2")
                    .with_hint("gemeenten kunnen eigen codes hebben; klopt hij, dan hoeft er niets")
                    .as_warning();
                self.findings.push(finding);
            }
        }
        for (index, goal) in plan.goals.iter().enumerate() {
            let at = |key: &str| KeyPath::root("doelen").index(index).key(key);
            self.order(&at("einde"), ("start", goal.start), ("einde", goal.end));
            self.order(
                &at("evaluatie"),
                ("start", goal.start),
                ("evaluatie", goal.evaluation),
            );
            self.order(&at("start"), ("ingang van het plan", about.start), ("start", goal.start));
            self.order(&at("einde"), ("einde", goal.end), ("einde van het plan", about.end));
            if let Some(domain) = goal.domain
                && !about.kind.domains().contains(&domain)
            {
                self.at(
                    &at("domein"),
                    "domein",
                    "dit domein hoort niet bij deze soort plan",
                    &domain_hint(about.kind),
                );
            }
        }
        for (index, care) in plan.involuntary_care.iter().enumerate() {
            let at = |key: &str| KeyPath::root("onvrijwillige_zorg").index(index).key(key);
            self.order(&at("einde"), ("start", Some(care.start)), ("einde", Some(care.end)));
            let latest = care.start.civil().saturating_add(jiff::Span::new().months(3));
            if care.end.civil() > latest {
                self.at(
                    &at("einde"),
                    "wzd",
                    "onvrijwillige zorg duurt hoogstens 3 maanden (Wzd)",
                    "kort de termijn in; verlengen kan na een evaluatie",
                );
            }
        }
        if let Some(meeting) = &plan.meeting {
            self.order(
                &KeyPath::root("gesprek").key("reactie_voor"),
                ("reactie_voor", meeting.reply_before),
                ("datum van het gesprek", Some(meeting.date)),
            );
        }
        if let Some(decision) = &plan.decision {
            self.order(
                &KeyPath::root("beschikking").key("einde"),
                ("ingang", decision.start),
                ("einde", decision.end),
            );
        }
        if let Some(settings) = &plan.easy_read {
            self.easy_read(settings, &KeyPath::root("makkelijk_lezen"));
        }
        self.fitting_law(plan);
    }

    /// A plan names the payer of its own law.
    fn fitting_law(&mut self, plan: &Plan) {
        let law = plan.about.law;
        let rows = [
            ("gemeente", plan.municipality.is_some(), matches!(law, Law::Wmo | Law::Youth)),
            ("beschikking", plan.decision.is_some(), matches!(law, Law::Wmo | Law::Youth)),
            ("zorgkantoor", plan.care_office.is_some(), law == Law::Wlz),
            ("zorgverzekeraar", plan.insurer.is_some(), law == Law::Zvw),
        ];
        for (key, present, fitting) in rows {
            if present && !fitting {
                self.at(
                    &KeyPath::root(key),
                    "wet",
                    &format!("[{key}] hoort niet bij een plan onder de {}", law.label()),
                    "haal dit deel weg of kies bij [plan] een andere wet",
                );
            }
        }
    }

    fn easy_read(&mut self, settings: &EasyReadSettings, path: &KeyPath) {
        if settings.type_size.is_some_and(|size| !(14..=28).contains(&size)) {
            self.at(
                &path.clone().key("lettergrootte"),
                "lettergrootte",
                "de lettergrootte ligt tussen 14 en 28 punten",
                "kies bijvoorbeeld 18",
            );
        }
        if settings.sentences_per_page.is_some_and(|count| !(1..=12).contains(&count)) {
            self.at(
                &path.clone().key("zinnen_per_blad"),
                "zinnen-per-blad",
                "op een blad staan 1 tot 12 zinnen",
                "kies bijvoorbeeld 5",
            );
        }
    }

    fn people(&mut self, plan: &Plan) {
        let mut names: BTreeMap<u32, String> = BTreeMap::new();
        for (index, relative) in plan.network.iter().enumerate() {
            let path = KeyPath::root("netwerk").index(index);
            if names.insert(relative.number, relative.name.to_string()).is_some() {
                self.at(
                    &path.clone().key("nummer"),
                    "dubbel",
                    "dit nummer heeft al iemand anders",
                    "geef ieder een eigen nummer, en gebruik een oud nummer nooit opnieuw",
                );
            }
            for (number, consent) in relative.consents.iter().enumerate() {
                self.order(
                    &path.clone().key("toestemming").index(number).key("ingetrokken"),
                    ("gegeven", consent.given),
                    ("ingetrokken", consent.withdrawn),
                );
            }
        }
        let mut representatives = BTreeSet::new();
        for (index, person) in plan.representatives.iter().enumerate() {
            let path = KeyPath::root("vertegenwoordigers").index(index);
            if !representatives.insert(person.number) {
                self.at(
                    &path.clone().key("nummer"),
                    "dubbel",
                    "dit nummer heeft al iemand anders",
                    "geef ieder een eigen nummer, en gebruik een oud nummer nooit opnieuw",
                );
            }
            if names.get(&person.number).is_some_and(|name| name != person.name.as_str()) {
                self.at(
                    &path.clone().key("nummer"),
                    "dubbel",
                    "dit nummer heeft in het netwerk iemand met een andere naam",
                    "hetzelfde nummer betekent dezelfde persoon",
                );
            }
            let authorised = person.kind == RepresentativeKind::Authorised;
            if !authorised && !person.authorised_themes.is_empty() {
                self.at(
                    &path.key("machtiging_themas"),
                    "machtiging",
                    "alleen een schriftelijk gemachtigde heeft machtiging_themas",
                    "haal de sleutel weg of kies soort = \"gemachtigde\"",
                );
            }
        }
    }

    fn references(&mut self, dossier: &Dossier, provider: &Provider) {
        let plan = &dossier.plan;
        let network: BTreeSet<_> = plan.network.iter().map(|r| r.number).collect();
        let mut people = network.clone();
        people.extend(plan.representatives.iter().map(|r| r.number));
        let codes: BTreeSet<_> = plan.products.iter().map(|p| p.code.as_str()).collect();
        let care_goals: BTreeSet<_> = dossier
            .care_plan
            .iter()
            .flat_map(|care_plan| &care_plan.goals)
            .map(|goal| goal.id.as_str())
            .collect();
        let mut ids = BTreeSet::new();
        for (index, goal) in plan.goals.iter().enumerate() {
            let path = KeyPath::root("doelen").index(index);
            if !ids.insert(goal.id.as_str()) {
                self.at(
                    &path.clone().key("id"),
                    "dubbel",
                    "dit id heeft al een ander doel",
                    "geef elk doel een eigen id, dat hetzelfde blijft in volgende versies",
                );
            }
            if goal.care_plan_goal.as_ref().is_some_and(|id| !care_goals.contains(id.as_str())) {
                self.at(
                    &path.clone().key("plan_van_aanpak"),
                    "verwijzing",
                    "dit doel staat niet in plan-van-aanpak.toml",
                    "neem het id van het doel in plan-van-aanpak.toml over",
                );
            }
            if goal.product.as_ref().is_some_and(|code| !codes.contains(code.as_str())) {
                self.at(
                    &path.clone().key("product"),
                    "verwijzing",
                    "deze code staat niet bij de producten",
                    "neem de code over uit [[producten]]",
                );
            }
            for (number, task) in goal.by_network.iter().enumerate() {
                let path = path.clone().key("netwerk").index(number).key("nummer");
                self.person(&path, task.number, &network);
            }
        }
        for (index, contribution) in plan.contributions.iter().enumerate() {
            let path = KeyPath::root("inbreng").index(index).key("nummer");
            self.person(&path, contribution.number, &people);
        }
        let participants = plan.meeting.iter().flat_map(|m| &m.participants).enumerate();
        for (index, participant) in participants {
            if let Some(number) = participant.number {
                let path = KeyPath::root("gesprek").key("deelnemers").index(index).key("nummer");
                self.person(&path, number, &people);
            }
        }
        for (index, signature) in plan.signatures.iter().enumerate() {
            if let Some(number) = signature.number {
                let path = KeyPath::root("ondertekening").index(index).key("nummer");
                self.person(&path, number, &people);
            }
        }
        for id in plan.extra.keys() {
            if !provider.sections.iter().any(|section| section.id.as_str() == id) {
                self.at(
                    &KeyPath::root("extra").key(id),
                    "verwijzing",
                    "dit onderdeel staat niet in aanbieder.toml",
                    "neem het id over uit [[onderdelen]]",
                );
            }
        }
    }

    fn person(&mut self, path: &KeyPath, number: u32, known: &BTreeSet<u32>) {
        if !known.contains(&number) {
            self.at(
                path,
                "verwijzing",
                "niemand heeft dit nummer",
                "neem het nummer over uit [[netwerk]] of [[vertegenwoordigers]]",
            );
        }
    }

    fn photos(&mut self, plan: &Plan, photos: &BTreeSet<String>) {
        let client = plan.client.photo.iter().map(|p| (p, KeyPath::root("client").key("foto")));
        let support = plan
            .support
            .iter()
            .filter_map(|s| s.photo.as_ref())
            .map(|p| (p, KeyPath::root("begeleiding").key("foto")));
        let network = plan.network.iter().enumerate().filter_map(|(index, person)| {
            let path = KeyPath::root("netwerk").index(index).key("foto");
            person.photo.as_ref().map(|p| (p, path))
        });
        let passages = plan.who_am_i.iter().enumerate().filter_map(|(index, passage)| {
            let path = KeyPath::root("wie_ben_ik").index(index).key("foto");
            passage.photo.as_ref().map(|p| (p, path))
        });
        let participants = plan
            .meeting
            .iter()
            .flat_map(|m| m.participants.iter().enumerate())
            .filter_map(|(index, person)| {
                let path = KeyPath::root("gesprek").key("deelnemers").index(index).key("foto");
                person.photo.as_ref().map(|p| (p, path))
            });
        let own = plan
            .easy_read
            .iter()
            .flat_map(|settings| settings.own_photos.iter().enumerate())
            .map(|(index, own)| {
                let path =
                    KeyPath::root("makkelijk_lezen").key("eigen_fotos").index(index).key("foto");
                (&own.photo, path)
            });
        let all: Vec<_> = client
            .chain(support)
            .chain(network)
            .chain(passages)
            .chain(participants)
            .chain(own)
            .collect();
        for (photo, path) in all {
            self.photo(photo, &path, photos);
        }
    }

    fn photo(&mut self, photo: &FileName, path: &KeyPath, photos: &BTreeSet<String>) {
        if !photos.contains(photo.as_str()) {
            self.at(
                path,
                "foto",
                "deze foto staat niet in de map fotos van de cliënt",
                "zet het bestand in fotos, of verander de naam",
            );
        }
    }

    fn evaluation(&mut self, evaluation: &Evaluation, plan: &Plan, photos: &BTreeSet<String>) {
        self.order(
            &KeyPath::root("periode_tot"),
            ("periode_van", Some(evaluation.from)),
            ("periode_tot", Some(evaluation.until)),
        );
        for (index, outcome) in evaluation.goals.iter().enumerate() {
            let path = KeyPath::root("doelen").index(index).key("doel");
            self.goal_exists(&path, outcome.goal.as_str(), plan);
        }
        for (index, score) in evaluation.quality_of_life.iter().enumerate() {
            let path = KeyPath::root("kwaliteit_van_bestaan").index(index);
            for (key, number) in [("nu", Some(score.now)), ("vorige", score.before)] {
                if number.is_some_and(|number| !(1..=5).contains(&number)) {
                    self.at(
                        &path.clone().key(key),
                        "cijfer",
                        "een cijfer voor kwaliteit van bestaan is 1 tot 5",
                        "schrijf 1, 2, 3, 4 of 5",
                    );
                }
            }
            if !plan.about.kind.domains().contains(&score.domain) {
                self.at(
                    &path.key("domein"),
                    "domein",
                    "dit domein hoort niet bij deze soort plan",
                    &domain_hint(plan.about.kind),
                );
            }
        }
        for (index, person) in evaluation.present.iter().enumerate() {
            if let Some(photo) = &person.photo {
                let path = KeyPath::root("aanwezigen").index(index).key("foto");
                self.photo(photo, &path, photos);
            }
        }
    }

    fn reports(&mut self, dossier: &Dossier) {
        let mut previous: Option<Date> = None;
        for (index, report) in dossier.reports.reports.iter().enumerate() {
            let path = KeyPath::root("rapporten").index(index);
            if let Some(goal) = &report.goal {
                self.goal_exists(&path.clone().key("doel"), goal.as_str(), &dossier.plan);
            }
            self.order(
                &path.key("datum"),
                ("het vorige rapport", previous),
                ("dit rapport", Some(report.date)),
            );
            previous = Some(report.date);
        }
    }

    fn goal_exists(&mut self, path: &KeyPath, id: &str, plan: &Plan) {
        if !plan.goals.iter().any(|goal| goal.id.as_str() == id) {
            self.at(
                path,
                "verwijzing",
                "dit doel staat niet in plan.toml",
                "neem het id van het doel over uit plan.toml",
            );
        }
    }
}

fn domain_hint(kind: PlanKind) -> String {
    let words: Vec<_> = kind.domains().iter().map(|domain| domain.word()).collect();
    format!("kies uit: {}", words.join(", "))
}

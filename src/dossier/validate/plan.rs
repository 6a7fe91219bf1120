//! The plan itself: its dates, products, goals and settings.

use super::{CATEGORIES, Check, PRODUCT_CODE, SENTENCES_PER_PAGE, TYPE_SIZES};
use crate::dossier::code::{Law, Status};
use crate::dossier::plan::{EasyReadSettings, Plan};
use crate::dossier::source::KeyPath;

impl Check<'_> {
    pub(super) fn plan(&mut self, plan: &Plan) {
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
        if has_term(plan) {
            self.order(&at("evaluatie"), start, ("evaluatie", about.evaluation));
            self.order(&at("evaluatie"), ("evaluatie", about.evaluation), end);
        }
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
            self.counts_from_one(&at(key), number);
        }
        self.products(plan);
        self.goals(plan);
        self.picture(plan);
        self.involuntary_care(plan);
        self.appointments(plan);
        if let Some(settings) = &plan.easy_read {
            self.easy_read(settings, &KeyPath::root("makkelijk_lezen"));
        }
        self.fitting_law(plan);
    }

    fn products(&mut self, plan: &Plan) {
        for (index, product) in plan.products.iter().enumerate() {
            let at = |key: &str| KeyPath::root("producten").index(index).key(key);
            self.order(
                &at("einde"),
                ("ingang", Some(product.start)),
                ("einde", product.end),
            );
            if product.code.as_str().chars().count() > PRODUCT_CODE {
                self.at(
                    &at("code"),
                    "productcode",
                    "een productcode heeft hoogstens 5 tekens",
                    "neem de code over van de toewijzing",
                );
            }
            let category = product.category.as_str();
            let has_two_digits =
                category.len() == 2 && category.bytes().all(|byte| byte.is_ascii_digit());
            let known = has_two_digits
                && category
                    .parse()
                    .is_ok_and(|number| CATEGORIES.contains(&number));
            if plan.about.law == Law::Wmo && !known {
                let finding = self
                    .source
                    .finding_at(
                        "categorie",
                        &at("categorie"),
                        "deze categorie staat niet in iWmo 3.2",
                    )
                    .with_hint("gemeenten kunnen eigen codes hebben; klopt hij, dan hoeft er niets")
                    .as_warning();
                self.findings.push(finding);
            }
        }
    }

    fn goals(&mut self, plan: &Plan) {
        let about = &plan.about;
        for (index, goal) in plan.goals.iter().enumerate() {
            let at = |key: &str| KeyPath::root("doelen").index(index).key(key);
            self.order(&at("einde"), ("start", goal.start), ("einde", goal.end));
            self.order(
                &at("evaluatie"),
                ("start", goal.start),
                ("evaluatie", goal.evaluation),
            );
            if has_term(plan) {
                self.order(
                    &at("start"),
                    ("ingang van het plan", about.start),
                    ("start", goal.start),
                );
                self.order(
                    &at("einde"),
                    ("einde", goal.end),
                    ("einde van het plan", about.end),
                );
            }
            if let Some(domain) = goal.domain {
                self.domain(&at("domein"), domain, about.kind);
            }
        }
    }

    /// The domains in the picture that the plan starts from.
    fn picture(&mut self, plan: &Plan) {
        let Some(picture) = &plan.picture else { return };
        let functioning = picture.functioning.iter().map(|item| Some(item.domain));
        let needs = picture.needs.iter().map(|item| item.domain);
        let domains = (functioning.enumerate().map(|found| ("functioneren", found)))
            .chain(needs.enumerate().map(|found| ("behoeften", found)));
        for (key, (index, domain)) in domains {
            if let Some(domain) = domain {
                let path = KeyPath::root("beeldvorming").key(key).index(index);
                self.domain(&path.key("domein"), domain, plan.about.kind);
            }
        }
    }

    /// How long a measure may last is a rule, `wzd-te-lang`, with its terms in the format.
    fn involuntary_care(&mut self, plan: &Plan) {
        for (index, care) in plan.involuntary_care.iter().enumerate() {
            let at = |key: &str| KeyPath::root("onvrijwillige_zorg").index(index).key(key);
            self.order(
                &at("einde"),
                ("start", Some(care.start)),
                ("einde", Some(care.end)),
            );
        }
    }

    /// The meeting, and the decision.
    fn appointments(&mut self, plan: &Plan) {
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
    }

    /// A plan names the payer of its own law.
    fn fitting_law(&mut self, plan: &Plan) {
        let law = plan.about.law;
        let rows = [
            (
                "gemeente",
                plan.municipality.is_some(),
                matches!(law, Law::Wmo | Law::Youth),
            ),
            (
                "beschikking",
                plan.decision.is_some(),
                matches!(law, Law::Wmo | Law::Youth),
            ),
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

    pub(super) fn easy_read(&mut self, settings: &EasyReadSettings, path: &KeyPath) {
        if settings
            .type_size
            .is_some_and(|size| !TYPE_SIZES.contains(&size))
        {
            self.at(
                &path.clone().key("lettergrootte"),
                "lettergrootte",
                "de lettergrootte ligt tussen 14 en 28 punten",
                "kies bijvoorbeeld 18",
            );
        }
        if settings
            .sentences_per_page
            .is_some_and(|count| !SENTENCES_PER_PAGE.contains(&count))
        {
            self.at(
                &path.clone().key("zinnen_per_blad"),
                "zinnen-per-blad",
                "op een blad staan 1 tot 12 zinnen",
                "kies bijvoorbeeld 5",
            );
        }
    }
}

/// Whether the plan's own term is one that other dates can be held against: when it ends before it
/// begins, one of both is wrong, and nobody knows which.
fn has_term(plan: &Plan) -> bool {
    match (plan.about.start, plan.about.end) {
        (Some(start), Some(end)) => start <= end,
        _ => true,
    }
}

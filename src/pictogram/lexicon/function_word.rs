//! Words that hold a sentence together: what they tell of their neighbours.

/// What a word may be in a sentence. Many are several things: `haar` is hers and her.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Role(u16);

impl Role {
    /// A noun follows, or an adjective and then a noun: `de`, `mijn`, `geen`.
    pub(super) const DETERMINER: Self = Self(1);
    /// The same, but it may be something else: `het`, `haar`, `die`.
    pub(super) const MAYBE_DETERMINER: Self = Self(1 << 1);
    /// It can be the subject: `ik`.
    pub(super) const SUBJECT: Self = Self(1 << 2);
    /// It can be the object: `mij`.
    pub(super) const OBJECT: Self = Self(1 << 3);
    /// `in`, `met`
    pub(super) const PREPOSITION: Self = Self(1 << 4);
    /// It takes an infinitive: `wil`.
    pub(super) const MODAL: Self = Self(1 << 5);
    /// `ben`, `heb`, `word`
    pub(super) const AUXILIARY: Self = Self(1 << 6);
    /// It opens a clause with its verb at the end: `als`.
    pub(super) const SUBORDINATOR: Self = Self(1 << 7);
    /// `en`, `maar`
    pub(super) const COORDINATOR: Self = Self(1 << 8);
    /// `niet`, `geen`
    pub(super) const DENIAL: Self = Self(1 << 9);
    /// It says how much an adjective is so: `heel`.
    pub(super) const DEGREE: Self = Self(1 << 10);
    /// It says how, when or whether: `vaak`.
    pub(super) const ADVERB: Self = Self(1 << 11);
    /// `wie`, `waar`
    pub(super) const QUESTION: Self = Self(1 << 12);
    /// `twee`
    pub(super) const NUMBER: Self = Self(1 << 13);
    /// A form of `zijn`, `worden`, `voelen`: what follows says how somebody is.
    pub(super) const COPULA: Self = Self(1 << 14);

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it may be this, or any of these.
    pub(super) fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it may be nothing of all this.
    pub(super) fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Whether it is a finite verb that other verbs lean on.
    pub(super) fn is_helper(self) -> bool {
        self.is(Self::MODAL.and(Self::AUXILIARY))
    }
}

/// What a lower-case word may be.
#[rustfmt::skip]
pub(super) fn role(word: &str) -> Role {
    match word {
        "de" | "een" | "'n" | "n" | "mijn" | "m'n" | "jouw" | "uw" | "onze" | "elke" | "elk" | "iedere" | "welke" | "z'n"
        | "d'r" | "sommige" | "enkele" | "beide" | "zulke" | "zo'n" | "deze" | "diens" => Role::DETERMINER,
        "geen" => Role::DETERMINER.and(Role::DENIAL),
        "het" | "'t" | "die" | "dit" | "je" | "jullie" => Role::MAYBE_DETERMINER.and(Role::SUBJECT).and(Role::OBJECT),
        "dat" => Role::MAYBE_DETERMINER.and(Role::SUBJECT).and(Role::OBJECT).and(Role::SUBORDINATOR),
        "zijn" => Role::MAYBE_DETERMINER.and(Role::AUXILIARY).and(Role::COPULA),
        "haar" | "ons" | "hun" => Role::MAYBE_DETERMINER.and(Role::OBJECT),
        "alle" | "veel" | "weinig" | "meer" | "minder" | "genoeg" | "ieder" | "wat" | "al" | "allerlei" | "verschillende"
        | "andere" | "eigen" => Role::MAYBE_DETERMINER.and(Role::ADVERB),
        "ik" | "jij" | "hij" | "zij" | "ze" | "wij" | "we" | "men" | "iemand" | "iedereen" | "ikzelf" | "'k" => Role::SUBJECT,
        "u" => Role::SUBJECT.and(Role::OBJECT),
        "niemand" => Role::SUBJECT.and(Role::OBJECT).and(Role::DENIAL),
        "mij" | "me" | "jou" | "hem" | "hen" | "elkaar" | "zich" | "mezelf" | "mijzelf" | "jezelf" | "zichzelf" | "onszelf"
        | "iets" | "alles" | "m" | "'m" => Role::OBJECT,
        "niks" | "niets" => Role::OBJECT.and(Role::SUBJECT).and(Role::DENIAL),
        "in" | "op" | "aan" | "met" | "naar" | "bij" | "van" | "voor" | "uit" | "over" | "onder" | "door" | "tegen" | "tot"
        | "tijdens" | "na" | "per" | "tussen" | "naast" | "achter" | "langs" | "rond" | "sinds" | "vanaf" | "via"
        | "binnen" | "buiten" | "boven" | "beneden" | "om" | "te" | "rondom" | "ondanks" | "volgens" | "vanuit"
        | "zoals" | "behalve" | "ter" | "ten" | "tegenover" | "wegens" => Role::PREPOSITION,
        "zonder" => Role::PREPOSITION.and(Role::DENIAL),
        "wil" | "wilt" | "willen" | "wilde" | "wilden" | "wou" | "kan" | "kunt" | "kun" | "kunnen" | "kon" | "konden" | "mag"
        | "mogen" | "mocht" | "mochten" | "moet" | "moeten" | "moest" | "moesten" | "zal" | "zult" | "zul" | "zullen" | "zou"
        | "zouden" | "hoef" | "hoeft" | "hoeven" | "hoefde" | "ga" | "gaat" | "gaan" | "ging" | "gingen" | "laat" | "laten"
        | "liet" | "leer" | "leert" | "leren" | "durf" | "durft" | "durven" | "probeer" | "probeert" | "blijf" | "blijft"
        | "kom" | "komt" | "komen" | "help" | "helpt" | "helpen" => Role::MODAL,
        "ben" | "bent" | "is" | "was" | "waren" | "word" | "wordt" | "worden" | "werd" | "werden" | "geweest" | "geworden"
            => Role::AUXILIARY.and(Role::COPULA),
        "heb" | "hebt" | "heeft" | "hebben" | "had" | "hadden" => Role::AUXILIARY,
        "voel" | "voelt" | "voelen" | "voelde" | "voelden" | "lijk" | "lijkt" | "vind" | "vindt" | "vinden" | "vond"
        | "ruik" | "ruikt" | "smaakt" | "maakt" | "maken" | "raak" | "raakt" => Role::COPULA,
        "als" | "omdat" | "doordat" | "zodat" | "terwijl" | "toen" | "voordat" | "nadat" | "totdat" | "hoewel"
        | "zodra" | "zolang" | "tenzij" | "indien" | "opdat" => Role::SUBORDINATOR,
        "of" => Role::SUBORDINATOR.and(Role::COORDINATOR),
        "wanneer" | "hoe" | "waarom" | "waar" | "wie" | "waarmee" | "waarvoor" | "hoeveel" | "waarheen" | "waarover"
        | "waarvan" | "waarin" | "waarbij" | "waaraan" | "waarop" => Role::QUESTION,
        "en" | "maar" | "want" | "dus" => Role::COORDINATOR,
        "niet" | "nooit" | "nergens" | "noch" | "nee" => Role::DENIAL,
        "heel" | "erg" | "zo" | "best" | "vrij" | "nogal" | "behoorlijk" | "echt" | "veels" | "hartstikke"
        | "enorm" | "zeer" => Role::DEGREE.and(Role::ADVERB),
        "ook" | "nu" | "vaak" | "soms" | "altijd" | "graag" | "wel" | "nog" | "zelf" | "samen" | "weer" | "dan" | "daar"
        | "hier" | "er" | "toch" | "eerst" | "daarna" | "eens" | "even" | "meestal" | "misschien" | "alleen" | "pas"
        | "straks" | "morgen" | "gisteren" | "vandaag" | "snel" | "goed" | "later" | "net" | "mee" | "thuis" | "bijna"
        | "daarom" | "daarmee" | "ermee" | "erbij" | "eraan" | "erover" | "ervoor" | "daarvoor" | "daarover" | "bijvoorbeeld"
        | "vooral" | "telkens" | "steeds" | "ongeveer" | "zeker" | "gewoon" | "juist" | "opnieuw" | "verder"
        | "beter" | "liever" | "regelmatig" | "eindelijk" | "inmiddels" | "eigenlijk" | "anders" | "helemaal" | "zelfs"
        | "weg" | "terug" | "overal" | "ergens" | "vanavond" | "vanmiddag" | "vanochtend" | "los" | "af" | "toe" | "zomaar"
        | "bovendien" | "ineens" | "opeens" | "hard" | "lang" | "vroeger" | "overdag" | "zelden" => Role::ADVERB,
        "twee" | "drie" | "vier" | "vijf" | "zes" | "zeven" | "acht" | "negen" | "tien" | "elf" | "twaalf" | "één" | "half"
        | "halve" | "twintig" | "dertig" | "vijftig" | "honderd" | "paar" | "aantal" => Role::NUMBER,
        _ if word.starts_with(|c: char| c.is_ascii_digit()) => Role::NUMBER,
        _ => Role::default(),
    }
}

/// Verbs that a subject is asked for by, in the forms that stand beside `ik`, `je` and `we`.
pub(super) fn is_pronoun_subject(word: &str) -> bool {
    matches!(
        word,
        "ik" | "jij"
            | "je"
            | "u"
            | "hij"
            | "zij"
            | "ze"
            | "wij"
            | "we"
            | "jullie"
            | "iemand"
            | "iedereen"
            | "niemand"
            | "'k"
    )
}

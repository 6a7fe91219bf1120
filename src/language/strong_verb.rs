//! Verbs that change their vowel: their past tense and participle, also behind a prefix.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::prefix::FIXED;

/// Infinitive, past tense of one and of more, and participle. `-` where there is none.
const TABLE: &str = "
bakken - - gebakken
bannen - - gebannen
barsten - - gebarsten
bederven bedierf bedierven bedorven
bedriegen bedroog bedrogen bedrogen
beginnen begon begonnen begonnen
bergen borg borgen geborgen
bewegen bewoog bewogen bewogen
bidden bad baden gebeden
bieden bood boden geboden
bijten beet beten gebeten
binden bond bonden gebonden
blazen blies bliezen geblazen
blijken bleek bleken gebleken
blijven bleef bleven gebleven
breken brak braken gebroken
brengen bracht brachten gebracht
buigen boog bogen gebogen
denken dacht dachten gedacht
doen deed deden gedaan
dragen droeg droegen gedragen
drijven dreef dreven gedreven
dringen drong drongen gedrongen
drinken dronk dronken gedronken
druipen droop dropen gedropen
duiken dook doken gedoken
dwingen dwong dwongen gedwongen
eten at aten gegeten
fluiten floot floten gefloten
gaan ging gingen gegaan
gelden gold golden gegolden
genezen genas genazen genezen
genieten genoot genoten genoten
geven gaf gaven gegeven
gieten goot goten gegoten
glijden gleed gleden gegleden
graven groef groeven gegraven
grijpen greep grepen gegrepen
hangen hing hingen gehangen
hebben had hadden gehad
heffen hief hieven geheven
helpen hielp hielpen geholpen
heten - - geheten
hijsen hees hesen gehesen
houden hield hielden gehouden
jagen joeg joegen gejaagd
kiezen koos kozen gekozen
kijken keek keken gekeken
klimmen klom klommen geklommen
klinken klonk klonken geklonken
knijpen kneep knepen geknepen
komen kwam kwamen gekomen
kopen kocht kochten gekocht
krijgen kreeg kregen gekregen
krimpen kromp krompen gekrompen
kruipen kroop kropen gekropen
kunnen kon konden gekund
lachen - - gelachen
laden - - geladen
laten liet lieten gelaten
lezen las lazen gelezen
liegen loog logen gelogen
liggen lag lagen gelegen
lijden leed leden geleden
lijken leek leken geleken
lopen liep liepen gelopen
malen - - gemalen
melken molk molken gemolken
meten mat maten gemeten
mijden meed meden gemeden
moeten moest moesten gemoeten
mogen mocht mochten gemogen
nemen nam namen genomen
overlijden overleed overleden overleden
prijzen prees prezen geprezen
raden - - geraden
rijden reed reden gereden
rijzen rees rezen gerezen
roepen riep riepen geroepen
ruiken rook roken geroken
scheiden - - gescheiden
schelden schold scholden gescholden
schenken schonk schonken geschonken
scheppen schiep schiepen geschapen
scheren schoor schoren geschoren
schieten schoot schoten geschoten
schijnen scheen schenen geschenen
schrijden schreed schreden geschreden
schrijven schreef schreven geschreven
schrikken schrok schrokken geschrokken
schuiven schoof schoven geschoven
slaan sloeg sloegen geslagen
slapen sliep sliepen geslapen
slijten sleet sleten gesleten
sluipen sloop slopen geslopen
sluiten sloot sloten gesloten
smelten smolt smolten gesmolten
smijten smeet smeten gesmeten
snijden sneed sneden gesneden
snuiten snoot snoten gesnoten
spannen - - gespannen
spijten speet speten gespeten
spinnen spon sponnen gesponnen
splijten spleet spleten gespleten
spreken sprak spraken gesproken
springen sprong sprongen gesprongen
spuiten spoot spoten gespoten
staan stond stonden gestaan
steken stak staken gestoken
stelen stal stalen gestolen
sterven stierf stierven gestorven
stijgen steeg stegen gestegen
stinken stonk stonken gestonken
stoten - - gestoten
strijden streed streden gestreden
strijken streek streken gestreken
treden trad traden getreden
treffen trof troffen getroffen
trekken trok trokken getrokken
vallen viel vielen gevallen
vangen ving vingen gevangen
varen voer voeren gevaren
vechten vocht vochten gevochten
verdwijnen verdween verdwenen verdwenen
vergeten vergat vergaten vergeten
verliezen verloor verloren verloren
vermijden vermeed vermeden vermeden
verslinden verslond verslonden verslonden
verzinnen verzon verzonnen verzonnen
vinden vond vonden gevonden
vlechten vlocht vlochten gevlochten
vliegen vloog vlogen gevlogen
vouwen - - gevouwen
vragen vroeg vroegen gevraagd
vreten vrat vraten gevreten
vriezen vroor vroren gevroren
waaien woei woeien gewaaid
wassen - - gewassen
wegen woog wogen gewogen
werpen wierp wierpen geworpen
werven wierf wierven geworven
weten wist wisten geweten
weven - - geweven
wijken week weken geweken
wijzen wees wezen gewezen
willen wou wouden -
winden wond wonden gewonden
winnen won wonnen gewonnen
worden werd werden geworden
wrijven wreef wreven gewreven
zeggen zei zeiden gezegd
zenden zond zonden gezonden
zien zag zagen gezien
zijn was waren geweest
zingen zong zongen gezongen
zinken zonk zonken gezonken
zitten zat zaten gezeten
zoeken zocht zochten gezocht
zouten - - gezouten
zuigen zoog zogen gezogen
zullen zou zouden -
zwellen zwol zwollen gezwollen
zwemmen zwom zwommen gezwommen
zweren zwoer zwoeren gezworen
zwerven zwierf zwierven gezworven
zwijgen zweeg zwegen gezwegen
";

/// Past tenses, each with its infinitive.
static PAST: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    rows()
        .flat_map(|[infinitive, one, more, _]| [(one, infinitive), (more, infinitive)])
        .filter(|(form, _)| *form != "-")
        .collect()
});

/// Participles, each with its infinitive.
static PARTICIPLES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    rows()
        .map(|[infinitive, .., participle]| (participle, infinitive))
        .filter(|(form, _)| *form != "-")
        .collect()
});

/// The infinitive of a past tense: `bespraken` gives `bespreken`.
pub(crate) fn from_past(form: &str) -> Option<String> {
    if let Some(infinitive) = PAST.get(form) {
        return Some((*infinitive).to_owned());
    }
    prefixes().find_map(|prefix| {
        let rest = form.strip_prefix(prefix)?;
        PAST.get(rest)
            .filter(|_| rest.len() > 2)
            .map(|infinitive| format!("{prefix}{infinitive}"))
    })
}

/// The infinitive of a participle: `besproken` gives `bespreken`.
pub(crate) fn from_participle(form: &str) -> Option<String> {
    if let Some(infinitive) = PARTICIPLES.get(form) {
        return Some((*infinitive).to_owned());
    }
    prefixes().find_map(|prefix| {
        let rest = form.strip_prefix(prefix)?;
        PARTICIPLES
            .get(format!("ge{rest}").as_str())
            .map(|infinitive| format!("{prefix}{infinitive}"))
    })
}

/// Past tense of one and of more, and participle, of an infinitive that has one of them here: none
/// for `bellen`. A form is empty where the verb follows the rules.
pub(crate) fn principal_parts(infinitive: &str) -> Option<[String; 3]> {
    static ROWS: LazyLock<HashMap<&'static str, [&'static str; 3]>> = LazyLock::new(|| {
        rows()
            .map(|[infinitive, one, more, participle]| (infinitive, [one, more, participle]))
            .collect()
    });
    let given = |form: &str| if form == "-" { "" } else { form }.to_owned();
    if let Some(row) = ROWS.get(infinitive) {
        return Some(row.map(given));
    }
    prefixes().find_map(|prefix| {
        let [one, more, participle] = ROWS.get(infinitive.strip_prefix(prefix)?)?.map(given);
        let participle = participle.strip_prefix("ge").unwrap_or(&participle);
        let with = |form: &str| match form {
            "" => String::new(),
            form => format!("{prefix}{form}"),
        };
        Some([with(&one), with(&more), with(participle)])
    })
}

/// Whether a word is the infinitive of such a verb.
pub(crate) fn is_infinitive(word: &str) -> bool {
    static ALL: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
        let mut all: Vec<_> = rows().map(|[infinitive, ..]| infinitive).collect();
        all.sort_unstable();
        all
    });
    ALL.binary_search(&word).is_ok()
        || prefixes().any(|prefix| {
            word.strip_prefix(prefix)
                .is_some_and(|rest| ALL.binary_search(&rest).is_ok())
        })
}

/// The prefixes of such verbs, `ge-` of `genezen` and `gedragen` among them.
fn prefixes() -> impl Iterator<Item = &'static str> {
    FIXED.iter().copied().chain(["ge"])
}

fn rows() -> impl Iterator<Item = [&'static str; 4]> {
    TABLE.trim().lines().map(|line| {
        let mut forms = line.split(' ');
        std::array::from_fn(|_| forms.next().expect("each row has four forms"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_to_their_infinitive() {
        assert_eq!(from_past("besprak").as_deref(), Some("bespreken"));
        assert_eq!(from_past("liep").as_deref(), Some("lopen"));
        assert_eq!(from_past("lamp"), None);
        for (form, infinitive) in [
            ("besproken", "bespreken"),
            ("gelopen", "lopen"),
            ("ondernomen", "ondernemen"),
            ("verstaan", "verstaan"),
        ] {
            assert_eq!(from_participle(form).as_deref(), Some(infinitive));
        }
        assert_eq!(from_participle("keuken"), None);
        let parts = |infinitive| principal_parts(infinitive).map(|parts| parts.join(" "));
        assert_eq!(parts("lopen").as_deref(), Some("liep liepen gelopen"));
        assert_eq!(
            parts("bespreken").as_deref(),
            Some("besprak bespraken besproken")
        );
        assert_eq!(parts("lachen").as_deref(), Some("  gelachen"));
        assert_eq!(parts("bellen"), None);
    }
}

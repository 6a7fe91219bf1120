//! An organisation's own templates: written out, taken up file by file, and refused with their place.
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use support::organisation::{Organisation, printed, said};
use support::pdf::texts;
use support::run::program;
use support::tree::tree;

/// A copy of example clients with templates of their organisation's own.
struct Own(Organisation);

impl Own {
    fn with(clients: &[&str], files: &[(&str, &str)]) -> Self {
        let own = Self(Organisation::with(clients));
        own.provider(
            "formaat = \"regio\"",
            "formaat = \"regio\"\nsjablonen = \"sjablonen\"",
        );
        fs::create_dir_all(own.folder()).expect("writable");
        for (path, text) in files {
            own.write(path, text);
        }
        own
    }

    fn folder(&self) -> PathBuf {
        self.0.data().join("sjablonen")
    }

    fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.folder().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
        fs::write(path, text).expect("writable");
    }

    /// Changes the organisation's file.
    fn provider(&self, from: &str, to: &str) {
        let path = self.0.data().join("aanbieder.toml");
        let text = fs::read_to_string(&path).expect("there");
        assert!(text.contains(from), "the example holds {from}");
        fs::write(path, text.replace(from, to)).expect("writable");
    }

    fn render(&self, arguments: &[&str]) -> Output {
        self.0.render(arguments)
    }

    fn check(&self) -> Output {
        let mut program = Command::new(program());
        program.args(["templates", "check", "--date", "2026-11-22", "--data"]);
        program.arg(self.0.data()).output().expect("runs")
    }

    fn text(&self, document: &str) -> String {
        let pdf = fs::read(self.0.out().join(document)).expect("made");
        texts(&pdf).pages().concat()
    }

    /// The documents that stand, by path.
    fn documents(&self) -> BTreeSet<PathBuf> {
        let files = tree(&self.0.out()).into_keys();
        files
            .filter(|path| path.extension().is_some_and(|e| e == "pdf"))
            .collect()
    }
}

fn built_in(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("templates")
        .join(path);
    fs::read_to_string(path).expect("there")
}

fn eject(folder: &Path, arguments: &[&str]) -> Output {
    let mut program = Command::new(program());
    program
        .args(["templates", "eject"])
        .arg(folder)
        .args(arguments);
    program.output().expect("runs")
}

/// The bare names of the files that a run made.
fn made(run: &Output) -> BTreeSet<String> {
    let lines = printed(run);
    let name = |line: &str| line.rsplit(['/', '\\']).next().unwrap_or(line).to_owned();
    lines.lines().map(name).collect()
}

#[test]
fn what_is_ejected_is_whole_and_makes_the_same_documents() {
    let own = Own::with(&["C-1003"], &[]);
    own.render(&[]);
    let before = tree(&own.0.out());
    let run = eject(&own.folder(), &[]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    for path in [
        "typst/formal/main.typ",
        "text/makkelijk.toml",
        "formats/regio/format.toml",
    ] {
        let written = fs::read_to_string(own.folder().join(path)).expect("written");
        assert!(written == built_in(path), "{path}");
    }
    let read_me = fs::read_to_string(own.folder().join("LEESMIJ.md")).expect("written");
    assert!(read_me.contains("sjablonen = \"sjablonen\""));

    let run = own.render(&[]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    assert!(
        made(&run).contains("makkelijk-lezen.pdf"),
        "other templates, if alike"
    );
    let after = tree(&own.0.out());
    for path in own.documents() {
        assert!(before.get(&path) == after.get(&path), "{}", path.display());
    }
    assert!(made(&own.render(&[])).is_empty(), "nothing changed since");
    let run = own.check();
    assert_eq!(
        run.status.code(),
        Some(0),
        "{}{}",
        printed(&run),
        said(&run)
    );
}

#[test]
fn ejecting_never_writes_over_anything_and_may_be_limited() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = eject(folder.path(), &["--only", "text/uitleg.toml,formats"]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    assert_eq!(printed(&run).lines().count(), 3, "{}", printed(&run));
    assert!(!folder.path().join("typst").exists());

    let changed = folder.path().join("text/uitleg.toml");
    fs::write(&changed, "titel = \"Anders\"\n").expect("writable");
    let run = eject(folder.path(), &["--only", "text"]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    assert_eq!(
        fs::read_to_string(&changed).expect("there"),
        "titel = \"Anders\"\n"
    );
    assert!(
        said(&run).contains("2 stonden er al en bleven zo"),
        "{}",
        said(&run)
    );
    assert!(folder.path().join("text/makkelijk.toml").is_file());

    let other = tempfile::tempdir().expect("a folder");
    let run = eject(other.path(), &["--only", "text/uitleg.tml"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(
        said(&run).contains("bedoel je text/uitleg.toml?"),
        "{}",
        said(&run)
    );
    assert!(!other.path().join("LEESMIJ.md").exists());
}

#[test]
fn one_phrase_takes_the_place_of_one_and_changes_only_what_says_it() {
    let own = Own::with(&["C-1003"], &[]);
    let run = own.render(&[]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    own.write(
        "text/makkelijk.toml",
        "van_mij = \"Dit boekje is van mij.\"\n",
    );
    let run = own.render(&[]);
    let anew = made(&run);
    assert!(anew.contains("makkelijk-lezen.pdf"), "{anew:?}");
    assert!(!anew.contains("ondersteuningsplan.pdf"), "{anew:?}");
    let text = own.text("C-1003/makkelijk-lezen.pdf");
    assert!(text.contains("Dit boekje is van mij."), "{text}");
    assert!(text.contains("Mijn plan op 1 blad"), "the others stay");
    // A remark in a phrase file changes no document.
    own.write(
        "text/makkelijk.toml",
        "# Wij zeggen boekje.\nvan_mij = \"Dit boekje is van mij.\"\n",
    );
    assert!(made(&own.render(&[])).is_empty());
    fs::remove_dir_all(own.folder().join("text")).expect("there");
    assert!(made(&own.render(&[])).contains("makkelijk-lezen.pdf"));
    assert!(!own.text("C-1003/makkelijk-lezen.pdf").contains("boekje"));
}

#[test]
fn a_page_may_be_laid_out_anew_with_files_of_its_own() {
    let main = built_in("typst/formal/main.typ").replace(
        "#cover(view.frame, view.cover)",
        "#import \"/eigen/groet.typ\": groet\n#cover(view.frame, view.cover)\n#groet",
    );
    let own = Own::with(
        &["C-1001"],
        &[
            ("typst/formal/main.typ", &main),
            (
                "typst/eigen/groet.typ",
                "#let groet = [Met groet van ons.]\n",
            ),
        ],
    );
    let run = own.render(&["--only", "formal"]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    assert!(
        own.text("C-1001/ondersteuningsplan.pdf")
            .contains("Met groet van ons.")
    );
    own.write("typst/eigen/groet.typ", "#let groet = [Tot ziens.]\n");
    assert_eq!(made(&own.render(&["--only", "formal"])).len(), 1);
    assert!(
        own.text("C-1001/ondersteuningsplan.pdf")
            .contains("Tot ziens.")
    );
}

#[test]
fn a_format_of_its_own_can_be_chosen() {
    let format = built_in("formats/regio/format.toml").replace(
        "titel = \"Beeldvorming\"",
        "titel = \"Hoe wij u leerden kennen\"",
    );
    let own = Own::with(&["C-1003"], &[("formats/mijn-regio/format.toml", &format)]);
    own.provider("formaat = \"regio\"", "formaat = \"mijn-regio\"");
    let run = own.render(&["--only", "formal"]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    let text = own.text("C-1003/ondersteuningsplan.pdf");
    assert!(text.contains("Hoe wij u leerden kennen"), "{text}");
    own.provider("formaat = \"mijn-regio\"", "formaat = \"mijn-regios\"");
    let run = own.render(&["--only", "formal"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(
        said(&run).contains("dit formaat bestaat niet"),
        "{}",
        said(&run)
    );
}

#[test]
fn what_no_document_reads_is_told_and_stops_nothing() {
    let own = Own::with(
        &["C-1001"],
        &[
            ("text/makkelijk.toml", "van_mijn = \"Dit is van mij.\"\n"),
            ("typst/formal/mian.typ", "#panic()"),
            ("notities.docx", "x"),
            (".DS_Store", "x"),
            ("text/makkelijk.toml~", "x"),
        ],
    );
    let run = own.render(&[]);
    let told = said(&run);
    assert_eq!(run.status.code(), Some(0), "{told}");
    assert!(told.contains("bedoel je van_mij?"), "{told}");
    assert!(told.contains("sjablonen/text/makkelijk.toml:1"), "{told}");
    assert!(told.contains("bedoel je typst/formal/main.typ?"), "{told}");
    assert!(
        told.contains("notities.docx: geen document gebruikt"),
        "{told}"
    );
    assert_eq!(told.matches("waarschuwing[sjabloon]").count(), 3, "{told}");
}

#[test]
fn mistakes_in_files_are_shown_together_with_their_lines_and_nothing_is_made() {
    let own = Own::with(
        &["C-1001"],
        &[
            (
                "text/makkelijk.toml",
                "# zo\nvan_mij = \"Dit is {{ van mij.\"\nja = 3\n",
            ),
            ("text/formeel.toml", "nee = \"nee\nja = \"ja\"\n"),
            ("formats/regio/format.toml", "naam = \"x\"\nsectie = []\n"),
        ],
    );
    own.write("typst/formal/main.typ", b"#let x = \"\xFF\"");
    own.write("typst/shared/theme.typ", vec![b' '; 600 * 1024]);
    let run = own.render(&[]);
    let told = said(&run);
    assert_eq!(run.status.code(), Some(2), "{told}");
    for part in [
        "sjablonen/text/makkelijk.toml:2:",
        "van_mij = \"Dit is {{ van mij.\"",
        "`ja`: hier hoort een zin",
        "sjablonen/text/formeel.toml:1:",
        "sjablonen/formats/regio/format.toml:2:",
        "main.typ: dit sjabloon is niet opgeslagen als UTF-8",
        "theme.typ: dit sjabloon is groter dan 512 KiB",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(own.documents().is_empty());
    let run = own.check();
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    assert!(
        printed(&run).contains("sjablonen/text/formeel.toml:1:"),
        "{}",
        printed(&run)
    );
}

#[test]
fn a_folder_that_is_not_there_is_told_of() {
    let own = Own::with(&["C-1001"], &[]);
    fs::remove_dir(own.folder()).expect("empty");
    let run = own.render(&[]);
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
    assert!(
        said(&run).contains("deze map met sjablonen is er niet"),
        "{}",
        said(&run)
    );
    for outside in ["../elders", "/etc", "a/b"] {
        own.provider("sjablonen = \"", &format!("sjablonen = \"{outside}\" # \""));
        assert_eq!(own.render(&[]).status.code(), Some(2), "{outside}");
        own.provider(&format!("sjablonen = \"{outside}\" # \""), "sjablonen = \"");
    }
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().expect("a folder");
    let secret = outside.path().join("makkelijk.toml");
    fs::write(&secret, "van_mij = \"KANARIE\"\n").expect("writable");
    let own = Own::with(&["C-1001"], &[("text/uitleg.toml", "")]);
    symlink(&secret, own.folder().join("text/makkelijk.toml")).expect("links");
    symlink(outside.path(), own.folder().join("typst")).expect("links");
    let run = own.render(&[]);
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
    assert_eq!(
        said(&run)
            .matches("een verwijzing wordt niet gevolgd")
            .count(),
        2
    );
    assert!(!said(&run).contains("KANARIE"));

    fs::remove_dir_all(own.folder()).expect("there");
    symlink(outside.path(), own.folder()).expect("links");
    let run = own.render(&[]);
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
    assert!(
        said(&run).contains("geen verwijzing ernaar"),
        "{}",
        said(&run)
    );
}

#[test]
fn a_phrase_that_fails_names_its_line_and_no_person() {
    let own = Own::with(
        &["C-1003"],
        &[(
            "text/makkelijk.toml",
            "\npdf_titel = \"Plan van {{ naamm }}\"\n",
        )],
    );
    let run = own.render(&["--only", "easy-read"]);
    let told = said(&run);
    assert_eq!(run.status.code(), Some(1), "{told}");
    assert!(told.contains("sjablonen/text/makkelijk.toml:2"), "{told}");
    assert!(
        told.contains("2 | pdf_titel = \"Plan van {{ naamm }}\""),
        "{told}"
    );
    assert!(!told.contains("Noor"), "{told}");
    let run = own.check();
    assert_eq!(run.status.code(), Some(1));
    assert!(printed(&run).contains("2 | pdf_titel"), "{}", printed(&run));
}

#[test]
fn a_layout_that_fails_names_its_line_and_no_person() {
    let name = "Vermeulen-de Kanarie";
    for line in [
        "#assert(false, message: view.frame.words.blad + json.encode(view.cover))",
        "#panic(json.encode(view.cover))",
        "#eval(\"kanarie\")",
        "#view.frame.at(\"kanarie\")",
        "#int(json.encode(view.cover))",
        "#onbekend",
    ] {
        let main =
            built_in("typst/formal/main.typ").replace("#cover(view.frame, view.cover)", line);
        let own = Own::with(&["C-1003"], &[("typst/formal/main.typ", &main)]);
        let plan = fs::read_to_string(own.0.plan("C-1003")).expect("there");
        let surname = plan
            .lines()
            .find(|line| line.starts_with("achternaam"))
            .expect("somebody has one");
        own.0
            .edit("C-1003", surname, &format!("achternaam = \"{name}\""));
        let run = own.render(&["--only", "formal"]);
        let told = said(&run);
        assert_eq!(run.status.code(), Some(1), "{line}: {told}");
        let number = main.lines().position(|other| other == line).expect("there") + 1;
        assert!(
            told.contains(&format!("sjablonen/typst/formal/main.typ:{number}")),
            "{told}"
        );
        assert!(told.contains(&format!("{number} | {line}")), "{told}");
        assert!(told.contains("eigen sjablonen uit sjablonen"), "{told}");
        assert!(!told.contains("Vermeulen"), "{line}: {told}");
        assert!(own.documents().is_empty());
        let manifest = fs::read_to_string(own.0.out().join("manifest.json")).expect("there");
        assert!(!manifest.contains("Vermeulen"), "{line}");
    }
}

#[test]
fn a_template_that_drops_what_the_format_demands_is_refused_by_its_name() {
    let main = built_in("typst/formal/main.typ").replace(
        "#for part in view.sections { section(part, view.frame.words) }",
        "#for part in view.sections.slice(0, 1) { section(part, view.frame.words) }",
    );
    let own = Own::with(&["C-1003"], &[("typst/formal/main.typ", &main)]);
    let run = own.render(&["--only", "formal,easy-read"]);
    let told = said(&run);
    assert_eq!(run.status.code(), Some(1), "{told}");
    assert!(told.contains("het format vraagt deze onderdelen"), "{told}");
    assert!(told.contains("hulpvraag"), "{told}");
    assert!(
        told.contains("eigen sjablonen uit sjablonen; drieluik templates check"),
        "{told}"
    );
    assert!(!own.0.has("C-1003/ondersteuningsplan.pdf"));
    assert!(own.0.has("C-1003/makkelijk-lezen.pdf"));

    // The trial names it too, with what else is wrong.
    own.write("typst/family/main.typ", "#onbekend");
    let run = own.check();
    let told = printed(&run);
    assert_eq!(run.status.code(), Some(1), "{told}");
    assert!(told.contains("hulpvraag"), "{told}");
    assert!(told.contains("sjablonen/typst/family/main.typ:1"), "{told}");
    assert!(!told.contains("drieluik templates check"), "{told}");
}

#[test]
fn a_sound_organisation_passes_the_trial() {
    let organisation = Organisation::with(&["C-1001"]);
    let before = tree(&organisation.data());
    let run = organisation.run("templates", &["check"]);
    // `--data` belongs behind the word `check`.
    assert_eq!(run.status.code(), Some(2));
    let mut program = Command::new(program());
    program.args(["templates", "check", "--date", "2026-11-22", "--data"]);
    let run = program.arg(organisation.data()).output().expect("runs");
    assert_eq!(
        run.status.code(),
        Some(0),
        "{}{}",
        printed(&run),
        said(&run)
    );
    let told = said(&run);
    let documents = told
        .split("; ")
        .nth(1)
        .and_then(|part| part.split(' ').next());
    let documents: usize = documents.and_then(|n| n.parse().ok()).expect("a number");
    assert!(documents >= 10, "every kind of document: {told}");
    assert!(
        before.keys().eq(tree(&organisation.data()).keys()),
        "nothing is written"
    );
}

//! `import` as its users run it: exports as they come out of other programs, and what is refused.
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use support::folder::entries;
use support::organisation::{Organisation, printed, said};

/// A map of the few columns that most of these tests need.
const MAP: &str = r#"
[bestand]
clientnummer = "Nr"
[kolommen]
client.roepnaam = "Roepnaam"
client.achternaam = "Achternaam"
client.geboortedatum = "Geboren"
client.bsn = "BSN"
client.voornaamwoord = { kolom = "Geslacht", waarden = { M = "hij", V = "zij" } }
"#;
const HEADING: &str = "Nr;Roepnaam;Achternaam;Geboren;BSN;Geslacht\n";

/// An organisation with an export and a map beside it.
struct Desk {
    organisation: Organisation,
    folder: tempfile::TempDir,
}

impl Desk {
    fn with(name: &str, export: &[u8], map: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(name), export).expect("writable");
        fs::write(folder.path().join("map.toml"), map).expect("writable");
        let organisation = Organisation::with(&["C-1001"]);
        Self {
            organisation,
            folder,
        }
    }

    fn csv(rows: &str) -> Self {
        Self::with("export.csv", format!("{HEADING}{rows}").as_bytes(), MAP)
    }

    fn put(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).expect("writable");
    }

    fn import_file(&self, name: &str, options: &[&str]) -> Output {
        let path = |name: &str| self.folder.path().join(name).display().to_string();
        let (file, map) = (path(name), path("map.toml"));
        let arguments = ["clients", &file, "--map", &map, "--date", "2026-11-22"];
        let mut command = Command::new(env!("CARGO_BIN_EXE_drieluik"));
        command.arg("import").args(arguments).args(options);
        command.arg("--data").arg(self.organisation.data());
        command.output().expect("runs")
    }

    fn import(&self, options: &[&str]) -> Output {
        self.import_file("export.csv", options)
    }

    fn plan(&self, client: &str) -> toml::Table {
        let text = fs::read_to_string(self.organisation.plan(client)).expect("a plan");
        text.parse().expect("TOML")
    }

    fn clients(&self) -> Vec<PathBuf> {
        entries(&self.organisation.data().join("clienten"))
    }
}

#[test]
fn the_example_works_as_it_says() {
    let organisation = Organisation::with(&["C-1001"]);
    let example = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_drieluik"));
        let made = command.args(["import", "example"]).args(arguments).output();
        printed(&made.expect("runs"))
    };
    let desk = Desk {
        folder: tempfile::tempdir().expect("a folder"),
        organisation,
    };
    desk.put("map.toml", &example(&[]));
    desk.put("export.csv", &example(&["--csv"]));
    let trial = desk.import(&[]);
    assert_eq!(trial.status.code(), Some(0), "{}", said(&trial));
    assert_eq!(printed(&trial).matches("zou gemaakt worden").count(), 2);
    assert_eq!(said(&trial).matches("Opmerking").count(), 1, "told once");
    assert_eq!(desk.clients().len(), 1, "a trial writes nothing");

    let made = desk.import(&["--write"]);
    assert_eq!(made.status.code(), Some(0), "{}", said(&made));
    let path = desk
        .organisation
        .data()
        .join("clienten/Lindenhof/C-3001/plan.toml");
    let text = fs::read_to_string(&path).expect("made");
    let plan: toml::Table = text.parse().expect("TOML");
    let client = &plan["client"];
    assert_eq!(client["roepnaam"].as_str(), Some("Amira"));
    assert_eq!(client["voornaamwoord"].as_str(), Some("zij"));
    assert_eq!(client["geboortedatum"].to_string(), "1984-03-12");
    assert_eq!(client["adres"]["straat"].as_str(), Some("Lindelaan 12"));
    assert!(
        text.contains("adres = { straat = "),
        "in the order of the map"
    );
    assert_eq!(plan["gemeente"]["naam"].as_str(), Some("Tilburg"));
    let products = plan["producten"]
        .as_array()
        .expect("two rows, two products");
    let codes: Vec<_> = products.iter().map(|one| one["code"].as_str()).collect();
    assert_eq!(codes, [Some("02A03"), Some("02B03")]);
    assert_eq!(products[1]["eenheid"].as_str(), Some("16"));
    let representatives = plan["vertegenwoordigers"].as_array().expect("one");
    assert_eq!(representatives.len(), 1, "both rows tell of the same");
    assert_eq!(representatives[0]["nummer"].as_integer(), Some(1));
    assert!(
        text.contains("# Wie ben ik: één blok per thema"),
        "the comments stay"
    );
    assert!(path.with_file_name("fotos").is_dir());

    let again = desk.import(&["--write"]);
    assert_eq!(printed(&again).matches("blijft zoals het is").count(), 2);
    let again = desk.import(&["--write", "--update"]);
    assert_eq!(
        printed(&again).matches("staat er al zo").count(),
        2,
        "{}",
        printed(&again)
    );
    assert_eq!(fs::read_to_string(&path).expect("there"), text);
    let checked = desk
        .organisation
        .run("check", &["C-3001", "C-3002", "--date", "2026-11-22"]);
    assert_eq!(checked.status.code(), Some(0), "{}", said(&checked));
}

#[test]
fn an_update_changes_the_mapped_keys_and_nothing_else() {
    let desk = Desk::csv("C-1001;Pieter;Jansma;1959-06-04;;M\n");
    let path = desk.organisation.plan("C-1001");
    let before = fs::read_to_string(&path).expect("there");
    let left = desk.import(&["--write"]);
    assert_eq!(left.status.code(), Some(0), "{}", said(&left));
    assert!(said(&left).contains("--update"), "{}", said(&left));
    assert_eq!(fs::read_to_string(&path).expect("there"), before);
    let trial = desk.import(&["--update", "--dry-run"]);
    assert!(
        printed(&trial).contains("zou bijgewerkt worden"),
        "{}",
        printed(&trial)
    );
    assert_eq!(fs::read_to_string(&path).expect("there"), before);
    let changed = desk.import(&["--update", "--write"]);
    assert_eq!(changed.status.code(), Some(0), "{}", said(&changed));
    let after = fs::read_to_string(&path).expect("there");
    assert_eq!(
        after,
        before.replace("roepnaam = \"Piet\"", "roepnaam = \"Pieter\"")
    );
}

#[test]
fn a_plan_that_was_written_on_windows_stays_so() {
    let desk = Desk::csv("C-1001;Pieter;Jansma;1959-06-04;;M\n");
    let path = desk.organisation.plan("C-1001");
    let before = fs::read_to_string(&path).expect("there");
    let before = format!("\u{feff}{}", before.replace('\n', "\r\n"));
    fs::write(&path, &before).expect("writable");
    let changed = desk.import(&["--update", "--write"]);
    assert_eq!(changed.status.code(), Some(0), "{}", said(&changed));
    let after = fs::read_to_string(&path).expect("there");
    let wanted = before.replace("roepnaam = \"Piet\"", "roepnaam = \"Pieter\"");
    assert_eq!(after, wanted.trim_start_matches('\u{feff}'));
}

#[test]
fn a_plan_with_mistakes_of_its_own_is_not_updated() {
    let desk = Desk::csv("C-1001;Pieter;Jansma;1959-06-04;;M\n");
    desk.organisation
        .edit("C-1001", "wet = \"wmo\"", "wet = \"wmoo\"");
    let refused = desk.import(&["--update", "--write"]);
    assert_eq!(refused.status.code(), Some(1), "{}", said(&refused));
    assert!(
        said(&refused).contains("nu al fouten"),
        "{}",
        said(&refused)
    );
}

#[test]
fn what_would_not_be_read_is_refused_by_row_and_column_without_the_value() {
    let rows = "\
C-1;Ada;Goed;4 juni 1959;999900006;V
C-2;Bea;Fout;04-13-1959;999900018;V
C-3;Cor;Fout;04-06-59;999900018;V
C-4;Dik;Fout;04-06-1959;999900019;M
C-5;Eef;Fout;04-06-1959;;X
C-6;Fem;Fout;#N/B;;V
;Geen;Nummer;04-06-1959;;V
Jan Jansen;Jan;Jansen;04-06-1959;;M
C-7;Hes;Fout;04-06-1959;;V;te;veel
C-8;Ina;Fout\u{200b}teken;04-06-1959;;V
C-9;;Leeg;;;V
;;;;;
";
    let desk = Desk::csv(rows);
    let run = desk.import(&["--write"]);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    let told = said(&run);
    for part in [
        "rij 3, kolom Geboren: dit is geen bestaande datum",
        "rij 4, kolom Geboren: schrijf het jaar met vier cijfers",
        "rij 5, kolom BSN: bsn: dit is geen geldig burgerservicenummer",
        "rij 6, kolom Geslacht: deze waarde staat niet bij waarden",
        "rij 7, kolom Geboren: hier staat een fout van een formule",
        "rij 8, kolom Nr: hier ontbreekt het cliëntnummer",
        "rij 9, kolom Nr: dit kan geen cliëntnummer zijn: in een cliëntnummer staat geen spatie",
        "rij 10: deze rij heeft meer cellen",
        "rij 11, kolom Achternaam: ",
    ] {
        assert!(told.contains(part), "{part}\n{told}");
    }
    for value in ["13-1959", "999900019", "Jansen", "Fout"] {
        assert!(!told.contains(value), "{value}\n{told}");
    }
    assert_eq!(desk.clients().len(), 3, "C-1, C-9 and who was there");
    let plan = desk.plan("C-1");
    assert_eq!(plan["client"]["geboortedatum"].to_string(), "1959-06-04");
    // The row of C-9 leaves what it doesn't know to be filled in.
    assert_eq!(
        desk.plan("C-9")["client"]["roepnaam"].as_str(),
        Some("INVULLEN")
    );
}

#[test]
fn a_citizen_service_number_gets_its_zeros_back_and_the_elfproef_decides() {
    // 012345672 passes, and so does no number of eight digits as it is.
    let desk =
        Desk::csv("C-1;Ada;Goed;04-06-1959;12345672;V\nC-2;Bea;Fout;04-06-1959;12345673;V\n");
    let run = desk.import(&["--write"]);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    assert_eq!(
        desk.plan("C-1")["client"]["bsn"].as_str(),
        Some("012345672")
    );
    assert!(said(&run).contains("rij 3, kolom BSN"), "{}", said(&run));
}

#[test]
fn rows_of_one_client_may_not_contradict_each_other() {
    let rows = "\
C-1;Ada;Een;04-06-1959;;V
C-1;;Een;4-6-1959;;
C-2;Bea;Een;04-06-1959;;V
C-2;Bea;Ander;04-06-1959;;V
C-3;Cor;Een;04-06-1959;;M
c-3;Cor;Een;04-06-1959;;M
";
    let desk = Desk::csv(rows);
    let run = desk.import(&["--write"]);
    let told = said(&run);
    assert!(printed(&run).contains("C-1: gemaakt"), "{told}");
    assert!(
        told.contains("rij 5, kolom Achternaam: hier staat iets anders dan in rij 4"),
        "{told}"
    );
    assert!(
        told.contains(
            "rij 7, kolom Nr: hetzelfde cliëntnummer staat elders met andere hoofdletters"
        ),
        "{told}"
    );
    assert_eq!(desk.clients().len(), 2);
}

#[test]
fn a_number_that_is_a_folder_already_is_refused() {
    let desk = Desk::csv("c-1001;Ada;Een;04-06-1959;;V\nOUD;Bea;Een;04-06-1959;;V\n");
    fs::create_dir_all(desk.organisation.data().join("clienten/oud")).expect("writable");
    let run = desk.import(&["--write", "--update"]);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    assert!(
        said(&run).contains("C-1001 is er al, met andere hoofdletters"),
        "{}",
        said(&run)
    );
    assert!(
        said(&run).contains("map met dit nummer: clienten/oud"),
        "{}",
        said(&run)
    );
}

#[test]
fn mistakes_of_the_map_are_told_together_with_what_was_meant() {
    let desk = Desk::csv("C-1;Ada;Een;04-06-1959;;V\n");
    for (map, parts) in [
        ("", &["in welke kolom het cliëntnummer staat"][..]),
        (
            "[bestand]\nclientnummer = \"Nr\"\nwet = \"wmoo\"\nblat = \"x\"\n[kolommen]\nclient.achternam = \"Achternaam\"\nnetwerk.naam = \"Roepnaam\"\ngesprek = \"Nr\"\n[rijen.gemeente]\nnaam = \"Nr\"\n",
            &[
                "bedoel je `achternaam`?",
                "netwerk.1",
                "kies uit: wmo",
                "bedoel je blad?",
                "geen meer dan één",
                "kan niet uit één kolom",
            ],
        ),
        (
            "[bestand]\nclientnummer = \"Nr.\"\n[kolommen]\nclient.achternaam = \"Achtrnaam\"\nclient.telefoon = \"Telefoon\"\n",
            &[
                "bedoel je Nr?",
                "bedoel je Achternaam?",
                "er zijn: Nr, Roepnaam",
            ],
        ),
        ("[bestand]\nclientnummer = ", &["fout[toml]"]),
    ] {
        desk.put("map.toml", map);
        let run = desk.import(&[]);
        assert_eq!(run.status.code(), Some(2), "{}", said(&run));
        for part in parts {
            assert!(printed(&run).contains(part), "{part}\n{}", printed(&run));
        }
    }
}

#[test]
fn commas_windows_1252_quotes_and_loose_headings_are_read() {
    let text = "\u{feff} Nr ,Roepnaam,\"Achter\nnaam\",Geboren,BSN,Geslacht\r\nC-1,\"Zoë\",\"Berg, van den\",\"1 maart 1984\",,V\r\n,,,,,\r\n";
    let map = MAP.replace("\"Achternaam\"", "\"Achter naam\"");
    let desk = Desk::with("export.csv", text.as_bytes(), &map);
    let run = desk.import(&["--write"]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    let client = desk.plan("C-1")["client"].clone();
    assert_eq!(client["roepnaam"].as_str(), Some("Zoë"));
    assert_eq!(client["achternaam"].as_str(), Some("Berg, van den"));
    let latin: Vec<u8> = format!("{HEADING}C-2;Zo\u{eb};K\u{fc}r;1-3-1984;;V\n")
        .chars()
        .map(|c| u8::try_from(u32::from(c)).expect("Latin-1"))
        .collect();
    let desk = Desk::with("export.csv", &latin, MAP);
    let run = desk.import(&["--write"]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    assert_eq!(
        desk.plan("C-2")["client"]["achternaam"].as_str(),
        Some("Kür")
    );
}

#[test]
fn a_workbook_is_read_with_its_dates_numbers_and_sheets() {
    let mut book = Workbook::new();
    book.add_worksheet()
        .write(0, 0, "iets anders")
        .expect("written");
    let sheet = book.add_worksheet();
    sheet.set_name("Cliënten").expect("a name");
    let names = ["Nr", "Roepnaam", "Achternaam", "Geboren", "BSN", "Geslacht"];
    let date = Format::new().set_num_format("dd-mm-yyyy");
    for (column, name) in (0..).zip(names) {
        sheet.write(0, column, name).expect("written");
    }
    for (row, number) in [(1, 501.0), (2, 502.0), (3, 503.0), (4, 504.0)] {
        sheet.write(row, 0, number).expect("written");
        sheet.write(row, 1, "Ada").expect("written");
        sheet.write(row, 2, "Een").expect("written");
        sheet.write(row, 5, "V").expect("written");
    }
    let born = ExcelDateTime::from_ymd(1959, 6, 4).expect("a day");
    sheet
        .write_with_format(1, 3, &born, &date)
        .expect("written");
    // A citizen service number whose zero Excel took.
    sheet.write(1, 4, 12_345_672.0).expect("written");
    // A day that lost its format, one with a time, and a formula that went wrong.
    sheet.write(2, 3, 21_705.0).expect("written");
    let noon = born.and_hms(12, 30, 0).expect("a time");
    let moment = Format::new().set_num_format("dd-mm-yyyy hh:mm");
    sheet
        .write_with_format(3, 3, &noon, &moment)
        .expect("written");
    sheet
        .write(4, 3, Formula::new("=1/0").set_result("#DIV/0!"))
        .expect("written");
    // A cell far away holds nothing, and costs nothing.
    sheet
        .write_blank(1_048_575, 16_383, &date)
        .expect("written");
    let bytes = book.save_to_buffer().expect("a workbook");
    let map = MAP.replace(
        "[bestand]",
        "[bestand]\nvoorvoegsel = \"C-\"\nblad = \"Cliënten\"",
    );
    let desk = Desk::with("export.xlsx", &bytes, &map);
    let run = desk.import_file("export.xlsx", &["--write"]);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    let client = desk.plan("C-501")["client"].clone();
    assert_eq!(client["geboortedatum"].to_string(), "1959-06-04");
    assert_eq!(client["bsn"].as_str(), Some("012345672"));
    let told = said(&run);
    for part in [
        "rij 3, kolom Geboren: hier hoort een datum; maak er in Excel een datumcel van",
        "rij 4, kolom Geboren: hier hoort een datum zonder tijd",
        "rij 5, kolom Geboren: hier staat een fout van een formule",
    ] {
        assert!(told.contains(part), "{part}\n{told}");
    }
    assert_eq!(desk.clients().len(), 2);
    desk.put(
        "map.toml",
        &map.replace("blad = \"Cliënten\"", "blad = \"Clienten\""),
    );
    let run = desk.import_file("export.xlsx", &[]);
    assert_eq!(run.status.code(), Some(2));
    assert!(
        said(&run).contains("wel: Sheet1, Cliënten"),
        "{}",
        said(&run)
    );
}

#[test]
fn what_is_no_export_or_too_large_is_refused() {
    let desk = Desk::csv("");
    let many = "x\n".repeat(20_002);
    for (name, bytes, word) in [
        ("export.csv", HEADING.as_bytes(), "geen rijen"),
        ("export.xlsx", b"PK".as_slice(), "geen leesbare .xlsx"),
        (
            "export.csv",
            b"PK\x03\x04\0\0\0".as_slice(),
            "geen tekstbestand",
        ),
        ("export.ods", b"x".as_slice(), "geen .csv of .xlsx"),
        ("export.csv", many.as_bytes(), "20000 rijen"),
    ] {
        fs::write(desk.folder.path().join(name), bytes).expect("writable");
        let run = desk.import_file(name, &[]);
        assert_eq!(run.status.code(), Some(2), "{name}");
        assert!(said(&run).contains(word), "{word}: {}", said(&run));
    }
    let run = desk.import_file("nergens.csv", &[]);
    assert_eq!(run.status.code(), Some(2));
    assert!(said(&run).contains("het is er niet"), "{}", said(&run));
    let both = desk.import(&["--write", "--dry-run"]);
    assert_eq!(both.status.code(), Some(2), "one or the other");
}

#[test]
fn people_keep_their_numbers_when_an_export_brings_more() {
    let map = "\
[bestand]\nclientnummer = \"Nr\"\n\
[rijen.netwerk]\nnaam = \"Naam\"\nroepnaam = \"Roepnaam\"\nrelatie = \"Relatie\"\n\
soort = { vast = \"familie\" }\ntelefoon = \"Telefoon\"\n";
    let rows = "Nr;Naam;Roepnaam;Relatie;Telefoon\nC-1001;Els Jansma;Els;zus;612345678\nC-1001;Bas Jansma;Bas;broer;\n";
    let desk = Desk::with("export.csv", rows.as_bytes(), map);
    let before = fs::read_to_string(desk.organisation.plan("C-1001")).expect("there");
    let known = "\n[[netwerk]]\nnummer = 4\nnaam = \"Bas Jansma\"   # belt op zondag\nroepnaam = \"Bas\"\nrelatie = \"broer\"\nsoort = \"familie\"\n";
    fs::write(desk.organisation.plan("C-1001"), format!("{before}{known}")).expect("writable");
    let run = desk.import(&["--update", "--write"]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    let text = fs::read_to_string(desk.organisation.plan("C-1001")).expect("there");
    assert!(
        text.starts_with(&before) && text.contains("# belt op zondag"),
        "{text}"
    );
    let network = desk.plan("C-1001")["netwerk"]
        .as_array()
        .cloned()
        .expect("two");
    let numbers: Vec<_> = network
        .iter()
        .map(|one| one["nummer"].as_integer())
        .collect();
    assert_eq!(numbers, [Some(4), Some(5)]);
    assert_eq!(network[1]["telefoon"].as_str(), Some("0612345678"));
}

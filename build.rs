//! Builds again when a file is added to the folders that are embedded in the program.

fn main() {
    for folder in ["templates", "pictograms"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}

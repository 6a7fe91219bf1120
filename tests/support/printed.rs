//! Which texts of the marked client each document prints, by file and key. These lists are the
//! tests' own; they don't come from the program.

/// What the formal plan does not print: texts for other documents.
pub(crate) const NOT_IN_FORMAL: &[&str] = &[
    "plan.toml:vertegenwoordigers[0].roepnaam",
    "plan.toml:netwerk[2].roepnaam",
    "plan.toml:netwerk[].telefoon",
    "plan.toml:netwerk[].email",
    "plan.toml:netwerk[].toestemming*",
    "plan.toml:familie.toelichting",
    "plan.toml:begeleiding.roepnaam",
    "plan.toml:wie_ben_ik[].makkelijk*",
    "plan.toml:doelen[].voor_familie",
    "plan.toml:doelen[].makkelijk*",
    "plan.toml:gesprek*",
    "nagekeken.toml:*",
    "plan.toml:makkelijk_lezen*",
    "plan-van-aanpak.toml:opgesteld_door",
    "evaluatie.toml:*",
    "rapportage.toml:*",
];

/// What the evaluation report prints, beside the voorblad.
pub(crate) const IN_EVALUATION: &[&str] = &["evaluatie.toml:*", "rapportage.toml:*"];

/// What the evaluation report leaves to the easy-read one.
pub(crate) const NOT_IN_EVALUATION: &[&str] = &[
    "evaluatie.toml:makkelijk*",
    "evaluatie.toml:doelen[].makkelijk*",
    "evaluatie.toml:aanwezigen[].waarom",
];

/// The first relative: the theme werk alone.
pub(crate) const RELATIVE_1: &[&str] = &[
    "plan.toml:netwerk[0].naam",
    "plan.toml:netwerk[0].roepnaam",
    "plan.toml:wie_ben_ik[0].eigen_woorden",
    "plan.toml:wie_ben_ik[0].tekst",
    "plan.toml:doelen[0].titel",
    "plan.toml:doelen[0].wens",
    "plan.toml:doelen[0].client",
    "plan.toml:doelen[0].aanbieder",
    "plan.toml:doelen[0].voor_familie",
    "plan.toml:doelen[0].netwerk[0].doet",
    "plan.toml:risicos[0].risico",
    "plan.toml:risicos[0].maatregel",
    "plan.toml:inbreng[0].tekst",
];

/// `[]` stands for any index, a `*` at the end for anything.
pub(crate) fn matches_any(patterns: &[&str], path: &str) -> bool {
    let general: String = path
        .split('[')
        .enumerate()
        .map(|(index, part)| match (index, part.split_once(']')) {
            (1.., Some((_, rest))) => format!("[]{rest}"),
            _ => part.to_owned(),
        })
        .collect();
    patterns
        .iter()
        .any(|pattern| match pattern.strip_suffix('*') {
            Some(begin) => path.starts_with(begin) || general.starts_with(begin),
            None => *pattern == path || *pattern == general,
        })
}

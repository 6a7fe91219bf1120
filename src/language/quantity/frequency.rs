//! How often something happens: `3x per week`, `om de week`, `elke dag 2 keer`, `maandelijks`.

use std::ops::Range;

use super::tokens::Tokens;
use super::weekday::{part_of_day, weekday};
use super::{Mode, Said};

/// The unit of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Span {
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// The time over which occasions are counted: `per 2 weken`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    pub(crate) count: u32,
    pub(crate) span: Span,
}

/// How often: so many times per period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Frequency {
    /// Nought where only the period is said: `een uur per week`.
    pub(crate) times: u32,
    pub(crate) per: Period,
    /// Said of each period, without a number: `elke dag` holds for twice a day as well.
    pub(crate) is_each: bool,
}

/// The part by which `4 keer per maand` and `1 keer per week` may differ.
const MONTH_SLACK: f64 = 0.1;

impl Frequency {
    fn new(times: u32, per: Period) -> Self {
        Self {
            times,
            per,
            is_each: false,
        }
    }

    fn each(per: Period) -> Self {
        Self {
            times: 1,
            per,
            is_each: true,
        }
    }

    /// Whether saying this is right where that was agreed.
    pub(crate) fn agrees_with(self, agreed: Self) -> bool {
        if self.is_each && self.per == agreed.per {
            return true;
        }
        let (one, other) = (self.per_week(), agreed.per_week());
        let is_long = |per: Period| matches!(per.span, Span::Month | Span::Year);
        let slack = if is_long(self.per) == is_long(agreed.per) {
            0.001
        } else {
            MONTH_SLACK
        };
        (one - other).abs() <= slack * one.max(other) && other > 0.0
    }

    /// Times per week; a month counts as 52/12 weeks.
    fn per_week(self) -> f64 {
        let spans = match self.per.span {
            Span::Hour => 7.0 * 24.0,
            Span::Day => 7.0,
            Span::Week => 1.0,
            Span::Month => 12.0 / 52.0,
            Span::Year => 1.0 / 52.0,
        };
        f64::from(self.times) * spans / f64::from(self.per.count.max(1))
    }
}

/// The frequencies in a sentence.
pub(super) fn find(tokens: &mut Tokens<'_>, mode: Mode) -> Vec<Said<Frequency>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let hit = counted(tokens, at, mode)
            .or_else(|| each(tokens, at, mode))
            .or_else(|| alternating(tokens, at))
            .or_else(|| adverb(tokens.word(at)).map(|value| (value, 1)));
        match hit {
            Some((value, length)) if !tokens.is_used(at) => {
                found.push(tokens.said(value, at..at + length));
                // Read freely, `2 van de 4 ritten per week` says both.
                if mode == Mode::Stated {
                    tokens.take(at..at + length);
                    at += length;
                } else {
                    at += 1;
                }
            }
            _ => at += 1,
        }
    }
    if mode == Mode::Possible {
        found.extend(implied(tokens));
    }
    found
}

/// `3 keer per week`, `vier avonden in de week`; read freely also `vijf vaste punten op een dag`.
fn counted(tokens: &Tokens<'_>, at: usize, mode: Mode) -> Option<(Frequency, usize)> {
    let is_once = tokens.word(at) == "eens";
    let times = match tokens.whole(at) {
        Some(times) => times,
        None if tokens.word(at) == "een" && tokens.word(at + 1) == "keer" || is_once => 1,
        None => return None,
    };
    let is_choice = matches!(tokens.before(at), "of" | "à" | "tot" | "t/m");
    if mode == Mode::Stated && is_choice && at > 1 && tokens.whole(at - 2).is_some() {
        return None;
    }
    let nouns: Range<usize> = match mode {
        _ if is_once => at..at + 1,
        Mode::Stated => at + 1..at + 3,
        Mode::Possible => at + 1..at + 6,
    };
    for noun in nouns {
        let word = tokens.word(noun);
        if is_measure(word) || tokens.whole(noun).is_some() && mode == Mode::Stated {
            return None;
        }
        let counts = is_once || is_occasion(word) || mode == Mode::Possible;
        if let Some((per, length)) = period(tokens, noun + 1, word).filter(|_| counts) {
            return Some((Frequency::new(times, per), noun + 1 + length - at));
        }
    }
    None
}

/// `per week`, `in de maand`, `elke dag` after a number of occasions.
fn period(tokens: &Tokens<'_>, at: usize, noun: &str) -> Option<(Period, usize)> {
    let skipped = match (tokens.word(at), tokens.word(at + 1)) {
        ("per" | "elke" | "elk" | "iedere" | "ieder", _) | ("de", "week" | "maand") => 1,
        ("in" | "op" | "van", "de" | "een" | "het" | "elke" | "elk") => 2,
        // `3x/week`
        ("dag" | "week" | "maand" | "jaar", _) if noun == "keer" => 0,
        _ => return None,
    };
    let (period, length) = unit(tokens, at + skipped)?;
    Some((period, skipped + length))
}

/// `week`, `2 weken`, `half jaar`.
fn unit(tokens: &Tokens<'_>, at: usize) -> Option<(Period, usize)> {
    if tokens.word(at) == "half" && tokens.word(at + 1) == "jaar" {
        let (count, span) = (6, Span::Month);
        return Some((Period { count, span }, 2));
    }
    let (number, skipped) = match tokens.whole(at) {
        Some(number) => (number, 1),
        None => (1, 0),
    };
    let (count, span) = match tokens.word(at + skipped) {
        "uur" => (1, Span::Hour),
        "dag" | "dagen" | "etmaal" | "nacht" | "ochtend" | "middag" | "avond" | "morgen" => {
            (1, Span::Day)
        }
        "week" | "weken" => (1, Span::Week),
        "maand" | "maanden" => (1, Span::Month),
        "kwartaal" => (3, Span::Month),
        "halfjaar" => (6, Span::Month),
        "jaar" | "jaren" => (1, Span::Year),
        _ => return None,
    };
    // A number that no period has is none.
    let count: u32 = number.checked_mul(count)?;
    (count > 0).then_some((Period { count, span }, skipped + 1))
}

/// `elke dag`, `elke 2 weken`, `elke dinsdag`, `elke dag 6 keer`.
fn each(tokens: &Tokens<'_>, at: usize, mode: Mode) -> Option<(Frequency, usize)> {
    if !matches!(tokens.word(at), "elke" | "elk" | "iedere" | "ieder") {
        return None;
    }
    let day = tokens.word(at + 1);
    if is_order(day) && weekday(tokens.word(at + 2)).is_some() {
        let per = Period {
            count: 1,
            span: Span::Month,
        };
        return Some((Frequency::each(per), 3));
    }
    let week = Period {
        count: 1,
        span: Span::Week,
    };
    if weekday(day).is_some() {
        return Some((Frequency::each(week), 2));
    }
    if mode == Mode::Possible && matches!(day, "werkdag" | "schooldag") {
        return Some((Frequency::new(5, week), 2));
    }
    let (per, length) = unit(tokens, at + 1)?;
    let next = at + 1 + length;
    let counted = |number: &usize| {
        let noun = tokens.word(number + 1);
        tokens.whole(*number).is_some()
            && (noun == "keer" || mode == Mode::Possible && !is_measure(noun))
    };
    let number = match mode {
        Mode::Stated => next..next + 1 + usize::from(is_about(tokens.word(next))),
        Mode::Possible => next..next + 4,
    };
    match number.into_iter().find(counted) {
        Some(number) => {
            let times = tokens.whole(number)?;
            Some((Frequency::new(times, per), number + 2 - at))
        }
        None => Some((Frequency::each(per), length + 1)),
    }
}

/// Words that make a number less exact.
fn is_about(word: &str) -> bool {
    matches!(
        word,
        "minstens" | "minimaal" | "hooguit" | "hoogstens" | "maximaal" | "ongeveer" | "zeker"
    )
}

/// `om de week`; not `om de week goed te beginnen`.
fn alternating(tokens: &Tokens<'_>, at: usize) -> Option<(Frequency, usize)> {
    if (tokens.word(at), tokens.word(at + 1)) != ("om", "de") {
        return None;
    }
    let (mut per, length) = unit(tokens, at + 2)?;
    if (at + 2..at + 7).any(|near| tokens.word(near) == "te") {
        return None;
    }
    if length == 1 {
        per.count *= 2;
    }
    Some((Frequency::new(1, per), length + 2))
}

fn adverb(word: &str) -> Option<Frequency> {
    let (count, span) = match word.strip_suffix('e').unwrap_or(word) {
        "dagelijks" => (1, Span::Day),
        "wekelijks" => (1, Span::Week),
        "tweewekelijks" => (2, Span::Week),
        "maandelijks" => (1, Span::Month),
        "tweemaandelijks" => (2, Span::Month),
        "driemaandelijks" => (3, Span::Month),
        "halfjaarlijks" => (6, Span::Month),
        "jaarlijks" => (1, Span::Year),
        _ => return None,
    };
    Some(Frequency::each(Period { count, span }))
}

/// What a sentence may mean without saying so: two days of the week are twice a week.
fn implied(tokens: &Tokens<'_>) -> Vec<Said<Frequency>> {
    let mut found = Vec::new();
    let mut add = |times: usize, count: u32, span: Span, is_each: bool| {
        let value = Frequency {
            times: u32::try_from(times).unwrap_or(u32::MAX),
            per: Period { count, span },
            is_each,
        };
        let text = String::new();
        found.push(Said { value, text });
    };
    let all = || (0..tokens.len()).map(|at| tokens.word(at));
    let mut days: Vec<_> = all().filter_map(weekday).collect();
    days.sort_unstable();
    days.dedup();
    if !days.is_empty() {
        add(days.len(), 1, Span::Week, false);
    }
    let mut parts: Vec<_> = all().filter_map(part_of_day).collect();
    parts.sort_unstable();
    parts.dedup();
    if !parts.is_empty() {
        add(parts.len(), 1, Span::Day, false);
    }
    for at in 0..tokens.len() {
        // `de eerste dinsdag van de maand`
        let is_monthly = weekday(tokens.word(at)).is_some() && is_order(tokens.before(at));
        if is_monthly {
            add(1, 1, Span::Month, false);
        }
        // `een uur per week`: so something is done each week.
        if let Some((per, _)) = unit(tokens, at + 1).filter(|_| tokens.word(at) == "per") {
            add(0, per.count, per.span, true);
        }
        // `één van zijn vier ritten per week`
        let part = tokens.whole(at).filter(|_| tokens.word(at + 1) == "van");
        if let Some(times) = part {
            let per = (at + 3..at + 7).find_map(|near| period(tokens, near, ""));
            if let Some((per, _)) = per {
                let times = usize::try_from(times).unwrap_or_default();
                add(times, per.count, per.span, false);
            }
        }
    }
    found
}

fn is_order(word: &str) -> bool {
    matches!(word, "eerste" | "tweede" | "derde" | "vierde" | "laatste")
}

/// Words that count occasions.
fn is_occasion(word: &str) -> bool {
    let is_part = |word: &str| part_of_day(word).is_some();
    matches!(
        word,
        "keer"
            | "dag"
            | "dagen"
            | "dagdeel"
            | "dagdelen"
            | "werkdag"
            | "werkdagen"
            | "schooldagen"
            | "weekend"
            | "weekenden"
            | "ritten"
    ) || weekday(word).is_some()
        || is_part(word.strip_suffix("en").unwrap_or(word))
}

/// Words that measure and don't count occasions: `2 uur per week` is not twice a week.
fn is_measure(word: &str) -> bool {
    matches!(
        word,
        "uur"
            | "uren"
            | "minuut"
            | "minuten"
            | "kwartier"
            | "euro"
            | "procent"
            | "km"
            | "kilometer"
            | "weken"
            | "maanden"
            | "jaar"
            | "per"
            | ""
    )
}

#[cfg(test)]
mod tests {
    use super::super::stated;

    #[test]
    fn a_period_that_is_too_long_to_count_is_none() {
        assert_eq!(stated("Ik bel 1 keer per 2 kwartaal").frequencies.len(), 1);
        assert!(
            stated("Ik bel 1 keer per 4000000000 kwartaal")
                .frequencies
                .is_empty()
        );
    }
}

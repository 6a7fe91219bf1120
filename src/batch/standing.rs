//! Whether a document, or the picture of a page, that an earlier run made still stands in the output
//! folder.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::inputs;
use super::manifest::Stand;
use crate::dossier::value::Date;
use crate::store;

/// Seconds over which the moments of one day's documents are spread.
const SPREAD: u64 = 3600;

/// The moment that a document bears: the day by which it was made, and in the first hour of it a
/// moment that follows from its content. So two runs over the same make the same, down to the
/// times, and a copy that looks at size and time sees every change.
pub(super) fn moment(day: Date, output: &str) -> u64 {
    let midnight = day.civil().to_zoned(jiff::tz::TimeZone::UTC);
    let midnight = midnight.map_or(0, |midnight| midnight.timestamp().as_second());
    let start = output
        .get(..8)
        .and_then(|digits| u64::from_str_radix(digits, 16).ok());
    // Even, for disks that know no odd seconds.
    let offset = (start.unwrap_or_default() % SPREAD) & !1;
    u64::try_from(midnight).unwrap_or_default() + offset
}

/// A moment as the system has it.
pub(super) fn system_time(moment: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(moment)
}

/// Whether a document stands there as it was made. Its size and time tell; when the time is another
/// one, or nothing may be taken on trust, its digest does; the time is then mended if that is
/// allowed.
pub(super) fn is_whole(path: &Path, known: Stand<'_>, verify: bool, mend: bool) -> bool {
    let Some(about) = regular(path, known) else {
        return false;
    };
    let bears = moment_of(&about) == Some(known.time);
    if bears && !verify {
        return true;
    }
    let is_same = fs::read(path).is_ok_and(|bytes| inputs::digest(&bytes) == known.output);
    if is_same && !bears && mend {
        // Looked at in full again next time if this fails.
        let _later = store::set_moment(path, system_time(known.time));
    }
    is_same
}

/// What the system says of a file of the right size.
fn regular(path: &Path, known: Stand<'_>) -> Option<Metadata> {
    let about = fs::symlink_metadata(path).ok()?;
    (about.is_file() && about.len() == known.bytes).then_some(about)
}

fn moment_of(about: &Metadata) -> Option<u64> {
    let since = about
        .modified()
        .ok()?
        .duration_since(SystemTime::UNIX_EPOCH);
    Some(since.ok()?.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_lies_in_the_first_hour_of_its_day_and_follows_the_content() {
        let day = Date::from_civil("1970-01-02".parse().expect("a day"));
        assert_eq!(moment(day, "00000000ff"), 86_400);
        assert_eq!(moment(day, "00000e0f"), 86_400 + 3598);
        assert_eq!(moment(day, "00000e11"), 86_400);
        assert_ne!(moment(day, "0000aaaa"), moment(day, "0000aaa0"));
    }
}

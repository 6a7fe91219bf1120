//! Which day it is: what was asked for, else the build's epoch, else the clock.

use anyhow::{Context, Result};
use jiff::{Timestamp, Zoned};

use crate::dossier::value::Date;

/// The variable of reproducible builds: seconds since 1970, in UTC.
const EPOCH: &str = "SOURCE_DATE_EPOCH";

/// The day that terms and consent are judged on.
#[expect(
    clippy::disallowed_methods,
    reason = "the clock and the environment enter here"
)]
pub(super) fn today(asked: Option<jiff::civil::Date>) -> Result<Date> {
    if let Some(day) = asked {
        return Ok(Date::from_civil(day));
    }
    let Ok(seconds) = std::env::var(EPOCH) else {
        return Ok(Date::from_civil(Zoned::now().date()));
    };
    let moment = seconds
        .parse()
        .ok()
        .and_then(|seconds| Timestamp::from_second(seconds).ok())
        .with_context(|| format!("{EPOCH} is geen aantal seconden sinds 1970"))?;
    Ok(Date::from_civil(
        moment.to_zoned(jiff::tz::TimeZone::UTC).date(),
    ))
}

/// The time on this machine's clock, as `22 november, 10:32`.
#[expect(clippy::disallowed_methods, reason = "the clock enters here")]
pub(super) fn now() -> String {
    let now = jiff::Zoned::now();
    let day = Date::from_civil(now.date()).day_month();
    format!("{day}, {:02}:{:02}", now.hour(), now.minute())
}

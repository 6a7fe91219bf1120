//! Turns a page into a small picture and compares it with a stored one.
//!
//! The pictures are for layout, not for letters: about 30 to 40 dots per inch show whether blocks,
//! pictograms and colours sit where they did; wording is for the text snapshots.

use std::fs;
use std::path::{Path, PathBuf};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use image::{ImageFormat, RgbaImage};

/// Set to `always`, as for text snapshots, to refresh the references.
const UPDATE: &str = "INSTA_UPDATE";

/// How much a page may differ from its reference and still count as the same.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tolerance {
    /// Highest mean absolute difference per channel, on the scale 0 to 255.
    pub(crate) mean: f64,
    /// A pixel differs strongly when one of its channels differs by more than this.
    pub(crate) strong: u8,
    /// Highest share of strongly differing pixels, 0 to 1.
    pub(crate) strong_share: f64,
}

impl Default for Tolerance {
    /// Lets rounding between processors pass, but not a line of text that moved or vanished.
    fn default() -> Self {
        Self {
            mean: 0.5,
            strong: 40,
            strong_share: 0.002,
        }
    }
}

/// Draws one page, counted from 0, on white.
///
/// The picture measures the page's size in points times `dpi / 72`, rounded down.
pub(crate) fn rasterise(pdf: &[u8], page: usize, dpi: f32) -> RgbaImage {
    let pdf = Pdf::new(pdf.to_vec()).expect("the PDF can be opened for drawing");
    let pages = pdf.pages();
    assert!(
        page < pages.len(),
        "page {page} (from 0) of a PDF with {} pages",
        pages.len()
    );
    let scale = dpi / 72.0;
    let settings = RenderSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: WHITE,
        ..RenderSettings::default()
    };
    let pixmap = render(
        &pages[page],
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &settings,
    );
    let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
    // On an opaque background, premultiplied and plain colours are the same bytes.
    RgbaImage::from_raw(width, height, pixmap.data_as_u8_slice().to_vec())
        .expect("four bytes for each pixel")
}

/// Compares a picture with the PNG `reference`.
///
/// With `INSTA_UPDATE=always` it replaces a reference that no longer matches instead. Otherwise a
/// difference is named, and the actual picture put in `folder` as `<name>.new.png`.
pub(crate) fn compare(
    reference: &Path,
    actual: &RgbaImage,
    tolerance: Tolerance,
    folder: &Path,
) -> Result<(), String> {
    if is_updating() {
        refresh(reference, actual, tolerance)
    } else {
        check(reference, actual, tolerance, folder)
    }
}

/// Whether this test run refreshes its references instead of checking against them.
pub(crate) fn is_updating() -> bool {
    #[expect(
        clippy::disallowed_methods,
        reason = "a test run is told through the environment to refresh its references"
    )]
    let value = std::env::var_os(UPDATE);
    value.is_some_and(|value| value == "always")
}

/// Compares and, on a difference, keeps the actual picture for a look.
pub(crate) fn check(
    reference: &Path,
    actual: &RgbaImage,
    tolerance: Tolerance,
    folder: &Path,
) -> Result<(), String> {
    let Err(difference) = difference(reference, actual, tolerance) else {
        return Ok(());
    };
    let kept = kept_path(reference, folder);
    save(actual, &kept)?;
    Err(format!(
        "{}: {difference}; see {}; if it should look like that: {UPDATE}=always",
        reference.display(),
        kept.display()
    ))
}

/// Replaces the reference if the picture differs from it, so that an equal one stays untouched.
pub(crate) fn refresh(
    reference: &Path,
    actual: &RgbaImage,
    tolerance: Tolerance,
) -> Result<(), String> {
    match difference(reference, actual, tolerance) {
        Ok(()) => Ok(()),
        Err(_) => save(actual, reference),
    }
}

/// Says how the picture differs from its reference.
fn difference(reference: &Path, actual: &RgbaImage, tolerance: Tolerance) -> Result<(), String> {
    if !reference.exists() {
        return Err("there is no reference yet".to_owned());
    }
    let expected = image::open(reference)
        .map_err(|error| format!("the reference can't be read: {error}"))?
        .into_rgba8();
    if expected.dimensions() != actual.dimensions() {
        let ((width, height), (new_width, new_height)) =
            (expected.dimensions(), actual.dimensions());
        return Err(format!(
            "the size was {width} × {height} pixels and is {new_width} × {new_height}"
        ));
    }
    let (mut total, mut strong) = (0_u64, 0_u32);
    for (one, other) in expected.pixels().zip(actual.pixels()) {
        let channels = one.0.iter().zip(other.0).map(|(a, b)| a.abs_diff(b));
        total += channels.clone().map(u64::from).sum::<u64>();
        strong += u32::from(channels.max().is_some_and(|most| most > tolerance.strong));
    }
    let pixels = f64::from(expected.width()) * f64::from(expected.height());
    #[expect(
        clippy::cast_precision_loss,
        reason = "a page's sum of differences is far below 2^52"
    )]
    let mean = total as f64 / (pixels * 4.0);
    let share = f64::from(strong) / pixels;
    if mean > tolerance.mean || share > tolerance.strong_share {
        return Err(format!(
            "the mean difference is {mean:.2} (at most {:.2}), and {:.2} % of the pixels differ by \
             more than {} (at most {:.2} %)",
            tolerance.mean,
            share * 100.0,
            tolerance.strong,
            tolerance.strong_share * 100.0
        ));
    }
    Ok(())
}

/// Where the actual picture of a failed comparison is kept.
fn kept_path(reference: &Path, folder: &Path) -> PathBuf {
    let name = reference.file_stem().unwrap_or_default().to_string_lossy();
    folder.join(format!("{name}.new.png"))
}

/// Writes a PNG and the folders above it.
fn save(picture: &RgbaImage, path: &Path) -> Result<(), String> {
    let failed = |error: &dyn std::error::Error| format!("{}: {error}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    }
    picture
        .save_with_format(path, ImageFormat::Png)
        .map_err(|error| failed(&error))
}

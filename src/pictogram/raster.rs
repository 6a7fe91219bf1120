//! Turns a picture of pixels from outside into a small, clean PNG. Does not open files.
//!
//! Photos have a file of their own: they become JPEG, on white. A pictogram keeps what shows
//! through it.

use std::io::Cursor;

use image::codecs::png::{CompressionType, FilterType as PngFilter, PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageError, ImageFormat, Rgba, RgbaImage};

use super::decoding::{self, DecodingError, Most, check_jpeg};

/// What a picture may have as it comes in: sets are made up to 2,500 pixels wide; decoding and
/// scaling 16 megapixels takes half a second.
const MOST: Most = Most {
    side: 5_000,
    pixels: 16_000_000,
    memory: 130_000_000,
};

/// Pixels of the longest side as it goes out: 4 cm at 300 dpi.
const LONGEST_SIDE: u32 = 500;

/// Pixels that a side may have in a set, which may be changed by hand.
const MAX_OWN_SIDE: u32 = 2_000;

/// Why a picture of pixels can't be used, with the way out; it tells nothing of its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum RasterError {
    /// Another format.
    #[error("het plaatje is geen SVG, PNG, JPEG of WebP: bewaar een kopie als PNG")]
    Format,
    /// More pixels or memory than the limits.
    #[error("het plaatje is te groot: verklein het tot 500 beeldpunten breed en hoog")]
    TooLarge,
    /// More than one frame.
    #[error("het plaatje beweegt: bewaar een beeld ervan als PNG")]
    Animated,
    /// The content breaks the rules of its format.
    #[error("het plaatje is beschadigd of niet te lezen: bewaar het opnieuw als PNG")]
    Unreadable,
    /// Nothing to be seen.
    #[error("het plaatje is leeg: alles is doorzichtig")]
    Empty,
}

impl From<DecodingError> for RasterError {
    fn from(error: DecodingError) -> Self {
        match error {
            DecodingError::Format => Self::Format,
            DecodingError::TooLarge => Self::TooLarge,
            DecodingError::Incomplete | DecodingError::Unreadable => Self::Unreadable,
        }
    }
}

impl From<ImageError> for RasterError {
    fn from(error: ImageError) -> Self {
        DecodingError::from(error).into()
    }
}

/// Whether a file is one of pixels, by how it begins.
pub(crate) fn is_raster(bytes: &[u8]) -> bool {
    image::guess_format(bytes).is_ok()
}

/// Writes a picture anew: a PNG of 500 pixels at most, upright, without metadata.
///
/// # Errors
/// When it is no PNG, JPEG or WebP, is too large, moves, or can't be decoded to the end.
pub(crate) fn clean(bytes: &[u8]) -> Result<Vec<u8>, RasterError> {
    encode(&shrink(decode(bytes)?))
}

/// Decodes a picture within the limits.
///
/// # Errors
/// As [`clean`].
pub(crate) fn decode(bytes: &[u8]) -> Result<RgbaImage, RasterError> {
    let moves = match decoding::format(bytes)? {
        ImageFormat::Png => {
            PngDecoder::with_limits(Cursor::new(bytes), MOST.limits())?.is_apng()?
        }
        ImageFormat::WebP => WebPDecoder::new(Cursor::new(bytes))?.has_animation(),
        _ => {
            check_jpeg(bytes)?;
            false
        }
    };
    if moves {
        return Err(RasterError::Animated);
    }
    let (_, mut decoder) = decoding::open(bytes, &MOST)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(orientation);
    let image = image.into_rgba8();
    if image.pixels().all(|pixel| pixel.0[3] == 0) {
        return Err(RasterError::Empty);
    }
    Ok(image)
}

/// Writes a PNG of a set anew, as large as it is: somebody may have put it there by hand.
///
/// # Errors
/// When it is no PNG, is too large, moves, or can't be decoded to the end.
pub(crate) fn clean_again(bytes: &[u8]) -> Result<Vec<u8>, RasterError> {
    if image::guess_format(bytes).ok() != Some(ImageFormat::Png) {
        return Err(RasterError::Format);
    }
    let (width, height) = PngDecoder::with_limits(Cursor::new(bytes), MOST.limits())?.dimensions();
    if width.max(height) > MAX_OWN_SIDE {
        return Err(RasterError::TooLarge);
    }
    encode(&decode(bytes)?)
}

/// Scales down to the longest side; a smaller picture keeps its size. What is transparent has no
/// colour, so it may not weigh in: colours are multiplied by their alpha first.
fn shrink(mut image: RgbaImage) -> RgbaImage {
    let longest = image.width().max(image.height());
    if longest <= LONGEST_SIDE {
        return image;
    }
    let scaled = |side: u32| (side * LONGEST_SIDE).div_ceil(longest).max(1);
    for Rgba([red, green, blue, alpha]) in image.pixels_mut() {
        for channel in [red, green, blue] {
            *channel = byte(u32::from(*channel) * u32::from(*alpha), 255);
        }
    }
    let (width, height) = (scaled(image.width()), scaled(image.height()));
    let mut image = image::imageops::resize(&image, width, height, FilterType::CatmullRom);
    for Rgba([red, green, blue, alpha]) in image.pixels_mut() {
        for channel in [red, green, blue] {
            *channel = byte(u32::from(*channel) * 255, u32::from(*alpha).max(1));
        }
    }
    image
}

/// A quotient, rounded, as far as a byte goes.
fn byte(number: u32, divisor: u32) -> u8 {
    u8::try_from((number + divisor / 2) / divisor).unwrap_or(u8::MAX)
}

/// Writes the PNG in the fewest channels that hold it: pixels and nothing else.
fn encode(image: &RgbaImage) -> Result<Vec<u8>, RasterError> {
    let is_opaque = image.pixels().all(|pixel| pixel.0[3] == 255);
    let is_grey = image
        .pixels()
        .all(|pixel| pixel.0[0] == pixel.0[1] && pixel.0[1] == pixel.0[2]);
    let image = DynamicImage::from(image.clone());
    let image: DynamicImage = match (is_grey, is_opaque) {
        (true, true) => image.into_luma8().into(),
        (true, false) => image.into_luma_alpha8().into(),
        (false, true) => image.into_rgb8().into(),
        (false, false) => image,
    };
    let mut bytes = Vec::new();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, PngFilter::Adaptive)
        .write_image(
            image.as_bytes(),
            image.width(),
            image.height(),
            image.color().into(),
        )?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;

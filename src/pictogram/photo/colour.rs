//! The colours of a photo: brought to sRGB, and spread where all are alike.
//!
//! Many plans are printed on a black-and-white printer. A photo that was taken in mist or against
//! the light comes out of it as one grey plane; stretching its light and dark keeps it
//! recognisable.

use image::{DynamicImage, GrayImage, ImageBuffer, Pixel, RgbImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// Bytes that a colour profile may have: those of cameras and telephones have some hundreds, those
/// for scanners with their tables about half this.
const MAX_PROFILE: usize = 1024 * 1024;

/// Rows at which a photo is looked for its range of light.
const SAMPLED_ROWS: u32 = 128;
/// Pixels in 1,000 that may be darker, and lighter, than the range of a photo.
const OUTLIERS: u64 = 10;
/// A range of light below this is flat; most photos have 180 or more.
const FLAT: u32 = 140;
/// A range below this is one plane: there is nothing to see.
const PLAIN: u32 = 8;
/// The range that a flat photo is brought to.
const TARGET: u32 = 180;
/// How much a range grows at most, times 100, so that noise doesn't become the picture.
const MOST: u32 = 180;

/// Brings colours to sRGB by the profile that came with them: the red of a telephone's Display P3
/// would be dull otherwise. What can't be understood is left as it is.
pub(super) fn to_srgb(image: &mut DynamicImage, profile: &[u8]) {
    let DynamicImage::ImageRgb8(pixels) = image else {
        return;
    };
    if profile.len() > MAX_PROFILE {
        return;
    }
    let Ok(profile) = ColorProfile::new_from_slice(profile) else {
        return;
    };
    // A profile of inks belongs to what the decoder has turned into RGB already.
    if profile.color_space != DataColorSpace::Rgb {
        return;
    }
    let srgb = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    let Ok(transform) = profile.create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, options)
    else {
        return;
    };
    let mut converted = vec![0; pixels.as_raw().len()];
    if transform.transform(pixels.as_raw(), &mut converted).is_ok() {
        let (width, height) = pixels.dimensions();
        *pixels = RgbImage::from_raw(width, height, converted).expect("as many bytes as before");
    }
}

/// Stretches the light and dark of a flat photo.
///
/// Light is Y = (299 R + 587 G + 114 B) / 1000. With *a* and *b* the first and last percentile of
/// Y over a sample of rows, r = b − a, and g = min([`TARGET`] / r, [`MOST`] / 100): where [`PLAIN`] ≤ r < [`FLAT`], each
/// channel of a pixel gets Y′ − Y, where Y′ = c + g (Y − (a + b) / 2), and c is the middle of the
/// range, moved as little as keeps the new range within 0 to 255. As all channels move alike,
/// colours keep their hue.
pub(super) fn stretch(image: &mut DynamicImage) {
    match image {
        DynamicImage::ImageRgb8(pixels) => stretch_colour(pixels),
        DynamicImage::ImageLuma8(pixels) => stretch_grey(pixels),
        _ => {}
    }
}

fn stretch_colour(pixels: &mut RgbImage) {
    let Some(steps) = steps(sample(pixels).map(|pixel| light(pixel.0))) else {
        return;
    };
    for pixel in pixels.pixels_mut() {
        let step = steps[usize::from(light(pixel.0))];
        pixel.0 = pixel.0.map(|channel| moved(channel, step));
    }
}

fn stretch_grey(pixels: &mut GrayImage) {
    let Some(steps) = steps(sample(pixels).map(|pixel| pixel.0[0])) else {
        return;
    };
    for pixel in pixels.pixels_mut() {
        pixel.0[0] = moved(pixel.0[0], steps[usize::from(pixel.0[0])]);
    }
}

/// The pixels of rows at equal distances: as many as tell how light a photo is.
fn sample<P: Pixel>(pixels: &ImageBuffer<P, Vec<P::Subpixel>>) -> impl Iterator<Item = &P> {
    let every = (pixels.height() / SAMPLED_ROWS).max(1);
    pixels.rows().step_by(every as usize).flatten()
}

/// The light of a colour.
fn light([red, green, blue]: [u8; 3]) -> u8 {
    let sum = 299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue);
    u8::try_from((sum + 500) / 1000).expect("the mean of three bytes is a byte")
}

fn moved(channel: u8, step: i32) -> u8 {
    let value = (i32::from(channel) + step).clamp(0, 255);
    u8::try_from(value).expect("clamped to a byte")
}

/// How much each light changes, if the photo is flat.
fn steps(lights: impl Iterator<Item = u8>) -> Option<[i32; 256]> {
    let mut counts = [0_u64; 256];
    lights.for_each(|light| counts[usize::from(light)] += 1);
    let least = counts.iter().sum::<u64>() * OUTLIERS / 1000;
    let dark = percentile(counts.iter(), least)?;
    let bright = 255 - percentile(counts.iter().rev(), least)?;
    let range = u32::try_from(bright - dark).ok()?;
    if !(PLAIN..FLAT).contains(&range) {
        return None;
    }
    let gain = i32::try_from((TARGET * 100 / range).min(MOST)).expect("at most that");
    let half = (bright - dark) * gain / 200;
    let middle = i32::midpoint(dark, bright);
    let centre = middle.clamp(half, 255 - half);
    let mut steps = [0; 256];
    for (light, step) in (0_i32..).zip(&mut steps) {
        *step = centre + (light - middle) * gain / 100 - light;
    }
    Some(steps)
}

/// The first light with more than so many pixels up to it.
fn percentile<'a>(counts: impl Iterator<Item = &'a u64>, least: u64) -> Option<i32> {
    let mut sum = 0;
    let counts = (0_i32..).zip(counts);
    counts
        .map(|(light, count)| {
            sum += count;
            (light, sum)
        })
        .find(|(_, sum)| *sum > least)
        .map(|(light, _)| light)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Luma, Rgb};

    /// A grey slope from one light to another.
    fn slope(from: u8, to: u8) -> GrayImage {
        let width = u32::from(to - from) + 1;
        GrayImage::from_fn(width, 10, |x, _| {
            Luma([from + u8::try_from(x).expect("a byte")])
        })
    }

    fn range(image: &GrayImage) -> (u8, u8) {
        let lights = || image.pixels().map(|pixel| pixel.0[0]);
        (
            lights().min().expect("pixels"),
            lights().max().expect("pixels"),
        )
    }

    #[test]
    fn a_flat_photo_is_stretched_and_stays_within_black_and_white() {
        for (from, to, expected) in [
            (100, 200, (61, 239)),  // 100 × 1.8
            (190, 254, (140, 255)), // moved down, so that nothing is lost in white
            (0, 60, (0, 108)),
        ] {
            let mut image = DynamicImage::ImageLuma8(slope(from, to));
            stretch(&mut image);
            let (dark, bright) = range(&image.to_luma8());
            let near = dark.abs_diff(expected.0) <= 2 && bright.abs_diff(expected.1) <= 2;
            assert!(near, "{from} to {to} became {dark} to {bright}");
        }
    }

    #[test]
    fn a_good_photo_and_one_plane_stay_as_they_are() {
        for image in [slope(20, 200), slope(120, 124), slope(0, 255)] {
            let mut stretched = DynamicImage::ImageLuma8(image.clone());
            stretch(&mut stretched);
            assert_eq!(stretched.to_luma8(), image);
        }
    }

    #[test]
    fn colours_keep_their_hue() {
        let mut image: DynamicImage = RgbImage::from_fn(100, 10, |x, _| {
            let x = u8::try_from(x).expect("a byte");
            Rgb([90 + x / 2, 70 + x / 2, 80 + x / 2])
        })
        .into();
        stretch(&mut image);
        let image = image.to_rgb8();
        assert!(
            image
                .pixels()
                .all(|Rgb([red, green, blue])| (red - green, blue - green) == (20, 10))
        );
        let lights: Vec<_> = image.pixels().map(|pixel| light(pixel.0)).collect();
        let range = lights.iter().max().zip(lights.iter().min());
        assert!(range.is_some_and(|(most, least)| most - least > 80));
    }

    #[test]
    fn a_wide_red_becomes_the_red_of_srgb() {
        let profile = ColorProfile::new_display_p3()
            .encode()
            .expect("a profile of its own");
        let mut image: DynamicImage = RgbImage::from_pixel(2, 2, Rgb([200, 60, 60])).into();
        to_srgb(&mut image, &profile);
        let Rgb([red, green, blue]) = *image.to_rgb8().get_pixel(0, 0);
        assert!(red > 208 && green < 55 && blue < 58, "{red} {green} {blue}");
    }

    #[test]
    fn a_profile_that_is_none_or_of_another_kind_changes_nothing() {
        let grey = ColorProfile::new_gray_with_gamma(2.2)
            .encode()
            .expect("a profile of its own");
        let long = vec![0; MAX_PROFILE + 1];
        for profile in [&b"KANARIE"[..], b"", &grey, &long] {
            let mut image: DynamicImage = RgbImage::from_pixel(2, 2, Rgb([200, 60, 60])).into();
            let before = image.clone();
            to_srgb(&mut image, profile);
            assert_eq!(image, before);
        }
    }
}

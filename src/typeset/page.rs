//! From a PDF of ours to a picture of one of its pages. It draws what stands in the file, so that a
//! picture can't tell anything else than the document.

use std::io::Cursor;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use image::{DynamicImage, ImageFormat, RgbImage};

/// Points to the inch.
const POINTS: f32 = 72.0;

/// Draws a page, counted from 0, on white, as PNG; none where the PDF has no such page, or can't be
/// read.
pub(crate) fn draw(pdf: Vec<u8>, page: usize, dots_per_inch: u16) -> Option<Vec<u8>> {
    let pdf = Pdf::new(pdf).ok()?;
    let scale = f32::from(dots_per_inch) / POINTS;
    let settings = RenderSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: WHITE,
        ..RenderSettings::default()
    };
    let pixels = render(
        pdf.pages().get(page)?,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &settings,
    );
    let (width, height) = (u32::from(pixels.width()), u32::from(pixels.height()));
    // On an opaque background, premultiplied and plain colours are the same bytes.
    let (four, _) = pixels.data_as_u8_slice().as_chunks::<4>();
    let channels = four
        .iter()
        .flat_map(|[red, green, blue, _]| [*red, *green, *blue]);
    let image = RgbImage::from_raw(width, height, channels.collect())?;
    drop(pixels);
    let mut bytes = Cursor::new(Vec::new());
    let written = DynamicImage::from(image).write_to(&mut bytes, ImageFormat::Png);
    written.ok().map(|()| bytes.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_pdf_gives_no_picture() {
        assert_eq!(draw(b"geen PDF".to_vec(), 0, 72), None);
    }
}

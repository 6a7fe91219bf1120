//! Draws pictograms as pixels, in colour and in grey as a printer without colour has them.

use image::{DynamicImage, ImageFormat, RgbImage};
use resvg::tiny_skia::{
    Color, FilterQuality, IntSize, Pixmap, PixmapPaint, PremultipliedColorU8, Transform,
};
use resvg::usvg::Tree;
use std::io::Cursor;

use super::raster;
use super::set::{Drawing, DrawingFormat};
use super::svg;

/// Draws a pictogram in the middle of a square of white paper; none for one that can't be drawn.
pub(crate) fn draw(drawing: &Drawing, side: u32) -> Option<Pixmap> {
    let mut paper = white(side, side)?;
    let fit = |width: f32, height: f32| {
        #[expect(clippy::cast_precision_loss, reason = "sides are a few hundred pixels")]
        let side = side as f32;
        let scale = side / width.max(height);
        let middle = |length: f32| (side - length * scale) / 2.0;
        Transform::from_translate(middle(width), middle(height)).pre_scale(scale, scale)
    };
    match drawing.format {
        DrawingFormat::Svg => {
            let tree = svg::tree(&drawing.bytes)?;
            let fit = fit(tree.size().width(), tree.size().height());
            resvg::render(&tree, fit, &mut paper.as_mut());
        }
        DrawingFormat::Png => {
            let picture = pixmap(&drawing.bytes)?;
            #[expect(clippy::cast_precision_loss, reason = "pictures of a set are small")]
            let fit = fit(picture.width() as f32, picture.height() as f32);
            let paint = PixmapPaint {
                quality: FilterQuality::Bicubic,
                ..PixmapPaint::default()
            };
            paper.draw_pixmap(0, 0, picture.as_ref(), &paint, fit, None);
        }
    }
    Some(paper)
}

/// Pixels of a side that are enough to see whether anything shows.
const GLANCE: u32 = 96;
/// How light every channel is of what doesn't show on white paper.
const PALE: u8 = 235;

/// Whether nothing of a pictogram shows on white paper: white lines on a ground that lets the paper
/// through.
pub(crate) fn is_invisible(drawing: &Drawing) -> bool {
    draw(drawing, GLANCE).is_some_and(|paper| {
        let channels = |pixel: &PremultipliedColorU8| [pixel.red(), pixel.green(), pixel.blue()];
        let mut pixels = paper.pixels().iter();
        pixels.all(|pixel| channels(pixel).iter().all(|channel| *channel >= PALE))
    })
}

/// White paper of a size.
pub(crate) fn white(width: u32, height: u32) -> Option<Pixmap> {
    let mut paper = Pixmap::new(width, height)?;
    paper.fill(Color::WHITE);
    Some(paper)
}

/// Draws lettering over what is there.
pub(crate) fn draw_tree(tree: &Tree, paper: &mut Pixmap) {
    resvg::render(tree, Transform::identity(), &mut paper.as_mut());
}

/// Turns every pixel into its grey, by the luminance of ITU-R BT.601 as printers use it.
pub(crate) fn grey(mut picture: Pixmap) -> Pixmap {
    for pixel in picture.pixels_mut() {
        let [red, green, blue] = [pixel.red(), pixel.green(), pixel.blue()].map(u32::from);
        let grey = (299 * red + 587 * green + 114 * blue + 500) / 1000;
        let grey = u8::try_from(grey).unwrap_or(u8::MAX).min(pixel.alpha());
        *pixel = PremultipliedColorU8::from_rgba(grey, grey, grey, pixel.alpha())
            .expect("no channel is over the alpha");
    }
    picture
}

/// Writes an opaque picture as PNG.
pub(crate) fn png(picture: &Pixmap) -> Vec<u8> {
    let pixels = picture.pixels().iter();
    let channels = pixels.flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]);
    let image = RgbImage::from_raw(picture.width(), picture.height(), channels.collect())
        .expect("three channels for each pixel");
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(image)
        .write_to(&mut bytes, ImageFormat::Png)
        .expect("writing into memory succeeds");
    bytes.into_inner()
}

/// The pixels of a PNG.
fn pixmap(bytes: &[u8]) -> Option<Pixmap> {
    let image = raster::decode(bytes).ok()?;
    let size = IntSize::from_wh(image.width(), image.height())?;
    let mut channels = image.into_raw();
    for pixel in channels.chunks_exact_mut(4) {
        let alpha = u32::from(pixel[3]);
        for channel in &mut pixel[..3] {
            let value = (u32::from(*channel) * alpha + 127) / 255;
            *channel = u8::try_from(value).unwrap_or(u8::MAX);
        }
    }
    Pixmap::from_vec(channels, size)
}

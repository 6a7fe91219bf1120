//! Draws the scenes that stand for photos, and keeps each picture that was drawn. Whole numbers only,
//! so that the bytes are the same on every machine.

use std::io::Cursor;
use std::sync::{Arc, OnceLock};

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};

use super::material::Photos;

/// Size of a photo in pixels.
const WIDTH: u32 = 1_000;
const HEIGHT: u32 = 750;
/// Steps in a unit of the drawings: four to a pixel, ten pixels to a unit.
const STEPS: i64 = 40;
/// Where in a pixel is looked, in steps, for its two halves each way.
const SAMPLES: [i64; 2] = [1, 3];
/// Quality of the JPEG, of 100.
const QUALITY: u8 = 82;

/// The photos, by scene and palette.
#[derive(Debug)]
pub(super) struct Album {
    pictures: Vec<Vec<OnceLock<Arc<[u8]>>>>,
}

impl Album {
    /// Makes room for each photo.
    pub(super) fn new(photos: &Photos) -> Self {
        let row = || photos.palettes.iter().map(|_| OnceLock::new()).collect();
        Self {
            pictures: photos.scenes.iter().map(|_| row()).collect(),
        }
    }

    /// A photo as JPEG.
    pub(super) fn photo(&self, photos: &Photos, scene: usize, palette: usize) -> Arc<[u8]> {
        let picture = &self.pictures[scene][palette];
        picture
            .get_or_init(|| encode(&paint(photos, scene, palette)).into())
            .clone()
    }
}

fn encode(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    image
        .write_with_encoder(encoder)
        .expect("memory takes any image");
    bytes.into_inner()
}

fn paint(photos: &Photos, scene: usize, palette: usize) -> RgbImage {
    let (_, first, second) = &photos.palettes[palette];
    let mut image = RgbImage::from_pixel(WIDTH, HEIGHT, Rgb([255; 3]));
    for shape in &photos.scenes[scene].shapes {
        let mut words = shape.split(' ');
        let form = words.next().unwrap_or_default();
        let colour = match words.next().unwrap_or_default() {
            "een" => first,
            "twee" => second,
            name => &photos.colours[name],
        };
        let sizes: Vec<_> = words.map(steps).collect();
        Shape::read(form, &sizes).paint(&mut image, rgb(colour));
    }
    image
}

/// A measure in steps.
fn steps(word: &str) -> i64 {
    let (whole, tenth) = word.split_once('.').unwrap_or((word, "0"));
    let number = |word: &str| word.parse::<i64>().expect("a measure is a number");
    number(whole) * STEPS + number(tenth) * STEPS / 10
}

fn rgb(hex: &str) -> Rgb<u8> {
    let part =
        |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("six hexadecimal digits");
    Rgb([part(0), part(2), part(4)])
}

/// A shape in steps.
enum Shape {
    /// Centre and half sizes.
    Oval([i64; 4]),
    /// Corners.
    Polygon(Vec<[i64; 2]>),
}

impl Shape {
    fn read(form: &str, sizes: &[i64]) -> Self {
        match (form, sizes) {
            ("rechthoek", &[x, y, width, height]) => Self::Polygon(vec![
                [x, y],
                [x + width, y],
                [x + width, y + height],
                [x, y + height],
            ]),
            ("ovaal", &[x, y, half_width, half_height]) => {
                Self::Oval([x, y, half_width, half_height])
            }
            ("lijn", &[x, y, to_x, to_y, width]) => {
                let (along_x, along_y) = (to_x - x, to_y - y);
                let length = (along_x * along_x + along_y * along_y).isqrt().max(1);
                let (off_x, off_y) = (
                    -along_y * width / (2 * length),
                    along_x * width / (2 * length),
                );
                Self::Polygon(vec![
                    [x + off_x, y + off_y],
                    [to_x + off_x, to_y + off_y],
                    [to_x - off_x, to_y - off_y],
                    [x - off_x, y - off_y],
                ])
            }
            ("vlak", corners) => {
                Self::Polygon(corners.chunks_exact(2).map(|at| [at[0], at[1]]).collect())
            }
            _ => panic!("a shape has a form and its measures"),
        }
    }

    fn paint(&self, image: &mut RgbImage, colour: Rgb<u8>) {
        let [columns, rows] = self.bounds();
        for row in pixels(rows, HEIGHT) {
            for column in pixels(columns, WIDTH) {
                let inside = self.samples_inside(column, row);
                let pixel = image.get_pixel_mut(column, row);
                for (channel, new) in pixel.0.iter_mut().zip(colour.0) {
                    let mixed = u32::from(*channel) * (4 - inside) + u32::from(new) * inside;
                    *channel = u8::try_from(mixed / 4).unwrap_or(u8::MAX);
                }
            }
        }
    }

    /// The first and last step across and down.
    fn bounds(&self) -> [[i64; 2]; 2] {
        match self {
            Self::Oval([x, y, half_width, half_height]) => [
                [x - half_width, x + half_width],
                [y - half_height, y + half_height],
            ],
            Self::Polygon(corners) => [0, 1].map(|axis| {
                let values = corners.iter().map(|corner| corner[axis]);
                let first = values.clone().min().unwrap_or_default();
                [first, values.max().unwrap_or_default()]
            }),
        }
    }

    /// How many of the four looks at a pixel fall inside.
    fn samples_inside(&self, column: u32, row: u32) -> u32 {
        let mut inside = 0;
        for down in SAMPLES {
            for across in SAMPLES {
                let (x, y) = (i64::from(column) * 4 + across, i64::from(row) * 4 + down);
                inside += u32::from(self.holds(x, y));
            }
        }
        inside
    }

    fn holds(&self, x: i64, y: i64) -> bool {
        match self {
            Self::Oval([centre_x, centre_y, half_width, half_height]) => {
                let across = (x - centre_x) * half_height;
                let down = (y - centre_y) * half_width;
                let reach = half_width * half_height;
                across * across + down * down <= reach * reach
            }
            Self::Polygon(corners) => {
                let mut inside = false;
                let next = corners.iter().cycle().skip(1);
                for (&[x1, y1], &[x2, y2]) in corners.iter().zip(next) {
                    if (y1 > y) != (y2 > y) {
                        let side = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1);
                        inside ^= (side > 0) == (y2 > y1);
                    }
                }
                inside
            }
        }
    }
}

/// The pixels between two steps, within the image.
fn pixels([first, last]: [i64; 2], size: u32) -> std::ops::Range<u32> {
    let pixel = |step: i64| u32::try_from(step / 4).unwrap_or(0).min(size);
    pixel(first)..pixel(last + 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::material::Material;

    #[test]
    fn every_scene_is_drawn_in_every_palette() {
        let photos = Material::read().photos;
        let album = Album::new(&photos);
        for scene in 0..photos.scenes.len() {
            let first = album.photo(&photos, scene, 0);
            assert_ne!(first, album.photo(&photos, scene, 1));
            let image = image::load_from_memory(&first).expect("a JPEG");
            assert_eq!((image.width(), image.height()), (WIDTH, HEIGHT));
        }
    }
}

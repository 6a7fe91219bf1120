//! Turns a photo as it came from a telephone into a small, clean JPEG, or tells from its header why
//! that can't be done. Does not open files.
//!
//! JPEG data goes into a PDF as it is, place and name of the maker included. So the pixels are
//! decoded, turned upright, cropped to the frame, scaled down and encoded anew; nothing else of the
//! file survives, and nothing that the frame hides.

mod colour;
mod frame;

use std::io::{self, Cursor, Read, Seek, SeekFrom};

use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, ImageDecoder, ImageError, ImageFormat, RgbImage};
use jpeg_encoder::{ColorType, Encoder};

use super::decoding::{self, DecodingError, Most, check_jpeg};

use frame::Part;
pub(crate) use frame::PhotoFrame;

/// Pixels that a photo may have across or down.
pub(crate) const MOST_SIDE: u32 = 12_000;
/// Pixels that a photo may have.
pub(crate) const MOST_PIXELS: u64 = 60_000_000;

/// What a photo may have as it comes in: more than any telephone makes by default; 60 megapixels
/// with an alpha channel just fit the memory.
const MOST: Most = Most {
    side: MOST_SIDE,
    pixels: MOST_PIXELS,
    memory: 240_000_000,
};

/// Bytes in which a header nearly always stands, with the preview that a telephone puts before it.
const HEADER: u64 = 256 * 1024;
/// Bytes at the end of a photo in which its end mark must stand; some programs add a little.
const TAIL: u64 = 64 * 1024;

/// JPEG quality from 1 to 100: no blocks to be seen in print, a fifth of the bytes of 100.
const QUALITY: u8 = 86;

/// A photo without a past: baseline JPEG, sRGB or grey, upright, no metadata.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CleanPhoto {
    /// The JPEG file.
    pub(crate) bytes: Vec<u8>,
    /// Pixels across.
    pub(crate) width: u32,
    /// Pixels down.
    pub(crate) height: u32,
}

/// Why a photo can't be used, a colon, and the way out; it tells nothing of name or content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PhotoError {
    /// Another format, such as HEIC, GIF or PDF.
    #[error("de foto is geen JPEG, PNG of WebP: bewaar een kopie als JPEG en gebruik die")]
    Format,
    /// More pixels or memory than the limits.
    #[error(
        "de foto is te groot (meer dan 12.000 beeldpunten breed of hoog, of meer dan 60 \
         megapixel): verklein hem en bewaar hem als JPEG"
    )]
    TooLarge,
    /// The end is missing.
    #[error("de foto is niet compleet: kopieer hem opnieuw van het toestel")]
    Incomplete,
    /// The content breaks the rules of its format.
    #[error(
        "de foto is beschadigd of niet te lezen: open hem in een fotoprogramma en bewaar hem \
         opnieuw als JPEG"
    )]
    Unreadable,
}

impl PhotoError {
    /// Why the photo can't be used, and apart from it the way out.
    pub(crate) fn parts(self) -> (String, String) {
        let text = self.to_string();
        let (why, way_out) = text.split_once(": ").expect("each text has a colon");
        (why.to_owned(), way_out.to_owned())
    }
}

impl From<DecodingError> for PhotoError {
    fn from(error: DecodingError) -> Self {
        match error {
            DecodingError::Format => Self::Format,
            DecodingError::TooLarge => Self::TooLarge,
            DecodingError::Incomplete => Self::Incomplete,
            DecodingError::Unreadable => Self::Unreadable,
        }
    }
}

impl From<ImageError> for PhotoError {
    fn from(error: ImageError) -> Self {
        DecodingError::from(error).into()
    }
}

/// A photo that was decoded and turned upright, to be set in one or more frames.
#[derive(Debug)]
pub(crate) struct Photo {
    image: DynamicImage,
    /// The colour profile that came with it.
    profile: Option<Vec<u8>>,
}

impl Photo {
    /// Decodes a photo. Of an animation the first frame is taken.
    ///
    /// # Errors
    /// When the bytes are no JPEG, PNG or WebP, are too large, or can't be decoded to the end.
    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, PhotoError> {
        let (format, mut decoder) = open(bytes)?;
        if format == ImageFormat::Jpeg {
            check_jpeg(bytes)?;
        } else if !ends(&mut Cursor::new(bytes), format, bytes).unwrap_or(false) {
            // The pixels, or the first frame, may be there nonetheless.
            return Err(PhotoError::Incomplete);
        }
        // Spoilt metadata is no reason to refuse a photo that can be seen.
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let profile = decoder.icc_profile().unwrap_or_default();
        let mut image = halved(flatten(DynamicImage::from_decoder(decoder)?));
        image.apply_orientation(orientation);
        Ok(Self { image, profile })
    }

    /// The part of the photo that a frame shows, no finer than its print, in colours that any
    /// printer knows.
    ///
    /// # Errors
    /// When it can't be encoded.
    pub(crate) fn framed(&self, frame: PhotoFrame) -> Result<CleanPhoto, PhotoError> {
        let part = frame.part(self.image.width(), self.image.height());
        let mut image = self.scaled(part, frame.pixels(part));
        if let Some(profile) = &self.profile {
            colour::to_srgb(&mut image, profile);
        }
        colour::stretch(&mut image);
        encode(&image)
    }

    /// A part of the photo in so many pixels across and down.
    fn scaled(&self, part: Part, (width, height): (u32, u32)) -> DynamicImage {
        let (x, y) = (part.x, part.y);
        if (width, height) == (part.width, part.height) {
            return self.image.crop_imm(x, y, width, height);
        }
        let mut image = DynamicImage::new(width, height, self.image.color());
        let [left, top, across, down] = [x, y, part.width, part.height].map(f64::from);
        let options = ResizeOptions::new()
            .crop(left, top, across, down)
            .resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
        Resizer::new()
            .resize(&self.image, &mut image, &options)
            .expect("a part of the photo, in the same eight-bit colours");
        image
    }
}

/// Looks at the header and the end of a photo, and no further: what it passes, [`Photo::decode`]
/// may still refuse.
///
/// # Errors
/// When it is no JPEG, PNG or WebP, has more pixels than the limits, has a broken header, or breaks
/// off.
pub(crate) fn inspect(mut file: impl Read + Seek) -> Result<(), PhotoError> {
    let mut bytes = Vec::new();
    let mut read = |limit, bytes: &mut Vec<u8>| {
        let part = file.by_ref().take(limit).read_to_end(bytes);
        part.map_err(|_| PhotoError::Unreadable)
    };
    read(HEADER, &mut bytes)?;
    let mut told = open(&bytes).map(|(format, _)| format);
    // The header may go on behind what was read.
    if matches!(told, Err(PhotoError::Incomplete | PhotoError::Unreadable))
        && read(u64::MAX, &mut bytes)? > 0
    {
        told = open(&bytes).map(|(format, _)| format);
    }
    let format = told?;
    if ends(&mut file, format, &bytes).map_err(|_| PhotoError::Unreadable)? {
        Ok(())
    } else {
        Err(PhotoError::Incomplete)
    }
}

/// Whether the end of a photo is there: its end mark, or for WebP as many bytes as its begin says.
fn ends(file: &mut (impl Read + Seek), format: ImageFormat, begin: &[u8]) -> io::Result<bool> {
    let length = file.seek(SeekFrom::End(0))?;
    let mut tail = Vec::new();
    file.seek(SeekFrom::Start(length.saturating_sub(TAIL)))?;
    file.read_to_end(&mut tail)?;
    let holds = |mark: &[u8]| tail.windows(mark.len()).any(|window| window == mark);
    // What cameras add behind the photo may be long.
    let mut whole = || -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(0))?;
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    Ok(match format {
        ImageFormat::Jpeg => holds(&[0xff, 0xd9]) || check_jpeg(&whole()?).is_ok(),
        ImageFormat::Png => holds(b"IEND") || whole()?.windows(4).any(|window| window == b"IEND"),
        _ => begin
            .get(4..8)
            .and_then(|size| <[u8; 4]>::try_from(size).ok())
            .is_some_and(|size| u64::from(u32::from_le_bytes(size)) + 8 <= length),
    })
}

/// Reads the header, and holds it to the limits.
fn open(bytes: &[u8]) -> Result<(ImageFormat, impl ImageDecoder + use<'_>), PhotoError> {
    Ok(decoding::open(bytes, &MOST)?)
}

/// Brings any pixel format back to 8-bit grey or colour, on white where it was transparent.
fn flatten(image: DynamicImage) -> DynamicImage {
    let color = image.color();
    match (color.has_color(), color.has_alpha()) {
        (false, false) => image.into_luma8().into(),
        (true, false) => image.into_rgb8().into(),
        (false, true) => {
            let image = image.into_luma_alpha8();
            GrayImage::from_fn(image.width(), image.height(), |x, y| {
                let [grey, alpha] = image.get_pixel(x, y).0;
                [over_white(grey, alpha)].into()
            })
            .into()
        }
        (true, true) => {
            let image = image.into_rgba8();
            RgbImage::from_fn(image.width(), image.height(), |x, y| {
                let [red, green, blue, alpha] = image.get_pixel(x, y).0;
                [red, green, blue]
                    .map(|channel| over_white(channel, alpha))
                    .into()
            })
            .into()
        }
    }
}

/// One channel of a pixel laid on white paper.
fn over_white(channel: u8, alpha: u8) -> u8 {
    let (channel, alpha) = (u16::from(channel), u16::from(alpha));
    let mean = (channel * alpha + 255 * (255 - alpha) + 127) / 255;
    u8::try_from(mean).expect("the mean of two bytes is a byte")
}

/// Takes the mean of two by two pixels, three by three or more, where that leaves enough for every
/// frame: the rest is then done in a fraction of the time and memory.
fn halved(image: DynamicImage) -> DynamicImage {
    let (width, height) = (image.width(), image.height());
    let times = width.min(height) / PhotoFrame::LONGEST_SIDE;
    if times < 2 {
        return image;
    }
    image.thumbnail_exact(width / times, height / times)
}

/// Writes the JPEG: pixels and tables only.
fn encode(image: &DynamicImage) -> Result<CleanPhoto, PhotoError> {
    let (width, height) = (image.width(), image.height());
    let color = if image.color().has_color() {
        ColorType::Rgb
    } else {
        ColorType::Luma
    };
    let sides = (u16::try_from(width), u16::try_from(height));
    let (Ok(across), Ok(down)) = sides else {
        return Err(PhotoError::TooLarge);
    };
    let mut bytes = Vec::new();
    Encoder::new(&mut bytes, QUALITY)
        .encode(image.as_bytes(), across, down, color)
        .map_err(|_| PhotoError::Unreadable)?;
    Ok(CleanPhoto {
        bytes,
        width,
        height,
    })
}

#[cfg(test)]
mod tests;

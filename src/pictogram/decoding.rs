//! Opens pictures of pixels within limits, whatever they are for. Does not open files.

use std::io::{Cursor, ErrorKind};

use image::{ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

/// Scans that a progressive JPEG may have; cameras and editors make about ten, a bomb thousands.
const MAX_SCANS: usize = 32;

/// What a picture may have as it comes in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Most {
    /// Pixels of a side.
    pub(super) side: u32,
    /// Pixels.
    pub(super) pixels: u64,
    /// Bytes that the decoded pixels take.
    pub(super) memory: u64,
}

impl Most {
    /// The limits that the decoders hold themselves to.
    pub(super) fn limits(&self) -> Limits {
        let mut limits = Limits::default();
        limits.max_image_width = Some(self.side);
        limits.max_image_height = Some(self.side);
        limits.max_alloc = Some(self.memory);
        limits
    }
}

/// Why a picture can't be decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DecodingError {
    /// No JPEG, PNG or WebP.
    Format,
    /// More than the limits.
    TooLarge,
    /// The end is missing.
    Incomplete,
    /// The content breaks the rules of its format.
    Unreadable,
}

impl From<ImageError> for DecodingError {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Limits(_) => Self::TooLarge,
            ImageError::IoError(error) if error.kind() == ErrorKind::UnexpectedEof => {
                Self::Incomplete
            }
            _ => Self::Unreadable,
        }
    }
}

/// The format of a picture, by how it begins: JPEG, PNG or WebP.
pub(super) fn format(bytes: &[u8]) -> Result<ImageFormat, DecodingError> {
    match image::guess_format(bytes) {
        Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) => Ok(format),
        _ => Err(DecodingError::Format),
    }
}

/// Reads the header, and holds it to the limits.
pub(super) fn open<'a>(
    bytes: &'a [u8],
    most: &Most,
) -> Result<(ImageFormat, impl ImageDecoder + use<'a>), DecodingError> {
    let format = format(bytes)?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(most.limits());
    let decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > most.pixels || decoder.total_bytes() > most.memory {
        return Err(DecodingError::TooLarge);
    }
    Ok((format, decoder))
}

/// Looks for the end marker and counts the scans. The decoder would paint what is missing grey,
/// and go through every pixel for each scan.
pub(super) fn check_jpeg(bytes: &[u8]) -> Result<(), DecodingError> {
    let mut at = 0;
    let mut scans = 0;
    while let Some(pair) = bytes.get(at..at + 2) {
        at += match pair {
            [0xff, 0xd9] => return Ok(()),
            // A fill byte, or what is no marker: entropy-coded data.
            [0xff, 0xff] | [0..=0xfe, _] => 1,
            // Markers that stand alone: a stuffed zero, restart, start of image.
            [_, 0x00 | 0x01 | 0xd0..=0xd8] => 2,
            [_, marker] => {
                scans += usize::from(*marker == 0xda);
                let length = bytes.get(at + 2..at + 4).ok_or(DecodingError::Incomplete)?;
                2 + length
                    .iter()
                    .fold(0, |sum, byte| (sum << 8) | usize::from(*byte))
            }
            _ => return Err(DecodingError::Incomplete),
        };
        if scans > MAX_SCANS {
            return Err(DecodingError::Unreadable);
        }
    }
    Err(DecodingError::Incomplete)
}

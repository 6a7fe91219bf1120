//! Tests which photos come out clean and upright, and which are refused. Opens no files.

use std::io::Cursor;

use super::*;
use image::{LumaA, Rgb, Rgba};

/// The whole of a photo, as a frame of its own form and of at most 1,400 pixels would show it.
fn clean(bytes: &[u8]) -> Result<CleanPhoto, PhotoError> {
    let photo = Photo::decode(bytes)?;
    let (width, height) = (photo.image.width(), photo.image.height());
    let wide = if width >= height {
        1400
    } else {
        1400 * width / height
    };
    photo.framed(PhotoFrame::of(width, height, wide.max(1)))
}

const CANARY: &[u8] = b"KANARIE 52.1326N";

fn file(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.into().write_to(&mut bytes, format).expect("encodes");
    bytes.into_inner()
}

/// Red on the left, light blue on the right, `width` by `height`; their light is far apart.
fn halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| {
        Rgb(if x < width / 2 {
            [250, 0, 0]
        } else {
            [200, 230, 255]
        })
    })
}

fn cleaned(bytes: &[u8]) -> (CleanPhoto, DynamicImage) {
    let photo = clean(bytes).expect("a good photo");
    let image = image::load_from_memory(&photo.bytes).expect("a JPEG");
    assert_eq!((image.width(), image.height()), (photo.width, photo.height));
    (photo, image)
}

fn assert_near(image: &DynamicImage, x: u32, y: u32, color: [u8; 3]) {
    let found = image.to_rgb8().get_pixel(x, y).0;
    let near = found.iter().zip(color).all(|(a, b)| a.abs_diff(b) < 12);
    assert!(near, "{found:?} at {x},{y}");
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// A JPEG segment, length included.
fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2)
        .expect("short")
        .to_be_bytes();
    [&[0xff, marker], &length[..], content].concat()
}

/// EXIF in big-endian TIFF: orientation, a description and a GPS folder with the canary.
fn exif(orientation: u8) -> Vec<u8> {
    let canary = u8::try_from(CANARY.len()).expect("short");
    let entry = |tag: u16, kind: u8, count: u8, value: [u8; 4]| {
        [&tag.to_be_bytes()[..], &[0, kind, 0, 0, 0, count], &value].concat()
    };
    let mut tiff = b"MM\0*\0\0\0\x08\0\x03".to_vec();
    tiff.extend(entry(0x010e, 2, canary, [0, 0, 0, 68]));
    tiff.extend(entry(0x0112, 3, 1, [0, orientation, 0, 0]));
    tiff.extend(entry(0x8825, 4, 1, [0, 0, 0, 50]));
    tiff.extend([0, 0, 0, 0, 0, 1]);
    tiff.extend(entry(0x001b, 7, canary, [0, 0, 0, 68]));
    tiff.extend([0; 4]);
    assert_eq!(tiff.len(), 68);
    tiff.extend(CANARY);
    tiff
}

/// The JPEG with segments put in right behind its start.
fn with_segments(jpeg: &[u8], segments: &[Vec<u8>]) -> Vec<u8> {
    [&jpeg[..2], &segments.concat(), &jpeg[2..]].concat()
}

/// Sets the size in the header of a JPEG that image wrote.
fn resized_jpeg(mut jpeg: Vec<u8>, height: u16, width: u16) -> Vec<u8> {
    let header = jpeg
        .windows(2)
        .position(|pair| pair == [0xff, 0xc0])
        .expect("SOF0");
    jpeg[header + 5..header + 7].copy_from_slice(&height.to_be_bytes());
    jpeg[header + 7..header + 9].copy_from_slice(&width.to_be_bytes());
    jpeg
}

/// A PNG of nothing but its header, checksum included.
fn png_header(width: u32, height: u32, depth: u8, color: u8) -> Vec<u8> {
    let chunk = [
        b"IHDR",
        &width.to_be_bytes()[..],
        &height.to_be_bytes(),
        &[depth, color, 0, 0, 0],
    ]
    .concat();
    let crc = !chunk.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    });
    let end = b"\0\0\0\0IDAT\x35\xaf\x06\x1e\0\0\0\0IEND\xae\x42\x60\x82";
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\x0d",
        &chunk[..],
        &crc.to_be_bytes(),
        end,
    ]
    .concat()
}

#[test]
fn metadata_turns_the_photo_and_then_is_gone() {
    let jpeg = with_segments(
        &file(halves(80, 40), ImageFormat::Jpeg),
        &[
            segment(0xe1, &[b"Exif\0\0", &exif(6)[..]].concat()),
            segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", CANARY].concat()),
            segment(0xe2, &[b"ICC_PROFILE\0\x01\x01", CANARY].concat()),
            segment(0xed, &[b"Photoshop 3.0\0", CANARY].concat()),
            segment(0xfe, CANARY),
        ],
    );
    assert!(contains(&jpeg, CANARY));
    let (photo, image) = cleaned(&jpeg);
    assert_eq!((photo.width, photo.height), (40, 80));
    assert_near(&image, 20, 10, [250, 0, 0]);
    assert_near(&image, 20, 70, [200, 230, 255]);
    assert!(!contains(&photo.bytes, CANARY));
    for trace in [
        &b"Exif"[..],
        b"ICC",
        b"http",
        b"Photoshop",
        b"\xff\xe1",
        b"\xff\xfe",
    ] {
        assert!(!contains(&photo.bytes, trace), "{trace:?}");
    }
}

#[test]
fn every_orientation_stands_upright() {
    for orientation in 0..=9 {
        let jpeg = with_segments(
            &file(halves(80, 40), ImageFormat::Jpeg),
            &[segment(
                0xe1,
                &[b"Exif\0\0", &exif(orientation)[..]].concat(),
            )],
        );
        let (photo, image) = cleaned(&jpeg);
        let turned = (5..=8).contains(&orientation);
        assert_eq!(photo.width, if turned { 40 } else { 80 });
        // The corner that red ends in, by the table of the EXIF standard.
        let red = match orientation {
            2 | 3 => (70, 5),
            5 | 6 => (5, 5),
            7 | 8 => (5, 70),
            _ => (5, 35),
        };
        assert_near(&image, red.0, red.1, [250, 0, 0]);
    }
}

#[test]
fn spoilt_metadata_is_passed_over() {
    let jpeg = file(halves(80, 40), ImageFormat::Jpeg);
    for content in [
        &b"Exif\0\0MM\0*\xff\xff\xff\xff"[..],
        b"Exif\0\0",
        b"",
        b"E",
    ] {
        let (photo, _) = cleaned(&with_segments(&jpeg, &[segment(0xe1, content)]));
        assert_eq!(photo.width, 80);
    }
}

#[test]
fn metadata_of_png_and_webp_is_gone_too() {
    use image::ImageEncoder;
    let pixels = halves(80, 40);
    let mut png = Vec::new();
    let mut encoder = image::codecs::png::PngEncoder::new(&mut png);
    encoder.set_icc_profile(CANARY.to_vec()).expect("takes ICC");
    encoder.set_exif_metadata(exif(6)).expect("takes EXIF");
    encoder
        .write_image(&pixels, 80, 40, image::ExtendedColorType::Rgb8)
        .expect("encodes");
    let mut webp = Vec::new();
    let mut encoder = image::codecs::webp::WebPEncoder::new_lossless(&mut webp);
    encoder.set_icc_profile(CANARY.to_vec()).expect("takes ICC");
    encoder.set_exif_metadata(exif(6)).expect("takes EXIF");
    encoder
        .write_image(&pixels, 80, 40, image::ExtendedColorType::Rgb8)
        .expect("encodes");
    for bytes in [png, webp] {
        assert!(contains(&bytes, CANARY));
        let (photo, image) = cleaned(&bytes);
        assert_eq!((photo.width, photo.height), (40, 80));
        assert_near(&image, 20, 10, [250, 0, 0]);
        assert!(!contains(&photo.bytes, CANARY));
    }
}

#[test]
fn a_large_photo_is_scaled_down_and_a_small_one_is_not() {
    let (photo, image) = cleaned(&file(halves(3000, 1500), ImageFormat::Jpeg));
    assert_eq!((photo.width, photo.height), (1400, 700));
    assert_near(&image, 100, 100, [250, 0, 0]);
    let (photo, _) = cleaned(&file(halves(30, 3000), ImageFormat::Png));
    assert_eq!((photo.width, photo.height), (14, 1400));
    let (photo, _) = cleaned(&file(halves(1400, 3), ImageFormat::WebP));
    assert_eq!((photo.width, photo.height), (1400, 3));
}

#[test]
fn what_is_transparent_becomes_white_paper() {
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let image = image::RgbaImage::from_fn(40, 20, |x, _| {
            Rgba(if x < 20 {
                [200, 0, 0, 0]
            } else {
                [0, 0, 0, 160]
            })
        });
        let (_, image) = cleaned(&file(image, format));
        assert_near(&image, 5, 10, [255, 255, 255]);
        assert_near(&image, 35, 10, [95, 95, 95]);
    }
    let image = image::GrayAlphaImage::from_pixel(20, 20, LumaA([0, 51]));
    let (photo, image) = cleaned(&file(image, ImageFormat::Png));
    assert_near(&image, 5, 5, [204, 204, 204]);
    assert_eq!(image.color(), image::ColorType::L8);
    assert!(contains(&photo.bytes, b"\xff\xc0\0\x0b\x08"), "one channel");
}

#[test]
fn sixteen_bits_become_eight() {
    let pixel = Rgba([u16::MAX, 0, 32_768, u16::MAX]);
    let image = image::ImageBuffer::from_pixel(30, 30, pixel);
    let (_, image) = cleaned(&file(DynamicImage::ImageRgba16(image), ImageFormat::Png));
    assert_near(&image, 15, 15, [255, 0, 128]);
    let image = image::ImageBuffer::from_pixel(30, 30, image::Luma([32_768_u16]));
    let (_, image) = cleaned(&file(DynamicImage::ImageLuma16(image), ImageFormat::Png));
    assert_near(&image, 15, 15, [128, 128, 128]);
    assert_eq!(image.color(), image::ColorType::L8);
}

#[test]
fn a_jpeg_for_the_press_becomes_rgb() {
    // 8 by 8 in CMYK, every coefficient zero: half of each ink.
    let mut components = vec![8, 0, 8, 0, 8, 4];
    components.extend((1..=4).flat_map(|id| [id, 0x11, 0]));
    let table = |class: u8| [&[class, 1][..], &[0; 15], &[0]].concat();
    let jpeg = [
        vec![0xff, 0xd8],
        segment(0xee, b"Adobe\0\x64\0\0\0\0\0"),
        segment(0xdb, &[&[0][..], &[1; 64]].concat()),
        segment(0xc0, &components),
        segment(0xc4, &table(0x00)),
        segment(0xc4, &table(0x10)),
        segment(0xda, &[4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0]),
        vec![0x00, 0xff, 0xd9],
    ]
    .concat();
    let (_, image) = cleaned(&jpeg);
    assert_near(&image, 4, 4, [64, 64, 64]);
}

#[test]
fn of_an_animation_the_first_frame_is_taken() {
    let chunk = |name: &[u8], content: &[u8]| {
        let length = u32::try_from(content.len()).expect("short").to_le_bytes();
        [name, &length, content, &vec![0; content.len() % 2]].concat()
    };
    let frame = |color| {
        let still = file(RgbImage::from_pixel(20, 10, Rgb(color)), ImageFormat::WebP);
        let place = [0, 0, 0, 0, 0, 0, 19, 0, 0, 9, 0, 0, 100, 0, 0, 0];
        chunk(b"ANMF", &[&place[..], &still[12..]].concat())
    };
    let content = [
        b"WEBP".to_vec(),
        chunk(b"VP8X", &[2, 0, 0, 0, 19, 0, 0, 9, 0, 0]),
        chunk(b"ANIM", &[0; 6]),
        frame([0, 200, 0]),
        frame([200, 0, 0]),
    ]
    .concat();
    let (_, image) = cleaned(&chunk(b"RIFF", &content));
    assert_near(&image, 10, 5, [0, 200, 0]);
}

#[test]
fn bombs_are_refused_by_their_header() {
    let jpeg = || file(halves(16, 16), ImageFormat::Jpeg);
    let webp = |width: u32, height: u32| {
        let mut webp = file(halves(16, 16), ImageFormat::WebP);
        let size = (width - 1) | ((height - 1) << 14);
        webp[21..25].copy_from_slice(&size.to_le_bytes());
        webp
    };
    for bomb in [
        resized_jpeg(jpeg(), 65_000, 65_000),
        resized_jpeg(jpeg(), 10, 12_001),
        resized_jpeg(jpeg(), 8_000, 8_000),
        png_header(u32::MAX >> 1, u32::MAX >> 1, 16, 6),
        png_header(12_001, 1, 1, 0),
        png_header(7_800, 7_800, 8, 2),
        png_header(6_000, 6_000, 16, 6),
        webp(12_001, 2),
        webp(8_000, 8_000),
    ] {
        assert_eq!(clean(&bomb), Err(PhotoError::TooLarge));
    }
}

#[test]
fn a_progressive_jpeg_of_endless_scans_is_refused() {
    let mut jpeg = file(halves(16, 16), ImageFormat::Jpeg);
    jpeg.truncate(jpeg.len() - 2);
    for _ in 0..1000 {
        jpeg.extend(segment(0xda, &[1, 1, 0, 1, 1, 0]));
    }
    jpeg.extend([0xff, 0xd9]);
    assert_eq!(clean(&jpeg), Err(PhotoError::Unreadable));
}

#[test]
fn photos_without_pixels_are_refused() {
    let jpeg = file(halves(16, 16), ImageFormat::Jpeg);
    for empty in [
        resized_jpeg(jpeg.clone(), 0, 16),
        resized_jpeg(jpeg, 16, 0),
        png_header(0, 16, 8, 2),
        png_header(16, 16, 8, 2),
    ] {
        assert!(clean(&empty).is_err());
    }
}

#[test]
fn a_photo_that_breaks_off_is_refused_wherever_it_breaks() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let bytes = file(halves(40, 40), format);
        // A PNG may do without the check sum of its last chunk, which holds nothing.
        let needed = bytes.len() - if format == ImageFormat::Png { 4 } else { 0 };
        for length in 0..needed {
            assert!(
                clean(&bytes[..length]).is_err(),
                "{format:?} of {length} bytes"
            );
        }
    }
    let jpeg = file(halves(400, 400), ImageFormat::Jpeg);
    assert_eq!(clean(&jpeg[..jpeg.len() / 2]), Err(PhotoError::Incomplete));
    let png = file(halves(400, 400), ImageFormat::Png);
    assert_eq!(clean(&png[..png.len() / 2]), Err(PhotoError::Incomplete));
    let animation = include_bytes!("../../../tests/fixtures/animation.webp");
    assert!(clean(animation).is_ok());
    let first_frame = &animation[..animation.len() - 40];
    assert_eq!(clean(first_frame), Err(PhotoError::Incomplete));
    let inspected = inspect(Cursor::new(first_frame));
    assert_eq!(inspected, Err(PhotoError::Incomplete));
}

#[test]
fn other_content_is_no_photo_whatever_its_name() {
    for bytes in [
        &b""[..],
        b"\xff",
        b"GIF89a\x01\0\x01\0",
        b"%PDF-1.7",
        b"\0\0\0\x18ftypheic\0\0\0\0",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"RIFF\0\0\0\0WAVE",
    ] {
        assert_eq!(clean(bytes), Err(PhotoError::Format));
    }
}

#[test]
fn the_same_photo_gives_the_same_bytes() {
    let jpeg = file(halves(1777, 900), ImageFormat::Jpeg);
    assert_eq!(clean(&jpeg), clean(&jpeg));
    let once = clean(&jpeg).expect("good");
    let twice = clean(&once.bytes).expect("good");
    assert_eq!((once.width, once.height), (twice.width, twice.height));
}

/// Counts the bytes that are read.
struct Counting<'a> {
    bytes: Cursor<&'a [u8]>,
    read: &'a std::cell::Cell<usize>,
}

impl Read for Counting<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.bytes.read(buffer)?;
        self.read.set(self.read.get() + count);
        Ok(count)
    }
}

impl Seek for Counting<'_> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.bytes.seek(to)
    }
}

#[test]
fn an_inspection_reads_the_header_and_the_end_and_nothing_else() {
    let header = usize::try_from(HEADER).expect("small");
    let tail = usize::try_from(TAIL).expect("small");
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let mut bytes = file(halves(40, 20), format);
        bytes.resize(bytes.len() + 2 * header, 0);
        bytes.extend_from_slice(b"\xff\xd9IEND");
        let read = std::cell::Cell::new(0);
        let told = inspect(Counting {
            bytes: Cursor::new(&bytes),
            read: &read,
        });
        assert_eq!((told, read.get()), (Ok(()), header + tail), "{format:?}");
    }
}

#[test]
fn an_inspection_finds_a_photo_that_breaks_off_and_allows_what_follows_its_end() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let mut bytes = file(halves(400, 200), format);
        let part = &bytes[..bytes.len() - 20];
        assert_eq!(
            inspect(Cursor::new(part)),
            Err(PhotoError::Incomplete),
            "{format:?}"
        );
        bytes.resize(bytes.len() + 200_000, 0);
        assert_eq!(inspect(Cursor::new(&bytes)), Ok(()), "{format:?}");
    }
}

#[test]
fn an_inspection_finds_a_header_that_stands_far_on() {
    let jpeg = file(halves(40, 20), ImageFormat::Jpeg);
    let preview = segment(0xe2, &vec![0; 65_000]);
    let far = with_segments(&jpeg, &vec![preview; 8]);
    assert_eq!(inspect(Cursor::new(&far)), Ok(()));
    let part = &far[..400_000];
    assert_eq!(inspect(Cursor::new(part)), clean(part).map(drop));
}

#[test]
fn an_inspection_refuses_in_the_words_of_the_cleaning() {
    let bomb = resized_jpeg(file(halves(16, 16), ImageFormat::Jpeg), 8_000, 8_000);
    for (bytes, error) in [
        (bomb.as_slice(), PhotoError::TooLarge),
        (&png_header(12_001, 1, 1, 0), PhotoError::TooLarge),
        (b"GIF89a and so on", PhotoError::Format),
        (b"", PhotoError::Format),
    ] {
        assert_eq!(inspect(Cursor::new(bytes)), Err(error));
        assert_eq!(clean(bytes), Err(error));
    }
}

#[test]
fn every_error_has_a_way_out() {
    for error in [
        PhotoError::Format,
        PhotoError::TooLarge,
        PhotoError::Incomplete,
        PhotoError::Unreadable,
    ] {
        let (why, way_out) = error.parts();
        assert!(why.starts_with("de foto is ") && way_out.contains(' '));
    }
}

#[test]
fn nothing_that_the_frame_hides_is_in_the_file() {
    // White but for a red edge at the left and right, which a square doesn't show.
    let image = RgbImage::from_fn(900, 600, |x, _| {
        Rgb(if (140..760).contains(&x) {
            [250, 250, 250]
        } else {
            [250, 0, 0]
        })
    });
    let photo = Photo::decode(&file(image, ImageFormat::Png)).expect("a good photo");
    let clean = photo.framed(PhotoFrame::BESIDE).expect("encodes");
    assert_eq!((clean.width, clean.height), (402, 402));
    let shown = image::load_from_memory(&clean.bytes)
        .expect("a JPEG")
        .to_rgb8();
    assert!(shown.pixels().all(|pixel| pixel.0[1] > 200));
}

#[test]
fn one_photo_stands_in_many_frames() {
    let jpeg = with_segments(
        &file(halves(4000, 3000), ImageFormat::Jpeg),
        &[segment(0xe1, &[b"Exif\0\0", &exif(6)[..]].concat())],
    );
    let photo = Photo::decode(&jpeg).expect("a good photo");
    for (frame, size) in [
        (PhotoFrame::WORD, (378, 378)),
        (PhotoFrame::BESIDE, (402, 402)),
        (PhotoFrame::PASSAGE, (497, 497)),
        (PhotoFrame::ABOVE, (733, 733)),
        (PhotoFrame::LARGE, (1004, 1004)),
        (PhotoFrame::PORTRAIT, (1182, 1477)),
    ] {
        let clean = photo.framed(frame).expect("encodes");
        assert_eq!((clean.width, clean.height), size);
        let shown = image::load_from_memory(&clean.bytes).expect("a JPEG");
        assert_near(&shown, size.0 / 2, size.1 / 8, [250, 0, 0]);
        assert_near(&shown, size.0 / 2, size.1 * 7 / 8, [200, 230, 255]);
    }
}

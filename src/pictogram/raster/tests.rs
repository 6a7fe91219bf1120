//! Tests which pictures of pixels come out small and clean. Opens no files.

use super::*;

fn file(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.into().write_to(&mut bytes, format).expect("encodes");
    bytes.into_inner()
}

/// A red disc on nothing.
fn disc(side: u32) -> RgbaImage {
    let radius = f64::from(side) * 0.4;
    let middle = f64::from(side) / 2.0;
    RgbaImage::from_fn(side, side, |x, y| {
        let inside = (f64::from(x) - middle).hypot(f64::from(y) - middle) < radius;
        Rgba(if inside {
            [250, 0, 0, 255]
        } else {
            [0, 0, 0, 0]
        })
    })
}

#[test]
fn a_large_picture_becomes_500_pixels_and_stays_see_through() {
    let clean = clean(&file(disc(1_250), ImageFormat::Png)).expect("a picture");
    assert_eq!(clean_again(&clean).as_ref(), Ok(&clean));
    let image = decode(&clean).expect("a PNG");
    assert_eq!((image.width(), image.height()), (500, 500));
    assert_eq!(image.get_pixel(0, 0).0[3], 0);
    assert_eq!(image.get_pixel(250, 250).0, [250, 0, 0, 255]);
    // The edge has not taken the black of what is see-through.
    for Rgba([red, _, _, alpha]) in image.pixels() {
        assert!(*alpha < 16 || *red > 200, "{red} at {alpha}");
    }
}

#[test]
fn a_small_picture_keeps_its_pixels_and_loses_spare_channels() {
    let grey = RgbaImage::from_fn(9, 5, |x, _| {
        Rgba([u8::try_from(x).expect("small"); 4].map(|c| c * 9))
    });
    let grey = RgbaImage::from_fn(9, 5, |x, y| {
        let Rgba([value, ..]) = *grey.get_pixel(x, y);
        Rgba([value, value, value, 255])
    });
    let bytes = clean(&file(grey.clone(), ImageFormat::Png)).expect("a picture");
    assert_eq!(decode(&bytes).expect("a PNG"), grey);
    assert_eq!(
        image::load_from_memory(&bytes)
            .expect("a PNG")
            .color()
            .channel_count(),
        1
    );
}

#[test]
fn jpeg_and_webp_become_png() {
    let colour = DynamicImage::from(disc(60)).into_rgb8();
    for format in [ImageFormat::Jpeg, ImageFormat::WebP] {
        let bytes = clean(&file(colour.clone(), format)).expect("a picture");
        clean_again(&bytes).expect("a PNG");
    }
}

#[test]
fn what_is_no_picture_is_refused_with_the_reason() {
    let png = file(disc(60), ImageFormat::Png);
    assert_eq!(clean(b"GIF89a"), Err(RasterError::Format));
    assert_eq!(clean(b"%PDF"), Err(RasterError::Format));
    assert_eq!(clean(&png[..100]), Err(RasterError::Unreadable));
    let mut corrupt = png.clone();
    let middle = corrupt.len() / 2;
    corrupt[middle] ^= 0x55;
    assert_eq!(clean_again(&corrupt), Err(RasterError::Unreadable));
    let nothing = RgbaImage::new(9, 9);
    assert_eq!(
        clean(&file(nothing, ImageFormat::Png)),
        Err(RasterError::Empty)
    );
    let jpeg = file(DynamicImage::from(disc(60)).into_rgb8(), ImageFormat::Jpeg);
    assert_eq!(clean(&jpeg[..jpeg.len() / 2]), Err(RasterError::Unreadable));
    let scans = [0xff, 0xda, 0, 2].repeat(40);
    let bomb = [&jpeg[..jpeg.len() - 2], &scans, &[0xff, 0xd9]].concat();
    assert_eq!(clean(&bomb), Err(RasterError::Unreadable));
    let wide = file(
        RgbaImage::from_pixel(5_001, 1, Rgba([1; 4])),
        ImageFormat::Png,
    );
    assert_eq!(clean(&wide), Err(RasterError::TooLarge));
    assert_eq!(clean_again(&wide), Err(RasterError::TooLarge));
}

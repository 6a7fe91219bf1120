//! Pictures of pages and their comparison.

use std::fs;

use image::{Rgba, RgbaImage};

use crate::support::page_image::{Tolerance, check, compare, is_updating, rasterise, refresh};
use crate::support::sample::Sample;

/// A page with a black block; 200 by 100 points at 36 dpi is 100 by 50 pixels.
fn block(x: u32, y: u32) -> RgbaImage {
    rasterise(
        &Sample::new(&format!("0 g {x} {y} 40 20 re f")).bytes(),
        0,
        36.0,
    )
}

#[test]
fn a_page_is_drawn_to_scale_on_white() {
    let picture = block(20, 60);
    assert_eq!(picture.dimensions(), (100, 50));
    assert_eq!(picture.get_pixel(0, 0), &Rgba([255; 4]));
    // The page counts from below: points 60 to 80 are pixels 10 to 20 from above.
    assert_eq!(picture.get_pixel(20, 15), &Rgba([0, 0, 0, 255]));
    assert_eq!(picture.get_pixel(20, 25), &Rgba([255; 4]));
}

#[test]
fn a_picture_is_compared_with_its_reference() {
    let folder = tempfile::tempdir().expect("a folder for pictures");
    let reference = folder.path().join("pages/plan.png");
    let kept = folder.path().join("failed/plan.new.png");
    let failed = folder.path().join("failed");
    let compare = |picture: &RgbaImage| check(&reference, picture, Tolerance::default(), &failed);

    let missing = compare(&block(20, 60)).expect_err("nothing to compare with");
    assert!(missing.contains("no reference yet"), "{missing}");
    assert!(kept.exists(), "the actual picture is kept");
    fs::remove_file(&kept).expect("it was there");

    refresh(&reference, &block(20, 60), Tolerance::default()).expect("a reference is written");
    assert_eq!(compare(&block(20, 60)), Ok(()));
    assert!(!kept.exists(), "nothing is kept when all is well");

    let moved = compare(&block(24, 60)).expect_err("the block moved by two pixels");
    assert!(moved.contains("% of the pixels differ"), "{moved}");
    assert!(moved.contains("plan.new.png") && kept.exists(), "{moved}");

    let smaller = compare(&RgbaImage::new(90, 50)).expect_err("another size");
    assert!(
        smaller.contains("100 × 50 pixels and is 90 × 50"),
        "{smaller}"
    );

    refresh(&reference, &block(24, 60), Tolerance::default()).expect("the reference is replaced");
    assert_eq!(compare(&block(24, 60)), Ok(()));
}

#[test]
fn the_environment_decides_between_check_and_refresh() {
    let folder = tempfile::tempdir().expect("a folder for pictures");
    let reference = folder.path().join("plan.png");
    let outcome = compare(
        &reference,
        &block(20, 60),
        Tolerance::default(),
        folder.path(),
    );
    assert_eq!(outcome.is_ok(), is_updating(), "{outcome:?}");
    assert_eq!(reference.exists(), is_updating());
    assert_eq!(folder.path().join("plan.new.png").exists(), !is_updating());
}

#[test]
fn faint_and_small_differences_are_tolerated() {
    let folder = tempfile::tempdir().expect("a folder for pictures");
    let reference = folder.path().join("plan.png");
    let compare =
        |picture: &RgbaImage| check(&reference, picture, Tolerance::default(), folder.path());
    let mut picture = block(20, 60);
    refresh(&reference, &picture, Tolerance::default()).expect("a reference is written");
    for pixel in picture.pixels_mut().take(200) {
        pixel.0[0] = 250;
    }
    for x in 0..10 {
        assert_eq!(
            compare(&picture),
            Ok(()),
            "{x} of 5000 pixels differ strongly"
        );
        picture.put_pixel(x, 40, Rgba([0, 0, 0, 255]));
    }
    refresh(&reference, &picture, Tolerance::default()).expect("nothing to write");
    let kept = image::open(&reference).expect("the reference").into_rgba8();
    assert_eq!(kept, block(20, 60), "a reference that still matches stays");
    picture.put_pixel(10, 40, Rgba([0, 0, 0, 255]));
    assert!(
        compare(&picture).is_err(),
        "more than 0.2 % differ strongly"
    );
    let darker = RgbaImage::from_fn(100, 50, |x, y| {
        let faint = block(20, 60)
            .get_pixel(x, y)
            .0
            .map(|channel| channel.saturating_sub(2));
        Rgba(faint)
    });
    assert!(compare(&darker).is_err(), "a faint difference everywhere");
}

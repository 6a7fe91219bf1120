//! The frames that photos stand in: which part of a photo each shows, and in how many pixels.

/// Dots per inch of a good print; more is not seen and costs only room.
const DPI: u32 = 300;
/// Tenths of a millimetre in an inch.
const INCH: u32 = 254;

/// What is cut off above, as a part in 100 of all that is cut off above and below: a face is above
/// the middle of an upright photo.
const ABOVE: u64 = 35;

/// A frame on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PhotoFrame {
    /// Width to height.
    ratio: (u32, u32),
    /// Pixels across, at the greatest width that it is printed at.
    width: u32,
}

/// A part of a photo, in pixels from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) x: u32,
    pub(super) y: u32,
    pub(super) width: u32,
    pub(super) height: u32,
}

impl PhotoFrame {
    /// Beside a passage of the formal plan or the family copy.
    pub(crate) const PASSAGE: Self = Self::square(42);
    /// Above a word of a sentence.
    pub(crate) const WORD: Self = Self::square(32);
    /// Left of a sentence.
    pub(crate) const BESIDE: Self = Self::square(34);
    /// Above a sentence.
    pub(crate) const ABOVE: Self = Self::square(62);
    /// Large, on its own: a goal at a glance. At its very largest, 110 mm, it prints at 230 dots.
    pub(crate) const LARGE: Self = Self::square(85);
    /// On a sheet on the table. At its very largest, 150 mm, it prints at 240 dots.
    pub(crate) const SHEET: Self = Self {
        ratio: (4, 3),
        width: printed(120),
    };
    /// On the cover. At its very largest, 120 mm, it prints at 250 dots.
    pub(crate) const PORTRAIT: Self = Self {
        ratio: (4, 5),
        width: printed(100),
    };
    /// Pixels of the longest side that any frame asks for.
    pub(super) const LONGEST_SIDE: u32 = Self::PORTRAIT.width * 5 / 4;

    /// A square frame of so many millimetres.
    const fn square(width: u32) -> Self {
        Self {
            ratio: (1, 1),
            width: printed(width),
        }
    }

    /// A frame of a test, as wide as so many pixels.
    #[cfg(test)]
    pub(super) fn of(across: u32, down: u32, width: u32) -> Self {
        Self {
            ratio: (across, down),
            width,
        }
    }

    /// The largest part of a photo that has the form of the frame: from the middle across, and from
    /// a little above the middle down.
    pub(super) fn part(self, width: u32, height: u32) -> Part {
        let (across, down) = self.ratio;
        let fitting = |side: u32, from: u32, to: u32| {
            let scaled = u64::from(side) * u64::from(to) / u64::from(from);
            u32::try_from(scaled).unwrap_or(u32::MAX).max(1)
        };
        let part_width = width.min(fitting(height, down, across));
        let part_height = height.min(fitting(width, across, down));
        let above = u64::from(height - part_height) * ABOVE / 100;
        Part {
            x: (width - part_width) / 2,
            y: u32::try_from(above).expect("a part of a height is one"),
            width: part_width,
            height: part_height,
        }
    }

    /// Pixels of a part in print; never more than it has.
    pub(super) fn pixels(self, part: Part) -> (u32, u32) {
        if part.width <= self.width {
            return (part.width, part.height);
        }
        let height = u64::from(part.height) * u64::from(self.width) / u64::from(part.width);
        let height = u32::try_from(height).expect("scaled down").max(1);
        (self.width, height)
    }
}

/// Pixels in so many millimetres.
const fn printed(millimetres: u32) -> u32 {
    (millimetres * 10 * DPI).div_ceil(INCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_is_cropped_to_the_form_of_its_frame() {
        let part = |frame: PhotoFrame, width, height| {
            let Part {
                x,
                y,
                width,
                height,
            } = frame.part(width, height);
            [x, y, width, height]
        };
        assert_eq!(
            part(PhotoFrame::BESIDE, 4000, 3000),
            [500, 0, 3000, 3000],
            "from the middle"
        );
        assert_eq!(
            part(PhotoFrame::BESIDE, 3000, 4000),
            [0, 350, 3000, 3000],
            "from above the middle"
        );
        assert_eq!(part(PhotoFrame::PORTRAIT, 4000, 5000), [0, 0, 4000, 5000]);
        assert_eq!(part(PhotoFrame::PORTRAIT, 4000, 4000), [400, 0, 3200, 4000]);
        assert_eq!(part(PhotoFrame::PORTRAIT, 1, 12_000), [0, 4199, 1, 1]);
        assert_eq!(part(PhotoFrame::PORTRAIT, 12_000, 1), [5999, 0, 1, 1]);
        assert_eq!(part(PhotoFrame::WORD, 7, 7), [0, 0, 7, 7]);
    }

    #[test]
    fn print_gets_300_dots_an_inch_and_no_more() {
        let pixels = |frame: PhotoFrame, width, height| frame.pixels(frame.part(width, height));
        assert_eq!(pixels(PhotoFrame::BESIDE, 4000, 3000), (402, 402));
        assert_eq!(pixels(PhotoFrame::PORTRAIT, 4000, 5000), (1182, 1477));
        assert_eq!(pixels(PhotoFrame::PORTRAIT, 400, 500), (400, 500));
        assert_eq!(pixels(PhotoFrame::PORTRAIT, 1, 1), (1, 1));
    }
}

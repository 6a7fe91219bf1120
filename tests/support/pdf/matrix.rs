//! The transformations of PDF, which say where on the page something lands.

use lopdf::Object;

use super::objects::number;

/// A transformation, written `[a b c d e f]` in PDF: two numbers for each field, in this order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Matrix {
    /// What becomes of a step to the right.
    right: (f64, f64),
    /// What becomes of a step up.
    up: (f64, f64),
    /// Where the origin lands.
    pub(super) origin: (f64, f64),
}

impl Matrix {
    /// Leaves everything in its place.
    pub(super) const IDENTITY: Self = Self::shift(0.0, 0.0);

    /// Moves everything.
    pub(super) const fn shift(right: f64, up: f64) -> Self {
        Self {
            right: (1.0, 0.0),
            up: (0.0, 1.0),
            origin: (right, up),
        }
    }

    /// Reads the six numbers of a matrix; a missing one is 0.
    pub(super) fn from_operands(operands: &[Object]) -> Self {
        let value = |index: usize| operands.get(index).map_or(0.0, number);
        Self {
            right: (value(0), value(1)),
            up: (value(2), value(3)),
            origin: (value(4), value(5)),
        }
    }

    /// Applies this one first, then the other.
    pub(super) fn then(self, other: Self) -> Self {
        Self {
            right: other.turn(self.right),
            up: other.turn(self.up),
            origin: other.place(self.origin),
        }
    }

    /// Where a point lands.
    pub(super) fn place(self, point: (f64, f64)) -> (f64, f64) {
        let (x, y) = self.turn(point);
        (x + self.origin.0, y + self.origin.1)
    }

    /// What becomes of a direction and its length.
    pub(super) fn turn(self, (x, y): (f64, f64)) -> (f64, f64) {
        (
            x * self.right.0 + y * self.up.0,
            x * self.right.1 + y * self.up.1,
        )
    }
}

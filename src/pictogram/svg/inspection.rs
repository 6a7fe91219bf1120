//! Checks the tree that usvg made, before it is written: size, place, dashes. Does not read XML.

use resvg::usvg::{self, Group, Path, Tree};

use super::{MAX_COORDINATE, MAX_DASHES, MAX_RATIO, SIDES, SvgError};

/// What is looked at in the tree that usvg made.
#[derive(Default)]
pub(super) struct Inspection {
    /// Whether any shape shows.
    visible: bool,
    /// Dashes of all lines so far.
    dashes: f32,
}

impl Inspection {
    /// Checks that the drawing has a size, shows something, and can be written.
    ///
    /// # Errors
    /// For the first of these that isn't so.
    pub(super) fn tree(&mut self, tree: &Tree) -> Result<(), SvgError> {
        let (width, height) = (tree.size().width(), tree.size().height());
        if !SIDES.contains(&width)
            || !SIDES.contains(&height)
            || width.max(height) / width.min(height) > MAX_RATIO
        {
            return Err(SvgError::Size);
        }
        self.group(tree.root())?;
        if !self.visible {
            return Err(SvgError::Empty);
        }
        for clip in tree.clip_paths() {
            self.group(clip.root())?;
            check_clip(clip.root())?;
        }
        for mask in tree.masks() {
            self.group(mask.root())?;
        }
        Ok(())
    }

    /// Checks all shapes of a group.
    fn group(&mut self, group: &Group) -> Result<(), SvgError> {
        group.children().iter().try_for_each(|node| match node {
            usvg::Node::Group(group) => self.group(group),
            usvg::Node::Path(path) => self.path(path),
            usvg::Node::Image(_) => Err(SvgError::Image),
            usvg::Node::Text(_) => Err(SvgError::Text),
        })
    }

    /// Checks where a path lies and counts its dashes.
    fn path(&mut self, path: &Path) -> Result<(), SvgError> {
        let own = path.data().bounds();
        for bounds in [own, path.abs_stroke_bounding_box()] {
            let edges = [bounds.left(), bounds.right(), bounds.top(), bounds.bottom()];
            if !edges.iter().all(|edge| edge.abs() <= MAX_COORDINATE) {
                return Err(SvgError::Size);
            }
        }
        if let Some(dashes) = path.stroke().and_then(|stroke| stroke.dasharray()) {
            let parts = f32::from(u16::try_from(path.data().len()).unwrap_or(u16::MAX));
            let length = parts * (own.width() + own.height());
            self.dashes += length / dashes.iter().sum::<f32>();
        }
        self.visible |= path.is_visible();
        // Not a number is too many as well.
        if self.dashes <= MAX_DASHES {
            Ok(())
        } else {
            Err(SvgError::TooManyCopies)
        }
    }
}

/// usvg writes a clip path without its groups, and forgets all but the innermost transform.
fn check_clip(group: &Group) -> Result<(), SvgError> {
    group.children().iter().try_for_each(|node| match node {
        usvg::Node::Group(inner) => {
            let nested = inner
                .children()
                .iter()
                .any(|node| matches!(node, usvg::Node::Group(_)));
            if nested && (!inner.transform().is_identity() || inner.clip_path().is_some()) {
                return Err(SvgError::Clip);
            }
            check_clip(inner)
        }
        _ => Ok(()),
    })
}

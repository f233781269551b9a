//! Reads a code back from what the page draws.

/// Pixels of a square.
const SCALE: usize = 4;

/// The text of a drawing and the two bits that say its level, 01 for L and 00 for M: from the `d` of its dark squares, and
/// its view box.
pub(super) fn read(path: &str, view_box: &str) -> Option<(String, u16)> {
    let side: usize = view_box.rsplit(' ').next()?.parse().ok()?;
    let size = side * SCALE;
    let mut pixels = vec![255_u8; size * size];
    for part in path.split_terminator('z') {
        let (place, run) = part.strip_prefix('M')?.split_once('h')?;
        let (x, y) = place.split_once(' ')?;
        let (x, y, width): (usize, usize, usize) =
            (x.parse().ok()?, y.parse().ok()?, run.split_once('v')?.0.parse().ok()?);
        for down in 0..SCALE {
            let from = (y * SCALE + down) * size + x * SCALE;
            pixels.get_mut(from..from + width * SCALE)?.fill(0);
        }
    }
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(size, size, |x, y| {
        pixels.get(y * size + x).copied().unwrap_or(255)
    });
    let grids = image.detect_grids();
    let (meta, text) = grids.first()?.decode().ok()?;
    Some((text, meta.ecc_level))
}

//! Slips between two numbers: digits that changed places, a digit or a zero too few, *fourteen* for *forty*.

use super::Quantity;

/// Whether one number is the other with two digits in each other's place, one digit left out, or *-teen* for *-ty*: then
/// they are most likely meant for one.
///
/// ```
/// use on_record::{quantity::{find, slip}, text::Document};
/// let slipped = |a: &str, b: &str| {
///     let (a, b) = (Document::read(a), Document::read(b));
///     slip(&find(&a, &[])[0], &find(&b, &[])[0])
/// };
/// assert!(slipped("312 flats", "213 flats"));
/// assert!(slipped("£1.05bn", "£1.5bn"));
/// assert!(slipped("fourteen families", "40 families"));
/// assert!(!slipped("312 flats", "345 flats"));
/// ```
pub fn slip(a: &Quantity, b: &Quantity) -> bool {
    // A digit is left out, not two.
    const MOST: f64 = 20.0;
    let (low, high) = (a.value.abs().min(b.value.abs()), a.value.abs().max(b.value.abs()));
    if low * MOST < high
        || a.value == b.value
        || a.value < 10.0 && b.value < 10.0 && a.step >= 1.0 && b.step >= 1.0
    {
        return false;
    }
    let (x, y) = (digits(a), digits(b));
    let teen = |p: f64, q: f64| (13.0..=19.0).contains(&p) && q == (p - 10.0) * 10.0;
    teen(a.value, b.value) || teen(b.value, a.value) || swapped(&x, &y) || left_out(&x, &y)
}

/// The digits that a number is written in, without the zeros of its scale.
fn digits(q: &Quantity) -> Vec<u8> {
    let written = (q.value.abs() / q.step.max(f64::MIN_POSITIVE)).round();
    if written >= 1e12 {
        return Vec::new();
    }
    format!("{written}").into_bytes()
}

/// The same digits in another order, of which most stand in their place.
fn swapped(a: &[u8], b: &[u8]) -> bool {
    let sorted = |digits: &[u8]| {
        let mut digits = digits.to_vec();
        digits.sort_unstable();
        digits
    };
    let moved = a.iter().zip(b).filter(|(x, y)| x != y).count();
    a.len() == b.len() && a.len() >= 2 && moved == 2 && sorted(a) == sorted(b)
}

/// One digit of the longer left out gives the shorter.
fn left_out(a: &[u8], b: &[u8]) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.len() >= 2
        && long.len() == short.len() + 1
        && (0..long.len()).any(|i| long[..i] == short[..i] && long[i + 1..] == short[i..])
}

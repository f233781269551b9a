//! How much fits the address of a code of 700 bytes.

use carbon_points::domain::handover::{counted_up, pack};
use carbon_points::qr::drawing;

use super::trip;

/// As a kiosk would hand it over, at an address of an ordinary length.
const ADDRESS: &str = "https://green.example.gov.cn/carbon-points/?district=chaoyang#/take/";

#[test]
fn twelve_trips_fit_with_room_to_spare() {
    for (count, fits) in [(12, true), (18, true)] {
        let lines: Vec<_> = (1..=count).map(trip).collect();
        assert_eq!(ADDRESS.len() + pack(&lines).len() <= 700, fits, "{count}: {}", pack(&lines).len());
    }
}

/// The longest address there can be, as a code at level M, is read back.
#[test]
fn a_full_address_is_a_code_of_level_m() {
    let lines: Vec<_> = (1..=18).map(trip).collect();
    let address = format!("{:a<700}", format!("{ADDRESS}{}", pack(&lines)));
    let drawn = drawing(&address).expect("a code");
    // Version 21: 17 + 4 × 21 squares and the white around them; level M holds 711 bytes in it.
    assert_eq!(drawn.side, 17 + 4 * 21 + 8);
}

#[test]
fn ids_count_up() {
    assert_eq!(counted_up("0000000000000000", 0).as_deref(), Some("0000000000000000"));
    assert_eq!(counted_up("000000000000000Z", 1).as_deref(), Some("0000000000000010"));
    assert_eq!(counted_up("ZZZZZZZZZZZZZZZZ", 1).as_deref(), Some("0000000000000000"));
    for other in ["", "000000000000000", "000000000000000I", "00000000000000000", "中0000000000000"] {
        assert_eq!(counted_up(other, 1), None, "{other}");
    }
}

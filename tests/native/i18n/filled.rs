//! Texts with something put in.

use carbon_points::i18n::Language::{En, Zh};
use carbon_points::i18n::filled;
use carbon_points::i18n::summary::shared;

#[test]
fn each_place_gets_its_part() {
    assert_eq!(filled("还差 ^ 分", &["280"]), "还差 280 分");
    assert_eq!(filled("^ / ^", &["3", "4"]), "3 / 4");
    assert_eq!(filled("^ / ^", &["3"]), "3 / ^", "a place without a part stays");
    assert_eq!(filled("no place", &["3"]), "no place");
    assert_eq!(filled("^", &["a^b"]), "a^b", "what is put in has no places");
}

#[test]
fn a_line_of_two_says_so_and_a_line_of_one_does_not() {
    assert_eq!(shared(2, Zh).as_deref(), Some("2 人分"));
    assert_eq!(shared(2, En).as_deref(), Some("shared by 2"));
    assert_eq!(shared(1, Zh), None);
    assert_eq!(shared(0, En), None);
}

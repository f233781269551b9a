//! Texts with something put in.

use carbon_points::i18n::filled;

#[test]
fn each_place_gets_its_part() {
    assert_eq!(filled("还差 ^ 分", &["280"]), "还差 280 分");
    assert_eq!(filled("^ / ^", &["3", "4"]), "3 / 4");
    assert_eq!(filled("^ / ^", &["3"]), "3 / ^", "a place without a part stays");
    assert_eq!(filled("no place", &["3"]), "no place");
    assert_eq!(filled("^", &["a^b"]), "a^b", "what is put in has no places");
}

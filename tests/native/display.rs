//! The sizes of letters that can be chosen or asked for.

use carbon_points::display::TextSize;

#[test]
fn a_size_is_read_from_pixels_with_one_decimal() {
    for (text, pixels) in [("12", "12"), ("18", "18"), ("23.8", "23.8"), ("25.5", "25.5"), ("40", "40"), ("20.0", "20")]
    {
        assert_eq!(TextSize::from_text(text).and_then(TextSize::pixels).as_deref(), Some(pixels), "{text}");
    }
    // The browser's own size is left alone.
    assert_eq!(TextSize::from_text("16").map(TextSize::pixels), Some(None));
}

#[test]
fn anything_else_is_no_size() {
    for text in
        ["", "11.9", "40.1", "41", "-20", "+20", "20px", "2e1", "20.", ".5", "20.55", "１８", "99999999999", " 20"]
    {
        assert_eq!(TextSize::from_text(text), None, "{text}");
    }
}

#[test]
fn the_version_for_the_elderly_begins_at_18_pixels() {
    assert!(!TextSize::from_text("17.9").is_some_and(TextSize::is_elder));
    assert!(TextSize::from_text("18").is_some_and(TextSize::is_elder));
    assert!(!TextSize::default().is_elder() && TextSize::default().switched().is_elder());
    assert_eq!(TextSize::default().switched().switched(), TextSize::default());
}

#[test]
fn steps_lead_from_18_to_30_pixels_and_back() {
    let mut size = TextSize::default();
    let mut seen = Vec::new();
    while let Some(larger) = size.larger() {
        size = larger;
        seen.extend(size.pixels());
    }
    assert_eq!(seen, ["18", "20", "22", "24", "27", "30"]);
    let mut back = Vec::new();
    while let Some(smaller) = size.smaller() {
        size = smaller;
        back.extend(size.pixels());
    }
    assert_eq!(back, ["27", "24", "22", "20", "18"]);
}

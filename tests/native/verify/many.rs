//! A ledger of ten thousand.

use super::*;

#[test]
fn one_altered_entry_among_ten_thousand_is_named() {
    const MANY: usize = 10_000;
    let entries: Vec<Entry> = (0..MANY).zip(0..).map(|(place, at)| metro(&format!("N{place}"), at)).collect();
    let file = json_text(&entries, &[]);
    let whole = report(&file);
    assert_eq!((whole.entries, whole.equal, whole.differences.len()), (MANY, MANY, 0));
    // The first entry stands on line 4, so the 5000th stands on line 5003.
    let forged = changed(&file, 5_003, "\"points\":36", "\"points\":360");
    let found = report(&forged);
    assert_eq!((found.entries, found.equal, found.differences.len()), (MANY, MANY - 1, 1));
    let difference = &found.differences[0];
    assert_eq!(
        (difference.place, difference.line, difference.id.as_deref()),
        (Some(5_000), Some(5_003), Some("N4999"))
    );
    assert!(matches!(&difference.cause, Cause::Result { field: "points", stated, .. } if stated == "360"));
    let (status, lines, _) = assess("many.json", forged.as_bytes(), &[]);
    assert_eq!(status, Some(1));
    assert!(lines[0].contains("Line 5003, entry 5000 (N4999): points is stated as 360"), "{}", lines[0]);
    assert_eq!(lines.last().map(String::as_str), Some("equal: 9999 entries, different: 1"));
}

#[test]
fn one_altered_cell_among_ten_thousand_rows_is_named() {
    let entries: Vec<Entry> = (0..10_000).map(|at| metro(&format!("N{at}"), at)).collect();
    let table = csv_text(&ledger(entries), beijing(), Language::Zh);
    // The headings stand on line 1.
    let forged = changed(&table, 5_001, "地铁 10 公里", "地铁 99 公里");
    let (status, lines, _) = assess("many.csv", forged.as_bytes(), &[]);
    assert_eq!((status, lines.len()), (Some(1), 3), "{lines:?}");
    assert!(lines[0].starts_with("第 5001 行第 5000 笔（N4999）：「内容」一栏写着 地铁 99 公里，"), "{}", lines[0]);
}

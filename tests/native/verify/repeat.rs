//! An entry that stands in a file twice: one entry for an import, a difference for verifying.

use carbon_points::domain::archive::read;

use super::*;

/// The file with a line once more behind another.
fn doubled(file: &str, line: usize, behind: usize) -> String {
    let mut lines: Vec<String> = file.lines().map(str::to_owned).collect();
    let again = lines[line - 1].trim_end_matches(',').to_owned();
    if lines[behind - 1].ends_with(',') {
        lines.insert(behind, format!("{again},"));
    } else {
        lines[behind - 1].push(',');
        lines.insert(behind, again);
    }
    lines.join("\n")
}

#[test]
fn a_line_that_stands_twice_is_named_where_it_stands_again() {
    let file = json_text(&[metro("A", 1), metro("B", 2), metro("C", 3)], &[]);
    for (line, behind, place) in [(4, 4, 2), (4, 5, 3), (5, 6, 4), (6, 6, 4)] {
        let twice = doubled(&file, line, behind);
        let found = report(&twice);
        assert_eq!((found.entries, found.equal, found.differences.len()), (4, 3, 1), "{twice}");
        let difference = &found.differences[0];
        assert_eq!((difference.line, difference.place), (Some(behind + 1), Some(place)));
        assert_eq!(difference.cause, Cause::Again { first: Some(line) });
        assert_eq!(read(&twice, beijing()).expect("taken in").entries.len(), 3, "an import has it once");
    }
    let (line, id, cause) = only(&doubled(&file, 4, 4));
    assert_eq!((line, id.as_deref(), cause), (Some(5), Some("A"), Cause::Again { first: Some(4) }));
    let found = &report(&doubled(&file, 4, 4)).differences[0];
    assert_eq!(difference(found, Language::Zh), "第 5 行第 2 笔（A）：和第 4 行一字不差，重复了一遍。");
    assert_eq!(difference(found, Language::En), "Line 5, entry 2 (A): it repeats line 4 word for word.");
}

#[test]
fn places_behind_it_are_those_of_the_file() {
    let file = doubled(&json_text(&[metro("A", 1), metro("B", 2)], &[]), 4, 4);
    let forged = changed(&file, 6, "\"points\":36", "\"points\":37");
    let places: Vec<_> = report(&forged).differences.into_iter().map(|found| (found.line, found.place)).collect();
    assert_eq!(places, [(Some(5), Some(2)), (Some(6), Some(3))]);
}

#[test]
fn a_row_that_stands_twice_is_named_too() {
    let table = csv_text(&ledger([metro("A", 1), metro("B", 2)]), beijing(), Language::En);
    let rows: Vec<&str> = table.split_inclusive("\r\n").collect();
    let twice = [rows[0], rows[1], rows[2], rows[1]].concat();
    let (line, _, cause) = only(&twice);
    assert_eq!((line, cause), (Some(4), Cause::Again { first: Some(2) }));
    let (status, lines, _) = assess("twice.csv", twice.as_bytes(), &[]);
    assert_eq!((status, lines.last().map(String::as_str)), (Some(1), Some("equal: 2 entries, different: 1")));
}

//! Which rows of a long ledger are drawn.

use carbon_points::domain::date::Date;
use carbon_points::listing::{Listing, News, Rows, Seen};
use proptest::prelude::*;

use crate::support::day;

/// A thousand rows: ten days of a hundred.
fn days() -> Vec<Rows> {
    (0..10).map(|ago| (day("2026-11-20").plus_days(-ago), 100)).collect()
}

/// A screen of eight rows of 100 pixels, 20 pixels above the rows of a day, so far down the list.
fn seen(above: i64) -> News {
    News::Seen(Seen { above, height: 800, scrolled: above, measured: Some((100, 20)), ..Seen::default() })
}

fn drawn(listing: &Listing) -> Vec<usize> {
    listing.drawn_of(0, 1000).into_iter().flatten().collect()
}

#[test]
fn what_is_seen_is_drawn_and_a_few_rows_around_it() {
    let listing = Listing::default();
    assert_eq!(drawn(&listing), (0..16).collect::<Vec<_>>());
    let listing = listing.after(seen(0), &days()).expect("another height of rows");
    // Whole days of 10,020 pixels: 50 rows into the third.
    let far = listing.after(seen(2 * 10_020 + 20 + 100 * 50), &days()).expect("scrolled");
    let rows = drawn(&far);
    assert!(rows.contains(&250) && rows.contains(&258), "{rows:?}");
    assert!(rows.len() <= 30 && rows.iter().all(|row| (240..=270).contains(row)), "{rows:?}");
    // A little further, the same are drawn.
    assert!(far.after(seen(2 * 10_020 + 20 + 100 * 52), &days()).is_none());
    // At the end, the oldest.
    let last = far.after(seen(10 * 10_020 - 800), &days()).expect("scrolled");
    assert!(drawn(&last).contains(&999));
}

#[test]
fn the_row_with_the_focus_stays_and_so_do_its_neighbours() {
    let focused = Seen { height: 800, above: 40_000, focused: Some(3), ..Seen::default() };
    let listing = Listing::default().after(News::Seen(focused), &days()).expect("scrolled");
    assert!([2, 3, 4].iter().all(|row| drawn(&listing).contains(row)));
    assert_eq!(listing.drawn_of(0, 1000).len(), 2);
}

#[test]
fn who_asks_for_earlier_rows_gets_them_and_as_few_are_drawn() {
    let mut listing = Listing::default();
    for _ in 0..20 {
        let first = listing.end();
        listing = listing.after(News::Earlier, &days()).expect("earlier");
        assert_eq!(listing.asked.map(|(row, _)| row), Some(first));
        assert!(drawn(&listing).contains(&first) && drawn(&listing).len() < 30);
    }
}

proptest! {
    /// Wherever the screen is, what it shows is drawn, and little else.
    #[test]
    fn no_part_of_the_screen_is_empty(
        counts in prop::collection::vec(1..200_usize, 1..40),
        at in 0..1000_i64,
        height in 200..1600_i64,
    ) {
        let days: Vec<(Date, usize)> =
            (0..).zip(&counts).map(|(ago, rows)| (day("2026-11-20").plus_days(-ago), *rows)).collect();
        let total: usize = counts.iter().sum();
        let known = Seen { height, measured: Some((80, 40)), ..Seen::default() };
        let listing = Listing::default();
        let listing = listing.after(News::Seen(known), &days).unwrap_or(listing);
        let tall: i64 = counts.iter().map(|rows| listing.day(*rows)).sum();
        let above = tall * at / 1000;
        let listing = listing.after(News::Seen(Seen { above, ..known }), &days).unwrap_or(listing);
        let drawn: Vec<usize> = listing.drawn_of(0, total).into_iter().flatten().collect();
        prop_assert!(drawn.len() <= usize::try_from(height / 80).expect("small") + 20);
        // Every row that stands on the screen.
        let (mut top, mut row) = (0, 0);
        for count in counts {
            top += listing.day(0);
            for _ in 0..count {
                if top + listing.rows(1) > above && top < above + height {
                    prop_assert!(drawn.contains(&row), "row {} at {} of {}", row, top, above);
                }
                top += listing.rows(1);
                row += 1;
            }
        }
    }
}

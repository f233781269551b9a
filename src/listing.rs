//! Which rows of the ledger are drawn: those that are seen and a few around them, however many there are. The others
//! have no element; their place is held by a gap as tall as they are likely to be. Pure.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use crate::domain::activity::Kind;
use crate::domain::date::Date;
use crate::domain::ledger::{Entry, Ledger, Person, Posted};

/// Rows drawn before it is known how many are seen, and added for whoever presses "earlier".
const FIRST: usize = 16;
/// Rows drawn at least beyond what is seen; when fewer are, [`FAR`] are.
const NEAR: usize = 3;
const FAR: usize = 8;
/// More than any screen shows.
const MOST: usize = 200;
/// Pixels of a row and of what stands above the rows of a day, until they were measured.
const ROW: i64 = 72;
const HEAD: i64 = 64;

/// A day and how many rows it has.
pub type Rows = (Date, usize);

/// What the screen shows of the list. Pixels are those of a style sheet, rows are counted from the newest.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Seen {
    /// How far the list begins above the upper edge of the screen; below zero if it begins beneath it.
    pub above: i64,
    /// How tall the screen is.
    pub height: i64,
    /// How far down the page is.
    pub scrolled: i64,
    /// The first row drawn that is seen, and how far it begins beneath the upper edge.
    pub first: Option<(usize, i64)>,
    /// The row that has the focus.
    pub focused: Option<usize>,
    /// How tall a row is on average, and what stands above the rows of a day, among those drawn.
    pub measured: Option<(i64, i64)>,
}

/// What concerns the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum News {
    /// The screen shows this.
    Seen(Seen),
    /// The rows after those drawn were asked for.
    Earlier,
}

/// Which rows are drawn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listing {
    /// Those that are seen and a few around them.
    drawn: Range<usize>,
    /// The row that has the focus is drawn wherever it is, and its neighbours, so that the focus can go on to them.
    focused: Option<usize>,
    row: i64,
    head: i64,
    /// The row that gets the focus, because the rows from it on were asked for; and how often any were.
    pub asked: Option<(usize, usize)>,
}

impl Default for Listing {
    fn default() -> Self {
        Self { drawn: 0..FIRST, focused: None, row: ROW, head: HEAD, asked: None }
    }
}

impl Listing {
    /// From the top again.
    #[must_use]
    pub fn at_the_top(&self) -> Self {
        Self { row: self.row, head: self.head, ..Self::default() }
    }

    /// An entry was opened from it.
    pub fn leave(&mut self) {
        (self.focused, self.asked) = (None, None);
    }

    /// What is drawn after news, of so many rows; `None` if it is the same.
    pub fn after(&self, news: News, days: &[Rows]) -> Option<Self> {
        let total: usize = days.iter().map(|(_, rows)| rows).sum();
        let mut next = self.clone();
        match news {
            News::Earlier => {
                let first = self.drawn.end.min(total);
                next.drawn = first.saturating_sub(FAR)..first.saturating_add(FIRST).min(total);
                next.asked = Some((first, self.asked.map_or(0, |(_, times)| times) + 1));
            }
            News::Seen(seen) => {
                if let Some((row, head)) = seen.measured
                    && ((row - self.row).abs() * 4 > self.row || (head - self.head).abs() * 2 > self.head)
                {
                    (next.row, next.head) = (row.max(1), head.max(0));
                }
                next.focused = seen.focused.filter(|row| *row < total);
                let shown = next.shown(seen, days, total);
                let near = shown.start.saturating_sub(NEAR)..shown.end.saturating_add(NEAR).min(total);
                if near.start < self.drawn.start || near.end > self.drawn.end || self.drawn.len() > MOST {
                    next.drawn = shown.start.saturating_sub(FAR)..shown.end.saturating_add(FAR).min(total);
                }
            }
        }
        (next != *self).then_some(next)
    }

    /// The rows that the screen shows, as far as their heights are known.
    fn shown(&self, seen: Seen, days: &[Rows], total: usize) -> Range<usize> {
        let many = |pixels: i64| usize::try_from(pixels / self.row.max(1) + 1).unwrap_or(0).min(MOST);
        let first = match seen.first {
            Some((row, beneath)) => row.saturating_sub(if beneath > 0 { many(beneath) } else { 0 }),
            None => self.row_at(seen.above, days),
        };
        // A list that begins beneath the screen's upper edge has less room.
        let first = first.min(total.saturating_sub(1));
        first..first.saturating_add(many(seen.height)).min(total)
    }

    /// The row that stands so far down the list.
    fn row_at(&self, pixels: i64, days: &[Rows]) -> usize {
        let (mut top, mut before) = (0, 0);
        for (_, rows) in days {
            let height = self.day(*rows);
            if top + height > pixels {
                let within = (pixels - top - self.head).max(0) / self.row.max(1);
                return before + usize::try_from(within).unwrap_or(0).min(rows.saturating_sub(1));
            }
            top += height;
            before += rows;
        }
        before
    }

    /// How tall a whole day is.
    pub fn day(&self, rows: usize) -> i64 {
        self.head + self.rows(rows)
    }

    /// How tall so many rows are.
    pub fn rows(&self, rows: usize) -> i64 {
        self.row * i64::try_from(rows).unwrap_or(0)
    }

    /// The rows that are drawn among those from `first` to before `end`, in order, in up to two ranges.
    pub fn drawn_of(&self, first: usize, end: usize) -> Vec<Range<usize>> {
        let outside = self.focused.filter(|row| !self.drawn.contains(row));
        let around = outside.map(|row| row.saturating_sub(1)..row + 2);
        let mut ranges: Vec<Range<usize>> = [Some(self.drawn.clone()), around].into_iter().flatten().collect();
        ranges.sort_by_key(|range| range.start);
        let mut found: Vec<Range<usize>> = Vec::new();
        for range in ranges {
            let within = range.start.max(first)..range.end.min(end);
            match found.last_mut() {
                _ if within.is_empty() => {}
                Some(last) if within.start <= last.end => last.end = last.end.max(within.end),
                _ => found.push(within),
            }
        }
        found
    }

    /// The row after those that are seen.
    pub fn end(&self) -> usize {
        self.drawn.end
    }

    /// All up to the last one drawn: where the frame is as tall as the page, nothing scrolls in it.
    #[must_use]
    pub fn from_the_top(&self) -> Self {
        Self { drawn: 0..self.drawn.end, ..self.clone() }
    }
}

/// How many rows each day of a person has, newest first, of a group of kinds only.
pub fn rows(ledger: &Ledger, group: Option<Kind>, person: &str) -> Vec<Rows> {
    let days = ledger.days().map(|day| (day, of_day(ledger, day, group, person).count()));
    days.filter(|(_, rows)| *rows > 0).collect()
}

/// The entries of a day that are rows, last recorded first.
pub fn of_day<'l>(
    ledger: &'l Ledger,
    day: Date,
    group: Option<Kind>,
    person: &'l str,
) -> impl Iterator<Item = (&'l Rc<Entry>, &'l Posted)> {
    ledger.of_day(day).filter(move |(_, posted)| {
        let kept = group.is_none_or(|chosen| chosen.domain() == posted.activity.facts.kind().domain());
        kept && posted.holders().any(|holder| holder == person)
    })
}

/// [`rows`] as they were counted last, and for what: counting a hundred thousand takes longer than drawing a screen.
#[derive(Clone, Default, Debug)]
pub struct Counted(Rc<RefCell<Option<Known>>>);

/// What was counted last.
type Known = (Key, Rc<[Rows]>);

/// The length of the ledger, the group of kinds, and the person.
type Key = (usize, Option<Kind>, Person);

impl Counted {
    /// The rows, counted again if something about them is another.
    pub fn rows(&self, ledger: &Ledger, group: Option<Kind>, person: &str) -> Rc<[Rows]> {
        let key = (ledger.entries().len(), group, person.to_owned());
        let mut known = self.0.borrow_mut();
        match &*known {
            Some((same, rows)) if *same == key => rows.clone(),
            _ => known.insert((key, rows(ledger, group, person).into())).1.clone(),
        }
    }
}

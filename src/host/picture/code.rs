//! A code that hands entries over, with what is in it, as somebody finds it again among their photos.

use super::{INK, MARGIN, Mark, PAPER, Picture, SHEET, SOFT, WIDTH, bold, code, line};
use crate::domain::handover::Batch;
use crate::i18n::{Language, Text, calendar, filled, number};

/// What is drawn.
#[derive(Clone, Copy, Debug)]
pub struct CodeSheet<'a> {
    /// What the code carries.
    pub batch: &'a Batch,
    /// Its place among all, counted from 1, and how many there are.
    pub place: (usize, usize),
    /// The address that is the code.
    pub link: &'a str,
}

/// How a code is called: 交接码 1/3
pub fn name((place, of): (usize, usize), language: Language) -> String {
    let t = Text::of(language);
    if of == 1 { t.codes_title().to_owned() } else { format!("{} {place}/{of}", t.codes_title()) }
}

/// What is in it: 12 笔，2026年11月1日 – 2026年11月20日
pub fn contents(batch: &Batch, language: Language) -> String {
    let count = number::grouped(&batch.entries.to_string());
    let (first, last) = batch.days;
    let day = |date| calendar::day(date, language);
    let days = if first == last { day(first) } else { format!("{} – {}", day(first), day(last)) };
    filled(Text::of(language).codes_contents(), &[&count, &days])
}

/// The picture; `None` if the address is too long for a code.
pub fn of_code(sheet: &CodeSheet<'_>, language: Language) -> Option<Picture> {
    let t = Text::of(language);
    let mut marks = vec![
        bold(line(MARGIN, 100, 34, INK, t.app_name().to_owned())),
        bold(line(MARGIN, 160, 44, INK, name(sheet.place, language))),
        Mark::Line(line(MARGIN, 210, 26, SOFT, contents(sheet.batch, language))),
    ];
    let mut dark = Vec::new();
    let side = code(&mut dark, sheet.link, (0, 0), WIDTH - 2 * MARGIN)?;
    let left = (WIDTH - side) / 2;
    code(&mut marks, sheet.link, (left, 250), WIDTH - 2 * MARGIN)?;
    let mut base = 250 + side + 56;
    for said in [t.codes_how(), t.codes_alone(), t.codes_not_in_short(), t.host_picture_own()] {
        marks.push(Mark::Line(line(MARGIN, base, 24, SOFT, said.to_owned())));
        base += 40;
    }
    let height = base + 20;
    marks.insert(0, Mark::Block(0, 0, WIDTH, height, PAPER));
    marks.insert(1, Mark::Block(MARGIN - 30, 40, WIDTH - 2 * (MARGIN - 30), height - 70, SHEET));
    Some(Picture { height, marks })
}

//! What differs, and where. No prose; the sentences are in [`crate::i18n::verify`].

use std::collections::BTreeMap;

use crate::domain::assessment::{Totals, Verdict};
use crate::domain::chain::{Digest, Head};
use crate::domain::date::Date;
use crate::domain::ledger::Posted;
use crate::domain::receipt::Refusal;

/// The first thing that differs in an entry, or in the file as a whole.
#[derive(Clone, PartialEq, Debug)]
pub struct Difference {
    /// The place of the entry among the entries, from 1; `None` if it is no entry's.
    pub place: Option<usize>,
    /// The id of the entry; `None` if it is no entry's.
    pub id: Option<String>,
    /// The line of the file, from 1, if there is a file.
    pub line: Option<usize>,
    /// What differs.
    pub cause: Cause,
}

/// What differs.
#[derive(Clone, PartialEq, Debug)]
pub enum Cause {
    /// A result is not what its rules give.
    Result {
        /// The member of the record: `verdict`, `carbon_mg`, `voc_mg`, `nox_mg`, `upe` or `points`.
        field: &'static str,
        /// What the record states.
        stated: String,
        /// What comes of working it out again.
        recomputed: String,
        /// The rulebook it was worked out with.
        rulebook: String,
    },
    /// The rules it names refuse such an activity.
    Refused {
        /// The rulebook.
        rulebook: String,
    },
    /// A reward was not offered so on its day.
    Cost {
        /// The points the record states.
        stated: i64,
        /// The points it was offered for; `None` if it was not offered, or with another last day.
        offered: Option<i64>,
    },
    /// What it reverses or uses stands nowhere before it, or cannot be reversed or used.
    NotThere {
        /// The id.
        of: String,
    },
    /// What it reverses or uses was reversed or used before.
    EndedBefore {
        /// The id.
        of: String,
    },
    /// The receipt it keeps does not certify it.
    Receipt(Refusal),
    /// It is of a day after the one on which it was recorded.
    DatedLater {
        /// The day it is of.
        date: Date,
        /// The day in Beijing on which it was recorded.
        recorded: Date,
    },
    /// It was recorded on a day that is still to come.
    ToCome {
        /// The day in Beijing on which it was recorded.
        recorded: Date,
        /// The day here, in Beijing.
        today: Date,
    },
    /// It was recorded before the rules it names were published.
    Unpublished {
        /// The rules.
        rulebook: String,
        /// The day on which they were published.
        published: Date,
        /// The day in Beijing on which it was recorded.
        recorded: Date,
    },
    /// It stands in the file once more, word for word.
    Again {
        /// The line on which it stands first.
        first: Option<usize>,
    },
    /// A cell of the table says something else than the record of its row.
    Cell {
        /// What its column is called.
        column: String,
        /// What stands there.
        stated: String,
        /// What should.
        expected: String,
    },
    /// A column of the table is none that the page writes.
    Column {
        /// What it is called.
        column: String,
    },
    /// The digest is another: the entry was changed, or something before it was taken out, put in or moved.
    Digest {
        /// What is stated; `None` if nothing is.
        stated: Option<Digest>,
        /// What it is.
        found: Digest,
    },
    /// The end is another: entries are missing there, or were added.
    Head {
        /// What is stated; `None` if nothing is.
        stated: Option<Head>,
        /// What it is; `None` if there are no entries.
        found: Option<Head>,
    },
    /// The first entries are not those of a head that was kept.
    Kept {
        /// What was kept.
        kept: Head,
        /// What so many entries come to now, or all if there are fewer.
        found: Option<Head>,
    },
}

/// What the cells of a table say besides its records; [`crate::i18n::sheet::Held`] finds it out. Nothing if the file is no
/// table.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Cells {
    /// What is wrong with its columns.
    pub columns: Vec<Cause>,
    /// By the place of the row among the rows, from 1: what is wrong with it.
    pub rows: BTreeMap<usize, Cell>,
}

/// What came of holding a row against its record.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// The first cell that says something else.
    Other(Cause),
    /// What points count for is as rules say that are not at hand: these.
    Unknown(String),
}

/// An entry whose result could not be worked out again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unchecked {
    /// Its place among the entries, from 1.
    pub place: usize,
    /// Its id.
    pub id: String,
    /// The line of the file, from 1, if there is a file.
    pub line: Option<usize>,
    /// The rules that are not at hand.
    pub rulebook: String,
}

/// An entry that counts as verified although nothing here shows that it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unproven {
    /// Its place among the entries, from 1.
    pub place: usize,
    /// Its id.
    pub id: String,
    /// The line of the file, from 1, if there is a file.
    pub line: Option<usize>,
    /// Whether it keeps a receipt, whose signature could not be checked here.
    pub receipt: bool,
}

/// The first member of a result that is not what it should be.
pub(in crate::domain) fn of_result(posted: &Posted, verdict: Option<Verdict>, totals: Totals) -> Cause {
    let rulebook = posted.rulebook.clone();
    let Some(verdict) = verdict else { return Cause::Refused { rulebook } };
    let (stated, found) = (fields(posted.verdict, posted.totals), fields(verdict, totals));
    let other = stated.into_iter().zip(found).find(|(stated, found)| stated != found);
    // Something differs, or nobody would ask.
    let Some(((field, stated), (_, recomputed))) = other else { return Cause::Refused { rulebook } };
    Cause::Result { field, stated, recomputed, rulebook }
}

/// A result as the members of a record.
pub(in crate::domain) fn fields(verdict: Verdict, totals: Totals) -> [(&'static str, String); 6] {
    [
        ("carbon_mg", totals.carbon_mg.to_string()),
        ("voc_mg", totals.air.voc_mg.to_string()),
        ("nox_mg", totals.air.nox_mg.to_string()),
        ("upe", totals.air.upe.to_string()),
        ("points", totals.points.to_string()),
        ("verdict", verdict.as_str().to_owned()),
    ]
}

//! Why a text is refused. No prose; the sentences are in [`crate::i18n`].

/// What is wrong with a text. Nothing of it is taken in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// There is nothing in it.
    Empty,
    /// A character is in it that no such text has.
    Character(char),
    /// Its end is missing.
    Truncated,
    /// Its check sum is not that of what is in it, or something stands after its end.
    Damaged,
    /// It was written by a newer version of the page.
    Newer {
        /// The version it is of.
        given: u8,
        /// The latest that can be read.
        latest: u8,
    },
    /// It is whole, but the rules at hand do not understand this line, counted from 1; of no line, what stands before
    /// them.
    Line(usize),
}

//! The device's store, when it cannot be had, is damaged, or is taken away under the page: what becomes of it, and what
//! the resident is told.

mod lacking;

#[cfg(target_arch = "wasm32")]
mod acting;
#[cfg(target_arch = "wasm32")]
mod drawing;

#[cfg(target_arch = "wasm32")]
pub(in crate::app) use acting::{begin, recheck, restore};
#[cfg(target_arch = "wasm32")]
pub(in crate::app) use drawing::said;

pub use lacking::{ends, lacking};

/// What there is to say about the device's store, besides that the browser refuses it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Storage {
    /// Nothing.
    #[default]
    Fine,
    /// Another tab holds an older version of it.
    Blocked,
    /// The browser does not answer.
    Silent,
    /// It is of a newer version of the page.
    Newer,
    /// It is damaged, and there is no other place either.
    Damaged,
    /// It opened late, and what was recorded meanwhile is in it.
    Late,
    /// It is damaged, and what it gave was copied to another place, which is used from now on.
    Rescued {
        /// Records that could be read.
        read: usize,
        /// Records that make no sense, and are put aside there.
        unread: usize,
    },
    /// So many records are not on the device any more; the page still has them.
    Lost(usize),
    /// Writing them again was tried in vain.
    Stuck(usize),
    /// So many were written again.
    Returned(usize),
}

impl Storage {
    /// Whether it is said once: it is gone with the next screen.
    pub fn is_news(self) -> bool {
        matches!(self, Self::Late | Self::Returned(_))
    }

    /// Whether what was called saved is not on the device any more.
    pub fn is_loss(self) -> bool {
        matches!(self, Self::Lost(_) | Self::Stuck(_))
    }
}

//! How long nobody has touched the screen.

use super::Operator;

/// Waiting for the next touch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wait {
    /// The screen was touched at that moment, milliseconds of a clock that nobody sets.
    Since(i64),
    /// Nobody was there for long; what is left before the session ends.
    Asking {
        /// Since when it is asked.
        since: i64,
        /// Whole seconds left, rounded up.
        left: u32,
    },
    /// Nobody answered.
    Over,
}

impl Wait {
    /// Touched just now.
    pub fn since(now: i64) -> Self {
        Self::Since(now)
    }

    /// The seconds left, while it is asked.
    pub fn shown(self) -> Option<u32> {
        match self {
            Self::Asking { left, .. } => Some(left),
            Self::Since(_) | Self::Over => None,
        }
    }

    /// After a touch. While it is asked whether anybody is there, a touch is no answer: it may be the next person's.
    #[must_use]
    pub fn touched(self, now: i64) -> Self {
        match self {
            Self::Since(_) => Self::Since(now),
            other => other,
        }
    }

    /// As it stands at a later moment. A clock that went back counts as a touch; one that jumped ahead, as that of a device
    /// that slept may, ends the session at once.
    #[must_use]
    pub fn at(self, now: i64, operator: &Operator) -> Self {
        let (idle, countdown) = (ms(operator.idle), ms(operator.countdown));
        match self {
            Self::Since(touched) if now < touched => Self::Since(now),
            Self::Since(touched) if now - touched < idle => self,
            Self::Since(touched) => Self::left(touched + idle, now, countdown),
            Self::Asking { since, .. } if now < since => Self::left(now, now, countdown),
            Self::Asking { since, .. } => Self::left(since, now, countdown),
            Self::Over => Self::Over,
        }
    }

    fn left(since: i64, now: i64, countdown: i64) -> Self {
        let left = countdown - (now - since);
        if left <= 0 {
            return Self::Over;
        }
        Self::Asking { since, left: u32::try_from((left + 999) / 1000).unwrap_or(u32::MAX) }
    }
}

fn ms(seconds: u32) -> i64 {
    i64::from(seconds) * 1000
}

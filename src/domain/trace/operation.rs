//! What a step does: on exact numbers of any size and, where there is such a way, on small ones.

use super::Operand;
#[cfg(small_numbers)]
use crate::domain::exact::small::Small;
use crate::domain::exact::{Exact, Overflow};

/// What a step does with its operands, from left to right.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operation {
    /// Sum of all operands.
    Add,
    /// First less the others.
    Subtract,
    /// Product of all operands.
    Multiply,
    /// First divided by the others.
    Divide,
    /// The largest operand (a floor such as zero).
    AtLeast,
    /// The smallest operand (a ceiling).
    AtMost,
    /// Whole number nearest to the product of all operands, halves up: the number and its conversion to the unit kept.
    RoundHalfUp,
    /// Whole number at or below the first divided by the others.
    Floor,
}

impl Operation {
    /// The stable spelling in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Subtract => "subtract",
            Self::Multiply => "multiply",
            Self::Divide => "divide",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::RoundHalfUp => "round_half_up",
            Self::Floor => "floor",
        }
    }

    pub(super) fn apply<'o>(self, mut operands: impl Iterator<Item = &'o Operand> + Clone) -> Result<Exact, Overflow> {
        #[cfg(small_numbers)]
        if let Some(value) = self.apply_to_small(operands.clone()) {
            return Ok(value.exact());
        }
        let combine: fn(Exact, Exact) -> Result<Exact, Overflow> = match self {
            Self::Add => Exact::add,
            Self::Subtract => Exact::subtract,
            Self::Multiply | Self::RoundHalfUp => Exact::multiply,
            Self::Divide | Self::Floor => Exact::divide,
            Self::AtLeast => |value, floor| Ok(value.at_least(floor)),
            Self::AtMost => |value, ceiling| Ok(value.at_most(ceiling)),
        };
        let mut value = operands.next().ok_or(Overflow)?.value;
        for other in operands {
            value = combine(value, other.value)?;
        }
        match self {
            Self::RoundHalfUp => value.round_half_up().map(Exact::from),
            Self::Floor => value.floor().map(Exact::from),
            _ => Ok(value),
        }
    }
}

#[cfg(small_numbers)]
impl Operation {
    /// The same where all numbers are small: then it is many times as fast. `None` if one is not, or becomes too large.
    pub(super) fn apply_to_small<'o>(self, mut operands: impl Iterator<Item = &'o Operand>) -> Option<Small> {
        let mut value = Small::of(&operands.next()?.value)?;
        for operand in operands {
            let other = Small::of(&operand.value)?;
            value = match self {
                Self::Add => value.add(other),
                Self::Subtract => value.subtract(other),
                Self::Multiply | Self::RoundHalfUp => value.multiply(other),
                Self::Divide | Self::Floor => value.divide(other),
                Self::AtLeast => value.is_below(other).map(|below| if below { other } else { value }),
                Self::AtMost => other.is_below(value).map(|above| if above { other } else { value }),
            }?;
        }
        match self {
            Self::RoundHalfUp => value.round_half_up(),
            Self::Floor => value.floor(),
            _ => Some(value),
        }
    }
}

//! Statements: what is shown adds up as it is shown, and one month begins where the one before ended.

mod balance;
mod factors;
mod ledgers;
mod lines;
mod sums;

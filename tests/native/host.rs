//! The page and its host: what is read, what is told, and who may know it.

mod codec;
mod consent;
mod look;
mod origins;
mod signs;
mod told;

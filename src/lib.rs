//! On Record compares a text with a *record*, a data set of dated statements, and says which of the
//! text's claims conflict with the record, which later statements have made outdated, and which are
//! disputed, each with its dated evidence.
//!
//! Both sides go through one analysis and come out as the same type, [`claim::Claim`]; then a claim
//! is compared with a claim. [`Checker::check`] shows the whole way on one screen. The modules stand in the
//! order in which data flows; none imports a later one:
//! [`english`], [`text`], [`time`], [`quantity`], [`claim`], [`record`], [`retrieve`], [`compare`],
//! [`report`], [`mod@check`].
//!
//! Spans are UTF-8 byte ranges everywhere inside; [`text::Offsets`] turns them into UTF-16 or code
//! points once, where a report leaves the library.

pub mod check;
pub mod claim;
pub mod compare;
pub mod english;
mod error;
pub mod quantity;
pub mod record;
pub mod report;
pub mod retrieve;
pub mod text;
pub mod time;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use check::{Checker, Hit, Options};
pub use error::{Error, ErrorCode, Fault};

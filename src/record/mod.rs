//! A record: dated statements, who said them, according to whom; read from source or pack.

mod model;

pub use model::{Entity, EntityKind, PartialDate, Record, Role, Source, Statement, Topic};

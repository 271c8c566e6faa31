//! A record: dated statements, who said them, according to whom; read from source or pack.

mod block;
mod date;
mod doubts;
mod list;
mod merge;
mod model;
mod pack;
mod source;

pub(crate) use date::MONTHS;
pub use list::{List, Packed};
pub use merge::merge;
pub use model::{Entity, EntityKind, PartialDate, Record, Role, Source, Statement, Topic};
pub use pack::{Pack, content_hash, is_pack, read_pack, write_pack};
#[cfg(feature = "schema")]
pub use source::form::record_schema;
pub use source::form::write_source;
pub use source::{
    Flag, LARGEST_SOURCE, Quiet, RecordTest, Remark, SourceFile, Warning, read_source, read_source_file,
};

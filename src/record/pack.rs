//! The compiled record, `NAME.pack`, version 2.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | magic number `89 4F 52 50 0D 0A 1A 0A`, which a transfer as text would spoil |
//! | 4 | format version, little-endian as all numbers |
//! | 4 | number of sections |
//! | 44 each | a section's tag (4), length (8) and BLAKE3 hash (32) |
//! | 32 | BLAKE3 hash of all bytes before |
//! | the rest | the sections, one after the other, nothing between or after |
//!
//! Every byte is under a hash, and each is hashed once. The section `head` is the model without sources and statements in
//! [postcard](https://postcard.jamesmunns.com/wire-format)'s form, `srcs` and `stat` are these (see `block`). The hash of
//! these three sections' hashes is the record's content hash. What else a pack carries can be made again from the record;
//! other modules write and read it as sections of their own. The file is not compressed: servers do that.
//!
//! Version 1 had the whole model in one section, which had to be read before anything could be asked.

use super::block::{self, Bounds};
use super::{List, Record};
use crate::error::{Error, ErrorCode};

const MAGIC: [u8; 8] = *b"\x89ORP\r\n\x1a\n";
const VERSION: u32 = 2;
/// What makes up the record, in this order.
const RECORD: [[u8; 4]; 3] = [*b"head", *b"srcs", *b"stat"];
const FIXED: usize = 16;
const ENTRY: usize = 44;
const HASH: usize = 32;

/// A pack that was read and found whole.
#[derive(Debug)]
pub struct Pack<'b> {
    /// The record.
    pub record: Record,
    /// Its content hash, lower-case hexadecimal.
    pub hash: String,
    /// Which statement replaces which: pairs of indices, newer and older.
    pub supersedes: Vec<(u32, u32)>,
    sections: Vec<([u8; 4], &'b [u8])>,
}

impl<'b> Pack<'b> {
    /// The bytes of a section, if the pack has it.
    pub fn section(&self, tag: [u8; 4]) -> Option<&'b [u8]> {
        self.sections.iter().find(|(t, _)| *t == tag).map(|(_, bytes)| *bytes)
    }

    /// The tags and lengths of all sections, in the order of the file.
    pub fn sections(&self) -> impl Iterator<Item = ([u8; 4], usize)> + '_ {
        self.sections.iter().map(|(tag, bytes)| (*tag, bytes.len()))
    }
}

/// Whether a file is meant to be a pack, of whatever version, or the beginning of one: no text begins so.
pub fn is_pack(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(4)];
    !start.is_empty() && MAGIC.starts_with(start)
}

/// Hash of what a record says, lower-case hexadecimal: the same for the same source on every machine.
pub fn content_hash(record: &Record) -> String {
    combined(encode(record).iter().map(|section| blake3::hash(section)))
}

/// One hash of the record's sections' hashes.
fn combined(hashes: impl Iterator<Item = blake3::Hash>) -> String {
    let mut all = blake3::Hasher::new();
    hashes.for_each(|hash| {
        all.update(hash.as_bytes());
    });
    all.finalize().to_hex().to_string()
}

/// A record as a pack, with sections of other modules; their tags differ from each other and from those of the record.
///
/// ```
/// # use on_record::record::{Record, read_pack, write_pack};
/// let record = Record { title: "Line 9".into(), ..Record::default() };
/// let bytes = write_pack(&record, &[(*b"note", b"hello".to_vec())]);
/// let pack = read_pack(&bytes).unwrap();
/// assert_eq!(pack.record, record);
/// assert_eq!(pack.section(*b"note"), Some(&b"hello"[..]));
/// ```
pub fn write_pack(record: &Record, sections: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let record = encode(record);
    let mut all: Vec<([u8; 4], &[u8])> = RECORD.into_iter().zip(record.iter().map(Vec::as_slice)).collect();
    all.extend(sections.iter().map(|(tag, bytes)| (*tag, bytes.as_slice())));

    let body: usize = all.iter().map(|(_, bytes)| bytes.len()).sum();
    let mut pack = Vec::with_capacity(FIXED + ENTRY * all.len() + HASH + body);
    pack.extend(MAGIC);
    pack.extend(VERSION.to_le_bytes());
    pack.extend((all.len() as u32).to_le_bytes());
    for (tag, bytes) in &all {
        pack.extend(tag);
        pack.extend((bytes.len() as u64).to_le_bytes());
        pack.extend(blake3::hash(bytes).as_bytes());
    }
    pack.extend(*blake3::hash(&pack).as_bytes());
    for (_, bytes) in &all {
        pack.extend(*bytes);
    }
    pack
}

/// Reads a pack and verifies every byte of it.
///
/// # Errors
/// [`ErrorCode::RecordVersion`] for a pack of another format version, [`ErrorCode::RecordDamaged`] for
/// one that is cut, altered or no pack at all.
pub fn read_pack(bytes: &[u8]) -> Result<Pack<'_>, Error> {
    let head = bytes.get(..FIXED).ok_or_else(|| damaged("is cut off"))?;
    if head[..8] != MAGIC {
        return Err(damaged("does not start like a pack"));
    }
    let version = number(&head[8..12]);
    if version != u64::from(VERSION) {
        let message = format!(
            "the pack has format version {version}, this On Record reads version {VERSION}; build it again from its source with “on-record record build”"
        );
        return Err(Error::new(ErrorCode::RecordVersion, message));
    }
    let count = number(&head[12..16]) as usize;
    let table_end = count.checked_mul(ENTRY).and_then(|n| n.checked_add(FIXED));
    let table_end = table_end.ok_or_else(|| damaged("is altered"))?;
    let body = table_end.checked_add(HASH).filter(|&end| end <= bytes.len());
    let body = body.ok_or_else(|| damaged("is cut off"))?;
    if blake3::hash(&bytes[..table_end]) != bytes[table_end..body] {
        return Err(damaged("is altered"));
    }

    let (sections, hashes) = verified(&bytes[FIXED..table_end], &bytes[body..])?;
    let hash = combined(hashes.into_iter());
    let pack = Pack { record: Record::default(), hash, supersedes: Vec::new(), sections };
    record(pack).ok_or_else(|| damaged("holds what is no record"))
}

type Sections<'b> = Vec<([u8; 4], &'b [u8])>;

/// The sections that a table of contents tells of, and the hashes of those of the record.
fn verified<'b>(table: &[u8], body: &'b [u8]) -> Result<(Sections<'b>, Vec<blake3::Hash>), Error> {
    let mut rest = body;
    let mut sections = Vec::new();
    let mut hashes = Vec::new();
    for entry in table.chunks_exact(ENTRY) {
        let tag = [entry[0], entry[1], entry[2], entry[3]];
        let length = usize::try_from(number(&entry[4..12])).map_err(|_| damaged("is too large"))?;
        let (section, after) = rest.split_at_checked(length).ok_or_else(|| damaged("is cut off"))?;
        let found = blake3::hash(section);
        if found != entry[12..ENTRY] {
            return Err(damaged("is altered"));
        }
        if RECORD.contains(&tag) {
            hashes.push(found);
        }
        sections.push((tag, section));
        rest = after;
    }
    if !rest.is_empty() {
        return Err(damaged("has bytes after its end"));
    }
    if sections.iter().map(|(tag, _)| *tag).take(RECORD.len()).ne(RECORD) || hashes.len() != RECORD.len() {
        return Err(damaged("holds no record"));
    }
    Ok((sections, hashes))
}

/// Reads a pack's record; `None` where references lead nowhere, dates are not real or the statements are not in date
/// order, which the rest of the library takes for granted. A pack of right hashes can still have been made by
/// another hand.
fn record(mut pack: Pack) -> Option<Pack> {
    let [head, sources, statements] = RECORD.map(|tag| pack.section(tag).unwrap_or_default());
    let (mut record, left): (Record, _) = postcard::take_from_bytes(head).ok()?;
    let roles = record.entities.iter().flat_map(|entity| &entity.roles);
    let dated = roles.flat_map(|role| [role.from, role.to]).flatten().all(|date| date.is_real());
    if !left.is_empty() || !dated || !record.sources.is_empty() || !record.statements.is_empty() {
        return None;
    }
    record.sources = block::read_sources(sources)?;
    let bounds = Bounds {
        entities: record.entities.len(),
        topics: record.topics.len(),
        sources: record.sources.len(),
    };
    (record.statements, pack.supersedes) = block::read_statements(statements, &bounds)?;
    pack.record = record;
    Some(pack)
}

/// The sections of a record.
fn encode(record: &Record) -> [Vec<u8>; 3] {
    let head = Record {
        title: record.title.clone(),
        version: record.version.clone(),
        license: record.license.clone(),
        language: record.language.clone(),
        covers: record.covers,
        entities: record.entities.clone(),
        topics: record.topics.clone(),
        sources: List::default(),
        statements: List::default(),
    };
    // Writing to memory fails for no value of these types: they have no maps and no unsized sequences.
    let head = postcard::to_allocvec(&head).unwrap_or_default();
    [head, block::write_sources(&record.sources), block::write_statements(&record.statements)]
}

/// A little-endian number of up to eight bytes.
fn number(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |n, &b| n << 8 | u64::from(b))
}

fn damaged(how: &str) -> Error {
    let message = format!("the pack {how}; fetch or build it again");
    Error::new(ErrorCode::RecordDamaged, message)
}

//! The compiled record, `NAME.pack`, version 1.
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
//! Every byte is under a hash, and each is hashed once. The section `reco` is the model in
//! [postcard](https://postcard.jamesmunns.com/wire-format)'s form; its hash is the record's content
//! hash. What else a pack carries (index, analysed statements) can be made again from the record; other
//! modules write and read it as sections of their own. The file is not compressed: servers do that.

use super::Record;
use crate::error::{Error, ErrorCode};

const MAGIC: [u8; 8] = *b"\x89ORP\r\n\x1a\n";
const VERSION: u32 = 1;
const RECORD_TAG: [u8; 4] = *b"reco";
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

/// Whether a file is meant to be a pack, of whatever version.
pub fn is_pack(bytes: &[u8]) -> bool {
    bytes.starts_with(&MAGIC[..4])
}

/// Hash of what a record says, lower-case hexadecimal: the same for the same source on every machine.
pub fn content_hash(record: &Record) -> String {
    blake3::hash(&encode(record)).to_hex().to_string()
}

/// A record as a pack, with sections of other modules; their tags differ from each other and from `reco`.
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
    let mut all: Vec<([u8; 4], &[u8])> = vec![(RECORD_TAG, &record)];
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

    let mut rest = &bytes[body..];
    let mut sections = Vec::with_capacity(count);
    let mut hash = None;
    for entry in bytes[FIXED..table_end].chunks_exact(ENTRY) {
        let tag = [entry[0], entry[1], entry[2], entry[3]];
        let length = usize::try_from(number(&entry[4..12])).map_err(|_| damaged("is too large"))?;
        let (section, after) = rest.split_at_checked(length).ok_or_else(|| damaged("is cut off"))?;
        let found = blake3::hash(section);
        if found != entry[12..ENTRY] {
            return Err(damaged("is altered"));
        }
        if tag == RECORD_TAG {
            hash = Some(found.to_hex().to_string());
        }
        sections.push((tag, section));
        rest = after;
    }
    if !rest.is_empty() {
        return Err(damaged("has bytes after its end"));
    }
    let hash = hash.ok_or_else(|| damaged("holds no record"))?;
    let encoded = sections.iter().find(|(tag, _)| *tag == RECORD_TAG).map_or(&[][..], |(_, bytes)| bytes);
    let (record, left): (Record, _) =
        postcard::take_from_bytes(encoded).map_err(|_| damaged("holds what is no record"))?;
    if !left.is_empty() || !sound(&record) {
        return Err(damaged("holds what is no record"));
    }
    Ok(Pack { record, hash, sections })
}

fn encode(record: &Record) -> Vec<u8> {
    // Writing to memory fails for no value of these types: they have no maps and no unsized sequences.
    postcard::to_allocvec(record).unwrap_or_default()
}

/// A little-endian number of up to eight bytes.
fn number(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |n, &b| n << 8 | u64::from(b))
}

fn damaged(how: &str) -> Error {
    let message = format!("the pack {how}; fetch or build it again");
    Error::new(ErrorCode::RecordDamaged, message)
}

/// Whether all references lead somewhere, all dates are real and the statements are in date order, as the
/// rest of the library takes for granted. A pack of right hashes can still have been made by another hand.
fn sound(record: &Record) -> bool {
    let count = record.statements.len();
    let roles = record.entities.iter().flat_map(|entity| &entity.roles);
    roles.flat_map(|role| [role.from, role.to]).flatten().all(|date| date.is_real())
        && record.sources.iter().filter_map(|source| source.published).all(|date| date.is_real())
        && record.statements.iter().all(|statement| {
            statement.date.is_real()
                && statement.until.is_none_or(|date| date.is_real())
                && statement.speaker.is_none_or(|i| i < record.entities.len())
                && statement.source < record.sources.len()
                && statement.topics.iter().all(|&i| i < record.topics.len())
                && statement.supersedes.iter().all(|&i| i < count)
        })
        && record.statements.is_sorted_by_key(|statement| statement.date.first_day())
}

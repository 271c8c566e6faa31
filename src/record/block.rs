//! Statements and sources as they lie in a pack: blocks of [`BLOCK`] items, column by column.
//!
//! | bytes of a section | what |
//! |---|---|
//! | | number of items, then the length of each block in bytes, all as postcard's integers |
//! | | the blocks one after the other, each a struct of columns in [postcard](https://postcard.jamesmunns.com/wire-format)'s form |
//!
//! A column of dates has for each the number `year · 512 + month · 32 + day`, with 0 for what is left open; 0 is no date.
//! References are indices; one that may be missing is shifted up by one.

use super::list::{BLOCK, List, Packed};
use super::{PartialDate, Source, Statement};
use serde::{Deserialize, Serialize};

/// The columns of a block of statements.
#[derive(Default, Serialize, Deserialize)]
struct Statements<'b> {
    /// The first date, and of each further one the distance from the one before.
    dates: Vec<i32>,
    until: Vec<u32>,
    speakers: Vec<u32>,
    sources: Vec<u32>,
    topics: Vec<Vec<u32>>,
    supersedes: Vec<Vec<u32>>,
    /// The different names of speakers in this block, and of each statement which it is.
    #[serde(borrow)]
    names: Vec<&'b str>,
    named: Vec<u8>,
    ids: Vec<&'b str>,
    quotes: Vec<Option<&'b str>>,
    notes: Vec<Option<&'b str>>,
    texts: Vec<&'b str>,
}

/// The columns of a block of sources.
#[derive(Default, Serialize, Deserialize)]
struct Sources<'b> {
    published: Vec<u32>,
    #[serde(borrow)]
    ids: Vec<Option<&'b str>>,
    publishers: Vec<&'b str>,
    titles: Vec<Option<&'b str>>,
    urls: Vec<Option<&'b str>>,
}

/// Writes statements as a section.
pub(super) fn write_statements(statements: &List<Statement>) -> Vec<u8> {
    write(statements, |items| {
        let mut block = Statements::default();
        let mut before = 0;
        for item in items {
            let date = packed(Some(item.date)) as i32;
            block.dates.push(date - before);
            before = date;
            block.until.push(packed(item.until));
            block.speakers.push(item.speaker.map_or(0, |speaker| speaker as u32 + 1));
            block.sources.push(item.source as u32);
            block.topics.push(numbers(&item.topics));
            block.supersedes.push(numbers(&item.supersedes));
            block.named.push(match item.speaker_name.as_deref() {
                None => 0,
                Some(name) => {
                    let known = block.names.iter().position(|other| *other == name);
                    known.unwrap_or_else(|| {
                        block.names.push(name);
                        block.names.len() - 1
                    }) as u8
                        + 1
                }
            });
            block.ids.push(&item.id);
            block.quotes.push(item.quote.as_deref());
            block.notes.push(item.note.as_deref());
            block.texts.push(&item.text);
        }
        postcard::to_allocvec(&block)
    })
}

/// Writes sources as a section.
pub(super) fn write_sources(sources: &List<Source>) -> Vec<u8> {
    write(sources, |items| {
        postcard::to_allocvec(&Sources {
            published: items.iter().map(|item| packed(item.published)).collect(),
            ids: items.iter().map(|item| item.id.as_deref()).collect(),
            publishers: items.iter().map(|item| item.publisher.as_str()).collect(),
            titles: items.iter().map(|item| item.title.as_deref()).collect(),
            urls: items.iter().map(|item| item.url.as_deref()).collect(),
        })
    })
}

fn write<T: Packed>(items: &List<T>, one: impl Fn(&[&T]) -> postcard::Result<Vec<u8>>) -> Vec<u8> {
    let all: Vec<&T> = items.iter().collect();
    // Writing plain data to memory cannot fail.
    let blocks: Vec<Vec<u8>> = all.chunks(BLOCK).map(|items| one(items).unwrap_or_default()).collect();
    let head: Vec<u64> =
        std::iter::once(all.len()).chain(blocks.iter().map(Vec::len)).map(|n| n as u64).collect();
    let mut bytes = Vec::new();
    for number in head {
        bytes.extend(postcard::to_allocvec(&number).unwrap_or_default());
    }
    bytes.extend(blocks.iter().flatten());
    bytes
}

/// What a record's other parts hold, for checking references.
pub(super) struct Bounds {
    pub(super) entities: usize,
    pub(super) topics: usize,
    pub(super) sources: usize,
}

/// A section's items, each looked at once but none kept; and what supersedes what, as pairs of newer and older. `None`
/// where a reference leads nowhere, a date is not real or the statements are not in date order.
pub(super) fn read_statements(section: &[u8], bounds: &Bounds) -> Option<(List<Statement>, Vec<(u32, u32)>)> {
    let (count, lengths, blocks) = head(section)?;
    let (mut index, mut last, mut supersedes) = (0u32, None, Vec::new());
    let mut rest = blocks;
    for &length in &lengths {
        let (bytes, after) = rest.split_at_checked(length)?;
        rest = after;
        let block: Statements = whole(bytes)?;
        let expected = BLOCK.min(count - index as usize);
        let days = days(&block)?;
        let even = [block.until.len(), block.speakers.len(), block.sources.len(), block.topics.len()]
            .into_iter()
            .chain([block.supersedes.len(), block.named.len(), block.ids.len(), block.quotes.len()])
            .chain([block.notes.len(), block.texts.len(), days.len()])
            .all(|length| length == expected);
        let within = |of: &[u32], bound: usize| of.iter().all(|&i| (i as usize) < bound);
        let sound = even
            && block.until.iter().all(|&date| date == 0 || unpacked(date).is_some())
            && within(&block.speakers, bounds.entities + 1)
            && within(&block.sources, bounds.sources)
            && block.topics.iter().all(|topics| within(topics, bounds.topics))
            && block.supersedes.iter().all(|older| within(older, count))
            && block.named.iter().all(|&name| usize::from(name) <= block.names.len());
        if !sound {
            return None;
        }
        for (day, older) in days.into_iter().zip(&block.supersedes) {
            let first = day.first_day();
            if last.is_some_and(|last| first < last) {
                return None;
            }
            last = Some(first);
            supersedes.extend(older.iter().map(|&older| (index, older)));
            index += 1;
        }
    }
    let list = List::packed(blocks, lengths.into_iter(), count);
    (rest.is_empty() && index as usize == count).then_some((list, supersedes))
}

/// A section's sources; `None` as for [`read_statements`].
pub(super) fn read_sources(section: &[u8]) -> Option<List<Source>> {
    let (count, lengths, blocks) = head(section)?;
    let (mut index, mut rest) = (0, blocks);
    for &length in &lengths {
        let (bytes, after) = rest.split_at_checked(length)?;
        rest = after;
        let block: Sources = whole(bytes)?;
        let expected = BLOCK.min(count - index);
        let even = [block.ids.len(), block.publishers.len(), block.titles.len(), block.urls.len()]
            .into_iter()
            .all(|length| length == expected);
        let dated = block.published.iter().all(|&date| date == 0 || unpacked(date).is_some());
        if !even || !dated || block.published.len() != expected {
            return None;
        }
        index += expected;
    }
    (rest.is_empty() && index == count).then(|| List::packed(blocks, lengths.into_iter(), count))
}

/// The number of items, the lengths of the blocks, and the blocks.
fn head(section: &[u8]) -> Option<(usize, Vec<usize>, &[u8])> {
    let (count, mut rest) = postcard::take_from_bytes::<u64>(section).ok()?;
    let count = usize::try_from(count).ok().filter(|&count| count <= u32::MAX as usize)?;
    let mut lengths = Vec::new();
    for _ in 0..count.div_ceil(BLOCK) {
        let (length, after) = postcard::take_from_bytes::<u64>(rest).ok()?;
        lengths.push(usize::try_from(length).ok()?);
        rest = after;
    }
    Some((count, lengths, rest))
}

/// A block that is read to its last byte.
fn whole<'b, T: Deserialize<'b>>(bytes: &'b [u8]) -> Option<T> {
    postcard::take_from_bytes(bytes).ok().filter(|(_, rest)| rest.is_empty()).map(|(block, _)| block)
}

fn days(block: &Statements) -> Option<Vec<PartialDate>> {
    let mut date = 0i32;
    let day = |&distance: &i32| {
        date = date.checked_add(distance)?;
        unpacked(u32::try_from(date).ok()?)
    };
    block.dates.iter().map(day).collect()
}

impl Statements<'_> {
    fn get(&self, i: usize, date: PartialDate) -> Option<Statement> {
        let owned = |text: &Option<&str>| text.map(String::from);
        let indices = |numbers: &Vec<u32>| numbers.iter().map(|&number| number as usize).collect();
        let name = usize::from(*self.named.get(i)?).checked_sub(1);
        Some(Statement {
            id: (*self.ids.get(i)?).into(),
            date,
            until: unpacked(*self.until.get(i)?),
            speaker: (*self.speakers.get(i)? as usize).checked_sub(1),
            speaker_name: name.and_then(|name| self.names.get(name)).map(|name| String::from(*name)),
            text: (*self.texts.get(i)?).into(),
            quote: owned(self.quotes.get(i)?),
            topics: indices(self.topics.get(i)?),
            source: *self.sources.get(i)? as usize,
            supersedes: indices(self.supersedes.get(i)?),
            note: owned(self.notes.get(i)?),
        })
    }
}

impl Packed for Statement {
    fn read(block: &[u8], index: usize) -> Option<Self> {
        let block: Statements = whole(block)?;
        let days = days(&block)?;
        block.get(index, *days.get(index)?)
    }

    fn read_all(block: &[u8]) -> Option<Vec<Self>> {
        let block: Statements = whole(block)?;
        days(&block)?.into_iter().enumerate().map(|(i, date)| block.get(i, date)).collect()
    }
}

impl Sources<'_> {
    fn get(&self, i: usize) -> Option<Source> {
        let owned = |text: &Option<&str>| text.map(String::from);
        Some(Source {
            id: owned(self.ids.get(i)?),
            publisher: (*self.publishers.get(i)?).into(),
            title: owned(self.titles.get(i)?),
            url: owned(self.urls.get(i)?),
            published: unpacked(*self.published.get(i)?),
        })
    }
}

impl Packed for Source {
    fn read(block: &[u8], index: usize) -> Option<Self> {
        whole::<Sources>(block)?.get(index)
    }

    fn read_all(block: &[u8]) -> Option<Vec<Self>> {
        let block: Sources = whole(block)?;
        (0..block.publishers.len()).map(|i| block.get(i)).collect()
    }
}

fn numbers(indices: &[usize]) -> Vec<u32> {
    indices.iter().map(|&index| index as u32).collect()
}

/// A date as a number that orders as dates do; 0 for none.
fn packed(date: Option<PartialDate>) -> u32 {
    date.map_or(0, |date| {
        let part = |part: Option<i8>| u32::from(part.unwrap_or(0).unsigned_abs());
        u32::from(date.year.unsigned_abs()) << 9 | part(date.month) << 5 & 0x1e0 | part(date.day) & 0x1f
    })
}

/// The date of a number, if it is a real one.
fn unpacked(number: u32) -> Option<PartialDate> {
    let part = |part: u32| i8::try_from(part).ok().filter(|&part| part != 0);
    let year = i16::try_from(number >> 9).ok()?;
    let date = PartialDate { year, month: part(number >> 5 & 0xf), day: part(number & 0x1f) };
    date.is_real().then_some(date)
}

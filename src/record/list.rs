//! A list that is read when it is asked.
//!
//! A pack's statements and sources lie in blocks. To read all of a hundred thousand statements would take longer than to
//! check a text against them, so an item is read when it is wanted, and kept.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::ops::{Deref, DerefMut, Index, IndexMut};
use std::sync::{Arc, OnceLock};

/// Items of a block.
pub(super) const BLOCK: usize = 32;

/// What can be read from a block.
pub trait Packed: Sized {
    /// An item of a block that was checked before.
    fn read(block: &[u8], index: usize) -> Option<Self>;

    /// All items of such a block.
    fn read_all(block: &[u8]) -> Option<Vec<Self>>;
}

/// A list of items that are in memory, or in a pack and read one by one when they are asked for.
///
/// By index, by [`List::iter`] and by [`List::len`] it reads what it must; as a slice, which it also is, all.
pub struct List<T: Packed> {
    /// All items: as they were given, or after all were wanted.
    all: OnceLock<Vec<T>>,
    packed: Option<Blocks<T>>,
}

#[derive(Clone)]
struct Blocks<T> {
    bytes: Arc<[u8]>,
    /// Where each block starts, and where the last one ends.
    starts: Vec<usize>,
    read: Vec<OnceLock<Box<T>>>,
}

impl<T: Packed> List<T> {
    /// A list whose blocks lie one after the other, with the length of each; they were checked and hold [`BLOCK`]
    /// items each but the last.
    pub(super) fn packed(bytes: &[u8], lengths: impl Iterator<Item = usize>, length: usize) -> Self {
        let mut starts = vec![0];
        starts.extend(lengths.scan(0, |end, length| {
            *end += length;
            Some(*end)
        }));
        let read = (0..length).map(|_| OnceLock::new()).collect();
        let packed = Some(Blocks { bytes: bytes.into(), starts, read });
        List { all: OnceLock::new(), packed }
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        match &self.packed {
            Some(blocks) => blocks.read.len(),
            None => self.slice().len(),
        }
    }

    /// Whether there is no item.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// An item, if there are so many.
    pub fn get(&self, index: usize) -> Option<&T> {
        match (&self.packed, self.all.get()) {
            (Some(blocks), None) => blocks.get(index),
            _ => self.slice().get(index),
        }
    }

    /// All items in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        (0..self.len()).map(|index| &self[index])
    }

    fn slice(&self) -> &[T] {
        self.all.get_or_init(|| self.packed.as_ref().map(Blocks::unpacked).unwrap_or_default())
    }

    /// The items as a vector.
    pub fn into_vec(mut self) -> Vec<T> {
        std::mem::take(self.vec())
    }

    fn vec(&mut self) -> &mut Vec<T> {
        let all = self.packed.take().map(|blocks| blocks.unpacked());
        if self.all.get().is_none() {
            let _ = self.all.set(all.unwrap_or_default());
        }
        self.all.get_mut().expect("it was set in the line before")
    }

    /// Adds an item.
    pub fn push(&mut self, item: T) {
        self.vec().push(item);
    }
}

impl<T: Packed> Blocks<T> {
    fn get(&self, index: usize) -> Option<&T> {
        let slot = self.read.get(index)?;
        if let Some(item) = slot.get() {
            return Some(item);
        }
        let item = T::read(self.block(index / BLOCK)?, index % BLOCK)?;
        Some(slot.get_or_init(|| Box::new(item)))
    }

    fn block(&self, block: usize) -> Option<&[u8]> {
        self.bytes.get(*self.starts.get(block)?..*self.starts.get(block + 1)?)
    }

    fn unpacked(&self) -> Vec<T> {
        let blocks = (1..self.starts.len()).filter_map(|end| T::read_all(self.block(end - 1)?));
        blocks.flatten().collect()
    }
}

impl<T: Packed> Index<usize> for List<T> {
    type Output = T;

    fn index(&self, index: usize) -> &T {
        match self.get(index) {
            Some(item) => item,
            None => panic!("item {index} of a list of {}", self.len()),
        }
    }
}

impl<T: Packed> IndexMut<usize> for List<T> {
    fn index_mut(&mut self, index: usize) -> &mut T {
        &mut self.vec()[index]
    }
}

impl<T: Packed> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.slice()
    }
}

impl<T: Packed> DerefMut for List<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        self.vec()
    }
}

impl<T: Packed> Default for List<T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<T: Packed> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        List { all: OnceLock::from(items), packed: None }
    }
}

impl<T: Packed> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Vec::from_iter(items).into()
    }
}

impl<T: Packed> Extend<T> for List<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        self.vec().extend(items);
    }
}

impl<T: Packed> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.into_vec().into_iter()
    }
}

impl<'l, T: Packed> IntoIterator for &'l List<T> {
    type Item = &'l T;
    type IntoIter = Box<dyn Iterator<Item = &'l T> + 'l>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}

impl<'l, T: Packed> IntoIterator for &'l mut List<T> {
    type Item = &'l mut T;
    type IntoIter = std::slice::IterMut<'l, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.vec().iter_mut()
    }
}

impl<T: Packed + Clone> Clone for List<T> {
    fn clone(&self) -> Self {
        List { all: self.all.clone(), packed: self.packed.clone() }
    }
}

impl<T: Packed + PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().zip(other.iter()).all(|(a, b)| a == b)
    }
}

impl<T: Packed + fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_list().entries(self.iter()).finish()
    }
}

impl<T: Packed + Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.iter())
    }
}

impl<'de, T: Packed + Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Vec::deserialize(from).map(Self::from)
    }
}

//! What a record is, after reading: references are resolved to indices, dates are intervals.

use super::List;
use crate::time::{Date, Interval};
use serde::{Deserialize, Serialize};

/// A date as written in a record: a year, a month or a day; a coarse one is an interval of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    /// Year, 1 to 9999.
    pub year: i16,
    /// Month, 1 to 12.
    pub month: Option<i8>,
    /// Day of the month; only with a month.
    pub day: Option<i8>,
}

/// A person, organisation, place, group or thing that a record knows by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// Its id in the record.
    pub id: String,
    /// What it is.
    pub kind: EntityKind,
    /// Its full name.
    pub name: String,
    /// Other names and spellings.
    pub aliases: Vec<String>,
    /// Offices with their days.
    pub roles: Vec<Role>,
}

/// What an entity is.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum EntityKind {
    Person,
    Organization,
    Place,
    Group,
    Thing,
}

/// An office and the days on which it was held.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Role {
    /// The title as newspapers write it.
    pub title: String,
    /// Other wordings.
    pub aliases: Vec<String>,
    /// The day (month, year) it began.
    pub from: Option<PartialDate>,
    /// The last day; `None`: still held.
    pub to: Option<PartialDate>,
}

/// A subject of a record with the words that speak of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Topic {
    /// Its id in the record.
    pub id: String,
    /// What people see.
    pub label: String,
    /// Words and names.
    pub terms: Vec<String>,
}

/// Where a statement was published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Source {
    /// Its id in the record, if it has one.
    pub id: Option<String>,
    /// Who published it.
    pub publisher: String,
    /// Headline.
    pub title: Option<String>,
    /// Address, `http:` or `https:`.
    pub url: Option<String>,
    /// Day of publication.
    pub published: Option<PartialDate>,
}

/// On this day, this was said or happened, according to this source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Its id, unique in the record.
    pub id: String,
    /// The day it was said or happened.
    pub date: PartialDate,
    /// The day from which it no longer holds.
    pub until: Option<PartialDate>,
    /// Index into [`Record::entities`] where the speaker is one.
    pub speaker: Option<usize>,
    /// The speaker's name as people see it; `None`: the source reports it as fact.
    pub speaker_name: Option<String>,
    /// What was said or happened.
    pub text: String,
    /// The exact words.
    pub quote: Option<String>,
    /// Indices into [`Record::topics`].
    pub topics: Vec<usize>,
    /// Index into [`Record::sources`].
    pub source: usize,
    /// Indices into [`Record::statements`] of what it replaces.
    pub supersedes: Vec<usize>,
    /// A remark of the desk.
    pub note: Option<String>,
}

/// A data set of dated statements that a newsroom stands behind.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: Option<String>,
    /// Its licence, as an SPDX expression.
    pub license: Option<String>,
    /// BCP 47 tag of its language.
    pub language: Option<String>,
    /// First and last day that it covers, as it declares, else of its statements.
    pub covers: Option<Interval>,
    /// Who and what it knows by name.
    pub entities: Vec<Entity>,
    /// Its subjects.
    pub topics: Vec<Topic>,
    /// Its sources.
    pub sources: List<Source>,
    /// Its statements, in date order, those of one day in the order of the source.
    pub statements: List<Statement>,
}

impl From<Date> for PartialDate {
    fn from(day: Date) -> Self {
        PartialDate { year: day.year(), month: Some(day.month()), day: Some(day.day()) }
    }
}

impl PartialDate {
    /// All days that it can mean.
    pub fn interval(self) -> Interval {
        Interval { from: Some(self.first_day()), to: Some(self.last_day()) }
    }

    /// The first day that it can mean.
    pub fn first_day(self) -> Date {
        Date::constant(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day that it can mean.
    pub fn last_day(self) -> Date {
        match (self.month, self.day) {
            (Some(month), Some(day)) => Date::constant(self.year, month, day),
            (Some(month), None) => Date::constant(self.year, month, 1).last_of_month(),
            _ => Date::constant(self.year, 12, 31),
        }
    }
}

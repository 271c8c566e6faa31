//! Several records as one, and what holds for every record that was read.

use super::{Entity, Record, Source, Statement, Topic};
use crate::time::Interval;
use std::collections::{HashMap, HashSet};

/// Several records as one. Ids stay as they are; where two different items have the same, the later one
/// gets `~2` for the second record, `~3` for the third. Entities of the same kind and name become one, with
/// all their aliases and roles; so do equal topics, sources and statements. Titles are joined by `; `.
pub fn merge(records: Vec<Record>) -> Record {
    if records.len() == 1 {
        return records.into_iter().next().unwrap_or_default();
    }
    let mut whole = Record {
        title: joined(records.iter().map(|r| r.title.as_str()), "; ").unwrap_or_default(),
        version: joined(records.iter().filter_map(|r| r.version.as_deref()), "; "),
        license: joined(
            records.iter().filter_map(|r| r.license.as_deref()).flat_map(|l| l.split(" AND ")),
            " AND ",
        ),
        language: records.first().and_then(|r| r.language.clone()),
        ..Record::default()
    };
    if records.iter().any(|r| r.language != whole.language) {
        whole.language = None;
    }
    let mut taken = Taken::default();
    for (i, record) in records.into_iter().enumerate() {
        add(&mut whole, record, i + 1, &mut taken);
    }
    whole.settle();
    whole
}

/// Which ids the merged record has, and where its items are.
#[derive(Default)]
struct Taken {
    entities: HashSet<String>,
    named: HashMap<(u8, String), usize>,
    topics: HashMap<String, usize>,
    sources: HashMap<Source, usize>,
    source_ids: HashSet<String>,
    statements: HashMap<String, usize>,
}

fn add(whole: &mut Record, record: Record, number: usize, taken: &mut Taken) {
    if let Some(covers) = record.covers {
        whole.covers = Some(match whole.covers {
            Some(so_far) => Interval { from: so_far.from.min(covers.from), to: so_far.to.max(covers.to) },
            None => covers,
        });
    }
    let entities: Vec<usize> =
        record.entities.into_iter().map(|entity| add_entity(whole, entity, number, taken)).collect();
    let topics: Vec<usize> =
        record.topics.into_iter().map(|topic| add_topic(whole, topic, number, taken)).collect();
    let sources: Vec<usize> =
        record.sources.into_iter().map(|source| add_source(whole, source, number, taken)).collect();

    let mut places: Vec<usize> = Vec::with_capacity(record.statements.len());
    let mut new = Vec::new();
    for mut statement in record.statements {
        statement.speaker = statement.speaker.map(|i| entities[i]);
        statement.topics.iter_mut().for_each(|i| *i = topics[*i]);
        statement.source = sources[statement.source];
        if let Some(&same) = taken.statements.get(&statement.id) {
            if equal(&whole.statements[same], &statement) {
                places.push(same);
                continue;
            }
            statement.id = free(&statement.id, number, |id| taken.statements.contains_key(id));
        }
        let place = whole.statements.len();
        taken.statements.insert(statement.id.clone(), place);
        places.push(place);
        new.push(place);
        whole.statements.push(statement);
    }
    for place in new {
        whole.statements[place].supersedes.iter_mut().for_each(|i| *i = places[*i]);
    }
}

/// Whether two statements say the same; what they supersede is left aside.
fn equal(a: &Statement, b: &Statement) -> bool {
    let same = |a: &Statement| Statement { supersedes: Vec::new(), ..a.clone() };
    same(a) == same(b)
}

fn add_entity(whole: &mut Record, mut entity: Entity, number: usize, taken: &mut Taken) -> usize {
    let next = whole.entities.len();
    let at = *taken.named.entry((entity.kind as u8, entity.name.clone())).or_insert(next);
    if at != next {
        union(&mut whole.entities[at].aliases, entity.aliases);
        union(&mut whole.entities[at].roles, entity.roles);
        return at;
    }
    entity.id = free(&entity.id, number, |id| taken.entities.contains(id));
    taken.entities.insert(entity.id.clone());
    whole.entities.push(entity);
    next
}

fn add_topic(whole: &mut Record, mut topic: Topic, number: usize, taken: &mut Taken) -> usize {
    if let Some(&at) = taken.topics.get(&topic.id)
        && whole.topics[at].label == topic.label
    {
        union(&mut whole.topics[at].terms, topic.terms);
        return at;
    }
    topic.id = free(&topic.id, number, |id| taken.topics.contains_key(id));
    taken.topics.insert(topic.id.clone(), whole.topics.len());
    whole.topics.push(topic);
    whole.topics.len() - 1
}

fn add_source(whole: &mut Record, mut source: Source, number: usize, taken: &mut Taken) -> usize {
    if let Some(&at) = taken.sources.get(&source) {
        return at;
    }
    let at = whole.sources.len();
    taken.sources.insert(source.clone(), at);
    if let Some(id) = source.id.take() {
        let id = free(&id, number, |id| taken.source_ids.contains(id));
        taken.source_ids.insert(id.clone());
        source.id = Some(id);
    }
    whole.sources.push(source);
    at
}

/// `id` itself where it is free, else with the record's number behind it.
fn free(id: &str, number: usize, taken: impl Fn(&str) -> bool) -> String {
    if !taken(id) {
        return id.to_string();
    }
    (number..).map(|n| format!("{id}~{n}")).find(|id| !taken(id)).unwrap_or_default()
}

fn union<T: PartialEq>(into: &mut Vec<T>, more: Vec<T>) {
    for item in more {
        if !into.contains(&item) {
            into.push(item);
        }
    }
}

/// The different values, joined; `None` where there is none.
fn joined<'s>(values: impl Iterator<Item = &'s str>, between: &str) -> Option<String> {
    let mut different: Vec<&str> = Vec::new();
    union(&mut different, values.collect());
    (!different.is_empty()).then(|| different.join(between))
}

impl Record {
    /// Puts the statements into date order, those of one day in the order that they have, and completes
    /// [`Record::covers`] from them. Gives of each place the statement's place before.
    pub(super) fn settle(&mut self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.statements.len()).collect();
        order.sort_by_key(|&i| self.statements[i].date.first_day());
        let mut places = vec![0; order.len()];
        for (place, &i) in order.iter().enumerate() {
            places[i] = place;
        }
        let mut statements: Vec<Option<Statement>> =
            std::mem::take(&mut self.statements).into_iter().map(Some).collect();
        self.statements.extend(order.iter().filter_map(|&i| statements[i].take()));
        for statement in &mut self.statements {
            statement.supersedes.iter_mut().for_each(|i| *i = places.get(*i).copied().unwrap_or(*i));
        }
        let first = self.statements.iter().map(|s| s.date.first_day()).min();
        let last = self.statements.iter().map(|s| s.date.last_day()).max();
        if first.is_some() {
            let covers = self.covers.get_or_insert(Interval { from: None, to: None });
            covers.from = covers.from.or(first);
            covers.to = covers.to.or(last);
        }
        order
    }
}

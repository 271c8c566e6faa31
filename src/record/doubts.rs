//! What is legal in a record and yet doubtful, as far as its dates, names and references tell.

use super::date::quoted;
use super::source::{Remark, Remarks, SourceFile};
use super::{Role, Statement};
use crate::text::fold;
use compact_str::CompactString;
use std::collections::HashMap;

impl SourceFile<'_> {
    /// All doubts that need no look at what the statements mean; of very many the first, and how many more there are.
    pub fn doubts(&self) -> Vec<Remark> {
        let mut found = self.remarks.clone();
        self.ends_before_it_begins(&mut found);
        self.replaces_what_is_later(&mut found);
        self.replaces_in_a_circle(&mut found);
        self.duplicates(&mut found);
        self.markup(&mut found);
        self.shared_names(&mut found);
        self.overlapping_roles(&mut found);
        found.finish(self.text.len())
    }

    /// A doubt about a field of a statement, or about the statement itself for an empty name.
    pub fn remark(
        &self,
        index: usize,
        field: &str,
        code: &'static str,
        problem: String,
        remedy: &str,
    ) -> Remark {
        let (at, field) = self.statement(index, field);
        Remark { at, code, field, problem, remedy: remedy.to_string() }
    }

    fn ends_before_it_begins(&self, found: &mut Remarks) {
        for (i, Statement { date, until, .. }) in self.record.statements.iter().enumerate() {
            if let Some(until) = until.filter(|until| until.last_day() < date.first_day()) {
                let problem = format!("the statement of {date} held only until {until}, before it was made");
                found.push(self.remark(i, "until", "until", problem, "correct one of the two dates"));
            }
        }
    }

    fn replaces_what_is_later(&self, found: &mut Remarks) {
        let statements = &self.record.statements;
        for (i, statement) in statements.iter().enumerate() {
            for other in statement.supersedes.iter().map(|&other| &statements[other]) {
                if statement.date.last_day() < other.date.first_day() {
                    let problem = format!(
                        "the statement of {} supersedes “{}”, which is later: {}",
                        statement.date, other.id, other.date
                    );
                    let remedy = "let the later statement supersede the earlier one, or correct a date";
                    found.push(self.remark(i, "supersedes", "supersedes-later", problem, remedy));
                }
            }
        }
    }

    /// Says each circle once, at its first statement.
    fn replaces_in_a_circle(&self, found: &mut Remarks) {
        let statements = &self.record.statements;
        for circle in circles(statements) {
            let ids: Vec<&str> = circle.iter().take(6).map(|&i| statements[i].id.as_str()).collect();
            let more = if circle.len() > ids.len() { ", …" } else { "" };
            let problem = format!("supersedes itself in a circle: {}{more}", ids.join(", "));
            let remedy = "leave only what the later statement supersedes";
            found.push(self.remark(circle[0], "supersedes", "supersedes-circle", problem, remedy));
        }
    }

    fn duplicates(&self, found: &mut Remarks) {
        let mut first: HashMap<_, usize> = HashMap::new();
        for (i, statement) in self.record.statements.iter().enumerate() {
            let words: Vec<CompactString> = statement.text.split_whitespace().map(fold).collect();
            let key = (statement.date, statement.speaker, &statement.speaker_name, words.join(" "));
            let earlier = *first.entry(key).or_insert(i);
            if earlier != i {
                let problem =
                    format!("says what “{}” says, of the same day", self.record.statements[earlier].id);
                found.push(self.remark(i, "text", "duplicate", problem, "remove one of the two"));
            }
        }
    }

    fn markup(&self, found: &mut Remarks) {
        for (i, statement) in self.record.statements.iter().enumerate() {
            let texts = [("text", Some(&statement.text)), ("quote", statement.quote.as_ref())];
            for (field, text) in texts {
                if let Some(tag) = text.and_then(|text| tag(text)) {
                    let problem =
                        format!("holds the markup {}, which readers will see as it stands", quoted(tag));
                    found.push(self.remark(i, field, "markup", problem, "write plain text"));
                }
            }
        }
    }

    fn shared_names(&self, found: &mut Remarks) {
        let mut first: HashMap<CompactString, usize> = HashMap::new();
        for (i, entity) in self.record.entities.iter().enumerate() {
            for (k, name) in std::iter::once(&entity.name).chain(&entity.aliases).enumerate() {
                let holder = *first.entry(fold(name)).or_insert(i);
                if holder != i {
                    let field = match k {
                        0 => format!("entities[{i}].name"),
                        _ => format!("entities[{i}].aliases[{}]", k - 1),
                    };
                    let other = &self.record.entities[holder].name;
                    let problem = format!("“{name}” also names {other}, so it means neither for certain");
                    let remedy = String::from("keep it with one of the two, or add what tells them apart");
                    let at = self.places.entities.get(i).and_then(|place| place.names.get(k)).copied();
                    let at = at.unwrap_or_default();
                    found.push(Remark { at, code: "shared-name", field, problem, remedy });
                }
            }
        }
    }

    fn overlapping_roles(&self, found: &mut Remarks) {
        for (i, entity) in self.record.entities.iter().enumerate() {
            let mut roles: Vec<(CompactString, usize, &Role)> =
                entity.roles.iter().enumerate().map(|(k, role)| (fold(&role.title), k, role)).collect();
            roles.sort_by(|a, b| (&a.0, a.2.from, a.1).cmp(&(&b.0, b.2.from, b.1)));
            for pair in roles.windows(2) {
                let [(title, _, before), (other, k, role)] = pair else { continue };
                if title == other && overlap(before, role) {
                    let until = before.to.map_or(String::from("without an end"), |to| format!("until {to}"));
                    let problem = format!("“{}” is already held {until}", role.title);
                    let remedy = String::from("give the earlier one its last day, or make one of the two");
                    let at = self.places.entities.get(i).and_then(|place| place.roles.get(*k)).copied();
                    let (at, field) = (at.unwrap_or_default(), format!("entities[{i}].roles[{k}]"));
                    found.push(Remark { at, code: "role-overlap", field, problem, remedy });
                }
            }
        }
    }
}

/// Whether two spells of one office certainly share days; the first begins no later. Months that meet do not overlap, nor
/// does the day of a handover.
fn overlap(before: &Role, role: &Role) -> bool {
    match (before.to, role.from) {
        (Some(to), Some(from)) => from.last_day() < to.first_day(),
        (None, _) => true,
        (Some(_), None) => true,
    }
}

/// The first tag of a text: `<b>`, `</p>`, `<img src=x>`; a sign for "less than" is none.
fn tag(text: &str) -> Option<&str> {
    const LONGEST: usize = 500;
    text.match_indices('<').find_map(|(at, _)| {
        let rest = &text[at + 1..];
        let end = rest.bytes().take(LONGEST).position(|b| matches!(b, b'<' | b'>'))?;
        let named = rest.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic());
        (named && rest.as_bytes()[end] == b'>').then(|| &text[at..=at + 1 + end])
    })
}

/// Circles of what supersedes what: of each a list of its statements, the first of the record first. Strongly connected
/// components, by Tarjan's algorithm without recursion.
fn circles(statements: &[Statement]) -> Vec<Vec<usize>> {
    const UNSEEN: usize = usize::MAX;
    let count = statements.len();
    let (mut order, mut low) = (vec![UNSEEN; count], vec![UNSEEN; count]);
    let mut open = vec![false; count];
    let (mut stack, mut path): (Vec<usize>, Vec<(usize, usize)>) = (Vec::new(), Vec::new());
    let mut found = Vec::new();
    let mut next = 0;
    for root in 0..count {
        if order[root] != UNSEEN || statements[root].supersedes.is_empty() {
            continue;
        }
        path.push((root, 0));
        while let Some(&mut (at, ref mut edge)) = path.last_mut() {
            if *edge == 0 && order[at] == UNSEEN {
                (order[at], low[at], open[at]) = (next, next, true);
                stack.push(at);
                next += 1;
            }
            if let Some(&to) = statements[at].supersedes.get(*edge) {
                *edge += 1;
                if order[to] == UNSEEN {
                    path.push((to, 0));
                } else if open[to] {
                    low[at] = low[at].min(order[to]);
                }
                continue;
            }
            path.pop();
            if let Some(&(before, _)) = path.last() {
                low[before] = low[before].min(low[at]);
            }
            if low[at] == order[at] {
                let start = stack.iter().rposition(|&i| i == at).unwrap_or_default();
                let mut component = stack.split_off(start);
                component.iter().for_each(|&i| open[i] = false);
                if component.len() > 1 {
                    component.sort_unstable();
                    found.push(component);
                }
            }
        }
    }
    found
}

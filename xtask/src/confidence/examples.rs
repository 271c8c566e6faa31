//! What the rules find in labelled texts, with whether it is right.

use on_record::compare::{Features, Relation, Voice, between, observe};
use on_record::record::Statement;
use on_record::text::{OffsetUnit, Span};
use on_record::time::{Date, parse_date};
use on_record::{Checker, Options};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Domains of `tests/accuracy/` on which nothing is fitted: on them it is measured what the model makes of a new subject.
pub const KEPT: [&str; 6] = ["bank", "chips", "dam", "gazetteer", "school", "studio"];
/// Those on which the weights are fitted though nobody who wrote rules has read anything of them: rules are no better on
/// them than on any new subject, so they show from which confidence on a rule is right often enough.
pub const UNREAD: [&str; 8] =
    ["almanac", "dairy", "digest", "lottery", "monastery", "prison", "quake", "telecom"];
/// Of these records, texts of all other domains have nothing: whatever is found there is wrong.
const STRANGE: [&str; 2] = ["transit", "hospital"];

/// Something that a rule found.
pub struct Example {
    pub rule: &'static str,
    pub relation: Relation,
    pub features: Features,
    /// Whether it is right; `None`: nobody knows.
    pub right: Option<bool>,
    /// The domain in whose texts or records it was found; `None` for pairs of the rules and of files, and for other records.
    pub domain: Option<Arc<str>>,
    /// The claim of a text beside which it was found, and the statement; `None` where a pair stands by itself.
    pub found: Option<Found>,
}

/// A claim laid beside a record's statement.
#[derive(Clone)]
pub struct Found {
    /// The claim, by a number of its own for each record that it is laid beside.
    pub claim: usize,
    /// The statement's place in its record.
    pub statement: usize,
    /// The day of the statement, or the first that it may be.
    pub day: Date,
    /// Who speaks in it, where the record says.
    pub speaker: Option<String>,
    /// Whether it would be told, were it sure enough.
    pub told: bool,
}

impl Found {
    fn new(claim: usize, index: usize, statement: &Statement, told: bool) -> Self {
        let speaker = statement.speaker_name.clone();
        Found { claim, statement: index, day: statement.date.first_day(), speaker, told }
    }

    /// The statement as a voice for the claim or against it.
    pub fn voice(&self) -> Voice<'_> {
        Voice { index: self.statement, day: self.day, speaker: self.speaker.as_deref() }
    }
}

impl Example {
    /// Whether it was found in the texts of a domain or in its record.
    pub fn of(&self, domain: &str) -> bool {
        self.domain.as_deref() == Some(domain)
    }
}

/// Numbers claims.
#[derive(Default)]
struct Numbers(usize);

impl Numbers {
    /// A function that gives each claim of a text, by its span, a number that no other claim has.
    fn of_text(&mut self) -> impl FnMut(Span) -> usize {
        let mut known: BTreeMap<Span, usize> = BTreeMap::new();
        move |span| {
            *known.entry(span).or_insert_with(|| {
                self.0 += 1;
                self.0
            })
        }
    }
}

/// What is found in records for labelled paragraphs, and the pairs of the rules.
pub fn found(root: &Path) -> Result<Vec<Example>, String> {
    let (mut examples, mut numbers) = (Vec::new(), Numbers::default());
    let folder = root.join("tests/accuracy");
    let mut domains = domains(&folder)?;
    domains.retain(|domain| !KEPT.contains(&&**domain));
    for domain in &domains {
        let first = examples.len();
        let cases = cases(&folder.join(format!("{domain}.cases.jsonl")))?;
        let strange = STRANGE.into_iter().filter(|record| record != domain);
        for record in [&**domain].into_iter().chain(strange) {
            let path = folder.join(format!("{record}.record.json"));
            let checker =
                Checker::load(&[(record, read_text(&path)?.as_bytes())]).map_err(|e| e.to_string())?;
            for case in &cases {
                observations(&checker, case, record == domain, &mut numbers, &mut examples);
            }
        }
        statements(&folder.join(format!("{domain}.record.json")), &mut numbers, &mut examples)?;
        let name: Arc<str> = domain.as_str().into();
        for example in &mut examples[first..] {
            example.domain = Some(Arc::clone(&name));
        }
    }
    let bundled = fs::read_dir(root.join("data/records")).map_err(|error| error.to_string())?;
    let mut records: Vec<PathBuf> = bundled.filter_map(|entry| Some(entry.ok()?.path())).collect();
    records.retain(|path| path.to_str().is_some_and(|name| name.ends_with(".record.json")));
    records.sort();
    for path in &records {
        statements(path, &mut numbers, &mut examples)?;
    }
    rule_pairs(&root.join("tests/rules"), &mut examples)?;
    Ok(examples)
}

/// Each statement of a record as a text of its day: what was on record by then is of the same subject and, but for
/// what the statement itself replaces and what other speakers say, does not speak against it.
fn statements(path: &Path, numbers: &mut Numbers, examples: &mut Vec<Example>) -> Result<(), String> {
    let checker =
        Checker::load(&[("record", read_text(path)?.as_bytes())]).map_err(|error| error.to_string())?;
    let all = &checker.record().statements;
    // A series of figures is no prose: the older ones are not wrong.
    let figures = all.iter().filter(|statement| statement.text.contains(|c: char| c.is_ascii_digit()));
    if 2 * figures.count() > all.len() {
        return Ok(());
    }
    for (own, statement) in all.iter().enumerate() {
        let day = statement.date.first_day();
        let options = Options { date: Some(day), as_of: day, offsets: OffsetUnit::Bytes };
        let mut number = numbers.of_text();
        checker.observe(&statement.text, &options, &mut |pair, index| {
            let replaces = |a: usize, b: usize| all[a].supersedes.contains(&b);
            let disputes =
                all[index].speaker_name.is_some() && all[index].speaker_name != statement.speaker_name;
            if index == own {
                return;
            }
            let claim = number(pair.claim.claim.span);
            for found in observe(pair) {
                let unknown = replaces(own, index)
                    || replaces(index, own)
                    || found.outcome.relation == Relation::Agrees
                    // Who said it, or did it, is disputed by nobody.
                    || disputes && found.rule != "attribution";
                examples.push(Example {
                    rule: found.rule,
                    relation: found.outcome.relation,
                    features: found.features,
                    right: (!unknown).then_some(false),
                    domain: None,
                    found: Some(Found::new(claim, index, &all[index], false)),
                });
            }
        });
    }
    Ok(())
}

/// The pairs of the rules, and those of files.
pub fn given(root: &Path, files: &[String]) -> Result<Vec<Example>, String> {
    let mut examples = Vec::new();
    rule_pairs(&root.join("tests/rules"), &mut examples)?;
    for file in files {
        for line in read_text(Path::new(file))?.lines() {
            let pair = json(line)?;
            let part = |name: &str| pair[name].as_str().unwrap_or_default();
            let (contradicts, agrees) = (part("label") == "contradiction", part("label") == "entailment");
            let (claim, statement) = ((part("claim"), None), (part("statement"), None));
            pairs(claim, statement, Some(contradicts), Some(agrees), &mut examples);
        }
    }
    Ok(examples)
}

/// The names of all domains of `tests/accuracy/`, in the order of the alphabet.
pub fn domains(folder: &Path) -> Result<Vec<String>, String> {
    let files = fs::read_dir(folder).map_err(|error| error.to_string())?;
    let name = |file: fs::DirEntry| Some(file.file_name().to_str()?.strip_suffix(".record.json")?.to_owned());
    let mut names: Vec<String> = files.filter_map(|file| name(file.ok()?)).collect();
    names.sort();
    Ok(names)
}

/// A file's text.
pub fn read_text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn json(line: &str) -> Result<Value, String> {
    serde_json::from_str(line).map_err(|error| error.to_string())
}

/// A labelled paragraph.
pub struct Case {
    pub text: String,
    pub options: Options,
    /// What must be flagged, and by which statements.
    pub flags: Vec<(Span, Vec<String>)>,
    supported: Vec<(Span, Vec<String>)>,
    clean: Vec<(Span, Vec<String>)>,
}

/// The paragraphs of a file.
pub fn cases(path: &Path) -> Result<Vec<Case>, String> {
    read_text(path)?.lines().filter(|line| !line.is_empty()).map(case).collect()
}

fn case(line: &str) -> Result<Case, String> {
    let case = json(line)?;
    let text = case["text"].as_str().ok_or("a case without a text")?.to_owned();
    let day = |field: &str| case[field].as_str().and_then(parse_date).ok_or("a case without a date");
    let options = Options { date: Some(day("date")?), as_of: day("as_of")?, offsets: OffsetUnit::Bytes };
    let spans = |field: &str| -> Vec<(Span, Vec<String>)> {
        let list = case[field].as_array().map_or(&[][..], Vec::as_slice);
        let span = |entry: &Value| {
            let part = entry.as_str().or(entry["contains"].as_str())?;
            text.find(part).map(|start| Span::new(start, start + part.len()))
        };
        let ids = |entry: &Value| {
            let ids = entry["evidence_any"].as_array().map_or(&[][..], Vec::as_slice);
            ids.iter().filter_map(|id| Some(id.as_str()?.to_owned())).collect()
        };
        list.iter().filter_map(|entry| Some((span(entry)?, ids(entry)))).collect()
    };
    let (flags, supported, clean) = (spans("flags"), spans("supported"), spans("clean"));
    Ok(Case { options, flags, supported, clean, text })
}

/// What is found for a paragraph; `own`: the record is the paragraph's own.
fn observations(
    checker: &Checker,
    case: &Case,
    own: bool,
    numbers: &mut Numbers,
    examples: &mut Vec<Example>,
) {
    let Case { text, options, flags, supported, clean } = case;
    let statements = &checker.record().statements;
    let mut number = numbers.of_text();
    // What statements that are not cited say of flagged claims, and the claims against which one that is cited speaks.
    let (mut beside, mut hit) = (Vec::new(), BTreeSet::new());
    checker.observe(text, options, &mut |pair, index| {
        let span = pair.claim.claim.span;
        let over = |of: &Span| span.start < of.end && of.start < span.end;
        let cites = |ids: &[String]| ids.contains(&statements[index].id);
        let cited = |list: &[(Span, Vec<String>)]| own && list.iter().any(|(of, ids)| over(of) && cites(ids));
        let labelled = |list: &[(Span, Vec<String>)]| list.iter().any(|(of, _)| over(of));
        let (against, by) = (cited(flags), cited(supported));
        let claim = number(span);
        for found in observe(pair) {
            let right = match found.outcome.relation {
                Relation::Contradicts => {
                    if against {
                        hit.insert(claim);
                    } else if own && labelled(flags) {
                        beside.push((examples.len(), claim));
                    }
                    Some(against)
                }
                // Not all that a record supports is labelled so.
                Relation::Agrees if own && !by && !against && !labelled(clean) => None,
                // It says the same but for the detail that is flagged.
                Relation::Agrees if against && found.outcome.plain => None,
                Relation::Agrees if found.outcome.certain => None,
                _ => Some(by),
            };
            let told = !found.of_strangers() && !found.outcome.unproven;
            examples.push(Example {
                rule: found.rule,
                relation: found.outcome.relation,
                features: found.features,
                right,
                domain: None,
                found: Some(Found::new(claim, index, &statements[index], told)),
            });
        }
    });
    // Another statement may well speak against a flagged claim too; where it alone does, the flag is wrong.
    for (index, _) in beside.into_iter().filter(|(_, claim)| hit.contains(claim)) {
        examples[index].right = None;
    }
}

/// The pairs of `tests/rules/`: whether those that are silent agree is not known.
fn rule_pairs(folder: &Path, examples: &mut Vec<Example>) -> Result<(), String> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .map_err(|error| error.to_string())?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.to_str().is_some_and(|name| name.ends_with(".conflict.tsv") || name.ends_with(".silent.tsv"))
        })
        .collect();
    files.sort();
    for path in files {
        let conflict = path.to_str().is_some_and(|name| name.ends_with(".conflict.tsv"));
        for line in read_text(&path)?.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [statement, statement_day, claim, claim_day] = cells[..] else {
                return Err(format!("{}: {line}", path.display()));
            };
            pairs(
                (claim, parse_date(claim_day)),
                (statement, parse_date(statement_day)),
                Some(conflict),
                None,
                examples,
            );
        }
    }
    Ok(())
}

fn pairs(
    claim: (&str, Option<Date>),
    statement: (&str, Option<Date>),
    contradicts: Option<bool>,
    agrees: Option<bool>,
    examples: &mut Vec<Example>,
) {
    between(claim, statement, &mut |pair| {
        for found in observe(pair) {
            let relation = found.outcome.relation;
            let label = if relation == Relation::Agrees { agrees } else { contradicts };
            examples.push(Example {
                rule: found.rule,
                relation,
                features: found.features,
                right: label,
                domain: None,
                found: None,
            });
        }
    });
}

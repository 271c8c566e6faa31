//! ClaimReview: fact-checks as pages and feeds publish them (JSON-LD of schema.org: a node, `@graph`, `DataFeed`), and as the
//! Google Fact Check Tools API answers (`claims:search`, `pages:list`).
//!
//! The reviewed claim becomes a statement of its claimant on its date, and the review a statement of the reviewer on the
//! date of the review. Where the rating says that the claim does not hold, that statement denies it and supersedes it;
//! where it says that the claim holds, it says the same. What a review lacks cannot be mended by who reads it, so such a
//! review is left out with a warning and the others are read.

mod clean;
mod graph;
mod page;
mod rating;

use super::draft::Draft;
use super::faults::{Faults, Path};
use super::fields::no_address;
use super::made::{self, field};
use crate::claim::{Names, TermKind, analyse};
use crate::record::PartialDate;
use crate::record::date::quoted;
use crate::text::{Document, fold};
use compact_str::CompactString;
use graph::{Graph, each, is_a, property, text};
use jsonc_parser::ast::{Object, Value};
use rating::Finding;
use std::collections::HashMap;

pub(super) use page::read as read_page;

/// A review with what it says, as far as it says it.
struct Review {
    at: usize,
    claim: Option<String>,
    claimant: Option<String>,
    claimed: Option<PartialDate>,
    reviewer: Option<String>,
    reviewed: Option<PartialDate>,
    url: Option<String>,
    title: Option<String>,
    /// The rating in words.
    rating: Option<String>,
    finding: Finding,
}

/// Whether a tree is meant as ClaimReview rather than as a record.
pub(super) fn looks_so(tree: &Value) -> bool {
    // An answer without a claim is an answer as well.
    let marked = |object: &Object| {
        let known = ["@context", "@type", "@graph", "claims", "claimReview", "claimReviewMarkupPages"];
        object.properties.iter().any(|property| known.contains(&graph::bare(property.name.as_str())))
    };
    match tree {
        Value::Object(object) => property(object, "statements").is_none() && marked(object),
        Value::Array(array) => array.elements.iter().any(|v| matches!(v, Value::Object(o) if marked(o))),
        _ => false,
    }
}

/// Claims that were read, so that several reviews of one are reviews of one.
#[derive(Default)]
pub(super) struct Claims {
    ids: HashMap<(CompactString, PartialDate, CompactString), String>,
    reviews: usize,
}

/// Reads the reviews of a tree.
pub(super) fn read(tree: &Value, claims: &mut Claims, draft: &mut Draft, faults: &mut Faults) {
    let graph = Graph::new(tree);
    each(tree, &mut |object| {
        if is_a(object, "ClaimReview") {
            add(of_node(&graph, object), claims, draft, faults);
        } else if let Some(Value::Array(reviews)) = property(object, "claimReview") {
            for review in &reviews.elements {
                if let Value::Object(review) = review {
                    add(of_search(object, review), claims, draft, faults);
                }
            }
        } else if let Some(Value::Array(markups)) = property(object, "claimReviewMarkups") {
            for markup in &markups.elements {
                if let Value::Object(markup) = markup {
                    add(of_page(&graph, object, markup), claims, draft, faults);
                }
            }
        }
    });
}

/// Looks up which claims the reviews supersede, and notes when no review could be used.
pub(super) fn finish(draft: &mut Draft, faults: &mut Faults) {
    draft.resolve(&Path::Root, faults);
    if draft.seen() == 0 && faults.is_empty() {
        let remedy = "give JSON-LD with a ClaimReview that has claimReviewed, author, datePublished and reviewRating, or an answer of the Fact Check Tools API";
        faults.add(0, String::new(), "the file holds no review that can be used", remedy);
    }
}

/// A `ClaimReview` of schema.org.
fn of_node<'v>(graph: &Graph<'v>, object: &'v Object<'v>) -> Review {
    let item = graph.node(object, "itemReviewed");
    let appearance =
        item.and_then(|item| graph.node(item, "firstAppearance").or_else(|| graph.node(item, "appearance")));
    let rating = graph.node(object, "reviewRating");
    let words = rating.and_then(|rating| text(rating, "alternateName").or_else(|| text(rating, "name")));
    Review {
        at: object.range.start,
        claim: text(object, "claimReviewed").or_else(|| text(item?, "name")),
        claimant: item.and_then(|item| graph.name(item, "author").or_else(|| graph.name(item, "creator"))),
        claimed: item
            .and_then(|item| day(item, &["datePublished", "dateCreated"]))
            .or_else(|| day(appearance?, &["datePublished"])),
        reviewer: graph.name(object, "author").or_else(|| graph.name(object, "publisher")),
        reviewed: day(object, &["datePublished", "dateCreated", "dateModified"]),
        url: text(object, "url"),
        title: text(object, "headline").or_else(|| text(object, "name")),
        finding: finding(words.as_deref(), rating),
        rating: words,
    }
}

/// A claim with one of its reviews in an answer to `claims:search`.
fn of_search(claim: &Object, review: &Object) -> Review {
    let publisher = property(review, "publisher").and_then(|value| match value {
        Value::Object(publisher) => text(publisher, "name").or_else(|| text(publisher, "site")),
        _ => None,
    });
    let words = text(review, "textualRating");
    Review {
        at: review.range.start,
        claim: text(claim, "text"),
        claimant: text(claim, "claimant"),
        claimed: day(claim, &["claimDate"]),
        reviewer: publisher,
        reviewed: day(review, &["reviewDate"]),
        url: text(review, "url"),
        title: text(review, "title"),
        finding: finding(words.as_deref(), None),
        rating: words,
    }
}

/// A review in an answer to `pages:list`.
fn of_page<'v>(graph: &Graph<'v>, page: &'v Object<'v>, markup: &'v Object<'v>) -> Review {
    let rating = graph.node(markup, "rating");
    let words = rating.and_then(|rating| text(rating, "textualRating"));
    Review {
        at: markup.range.start,
        claim: text(markup, "claimReviewed"),
        claimant: graph.name(markup, "claimAuthor"),
        claimed: day(markup, &["claimDate"]),
        reviewer: graph.name(page, "claimReviewAuthor"),
        reviewed: day(page, &["publishDate"]),
        url: text(markup, "url").or_else(|| text(page, "pageUrl")),
        title: None,
        finding: finding(words.as_deref(), rating),
        rating: words,
    }
}

/// The words decide where they are known, since they are what readers see; else the number on its scale.
fn finding(words: Option<&str>, rating: Option<&Object>) -> Finding {
    let number = |name: &str| property(rating?, name).and_then(rating::number);
    words
        .and_then(rating::in_words)
        .or_else(|| rating::by_number(number("ratingValue")?, number("worstRating")?, number("bestRating")?))
        .unwrap_or(Finding::Unclear)
}

/// The first of these properties that is a date, with or without a time of day.
fn day(object: &Object, names: &[&str]) -> Option<PartialDate> {
    names.iter().find_map(|name| {
        let text = text(object, name)?;
        let end = text.find(['T', ' ']).unwrap_or(text.len());
        text[..end].parse().ok()
    })
}

/// Adds what a review says to the record.
fn add(review: Review, claims: &mut Claims, draft: &mut Draft, faults: &mut Faults) {
    let lacking = match &review {
        Review { claim: None, .. } => Some("a claim (claimReviewed)"),
        Review { reviewed: None, .. } => Some("a date of the review (datePublished, as YYYY-MM-DD)"),
        Review { reviewer: None, .. } => Some("a name of who reviewed (author)"),
        _ => None,
    };
    if let Some(lacking) = lacking {
        let problem = format!("the review lacks {lacking}");
        faults.warn(
            "review",
            review.at,
            String::new(),
            problem,
            "complete it at its publisher; it is left out",
        );
        return;
    }
    let Some(claim) = &review.claim else { return };
    let at = review.at;
    let source = source(&review, faults);
    let made = claimed(&review, claim, &source, claims).map(|(id, statement)| {
        if let Some(statement) = statement {
            draft.statement(&statement, &Path::Root, faults);
        }
        id
    });
    let said = match review.finding {
        Finding::True => claim.clone(),
        Finding::False if deniable(claim) => format!("It is not true that {}.", embedded(claim)),
        Finding::False => format!("The claim{} is false.", about(claim)),
        Finding::Unclear => {
            let rating = review.rating.as_deref().map_or(String::from("without a rating"), quoted);
            let problem =
                format!("the rating {rating} says neither that the claim holds nor that it does not");
            faults.warn(
                "rating",
                at,
                String::new(),
                problem,
                "add a statement by hand where the review says more; the claim is kept",
            );
            return;
        }
    };
    claims.reviews += 1;
    let mut fields = vec![
        field("id", made::text(at, format!("review-{}", claims.reviews))),
        field("date", made::text(at, review.reviewed.map(|date| date.to_string()).unwrap_or_default())),
        field("text", made::text(at, said)),
    ];
    fields.extend(review.reviewer.as_ref().map(|name| field("speaker", made::text(at, name.as_str()))));
    fields.push(field("source", source));
    if review.finding == Finding::False {
        fields.extend(made.map(|id| field("supersedes", made::texts(at, [id.as_str()].into_iter()))));
    }
    fields.extend(note(&review).map(|note| field("note", made::text(at, note))));
    draft.statement(&made::object(at, fields), &Path::Root, faults);
}

/// The claim as a statement of its claimant, with its id; only the id where an earlier review brought it. `None` where the
/// review does not say who made it, or when.
fn claimed(
    review: &Review,
    claim: &str,
    source: &Value<'static>,
    claims: &mut Claims,
) -> Option<(String, Option<Value<'static>>)> {
    let at = review.at;
    let date = review.claimed?;
    // Without a speaker it would be the fact-checker's own word.
    let claimant = review.claimant.clone()?;
    let next = format!("claim-{}", claims.ids.len() + 1);
    let key = (fold(&claimant), date, fold(claim));
    if let Some(id) = claims.ids.get(&key) {
        return Some((id.clone(), None));
    }
    claims.ids.insert(key, next.clone());
    let fields = vec![
        field("id", made::text(at, next.as_str())),
        field("date", made::text(at, date.to_string())),
        field("text", made::text(at, claim)),
        field("speaker", made::text(at, claimant)),
        field("source", source.clone()),
    ];
    Some((next, Some(made::object(at, fields))))
}

/// Where the review was published. An address that is none is left out with a warning.
fn source(review: &Review, faults: &mut Faults) -> Value<'static> {
    let at = review.at;
    let text = |name, value: Option<String>| value.map(|value| field(name, made::text(at, value)));
    let url = review.url.clone().filter(|url| no_address(url).is_none());
    if let Some((wrong, why)) = review.url.as_deref().and_then(|url| Some((url, no_address(url)?))) {
        let problem = format!("{} {why}", quoted(wrong));
        faults.warn(
            "address",
            at,
            String::from("url"),
            problem,
            "correct it at its publisher; it is left out",
        );
    }
    let fields = [
        text("publisher", review.reviewer.clone()),
        text("title", review.title.clone()),
        text("url", url),
        text("published", review.reviewed.map(|date| date.to_string())),
    ];
    made::object(at, fields.into_iter().flatten().collect())
}

/// The rating in the reviewer's own words.
fn note(review: &Review) -> Option<String> {
    let claim = review.claim.as_deref().unwrap_or_default();
    let claimant = review.claimant.as_deref().map(|name| format!(" by {name}")).unwrap_or_default();
    review.rating.as_deref().map(|rating| format!("Rated “{rating}”: the claim{claimant} “{claim}”"))
}

/// Whether a claim is one plain assertion, which can stand behind "It is not true that": of two, either may be what is false.
fn deniable(claim: &str) -> bool {
    let document = Document::read(claim);
    let plain =
        document.sentences.len() == 1 && !claim.ends_with('?') && !claim.contains(['“', '"', '\n', ';']);
    plain && analyse(&document, None, &Names::default(), None).claims.len() == 1
}

/// What a claim is about, as a phrase: its names and nouns.
fn about(claim: &str) -> String {
    const MOST: usize = 8;
    let analysis = analyse(&Document::read(claim), None, &Names::default(), None);
    let terms = analysis.claims.iter().flat_map(|claim| &claim.terms);
    let mut words: Vec<String> = Vec::new();
    for term in terms.filter(|term| matches!(term.kind, TermKind::Noun | TermKind::Name)) {
        let word = term.span.of(claim);
        let capital = term.kind == TermKind::Noun && !word.chars().skip(1).any(char::is_uppercase);
        let word = if capital { word.to_lowercase() } else { word.to_string() };
        if !word.contains(['“', '”', '"', '\n']) && !words.contains(&word) && words.len() < MOST {
            words.push(word);
        }
    }
    match words.split_last() {
        None => String::new(),
        Some((last, [])) => format!(" about {last}"),
        Some((last, rest)) => format!(" about {} and {last}", rest.join(", ")),
    }
}

/// A sentence as it stands inside another one: without its full stop, and in lower case unless it begins with a name.
fn embedded(claim: &str) -> String {
    let claim = claim.trim_end_matches(['.', '!', '…', ' ']);
    let document = Document::read(claim);
    let Some(first) = document.tokens.first() else { return claim.to_string() };
    let word = first.span.of(claim);
    let named = first.tag == crate::english::Tag::Propn
        || word == "I"
        || word.chars().skip(1).any(char::is_uppercase);
    let mut chars = claim.chars();
    match chars.next() {
        Some(c) if !named => c.to_lowercase().chain(chars).collect(),
        _ => claim.to_string(),
    }
}

//! Quantities: literate cases in `tests/specs/quantity/`, and which pairs of them agree.

use on_record::quantity::{Agreement, Bound, Dimension, Measure, Quantity, compatible, find};
use on_record::text::Document;
use on_record::time;
use proptest::prelude::*;

fn quantities(text: &str) -> Vec<Quantity> {
    let document = Document::read(text);
    let times = time::find(&document, None);
    find(&document, &times)
}

/// The same with the modifiers of what is counted.
fn show_whole(q: &Quantity) -> String {
    let Some(of) = q.of.as_ref().filter(|of| !of.modifiers.is_empty()) else { return show(q) };
    let (front, head) = show(q).rsplit_once(" of ").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    format!("{front} of {} {head}", of.modifiers.join(" "))
}

/// A quantity in the notation of the cases.
fn show(q: &Quantity) -> String {
    let mut out = String::from(match q.bound {
        Bound::Exactly => "",
        Bound::About => "~",
        Bound::AtLeast | Bound::Above => ">=",
        Bound::AtMost | Bound::Below => "<=",
    });
    out += match q.measure {
        Measure::Level => "",
        Measure::Rise => "+",
        Measure::Fall => "-",
    };
    out += match q.dimension {
        Dimension::Ordinal => "#",
        Dimension::Age => "age ",
        Dimension::Multiple => "x",
        _ => "",
    };
    out += &q.value.to_string();
    match (&q.dimension, q.high) {
        (Dimension::Score, Some(high)) => out += &format!(":{high}"),
        (_, Some(high)) => out += &format!("..{high}"),
        _ => {}
    }
    if !q.unit.is_empty() && q.dimension != Dimension::Age {
        out += &format!(" {}", q.unit);
    }
    if let Some(from) = q.from {
        out += &format!(" (from {from})");
    }
    if let Some(per) = &q.per {
        out += &format!(" /{per}");
    }
    if let Some(of) = &q.of {
        out += &format!(" of {}", of.head);
    }
    out
}

#[test]
fn quantities_are_what_the_cases_say() {
    let files = [
        include_str!("specs/quantity/numbers.txt"),
        include_str!("specs/quantity/money.txt"),
        include_str!("specs/quantity/percent.txt"),
        include_str!("specs/quantity/bounds.txt"),
        include_str!("specs/quantity/ranges.txt"),
        include_str!("specs/quantity/change.txt"),
        include_str!("specs/quantity/units.txt"),
        include_str!("specs/quantity/ordinals.txt"),
    ];
    let wrong: Vec<String> = files.iter().flat_map(|cases| faults(cases, show)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn quantities_of_whole_sentences_are_what_the_cases_say() {
    let wrong = faults(include_str!("specs/quantity/prose.txt"), show_whole);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The cases whose quantities are others than wanted.
fn faults(cases: &str, show: fn(&Quantity) -> String) -> Vec<String> {
    let mut wrong = Vec::new();
    for case in cases.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (text, wanted) = case.split_once(" =>").expect("a case has =>");
        let found = quantities(text).iter().map(show).collect::<Vec<_>>().join("; ");
        if found != wanted.trim() {
            wrong.push(format!("{text}\n  found  {found}\n  wanted {}", wanted.trim()));
        }
    }
    wrong
}

#[test]
fn pairs_agree_as_the_cases_say() {
    let mut wrong = Vec::new();
    let cases = include_str!("specs/quantity/agree.txt");
    for case in cases.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let parts: Vec<&str> = case.split(" | ").collect();
        let [wanted, a, b] = parts[..] else { panic!("{case}") };
        let (a, b) = (quantities(a), quantities(b));
        let (Some(a), Some(b)) = (a.first(), b.first()) else {
            wrong.push(format!("nothing found: {case}"));
            continue;
        };
        let show = |agreement| match agreement {
            Some(Agreement::Same) => "same",
            Some(Agreement::WithinTolerance) => "within",
            Some(Agreement::Different) => "different",
            Some(Agreement::Incomparable) => "incomparable",
            None => "none",
        };
        let (found, back) = (show(compatible(a, b)), show(compatible(b, a)));
        if found != wanted || back != wanted {
            wrong.push(format!("{case}: {found}, the other way {back}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn odd_input_takes_linear_time() {
    let odd = [
        "rose five percent ".repeat(50_000),
        "Seven ".repeat(100_000),
        "5 ".repeat(200_000),
        "5-".repeat(200_000),
        "one hundred and ".repeat(50_000),
        "$".repeat(200_000),
        "5 of the ".repeat(50_000),
        "one hundred and three fifths ".repeat(30_000),
        "minus ".repeat(100_000),
        "10^".repeat(100_000),
        "a half of a ".repeat(50_000),
        "1 000 ".repeat(100_000),
        "up from 5 ".repeat(50_000),
        "five ft ".repeat(50_000),
        "nine".repeat(200_000),
        "9".repeat(1_000_000),
    ];
    for text in odd {
        let document = Document::read(&text);
        let found = find(&document, &[]);
        assert!(found.iter().all(|q| q.value.is_finite()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn quantities_are_ordered_and_apart(words in prop::collection::vec(prop::sample::select(vec![
        "about", "more", "than", "40", "3.2", "million", "a", "half", "of", "and", "one", "in", "five", "-", "to", "from",
        "between", "€", "$", "US$", "m", "bn", "%", "percent", "points", "euros", "km", "trams", "people", "the", "rose", "by",
        "fell", "third", "11th", "twenty-first", "34-year-old", "dozens", "hundred", "per", "day", ",", ".", "2019", "1/2", "(", ")",
        "½", "votes", "or", "minus", "'s", "“", "no", "at", "least", "1,200", "007", "70-75m", "billion-dollar", "10-mile", "12e", "1e300", "^", "×", "10⁹", "fifths", "minus", "USD", "MEUR", "give", "take",
        "twice", "times", "as", "many", "up", "down", "compared", "with", "over", "dozen", "crore", "few", "couple", "C", "ft", "in",
    ]), 0..25)) {
        let text = words.join(" ");
        let mut end = 0;
        for q in quantities(&text) {
            prop_assert!(q.span.start >= end && q.span.end > q.span.start && q.span.end <= text.len());
            prop_assert!(q.value.is_finite() && q.step > 0.0 && q.factor > 0.0);
            prop_assert!(q.high.is_none_or(|high| q.dimension == Dimension::Score || high > q.value), "{text}");
            prop_assert_eq!(compatible(&q, &q), Some(Agreement::Same), "{}", text);
            end = q.span.end;
        }
    }

    #[test]
    fn figures_keep_their_value(value in 0u64..10_000_000_000, cents in 0u32..100) {
        let text = format!("It cost €{value}.{cents:02}.");
        let wanted: f64 = format!("{value}.{cents:02}").parse().unwrap();
        prop_assert_eq!(quantities(&text)[0].value, wanted);
    }
}

//! Temporal expressions: the tables of `tests/specs/time.md`, and properties that hold for any text.

use on_record::text::Document;
use on_record::time::{
    Date, Interval, TimeKind, TimeMention, TimeUnit, elapsed_agrees, find, parse_date, parse_iso,
};
use proptest::prelude::*;

/// One mention as the tables write it.
fn shown(m: &TimeMention) -> String {
    let days = |when: Interval| match (when.from, when.to) {
        (None, None) => "?".to_string(),
        (Some(a), Some(b)) if a == b => a.to_string(),
        (Some(a), Some(b)) if Interval::year(a.year()) == Some(when) => format!("{:04}", b.year()),
        (Some(a), Some(_)) if Interval::month(a.year(), a.month()) == Some(when) => {
            format!("{:04}-{:02}", a.year(), a.month())
        }
        (a, b) => {
            let end = |d: Option<Date>| d.map(|d| d.to_string()).unwrap_or_default();
            format!("{}..{}", end(a), end(b))
        }
    };
    let count = |low: f64, high: f64, unit: TimeUnit| {
        let unit = format!("{unit:?}").to_lowercase();
        let n = |x: f64| format!("{}", (x * 100.0).round() / 100.0);
        if low == high { format!("{} {unit}", n(low)) } else { format!("{}-{} {unit}", n(low), n(high)) }
    };
    let implied = if m.stated { "" } else { "~" };
    let mut text = match m.kind {
        TimeKind::Calendar => format!("{implied}{}", days(m.when)),
        TimeKind::Since => format!("{implied}since {}", days(m.when)),
        TimeKind::By => format!("{implied}by {}", days(m.when)),
        TimeKind::Before => format!("{implied}before {}", days(m.when)),
        TimeKind::After => format!("{implied}after {}", days(m.when)),
        TimeKind::Duration { low, high, unit } => format!("for {}", count(low, high, unit)),
        TimeKind::Elapsed { low, high, unit } => {
            format!("elapsed {}: {}", count(low, high, unit), days(m.when))
        }
        TimeKind::Set => "set".to_string(),
    };
    if m.ambiguous {
        text.push_str(" (ambiguous)");
    }
    text
}

/// The text with its mentions in brackets, and what they mean.
fn read(text: &str, on: Option<Date>) -> (String, String) {
    let mentions = find(&Document::read(text), on);
    let mut marked = String::new();
    let mut at = 0;
    for m in &mentions {
        marked += &text[at..m.span.start];
        marked += &format!("[{}]", m.span.of(text));
        at = m.span.end;
    }
    marked += &text[at..];
    (marked, mentions.iter().map(shown).collect::<Vec<_>>().join("; "))
}

#[test]
fn tables() {
    let spec = include_str!("specs/time.md");
    let mut wrong = String::new();
    let mut rows = 0;
    for line in spec.lines().filter(|l| l.starts_with("| ") && !l.starts_with("| on ")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [on, marked, means] = cells[..] else { panic!("three cells: {line}") };
        rows += 1;
        let text = marked.replace(['[', ']'], "");
        let (got_marked, got_means) = read(&text, parse_date(on));
        if got_marked != marked || got_means != means {
            wrong += &format!("\n- {line}\n+ | {on} | {got_marked} | {got_means} |");
        }
    }
    assert!(rows > 100, "{rows} rows");
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_text_that_opens_with_its_date_is_read_as_of_it() {
    let text = "March 27, 2008\nThe council met on Tuesday.";
    let mentions = find(&Document::read(text), None);
    assert_eq!(mentions[1].when, parse_iso("2008-03-25").unwrap());
    let mentions = find(&Document::read("The council met on Tuesday."), None);
    assert_eq!(mentions[0].when, Interval::UNKNOWN);
}

#[test]
fn counts_of_elapsed_time_agree_with_their_beginning() {
    let d = |s| parse_date(s).unwrap();
    let kind = |low, high, unit| TimeKind::Elapsed { low, high, unit };
    // began, on, low, high, unit, agrees
    let cases = [
        ("2022-02-24", "2022-10-22", 7.0, 8.0, TimeUnit::Month, true),
        ("2022-02-24", "2022-09-10", 7.0, 8.0, TimeUnit::Month, true), // calendar months counted from February
        ("2022-02-24", "2022-12-24", 7.0, 8.0, TimeUnit::Month, false),
        ("2022-02-24", "2022-05-24", 7.0, 8.0, TimeUnit::Month, false),
        ("2022-02-24", "2022-03-30", 5.0, 5.0, TimeUnit::Week, true),
        ("2022-02-24", "2022-05-30", 5.0, 5.0, TimeUnit::Week, false),
        ("2022-02-24", "2022-03-30", 34.0, 34.0, TimeUnit::Day, true),
        ("2022-02-24", "2022-04-10", 34.0, 34.0, TimeUnit::Day, false),
        ("2022-02-24", "2023-12-24", 1.66, 2.0, TimeUnit::Year, true),
        ("2022-02-24", "2023-12-24", 22.0, 22.0, TimeUnit::Month, true),
        ("2022-02-24", "2022-12-24", 22.0, 22.0, TimeUnit::Month, false),
        ("2014-04-12", "2022-03-30", 8.0, 8.0, TimeUnit::Year, true),
        ("2022-02-24", "2022-01-24", 5.0, 5.0, TimeUnit::Week, false), // not yet begun
        ("2023-04-03", "2023-05-02", 2.0, 3.0, TimeUnit::Month, false), // the second, however it is counted
        ("2023-04-03", "2023-05-02", 1.0, 2.0, TimeUnit::Month, true),
        ("2023-12-01", "2024-01-24", 0.5, 0.5, TimeUnit::Year, false),
        ("2023-12-01", "2024-05-10", 0.5, 0.5, TimeUnit::Year, true),
        ("2021-02-01", "2021-04-14", 1.0, 1.0, TimeUnit::Year, false),
        ("2021-02-01", "2021-12-01", 1.0, 1.0, TimeUnit::Year, true),
    ];
    for (began, at, low, high, unit, agrees) in cases {
        assert_eq!(
            elapsed_agrees(d(began), d(at), &kind(low, high, unit)),
            Some(agrees),
            "{began} to {at}: {low}-{high} {unit:?}"
        );
    }
    assert_eq!(elapsed_agrees(d("2022-02-24"), d("2022-03-24"), &TimeKind::Calendar), None);
    let length = TimeKind::Duration { low: 1.0, high: 1.0, unit: TimeUnit::Day };
    assert_eq!(elapsed_agrees(d("2022-02-24"), d("2022-03-24"), &length), None);
}

#[test]
fn intervals() {
    let i = |s| parse_iso(s).unwrap();
    let open = |from: Option<&str>, to: Option<&str>| Interval {
        from: from.and_then(parse_date),
        to: to.and_then(parse_date),
    };
    assert!(i("2022").contains(i("2022-05")) && !i("2022-05").contains(i("2022")));
    assert!(i("2022-05").is_before(i("2022-06")) && !i("2022-05").is_before(i("2022-05-31")));
    assert_eq!(i("2022-05").intersection(i("2022-05-31")), Some(i("2022-05-31")));
    assert_eq!(i("2022-05").intersection(i("2022-06")), None);
    assert_eq!(i("2024-02").days(), Some(29));
    assert!(open(Some("2022-05-01"), None).overlaps(i("2030")));
    assert!(!open(None, Some("2022-05-01")).overlaps(i("2030")));
    assert!(open(Some("2022-05-01"), None).contains(i("2030")) && !i("2030").contains(Interval::UNKNOWN));
    assert_eq!(open(Some("2022-05-01"), None).days(), None);
    for bad in [
        "",
        "22",
        "2022-13",
        "2022-02-30",
        "2022-5-01",
        "0000",
        "2022-05-01T",
        "２０２２",
        "+022",
        "-022-01-01",
        "20é2-01",
    ] {
        assert_eq!(parse_iso(bad), None, "{bad}");
    }
}

fn check(text: &str, on: Option<Date>) {
    let document = Document::read(text);
    let mentions = find(&document, on);
    let mut end = 0;
    for m in &mentions {
        assert!(m.span.start >= end && m.span.start < m.span.end && m.span.end <= text.len());
        assert!(text.is_char_boundary(m.span.start) && text.is_char_boundary(m.span.end));
        assert_eq!(document.span(m.tokens.clone()), m.span);
        for when in [m.when, m.named] {
            if let (Some(from), Some(to)) = (when.from, when.to) {
                assert!(from <= to, "{text:?}: {m:?}");
            }
        }
        end = m.span.end;
    }
    assert_eq!(mentions, find(&document, on), "twice the same");
}

/// Words of temporal expressions in any order, and some that are none.
const WORDS: &[&str] = &[
    "the",
    "a",
    "in",
    "on",
    "by",
    "since",
    "until",
    "from",
    "to",
    "between",
    "and",
    "for",
    "of",
    "last",
    "next",
    "this",
    "May",
    "March",
    "Oct.",
    "June",
    "Friday",
    "Mon.",
    "3",
    "31",
    "1999",
    "2022",
    "9999",
    "1000",
    "0001",
    "99999999",
    "11th",
    "second",
    "first",
    "two",
    "twenty",
    "-",
    "–",
    ",",
    "days",
    "weeks",
    "year",
    "years",
    "century",
    "decades",
    "quarter",
    "half",
    "ago",
    "later",
    "earlier",
    "end",
    "early",
    "mid-October",
    "two-year-old",
    "conflict",
    "its",
    "eighth",
    "month",
    "now",
    "into",
    "2022-05-01",
    "05/06/2022",
    "1990s",
    "'90s",
    "Q3",
    "Christmas",
    "Easter",
    "New Year's Eve",
    "spring",
    "winter",
    "summer",
    "tomorrow",
    "today",
    "will",
    "said",
    "has",
    "been",
    "nearly",
    "more than",
    "following",
    "previous",
    "same",
    "day",
    "before",
    "after",
    "weekend",
    "every",
    "daily",
    ".",
    "\n",
    "(",
    "§",
    "é",
    "hundred",
    "and a half",
    "week of",
    "ending",
    "past",
    "that",
    "weekend",
    "fortnight",
    "business",
    "working",
    "starting",
    "commencing",
    "thousand",
    "oh",
    "hundred",
    "nineteen",
    "ninety",
    "q1",
    "10/16",
    "2/29",
    "12/31/98",
    "Dec31",
    "20161016",
    "2019-aug-1",
    "black friday",
    "9/11",
    "after next",
    "~",
    "/",
    "upcoming",
    "within",
    "hence",
    "EOY",
    "rest of",
    "wed",
    "april",
    "of 87",
];

proptest! {
    #[test]
    fn any_text(text in "\\PC{0,80}", year in 1i16..=9999, day in 1i8..=28, month in 1i8..=12) {
        check(&text, Date::new(year, month, day).ok());
    }

    #[test]
    fn any_order_of_temporal_words(
        words in proptest::collection::vec(0..WORDS.len(), 0..14),
        on in prop_oneof![
            Just(None),
            Just(parse_date("0001-01-01")),
            Just(parse_date("9999-12-31")),
            Just(parse_date("2024-02-29")),
            (1i16..=9999, 1i8..=12, 1i8..=28).prop_map(|(y, m, d)| Date::new(y, m, d).ok()),
        ],
    ) {
        let text: Vec<&str> = words.iter().map(|i| WORDS[*i]).collect();
        check(&text.join(" "), on);
    }
}

#[test]
fn odd_texts_take_linear_time() {
    let long = [
        "in ".repeat(20_000),
        "the last ".repeat(20_000),
        "2022-".repeat(20_000),
        "May ".repeat(20_000),
        "from May to ".repeat(10_000),
        "two-".repeat(20_000),
        "1".repeat(100_000),
        "before after since ".repeat(10_000),
        "the end of ".repeat(10_000),
        "(".repeat(20_000),
        "the day after ".repeat(10_000),
        "the Monday before ".repeat(10_000),
        "two weeks starting ".repeat(10_000),
        "two weeks before the end of the first week of ".repeat(5_000),
        "10/1-".repeat(20_000),
        "from 10/1 to ".repeat(10_000),
        "Dec31".repeat(20_000),
        "nineteen ".repeat(20_000),
        "Friday 3-May-".repeat(10_000),
        format!("www.example.org/{}", "2019/05/".repeat(20_000)),
    ];
    for text in &long {
        check(text, parse_date("2022-05-04"));
    }
}

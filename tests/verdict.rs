//! The verdict table of the formats, case by case.

use on_record::compare::{Decision, Weighed, decide};
use on_record::report::{Reason, Relation, Verdict};
use on_record::time::{Date, Interval, parse_iso};

/// "A 2022-05-01 Mora": agrees or contradicts, day (month, year), speaker; "-" is no speaker.
/// The position in the list is the statement's number.
fn judge(evidence: &[&str], at: &str) -> Decision {
    judge_superseding(evidence, at, &[])
}

fn judge_superseding(evidence: &[&str], at: &str, supersedes: &[(usize, usize)]) -> Decision {
    let weighed: Vec<Weighed> = evidence
        .iter()
        .enumerate()
        .map(|(index, line)| {
            let [relation, when, speaker] = line.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
            Weighed {
                statement: index,
                relation: if relation == "A" { Relation::Agrees } else { Relation::Contradicts },
                confidence: 0.9,
                when: parse_iso(when).unwrap(),
                speaker: (speaker != "-").then(|| speaker.to_owned()),
                supersedes: supersedes
                    .iter()
                    .filter(|(newer, _)| *newer == index)
                    .map(|(_, older)| *older)
                    .collect(),
            }
        })
        .collect();
    decide(&weighed, day(at))
}

fn day(text: &str) -> Date {
    let Interval { from: Some(day), .. } = parse_iso(text).unwrap() else { panic!("{text}") };
    day
}

fn verdict(evidence: &[&str], at: &str) -> Verdict {
    judge(evidence, at).verdict
}

#[test]
fn no_contradiction_and_some_agreement_is_supported() {
    assert_eq!(verdict(&["A 2022-05-01 -"], "2022-06-01"), Verdict::Supported);
    assert_eq!(verdict(&["A 2022-07-01 -"], "2022-06-01"), Verdict::Supported);
}

#[test]
fn contradictions_all_later_are_outdated_from_the_first_of_them() {
    let decision = judge(&["A 2022-05-01 -", "C 2022-09-01 -", "C 2022-07-01 -"], "2022-06-01");
    assert_eq!(decision.verdict, Verdict::Outdated);
    assert_eq!(decision.since, Some(day("2022-07-01")));
    assert_eq!(decision.by, Some(2));
    assert_eq!(verdict(&["C 2022-07-01 -"], "2022-06-01"), Verdict::Outdated);
}

#[test]
fn a_contradiction_at_or_before_without_agreement_is_a_conflict() {
    assert_eq!(verdict(&["C 2022-05-01 -"], "2022-06-01"), Verdict::Conflict);
    assert_eq!(verdict(&["C 2022-06-01 -"], "2022-06-01"), Verdict::Conflict);
    // Agreement that comes later does not help.
    assert_eq!(verdict(&["C 2022-05-01 -", "A 2022-07-01 -"], "2022-06-01"), Verdict::Conflict);
    // Nor is it outdated because another contradiction comes later.
    assert_eq!(verdict(&["C 2022-05-01 -", "C 2022-07-01 -"], "2022-06-01"), Verdict::Conflict);
}

#[test]
fn a_contradiction_between_agreement_and_text_is_outdated() {
    let decision = judge(&["A 2022-03-01 Mora", "C 2022-05-01 Mora"], "2022-06-01");
    assert_eq!(decision.verdict, Verdict::Outdated);
    assert_eq!(decision.since, Some(day("2022-05-01")));
}

#[test]
fn a_later_agreement_of_the_same_speaker_answers_the_contradiction() {
    assert_eq!(verdict(&["C 2022-03-01 Mora", "A 2022-05-01 Mora"], "2022-06-01"), Verdict::Supported);
    assert_eq!(verdict(&["C 2022-03-01 -", "A 2022-05-01 -"], "2022-06-01"), Verdict::Supported);
    // As if absent: what comes later still counts.
    assert_eq!(
        verdict(&["C 2022-03-01 Mora", "A 2022-05-01 Mora", "C 2022-08-01 -"], "2022-06-01"),
        Verdict::Outdated
    );
}

#[test]
fn a_superseding_agreement_answers_another_speakers_contradiction() {
    let decision = judge_superseding(&["C 2022-03-01 Hale", "A 2022-05-01 Mora"], "2022-06-01", &[(1, 0)]);
    assert_eq!(decision.verdict, Verdict::Supported);
}

#[test]
fn agreement_as_late_as_another_speakers_contradiction_is_disputed() {
    assert_eq!(verdict(&["C 2022-05-01 Hale", "A 2022-05-01 Mora"], "2022-06-01"), Verdict::Disputed);
    assert_eq!(verdict(&["C 2022-03-01 Hale", "A 2022-05-01 Mora"], "2022-06-01"), Verdict::Disputed);
}

#[test]
fn nothing_is_unmatched() {
    let decision = judge(&[], "2022-06-01");
    assert_eq!((decision.verdict, decision.reason), (Verdict::Unmatched, Some(Reason::NoCandidate)));
}

#[test]
fn a_coarse_date_that_overlaps_decides_nothing() {
    let decision = judge(&["C 2022-06 -"], "2022-06-15");
    assert_eq!((decision.verdict, decision.reason), (Verdict::Unmatched, Some(Reason::AmbiguousDate)));
    assert_eq!(verdict(&["C 2022 -"], "2022-06-15"), Verdict::Unmatched);
    assert_eq!(verdict(&["C 2022-05 -"], "2022-06-15"), Verdict::Conflict);
    assert_eq!(verdict(&["C 2022-07 -"], "2022-06-15"), Verdict::Outdated);
}

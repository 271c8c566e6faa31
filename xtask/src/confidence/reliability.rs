//! The reliability curve: how often flags of a confidence are right.

use super::examples::{Case, cases, domains, read_text};
use on_record::Checker;
use on_record::compare::{Relation, Verdict};
use std::fmt::Write;
use std::path::Path;

/// Flags of a tenth of confidence.
#[derive(Clone, Copy, Default)]
struct Bin {
    flags: usize,
    right: usize,
    confidence: f64,
}

impl Bin {
    fn means(&self) -> (f64, f64) {
        (self.confidence / self.flags as f64, self.right as f64 / self.flags as f64)
    }
}

/// The curve over the flags of `tests/accuracy/` as SVG, and its figures in words.
pub fn curve(root: &Path) -> Result<(String, String), String> {
    let folder = root.join("tests/accuracy");
    let mut bins = [Bin::default(); 10];
    for domain in domains(&folder)? {
        let record = read_text(&folder.join(format!("{domain}.record.json")))?;
        let checker = Checker::load(&[(&*domain, record.as_bytes())]).map_err(|error| error.to_string())?;
        for case in cases(&folder.join(format!("{domain}.cases.jsonl")))? {
            count(&checker, &case, &mut bins);
        }
    }
    let flags: usize = bins.iter().map(|bin| bin.flags).sum();
    let used = || bins.iter().filter(|bin| bin.flags > 0);
    let error: f64 = used().map(|bin| (bin.right as f64 - bin.confidence).abs()).sum::<f64>() / flags as f64;
    let mut words = String::from("confidence  flags  right\n");
    for bin in used() {
        let (confidence, right) = bin.means();
        let _ = writeln!(words, "{confidence:>10.2} {:>6} {right:>6.2}", bin.flags);
    }
    let _ = writeln!(words, "expected calibration error {error:.3} over {flags} flags");
    Ok((svg(&bins), words))
}

fn count(checker: &Checker, case: &Case, bins: &mut [Bin; 10]) {
    for claim in checker.check(&case.text, &case.options).claims {
        if !matches!(claim.verdict, Verdict::Conflict | Verdict::Outdated | Verdict::Disputed) {
            continue;
        }
        let cites = |id: &String| {
            let against = |e: &&on_record::report::Evidence| e.relation == Relation::Contradicts;
            claim.evidence.iter().filter(against).any(|e| e.statement == *id)
        };
        let right = case
            .flags
            .iter()
            .any(|(span, ids)| claim.start < span.end && span.start < claim.end && ids.iter().any(cites));
        let bin = &mut bins[((claim.confidence * 10.0) as usize).min(9)];
        bin.flags += 1;
        bin.right += usize::from(right);
        bin.confidence += claim.confidence;
    }
}

/// Confidence from left to right, share of right flags upwards; the area of a dot is the number of flags.
fn svg(bins: &[Bin]) -> String {
    const SIZE: f64 = 320.0;
    const EDGE: f64 = 44.0;
    let x = |value: f64| EDGE + value * SIZE;
    let y = |value: f64| 16.0 + (1.0 - value) * SIZE;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {0}\" font-family=\"sans-serif\" font-size=\"12\">\n\
         <title>Share of right flags by confidence</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n\
         <path d=\"M{1} {2}H{3}V{4}\" fill=\"none\" stroke=\"#999\"/>\n\
         <path d=\"M{1} {2}L{3} {4}\" stroke=\"#bbb\" stroke-dasharray=\"4 4\"/>\n",
        SIZE + EDGE + 36.0,
        x(0.0),
        y(0.0),
        x(1.0),
        y(1.0),
    );
    for tick in [0.0, 0.5, 1.0] {
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{tick}</text><text x=\"{}\" y=\"{}\" text-anchor=\"end\">{tick}</text>",
            x(tick),
            y(0.0) + 16.0,
            x(0.0) - 6.0,
            y(tick) + 4.0,
        );
    }
    let used: Vec<&Bin> = bins.iter().filter(|bin| bin.flags > 0).collect();
    let points: Vec<String> =
        used.iter().map(|bin| bin.means()).map(|(c, r)| format!("{:.1} {:.1}", x(c), y(r))).collect();
    let _ = writeln!(
        svg,
        "<path d=\"M{}\" fill=\"none\" stroke=\"#1458a8\" stroke-width=\"2\"/>",
        points.join("L")
    );
    for bin in used {
        let (confidence, right) = bin.means();
        let radius = 1.0 + (bin.flags as f64).sqrt();
        let _ = writeln!(
            svg,
            "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"{radius:.1}\" fill=\"#1458a8\" fill-opacity=\".6\"><title>{} flags</title></circle>",
            x(confidence),
            y(right),
            bin.flags
        );
    }
    let _ = writeln!(
        svg,
        "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">confidence of a flag</text>\n\
         <text transform=\"translate(14 {}) rotate(-90)\" text-anchor=\"middle\">share that is right</text>\n</svg>",
        x(0.5),
        y(0.0) + 32.0,
        y(0.5)
    );
    svg
}

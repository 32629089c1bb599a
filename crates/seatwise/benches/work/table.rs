//! The table that is printed: figure, limit, verdict.

use std::fmt;
use std::time::Duration;

/// A measured row.
pub struct Row {
    pub work: String,
    pub figure: String,
    pub limit: String,
    pub raw: String,
    pub ratio: String,
    pub holds: bool,
}

#[derive(Default)]
pub struct Table(Vec<Row>);

impl Table {
    pub fn add(&mut self, row: Row) {
        eprintln!(
            "{}: {} ({})",
            row.work,
            row.figure,
            if row.holds { "holds" } else { "MISSED" }
        );
        self.0.push(row);
    }

    /// A row of CPU time per operation with a limit, and with a raw figure and the factor it may cost.
    pub fn cpu(
        &mut self,
        work: impl Into<String>,
        cpu: Duration,
        limit: Duration,
        raw: Option<(Duration, f64)>,
    ) {
        let ratio = raw.map(|(raw, most)| (cpu.as_secs_f64() / raw.as_secs_f64(), most));
        self.add(Row {
            work: work.into(),
            figure: shown(cpu),
            limit: shown(limit),
            raw: raw.map_or_else(String::new, |(raw, _)| shown(raw)),
            ratio: ratio.map_or_else(String::new, |(ratio, most)| {
                if most.is_finite() {
                    format!("{ratio:.1}× of {most:.1}×")
                } else {
                    format!("{ratio:.1}×")
                }
            }),
            holds: cpu <= limit && ratio.is_none_or(|(ratio, most)| ratio <= most),
        });
    }

    /// A step that broke off before it had a figure.
    pub fn broken(&mut self, work: &str) {
        self.add(Row {
            work: work.to_owned(),
            figure: "broke off".to_owned(),
            limit: String::new(),
            raw: String::new(),
            ratio: String::new(),
            holds: false,
        });
    }

    pub fn holds(&self) -> bool {
        self.0.iter().all(|row| row.holds)
    }
}

/// A duration with three digits.
pub fn shown(duration: Duration) -> String {
    let micros = duration.as_secs_f64() * 1e6;
    if micros < 1_000.0 {
        format!("{micros:.0} µs")
    } else if micros < 1_000_000.0 {
        format!("{:.2} ms", micros / 1e3)
    } else {
        format!("{:.2} s", micros / 1e6)
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "| work | figure | limit | compared with | factor | verdict |"
        )?;
        writeln!(f, "|---|---|---|---|---|---|")?;
        for row in &self.0 {
            let verdict = if row.holds { "holds" } else { "**missed**" };
            writeln!(
                f,
                "| {} | {} | {} | {} | {} | {verdict} |",
                row.work, row.figure, row.limit, row.raw, row.ratio
            )?;
        }
        Ok(())
    }
}

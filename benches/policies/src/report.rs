//! The table: what each engine costs for the same decision.

use std::fmt;
use std::time::Duration;

use crate::table::shown;

struct Row {
    decision: String,
    bare: Duration,
    ours: Duration,
    others: [Duration; 2],
    /// Whether ours has to be the fastest.
    judged: bool,
}

/// All rows.
#[derive(Default)]
pub struct Report(Vec<Row>);

impl Report {
    /// CPU time of one decision: the bare reading that the others must do, ours, theirs.
    pub fn add(
        &mut self,
        decision: String,
        bare: Duration,
        ours: Duration,
        cedar: Duration,
        casbin: Duration,
    ) {
        self.row(decision, bare, ours, [cedar, casbin], true);
    }

    /// The same for a row that is told and not judged.
    pub fn tell(
        &mut self,
        decision: String,
        bare: Duration,
        ours: Duration,
        cedar: Duration,
        casbin: Duration,
    ) {
        self.row(decision, bare, ours, [cedar, casbin], false);
    }

    fn row(
        &mut self,
        decision: String,
        bare: Duration,
        ours: Duration,
        others: [Duration; 2],
        judged: bool,
    ) {
        let [cedar, casbin] = others;
        eprintln!(
            "{decision}: {} ({} and {})",
            shown(ours),
            shown(cedar),
            shown(casbin)
        );
        self.0.push(Row {
            decision,
            bare,
            ours,
            others,
            judged,
        });
    }

    /// True when ours is the fastest in each row that is judged.
    pub fn holds(&self) -> bool {
        self.0
            .iter()
            .filter(|row| row.judged)
            .all(|row| row.others.iter().all(|theirs| row.ours <= *theirs))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "| decision | read, no decision | Seatwise | cedar-policy | casbin |\n|---|---|---|---|---|"
        )?;
        for Row {
            decision,
            bare,
            ours,
            others,
            ..
        } in &self.0
        {
            write!(f, "| {decision} | {} | {} |", shown(*bare), shown(*ours))?;
            for theirs in others {
                let factor = theirs.as_secs_f64() / ours.as_secs_f64();
                write!(f, " {} ({factor:.1}×) |", shown(*theirs))?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

//! Plans: what an account may use, set by the operator (decisions 1 and 21).

/// A plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// The word in the database, in the API and at the command line.
    pub key: &'static str,
    /// What it is called; a name, the same in every language.
    pub name: &'static str,
    /// Whether teams can be switched on (N6, N7).
    pub teams: bool,
}

/// All plans; the first is what an installation gives unless its operator says otherwise.
pub const PLANS: [Plan; 4] = [
    Plan {
        key: "seatwise",
        name: "Seatwise",
        teams: true,
    },
    Plan {
        key: "starter",
        name: "Starter",
        teams: false,
    },
    Plan {
        key: "sales-essentials",
        name: "Sales Essentials",
        teams: false,
    },
    Plan {
        key: "dream-team",
        name: "Dream Team",
        teams: true,
    },
];

impl Plan {
    /// The plan with this key, as the operator types it.
    pub fn find(key: &str) -> Option<Self> {
        PLANS.into_iter().find(|plan| plan.key == key)
    }

    /// The plan of an account; a word that no plan has any more stands for the first.
    pub fn of(key: &str) -> Self {
        Self::find(key).unwrap_or(PLANS[0])
    }

    /// The names of the plans that have teams, for the sentence that refuses (N7).
    pub fn with_teams() -> String {
        let names: Vec<&str> = PLANS
            .iter()
            .filter(|plan| plan.teams && plan.key != PLANS[0].key)
            .map(|plan| plan.name)
            .collect();
        names.join(", ")
    }
}

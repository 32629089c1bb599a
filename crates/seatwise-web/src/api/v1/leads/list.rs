//! Leads as a list and as a board.

use seatwise_domain::authz::ViewRecords;
use seatwise_domain::problem;
use seatwise_domain::records::{self, LeadFilter, OwnerFilter, Sort};
use seatwise_domain::store::PageSize;
use seatwise_domain::store::ReadTx;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::LeadLine;
use crate::api::call::{Answer, Call};
use crate::api::operation::Done;
use crate::api::types::{LeadStateWord, OwnerWord, Paged, Search, StageKey};
use crate::problem::Problem;

/// The order of the list.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum LeadSort {
    /// Made last, first.
    #[default]
    Newest,
    /// Worth most, first.
    Value,
    /// Next step due first, first.
    NextStep,
}

/// Which leads.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct LeadFilterQuery {
    /// Whose; everybody's within reach without.
    #[schema(nullable = false)]
    owner: Option<OwnerWord>,
    /// In this stage; may be given several times.
    #[schema(nullable = false, max_items = 50)]
    stage: Option<Vec<StageKey>>,
    /// In stages that mean this.
    #[schema(nullable = false)]
    state: Option<LeadStateWord>,
    /// In the title; or the whole external id or contact's address, as far as the caller's roles do not hide them.
    #[schema(nullable = false)]
    q: Option<Search>,
}

impl LeadFilterQuery {
    /// From its parts, as a body names them.
    pub fn of(
        owner: Option<OwnerWord>,
        stage: Option<Vec<StageKey>>,
        state: Option<LeadStateWord>,
        q: Option<Search>,
    ) -> Self {
        Self {
            owner,
            stage,
            state,
            q,
        }
    }

    /// As the domain knows it.
    pub fn filter(self) -> Result<LeadFilter, Problem> {
        let unknown = || Problem::new(&problem::STAGE_UNKNOWN);
        let owner = match self.owner.as_ref().map(|word| word.0.as_str()) {
            None => OwnerFilter::Anyone,
            Some("me") => OwnerFilter::Me,
            Some("unassigned") => OwnerFilter::Unassigned,
            Some("left") => OwnerFilter::Left,
            Some(id) => {
                OwnerFilter::User(id.parse().map_err(|_| Problem::new(&problem::NOT_FOUND))?)
            }
        };
        let stages: Result<_, _> = self
            .stage
            .unwrap_or_default()
            .into_iter()
            .map(|key| key.0.parse())
            .collect();
        Ok(LeadFilter {
            owner,
            stages: stages.map_err(|_| unknown())?,
            state: self.state.map(Into::into),
            text: self
                .q
                .map(String::from)
                .filter(|text| !text.trim().is_empty()),
        })
    }
}

/// Which leads, in which order.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct LeadQuery {
    /// Whose; everybody's within reach without.
    #[schema(nullable = false)]
    owner: Option<OwnerWord>,
    /// In this stage; may be given several times.
    #[schema(nullable = false, max_items = 50)]
    stage: Option<Vec<StageKey>>,
    /// In stages that mean this.
    #[schema(nullable = false)]
    state: Option<LeadStateWord>,
    /// In the title; or the whole external id or contact's address, as far as the caller's roles do not hide them.
    #[schema(nullable = false)]
    q: Option<Search>,
    /// The order. One by a field that the caller's roles hide is refused.
    #[schema(nullable = false)]
    sort: Option<LeadSort>,
}

/// Answers a page.
pub async fn list(call: Call, mut tx: ReadTx) -> Done {
    let query: LeadQuery = call.query()?;
    let sort = match query.sort.unwrap_or_default() {
        LeadSort::Newest => Sort::Newest,
        LeadSort::Value => Sort::Value,
        LeadSort::NextStep => Sort::NextStep,
    };
    let filter = LeadFilterQuery::of(query.owner, query.stage, query.state, query.q).filter()?;
    let (cursor, size) = call.page()?;
    let scope = call.caller()?.records::<ViewRecords>()?;
    let page = records::list(&mut tx, &scope, &filter, sort, cursor.as_ref(), size).await?;
    Ok(Answer::ok(&Paged::counted(page, LeadLine::from)))
}

/// Which leads, and how many of each stage.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct BoardQuery {
    /// Whose; everybody's within reach without.
    #[schema(nullable = false)]
    owner: Option<OwnerWord>,
    /// In the title; or the whole external id or contact's address, as far as the caller's roles do not hide them.
    #[schema(nullable = false)]
    q: Option<Search>,
    /// How many leads of each stage; 20 without.
    #[schema(nullable = false, minimum = 1, maximum = 50)]
    limit: Option<u32>,
}

/// By a name of its own: the derive sees type parameters and would make another schema of it.
type PageOfLeads = Paged<LeadLine>;

/// A column of the board.
#[derive(Debug, Serialize, ToSchema)]
struct BoardColumnAnswer {
    /// The key of the stage.
    stage: String,
    /// The account's own word; null for a stage of the program.
    #[schema(required)]
    label: Option<String>,
    state: LeadStateWord,
    /// What all leads of the column are worth; null when there are too many to add up, and where the caller's roles
    /// hide it.
    #[schema(required)]
    value: Option<i64>,
    leads: PageOfLeads,
}

/// The board.
#[derive(Debug, Serialize, ToSchema)]
pub struct BoardAnswer {
    columns: Vec<BoardColumnAnswer>,
}

/// Answers the board.
pub async fn board(call: Call, mut tx: ReadTx) -> Done {
    let query: BoardQuery = call.query()?;
    let filter = LeadFilterQuery {
        owner: query.owner,
        q: query.q,
        ..LeadFilterQuery::default()
    }
    .filter()?;
    let scope = call.caller()?.records::<ViewRecords>()?;
    let size = PageSize::new(query.limit.unwrap_or(20));
    let board = records::board(&mut tx, &scope, &filter, size).await?;
    let columns = board
        .columns
        .into_iter()
        .map(|column| BoardColumnAnswer {
            stage: column.stage.key.to_string(),
            label: column.stage.label,
            state: column.stage.state.into(),
            value: column.sum.map(|sum| sum.0),
            leads: Paged::counted(column.page, LeadLine::from),
        })
        .collect();
    Ok(Answer::ok(&BoardAnswer { columns }))
}

/// A stage.
#[derive(Debug, Serialize, ToSchema)]
struct StageAnswer {
    key: String,
    /// The account's own word; null for a stage of the program.
    #[schema(required)]
    label: Option<String>,
    state: LeadStateWord,
}

/// The stages, in the order of the board.
#[derive(Debug, Serialize, ToSchema)]
pub struct Stages {
    items: Vec<StageAnswer>,
}

/// Answers the stages.
pub async fn stages(call: Call, mut tx: ReadTx) -> Done {
    let scope = call.caller()?.records::<ViewRecords>()?;
    let items = records::stages(&mut tx, &scope)
        .await?
        .into_iter()
        .map(|stage| StageAnswer {
            key: stage.key.to_string(),
            label: stage.label,
            state: stage.state.into(),
        })
        .collect();
    Ok(Answer::ok(&Stages { items }))
}

//! The list of people, and how many each view holds.

use seatwise_domain::authz::ViewUsers;
use seatwise_domain::store::ReadTx;
use seatwise_domain::users::{self, ListFilter, Sort};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::UserLine;
use crate::api::call::{Answer, Call};
use crate::api::operation::Done;
use crate::api::types::{
    GroupRef, ImportRef, LevelWord, Paged, PositionRef, RoleRef, Search, SeatKindWord, TeamRef,
    ViewWord,
};

/// The order of the list.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum UserSort {
    /// By name; who has left comes last.
    #[default]
    Name,
    /// Newest first.
    Newest,
}

/// Which people.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct UserFilter {
    /// By status; `pending` holds invited ones, too.
    #[schema(nullable = false)]
    pub status: Option<ViewWord>,
    /// By level.
    #[schema(nullable = false)]
    pub level: Option<LevelWord>,
    /// By kind of seat.
    #[schema(nullable = false)]
    pub seat: Option<SeatKindWord>,
    /// True for service users alone, false for people alone.
    #[schema(nullable = false)]
    pub service: Option<bool>,
    /// Holders of this role or permission set, given or by default.
    #[schema(nullable = false)]
    pub role: Option<RoleRef>,
    /// Members of this team.
    #[schema(nullable = false)]
    pub team: Option<TeamRef>,
    /// Members of this group.
    #[schema(nullable = false)]
    pub group: Option<GroupRef>,
    /// Holders of this position.
    #[schema(nullable = false)]
    pub position: Option<PositionRef>,
    /// Brought by this import.
    #[schema(nullable = false)]
    pub import: Option<ImportRef>,
    /// Anywhere in name, address, alias or login; or a whole id.
    #[schema(nullable = false)]
    pub q: Option<Search>,
    /// True for those whose activation link has expired.
    #[schema(nullable = false)]
    pub link_expired: Option<bool>,
    /// The order.
    #[schema(nullable = false)]
    pub sort: Option<UserSort>,
}

impl UserFilter {
    /// As the domain knows it.
    pub fn filter(self) -> ListFilter {
        ListFilter {
            view: self.status.map(Into::into).unwrap_or_default(),
            level: self.level.map(Into::into),
            seat_kind: self.seat.map(Into::into),
            service: self.service,
            role: self.role.map(|role| role.0),
            team: self.team.map(|id| id.0),
            group: self.group.map(|id| id.0),
            position: self.position.map(|id| id.0),
            import: self.import.map(|id| id.0),
            query: self.q.map(|text| text.0),
            link_expired: self.link_expired.unwrap_or_default(),
            hide_inactive: false,
            sort: match self.sort.unwrap_or_default() {
                UserSort::Name => Sort::Name,
                UserSort::Newest => Sort::Newest,
            },
        }
    }
}

/// Answers a page.
pub async fn list(call: Call, mut tx: ReadTx) -> Done {
    let filter = call.query::<UserFilter>()?.filter();
    let (cursor, size) = call.page()?;
    let scope = call.caller()?.scope::<ViewUsers>()?;
    let now = call.app.db.now();
    let page = users::list(&mut tx, &scope, &filter, cursor.as_ref(), size).await?;
    Ok(Answer::ok(&Paged::counted(page, |row| {
        UserLine::new(row, now, call.lang)
    })))
}

/// How many people each view holds.
#[derive(Debug, Serialize, ToSchema)]
pub struct ViewCounts {
    all: u64,
    active: u64,
    /// Invited ones, too.
    pending: u64,
    frozen: u64,
    deactivated: u64,
}

/// Answers the numbers.
pub async fn views(call: Call, mut tx: ReadTx) -> Done {
    let scope = call.caller()?.scope::<ViewUsers>()?;
    let views = users::views(&mut tx, &scope).await?;
    Ok(Answer::ok(&ViewCounts {
        all: views.all,
        active: views.active,
        pending: views.pending,
        frozen: views.frozen,
        deactivated: views.deactivated,
    }))
}

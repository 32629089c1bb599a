//! The list of people: views with counts, search, filters, keyset pages.

use super::{User, list_sql};
use crate::authz::{Level, Scope, SeatKind, ViewUsers};
use crate::ids::{GroupId, ImportId, PositionId, TeamId, UserId};
use crate::roles::{self, Holder, Holding, RoleKey};
use crate::store::{Count, Cursor, Page, PageSize, ReadTx, Reads, StoreError};
use crate::tally;
use crate::teams::Membership;

/// Which people, by state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StateView {
    /// Everybody; who has left comes last (K22).
    #[default]
    All,
    /// Active ones.
    Active,
    /// Those who have not signed in yet.
    Pending,
    /// Those whose sign-in is stopped and who keep their seat.
    Frozen,
    /// Those who have left (N61).
    Deactivated,
    /// Those who were removed; the view of all leaves them out (Z84).
    Removed,
}

impl StateView {
    /// All views, in the order of the page.
    pub const ALL: [Self; 6] = [
        Self::All,
        Self::Active,
        Self::Pending,
        Self::Frozen,
        Self::Deactivated,
        Self::Removed,
    ];

    /// The word in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Active => "active",
            Self::Pending => "pending",
            Self::Frozen => "frozen",
            Self::Deactivated => "deactivated",
            Self::Removed => "removed",
        }
    }
}

impl std::str::FromStr for StateView {
    type Err = crate::authz::UnknownWord;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|view| view.as_str() == text)
            .ok_or(crate::authz::UnknownWord)
    }
}

/// The order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// By name; who has left comes last.
    #[default]
    Name,
    /// Newest first.
    Newest,
}

/// Which people.
#[derive(Debug, Clone, Default)]
pub struct ListFilter {
    /// By state.
    pub view: StateView,
    /// By level.
    pub level: Option<Level>,
    /// By kind of seat.
    pub seat_kind: Option<SeatKind>,
    /// Only service users, or none of them.
    pub service: Option<bool>,
    /// Holders of a role or set, given or by default.
    pub role: Option<RoleKey>,
    /// Members of a team.
    pub team: Option<TeamId>,
    /// Members of a group.
    pub group: Option<GroupId>,
    /// Holders of a position.
    pub position: Option<PositionId>,
    /// Brought by an import.
    pub import: Option<ImportId>,
    /// Only those whose activation link has expired (P71).
    pub link_expired: bool,
    /// Anywhere in name, address, alias or login; or a whole id (K4).
    pub query: Option<String>,
    /// Leaves out who has left, in the view of all (N48).
    pub hide_inactive: bool,
    /// The order.
    pub sort: Sort,
}

impl ListFilter {
    fn is_plain(&self) -> bool {
        self.level.is_none()
            && self.seat_kind.is_none()
            && self.service.is_none()
            && self.role.is_none()
            && self.team.is_none()
            && self.group.is_none()
            && self.position.is_none()
            && self.import.is_none()
            && !self.link_expired
            && self
                .query
                .as_deref()
                .is_none_or(|query| query.trim().is_empty())
    }
}

/// A person in the list.
#[derive(Debug, Clone)]
pub struct UserRow {
    /// The person.
    pub user: User,
    /// The roles and sets in force; an admin's only where they were given to him.
    pub roles: Vec<Holding>,
    /// His teams, by name.
    pub teams: Vec<Membership>,
    /// How many open leads he owns.
    pub open_leads: u64,
    /// Whether he owns any, open or closed.
    pub has_leads: bool,
}

/// How many people each view holds; all numbers are whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Views {
    /// All but removed ones.
    pub all: u64,
    /// Active.
    pub active: u64,
    /// Invited or pending.
    pub pending: u64,
    /// Frozen.
    pub frozen: u64,
    /// Deactivated.
    pub deactivated: u64,
    /// Removed; not among all.
    pub removed: u64,
}

impl Views {
    /// The number of a view.
    pub const fn of(&self, view: StateView) -> u64 {
        match view {
            StateView::All => self.all,
            StateView::Active => self.active,
            StateView::Pending => self.pending,
            StateView::Frozen => self.frozen,
            StateView::Deactivated => self.deactivated,
            StateView::Removed => self.removed,
        }
    }

    /// From the number of people in each state.
    pub(super) fn of_tallies(tallies: Vec<(String, u64)>) -> Self {
        let mut views = Self::default();
        for (state, number) in tallies {
            match state.as_str() {
                "active" => views.active += number,
                "invited" | "pending" => views.pending += number,
                "frozen" => views.frozen += number,
                "deactivated" => views.deactivated += number,
                "anonymised" => {
                    views.removed += number;
                    continue;
                }
                _ => continue,
            }
            views.all += number;
        }
        views
    }
}

/// How many people each view holds.
pub async fn views(tx: &mut impl Reads, scope: &Scope<ViewUsers>) -> Result<Views, StoreError> {
    Ok(Views::of_tallies(tally::list(tx, scope.tenant()).await?))
}

/// A page of people with roles, teams and open leads: two statements whatever the size, and one more to count what
/// a filter finds.
pub async fn list(
    tx: &mut ReadTx,
    scope: &Scope<ViewUsers>,
    filter: &ListFilter,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Page<UserRow>, StoreError> {
    let (tenant, now) = (scope.tenant(), tx.now());
    let rows = list_sql::list(tx, tenant, filter, cursor, size).await?;
    let ids: Vec<UserId> = rows.iter().map(|row| row.user.id).collect();
    let mut beside = list_sql::beside(tx, tenant, &ids).await?;
    let total = if filter.is_plain() {
        let hidden = if filter.view == StateView::All && filter.hide_inactive {
            beside.views.deactivated
        } else {
            0
        };
        Count::exact(beside.views.of(filter.view) - hidden)
    } else {
        Count::capped(list_sql::count(tx, tenant, filter).await?)
    };
    let mut page = Page::cut(rows, size, cursor, total, |row| {
        let key = match filter.sort {
            Sort::Name => format!(
                "{}|{}",
                row.user.state.rank(),
                crate::text::name_key(&row.user.name)
            ),
            Sort::Newest => String::new(),
        };
        (key, row.user.id.0)
    });
    for row in &mut page.items {
        let holder = Holder {
            level: row.user.level,
            seat_kind: row.user.seat_kind,
            service: row.user.service,
            roles: beside.roles.remove(&row.user.id).unwrap_or_default(),
        };
        row.roles = roles::holdings(holder, beside.first.as_ref(), now);
        row.teams = beside.teams.remove(&row.user.id).unwrap_or_default();
        row.teams
            .sort_by_cached_key(|place| (crate::text::name_key(&place.team.name), place.team.id));
    }
    Ok(page)
}

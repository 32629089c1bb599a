//! Leads: list, board, look, make, change, note, assign, export.

mod assign;
mod change;
mod export;
mod list;
mod notes;
mod share;
mod show;

use axum::http::Method;
use seatwise_domain::authz::Key;
use seatwise_domain::records::{Lead, LeadRow};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use super::hand_overs::HandOverAnswer;
use crate::api::operation::Operation;
use crate::api::types::{EventRef, ImportRef, Instant, LeadRef, LeadStateWord, Paged, UserRef};

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::reading("/leads", "listLeads", list::list)
            .needs(Key::ViewRecords)
            .query::<list::LeadQuery>()
            .paged()
            .answers::<Paged<LeadLine>>(200),
        Operation::new(Method::POST, "/leads", "createLead", change::create)
            .needs(Key::CreateRecords)
            .body::<change::CreateLead>(json!({ "title": "Acme, 20 seats", "value": 120_000 }))
            .answers::<LeadAnswer>(201),
        Operation::new(Method::GET, "/leads.csv", "exportLeadsCsv", export::csv)
            .needs(Key::ExportRecords)
            .query::<list::LeadFilterQuery>()
            .answers_file(&["text/csv"]),
        Operation::new(Method::GET, "/leads.xlsx", "exportLeadsXlsx", export::xlsx)
            .needs(Key::ExportRecords)
            .query::<list::LeadFilterQuery>()
            .answers_file(&[crate::export::XLSX]),
        Operation::reading("/lead-board", "getBoard", list::board)
            .tag("leads")
            .needs(Key::ViewRecords)
            .query::<list::BoardQuery>()
            .answers::<list::BoardAnswer>(200),
        Operation::reading("/lead-stages", "listStages", list::stages)
            .tag("leads")
            .needs(Key::ViewRecords)
            .answers::<list::Stages>(200),
        Operation::new(
            Method::POST,
            "/lead-assignments",
            "assignLeads",
            assign::many,
        )
        .tag("leads")
        .needs(Key::AssignRecords)
        .body::<assign::AssignMany>(json!({
            "lead_ids": ["lead_01980000000000000000000000"], "to": null, "reason": "Holiday"
        }))
        .answers::<HandOverAnswer>(200),
        Operation::reading("/leads/{id}", "getLead", show::show)
            .needs(Key::ViewRecords)
            .answers::<LeadAnswer>(200),
        Operation::new(Method::PATCH, "/leads/{id}", "editLead", change::edit)
            .needs(Key::EditRecords)
            .body::<change::EditLead>(json!({ "stage": "won" }))
            .answers::<LeadAnswer>(200),
        Operation::new(
            Method::POST,
            "/leads/{id}/assign",
            "assignLead",
            assign::one,
        )
        .needs(Key::AssignRecords)
        .body::<assign::AssignOne>(json!({ "to": null }))
        .answers::<HandOverAnswer>(200),
        Operation::new(Method::GET, "/leads/{id}/shares", "listShares", share::list)
            .needs(Key::ShareRecords)
            .answers::<share::Shares>(200),
        Operation::new(Method::POST, "/leads/{id}/share", "shareLead", share::share)
            .needs(Key::ShareRecords)
            .body::<share::ShareLead>(json!({
                "with": "team_01980000000000000000000000", "access": "read"
            }))
            .answers::<share::ShareLine>(200),
        Operation::new(
            Method::POST,
            "/leads/{id}/unshare",
            "unshareLead",
            share::unshare,
        )
        .needs(Key::ShareRecords)
        .body::<share::UnshareLead>(json!({ "with": "team_01980000000000000000000000" })),
        Operation::new(Method::GET, "/leads/{id}/notes", "listNotes", notes::list)
            .needs(Key::ViewRecords)
            .paged()
            .answers::<Paged<notes::NoteLine>>(200),
        Operation::new(Method::POST, "/leads/{id}/notes", "addNote", notes::add)
            .needs(Key::NoteRecords)
            .body::<notes::AddNote>(json!({ "text": "Called, wants an offer" }))
            .answers::<notes::NoteLine>(201),
        Operation::new(
            Method::GET,
            "/leads/{id}/history",
            "listHistory",
            notes::history,
        )
        .needs(Key::ViewRecords)
        .paged()
        .answers::<Paged<notes::HistoryEntry>>(200),
    ]
}

/// A lead as lists show it. What the caller's roles hide is null; `lead_fields` of `/me` says what that is.
#[derive(Debug, Serialize, ToSchema)]
pub struct LeadLine {
    id: LeadRef,
    title: String,
    /// Null for unassigned leads.
    #[schema(required)]
    owner_id: Option<UserRef>,
    #[schema(required)]
    owner_name: Option<String>,
    /// True when the owner was deactivated.
    owner_left: bool,
    /// The key of the stage.
    stage: String,
    state: LeadStateWord,
    /// In the smallest unit of the account's currency.
    #[schema(required)]
    value: Option<i64>,
    #[schema(required, value_type = Option<crate::api::types::DateText>)]
    opened_on: Option<String>,
    #[schema(required, value_type = Option<crate::api::types::DateText>)]
    closed_on: Option<String>,
    #[schema(required)]
    next_step: Option<String>,
    #[schema(required, value_type = Option<crate::api::types::DateText>)]
    next_step_on: Option<String>,
    #[schema(required)]
    contact_name: Option<String>,
    /// The id in the system that the lead came from.
    #[schema(required)]
    external_id: Option<String>,
    /// How many notes it has.
    notes: u64,
    updated_at: Instant,
}

fn date(date: Option<jiff::civil::Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

impl From<LeadRow> for LeadLine {
    fn from(row: LeadRow) -> Self {
        let owner = row.owner;
        Self {
            id: row.id.into(),
            title: row.title,
            owner_id: owner.as_ref().map(|owner| owner.id.into()),
            owner_left: owner.as_ref().is_some_and(|owner| owner.left),
            owner_name: owner.map(|owner| owner.name),
            stage: row.stage.to_string(),
            state: row.state.into(),
            value: row.value.map(|value| value.0),
            opened_on: date(row.opened_on),
            closed_on: date(row.closed_on),
            next_step: row.next_step,
            next_step_on: date(row.next_step_on),
            contact_name: row.contact_name,
            external_id: row.external_id,
            notes: row.notes,
            updated_at: row.updated_at.into(),
        }
    }
}

/// A lead with everything that the caller may know of it. What his roles hide is null or, of `fields`, absent.
#[derive(Debug, Serialize, ToSchema)]
pub struct LeadAnswer {
    #[serde(flatten)]
    row: LeadLine,
    #[schema(required)]
    contact_email: Option<String>,
    /// Further fields, by key.
    fields: std::collections::BTreeMap<String, String>,
    #[schema(required)]
    created_by: Option<UserRef>,
    created_at: Instant,
    /// Given back with a change it refuses one that somebody else was faster with.
    version: EventRef,
    #[schema(required)]
    import_id: Option<ImportRef>,
}

impl From<Lead> for LeadAnswer {
    fn from(lead: Lead) -> Self {
        Self {
            row: lead.row.into(),
            contact_email: lead.contact_email,
            fields: lead.fields,
            created_by: lead.created_by.map(Into::into),
            created_at: lead.created_at.into(),
            version: lead.version.into(),
            import_id: lead.import.map(Into::into),
        }
    }
}

//! Rows that are leads: what each row says, and what is done with it.

use std::collections::{HashMap, HashSet};

use super::judge::{Detail, Frame, Judged, Note, NoteCode, RawRow, Reason, Verdict, shortened};
use super::kind::{Effect, Kind};
use super::owners::{Owner, Owners};
use super::{Field, UnknownOwner, stage_words, values};
use crate::audit::Event;
use crate::authz::{RunImports, Scope};
use crate::records::{
    self, FieldError, Fields, ImportedLead, KnownLead, LeadState, Minor, Stage, find_by_external,
    insert_batch, update_batch,
};
use crate::store::{Reads, StoreError, WriteTx};
use crate::tenants::{PendingSelectable, settings};
use crate::text::EmailAddress;

/// A lead as the row makes it, and the one that is there already.
#[derive(Debug)]
pub(super) struct LeadDraft {
    lead: ImportedLead,
    known: Option<KnownLead>,
}

pub(super) struct Leads {
    frame: Frame,
    /// Columns that become further fields, with the keys of the fields.
    extras: Vec<(usize, String)>,
    claims: HashMap<String, u32>,
}

/// What a batch is judged with.
struct Known {
    leads: HashMap<String, KnownLead>,
    owners: Owners,
    stages: Vec<Stage>,
}

impl Kind for Leads {
    type Draft = LeadDraft;

    fn new(frame: Frame) -> Self {
        let extras = frame
            .columns
            .iter()
            .enumerate()
            .filter(|(at, _)| frame.mapping.field(*at) == Some(Field::Extra))
            .map(|(at, column)| (at, records::field_key(&column.name)))
            .collect();
        Self {
            frame,
            extras,
            claims: HashMap::new(),
        }
    }

    fn reclaim(&mut self, rows: &[RawRow]) {
        for row in rows {
            self.claims.insert(
                self.frame.cell(row, Field::ExternalId).to_owned(),
                row.number,
            );
        }
    }

    async fn judge(
        &mut self,
        tx: &mut impl Reads,
        scope: &Scope<RunImports>,
        rows: &[RawRow],
    ) -> Result<Vec<Judged<LeadDraft>>, StoreError> {
        let cells = |field| -> HashSet<&str> {
            rows.iter()
                .map(|row| self.frame.cell(row, field))
                .filter(|text| !text.is_empty())
                .collect()
        };
        let ids: Vec<&str> = cells(Field::ExternalId).into_iter().collect();
        let pending: PendingSelectable = settings(tx, scope.tenant()).await?.pending_selectable;
        let owners =
            Owners::find(tx, scope, &self.frame.options, pending, cells(Field::Owner)).await?;
        let known = Known {
            leads: find_by_external(tx, scope, &ids).await?,
            owners,
            stages: records::stages(tx, scope).await?,
        };
        Ok(rows.iter().map(|row| self.row(row, &known)).collect())
    }

    async fn apply(
        &mut self,
        tx: &mut WriteTx,
        scope: &Scope<RunImports>,
        effect: &Effect,
        judged: &mut [Judged<LeadDraft>],
    ) -> Result<Vec<Event>, StoreError> {
        let labels: Vec<&str> = self
            .extras
            .iter()
            .filter_map(|(at, _)| self.frame.columns.get(*at))
            .map(|column| column.name.as_str())
            .collect();
        records::ensure_fields(tx, scope, &labels).await?;
        let fresh: Vec<ImportedLead> = drafts(judged, Verdict::Create)
            .map(|draft| draft.lead.clone())
            .collect();
        let ids = insert_batch(tx, scope, effect.event, effect.import, &fresh).await?;
        let made = judged.iter_mut().filter(|row| row.will(Verdict::Create));
        for (row, id) in made.zip(ids) {
            row.subject = Some(id.0);
        }
        let changes: Vec<(&KnownLead, ImportedLead)> = drafts(judged, Verdict::Update)
            .filter_map(|draft| {
                draft
                    .known
                    .as_ref()
                    .map(|known| (known, draft.lead.clone()))
            })
            .collect();
        update_batch(tx, scope, effect.event, &changes).await?;
        for row in judged.iter_mut().filter(|row| row.will(Verdict::Update)) {
            let Some(known) = row.draft.as_ref().and_then(|draft| draft.known.as_ref()) else {
                continue;
            };
            row.subject = Some(known.id.0);
            let before = serde_json::to_value(&known.lead);
            row.before = Some(before.map_err(|error| StoreError::Fault(Box::new(error)))?);
        }
        // Each lead has its own line of history under the event of the run.
        Ok(Vec::new())
    }
}

fn drafts(judged: &[Judged<LeadDraft>], verdict: Verdict) -> impl Iterator<Item = &LeadDraft> {
    judged
        .iter()
        .filter(move |row| row.will(verdict))
        .filter_map(|row| row.draft.as_ref())
}

impl Leads {
    fn row(&mut self, row: &RawRow, known: &Known) -> Judged<LeadDraft> {
        match self.draft(row, known) {
            Ok((draft, notes)) => {
                let verdict = if draft.known.is_some() {
                    Verdict::Update
                } else {
                    Verdict::Create
                };
                if let Some(external) = &draft.lead.external_id {
                    self.claims.insert(external.clone(), row.number);
                }
                Judged::good(row, verdict, draft, notes)
            }
            Err((reason, detail)) => Judged::refused(row, reason, *detail),
        }
    }

    fn draft(&self, row: &RawRow, known: &Known) -> Result<(LeadDraft, Vec<Note>), Refusal> {
        if row.is_blank() {
            return Err(because(Reason::EmptyRow, Detail::default()));
        }
        let external = self.frame.cell(row, Field::ExternalId);
        if let Some(first) = self.claims.get(external).filter(|_| !external.is_empty()) {
            let detail = Detail {
                row: Some(*first),
                ..Detail::value(Field::ExternalId, external)
            };
            return Err(because(Reason::DuplicateInFile, detail));
        }
        let there = known.leads.get(external);
        if let Some(lead) = there.filter(|_| !self.frame.options.update) {
            let detail =
                Detail::value(Field::ExternalId, external).other(lead.id, &lead.lead.title);
            return Err(because(Reason::AlreadyLead, detail));
        }
        let mut notes = Vec::new();
        let mut lead = match there {
            Some(there) => there.lead.clone(),
            None => {
                blank_lead(known).ok_or_else(|| because(Reason::StageUnknown, Detail::default()))?
            }
        };
        self.fill(row, &mut lead, &mut notes);
        self.stage(row, &mut lead, known)?;
        self.owner(row, &mut lead, known, there.is_some(), &mut notes)?;
        if lead.title.is_empty() {
            lead.title = self
                .title(row)
                .ok_or_else(|| because(Reason::TitleMissing, Detail::default()))?;
        }
        let lead = lead
            .cleaned()
            .map_err(|error| because(text_reason(error), Detail::default()))?;
        if let Some(there) = there.filter(|there| there.lead == lead) {
            let detail = Detail::default().other(there.id, &there.lead.title);
            return Err(because(Reason::Unchanged, detail));
        }
        if row.cells.len() > self.frame.columns.len() {
            notes.push(Note {
                code: NoteCode::CellsBeyond,
                field: None,
                value: String::new(),
            });
        }
        Ok((
            LeadDraft {
                lead,
                known: there.cloned(),
            },
            notes,
        ))
    }

    /// The plain fields: a cell that says nothing leaves what is there.
    fn fill(&self, row: &RawRow, lead: &mut ImportedLead, notes: &mut Vec<Note>) {
        let text = |field| Some(self.frame.cell(row, field)).filter(|text| !text.is_empty());
        let order = self.frame.options.date_order;
        let mut left_out = |code, field, value: &str| {
            notes.push(Note {
                code,
                field: Some(field),
                value: shortened(value),
            });
        };
        if let Some(title) = text(Field::Title) {
            title.clone_into(&mut lead.title);
        }
        if let Some(external) = text(Field::ExternalId) {
            lead.external_id = Some(external.to_owned());
        }
        if let Some(amount) = text(Field::Value) {
            match values::amount(amount).filter(|minor| *minor >= 0) {
                Some(minor) => lead.value = Some(Minor(minor)),
                None => left_out(NoteCode::ValueNotTaken, Field::Value, amount),
            }
        }
        let dates = [
            (Field::OpenedOn, &mut lead.opened_on),
            (Field::ClosedOn, &mut lead.closed_on),
            (Field::NextStepOn, &mut lead.next_step_on),
        ];
        for (field, slot) in dates {
            if let Some(date) = text(field) {
                match values::date(date, order) {
                    Some(date) => *slot = Some(date),
                    None => left_out(NoteCode::DateNotTaken, field, date),
                }
            }
        }
        if let Some(step) = text(Field::NextStep) {
            lead.next_step = Some(step.to_owned());
        }
        if let Some(contact) = text(Field::ContactName) {
            lead.contact_name = Some(contact.to_owned());
        }
        if let Some(address) = text(Field::ContactEmail) {
            match EmailAddress::parse(address) {
                Ok(address) => lead.contact_email = Some(address.as_str().to_owned()),
                Err(_) => left_out(NoteCode::AddressNotTaken, Field::ContactEmail, address),
            }
        }
        for (key, value) in self.extra(row) {
            lead.fields.insert(key.to_owned(), value.to_owned());
        }
    }

    fn extra<'a>(&'a self, row: &'a RawRow) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.extras.iter().filter_map(|(at, key)| {
            let value = row.cells.get(*at)?.trim();
            (!value.is_empty()).then_some((key.as_str(), value))
        })
    }

    fn stage(&self, row: &RawRow, lead: &mut ImportedLead, known: &Known) -> Result<(), Refusal> {
        let text = self.frame.cell(row, Field::Stage);
        if text.is_empty() {
            return Ok(());
        }
        let stage = stage_words::find(&known.stages, text)
            .ok_or_else(|| because(Reason::StageUnknown, Detail::value(Field::Stage, text)))?;
        lead.stage = stage.key.clone();
        lead.state = stage.state;
        Ok(())
    }

    fn owner(
        &self,
        row: &RawRow,
        lead: &mut ImportedLead,
        known: &Known,
        there: bool,
        notes: &mut Vec<Note>,
    ) -> Result<(), Refusal> {
        let text = self.frame.cell(row, Field::Owner);
        if text.is_empty() {
            return Ok(());
        }
        let mut note = |code| {
            notes.push(Note {
                code,
                field: Some(Field::Owner),
                value: shortened(text),
            });
        };
        match known.owners.of(text) {
            Owner::Found { user, .. } if lead.owner == Some(user) => {}
            // A lead that was handed over since is not taken back by an old file.
            Owner::Found { left: true, .. } | Owner::Refused(..) if there => {
                note(NoteCode::OwnerKept);
            }
            Owner::Found { user, .. } => lead.owner = Some(user),
            Owner::Refused(..) if self.frame.options.unknown_owner == UnknownOwner::Unassigned => {
                lead.owner = None;
                note(NoteCode::LeftUnassigned);
            }
            Owner::Refused(reason, person) => {
                let detail = Detail::value(Field::Owner, text);
                return Err(because(
                    reason,
                    match person {
                        Some((user, name)) => detail.other(user, &name),
                        None => detail,
                    },
                ));
            }
        }
        Ok(())
    }

    /// What a lead is called when the file has no column for it: account and product, or its id.
    fn title(&self, row: &RawRow) -> Option<String> {
        let mut named: Vec<(usize, &str)> = Vec::new();
        for (key, value) in self.extra(row) {
            if let Some(rank) = stage_words::title_rank(key) {
                named.push((rank, value));
            }
        }
        named.sort_unstable_by_key(|(rank, _)| *rank);
        let joined = named
            .iter()
            .map(|(_, value)| *value)
            .collect::<Vec<_>>()
            .join(" – ");
        let external = self.frame.cell(row, Field::ExternalId);
        [joined.as_str(), external]
            .into_iter()
            .find(|text| !text.is_empty())
            .map(str::to_owned)
    }
}

type Refusal = (Reason, Box<Detail>);

fn because(reason: Reason, detail: Detail) -> Refusal {
    (reason, Box::new(detail))
}

fn text_reason(error: FieldError) -> Reason {
    match error {
        FieldError::Title | FieldError::Text | FieldError::Value | FieldError::ContactEmail => {
            Reason::TextInvalid
        }
    }
}

/// A new lead stands in the first open stage unless the row says otherwise.
fn blank_lead(known: &Known) -> Option<ImportedLead> {
    let first = known
        .stages
        .iter()
        .find(|stage| stage.state == LeadState::Open)?;
    Some(ImportedLead {
        title: String::new(),
        owner: None,
        stage: first.key.clone(),
        state: first.state,
        value: None,
        opened_on: None,
        closed_on: None,
        next_step: None,
        next_step_on: None,
        contact_name: None,
        contact_email: None,
        external_id: None,
        fields: Fields::new(),
        credit: None,
    })
}

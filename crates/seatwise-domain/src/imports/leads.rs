//! Rows that are leads: what each row says, and what is done with it.

use std::collections::{HashMap, HashSet};

use super::judge::{Detail, Frame, Judged, Note, NoteCode, RawRow, Reason, Verdict, shortened};
use super::kind::{Effect, Kind};
use super::owners::{Owner, Owners};
use super::{Field, UnknownOwner, stage_words};
use crate::audit::Event;
use crate::authz::{Caller, FieldRules, RunImports, Scope};
use crate::records::{
    self, FieldError, Fields, ImportedLead, KnownLead, LeadState, Stage, find_by_external,
    insert_batch, kept_import, update_batch, veiled_import,
};
use crate::store::{Reads, StoreError, WriteTx};
use crate::tenants::{PendingSelectable, settings};

/// A lead as the row makes it, and the one that is there already.
#[derive(Debug)]
pub(super) struct LeadDraft {
    lead: ImportedLead,
    known: Option<KnownLead>,
}

pub(super) struct Leads {
    pub(super) frame: Frame,
    /// Columns that become further fields, with the keys of the fields.
    pub(super) extras: Vec<(usize, String)>,
    claims: HashMap<String, u32>,
}

/// What a batch is judged with.
pub(super) struct Known<'a> {
    /// What the roles of whoever runs the import say of fields.
    pub(super) rules: &'a FieldRules,
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
        _: &Caller,
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
            rules: scope.fields(),
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
        effect: &Effect<'_>,
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
    fn row(&mut self, row: &RawRow, known: &Known<'_>) -> Judged<LeadDraft> {
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

    fn draft(&self, row: &RawRow, known: &Known<'_>) -> Result<(LeadDraft, Vec<Note>), Refusal> {
        if row.is_blank() {
            return Err(because(Reason::EmptyRow, Detail::default()));
        }
        let external = self.frame.cell(row, Field::ExternalId);
        if !external.is_empty() && known.rules.hides(Field::ExternalId.as_str()) {
            // Before anything is looked up by it.
            return Err(self.locked(row, Field::ExternalId.as_str(), known));
        }
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
        let before = match there {
            Some(there) => there.lead.clone(),
            None => {
                blank_lead(known).ok_or_else(|| because(Reason::StageUnknown, Detail::default()))?
            }
        };
        let mut lead = veiled_import(before.clone(), known.rules);
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
        let lead = kept_import(lead, &before, known.rules)
            .map_err(|field| self.locked(row, &field, known))?;
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

    fn stage(
        &self,
        row: &RawRow,
        lead: &mut ImportedLead,
        known: &Known<'_>,
    ) -> Result<(), Refusal> {
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
        known: &Known<'_>,
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
}

pub(super) type Refusal = (Reason, Box<Detail>);

pub(super) fn because(reason: Reason, detail: Detail) -> Refusal {
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
fn blank_lead(known: &Known<'_>) -> Option<ImportedLead> {
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

//! Rows that are people: what each row says, and what is done with it.

use std::collections::{HashMap, HashSet};

use super::Field;
use super::judge::{Detail, Frame, Judged, Note, NoteCode, RawRow, Reason, Verdict};
use super::kind::{Effect, Kind};
use super::owners::holder;
use super::person::{self, Person, Refusal, because};
use crate::audit::Event;
use crate::authz::{RunImports, Scope, SeatKind};
use crate::ids::{TeamId, UserId};
use crate::seats;
use crate::store::{Reads, StoreError, WriteTx};
use crate::teams::{self, Membership, Team};
use crate::tenants::settings;
use crate::text::name_key;
use crate::users::{self, Conflict, User, conflicts};

/// A person as the row says it, and the one who is there already, with the values of the row.
#[derive(Debug)]
pub(super) struct PersonDraft {
    person: Person,
    changed: Option<(User, User)>,
    joins: bool,
}

pub(super) struct People {
    frame: Frame,
    claims: HashMap<String, u32>,
    /// Teams that rows so far make.
    new_teams: HashSet<String>,
    /// Seats that rows so far have left. A run asks the ledger anew for each batch.
    free: Option<u64>,
    /// It is a run: no more seats are of interest than the batch has rows.
    runs: bool,
}

/// What a batch is judged with.
struct Known {
    conflicts: HashMap<String, Conflict>,
    users: HashMap<UserId, User>,
    teams: HashMap<String, Team>,
    members: HashMap<UserId, Vec<Membership>>,
    contact_allowed: bool,
}

impl Known {
    /// The row names a team that the person does not belong to.
    fn joins(&self, user: UserId, person: &Person) -> bool {
        let memberships = self
            .members
            .get(&user)
            .map(Vec::as_slice)
            .unwrap_or_default();
        person.team.as_ref().is_some_and(|team| {
            let key = name_key(team);
            memberships
                .iter()
                .all(|membership| name_key(&membership.team.name) != key)
        })
    }

    /// The person, or the name of whoever stands in the way.
    fn other(&self, detail: Detail, user: UserId) -> Detail {
        let name = self.users.get(&user).map_or("", |user| user.name.as_str());
        detail.other(user, name)
    }
}

impl Kind for People {
    type Draft = PersonDraft;

    fn new(frame: Frame) -> Self {
        Self {
            frame,
            claims: HashMap::new(),
            new_teams: HashSet::new(),
            free: None,
            runs: false,
        }
    }

    fn reclaim(&mut self, rows: &[RawRow]) {
        for row in rows {
            if let Ok((person, _)) = person::read(&self.frame, row) {
                self.claim(&person, row.number);
            }
        }
    }

    async fn judge(
        &mut self,
        tx: &mut impl Reads,
        scope: &Scope<RunImports>,
        rows: &[RawRow],
    ) -> Result<Vec<Judged<PersonDraft>>, StoreError> {
        let read: Vec<_> = rows
            .iter()
            .map(|row| person::read(&self.frame, row))
            .collect();
        let people = || {
            read.iter()
                .filter_map(|row| row.as_ref().ok())
                .map(|(person, _)| person)
        };
        let keys: Vec<String> = people().flat_map(Person::keys).map(str::to_owned).collect();
        let names: Vec<String> = people().filter_map(|person| person.team.clone()).collect();
        let conflicts = conflicts(tx, scope, &keys, true).await?;
        let holders: Vec<UserId> = conflicts.values().filter_map(holder).collect();
        let known = Known {
            users: users::find_many(tx, scope, &holders).await?,
            teams: teams::find_by_names(tx, scope, &names).await?,
            members: teams::teams_of(tx, scope, &holders).await?,
            contact_allowed: settings(tx, scope.tenant()).await?.user_may_be_contact,
            conflicts,
        };
        if self.free.is_none() {
            let kind = self.frame.options.seat_kind;
            self.free = Some(if self.runs {
                seats::free_for(tx, scope, kind, rows.len()).await?
            } else {
                seats::free(tx, scope, kind).await?
            });
        }
        Ok(rows
            .iter()
            .zip(read)
            .map(|(row, read)| self.row(row, read, &known))
            .collect())
    }

    async fn apply(
        &mut self,
        tx: &mut WriteTx,
        scope: &Scope<RunImports>,
        effect: &Effect,
        judged: &mut [Judged<PersonDraft>],
    ) -> Result<Vec<Event>, StoreError> {
        // Others may take seats between two batches.
        self.free = None;
        self.runs = true;
        let names: Vec<String> = drafts(judged)
            .filter_map(|draft| draft.person.team.clone())
            .collect();
        let make = self.frame.options.create_teams;
        let (teams, mut events) = teams::ensure(tx, scope, &names, make).await?;
        events.extend(self.create(tx, scope, effect, &teams, judged).await?);
        events.extend(update(tx, scope, &teams, judged).await?);
        Ok(events)
    }
}

fn drafts(judged: &[Judged<PersonDraft>]) -> impl Iterator<Item = &PersonDraft> {
    judged.iter().filter_map(|row| row.draft.as_ref())
}

fn team_of(teams: &HashMap<String, Team>, person: &Person) -> Option<Team> {
    person
        .team
        .as_ref()
        .and_then(|team| teams.get(&name_key(team)))
        .cloned()
}

impl People {
    fn claim(&mut self, person: &Person, number: u32) {
        for key in person.keys() {
            self.claims.insert(key.to_owned(), number);
        }
    }

    fn row(
        &mut self,
        row: &RawRow,
        read: Result<(Person, Vec<Note>), Refusal>,
        known: &Known,
    ) -> Judged<PersonDraft> {
        match read.and_then(|(person, notes)| self.judged(person, notes, known)) {
            Ok((draft, notes)) => {
                let verdict = if draft.changed.is_some() {
                    Verdict::Update
                } else {
                    Verdict::Create
                };
                if verdict == Verdict::Create && !self.takes_seat() {
                    return Judged::refused(row, Reason::NoFreeSeat, Detail::default());
                }
                self.claim(&draft.person, row.number);
                if let Some(team) = &draft.person.team {
                    self.new_teams.insert(name_key(team));
                }
                Judged::good(row, verdict, draft, notes)
            }
            Err((reason, detail)) => Judged::refused(row, reason, *detail),
        }
    }

    fn takes_seat(&mut self) -> bool {
        let left = self.free.and_then(|free| free.checked_sub(1));
        if left.is_some() {
            self.free = left;
        }
        left.is_some()
    }

    fn judged(
        &self,
        person: Person,
        mut notes: Vec<Note>,
        known: &Known,
    ) -> Result<(PersonDraft, Vec<Note>), Refusal> {
        let detail = || Detail::value(Field::Email, person.email.as_str());
        if let Some(first) = person.keys().find_map(|key| self.claims.get(key)) {
            return Err(because(
                Reason::DuplicateInFile,
                Detail {
                    row: Some(*first),
                    ..detail()
                },
            ));
        }
        let there = self.holder(&person, known, &mut notes)?;
        if let Some((login, key)) = &person.prepared.login
            && let Some(holder) = known.conflicts.get(key).and_then(holder)
            && there.is_none_or(|user| user.id != holder)
        {
            return Err(because(
                Reason::LoginInvalid,
                known.other(Detail::value(Field::Login, login), holder),
            ));
        }
        self.team(&person, known, &mut notes)?;
        let joins = there.is_some_and(|user| known.joins(user.id, &person));
        let changed = match there.map(|user| (user, person.changed(user))) {
            None => None,
            Some((user, None)) if !joins => {
                let detail = Detail::default().other(user.id, &user.name);
                return Err(because(Reason::Unchanged, detail));
            }
            Some((user, after)) => Some((user.clone(), after.unwrap_or_else(|| user.clone()))),
        };
        let draft = PersonDraft {
            person,
            changed,
            joins,
        };
        Ok((draft, notes))
    }

    /// Who has the address already and shall take the values of the row, if the import updates.
    fn holder<'k>(
        &self,
        person: &Person,
        known: &'k Known,
        notes: &mut Vec<Note>,
    ) -> Result<Option<&'k User>, Refusal> {
        let detail = Detail::value(Field::Email, person.email.as_str());
        let Some(conflict) = known.conflicts.get(person.email.key()) else {
            return Ok(None);
        };
        let (reason, user) = match conflict {
            Conflict::Contact if known.contact_allowed => {
                notes.push(Note {
                    code: NoteCode::AlsoContact,
                    field: Some(Field::Email),
                    value: String::new(),
                });
                return Ok(None);
            }
            Conflict::Contact => return Err(because(Reason::AlreadyContact, detail)),
            Conflict::Alias(user) => {
                return Err(because(Reason::AliasOf, known.other(detail, *user)));
            }
            Conflict::Deactivated(user) => {
                return Err(because(Reason::DeactivatedUser, known.other(detail, *user)));
            }
            Conflict::Pending(user) => (Reason::AlreadyInvited, user),
            Conflict::Taken(user) => (Reason::AlreadyUser, user),
        };
        match known.users.get(user) {
            Some(user) if self.frame.options.update => Ok(Some(user)),
            _ => Err(because(reason, known.other(detail, *user))),
        }
    }

    fn team(&self, person: &Person, known: &Known, notes: &mut Vec<Note>) -> Result<(), Refusal> {
        let Some(team) = &person.team else {
            if self.frame.options.seat_kind == SeatKind::Team {
                return Err(because(Reason::TeamMissing, Detail::default()));
            }
            return Ok(());
        };
        let key = name_key(team);
        if known.teams.contains_key(&key) {
            return Ok(());
        }
        if !self.frame.options.create_teams {
            return Err(because(
                Reason::TeamUnknown,
                Detail::value(Field::Team, team),
            ));
        }
        if !self.new_teams.contains(&key) {
            notes.push(Note {
                code: NoteCode::TeamCreated,
                field: Some(Field::Team),
                value: team.clone(),
            });
        }
        Ok(())
    }

    async fn create(
        &self,
        tx: &mut WriteTx,
        scope: &Scope<RunImports>,
        effect: &Effect,
        teams: &HashMap<String, Team>,
        judged: &mut [Judged<PersonDraft>],
    ) -> Result<Vec<Event>, StoreError> {
        let mut people = Vec::new();
        for row in judged.iter_mut().filter(|row| row.will(Verdict::Create)) {
            let Some(draft) = row.draft.take() else {
                continue;
            };
            let team = team_of(teams, &draft.person);
            let mut person = draft.person.prepared;
            person.id = tx.id();
            person.seat_kind = self.frame.options.seat_kind;
            person.import = Some(effect.import);
            person.teams = team.into_iter().map(|team| (team.id, false)).collect();
            row.subject = Some(person.id.0);
            people.push(person);
        }
        let outcome = users::add_many(tx, scope, &people).await?;
        let standing: HashSet<UserId> = outcome.without_seat.into_iter().collect();
        for row in judged.iter_mut() {
            if row
                .subject
                .is_some_and(|subject| standing.contains(&UserId(subject)))
            {
                row.refuse(Reason::NoFreeSeat);
            }
        }
        let names: HashMap<TeamId, &str> = teams
            .values()
            .map(|team| (team.id, team.name.as_str()))
            .collect();
        let created = people
            .iter()
            .filter(|person| !standing.contains(&person.id));
        Ok(created
            .map(|person| {
                let joined = person.teams.iter().filter_map(|(team, _)| names.get(team));
                let joined: Vec<String> = joined.map(|name| (*name).to_owned()).collect();
                users::brought(person, &joined, effect.import)
            })
            .collect())
    }
}

/// Gives people the values of their rows; what a row leaves out stays, and nobody leaves a team by it.
async fn update(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    teams: &HashMap<String, Team>,
    judged: &mut [Judged<PersonDraft>],
) -> Result<Vec<Event>, StoreError> {
    let mut changed = Vec::new();
    let mut members = Vec::new();
    let mut events = Vec::new();
    for row in judged.iter_mut().filter(|row| row.will(Verdict::Update)) {
        let Some(PersonDraft {
            person,
            changed: Some((before, after)),
            joins,
        }) = &row.draft
        else {
            continue;
        };
        row.subject = Some(after.id.0);
        let mut event = users::profile_edited(before, after);
        if let Some(team) = team_of(teams, person).filter(|_| *joins) {
            members.push((team.id, after.id, false));
            event = event.detail("team", team.name);
        }
        events.push(event);
        changed.push(after.clone());
    }
    users::save_profiles(tx, scope, &changed).await?;
    teams::insert_members(tx, scope.tenant(), &members).await?;
    Ok(events)
}

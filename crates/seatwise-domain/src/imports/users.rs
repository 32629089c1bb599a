//! Rows that are people: what each row says, and what is done with it.

use std::collections::{HashMap, HashSet};

use super::Field;
use super::judge::{Detail, Frame, Judged, Note, NoteCode, RawRow, Reason, Verdict};
use super::kind::{Effect, Kind};
use super::known_people::Known;
use super::owners::holder;
use super::person::{self, Person, Refusal, because};
use super::role_wishes::{RoleWishes, Takes, Wish};
use crate::audit::Event;
use crate::authz::{Caller, Key, RunImports, Scope, SeatKind};
use crate::ids::{TeamId, UserId};
use crate::seats;
use crate::store::{Reads, StoreError, WriteTx};
use crate::teams::{self, Team};
use crate::text::name_key;
use crate::users::{self, User};

/// A person as the row says it, and the one who is there already, with the values of the row.
#[derive(Debug)]
pub(super) struct PersonDraft {
    person: Person,
    changed: Option<(User, User)>,
    /// The row says something else than is known of him.
    edited: bool,
    joins: bool,
    /// The roles and sets that it gives.
    roles: Vec<Wish>,
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
        caller: &Caller,
        scope: &Scope<RunImports>,
        rows: &[RawRow],
    ) -> Result<Vec<Judged<PersonDraft>>, StoreError> {
        let read: Vec<_> = rows
            .iter()
            .map(|row| person::read(&self.frame, row))
            .collect();
        let people: Vec<&Person> = read
            .iter()
            .filter_map(|row| row.as_ref().ok())
            .map(|(person, _)| person)
            .collect();
        let known = Known::find(tx, (caller, scope), &self.frame, &people).await?;
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
            .map(|(row, read)| self.row(row, read, (&known, caller)))
            .collect())
    }

    async fn apply(
        &mut self,
        tx: &mut WriteTx,
        scope: &Scope<RunImports>,
        effect: &Effect<'_>,
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
        events.extend(update(tx, scope, effect, &teams, judged).await?);
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
        known: (&Known, &Caller),
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
                let told = draft.roles.iter().map(|wish| wish.told.clone()).collect();
                let mut judged = Judged::good(row, verdict, draft, notes);
                judged.detail.roles = told;
                judged
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
        (known, caller): (&Known, &Caller),
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
        let there = known.holder(&person, self.frame.options.update, &mut notes)?;
        if let Some((login, key)) = &person.prepared.login
            && let Some(holder) = known.conflicts.get(key).and_then(holder)
            && there.is_none_or(|user| user.id != holder)
        {
            return Err(because(
                Reason::LoginInvalid,
                known.other(Detail::value(Field::Login, login), holder),
            ));
        }
        self.team(caller, &person, known, &mut notes)?;
        let joins = there.is_some_and(|user| known.joins(user.id, &person));
        let roles = if let Some(user) = there {
            known.gains(caller, &person, user)?
        } else {
            known.lands(caller, &person)?;
            known.begins(caller, &person, self.frame.options.seat_kind)?
        };
        let after = there.map(|user| (user, person.changed(user)));
        let edited = matches!(after, Some((_, Some(_))));
        let changed = match after {
            None => None,
            Some((user, None)) if !joins && roles.is_empty() => {
                let detail = Detail::default().other(user.id, &user.name);
                return Err(because(Reason::Unchanged, detail));
            }
            Some((user, after)) => {
                if joins || after.is_some() {
                    known.may_edit(user)?;
                }
                if joins {
                    known.may_join(caller, &person, user)?;
                }
                Some((user.clone(), after.unwrap_or_else(|| user.clone())))
            }
        };
        let draft = PersonDraft {
            roles: roles.into_iter().map(Wish::of).collect(),
            person,
            changed,
            edited,
            joins,
        };
        Ok((draft, notes))
    }

    fn team(
        &self,
        caller: &Caller,
        person: &Person,
        known: &Known,
        notes: &mut Vec<Note>,
    ) -> Result<(), Refusal> {
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
        // A file makes no team for somebody who could not make it by hand; he is not told to let it.
        if !caller.can(Key::EditTeams) {
            return Err(because(
                Reason::TeamOutside,
                Detail::value(Field::Team, team),
            ));
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
        effect: &Effect<'_>,
        teams: &HashMap<String, Team>,
        judged: &mut [Judged<PersonDraft>],
    ) -> Result<Vec<Event>, StoreError> {
        let mut people = Vec::new();
        let mut wishes = RoleWishes::default();
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
            wishes.add(person.id, draft.roles);
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
        let mut events: Vec<Event> = created
            .map(|person| {
                let joined = person.teams.iter().filter_map(|(team, _)| names.get(team));
                let joined: Vec<String> = joined.map(|name| (*name).to_owned()).collect();
                users::brought(person, &joined, effect.import)
            })
            .collect();
        wishes.forget(&standing);
        events.extend(wishes.grant(tx, effect.caller, Takes::Newcomers).await?);
        Ok(events)
    }
}

/// Gives people the values of their rows; what a row leaves out stays, and nobody leaves a team or loses a role by it.
async fn update(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    effect: &Effect<'_>,
    teams: &HashMap<String, Team>,
    judged: &mut [Judged<PersonDraft>],
) -> Result<Vec<Event>, StoreError> {
    let mut changed = Vec::new();
    let mut members = Vec::new();
    let mut events = Vec::new();
    let mut wishes = RoleWishes::default();
    for row in judged.iter_mut().filter(|row| row.will(Verdict::Update)) {
        let Some(PersonDraft {
            person,
            changed: Some((before, after)),
            edited,
            joins,
            roles,
        }) = &row.draft
        else {
            continue;
        };
        row.subject = Some(after.id.0);
        wishes.add(after.id, roles.clone());
        if !*joins && !*edited {
            continue;
        }
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
    events.extend(wishes.grant(tx, effect.caller, Takes::Known).await?);
    Ok(events)
}

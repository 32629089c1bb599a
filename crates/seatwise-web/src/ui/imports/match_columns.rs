//! The second step: which column goes into which field, and the choices of the import.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use seatwise_domain::authz::{Key, SeatKind};
use seatwise_domain::ids::ImportId;
use seatwise_domain::imports::{
    self, Column, DateOrder, Field, Import, ImportKind, MapError, Mapping, MappingError, MatchedBy,
    Options, UnknownOwner, WhenFull,
};
use serde::Deserialize;

use super::words;
use crate::app::App;
use crate::parts::{self, Input, Note, Select, Status, Step, Tone, check, choice, note, select};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::Posted;

/// What was chosen. There is one `field` for each column, in the order of the file.
#[derive(Debug, Default, Deserialize)]
pub struct MatchForm {
    #[serde(default)]
    field: Vec<String>,
    seat_kind: Option<String>,
    update: Option<String>,
    create_teams: Option<String>,
    when_full: Option<String>,
    mail_now: Option<String>,
    date_order: Option<String>,
    unknown_owner: Option<String>,
    pending_owners: Option<String>,
    historic: Option<String>,
}

struct Line {
    name: String,
    samples: String,
    select: Select,
    matched: Status,
}

#[derive(Template)]
#[template(path = "imports/match.html")]
struct MatchPage<'a> {
    shell: &'a Shell,
    lead: String,
    steps: Vec<Step>,
    notes: Vec<Note>,
    action: String,
    lines: Vec<Line>,
    options: Vec<Input>,
    button: String,
    file: String,
}

impl MatchForm {
    fn mapping(&self) -> Mapping {
        Mapping(self.field.iter().map(|word| word.parse().ok()).collect())
    }

    fn options(&self) -> Options {
        let word = |value: &Option<String>| value.clone().unwrap_or_default();
        Options {
            seat_kind: word(&self.seat_kind).parse().unwrap_or(SeatKind::Regular),
            update: self.update.is_some(),
            create_teams: self.create_teams.is_some(),
            when_full: word(&self.when_full).parse().unwrap_or(WhenFull::SkipRows),
            mail_now: self.mail_now.is_some(),
            date_order: if word(&self.date_order) == MONTH_FIRST {
                DateOrder::MonthFirst
            } else {
                DateOrder::DayFirst
            },
            unknown_owner: word(&self.unknown_owner)
                .parse()
                .unwrap_or(UnknownOwner::Skip),
            pending_owners: self.pending_owners.is_some(),
            historic: self.historic.is_some(),
        }
    }
}

const DAY_FIRST: &str = "day-first";
const MONTH_FIRST: &str = "month-first";

/// The table of columns.
pub async fn form(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, ImportId)>,
) -> Answer {
    let scope = super::scope(&signed)?;
    let mut tx = app.db.read().await.map_err(|error| signed.fail(&error))?;
    let import = super::find(&signed, &mut tx, &scope, id).await?;
    drop(tx);
    if !words::is_plan(&import) {
        let to = signed.shell.href(&format!("/imports/{id}"));
        return Ok(Redirect::to(&to).into_response());
    }
    Ok(page(&mut signed, &import, None))
}

/// Keeps the choice and makes the dry run.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, ImportId)>,
    Posted(form): Posted<MatchForm>,
) -> Answer {
    let (mapping, options) = (form.mapping(), form.options());
    match imports::map(&app.db, &signed.caller, id, &mapping, &options).await {
        Ok(_) => {}
        Err(MapError::Mapping(wrong)) => {
            let scope = super::scope(&signed)?;
            let mut tx = app.db.read().await.map_err(|error| signed.fail(&error))?;
            let mut import = super::find(&signed, &mut tx, &scope, id).await?;
            drop(tx);
            if mapping.0.len() == import.shape.columns.len() {
                import.mapping = mapping;
            }
            import.options = options;
            return Ok(page(&mut signed, &import, Some(&wrong)));
        }
        Err(error) => return Err(signed.fail(&error)),
    }
    imports::check(&app.db, &signed.caller, id)
        .await
        .map_err(|error| signed.fail(&error))?;
    let to = signed.shell.href(&format!("/imports/{id}/check"));
    Ok(Redirect::to(&to).into_response())
}

fn page(signed: &mut Signed, import: &Import, wrong: Option<&MappingError>) -> Response {
    signed
        .shell
        .at(Section::Imports)
        .crumb(&import.file_name, None);
    let shell = &signed.shell;
    let (guessed, how) = imports::guess(import.kind, &import.shape.columns);
    let lines: Vec<Line> = import
        .shape
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let by = how.get(at).copied().unwrap_or(MatchedBy::Nothing);
            line(shell, import, column, at, (guessed.field(at), by))
        })
        .collect();
    let found = import.mapping.0.iter().flatten().count();
    let page = MatchPage {
        shell,
        lead: shell
            .t("imports-match-lead")
            .with("rows", import.rows_total)
            .with("found", found)
            .with("columns", lines.len())
            .to_string(),
        steps: words::steps(shell, Some(import)),
        notes: wrong
            .map(|error| refused(shell, error))
            .into_iter()
            .collect(),
        action: shell.href(&format!("/imports/{}/match", import.id)),
        lines,
        options: options(signed, import),
        button: shell
            .t("imports-check-rows")
            .with("count", import.rows_total)
            .to_string(),
        file: file_words(shell, import),
    };
    let status = if wrong.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    signed.page_as(status, &page)
}

/// How the file was read, so that a wrong guess is seen here and not in the data.
fn file_words(shell: &Shell, import: &Import) -> String {
    let shape = &import.shape;
    let row = shape.header_row.to_string();
    match (&shape.sheet, &shape.encoding) {
        (Some(sheet), _) => shell
            .t("imports-read-sheet")
            .with("sheet", sheet.as_str())
            .with("row", row)
            .to_string(),
        (None, encoding) => {
            let separator = match shape.separator {
                Some('\t') => "tab",
                Some(';') => "semicolon",
                Some('|') => "bar",
                _ => "comma",
            };
            let separator = words::keyed(shell, "imports-separator-", separator).to_string();
            shell
                .t("imports-read-text")
                .with(
                    "encoding",
                    encoding.as_deref().unwrap_or("utf-8").to_uppercase(),
                )
                .with("separator", separator)
                .with("row", row)
                .to_string()
        }
    }
}

fn refused(shell: &Shell, error: &MappingError) -> Note {
    let title = shell.t("problem-mapping-invalid");
    let (word, field) = match error {
        MappingError::Missing(field) => ("missing", Some(*field)),
        MappingError::Twice(field) => ("twice", Some(*field)),
        MappingError::Foreign(field) => ("foreign", Some(*field)),
        MappingError::Width => ("width", None),
    };
    let field = field.map_or_else(String::new, |field| words::field(shell, field));
    let text = words::keyed(shell, "imports-mapping-", word).with("field", field);
    note(Tone::Danger, "triangle-alert", title)
        .text(text)
        .arrived()
}

fn line(
    shell: &Shell,
    import: &Import,
    column: &Column,
    at: usize,
    guess: (Option<Field>, MatchedBy),
) -> Line {
    let name = if column.blank {
        shell
            .t("imports-column-blank")
            .with("letter", column.letter.as_str())
            .to_string()
    } else {
        column.name.clone()
    };
    let chosen = import.mapping.field(at);
    let fields = Field::ALL
        .iter()
        .filter(|field| field.kinds().contains(&import.kind))
        .map(|field| choice(field.as_str(), words::field(shell, *field)))
        .collect();
    let (tone, icon, word) = match (chosen, guess) {
        (None, _) => (Tone::Neutral, "minus", "ignored"),
        (Some(Field::Extra), _) => (Tone::Info, "plus", "new-field"),
        (Some(field), (Some(guessed), MatchedBy::Name)) if field == guessed => {
            (Tone::Success, "check", "by-name")
        }
        (Some(field), (Some(guessed), MatchedBy::Content)) if field == guessed => {
            (Tone::Success, "check", "by-content")
        }
        (Some(_), _) => (Tone::Success, "check", "chosen"),
    };
    Line {
        samples: column.samples.join(", "),
        select: select(
            "field",
            shell.t("imports-goes-into-of").with("name", &name),
            fields,
        )
        .id(format!("field-{at}"))
        .unlabelled()
        .empty(shell.t("imports-leave-out"))
        .chosen(chosen.map_or("", Field::as_str)),
        matched: parts::status(tone, icon, words::keyed(shell, "imports-matched-", word)),
        name,
    }
}

fn options(signed: &Signed, import: &Import) -> Vec<Input> {
    let shell = &signed.shell;
    let options = &import.options;
    let t = |key| shell.t(key);
    let orders = vec![
        choice(DAY_FIRST, t("imports-dates-day-first")),
        choice(MONTH_FIRST, t("imports-dates-month-first")),
    ];
    let order = if options.date_order == DateOrder::MonthFirst {
        MONTH_FIRST
    } else {
        DAY_FIRST
    };
    let dates = select("date_order", t("imports-dates"), orders).chosen(order);
    match import.kind {
        ImportKind::Users => {
            let seats = SeatKind::ALL
                .iter()
                .map(|kind| choice(kind.as_str(), words::keyed(shell, "seats-", kind.as_str())))
                .collect();
            let full = WhenFull::ALL
                .iter()
                .map(|full| {
                    choice(
                        full.as_str(),
                        words::keyed(shell, "imports-full-", full.as_str()),
                    )
                })
                .collect();
            let teams = check(
                "create_teams",
                t("imports-create-teams"),
                options.create_teams,
            );
            // Offered to those whom the rows will let make teams.
            let teams = signed.caller.can(Key::EditTeams).then(|| teams.into());
            let mut inputs = vec![
                select("seat_kind", t("imports-seat-kind"), seats)
                    .chosen(options.seat_kind.as_str())
                    .into(),
                select("when_full", t("imports-when-full"), full)
                    .chosen(options.when_full.as_str())
                    .into(),
                dates.into(),
                check("update", t("imports-update-users"), options.update).into(),
            ];
            inputs.extend(teams);
            let mail = check("mail_now", t("imports-mail-now"), options.mail_now);
            inputs.push(mail.hint(t("imports-mail-now-hint")).into());
            inputs
        }
        ImportKind::Leads => {
            let owners = UnknownOwner::ALL
                .iter()
                .map(|owner| {
                    let word = words::keyed(shell, "imports-owner-", owner.as_str());
                    choice(owner.as_str(), word)
                })
                .collect();
            vec![
                select("unknown_owner", t("imports-unknown-owner"), owners)
                    .chosen(options.unknown_owner.as_str())
                    .into(),
                dates.into(),
                check("update", t("imports-update-leads"), options.update)
                    .hint(t("imports-update-leads-hint"))
                    .into(),
                check(
                    "pending_owners",
                    t("imports-pending-owners"),
                    options.pending_owners,
                )
                .into(),
                check("historic", t("imports-historic"), options.historic)
                    .hint(t("imports-historic-hint"))
                    .into(),
            ]
        }
    }
}

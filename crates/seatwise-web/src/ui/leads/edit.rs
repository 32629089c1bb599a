//! A new lead, and changing one.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::{CreateRecords, EditRecords, FieldAccess, Key};
use seatwise_domain::ids::RecordId;
use seatwise_domain::problem;
use seatwise_domain::records::{self, Choosable, Context, CreateError, EditError, Lead, Stage};

use super::typed::LeadForm;
use super::words;
use crate::access_words;
use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{Choice, Field, Input, Select, choice, field, hidden, select};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::{FormPage, Panel, Posted, Wrong};
use crate::ui::pick;

/// What the form offers.
struct Around {
    stages: Vec<Stage>,
    people: Option<Choosable>,
}

/// The form of a new lead; with what was typed, when an owner was searched.
pub async fn new(
    mut signed: Signed,
    State(app): State<App>,
    Query(form): Query<LeadForm>,
) -> Answer {
    signed
        .caller
        .records::<CreateRecords>()
        .map_err(|error| signed.fail(&error))?;
    let around = around(&mut signed, &app, "leads-new", &form).await?;
    Ok(page(&signed, None, &form, &around, &Wrong::none()))
}

/// Makes the lead.
pub async fn create(
    mut signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<LeadForm>,
) -> Answer {
    let around = around(&mut signed, &app, "leads-new", &form).await?;
    let Ok(value) = form.amount() else {
        let wrong = Wrong::of_kind(&signed.shell, &problem::VALUE_INVALID);
        return Ok(page(&signed, None, &form, &around, &wrong));
    };
    match records::create(&app.db, &signed.caller, &form.new_lead(value)).await {
        Ok(lead) => {
            let to = format!("/leads/{}", lead.row.id);
            Ok(signed.go(&to, &Flash::new("leads-saved")))
        }
        Err(error @ (CreateError::Denied(_) | CreateError::Store(_))) => Err(signed.fail(&error)),
        Err(error) => {
            let wrong = Wrong::of(&signed.shell, &error);
            Ok(page(&signed, None, &form, &around, &wrong))
        }
    }
}

/// The form of a lead that exists.
pub async fn form(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, RecordId)>,
) -> Answer {
    let lead = find(&signed, &app, id).await?;
    let form = LeadForm::of(&lead);
    let around = around(&mut signed, &app, "leads-edit-title", &form).await?;
    Ok(page(&signed, Some(id), &form, &around, &Wrong::none()))
}

/// Changes it.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, RecordId)>,
    Posted(form): Posted<LeadForm>,
) -> Answer {
    let around = around(&mut signed, &app, "leads-edit-title", &form).await?;
    let Ok(value) = form.amount() else {
        let wrong = Wrong::of_kind(&signed.shell, &problem::VALUE_INVALID);
        let form = form.or(&find(&signed, &app, id).await?);
        return Ok(page(&signed, Some(id), &form, &around, &wrong));
    };
    match records::edit(&app.db, &signed.caller, id, &form.change(value)).await {
        Ok(_) => Ok(signed.go(&format!("/leads/{id}"), &Flash::new("leads-saved"))),
        Err(error @ (EditError::Denied(_) | EditError::NoSuchLead | EditError::Store(_))) => {
            Err(signed.fail(&error))
        }
        Err(error) => {
            let wrong = Wrong::of(&signed.shell, &error);
            let form = form.or(&find(&signed, &app, id).await?);
            Ok(page(&signed, Some(id), &form, &around, &wrong))
        }
    }
}

async fn find(signed: &Signed, app: &App, id: RecordId) -> Result<Lead, Failure> {
    let scope = signed
        .caller
        .records::<EditRecords>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = app.db.read().await.map_err(|error| signed.fail(&error))?;
    records::find(&mut tx, &scope, id)
        .await
        .map_err(|error| signed.fail(&error))?
        .ok_or_else(|| signed.refuse(&problem::NOT_FOUND))
}

async fn around(
    signed: &mut Signed,
    app: &App,
    leaf: &str,
    form: &LeadForm,
) -> Result<Around, Failure> {
    let fail = |error| signed.fail(&error);
    let making = signed.caller.records::<CreateRecords>().ok();
    let editing = signed.caller.records::<EditRecords>();
    let mut tx = app.db.read().await.map_err(fail)?;
    // Either right opens its own form; each form asks for its own before.
    let stages = match (&making, editing) {
        (Some(scope), _) => records::stages(&mut tx, scope).await.map_err(fail)?,
        (None, Ok(scope)) => records::stages(&mut tx, &scope).await.map_err(fail)?,
        (None, Err(error)) => return Err(signed.fail(&error)),
    };
    let making = making.filter(|_| signed.caller.can(Key::AssignRecords));
    let people = if let Some(scope) = making {
        let chosen = pick::read(Some(&form.owner)).or(signed.caller.user());
        let search = Some(form.owner_q.as_str());
        let offered = records::choosable(&mut tx, &scope, Context::Picker, search, chosen);
        Some(offered.await.map_err(fail)?)
    } else {
        None
    };
    drop(tx);
    let words = signed.shell.t(leaf).to_string();
    signed.shell.at(Section::Leads).crumb(words, None);
    Ok(Around { stages, people })
}

const FIELDS: [&str; 6] = [
    "title",
    "stage",
    "value",
    "owner",
    "contact_email",
    "next_step",
];

fn page(
    signed: &Signed,
    id: Option<RecordId>,
    form: &LeadForm,
    around: &Around,
    wrong: &Wrong,
) -> Response {
    let shell = &signed.shell;
    let (title, action, cancel) = match id {
        Some(id) => (
            "leads-edit-title",
            shell.href(&format!("/leads/{id}/edit")),
            shell.href(&format!("/leads/{id}")),
        ),
        None => ("leads-new", shell.href("/leads/new"), shell.href("/leads")),
    };
    let mut page = FormPage::new(shell, shell.t(title), action, shell.t("leads-save"), cancel);
    page.notes = wrong.note(&FIELDS).into_iter().collect();
    page.panels.push(Panel {
        title: shell.t("leads-facts").to_string(),
        two: true,
        inputs: inputs(signed, id.is_none(), form, around, wrong),
        ..Panel::default()
    });
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    signed.page_as(status, &page)
}

/// The inputs of fields that roles can hide or let only read, by the names that roles have for them.
fn lockable(shell: &Shell, form: &LeadForm, wrong: &Wrong) -> [Field; 5] {
    let made = |name, label: &str, typed: &Option<String>| {
        field(name, shell.t(label))
            .value(typed.as_deref().unwrap_or_default())
            .autocomplete("off")
            .optional(shell.t("form-optional"))
            .error(wrong.at(name))
    };
    let currency = shell
        .t("leads-value-hint")
        .with("currency", shell.currency.as_str());
    [
        made("value", "leads-value", &form.value)
            .mode("decimal")
            .max(20)
            .hint(currency),
        made("contact_name", "leads-contact-name", &form.contact_name),
        made("contact_email", "leads-contact-email", &form.contact_email)
            .kind("email")
            .max(254),
        made("next_step", "leads-next-step", &form.next_step),
        made("next_step_on", "leads-next-step-on", &form.next_step_on).kind("date"),
    ]
}

/// The input as the caller's roles let it be: as it is, only shown with the reason, or not at all.
fn as_allowed(signed: &Signed, input: Field) -> Option<Field> {
    let name = input.name();
    match signed.caller.fields().of(name) {
        FieldAccess::Edit => Some(input),
        FieldAccess::Hidden => None,
        FieldAccess::Read => {
            let shell = &signed.shell;
            let roles = signed.caller.locked_by(name).into_iter();
            let roles: Vec<String> = roles
                .map(|role| access_words::role(shell.lang, &role.key, &role.name))
                .collect();
            let why = shell
                .t("leads-field-read-only")
                .with("role", roles.join(", "));
            Some(input.disabled(why))
        }
    }
}

fn inputs(
    signed: &Signed,
    new: bool,
    form: &LeadForm,
    around: &Around,
    wrong: &Wrong,
) -> Vec<Input> {
    let shell = &signed.shell;
    let stages = around
        .stages
        .iter()
        .map(|stage| choice(&stage.key, words::stage(shell, stage)))
        .collect();
    let mut inputs: Vec<Input> = vec![
        field("title", shell.t("leads-title"))
            .value(&form.title)
            .autocomplete("off")
            .required()
            .focus()
            .error(wrong.at("title"))
            .into(),
        select("stage", shell.t("leads-col-stage"), stages)
            .chosen(&form.stage)
            .error(wrong.at("stage"))
            .into(),
    ];
    let allowed = |input| as_allowed(signed, input).map(Input::from);
    let mut lockable = lockable(shell, form, wrong).into_iter();
    inputs.extend(lockable.next().and_then(allowed));
    if let Some(people) = around.people.as_ref().filter(|_| new) {
        let finder = pick::search(shell, people, "owner_q", &form.owner_q);
        inputs.extend(finder.map(|finder| finder.asks(shell.href("/leads/new")).into()));
        inputs.push(owner(shell, people, form, wrong).into());
    }
    inputs.extend(lockable.filter_map(allowed));
    if !form.version.is_empty() {
        inputs.push(hidden("version", &form.version));
    }
    inputs
}

fn owner(shell: &Shell, people: &Choosable, form: &LeadForm, wrong: &Wrong) -> Select {
    let nobody = || choice("unassigned", shell.t("handover-unassigned"));
    let mut options: Vec<Choice> = people.nobody.then(nobody).into_iter().collect();
    options.extend(pick::options(shell, people, None));
    let chosen = if form.owner.is_empty() {
        shell.me.id.as_str()
    } else {
        form.owner.as_str()
    };
    select("owner", shell.t("leads-owner"), options)
        .chosen(chosen)
        .hint(pick::hint(shell, people))
        .error(wrong.at("owner"))
}

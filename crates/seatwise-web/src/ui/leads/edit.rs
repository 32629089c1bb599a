//! A new lead, and changing one.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::{CreateRecords, EditRecords, Key};
use seatwise_domain::ids::{self, EventId, RecordId};
use seatwise_domain::problem;
use seatwise_domain::records::{
    self, Choosable, Context, CreateError, EditError, Lead, LeadChange, Minor, NewLead, NewOwner,
    Patch, Stage,
};
use serde::Deserialize;

use super::words;
use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{Field, Input, Select, choice, field, hidden, select};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::{FormPage, Panel, Posted, Wrong};
use crate::ui::pick;

/// What was typed.
#[derive(Debug, Default, Deserialize)]
pub struct LeadForm {
    #[serde(default)]
    title: String,
    #[serde(default)]
    stage: String,
    #[serde(default)]
    value: String,
    #[serde(default)]
    owner: String,
    #[serde(default)]
    owner_q: String,
    #[serde(default)]
    contact_name: String,
    #[serde(default)]
    contact_email: String,
    #[serde(default)]
    next_step: String,
    #[serde(default)]
    next_step_on: String,
    #[serde(default)]
    version: String,
}

/// What the form offers.
struct Around {
    stages: Vec<Stage>,
    people: Option<Choosable>,
}

fn text(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// An amount as people type it: `1.250,50`, `1,250.50`, `1250`. The last point or comma before one or two
/// digits is the decimal one.
fn amount(text: &str) -> Result<Option<Minor>, ()> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if text.is_empty() {
        return Ok(None);
    }
    let cut = text
        .rfind([',', '.'])
        .filter(|at| matches!(text.len() - at, 2 | 3));
    let (whole, cents) = cut.map_or((text.as_str(), ""), |at| (&text[..at], &text[at + 1..]));
    let whole: String = whole.chars().filter(|c| !matches!(c, ',' | '.')).collect();
    let whole: i64 = whole.parse().map_err(|_| ())?;
    let cents: i64 = format!("{cents:0<2}").parse().map_err(|_| ())?;
    let minor = whole
        .checked_mul(100)
        .and_then(|minor| minor.checked_add(cents));
    minor.map(|minor| Some(Minor(minor))).ok_or(())
}

impl LeadForm {
    fn of(lead: &Lead) -> Self {
        let row = &lead.row;
        Self {
            title: row.title.clone(),
            stage: row.stage.to_string(),
            value: row
                .value
                .map(|value| format!("{}.{:02}", value.0 / 100, value.0 % 100))
                .unwrap_or_default(),
            owner: String::new(),
            owner_q: String::new(),
            contact_name: row.contact_name.clone().unwrap_or_default(),
            contact_email: lead.contact_email.clone().unwrap_or_default(),
            next_step: row.next_step.clone().unwrap_or_default(),
            next_step_on: row
                .next_step_on
                .map(|date| date.to_string())
                .unwrap_or_default(),
            version: lead.version.to_string(),
        }
    }

    fn new_lead(&self, value: Option<Minor>) -> NewLead {
        let owner = match self.owner.as_str() {
            "unassigned" => NewOwner::Unassigned,
            id => ids::parse(id).map_or(NewOwner::Me, NewOwner::User),
        };
        NewLead {
            title: self.title.clone(),
            owner,
            stage: self.stage.parse().ok(),
            value,
            next_step: text(&self.next_step),
            next_step_on: self.next_step_on.parse().ok(),
            contact_name: text(&self.contact_name),
            contact_email: text(&self.contact_email),
            ..NewLead::default()
        }
    }

    fn change(&self, value: Option<Minor>) -> LeadChange {
        LeadChange {
            title: Some(self.title.clone()),
            stage: self.stage.parse().ok(),
            value: Patch::from_form(value),
            next_step: Patch::from_form(text(&self.next_step)),
            next_step_on: Patch::from_form(self.next_step_on.parse().ok()),
            contact_name: Patch::from_form(text(&self.contact_name)),
            contact_email: Patch::from_form(text(&self.contact_email)),
            version: ids::parse::<EventId>(&self.version).ok(),
            ..LeadChange::default()
        }
    }
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
    let Ok(value) = amount(&form.value) else {
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
    let Ok(value) = amount(&form.value) else {
        let wrong = Wrong::of_kind(&signed.shell, &problem::VALUE_INVALID);
        return Ok(page(&signed, Some(id), &form, &around, &wrong));
    };
    match records::edit(&app.db, &signed.caller, id, &form.change(value)).await {
        Ok(_) => Ok(signed.go(&format!("/leads/{id}"), &Flash::new("leads-saved"))),
        Err(error @ (EditError::Denied(_) | EditError::NoSuchLead | EditError::Store(_))) => {
            Err(signed.fail(&error))
        }
        Err(error) => {
            let wrong = Wrong::of(&signed.shell, &error);
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
    let scope = signed
        .caller
        .records::<EditRecords>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = app.db.read().await.map_err(fail)?;
    let stages = records::stages(&mut tx, &scope).await.map_err(fail)?;
    let people = if signed.caller.can(Key::AssignRecords) {
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
        inputs: inputs(shell, id.is_none(), form, around, wrong),
        ..Panel::default()
    });
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    signed.page_as(status, &page)
}

fn inputs(shell: &Shell, new: bool, form: &LeadForm, around: &Around, wrong: &Wrong) -> Vec<Input> {
    let optional = |made: Field| made.autocomplete("off").optional(shell.t("form-optional"));
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
        optional(field("value", shell.t("leads-value")))
            .mode("decimal")
            .value(&form.value)
            .max(20)
            .hint(
                shell
                    .t("leads-value-hint")
                    .with("currency", shell.currency.as_str()),
            )
            .error(wrong.at("value"))
            .into(),
    ];
    if let Some(people) = around.people.as_ref().filter(|_| new) {
        let finder = pick::search(shell, people, "owner_q", &form.owner_q);
        inputs.extend(finder.map(|finder| finder.asks(shell.href("/leads/new")).into()));
        inputs.push(owner(shell, people, form, wrong).into());
    }
    inputs.extend([
        optional(field("contact_name", shell.t("leads-contact-name")))
            .value(&form.contact_name)
            .into(),
        optional(field("contact_email", shell.t("leads-contact-email")))
            .kind("email")
            .value(&form.contact_email)
            .max(254)
            .error(wrong.at("contact_email"))
            .into(),
        optional(field("next_step", shell.t("leads-next-step")))
            .value(&form.next_step)
            .error(wrong.at("next_step"))
            .into(),
        optional(field("next_step_on", shell.t("leads-next-step-on")))
            .kind("date")
            .value(&form.next_step_on)
            .into(),
    ]);
    if !form.version.is_empty() {
        inputs.push(hidden("version", &form.version));
    }
    inputs
}

fn owner(shell: &Shell, people: &Choosable, form: &LeadForm, wrong: &Wrong) -> Select {
    let mut options = vec![choice("unassigned", shell.t("handover-unassigned"))];
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_as_people_of_several_countries_type_it() {
        for (typed, minor) in [
            ("1250", 125_000),
            ("1,250.50", 125_050),
            ("1.250,50", 125_050),
            ("1 250,5", 125_050),
            ("1.250", 125_000),
        ] {
            assert_eq!(amount(typed), Ok(Some(Minor(minor))), "{typed}");
        }
        assert_eq!(amount(" "), Ok(None));
        assert_eq!(amount("many"), Err(()));
    }
}

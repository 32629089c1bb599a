//! The settings of the account: each with a sentence of what it does.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::EditAccount;
use seatwise_domain::store::StoreError;
use seatwise_domain::tenants::{
    self, Account, EditAccountCommand, EditAccountError, PendingSelectable, Settings, UserField,
};
use seatwise_domain::users::ownership;
use serde::Deserialize;

use super::failure::{Answer, Failure};
use super::form::{Block, FormPage, Panel, Posted, Radio, Wrong, languages};
use super::ownership::panel;
use super::settings_asked;
use super::user_form;
use super::zones::zones;
use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{Input, check, choice, field, select};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::text::Text;

/// What was chosen.
#[derive(Debug, Default, Deserialize)]
pub struct SettingsForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    time_zone: String,
    #[serde(default)]
    leads: String,
    #[serde(default)]
    pending: String,
    teams: Option<String>,
    superiors: Option<String>,
    hide: Option<String>,
    contacts: Option<String>,
    mail: Option<String>,
    passwords: Option<String>,
    #[serde(default)]
    ask_email: String,
    #[serde(default)]
    ask_name: String,
    #[serde(default)]
    ask_login: String,
    #[serde(default)]
    ask_phone: String,
    #[serde(default)]
    ask_job_title: String,
    #[serde(default)]
    ask_gender: String,
    #[serde(default)]
    ask_team: String,
    confirmed: Option<String>,
    again: Option<String>,
}

/// The setting's words in addresses and in the log, in the order of the form.
const PENDING: [(&str, PendingSelectable); 3] = [
    ("never", PendingSelectable::Never),
    ("handover_only", PendingSelectable::HandoverOnly),
    ("always", PendingSelectable::Always),
];

impl SettingsForm {
    fn of(account: &Account) -> Self {
        let tick = |on: bool| on.then(|| "on".to_owned());
        let pending = PENDING
            .iter()
            .find(|(_, rule)| *rule == account.settings.pending_selectable);
        let ask = |field| user_form::word(account.settings.user_form.asks(field)).to_owned();
        Self {
            name: account.name.clone(),
            language: account.language.clone(),
            time_zone: account.time_zone.clone(),
            leads: account.visibility.as_str().to_owned(),
            teams: tick(account.teams_on),
            superiors: tick(account.superiors_see),
            pending: pending.map_or("", |(word, _)| *word).to_owned(),
            hide: tick(account.hide_inactive),
            contacts: tick(account.settings.user_may_be_contact),
            mail: tick(account.settings.mail_at_once),
            passwords: tick(account.settings.admin_sets_password),
            ask_email: ask(UserField::Email),
            ask_name: ask(UserField::Name),
            ask_login: ask(UserField::Login),
            ask_phone: ask(UserField::Phone),
            ask_job_title: ask(UserField::JobTitle),
            ask_gender: ask(UserField::Gender),
            ask_team: ask(UserField::Team),
            confirmed: None,
            again: None,
        }
    }

    /// Everything, to go along unseen while it is asked.
    fn kept(&self) -> Vec<(String, String)> {
        let words = [
            ("name", &self.name),
            ("language", &self.language),
            ("time_zone", &self.time_zone),
            ("leads", &self.leads),
            ("pending", &self.pending),
            ("ask_email", &self.ask_email),
            ("ask_name", &self.ask_name),
            ("ask_login", &self.ask_login),
            ("ask_phone", &self.ask_phone),
            ("ask_job_title", &self.ask_job_title),
            ("ask_gender", &self.ask_gender),
            ("ask_team", &self.ask_team),
        ];
        let ticks = [
            ("teams", &self.teams),
            ("superiors", &self.superiors),
            ("hide", &self.hide),
            ("contacts", &self.contacts),
            ("mail", &self.mail),
            ("passwords", &self.passwords),
        ];
        let ticked = ticks
            .into_iter()
            .filter_map(|(name, tick)| Some((name, tick.as_ref()?)));
        let all = words.into_iter().chain(ticked);
        all.map(|(name, value)| (name.to_owned(), value.clone()))
            .collect()
    }

    fn asked(&self) -> [(UserField, &str); 7] {
        UserField::ALL.map(|field| {
            let chosen = match field {
                UserField::Email => &self.ask_email,
                UserField::Name => &self.ask_name,
                UserField::Login => &self.ask_login,
                UserField::Phone => &self.ask_phone,
                UserField::JobTitle => &self.ask_job_title,
                UserField::Gender => &self.ask_gender,
                UserField::Team => &self.ask_team,
            };
            (field, chosen.as_str())
        })
    }

    fn command(&self) -> EditAccountCommand {
        let pending = PENDING.iter().find(|(word, _)| *word == self.pending);
        EditAccountCommand {
            name: Some(self.name.clone()),
            language: Some(self.language.clone()),
            time_zone: Some(self.time_zone.clone()),
            visibility: self.leads.parse().ok(),
            teams_on: Some(self.teams.is_some()),
            superiors_see: Some(self.superiors.is_some()),
            hide_inactive: Some(self.hide.is_some()),
            settings: Some(Settings {
                pending_selectable: pending.map(|(_, rule)| *rule).unwrap_or_default(),
                user_may_be_contact: self.contacts.is_some(),
                mail_at_once: self.mail.is_some(),
                user_form: user_form::read(self.asked()),
                admin_sets_password: self.passwords.is_some(),
            }),
        }
    }
}

/// The page.
pub async fn form(mut signed: Signed, State(app): State<App>) -> Answer {
    let (account, owner) = account(&mut signed, &app).await?;
    let form = SettingsForm::of(&account);
    Ok(page(&signed, (&account, owner), &form, &Wrong::none()))
}

/// Saves them; what changes who sees whose leads is shown before it is saved (D7).
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<SettingsForm>,
) -> Answer {
    let command = form.command();
    if form.confirmed.is_none() {
        let (account, owner) = account(&mut signed, &app).await?;
        if form.again.is_some() {
            return Ok(page(&signed, (&account, owner), &form, &Wrong::none()));
        }
        if command.changes_access(&account) {
            match tenants::preview(&app.db, &signed.caller, &command).await {
                Ok(seen) if seen.effect.is_nothing() => {}
                Ok(seen) => return Ok(settings_asked::page(&signed, form.kept(), &seen)),
                Err(error @ (EditAccountError::Denied(_) | EditAccountError::Store(_))) => {
                    return Err(signed.fail(&error));
                }
                Err(error) => {
                    let wrong = Wrong::of(&signed.shell, &error);
                    return Ok(page(&signed, (&account, owner), &form, &wrong));
                }
            }
        }
    }
    match tenants::edit(&app.db, &signed.caller, &command).await {
        Ok(_) => Ok(signed.go(Section::Settings.path(), &Flash::new("settings-saved"))),
        Err(error @ (EditAccountError::Denied(_) | EditAccountError::Store(_))) => {
            Err(signed.fail(&error))
        }
        Err(error) => {
            let wrong = Wrong::of(&signed.shell, &error);
            let (account, owner) = account(&mut signed, &app).await?;
            Ok(page(&signed, (&account, owner), &form, &wrong))
        }
    }
}

/// The account, and who owns it.
async fn account(signed: &mut Signed, app: &App) -> Result<(Account, Option<Block>), Failure> {
    let fail = |error| signed.fail(&error);
    let scope = signed
        .caller
        .scope::<EditAccount>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = app.db.read().await.map_err(fail)?;
    let found = tenants::find(&mut tx, scope.tenant()).await.map_err(fail)?;
    let account =
        found.ok_or_else(|| fail(StoreError::fault("the account of a scope is there")))?;
    let owner = ownership::owner(&mut tx, scope.tenant())
        .await
        .map_err(fail)?;
    let offer = ownership::open_offer(&mut tx, &signed.caller)
        .await
        .map_err(fail)?;
    drop(tx);
    signed.shell.at(Section::Settings);
    let owner = owner.map(|owner| panel(signed, &owner, offer.as_ref()));
    Ok((account, owner))
}

fn page(
    signed: &Signed,
    (account, owner): (&Account, Option<Block>),
    form: &SettingsForm,
    wrong: &Wrong,
) -> Response {
    let shell = &signed.shell;
    let here = shell.href(Section::Settings.path());
    let mut page = FormPage::new(
        shell,
        shell.t("nav-settings"),
        here.clone(),
        shell.t("settings-save"),
        here,
    );
    page.lead = Some(shell.t("settings-lead").to_string());
    page.notes = wrong
        .note(&["name", "language", "time_zone", "user_form"])
        .into_iter()
        .collect();
    page.panels = vec![
        Panel {
            title: shell.t("settings-account").to_string(),
            two: true,
            facts: vec![
                (
                    shell.t("setup-currency").to_string(),
                    account.currency.clone(),
                ),
                (shell.t("settings-address").to_string(), shell.href("")),
            ],
            inputs: basics(shell, form, wrong),
            ..Panel::default()
        },
        Panel {
            title: shell.t("settings-leads").to_string(),
            choices: visibility(shell, form),
            inputs: reach(shell, form),
            ..Panel::default()
        },
        Panel {
            title: shell.t("settings-people").to_string(),
            inputs: people(shell, form),
            ..Panel::default()
        },
        user_form::panel(shell, form.asked(), wrong),
    ];
    page.below = owner.into_iter().collect();
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    signed.page_as(status, &page)
}

fn basics(shell: &Shell, form: &SettingsForm, wrong: &Wrong) -> Vec<Input> {
    vec![
        field("name", shell.t("setup-account"))
            .value(&form.name)
            .autocomplete("organization")
            .hint(shell.t("settings-name-hint"))
            .required()
            .error(wrong.at("name"))
            .into(),
        select("language", shell.t("user-language"), languages())
            .chosen(&form.language)
            .hint(shell.t("settings-language-hint"))
            .error(wrong.at("language"))
            .into(),
        select("time_zone", shell.t("setup-zone"), zones(&form.time_zone))
            .chosen(&form.time_zone)
            .hint(shell.t("settings-zone-hint"))
            .error(wrong.at("time_zone"))
            .into(),
    ]
}

fn visibility(shell: &Shell, form: &SettingsForm) -> Vec<Radio> {
    [
        ("all", "settings-leads-all", "settings-leads-all-text"),
        ("team", "settings-leads-team", "settings-leads-team-text"),
        ("own", "settings-leads-own", "settings-leads-own-text"),
    ]
    .into_iter()
    .map(|(value, label, text)| Radio {
        name: "leads",
        value,
        label: shell.t(label).to_string(),
        text: shell.t(text).to_string(),
        checked: form.leads == value,
    })
    .collect()
}

/// What widens the choice above.
fn reach(shell: &Shell, form: &SettingsForm) -> Vec<Input> {
    vec![
        check("teams", shell.t("settings-teams"), form.teams.is_some())
            .hint(shell.t("settings-teams-hint"))
            .into(),
        check(
            "superiors",
            shell.t("settings-superiors"),
            form.superiors.is_some(),
        )
        .hint(shell.t("settings-superiors-hint"))
        .into(),
    ]
}

fn people(shell: &Shell, form: &SettingsForm) -> Vec<Input> {
    let pending = PENDING
        .iter()
        .map(|(word, _)| {
            let key = ["settings-pending-", word].concat();
            choice(word, Text::new(shell.lang, key))
        })
        .collect();
    vec![
        check("mail", shell.t("settings-mail"), form.mail.is_some())
            .hint(shell.t("settings-mail-hint"))
            .into(),
        check(
            "passwords",
            shell.t("settings-passwords"),
            form.passwords.is_some(),
        )
        .hint(shell.t("settings-passwords-hint"))
        .into(),
        check(
            "contacts",
            shell.t("settings-contacts"),
            form.contacts.is_some(),
        )
        .hint(shell.t("settings-contacts-hint"))
        .into(),
        check("hide", shell.t("settings-hide"), form.hide.is_some())
            .hint(shell.t("settings-hide-hint"))
            .into(),
        select("pending", shell.t("settings-pending"), pending)
            .chosen(&form.pending)
            .hint(shell.t("settings-pending-hint"))
            .into(),
    ]
}

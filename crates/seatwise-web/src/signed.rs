//! The extractor that yields a caller: cookie, session, person; or the way to the sign-in page.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::tz::TimeZone;
use seatwise_domain::authn::{self, Secret};
use seatwise_domain::authz::{Caller, Identity, Session, Source};
use seatwise_domain::problem::{self, ProblemKind, ToProblem};

use crate::app::App;
use crate::cookies::{self, Flash};
use crate::locale::{self, Lang};
use crate::shell::{AccountBadge, Me, Shell, Theme};
use crate::ui::failure::{self, Failure};
use crate::visitor::{Visitor, asked_language};
use crate::{frame, render};

/// A signed-in person in the account that the address names.
#[derive(Debug)]
pub struct Signed {
    /// Everything that a handler may use.
    pub app: App,
    /// Who calls, with everything that decides what is allowed.
    pub caller: Caller,
    /// The session behind the cookie.
    pub session: Session,
    /// The frame of the page.
    pub shell: Shell,
    /// The number of the request.
    pub request_id: String,
    flashed: bool,
}

impl Signed {
    /// The person's data that pages show.
    pub fn me(&self) -> &Identity {
        self.caller
            .identity()
            .expect("a session belongs to a person")
    }

    /// A page.
    pub fn page(&self, page: &impl askama::Template) -> Response {
        self.page_as(StatusCode::OK, page)
    }

    /// A page with a status: 422 for the form again.
    pub fn page_as(&self, status: StatusCode, page: &impl askama::Template) -> Response {
        let mut answer = render::page(status, page);
        if self.flashed {
            Flash::clear(&mut answer, self.app.site.transport());
        }
        answer
    }

    /// Sends the browser to a page of the account after something was done.
    pub fn go(&self, path: &str, flash: &Flash) -> Response {
        let mut answer = Redirect::to(&self.shell.href(path)).into_response();
        flash.set(&mut answer, self.app.site.transport());
        answer
    }

    /// Sends the browser back to where the form says it was, if that is in this account.
    pub fn back(&self, next: Option<&str>, otherwise: &str, flash: &Flash) -> Response {
        let home = self.shell.href("/");
        match next.filter(|next| next.starts_with(&home)) {
            Some(next) => {
                let mut answer = Redirect::to(next).into_response();
                flash.set(&mut answer, self.app.site.transport());
                answer
            }
            None => self.go(otherwise, flash),
        }
    }

    /// Where a form says that it was, if that is in this account; else this address below the account.
    pub fn within(&self, next: Option<&str>, otherwise: &str) -> String {
        let home = self.shell.href("/");
        match next.filter(|next| next.starts_with(&home)) {
            Some(next) => next.to_owned(),
            None => self.shell.href(otherwise),
        }
    }

    /// The page that says why not.
    pub fn fail(&self, error: &(dyn ToProblem + 'static)) -> Failure {
        failure::page(&self.shell, error, &self.request_id)
    }

    /// The page of a line of the problem table.
    pub fn refuse(&self, kind: &'static ProblemKind) -> Failure {
        failure::of_kind(&self.shell, kind, &self.request_id)
    }
}

impl FromRequestParts<App> for Signed {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let visitor = Visitor::read(parts, app);
        let params = RawPathParams::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let Some(slug) = params
            .iter()
            .find_map(|(name, value)| (name == "account").then(|| value.to_owned()))
        else {
            return Err(visitor.refuse(&problem::NOT_FOUND).into_response());
        };
        signed(parts, app, visitor, &slug).await
    }
}

async fn signed(
    parts: &Parts,
    app: &App,
    visitor: Visitor,
    slug: &str,
) -> Result<Signed, Response> {
    let transport = app.site.transport();
    let name = cookies::session_name(transport, slug);
    let secret = locale::cookie(&parts.headers, &name).and_then(|text| Secret::read("sws", text));
    let Some((tenant, hash)) = secret else {
        return Err(sign_in_first(&visitor));
    };
    let fail = |error: &(dyn ToProblem + 'static)| visitor.fail(error).into_response();
    let mut tx = app.db.read().await.map_err(|error| fail(&error))?;
    let found = Caller::by_session(&mut tx, tenant, &hash)
        .await
        .map_err(|error| fail(&error))?;
    let Some((caller, session)) = found else {
        return Err(sign_in_first(&visitor));
    };
    let caller = caller.in_request(visitor.request_id.clone(), Source::Page);
    let Some(identity) = caller
        .identity()
        .filter(|identity| identity.slug == slug)
        .cloned()
    else {
        return Err(sign_in_first(&visitor));
    };
    let mut shell = visitor.shell.clone();
    dress(&mut shell, &identity, parts);
    frame::fill(&mut shell, &mut tx, &caller, app, &parts.headers)
        .await
        .map_err(|error| fail(&error))?;
    drop(tx);
    authn::touch(&app.db, &caller, &session)
        .await
        .map_err(|error| fail(&error))?;
    let flash = visitor.take_flash();
    let flashed = flash.is_some();
    shell.toast = flash.map(|flash| frame::toast(&shell, &flash));
    Ok(Signed {
        app: app.clone(),
        caller,
        session,
        shell,
        request_id: visitor.request_id,
        flashed,
    })
}

/// Language, light, time zone and names of a signed-in person.
fn dress(shell: &mut Shell, identity: &Identity, parts: &Parts) {
    let own = asked_language(parts).or_else(|| identity.language.as_deref().and_then(Lang::parse));
    let account = Lang::parse(&identity.account_language);
    shell.lang = locale::choose(own, account, &parts.headers);
    if locale::cookie(&parts.headers, "theme").is_none()
        && let Some(theme) = &identity.theme
    {
        shell.theme = Theme::parse(theme);
    }
    let zone = identity
        .time_zone
        .as_deref()
        .unwrap_or(&identity.account_time_zone);
    shell.zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    shell.currency.clone_from(&identity.currency);
    shell.account = AccountBadge {
        name: identity.account.clone(),
        slug: identity.slug.clone(),
        plan: None,
    };
    shell.me = Me {
        id: identity.user.to_string(),
        name: identity.name.clone(),
        email: String::new(),
        hue: frame::hue(identity.user),
        picture: identity
            .picture
            .as_ref()
            .map(|etag| shell.href(&format!("/me/picture?v={etag}"))),
    };
}

/// A page that needs somebody sends nobody to the sign-in page, and back here afterwards.
fn sign_in_first(visitor: &Visitor) -> Response {
    let next: String = form_urlencoded(&visitor.shell.here);
    Redirect::to(&format!("/sign-in?next={next}")).into_response()
}

/// An address as the value of a query field.
pub(crate) fn form_urlencoded(text: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

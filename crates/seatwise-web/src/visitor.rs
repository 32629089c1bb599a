//! Who asks before anybody signed in: language, light, device and address.

use std::convert::Infallible;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use seatwise_domain::problem::{ProblemKind, ToProblem};

use crate::app::App;
use crate::cookies::{self, Flash};
use crate::locale::{self, Lang};
use crate::shell::{Shell, Theme};
use crate::ui::failure::{self, Failure};

/// Somebody who has not signed in, or whose session does not matter here.
#[derive(Debug)]
pub struct Visitor {
    /// Everything that a handler may use.
    pub app: App,
    /// The frame of the page.
    pub shell: Shell,
    /// What the browser says it is.
    pub agent: String,
    /// The address it comes from.
    pub address: String,
    /// The number of the request.
    pub request_id: String,
    /// The request's headers.
    pub headers: HeaderMap,
}

impl Visitor {
    /// The frame's language, light and keys as the cookies say; a person's or account's choice comes in later.
    pub(crate) fn read(parts: &Parts, app: &App) -> Self {
        let headers = &parts.headers;
        let text = |name: header::HeaderName| {
            headers
                .get(name)
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
                .to_owned()
        };
        // A nested router sees its own part of the address; a way back needs all of it.
        let uri = parts
            .extensions
            .get::<OriginalUri>()
            .map_or(&parts.uri, |original| &original.0);
        let here = uri
            .path_and_query()
            .map_or("/", |path| path.as_str())
            .to_owned();
        let lang = locale::choose(asked_language(parts), None, headers);
        let theme = locale::cookie(headers, "theme").map_or(Theme::System, Theme::parse);
        let mut shell = Shell::bare(lang, theme, here, app.db.now().to_jiff());
        shell.keys = locale::cookie(headers, "keys") != Some("off");
        Self {
            app: app.clone(),
            shell,
            agent: text(header::USER_AGENT),
            address: address(parts, app),
            request_id: headers
                .get("x-request-id")
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
                .to_owned(),
            headers: headers.clone(),
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

    /// Sends the browser on after something was done.
    pub fn go(&self, to: &str, flash: Option<&Flash>) -> Response {
        let mut answer = Redirect::to(to).into_response();
        if let Some(flash) = flash {
            flash.set(&mut answer, self.app.site.transport());
        }
        answer
    }

    /// What was just done, once.
    pub fn take_flash(&self) -> Option<Flash> {
        Flash::read(&self.headers)
    }

    /// The accounts that this browser has sessions for.
    pub fn accounts(&self) -> Vec<String> {
        cookies::session_slugs(self.app.site.transport(), &self.headers)
    }
}

/// The language that this browser chose by the menu.
pub(crate) fn own_language(headers: &HeaderMap) -> Option<Lang> {
    locale::cookie(headers, "lang").and_then(Lang::parse)
}

/// The language of an address with `?lang=`, else the one that this browser chose.
pub(crate) fn asked_language(parts: &Parts) -> Option<Lang> {
    let query = parts.uri.query().unwrap_or_default();
    query
        .split('&')
        .find_map(|pair| pair.strip_prefix("lang="))
        .and_then(Lang::parse)
        .or_else(|| own_language(&parts.headers))
}

fn address(parts: &Parts, app: &App) -> String {
    if app.site.behind_proxy {
        let forwarded = parts
            .headers
            .get("x-forwarded-for")
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.rsplit(',').next())
            .map(str::trim);
        if let Some(forwarded) = forwarded.filter(|text| text.parse::<std::net::IpAddr>().is_ok()) {
            return forwarded.to_owned();
        }
    }
    parts
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or_else(String::new, |info| info.0.ip().to_string())
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(Self::read(parts, app))
    }
}

//! The table of routes and the layers around them.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::HeaderValue;
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use seatwise_domain::problem;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::request_id::{
    MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer,
};

use crate::app::App;
use crate::visitor::Visitor;
use crate::{api, assets, csp, own_task, rejected, ui};

/// The largest form; uploads have a limit of their own.
const FORM_LIMIT: usize = 256 * 1024;

/// Every page and the API. How the server is, tells the program that runs it.
pub fn router(app: App) -> Router {
    let words = middleware::from_fn_with_state(app.clone(), rejected::as_page);
    let routes = pages().layer(words).merge(api::router(&app));
    layered(routes, app)
}

fn pages() -> Router<App> {
    Router::new()
        .route("/static/{*path}", get(assets::serve))
        .route("/preferences", post(ui::preferences::submit))
        .route("/", get(ui::sign_in::start))
        .route("/sign-in", get(ui::sign_in::form).post(ui::sign_in::submit))
        .route(
            "/sign-in/forgot",
            get(ui::password::forgot).post(ui::password::send),
        )
        .route(
            "/reset/{token}",
            get(ui::password::form).post(ui::password::submit),
        )
        .route(
            "/activate/{token}",
            get(ui::activate::form).post(ui::activate::submit),
        )
        .route(
            "/setup/{secret}",
            get(ui::setup::form).post(ui::setup::submit),
        )
        .route("/a/{account}/", get(ui::sign_in::home))
        .nest("/a/{account}", account())
        .fallback(not_found)
        .layer(CsrfLayer::new())
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
}

/// The pages of one account, for people who have signed in.
fn account() -> Router<App> {
    Router::new()
        .route("/", get(ui::sign_in::home))
        .route("/sign-out", post(ui::sign_in::sign_out))
        .route("/palette", get(ui::palette::page))
        .route("/roles/check", get(ui::access::page))
        .route("/roles/compare", get(ui::compare::page))
        .route("/audit", get(ui::audit::list::page))
        .route("/audit/export.csv", get(ui::audit::list::csv))
        .route("/audit/{id}", get(ui::audit::show::page))
        .route("/outbox", get(ui::outbox::list))
        .route("/outbox/{id}", get(ui::outbox::show))
        .route("/outbox/{id}/cancel", post(ui::outbox::cancel))
        .route(
            "/licences",
            get(ui::licences::page).post(ui::licences::submit),
        )
        .route("/hand-overs/{id}", get(ui::hand_overs::show::page))
        .route("/hand-overs/{id}/undo", post(ui::hand_overs::acts::undo))
        .route(
            "/hand-overs/{id}/resume",
            post(ui::hand_overs::acts::resume),
        )
        .route(
            "/settings",
            get(ui::settings::form).post(ui::settings::submit),
        )
        .route("/statistics", get(ui::statistics::page::page))
        .route("/statistics/export.csv", get(ui::statistics::file::csv))
        .route("/statistics/export.xlsx", get(ui::statistics::file::xlsx))
        .merge(users())
        .merge(teams())
        .merge(ui::roles::routes())
        .merge(leads())
        .merge(ui::imports::routes())
        .merge(ui::ownership::routes())
        .merge(ui::service_users::routes())
        .merge(me())
}

fn users() -> Router<App> {
    use ui::users as u;
    Router::new()
        .route("/users", get(u::list::page))
        .route("/users/new", get(u::invite::form).post(u::invite::submit))
        .route("/users/bulk/resend", post(u::bulk::resend))
        .route("/users/bulk/role", post(u::give_many::submit))
        .route("/users/export.xlsx", get(ui::export::users_xlsx))
        .route("/users/export.csv", get(ui::export::users_csv))
        .route("/users/{id}", get(u::show::page))
        .route("/users/{id}/edit", get(u::edit::form).post(u::edit::submit))
        .route(
            "/users/{id}/picture",
            get(ui::pictures::of_user).merge(upload(ui::pictures::set_of_user)),
        )
        .route(
            "/users/{id}/picture/remove",
            get(u::asked::form::<u::remove_picture::RemovePicture>)
                .post(u::asked::submit::<u::remove_picture::RemovePicture>),
        )
        .route("/users/{id}/teams", post(u::join::submit))
        .route("/users/{id}/roles", post(ui::roles::hold::give))
        .route("/users/{id}/roles/take", post(ui::roles::hold::take))
        .route("/users/{id}/resend", post(u::resend::submit))
        .route(
            "/users/{id}/remove",
            get(u::asked::form::<u::remove::Remove>).post(u::asked::submit::<u::remove::Remove>),
        )
        .route(
            "/users/{id}/cancel-invitation",
            get(u::asked::form::<u::cancel_invitation::CancelInvitation>)
                .post(u::asked::submit::<u::cancel_invitation::CancelInvitation>),
        )
        .route(
            "/users/{id}/sessions/end",
            get(u::sessions::form).post(u::sessions::submit),
        )
        .route(
            "/users/{id}/reset-password",
            get(u::asked::form::<u::reset_password::ResetPassword>)
                .post(u::asked::submit::<u::reset_password::ResetPassword>),
        )
        .route(
            "/users/{id}/deactivate",
            get(u::deactivate::form).post(u::deactivate::submit),
        )
        .route(
            "/users/{id}/hand-over",
            get(u::hand_over::form).post(u::hand_over::submit),
        )
        .route(
            "/users/{id}/reactivate",
            get(u::reactivate::form).post(u::reactivate::submit),
        )
}

/// A form with a picture: it counts by itself, since its limit is far above that of forms and told in words.
fn upload<H, T>(handler: H) -> MethodRouter<App>
where
    H: Handler<T, App>,
    T: 'static,
{
    post(handler).layer(DefaultBodyLimit::disable())
}

fn teams() -> Router<App> {
    use ui::teams as t;
    Router::new()
        .route("/teams", get(t::list::page).post(t::list::create))
        .route("/teams/{id}", get(t::show::page).post(t::acts::rename))
        .route("/teams/{id}/members", post(t::acts::add))
        .route(
            "/teams/{id}/members/remove",
            get(t::leave::form).post(t::leave::submit),
        )
        .merge(ui::groups::routes())
        .merge(ui::positions::routes())
        .merge(ui::moves::routes())
        .merge(ui::sharing::routes())
}

fn leads() -> Router<App> {
    use ui::leads as l;
    Router::new()
        .route("/leads", get(l::list::page))
        .route("/leads/new", get(l::edit::new).post(l::edit::create))
        .route("/leads/unassigned", get(l::unassigned::page))
        .route("/leads/export.csv", get(l::export::csv))
        .route("/leads/export.xlsx", get(l::export::xlsx))
        .route("/leads/assign", post(l::bulk::assign))
        .route("/leads/{id}", get(l::show::page))
        .route("/leads/{id}/edit", get(l::edit::form).post(l::edit::submit))
        .route("/leads/{id}/notes", post(l::acts::note))
        .route("/leads/{id}/assign", post(l::acts::assign))
        .route("/leads/{id}/stage", post(l::acts::stage))
}

fn me() -> Router<App> {
    use ui::me as m;
    Router::new()
        .route("/me", get(m::show::page).post(m::acts::profile))
        .route(
            "/me/picture",
            get(ui::pictures::of_me).merge(upload(ui::pictures::set_of_me)),
        )
        .route("/me/picture/remove", post(ui::pictures::remove_of_me))
        .route("/me/aliases", post(m::aliases::add))
        .route("/me/aliases/remove", post(m::aliases::remove))
        .route("/me/password", post(m::acts::password))
        .route("/me/sessions/end", post(m::acts::end_others))
        .route("/me/sessions/{id}/end", post(m::acts::end_session))
        .route("/me/tokens", post(m::acts::create_token))
        .route("/me/tokens/{id}/revoke", post(m::acts::revoke_token))
}

/// Puts the layers of every answer around the routes.
pub fn layered(routes: Router<App>, app: App) -> Router {
    let transport = app.site.transport();
    routes
        .method_not_allowed_fallback(method_not_allowed)
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn_with_state(app.clone(), own_task::run))
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn_with_state(transport, csp::headers))
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(Numbers(app.clone())))
        .with_state(app)
}

/// Numbers requests, so that a page, the log and the audit line name the same one.
#[derive(Debug, Clone)]
struct Numbers(App);

impl MakeRequestId for Numbers {
    fn make_request_id<B>(&mut self, _: &axum::http::Request<B>) -> Option<RequestId> {
        let id: seatwise_domain::ids::EventId = self.0.db.ids().next(self.0.db.now());
        HeaderValue::from_str(&id.0.to_string())
            .ok()
            .map(RequestId::new)
    }
}

async fn not_found(visitor: Visitor) -> Response {
    visitor.refuse(&problem::NOT_FOUND).into_response()
}

async fn method_not_allowed(visitor: Visitor) -> Response {
    visitor.refuse(&problem::METHOD_NOT_ALLOWED).into_response()
}

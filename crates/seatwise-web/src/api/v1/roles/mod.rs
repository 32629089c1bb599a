//! Roles and permission sets: list, look, make, change, delete, and who holds them.

mod change;
mod hold;
mod list;
mod wire;

pub use change::NewRoleBody;
pub use wire::{FieldRuleMap, HeldRole};

use axum::http::Method;
use seatwise_domain::authz::Key;
use serde_json::json;

use crate::api::operation::Operation;
use crate::api::types::Paged;
use crate::api::v1::effect::EffectAnswer;
use crate::api::v1::users::{ReasonBody, ReasonQuery, UserLine};

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    let edit = || json!({ "grants": { "leads.view": "all" }, "reason": "Agreed" });
    let give = || json!({ "role": "sales", "reason": "Agreed" });
    vec![
        Operation::new(Method::GET, "/roles", "listRoles", list::list)
            .needs(Key::ViewUsers)
            .answers::<wire::Roles>(200),
        Operation::new(Method::POST, "/roles", "createRole", change::create)
            .needs(Key::EditRoles)
            .body::<NewRoleBody>(
                json!({ "name": "Finance", "grants": { "leads.view": "all", "audit.view": "all" } }),
            )
            .answers::<wire::RoleAnswer>(201),
        Operation::new(Method::GET, "/roles/{role}", "getRole", list::show)
            .needs(Key::ViewUsers)
            .answers::<wire::RoleAnswer>(200),
        Operation::new(Method::PATCH, "/roles/{role}", "editRole", change::edit)
            .needs(Key::EditRoles)
            .body::<change::EditRoleBody>(edit())
            .answers::<wire::ChangedRole>(200),
        Operation::new(
            Method::POST,
            "/roles/{role}/preview",
            "previewRole",
            change::preview,
        )
        .needs(Key::EditRoles)
        .body::<change::EditRoleBody>(edit())
        .answers::<wire::RolePreview>(200),
        Operation::new(Method::POST, "/roles/{role}/copy", "copyRole", change::copy)
            .needs(Key::EditRoles)
            .body::<change::CopyBody>(json!({ "name": "Key accounts" }))
            .answers::<wire::RoleAnswer>(201),
        Operation::new(
            Method::POST,
            "/roles/{role}/make-default",
            "makeDefaultRole",
            change::make_default,
        )
        .needs(Key::EditRoles)
        .body::<ReasonBody>(json!({ "reason": "Agreed" }))
        .answers::<EffectAnswer>(200),
        Operation::new(
            Method::GET,
            "/roles/{role}/deletion-preview",
            "previewRoleDeletion",
            change::preview_deletion,
        )
        .needs(Key::EditRoles)
        .answers::<EffectAnswer>(200),
        Operation::new(Method::DELETE, "/roles/{role}", "deleteRole", change::delete)
            .needs(Key::EditRoles)
            .query::<ReasonQuery>()
            .answers::<EffectAnswer>(200),
        Operation::new(
            Method::GET,
            "/roles/{role}/members",
            "listRoleMembers",
            list::members,
        )
        .needs(Key::ViewUsers)
        .paged()
        .answers::<Paged<UserLine>>(200),
        Operation::new(Method::GET, "/users/{id}/roles", "listUserRoles", hold::list)
            .needs(Key::ViewUsers)
            .answers::<wire::HeldRoles>(200),
        Operation::new(Method::POST, "/users/{id}/roles", "giveRole", hold::give)
            .needs(Key::AssignRoles)
            .body::<hold::GiveBody>(give())
            .answers::<EffectAnswer>(200),
        Operation::new(
            Method::POST,
            "/users/{id}/role-preview",
            "previewGivenRole",
            hold::preview,
        )
        .needs(Key::AssignRoles)
        .body::<hold::GiveBody>(give())
        .answers::<EffectAnswer>(200),
        Operation::new(
            Method::DELETE,
            "/users/{id}/roles/{role}",
            "takeRole",
            hold::take,
        )
        .needs(Key::AssignRoles)
        .query::<ReasonQuery>()
        .answers::<EffectAnswer>(200),
    ]
}

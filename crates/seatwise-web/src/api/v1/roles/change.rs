//! Making, changing, copying and deleting roles.

use seatwise_domain::clock::Timestamp;
use seatwise_domain::roles::{self, Change, GivableWords, NewRole, Role, RoleEdit, Words};
use serde::Deserialize;
use utoipa::ToSchema;

use super::list::{found, key};
use super::wire::{
    ChangedRole, FieldRuleMap, GrantMap, RoleAnswer, RoleKindWord, RolePreview, refused,
};
use crate::api::call::{Answer, Call};
use crate::api::operation::Done;
use crate::api::types::{Instant, Name, Reason, RoleDescription, RoleRef, given};
use crate::api::v1::audit::ChangeLine;
use crate::api::v1::effect::EffectAnswer;
use crate::api::v1::users::{ReasonBody, ReasonQuery};
use crate::problem::Problem;

/// A role to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRoleBody {
    name: Name,
    /// What it is for.
    #[schema(nullable = false)]
    description: Option<RoleDescription>,
    /// `role` without.
    #[schema(nullable = false)]
    kind: Option<RoleKindWord>,
    /// The role whose permissions and fields it begins with.
    #[schema(nullable = false)]
    copy_of: Option<RoleRef>,
    #[schema(nullable = false)]
    grants: Option<GrantMap>,
    #[schema(nullable = false)]
    fields: Option<FieldRuleMap>,
    /// The keys of the roles and sets that its people may give, where it gives roles; null for any that their own rights
    /// cover.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Vec<RoleRef>>, max_items = 200)]
    givable_roles: Option<Option<Vec<RoleRef>>>,
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

fn words(
    grants: Option<GrantMap>,
    fields: Option<FieldRuleMap>,
    givable: Option<Option<Vec<RoleRef>>>,
) -> Words {
    Words {
        grants: grants.unwrap_or_default().0,
        fields: fields.unwrap_or_default().0,
        givable: givable.map(|roles| match roles {
            Some(roles) => {
                let keys = roles.iter().map(|role| role.0.to_string());
                GivableWords::Only(keys.collect())
            }
            None => GivableWords::Any,
        }),
    }
}

impl From<NewRoleBody> for NewRole {
    fn from(body: NewRoleBody) -> Self {
        Self {
            name: body.name.0,
            description: body.description.map(String::from).unwrap_or_default(),
            set: body.kind == Some(RoleKindWord::Set),
            copy_of: body.copy_of.map(|role| role.0),
            words: words(body.grants, body.fields, body.givable_roles),
            reason: body.reason.map(String::from).unwrap_or_default(),
        }
    }
}

async fn created(call: &Call, role: Role) -> Result<Answer, Problem> {
    let place = format!("/roles/{}", role.key);
    let row = found(call, &role.key).await?;
    Ok(Answer::created(&RoleAnswer::new(&row, call.lang), &place))
}

/// Makes one.
pub async fn create(call: Call) -> Done {
    let body: NewRoleBody = call.body()?;
    let made = roles::create(&call.app.db, call.caller()?, &body.into()).await;
    created(&call, made.map_err(refused)?).await
}

/// The name of a copy.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CopyBody {
    name: Name,
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

/// Copies one.
pub async fn copy(call: Call) -> Done {
    let body: CopyBody = call.body()?;
    let source = found(&call, &key(&call)?).await?.role;
    let new = NewRole {
        name: body.name.0,
        description: source.description.clone(),
        set: source.is_set(),
        copy_of: Some(source.key),
        reason: body.reason.map(String::from).unwrap_or_default(),
        ..NewRole::default()
    };
    let made = roles::create(&call.app.db, call.caller()?, &new).await;
    created(&call, made.map_err(refused)?).await
}

/// What to change; what is absent stays, also a permission that `grants` does not name.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditRoleBody {
    #[schema(nullable = false)]
    name: Option<Name>,
    /// Null empties it.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<RoleDescription>)]
    description: Option<Option<RoleDescription>>,
    /// `none` takes a permission away.
    #[schema(nullable = false)]
    grants: Option<GrantMap>,
    /// `edit` frees a field in a role, `hidden` takes it out of a set.
    #[schema(nullable = false)]
    fields: Option<FieldRuleMap>,
    /// The keys of the roles and sets that its people may give, where it gives roles; null for any that their own rights
    /// cover, an empty list for none.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Vec<RoleRef>>, max_items = 200)]
    givable_roles: Option<Option<Vec<RoleRef>>>,
    /// `updated_at` of what was seen; another value refuses the edit.
    #[schema(nullable = false)]
    seen: Option<Instant>,
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

impl From<EditRoleBody> for RoleEdit {
    fn from(body: EditRoleBody) -> Self {
        let text = |text: Option<RoleDescription>| text.map(String::from).unwrap_or_default();
        Self {
            name: body.name.map(String::from),
            description: body.description.map(text),
            words: words(body.grants, body.fields, body.givable_roles),
            seen: body
                .seen
                .and_then(|at| at.0.parse::<jiff::Timestamp>().ok())
                .map(|at| Timestamp::from_micros(at.as_microsecond())),
            reason: body.reason.map(String::from).unwrap_or_default(),
        }
    }
}

/// Changes one.
pub async fn edit(call: Call) -> Done {
    let (key, edit) = (key(&call)?, call.body::<EditRoleBody>()?.into());
    let done = roles::edit(&call.app.db, call.caller()?, &key, &edit).await;
    let done = done.map_err(refused)?;
    let row = found(&call, &key).await?;
    Ok(Answer::ok(&ChangedRole {
        role: RoleAnswer::new(&row, call.lang),
        effect: done.effect.into(),
        changes: done.changes.into_iter().map(ChangeLine::from).collect(),
    }))
}

/// Answers what an edit would do.
pub async fn preview(call: Call) -> Done {
    let (key, edit) = (key(&call)?, call.body::<EditRoleBody>()?.into());
    let change = Change::Edit(&key, &edit);
    let seen = roles::preview(&call.app.db, call.caller()?, change).await;
    Ok(Answer::ok(&RolePreview::from(seen.map_err(refused)?)))
}

/// Makes one the account's default.
pub async fn make_default(call: Call) -> Done {
    let (key, body) = (key(&call)?, call.body::<ReasonBody>()?);
    let reason = body.words();
    let done = roles::make_default(&call.app.db, call.caller()?, &key, &reason).await;
    Ok(Answer::ok(&EffectAnswer::from(done.map_err(refused)?)))
}

/// Answers what a deletion would do.
pub async fn preview_deletion(call: Call) -> Done {
    let key = key(&call)?;
    let seen = roles::preview(&call.app.db, call.caller()?, Change::Delete(&key)).await;
    let effect = seen.map_err(refused)?.effect;
    Ok(Answer::ok(&EffectAnswer::from(effect)))
}

/// Deletes one.
pub async fn delete(call: Call) -> Done {
    let key = key(&call)?;
    let reason = call.query::<ReasonQuery>()?.words();
    let done = roles::delete(&call.app.db, call.caller()?, &key, &reason).await;
    Ok(Answer::ok(&EffectAnswer::from(done.map_err(refused)?)))
}

//! What goes over the wire about roles.

use std::borrow::Cow;
use std::collections::BTreeMap;

use seatwise_domain::authz::{Extent, FieldAccess, FieldRules, Givable};
use seatwise_domain::roles::{Holding, Preview, RoleError, RoleKind, RoleRow};
use serde::{Deserialize, Serialize};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::api::types::{Instant, RoleRef};
use crate::api::v1::audit::ChangeLine;
use crate::api::v1::effect::EffectAnswer;
use crate::locale::Lang;
use crate::problem::{Field, Problem};
use crate::role_words;

/// Whether something is a role or adds to roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum RoleKindWord {
    /// Says what its people may do.
    Role,
    /// Adds to what the roles of its people say.
    Set,
}

impl From<RoleKind> for RoleKindWord {
    fn from(kind: RoleKind) -> Self {
        match kind {
            RoleKind::Role => Self::Role,
            RoleKind::Set => Self::Set,
        }
    }
}

macro_rules! maps {
    ($($(#[$doc:meta])* $name:ident = $words:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Default, Deserialize, Serialize)]
        #[serde(transparent)]
        pub struct $name(pub BTreeMap<String, String>);

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                let word = ObjectBuilder::new()
                    .schema_type(Type::String)
                    .enum_values(Some($words))
                    .build();
                ObjectBuilder::new()
                    .schema_type(Type::Object)
                    .additional_properties(Some(Schema::Object(word)))
                    .max_properties(Some(600))
                    .into()
            }
        }
        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($name))
            }
        }
    )*};
}

maps! {
    /// How far each permission goes, by its word.
    GrantMap = Extent::CHOICES.map(|(word, _)| word);
    /// What may be done with fields of leads, by their names; those of the account's own begin with `fields.`.
    FieldRuleMap = FieldAccess::ALL.map(FieldAccess::as_str);
}

impl From<&FieldRules> for FieldRuleMap {
    fn from(rules: &FieldRules) -> Self {
        let words =
            |(field, access): (&str, FieldAccess)| (field.to_owned(), access.as_str().to_owned());
        Self(rules.iter().map(words).collect())
    }
}

/// A role or permission set.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoleAnswer {
    key: RoleRef,
    kind: RoleKindWord,
    /// What the account calls it; the program's own have a name in each language.
    name: String,
    description: String,
    /// True for the two that come with the program.
    built_in: bool,
    /// True for what those have who have no other role.
    is_default: bool,
    /// How many people hold it, given or by default.
    members: u64,
    /// What it gives; a permission that is not named is not given.
    grants: GrantMap,
    /// What it says of fields. In a role a field that is not named is free; a set lifts those that it names.
    fields: FieldRuleMap,
    /// The keys of the roles and sets that its people may give, where it gives roles; null for any that their own rights
    /// cover.
    givable_roles: Option<Vec<RoleRef>>,
    created_at: Instant,
    /// Given back as `seen` it refuses an edit that somebody else was faster with.
    updated_at: Instant,
}

impl RoleAnswer {
    /// The role in the reader's language.
    pub fn new(row: &RoleRow, lang: Lang) -> Self {
        let role = &row.role;
        Self {
            key: role.key.clone().into(),
            kind: role.kind.into(),
            name: role_words::of_role(lang, role),
            description: role_words::purpose(lang, role),
            built_in: role.key.is_built_in(),
            is_default: row.is_default,
            members: row.members,
            grants: GrantMap(role.grants.words()),
            fields: (&role.fields).into(),
            givable_roles: givable(role.grants.givable()),
            created_at: role.created_at.into(),
            updated_at: role.updated_at.into(),
        }
    }
}

fn givable(givable: &Givable) -> Option<Vec<RoleRef>> {
    let keys = givable.keys()?.iter();
    Some(
        keys.filter_map(|key| key.parse().ok())
            .map(RoleRef)
            .collect(),
    )
}

/// All roles and sets: the program's own first, then by name. There are 200 at most.
#[derive(Debug, Serialize, ToSchema)]
pub struct Roles {
    /// The roles and sets.
    pub items: Vec<RoleAnswer>,
}

/// What an edit would do; nothing was written.
#[derive(Debug, Serialize, ToSchema)]
pub struct RolePreview {
    /// In people.
    effect: EffectAnswer,
    /// In the role: old and new value of each permission and field.
    changes: Vec<ChangeLine>,
}

impl From<Preview> for RolePreview {
    fn from(preview: Preview) -> Self {
        Self {
            effect: preview.effect.into(),
            changes: preview.changes.into_iter().map(ChangeLine::from).collect(),
        }
    }
}

/// A role after an edit.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangedRole {
    /// The role as it is now.
    pub role: RoleAnswer,
    /// What the edit did in people.
    pub effect: EffectAnswer,
    /// What it did in the role.
    pub changes: Vec<ChangeLine>,
}

/// A role or set that somebody holds, or will.
#[derive(Debug, Serialize, ToSchema)]
pub struct HeldRole {
    key: RoleRef,
    kind: RoleKindWord,
    name: String,
    /// True when it is held because nothing else was given, or with the seat.
    by_default: bool,
    /// From when on; null when it was given at once.
    #[schema(required)]
    starts_at: Option<Instant>,
    /// Until when; null for good.
    #[schema(required)]
    expires_at: Option<Instant>,
    /// False for what begins later: it gives nothing yet.
    in_force: bool,
}

impl HeldRole {
    /// In the reader's language.
    pub fn new(held: Holding, lang: Lang) -> Self {
        Self {
            name: role_words::of_name(lang, &held.role),
            kind: held.role.kind.into(),
            key: held.role.key.into(),
            by_default: held.by_default,
            starts_at: held.starts_at.map(Instant::from),
            expires_at: held.expires_at.map(Instant::from),
            in_force: held.in_force,
        }
    }
}

/// What somebody holds, also what begins later.
#[derive(Debug, Serialize, ToSchema)]
pub struct HeldRoles {
    /// Roles, then sets.
    pub items: Vec<HeldRole>,
}

/// A refusal that names the permission or field it is about.
pub fn refused(error: RoleError) -> Problem {
    let place = match &error {
        RoleError::Draft(draft) => Some(draft.place()),
        _ => None,
    };
    let place =
        place.map(|(part, word)| format!("/{part}/{}", word.replace('~', "~0").replace('/', "~1")));
    let mut problem = Problem::from(error);
    if let Some(pointer) = place {
        problem.fields.push(Field {
            pointer,
            kind: problem.kind,
            values: problem.values.clone(),
        });
    }
    problem
}

//! Every refusal the product knows: a stable code, a class and the field it concerns; no HTTP words.

/// What kind of refusal it is; the doors map it to their own signals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// The input is wrong whatever the state is, and can be corrected.
    Invalid,
    /// The form of the input is right, but the present state forbids it: also a name or id that nothing here has.
    Conflict,
    /// Nobody is signed in.
    Unauthenticated,
    /// The person may see it, but not do this.
    Denied,
    /// There is no such thing, or the person may not know of it.
    Missing,
    /// Too many tries.
    TooMany,
    /// Too large to take.
    TooLarge,
    /// The same call may go through later.
    Retry,
    /// The disk is full.
    Full,
    /// A fault of ours.
    Internal,
}

/// One line of the problem table.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct ProblemKind {
    /// Public, never renamed: `no-free-seat`.
    pub code: &'static str,
    /// What kind of refusal it is.
    pub class: Class,
    /// The input field it belongs to, if there is one.
    pub field: Option<&'static str>,
}

/// An error that knows its line of the problem table.
pub trait ToProblem: std::error::Error {
    /// The line of the table.
    fn problem(&self) -> &'static ProblemKind;

    /// Values for the sentence, by the names that the text uses.
    fn values(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

macro_rules! problems {
    ($($name:ident = $code:literal, $class:ident $(at $field:literal)?;)*) => {
        $(
            #[doc = concat!("`", $code, "`")]
            pub static $name: ProblemKind = ProblemKind {
                code: $code,
                class: Class::$class,
                field: problems!(@field $($field)?),
            };
        )*
        /// The whole table, in the order of the source.
        pub static ALL: &[&ProblemKind] = &[$(&$name),*];
    };
    (@field) => { None };
    (@field $field:literal) => { Some($field) };
}

problems! {
    SIGN_IN_NEEDED       = "sign-in-needed",       Unauthenticated;
    SIGN_IN_FAILED       = "sign-in-failed",       Unauthenticated;
    SWITCHED_OFF         = "switched-off",         Denied;
    TOO_MANY_TRIES       = "too-many-tries",       TooMany;
    TOKEN_READ_ONLY      = "token-read-only",      Denied;
    DENIED               = "denied",               Denied;
    OUTRANKED            = "outranked",            Denied;
    OUTSIDE_PART         = "outside-part",         Denied;
    NOT_FOUND            = "not-found",            Missing;
    METHOD_NOT_ALLOWED   = "method-not-allowed",   Invalid;
    BAD_REQUEST          = "bad-request",          Invalid;
    MEDIA_TYPE           = "media-type-unsupported", Invalid;
    INPUT_INVALID        = "input-invalid",        Invalid;
    FIELD_MISSING        = "field-missing",        Invalid;
    FIELD_UNKNOWN        = "field-unknown",        Invalid;
    FIELD_TYPE           = "field-type",           Invalid;
    FIELD_TOO_SHORT      = "field-too-short",      Invalid;
    FIELD_TOO_LONG       = "field-too-long",       Invalid;
    FIELD_FORM           = "field-form",           Invalid;
    FIELD_CHOICE         = "field-choice",         Invalid;
    FIELD_TOO_SMALL      = "field-too-small",      Invalid;
    FIELD_TOO_LARGE      = "field-too-large",      Invalid;
    LIST_TOO_SHORT       = "list-too-short",       Invalid;
    LIST_TOO_LONG        = "list-too-long",        Invalid;
    TOO_LARGE            = "too-large",            TooLarge;
    CROSS_SITE           = "cross-site",           Denied;
    BUSY                 = "busy",                 Retry;
    DATABASE_GONE        = "database-gone",        Retry;
    DATABASE_READ_ONLY   = "database-read-only",   Retry;
    DISK_FULL            = "disk-full",            Full;
    INTERNAL             = "internal",             Internal;
    KEY_REUSED           = "idempotency-key-reused", Conflict;
    KEY_IN_DOUBT         = "idempotency-in-doubt", Conflict;

    EMAIL_INVALID        = "email-invalid",        Invalid at "email";
    EMAIL_NEEDED         = "email-needed",         Conflict at "email";
    LOGIN_NEEDED         = "login-needed",         Conflict at "login";
    NAME_NEEDED          = "name-needed",          Conflict at "name";
    PHONE_NEEDED         = "phone-needed",         Conflict at "phone";
    JOB_TITLE_NEEDED     = "job-title-needed",     Conflict at "job_title";
    GENDER_NEEDED        = "gender-needed",        Conflict at "gender";
    TEAM_NEEDED          = "team-needed",          Conflict at "teams";
    NOT_ASKED            = "field-not-asked",      Conflict;
    USER_FORM_NO_WAY_IN  = "user-form-no-way-in",  Conflict at "user_form";
    EMAIL_OR_LOGIN       = "email-or-login-needed", Invalid at "email";
    ONLY_WAY_IN          = "only-way-in",          Conflict at "email";
    EMAIL_TAKEN          = "email-taken",          Conflict at "email";
    EMAIL_OF_DEACTIVATED = "email-of-deactivated", Conflict at "email";
    EMAIL_IS_ALIAS       = "email-is-alias",       Conflict at "email";
    EMAIL_PENDING        = "email-pending",        Conflict at "email";
    EMAIL_OF_CONTACT     = "email-of-contact",     Conflict at "email";
    TOO_MANY_ALIASES     = "too-many-aliases",     Conflict at "email";
    LOGIN_INVALID        = "login-invalid",        Invalid at "login";
    LOGIN_TAKEN          = "login-taken",          Conflict at "login";
    NAME_INVALID         = "name-invalid",         Invalid at "name";
    PHONE_INVALID        = "phone-invalid",        Invalid at "phone";
    TEXT_INVALID         = "text-invalid",         Invalid;
    REASON_TOO_LONG      = "reason-too-long",      Invalid at "reason";
    LANGUAGE_UNKNOWN     = "language-unknown",     Invalid at "language";
    TIME_ZONE_UNKNOWN    = "time-zone-unknown",    Conflict at "time_zone";
    PICTURE_INVALID      = "picture-invalid",      Invalid at "picture";

    PASSWORD_TOO_SHORT   = "password-too-short",   Invalid at "password";
    PASSWORD_TOO_LONG    = "password-too-long",    Invalid at "password";
    PASSWORD_COMMON      = "password-common",      Invalid at "password";
    PASSWORD_BY_LINK     = "password-by-link",     Conflict at "password";
    PASSWORD_DUE         = "password-change-due",  Denied;
    PASSWORD_NEEDED      = "password-needed",      Invalid at "password";
    PASSWORD_WRONG       = "password-wrong",       Conflict at "current";
    LINK_INVALID         = "link-invalid",         Missing;
    LINK_EXPIRED         = "link-expired",         Conflict;

    NO_FREE_SEAT         = "no-free-seat",         Conflict;
    TRIAL_LIMIT          = "trial-limit",          Conflict;
    SEATS_IN_USE         = "seats-in-use",         Conflict at "bought";
    SEAT_COUNT_INVALID   = "seat-count-invalid",   Invalid at "bought";

    IS_OWNER             = "is-owner",             Conflict;
    IS_SELF              = "is-self",              Conflict;
    LAST_ADMIN           = "last-admin",           Conflict;
    ALREADY_DEACTIVATED  = "already-deactivated",  Conflict;
    NOT_DEACTIVATED      = "not-deactivated",      Conflict;
    NOT_PENDING          = "not-pending",          Conflict;
    NOT_YET_ACTIVE       = "not-yet-active",       Conflict;
    NOT_ACTIVE           = "not-active",           Conflict;
    NO_MAIL_ADDRESS      = "no-mail-address",      Conflict;
    ONLY_BLOCKING        = "only-blocking",        Conflict;
    LEVEL_UNKNOWN        = "level-unknown",        Invalid at "level";
    LEVEL_TOO_HIGH       = "level-too-high",       Denied at "level";
    ADMIN_NEEDS_SEAT     = "admin-needs-seat",     Conflict at "level";
    CHANGED_MEANWHILE    = "changed-meanwhile",    Conflict;

    NEW_OWNER_UNKNOWN    = "new-owner-unknown",    Conflict at "to";
    NEW_OWNER_IS_OWNER   = "new-owner-is-owner",   Conflict at "to";
    NEW_OWNER_PENDING    = "new-owner-pending",    Conflict at "to";
    NEW_OWNER_SUSPENDED  = "new-owner-suspended",  Conflict at "to";
    NEW_OWNER_DEACTIVATED = "new-owner-deactivated", Conflict at "to";
    NEW_OWNER_NEEDS_SEAT = "new-owner-needs-seat", Conflict at "to";
    NEW_OWNER_IS_SERVICE = "new-owner-is-service", Conflict at "to";
    NEW_OWNER_WITHOUT_PASSWORD = "new-owner-without-password", Conflict at "to";
    NOT_A_SERVICE_USER   = "not-a-service-user",   Conflict;
    SERVICE_USER_FIXED   = "service-user-fixed",   Conflict;
    OWNERSHIP_OFFERED    = "ownership-offered",    Conflict;
    OWNERSHIP_OFFER_GONE = "ownership-offer-gone", Conflict;
    TOKEN_DAYS_INVALID   = "token-days-invalid",   Invalid at "days";
    OFFER_DAYS_INVALID   = "offer-days-invalid",   Invalid at "days";

    HEIR_NEEDED          = "heir-needed",          Invalid at "to";
    HEIR_NOT_ACTIVE      = "heir-not-active",      Conflict at "to";
    HEIR_PENDING         = "heir-pending",         Conflict at "to";
    HEIR_SUSPENDED       = "heir-suspended",       Conflict at "to";
    HEIR_DEACTIVATED     = "heir-deactivated",     Conflict at "to";
    HEIR_NOT_WANTED      = "heir-not-wanted",      Invalid at "to";
    HEIR_IS_LEAVER       = "heir-is-leaver",       Conflict at "to";
    RECEIVER_OUT_OF_REACH = "receiver-out-of-reach", Denied at "to";
    OWNER_CANNOT_RECEIVE = "owner-cannot-receive", Conflict at "owner";
    STAGE_UNKNOWN        = "stage-unknown",        Conflict at "stage";
    VALUE_INVALID        = "value-invalid",        Invalid at "value";
    DATE_INVALID         = "date-invalid",         Invalid;
    PERIOD_INVALID       = "period-invalid",       Invalid at "to";
    TITLE_INVALID        = "title-invalid",        Invalid at "title";
    NOTE_INVALID         = "note-invalid",         Invalid at "text";
    EXTERNAL_ID_TAKEN    = "external-id-taken",    Conflict at "external_id";
    NOT_UNDOABLE         = "not-undoable",         Conflict;
    ALREADY_UNDONE       = "already-undone",       Conflict;
    UNDO_TOO_LATE        = "undo-too-late",        Conflict;
    UNDO_OUT_OF_REACH    = "undo-out-of-reach",    Denied;
    STILL_RUNNING        = "still-running",        Conflict;

    PLAN_WITHOUT_TEAMS   = "plan-without-teams",   Conflict at "teams_on";
    TEAM_UNKNOWN         = "team-unknown",         Conflict at "teams";
    TEAM_OUTSIDE_PART    = "team-outside-part",    Conflict at "teams";
    NEWCOMER_NEEDS_TEAM  = "newcomer-needs-team",  Conflict at "teams";
    NEWCOMER_NEEDS_POSITION = "newcomer-needs-position", Conflict at "position";
    LEADER_GONE          = "leader-deactivated",   Conflict;
    TEAM_NAME_TAKEN      = "team-name-taken",      Conflict at "name";
    GROUP_NAME_TAKEN     = "group-name-taken",     Conflict at "name";
    GROUP_IN_USE         = "group-in-use",         Conflict;
    GROUP_UNKNOWN        = "group-unknown",        Conflict at "parent";
    GROUP_CYCLE          = "group-cycle",          Conflict at "parent";
    GROUP_KIND_ABOVE     = "group-kind-above",     Conflict at "visible";
    GROUPS_FULL          = "groups-full",          Conflict;
    VISIBILITY_GROUP_ALREADY = "visibility-group-already", Conflict;
    VISIBILITY_GROUP_OVERLAP = "visibility-group-overlap", Conflict at "visible";
    POSITION_NAME_TAKEN  = "position-name-taken",  Conflict at "name";
    POSITION_UNKNOWN     = "position-unknown",     Conflict at "position";
    POSITION_CYCLE       = "position-cycle",       Conflict at "parent";
    POSITIONS_FULL       = "positions-full",       Conflict;
    MOVE_NOTHING         = "move-nothing",         Invalid;
    MOVE_UNDO_NOTHING    = "move-undo-nothing",    Conflict;
    PARTY_UNKNOWN        = "party-unknown",        Conflict at "with";
    PARTY_CANNOT_SIGN_IN = "party-cannot-sign-in", Conflict at "with";
    SHARE_WITH_OWNER     = "share-with-owner",     Conflict at "with";
    SHARE_WITH_SELF      = "share-with-self",      Conflict at "with";
    SHARE_BEYOND_OWN     = "share-beyond-own",     Denied at "access";
    SHARES_FULL          = "shares-full",          Conflict;
    RULE_TO_ITSELF       = "rule-to-itself",       Invalid at "to";
    RULE_EXISTS          = "rule-exists",          Conflict at "to";
    RULES_FULL           = "rules-full",           Conflict;
    ROLE_UNKNOWN         = "role-unknown",         Conflict at "role";
    ROLE_NAME_INVALID    = "role-name-invalid",    Invalid;
    ROLE_NAME_TAKEN      = "role-name-taken",      Conflict;
    ROLE_DESCRIPTION_INVALID = "role-description-invalid", Invalid at "description";
    ROLE_LIMIT           = "role-limit",           Conflict;
    ROLE_BUILT_IN        = "role-built-in",        Conflict;
    ROLE_IS_DEFAULT      = "role-is-default",      Conflict;
    ROLE_IS_SET          = "role-is-set",          Conflict;
    ROLE_OF_TEAM_SEATS   = "role-of-team-seats",   Conflict;
    ROLE_NEEDS_SEAT      = "role-needs-seat",      Conflict;
    NOBODY_CHOSEN        = "nobody-chosen",        Invalid;
    ROLE_NOT_GIVABLE     = "role-not-givable",     Denied at "role";
    ROLE_EXPIRY_PAST     = "role-expiry-past",     Conflict at "expires_at";
    ROLE_BEGINS_LATE     = "role-begins-late",     Invalid at "starts_at";
    PERMISSION_UNKNOWN   = "permission-unknown",   Invalid;
    PERMISSION_OWNERS    = "permission-owners",    Invalid;
    PERMISSION_WITHOUT_SEAT = "permission-without-seat", Conflict;
    EXTENT_UNKNOWN       = "extent-unknown",       Invalid;
    EXTENT_WITHOUT_REACH = "extent-without-reach", Invalid;
    EXTENT_OF_PEOPLE     = "extent-of-people",     Invalid;
    GIVABLE_UNKNOWN      = "givable-role-unknown", Conflict;
    ROLE_FIELD_UNKNOWN   = "role-field-unknown",   Conflict;
    FIELD_ACCESS_UNKNOWN = "field-access-unknown", Invalid;
    FIELD_HIDDEN         = "field-hidden",         Denied;
    FIELD_READ_ONLY      = "field-read-only",      Denied;
    SORT_HIDDEN          = "sort-hidden",          Denied at "sort";
    DATES_HIDDEN         = "dates-hidden",         Denied at "period";
    SLUG_TAKEN           = "account-address-taken", Conflict at "slug";
    SLUG_INVALID         = "account-address-invalid", Invalid at "slug";
    SETUP_DONE           = "setup-done",           Conflict;

    FILE_UNREADABLE      = "file-unreadable",      Invalid at "file";
    FILE_TOO_LARGE       = "file-too-large",       TooLarge at "file";
    MAPPING_INVALID      = "mapping-invalid",      Conflict at "mapping";
    IMPORT_STATE         = "import-state",         Conflict;
}

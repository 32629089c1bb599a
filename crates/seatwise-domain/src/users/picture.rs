//! Pictures of people: decoded within limits, cut square, made small and encoded anew (K3, K16, AB-126, AB-128).

use std::io::Cursor;

use image::imageops::FilterType;
use image::{ImageFormat, ImageReader, Limits};
use sha2::{Digest, Sha256};

use super::sql;
use crate::args;
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, EditOwn, EditUsers, Key, Scope, ViewUsers};
use crate::ids::{TenantId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::stmt;
use crate::store::{Db, Reads, StoreError, WriteTx};

/// The largest file that is taken, in bytes.
pub const PICTURE_BYTES: usize = 5 * 1024 * 1024;
const SIDE: u32 = 256;
const SIDE_MAX: u32 = 8_000;

/// Not a JPEG, PNG or WebP, too large, or broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a picture that can be taken")]
pub struct UnreadablePicture;

impl ToProblem for UnreadablePicture {
    fn problem(&self) -> &'static ProblemKind {
        &problem::PICTURE_INVALID
    }
}

/// A picture as it is kept.
pub(super) struct Prepared {
    etag: String,
    bytes: Vec<u8>,
}

/// Why a picture was not taken.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// Not allowed, and not his own.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such person.
    #[error("there is no such user")]
    NoSuchUser,
    /// It cannot be read.
    #[error(transparent)]
    Unreadable(#[from] UnreadablePicture),
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for PictureError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NoSuchUser => &problem::NOT_FOUND,
            Self::Unreadable(error) => error.problem(),
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}

stmt!(
    SAVE = "insert into user_pictures (tenant_id, user_id, etag, bytes) values ($1, $2, $3, $4)
            on conflict (tenant_id, user_id) do update set etag = excluded.etag, bytes = excluded.bytes",
    REMOVE = "delete from user_pictures where tenant_id = $1 and user_id = $2",
    NOTE = "update users set picture_etag = $3, updated_at = $4 where tenant_id = $1 and id = $2",
    FIND = "select etag, bytes from user_pictures where tenant_id = $1 and user_id = $2"
);

/// A JPEG of 256 by 256 pixels, without anything of the file that was sent but what is seen.
fn shrink(bytes: &[u8]) -> Option<Vec<u8>> {
    if bytes.len() > PICTURE_BYTES {
        return None;
    }
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .ok()?;
    if !matches!(
        reader.format(),
        Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)
    ) {
        return None;
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MAX);
    limits.max_image_height = Some(SIDE_MAX);
    limits.max_alloc = Some(256 * 1024 * 1024);
    reader.limits(limits);
    let picture = reader
        .decode()
        .ok()?
        .resize_to_fill(SIDE, SIDE, FilterType::Triangle)
        .to_rgb8();
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, ImageFormat::Jpeg).ok()?;
    Some(out.into_inner())
}

/// Makes of a file what is kept; touches no database.
pub(super) async fn prepare(
    bytes: Vec<u8>,
) -> Result<Result<Prepared, UnreadablePicture>, StoreError> {
    let small = tokio::task::spawn_blocking(move || shrink(&bytes))
        .await
        .map_err(|error| StoreError::Fault(Box::new(error)))?;
    Ok(small.ok_or(UnreadablePicture).map(|bytes| Prepared {
        etag: crate::ids::short_hash(&Sha256::digest(&bytes)),
        bytes,
    }))
}

/// Step: keeps a picture in the place of the one before.
pub(super) async fn save(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    picture: &Prepared,
) -> Result<(), StoreError> {
    let etag = picture.etag.as_str();
    tx.run(SAVE.with(args![tenant, user, etag, picture.bytes.clone()]))
        .await?;
    note(tx, tenant, user, Some(etag)).await
}

fn may(caller: &Caller, user: UserId) -> Result<(), Denied> {
    if caller.user() == Some(user) {
        return caller.scope::<EditOwn>().map(drop);
    }
    caller.scope::<EditUsers>().map(drop)
}

/// Refuses the picture of somebody outside the caller's part. A picture is no right, so that it is left to those, too,
/// who may do less than he whom it shows.
async fn reaches(
    tx: &mut WriteTx,
    caller: &Caller,
    user: UserId,
) -> Result<Result<(), Denied>, StoreError> {
    if caller.user() == Some(user) {
        return Ok(Ok(()));
    }
    caller.reaches(tx, Key::EditUsers, user).await
}

/// Sets a person's picture: his own, or anybody's with the right to edit people.
pub async fn set_picture(
    db: &Db,
    caller: &Caller,
    user: UserId,
    bytes: Vec<u8>,
    reason: &str,
) -> Result<String, PictureError> {
    may(caller, user)?;
    let reason = Reason::read(reason)?;
    let picture = prepare(bytes).await??;
    let mut tx = db.write().await?;
    let tenant = caller.tenant();
    let found = sql::lock(&mut tx, tenant, user)
        .await?
        .ok_or(PictureError::NoSuchUser)?;
    reaches(&mut tx, caller, user).await??;
    save(&mut tx, tenant, user, &picture).await?;
    let event = Event::new(EventKind::PictureChanged)
        .on(SubjectKind::User, user, found.name)
        .change("picture", found.picture, picture.etag.as_str())
        .reason(&reason);
    tx.commit(Audit::of(caller.actor(), event)).await?;
    Ok(picture.etag)
}

/// Removes a person's picture; where there is none, nothing is written.
pub async fn remove_picture(
    db: &Db,
    caller: &Caller,
    user: UserId,
    reason: &str,
) -> Result<(), PictureError> {
    may(caller, user)?;
    let reason = Reason::read(reason)?;
    let mut tx = db.write().await?;
    let tenant = caller.tenant();
    let found = sql::lock(&mut tx, tenant, user)
        .await?
        .ok_or(PictureError::NoSuchUser)?;
    reaches(&mut tx, caller, user).await??;
    let Some(before) = found.picture else {
        return Ok(());
    };
    tx.run(REMOVE.with(args![tenant, user])).await?;
    note(&mut tx, tenant, user, None).await?;
    let event = Event::new(EventKind::PictureChanged)
        .on(SubjectKind::User, user, found.name)
        .change("picture", before, serde_json::Value::Null)
        .reason(&reason);
    tx.commit(Audit::of(caller.actor(), event)).await?;
    Ok(())
}

async fn note(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    etag: Option<&str>,
) -> Result<(), StoreError> {
    let now = tx.now();
    tx.run(NOTE.with(args![tenant, user, etag, now]))
        .await
        .map(drop)
}

/// A person's picture as JPEG, with its etag, for whoever may see the person (AB-130).
pub async fn picture(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    user: UserId,
) -> Result<Option<(String, Vec<u8>)>, StoreError> {
    read(tx, scope.tenant(), user).await
}

/// The caller's own picture, also for who may see nobody else.
pub async fn own_picture(
    tx: &mut impl Reads,
    scope: &Scope<EditOwn>,
) -> Result<Option<(String, Vec<u8>)>, StoreError> {
    match scope.user() {
        Some(user) => read(tx, scope.tenant(), user).await,
        None => Ok(None),
    }
}

async fn read(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
) -> Result<Option<(String, Vec<u8>)>, StoreError> {
    match tx.row(FIND.with(args![tenant, user])).await? {
        Some(row) => {
            let mut row = row.reader();
            Ok(Some((row.text()?, row.bytes()?)))
        }
        None => Ok(None),
    }
}

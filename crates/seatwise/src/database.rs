//! Opening the database for a command, and what to say when it is not as it should be.

use std::path::{Path, PathBuf};

use seatwise_domain::clock::{Clock, SystemClock};
use seatwise_domain::ids::Ids;
use seatwise_domain::store::{Db, SchemaState, migrations};

use crate::config::Config;
use crate::failure::{Exit, Failure};

/// What a command does about the schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schema {
    /// Refuses unless it fits.
    MustFit,
    /// Makes a new one in an empty database, and refuses an old one.
    MayBeNew,
    /// Brings it up to date.
    Migrate,
}

/// What a migration did.
#[derive(Debug, serde::Serialize)]
pub struct Migrated {
    /// How many migrations ran.
    pub ran: usize,
    /// The schema version now.
    pub version: i64,
    /// The copy of an embedded database that was made before.
    pub backup: Option<PathBuf>,
}

/// Opens the database of the settings with the machine's clock.
pub async fn open(config: &Config, schema: Schema) -> Result<Db, Failure> {
    open_at(config, schema, SystemClock).await
}

/// Like [`open`], with another clock.
pub async fn open_at(config: &Config, schema: Schema, clock: impl Clock) -> Result<Db, Failure> {
    let file = config.database.url.strip_prefix("sqlite:").map(Path::new);
    if let Some(file) = file {
        if schema == Schema::MustFit && !file.exists() {
            return Err(no_database(file));
        }
        make_folder(file.parent().unwrap_or(Path::new(".")))?;
    }
    let db = Db::open(&config.database, clock, Ids::from_system()).await?;
    match (schema, db.schema_state().await?) {
        (_, SchemaState::Current) => {}
        (Schema::Migrate, _) | (Schema::MayBeNew, SchemaState::Empty) => {
            migrate(&db, config).await?;
        }
        (_, state) => return Err(does_not_fit(state)),
    }
    Ok(db)
}

/// Opens a database that is there, whatever its schema is.
pub async fn open_existing(config: &Config) -> Result<Db, Failure> {
    if let Some(file) = config.database.url.strip_prefix("sqlite:").map(Path::new)
        && !file.exists()
    {
        return Err(no_database(file));
    }
    open_unmigrated(config).await
}

/// Opens the database whatever its schema is.
pub async fn open_unmigrated(config: &Config) -> Result<Db, Failure> {
    if let Some(file) = config.database.url.strip_prefix("sqlite:").map(Path::new) {
        make_folder(file.parent().unwrap_or(Path::new(".")))?;
    }
    Ok(Db::open(&config.database, SystemClock, Ids::from_system()).await?)
}

/// Brings the schema up to date; an embedded database that holds something is copied before.
pub async fn migrate(db: &Db, config: &Config) -> Result<Migrated, Failure> {
    let state = db.schema_state().await?;
    let mut backup = None;
    if let (SchemaState::Behind(missing), Some(file)) = (state, db.file()) {
        let copy = copy_name(db, config, file, missing);
        make_folder(copy.parent().unwrap_or(Path::new(".")))?;
        db.copy_to(&copy).await?;
        tracing::info!(copy = %copy.display(), "the database was copied before its migration");
        backup = Some(copy);
    }
    let before = db.migrate().await?;
    let ran = match before {
        SchemaState::Empty => migrations().len(),
        SchemaState::Behind(missing) => missing,
        SchemaState::Current | SchemaState::Newer(_) => 0,
    };
    if ran > 0 {
        tracing::info!(ran, version = newest(), "the schema was brought up to date");
    }
    Ok(Migrated {
        ran,
        version: newest(),
        backup,
    })
}

/// The schema version of this program.
pub fn newest() -> i64 {
    migrations().last().map_or(0, |migration| migration.version)
}

/// Makes a folder that only its owner can read: it will hold addresses and hashes of passwords.
pub fn make_folder(path: &Path) -> Result<(), Failure> {
    if path.as_os_str().is_empty() || path.is_dir() {
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(path)
        .map_err(|error| Failure::io(path, &error))
}

fn no_database(file: &Path) -> Failure {
    let message = format!(
        "there is no database at {}; `seatwise serve` makes one",
        file.display()
    );
    Failure::new(Exit::Missing, "no-database", message)
}

fn copy_name(db: &Db, config: &Config, file: &Path, missing: usize) -> PathBuf {
    let version = newest() - i64::try_from(missing).unwrap_or_default();
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let moment = db.now().to_jiff().strftime("%Y%m%dT%H%M%S%6fZ");
    let name = format!("{stem}-schema-{version}-{moment}.db");
    config.data.join("backups").join(name)
}

/// Why a command does not work with a schema.
pub fn does_not_fit(state: SchemaState) -> Failure {
    let message = match state {
        SchemaState::Empty => {
            "the database is empty; `seatwise serve` or `seatwise tenant create` sets it up"
                .to_owned()
        }
        SchemaState::Newer(version) => format!(
            "the database has schema version {version}, this program knows {}: start the newer program, or restore the backup from before",
            newest()
        ),
        _ => "the database is from an older version; run `seatwise migrate` first".to_owned(),
    };
    Failure::new(Exit::Schema, "schema", message)
}

//! What came to a standstill, because its job was given up; somebody must go on with it or take it back.

use serde::{Deserialize, Serialize};

use super::{Import, ImportState, RunImport, SendActivations, UndoImport, word_enum};
use crate::ids::{ImportId, JobId, TenantId};
use crate::jobs::{self, GivenUp, Job};
use crate::store::{Reads, StoreError};

word_enum! {
    /// Why a run, an undo or the sending of mails stopped.
    Stopped {
        /// Whoever started it may not do so any more, or left.
        StarterMayNot = "starter-may-not",
        /// Each try failed; the log of the server has the cause.
        Failed = "failed",
    }
}

const KINDS: [&str; 3] = [RunImport::KIND, UndoImport::KIND, SendActivations::KIND];

/// The work of an import that was given up.
#[derive(Debug, Clone)]
pub(super) struct GivenUpWork {
    pub job: JobId,
    pub why: Stopped,
    pub work: Work,
}

#[derive(Debug, Clone)]
pub(super) enum Work {
    Run(RunImport),
    Undo(UndoImport),
    Mails(SendActivations),
}

impl Work {
    fn read(job: GivenUp) -> Option<Self> {
        let payload = job.payload;
        match job.kind.as_str() {
            RunImport::KIND => serde_json::from_value(payload).ok().map(Self::Run),
            UndoImport::KIND => serde_json::from_value(payload).ok().map(Self::Undo),
            SendActivations::KIND => serde_json::from_value(payload).ok().map(Self::Mails),
            _ => None,
        }
    }

    const fn import(&self) -> ImportId {
        match self {
            Self::Run(job) => job.import,
            Self::Undo(job) => job.import,
            Self::Mails(job) => job.import,
        }
    }

    /// The state in which an import waits for this work.
    const fn state(&self) -> ImportState {
        match self {
            Self::Run(_) => ImportState::Running,
            Self::Undo(_) => ImportState::Undoing,
            Self::Mails(_) => ImportState::Done,
        }
    }
}

/// What was given up of these imports and is still to be done, by one statement for all of them.
async fn given_up(
    tx: &mut impl Reads,
    tenant: TenantId,
    imports: &[Import],
) -> Result<Vec<GivenUpWork>, StoreError> {
    let may = |import: &Import| {
        let mailed = import.state == ImportState::Done && import.mailed_at.is_some();
        mailed || matches!(import.state, ImportState::Running | ImportState::Undoing)
    };
    if !imports.iter().any(may) {
        return Ok(Vec::new());
    }
    let found = jobs::given_up(tx, tenant, &KINDS).await?;
    let all = found.into_iter().filter_map(|job| {
        let (id, why) = (job.id, job.starter_may_not);
        let why = if why {
            Stopped::StarterMayNot
        } else {
            Stopped::Failed
        };
        let work = Work::read(job)?;
        Some(GivenUpWork { job: id, why, work })
    });
    let waited_for = |given_up: &GivenUpWork| {
        let work = &given_up.work;
        imports
            .iter()
            .any(|import| import.id == work.import() && import.state == work.state())
    };
    Ok(all.filter(waited_for).collect())
}

/// What was given up of one import and is still to be done.
pub(super) async fn of(
    tx: &mut impl Reads,
    tenant: TenantId,
    import: &Import,
) -> Result<Vec<GivenUpWork>, StoreError> {
    given_up(tx, tenant, std::slice::from_ref(import)).await
}

/// Says of each import whether it stopped, and why.
pub(super) async fn tell(
    tx: &mut impl Reads,
    tenant: TenantId,
    imports: &mut [Import],
) -> Result<(), StoreError> {
    for given_up in given_up(tx, tenant, imports).await? {
        let id = given_up.work.import();
        for import in imports.iter_mut().filter(|import| import.id == id) {
            import.stopped = Some(given_up.why);
        }
    }
    Ok(())
}

//! What people and leads have in common: judge a batch, then do what the verdicts say.

use std::future::Future;

use super::judge::{Frame, Judged, RawRow};
use crate::audit::Event;
use crate::authz::{Caller, RunImports, Scope};
use crate::ids::{EventId, ImportId};
use crate::store::{Reads, StoreError, WriteTx};

/// Under which import and event effects are kept, and in whose name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Effect<'c> {
    pub import: ImportId,
    pub event: EventId,
    pub caller: &'c Caller,
}

/// A kind of import. A value lives for a dry run or a run and remembers what the rows so far have claimed.
pub(super) trait Kind: Sized + Send {
    /// What a good row says.
    type Draft: Send + Sync;

    fn new(frame: Frame) -> Self;

    /// Remembers what rows of an earlier part of the run have claimed.
    fn reclaim(&mut self, rows: &[RawRow]);

    /// Gives each row its verdict. The dry run and the run both call this and nothing else.
    fn judge(
        &mut self,
        tx: &mut impl Reads,
        caller: &Caller,
        scope: &Scope<RunImports>,
        rows: &[RawRow],
    ) -> impl Future<Output = Result<Vec<Judged<Self::Draft>>, StoreError>> + Send;

    /// Does what the verdicts say, with a statement for hundreds of rows; gives the lines of the audit log.
    fn apply(
        &mut self,
        tx: &mut WriteTx,
        scope: &Scope<RunImports>,
        effect: &Effect<'_>,
        judged: &mut [Judged<Self::Draft>],
    ) -> impl Future<Output = Result<Vec<Event>, StoreError>> + Send;
}

//! The list of people as a file.

use super::list::UserFilter;
use crate::api::call::{Answer, Call};
use crate::api::operation::Done;
use crate::export::{self, Format};

/// As CSV.
pub async fn csv(call: Call) -> Done {
    answer(call, Format::Csv).await
}

/// As a workbook.
pub async fn xlsx(call: Call) -> Done {
    answer(call, Format::Xlsx).await
}

async fn answer(call: Call, format: Format) -> Done {
    let filter = call.query::<UserFilter>()?.filter();
    let bytes = export::users(&call.app.db, call.caller()?, &filter, call.lang, format).await?;
    let name = format!("users.{}", format.ending());
    Ok(Answer::file(format.media(), &name, bytes.into()))
}

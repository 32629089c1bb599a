//! Pages, as a browser without scripts sees them.

mod frame;
mod imports;
mod leads;

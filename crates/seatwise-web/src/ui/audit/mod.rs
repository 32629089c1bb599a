//! The audit log: the list, one entry, and the words for both.

pub mod list;
pub mod show;
mod words;

pub use words::{
    Subject, about, actor, icon, kind_words, label, sentence, source, subject_href, values,
};

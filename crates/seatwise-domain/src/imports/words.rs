//! What columns are called, in five languages. The words stand in `header_words.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::ImportKind;
use super::map::Field;
use crate::text::name_key;

/// A header as it is compared: folded, with every mark as a blank.
pub(super) fn folded(header: &str) -> String {
    let plain: String = header
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                ' '
            }
        })
        .collect();
    name_key(&plain)
}

/// The field that a header names.
pub(super) fn field_of(kind: ImportKind, header: &str) -> Option<Field> {
    WORDS.get(&(kind, folded(header))).copied()
}

static WORDS: LazyLock<HashMap<(ImportKind, String), Field>> = LazyLock::new(|| {
    let lines = include_str!("header_words.txt").lines();
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.flat_map(words_of).collect()
});

fn words_of(line: &str) -> Vec<((ImportKind, String), Field)> {
    let (target, words) = line.split_once(" = ").expect("`kind.field = words`");
    let (kind, field) = target.split_once('.').expect("a kind and a field");
    let kind: ImportKind = kind.parse().expect("a kind of import");
    let field: Field = field.parse().expect("a field of the import");
    words
        .split(" | ")
        .map(|word| ((kind, folded(word)), field))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_line_of_the_words_is_understood_and_no_word_means_two_fields() {
        let lines = include_str!("header_words.txt").lines();
        let count: usize = lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(|line| {
                let words: HashSet<_> = words_of(line).into_iter().map(|(word, _)| word).collect();
                words.len()
            })
            .sum();
        assert_eq!(count, WORDS.len());
    }
}

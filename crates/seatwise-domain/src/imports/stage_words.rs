//! Stages as files call them, and which further fields name a lead.

use super::words::folded;
use crate::records::Stage;

/// The program's own stages in five languages.
const WORDS: &[(&str, &[&str])] = &[
    (
        "prospecting",
        &["akquise", "interessent", "поиск", "пошук", "寻找客户"],
    ),
    (
        "engaging",
        &[
            "in bearbeitung",
            "im gespräch",
            "в работе",
            "переговоры",
            "в роботі",
            "переговори",
            "跟进中",
        ],
    ),
    (
        "won",
        &[
            "closed won",
            "gewonnen",
            "выиграно",
            "выиграна",
            "виграно",
            "виграна",
            "赢单",
            "已赢单",
            "成交",
        ],
    ),
    (
        "lost",
        &[
            "closed lost",
            "verloren",
            "проиграно",
            "проиграна",
            "програно",
            "програна",
            "输单",
            "已输单",
        ],
    ),
    (
        "cancelled",
        &[
            "canceled",
            "storniert",
            "abgebrochen",
            "отменено",
            "отменена",
            "скасовано",
            "скасована",
            "已取消",
        ],
    ),
];

/// The stage that a text means: by key, by the account's own word, or by the program's words.
pub(super) fn find<'s>(stages: &'s [Stage], text: &str) -> Option<&'s Stage> {
    let wanted = folded(text);
    let named = |stage: &&Stage| {
        folded(stage.key.as_str()) == wanted
            || stage
                .label
                .as_deref()
                .is_some_and(|label| folded(label) == wanted)
    };
    stages.iter().find(named).or_else(|| {
        let (key, _) = WORDS
            .iter()
            .find(|(_, words)| words.iter().any(|word| folded(word) == wanted))?;
        stages.iter().find(|stage| stage.key.as_str() == *key)
    })
}

/// Further fields that together name a lead, the customer first.
const CUSTOMER: &[&str] = &[
    "account",
    "company",
    "customer",
    "client",
    "organisation",
    "organization",
    "firma",
    "kunde",
    "unternehmen",
    "компания",
    "клиент",
    "компанія",
    "клієнт",
    "公司",
    "客户",
];
const PRODUCT: &[&str] = &["product", "produkt", "продукт", "товар", "产品"];

/// The place of a further field in the name of a lead.
pub(super) fn title_rank(key: &str) -> Option<usize> {
    let key = folded(key);
    let within = |words: &[&str]| words.iter().any(|word| folded(word) == key);
    if within(CUSTOMER) {
        Some(0)
    } else {
        within(PRODUCT).then_some(1)
    }
}

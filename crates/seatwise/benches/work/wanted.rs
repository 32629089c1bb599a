//! Which rows are to be measured.

/// What the command line asks for.
pub struct Wanted {
    words: Vec<String>,
    /// Without the large ones.
    pub quick: bool,
}

impl Wanted {
    /// From the command line.
    pub fn from_arguments() -> Self {
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        let is_flag = |argument: &&String| argument.starts_with("--");
        Self {
            quick: arguments.iter().any(|argument| argument == "--quick"),
            words: arguments.iter().filter(|a| !is_flag(a)).cloned().collect(),
        }
    }

    /// True when a row of this name is to be measured.
    pub fn has(&self, name: &str) -> bool {
        self.words.is_empty() || self.words.iter().any(|word| name.contains(word.as_str()))
    }
}

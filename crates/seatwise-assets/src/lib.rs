//! The browser files of Seatwise (style sheet, scripts, icons, fonts), embedded with a content hash in each name.

/// One embedded file.
#[derive(Debug)]
pub struct Asset {
    /// Its hashed name, as in `app-1a2b3c.css`.
    pub path: &'static str,
    /// The file as it is.
    pub bytes: &'static [u8],
    /// The same, compressed with Brotli, where that is smaller.
    pub br: Option<&'static [u8]>,
    /// The same, compressed with gzip, where that is smaller.
    pub gz: Option<&'static [u8]>,
    /// Its media type, with the character set for text.
    pub mime: &'static str,
    /// A strong entity tag with its quotes.
    pub etag: &'static str,
}

#[derive(Debug)]
struct Entry {
    name: &'static str,
    url: &'static str,
    asset: Asset,
}

include!(concat!(env!("OUT_DIR"), "/table.rs"));

/// The file with this hashed name.
pub fn find(path: &str) -> Option<&'static Asset> {
    TABLE
        .iter()
        .map(|entry| &entry.asset)
        .find(|asset| asset.path == path)
}

/// The address of a file by its plain name: `app.css` is at `/static/app-1a2b3c.css`.
///
/// Empty for a name that is not embedded; the test of the page frame looks for that.
pub fn url(name: &str) -> &'static str {
    TABLE
        .iter()
        .find(|entry| entry.name == name)
        .map_or("", |entry| entry.url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_by_the_address_that_pages_use() {
        for name in [
            "app.css",
            "app.js",
            "theme.js",
            "htmx.js",
            "icons.svg",
            "logo.svg",
            "THIRD-PARTY.txt",
        ] {
            let path = url(name)
                .strip_prefix("/static/")
                .expect("every name has an address");
            let asset = find(path).expect("every address has a file");
            assert!(!asset.bytes.is_empty());
            assert!(
                asset.br.is_some_and(|twin| twin.len() < asset.bytes.len()),
                "{name}"
            );
        }
    }

    #[test]
    fn the_style_sheet_and_the_scripts_keep_their_budget() {
        let size = |name: &str| {
            find(&url(name)[8..])
                .and_then(|asset| asset.gz)
                .map_or(usize::MAX, <[u8]>::len)
        };
        assert!(
            size("app.css") <= 35 * 1024,
            "style sheet: {}",
            size("app.css")
        );
        assert!(size("app.js") <= 8 * 1024, "script: {}", size("app.js"));
    }
}

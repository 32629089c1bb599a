//! Builds the browser files of `frontend/` and writes the table that `lib.rs` includes.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fmt::Write as _};

/// The list of the browser files in their folder.
const MANIFEST: &str = "manifest.tsv";

fn main() {
    let crate_dir =
        PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo names the crate's folder"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names the output folder"));
    let frontend = crate_dir.join("../../frontend");
    for name in [
        "package.json",
        "package-lock.json",
        ".npmrc",
        "build.mjs",
        "src",
    ] {
        println!("cargo::rerun-if-changed={}", frontend.join(name).display());
    }
    // The style sheet holds the classes that the templates use.
    println!(
        "cargo::rerun-if-changed={}",
        crate_dir.join("../seatwise-web/templates").display()
    );
    println!("cargo::rerun-if-env-changed=SEATWISE_ASSETS");

    // Cargo shows the sentence and fails the build.
    if let Err(why) = prepare(&frontend, &out) {
        println!("cargo::error={why}");
    }
}

fn prepare(frontend: &Path, out: &Path) -> Result<(), String> {
    let dist = match env::var_os("SEATWISE_ASSETS") {
        Some(folder) => {
            let folder = PathBuf::from(folder);
            let manifest = folder.join(MANIFEST);
            println!("cargo::rerun-if-changed={}", manifest.display());
            folder
        }
        // What this script writes itself must not be named to cargo: it is always newer than the script's start, so
        // that each build would begin with this crate, and go on with the pages.
        None => build(frontend, out)?,
    };
    let code = table(&dist)?;
    fs::write(out.join("table.rs"), code)
        .map_err(|e| format!("{} is not writable: {e}", out.display()))
}

/// Runs npm and the bundler; a file lock keeps two builds of the same checkout apart.
fn build(frontend: &Path, out: &Path) -> Result<PathBuf, String> {
    let lock = File::create(frontend.join(".build.lock"))
        .map_err(|e| format!("{} is not writable: {e}", frontend.display()))?;
    lock.lock()
        .map_err(|e| format!("the lock of the browser build cannot be taken: {e}"))?;
    install(frontend)?;
    let dist = out.join("dist");
    let mut bundle = Command::new("node");
    bundle.current_dir(frontend).arg("build.mjs").arg(&dist);
    if env::var_os("PROFILE").is_some_and(|profile| profile == "release") {
        bundle.arg("--release");
    }
    run(&mut bundle, "build.mjs")?;
    Ok(dist)
}

/// Installs the packages of the lock file, unless the stamp says that they are there.
fn install(frontend: &Path) -> Result<(), String> {
    let mut hasher = DefaultHasher::new();
    for name in ["package.json", "package-lock.json"] {
        fs::read(frontend.join(name))
            .map_err(|e| format!("frontend/{name}: {e}"))?
            .hash(&mut hasher);
    }
    let wanted = format!("{:016x}", hasher.finish());
    let stamp = frontend.join("node_modules/.seatwise-stamp");
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    run(
        Command::new("npm")
            .current_dir(frontend)
            .args(["ci", "--ignore-scripts"]),
        "npm ci",
    )?;
    fs::write(&stamp, wanted).map_err(|e| format!("{}: {e}", stamp.display()))
}

fn run(command: &mut Command, what: &str) -> Result<(), String> {
    let done = command.output().map_err(|e| {
        format!(
            "Seatwise's pages are built with Node 20 or newer and npm, and `{}` could not be started ({e}); \
             install Node, or set SEATWISE_ASSETS to a folder of finished browser files",
            command.get_program().display()
        )
    })?;
    if done.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&done.stderr);
    Err(format!(
        "{what} failed: {}",
        said.trim().replace('\n', " | ")
    ))
}

/// Writes the Rust source of the table from `manifest.tsv`: name, file, type and hash of each file.
fn table(dist: &Path) -> Result<String, String> {
    let manifest = dist.join(MANIFEST);
    let lines =
        fs::read_to_string(&manifest).map_err(|e| format!("{}: {e}", manifest.display()))?;
    let dist = fs::canonicalize(dist).map_err(|e| format!("{}: {e}", dist.display()))?;
    let mut code = String::from("pub(crate) static TABLE: &[Entry] = &[\n");
    for line in lines.lines() {
        let [name, file, mime, hash] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(format!(
                "{} has a line that is not four fields: {line}",
                manifest.display()
            ));
        };
        let twin = |end: &str| {
            let path = dist.join(format!("{file}.{end}"));
            if path.exists() {
                format!("Some(include_bytes!({:?}))", path.to_string_lossy())
            } else {
                "None".to_owned()
            }
        };
        writeln!(
            code,
            "    Entry {{ name: {name:?}, url: {:?}, asset: Asset {{ path: {file:?}, bytes: include_bytes!({:?}), \
             br: {}, gz: {}, mime: {mime:?}, etag: {:?} }} }},",
            format!("/static/{file}"),
            dist.join(file).to_string_lossy(),
            twin("br"),
            twin("gz"),
            format!("\"{hash}\""),
        )
        .expect("a string takes text");
    }
    code.push_str("];\n");
    Ok(code)
}

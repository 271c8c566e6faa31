//! Files that are there whole or not at all.

use crate::failure::Failure;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Writes a file beside its place and moves it there, so that no half-written one is ever found. A link stays one: what
/// it leads to is written. A device or a pipe is written to as it is.
pub(crate) fn write(target: &Path, bytes: &[u8]) -> Result<(), Failure> {
    try_write(target, bytes).map_err(|error| Failure::file(&target.display().to_string(), &error))
}

fn try_write(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = &fs::canonicalize(target).unwrap_or_else(|_| target.to_path_buf());
    let before = fs::metadata(target).ok();
    if before.as_ref().is_some_and(|before| !before.is_file() && !before.is_dir()) {
        return fs::OpenOptions::new().write(true).open(target)?.write_all(bytes);
    }
    let mut name = target.file_name().ok_or(io::ErrorKind::IsADirectory)?.to_os_string();
    name.push(format!(".{}.part", std::process::id()));
    let part = target.with_file_name(name);
    let written = fs::File::create(&part).and_then(|mut file| {
        if let Some(before) = before {
            file.set_permissions(before.permissions())?;
        }
        file.write_all(bytes)?;
        file.sync_all()
    });
    let done = written.and_then(|()| fs::rename(&part, target));
    if done.is_err() {
        let _ = fs::remove_file(&part);
    }
    done
}

//! Files that are there whole or not at all.

use crate::failure::Failure;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Writes a file beside its place and moves it there, so that no half-written one is ever found.
pub(crate) fn write(target: &Path, bytes: &[u8]) -> Result<(), Failure> {
    try_write(target, bytes).map_err(|error| Failure::file(&target.display().to_string(), &error))
}

fn try_write(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = target.file_name().ok_or(io::ErrorKind::IsADirectory)?.to_os_string();
    name.push(format!(".{}.part", std::process::id()));
    let part = target.with_file_name(name);
    let written = fs::File::create(&part).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let done = written.and_then(|()| fs::rename(&part, target));
    if done.is_err() {
        let _ = fs::remove_file(&part);
    }
    done
}

//! What each system does in a way of its own.

use std::{fs::File, io};

/// Hands everything written in the file system of a folder to the disk. Only Linux says whether that went well.
#[cfg(target_os = "linux")]
pub fn flush(folder: &File) -> io::Result<()> {
    Ok(rustix::fs::syncfs(folder)?)
}

/// The same elsewhere, of all file systems.
#[cfg(not(target_os = "linux"))]
pub fn flush(_: &File) -> io::Result<()> {
    rustix::fs::sync();
    Ok(())
}

//! Files that are given, and what is said where one cannot be used.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;

/// The text of a file.
pub(crate) fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|fault| unusable(path, &fault))
}

/// A file to be read bit by bit.
pub(crate) fn open(path: &Path) -> Result<File, String> {
    File::open(path).map_err(|fault| unusable(path, &fault))
}

/// Why a file cannot be used, in both languages; the command writes its name before the first line.
pub(crate) fn unusable(path: &Path, fault: &io::Error) -> String {
    let name = path.display();
    let (zh, en) = match fault.kind() {
        ErrorKind::NotFound => ("没有这个文件或文件夹", "there is no such file or folder"),
        ErrorKind::AlreadyExists => (
            "已经有这个文件，不会覆盖它；请换一个名字",
            "this file is there already and is not written over; give another name",
        ),
        ErrorKind::PermissionDenied => ("没有权限读写它", "it may not be read or written by you"),
        ErrorKind::IsADirectory => ("这是文件夹，不是文件", "this is a folder and no file"),
        ErrorKind::InvalidData => ("不是 UTF-8 文本", "it is no text in UTF-8"),
        ErrorKind::StorageFull => ("磁盘满了", "the disk is full"),
        _ => return format!("{name}：读写不了：{fault}\nassess: {name}: it cannot be read or written: {fault}"),
    };
    format!("{name}：{zh}\nassess: {name}: {en}")
}

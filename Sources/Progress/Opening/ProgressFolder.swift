import Glibc

/// The folder that holds the learner's record, and the file in it.
struct ProgressFolder {
  /// The folder's path.
  let path: String

  /// The database's path.
  var database: String { path + "/progress.sqlite" }

  /// Makes the folder, every missing one above it, and an empty file, all for the user alone.
  ///
  /// What exists already keeps its permissions: they may have been chosen. An empty file is an
  /// empty database to SQLite, which gives the files it puts beside it the same permissions.
  ///
  /// - Throws: ``ProgressError`` with the reason in the system's words.
  func create() throws(ProgressError) {
    try createFolder(path)
    try createFile()
  }

  private func createFolder(_ path: String) throws(ProgressError) {
    if mkdir(path, 0o700) == 0 { return }
    var code = errno
    if code == ENOENT, let parent = Self.parent(of: path) {
      try createFolder(parent)
      if mkdir(path, 0o700) == 0 { return }
      code = errno
    }
    guard code == EEXIST else { throw ProgressError(path: path, reason: .folder(words(code))) }
    guard kind(of: path) == S_IFDIR else {
      throw ProgressError(path: path, reason: .folder("it is a file"))
    }
  }

  /// Makes the file if there is none, and never opens one that exists: closing a descriptor of it
  /// would drop the locks SQLite holds on it in this process.
  private func createFile() throws(ProgressError) {
    let descriptor = open(database, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
      return
    }
    let code = errno
    guard code == EEXIST else {
      throw ProgressError(path: database, reason: .file(words(code)))
    }
    guard kind(of: database) == S_IFREG else {
      throw ProgressError(path: database, reason: .file("it is no ordinary file"))
    }
  }

  /// The file type bits behind a path, links followed; nil where nothing can be read there.
  private func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  private func words(_ code: CInt) -> String {
    String(cString: strerror(code)).lowercased()
  }

  /// The path without its last part; nil where only the root or a relative name is left.
  private static func parent(of path: String) -> String? {
    var rest = path[...]
    while rest.count > 1, rest.last == "/" { rest.removeLast() }
    guard let slash = rest.lastIndex(of: "/") else { return nil }
    let parent = rest[..<slash]
    return parent.isEmpty ? nil : String(parent)
  }
}

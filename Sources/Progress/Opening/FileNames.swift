import Glibc

/// Names of files: giving, moving and freeing them without ever overwriting anything.
enum FileNames {
  /// Whether something has this name.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Makes an empty file for the user alone.
  ///
  /// - Throws: ``ProgressError`` where it cannot be made or is there already.
  static func createEmpty(_ path: String) throws(ProgressError) {
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    close(descriptor)
  }

  /// Brings a file's content to the disk; never one that SQLite has open in this process.
  ///
  /// - Throws: ``ProgressError``.
  static func flush(_ path: String) throws(ProgressError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  /// Gives a file a second name, unless something has it; the old name stays.
  ///
  /// Where the file system knows no second names, the file is moved.
  ///
  /// - Returns: Whether it has the name now.
  /// - Throws: ``ProgressError``.
  static func giveName(_ name: String, to path: String) throws(ProgressError) -> Bool {
    if link(path, name) == 0 { return true }
    if errno == EEXIST { return false }
    guard [EPERM, ENOTSUP, EMLINK, ENOSYS].contains(errno) else { throw failure(name) }
    if exists(name) { return false }
    guard rename(path, name) == 0 else { throw failure(name) }
    return true
  }

  /// Moves a file to a name that may be in use.
  ///
  /// - Throws: ``ProgressError``.
  static func move(_ path: String, onto name: String) throws(ProgressError) {
    guard rename(path, name) == 0 else { throw failure(name) }
  }

  /// Whether not one block is left for an ordinary user on the file system of a path.
  static func isDiskFull(_ path: String) -> Bool {
    var status = statvfs()
    return statvfs(path, &status) == 0 && status.f_bavail == 0
  }

  /// The first of `stem`, `stem-2`, `stem-3` and so on that is free.
  static func free(_ stem: String) -> String {
    var number = 1
    var name = stem
    while exists(name) {
      number += 1
      name = "\(stem)-\(number)"
    }
    return name
  }

  /// The paths of what stands in a file's folder under its name with something behind it, in no order.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - start: What the addition to its name begins with.
  /// - Returns: The paths; none where the folder cannot be read.
  static func namesakes(of path: String, _ start: String) -> [String] {
    let place = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    guard let stream = opendir(place.isEmpty ? "." : String(place)) else { return [] }
    defer { closedir(stream) }
    var paths: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee))
        { String(cString: $0) }
      }
      let found = place + name
      if found.hasPrefix(path + start) { paths.append(String(found)) }
    }
    return paths
  }

  /// A moment in the learner's zone as a part of a name, such as 2026-11-23T07-15-00.
  ///
  /// - Parameter seconds: Since 1970-01-01 00:00 UTC.
  /// - Returns: The text; it sorts by time and needs no quotes in a shell.
  static func stamp(_ seconds: Int) -> String {
    var time = time_t(seconds)
    var parts = tm()
    localtime_r(&time, &parts)
    func two(_ number: CInt) -> String { (number < 10 ? "0" : "") + String(number) }
    let date = "\(1900 + Int(parts.tm_year))-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return date + "T\(two(parts.tm_hour))-\(two(parts.tm_min))-\(two(parts.tm_sec))"
  }

  /// The error of the call that just failed.
  private static func failure(_ path: String) -> ProgressError {
    switch errno {
    case EACCES, EPERM, EROFS: ProgressError(path: path, reason: .readOnly)
    case ENOSPC, EDQUOT: ProgressError(path: path, reason: .full)
    default:
      ProgressError(path: path, reason: .file(String(cString: strerror(errno)).lowercased()))
    }
  }
}

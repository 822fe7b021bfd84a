// Glibc: see LessonFiles.
import Glibc

/// A folder of lessons that is open: its names and its files are those of one folder, also where
/// its path is given to another one meanwhile.
struct LessonFolder: ~Copyable {
  private let descriptor: CInt

  /// Opens the folder.
  init(path: String) throws(LessonFiles.Failure) {
    descriptor = try LessonFiles.opened(
      missing: "There is no such folder; name the folder that holds the lessons."
    ) {
      open(path, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC)
    }
  }

  deinit { close(descriptor) }

  /// The bytes of a regular file directly in the folder; see ``LessonFiles/read(_:)``.
  ///
  /// A name is one part of a path, so it cannot lead out of the folder; a link is not followed.
  func read(_ name: String) throws(LessonFiles.Failure) -> [UInt8] {
    let file = try LessonFiles.opened {
      openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    }
    defer { close(file) }
    return try LessonFiles.bytes(of: file)
  }

  /// The names that end in `.md` or are those of a bank's files, in order; hidden ones are left out.
  func names() throws(LessonFiles.Failure) -> [String] {
    let copy = try LessonFiles.opened {
      openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard let stream = fdopendir(copy) else {
      let reason = LessonFiles.sentence(for: errno)
      close(copy)
      throw LessonFiles.Failure(message: reason)
    }
    defer { closedir(stream) }
    var names: [String] = []
    var seen = 0
    while let entry = readdir(stream) {
      seen += 1
      guard seen <= LessonLimits.files + 2 else {
        throw LessonFiles.Failure(
          message: "The folder holds more than \(LessonLimits.files) files; name a folder that "
            + "holds only lessons.")
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      let isOurs = name.hasSuffix(".md") || BankDocument.names.contains(name)
      if isOurs, !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}

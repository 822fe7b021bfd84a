// Glibc is imported here, and only here in this module: opening a file without following a link,
// without waiting for a pipe's other end, and asking the opened file itself what it is needs
// open(2) with flags and fstat(2).
import Glibc

/// Opens the files of a lesson folder: once each, and only regular ones.
enum LessonFiles {
  /// Why a file or folder could not be read, in one sentence.
  struct Failure: Error {
    var message: String
  }

  /// The bytes of a regular file; one more than the limit at most, which tells that it is too big.
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = try opened { open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
    defer { close(descriptor) }
    return try bytes(of: descriptor)
  }

  /// The bytes behind a descriptor, as ``read(_:)`` gives them.
  ///
  /// What is checked is what is read: the type is asked of the descriptor, so that a file which is
  /// exchanged meanwhile changes nothing.
  static func bytes(of descriptor: CInt) throws(Failure) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Failure(message: sentence(for: errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(
        message: status.st_mode & S_IFMT == S_IFDIR
          ? "This is a folder; lessons are files directly in the lessons folder."
          : "This is no regular file; put an ordinary text file in its place.")
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count <= LessonLimits.fileBytes {
      let count = retrying { Glibc.read(descriptor, &chunk, chunk.count) }
      guard count >= 0 else { throw Failure(message: sentence(for: errno)) }
      guard count > 0 else { break }
      bytes.append(contentsOf: chunk.prefix(count))
    }
    return bytes
  }

  /// The descriptor that a call opens; `missing` is what to say where nothing is there.
  static func opened(
    missing: String? = nil, _ call: () -> CInt
  ) throws(Failure) -> CInt {
    let descriptor = retrying(call)
    guard descriptor >= 0 else {
      let isMissing = errno == ENOENT || errno == ENOTDIR
      throw Failure(message: isMissing ? missing ?? sentence(for: errno) : sentence(for: errno))
    }
    return descriptor
  }

  /// Makes a call again as long as a signal interrupts it.
  private static func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }

  static func sentence(for code: CInt) -> String {
    switch code {
    case ELOOP: "This is a symbolic link; put the file itself in its place."
    case ENOENT, ENOTDIR: "There is no such file; check the name."
    case EACCES, EPERM: "This may not be read by you; change its permissions."
    case ENXIO: "This is no regular file; put an ordinary text file in its place."
    default: "This cannot be read (error \(code)); check the file and the disk."
    }
  }
}

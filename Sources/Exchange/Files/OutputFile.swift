import Glibc

/// A file that is there whole or not at all.
///
/// It is written under a name of its own beside its place and takes its name at the end. Only the
/// user may read it: a log tells what somebody did and when.
public final class OutputFile {
  /// The path that it gets.
  public let path: String

  private let isForced: Bool
  private var descriptor: CInt
  private var temporary: [CChar]
  private var pending: [UInt8] = []
  private static let pieceSize = 1 << 16

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: Where it will be.
  ///   - force: Whether a plain file of this name is replaced.
  /// - Throws: ``OutputFault`` where there is such a file already, or none can be made.
  public init(_ path: String, force: Bool) throws(OutputFault) {
    self.path = path
    isForced = force
    try Self.check(path, force: force)
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    temporary = Array((folder + ".portside-XXXXXX").utf8CString)
    descriptor = mkstemp(&temporary)
    guard descriptor >= 0 else {
      throw OutputFault(
        path, "the file cannot be made there (\(systemWords(errno))); name another one.")
    }
  }

  deinit {
    discard()
  }

  /// Adds bytes.
  ///
  /// - Throws: ``OutputFault``, for example where the disk is full.
  public func write(_ bytes: some Sequence<UInt8>) throws(OutputFault) {
    pending.append(contentsOf: bytes)
    if pending.count >= Self.pieceSize { try flush() }
  }

  /// Gives the file its name, once everything is on the disk.
  ///
  /// - Throws: ``OutputFault``; then there is no file.
  public func finish() throws(OutputFault) {
    try flush()
    guard fsync(descriptor) == 0, close(descriptor) == 0 else {
      descriptor = -1
      throw failure(errno)
    }
    descriptor = -1
    if isForced {
      try Self.check(path, force: true)
      guard rename(temporary, path) == 0 else { throw failure(errno) }
    } else {
      try name()
    }
    temporary = []
  }

  /// Gives the file its name where nothing else has it, also where something appeared meanwhile.
  private func name() throws(OutputFault) {
    if link(temporary, path) == 0 {
      unlink(temporary)
      return
    }
    // Some file systems know no second names.
    guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else {
      throw errno == EEXIST ? Self.exists(path) : failure(errno)
    }
    try Self.check(path, force: false)
    guard rename(temporary, path) == 0 else { throw failure(errno) }
  }

  private static func check(_ path: String, force: Bool) throws(OutputFault) {
    guard !path.isEmpty else { throw OutputFault("the file", "its name is empty; name one.") }
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      if !force { throw exists(path) }
    case S_IFDIR: throw OutputFault(path, "this is a folder; name a file in it.")
    default: throw OutputFault(path, "this is no plain file; name another one.")
    }
  }

  private static func exists(_ path: String) -> OutputFault {
    OutputFault(path, "the file exists already; name another one, or replace it with --force.")
  }

  private func flush() throws(OutputFault) {
    var rest = pending[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw failure(errno)
      }
    }
    pending.removeAll(keepingCapacity: true)
  }

  private func failure(_ code: CInt) -> OutputFault {
    OutputFault(
      path,
      "the file cannot be written (\(systemWords(code))); what was there before is as it was. Make "
        + "room, or name another file.")
  }

  private func discard() {
    if descriptor >= 0 { close(descriptor) }
    if !temporary.isEmpty { unlink(temporary) }
  }
}

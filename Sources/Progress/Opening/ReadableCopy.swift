import GRDB
import Glibc

/// What can still be read of a file, row by row, in another database.
enum ReadableCopy {
  /// A copy in memory of a file that cannot be added to, because it is newer, read-only or on a full
  /// disk; nil where nothing can be read.
  static func inMemory(of path: String) -> DatabaseQueue? {
    guard let copy = try? ProgressDatabase.inMemory() else { return nil }
    let isRead = try? copy.writeWithoutTransaction { try fill($0, from: path) }
    return isRead == true ? copy : nil
  }

  /// Copies every row that can be read.
  ///
  /// - Parameters:
  ///   - target: An empty database of the current layout.
  ///   - path: The file to read.
  /// - Returns: Whether the file could be opened at all.
  /// - Throws: What goes wrong in the target.
  @discardableResult
  static func fill(_ target: Database, from path: String) throws -> Bool {
    guard let source = reader(of: path) else { return false }
    defer {
      try? source.close()
      ProgressDatabase.retire(source)
    }
    try source.unsafeRead { source in
      try target.inTransaction {
        try Salvage(source: source, target: target).copyAll()
        return .commit
      }
    }
    return true
  }

  /// A connection that can only read.
  ///
  /// Beside a WAL database SQLite makes a file for its readers. Where the folder may only be read, the
  /// database is declared unchangeable, if there is no log that would be left out so.
  private static func reader(of path: String) -> DatabaseQueue? {
    var configuration = Configuration()
    configuration.label = "Portside.Progress.Reader"
    configuration.readonly = true
    configuration.busyMode = .timeout(Double(ProgressDatabase.busySeconds))
    var names = [path]
    if Check(before: path) == .none { names.append("file:\(escaped(path))?immutable=1") }
    for name in names {
      guard let queue = try? DatabaseQueue(path: name, configuration: configuration) else {
        continue
      }
      let isOpen = try? queue.unsafeRead {
        try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") != nil
      }
      if isOpen == true { return queue }
      try? queue.close()
      ProgressDatabase.retire(queue)
    }
    return nil
  }

  /// A path as it stands in a URI.
  private static func escaped(_ path: String) -> String {
    path.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        String(Unicode.Scalar(byte))
      default: (byte < 16 ? "%0" : "%") + String(byte, radix: 16)
      }
    }.joined()
  }
}

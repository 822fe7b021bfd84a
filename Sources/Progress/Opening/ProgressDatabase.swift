import GRDB
import Glibc

/// The one place that opens the database.
enum ProgressDatabase {
  /// How long an access waits for another program that holds the file, in seconds.
  static let busySeconds = 5

  /// An open database and how it came to be so.
  typealias Opened = (queue: DatabaseQueue, opening: ProgressOpening)

  /// Opens the file, brings its layout up to date and sees to it that a power cut takes nothing.
  ///
  /// A damaged file is set aside and what can be read of it is put into a new one. A file that can
  /// only be read is copied into memory, so that the learner still sees what is there.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - isSuspect: Whether damage was met while the file was in use: then every row is looked at.
  /// - Returns: The open database, and what had to be done.
  /// - Throws: ``ProgressError``; the file is as it was then.
  static func open(_ path: String, isSuspect: Bool = false) throws(ProgressError) -> Opened {
    do throws(ProgressError) {
      try DamagedFile(path: path).takeBackHalf()
      do throws(ProgressError) {
        return try openWhole(path, check: isSuspect ? .everyRow : Check(before: path))
      } catch {
        guard error.reason == .damaged else { throw error }
        return try DamagedFile(path: path).replace()
      }
    } catch {
      switch error.reason {
      case .foreign, .folder, .busy, .unsafe: throw error
      default:
        guard let copy = ReadableCopy.inMemory(of: path) else { throw error }
        return (copy, .readOnly(error))
      }
    }
  }

  /// Opens a file that has no damage.
  ///
  /// The first look is through a connection that can only read, so a file that is refused stays as
  /// it is, byte for byte.
  ///
  /// - Throws: ``ProgressError``.
  static func openWhole(_ path: String, check: Check) throws(ProgressError) -> Opened {
    let deadline = ContinuousClock.now + .seconds(busySeconds)
    while true {
      do {
        try look(at: path, check: check)
        guard isWritable(path) else { throw ProgressError(path: path, reason: .readOnly) }
        return try connect(to: path)
      } catch {
        let error = ProgressError(error, path: path)
        if case .file = error.reason, !isWritable(path) {
          throw ProgressError(path: path, reason: .readOnly)
        }
        guard case .busy = error.reason, ContinuousClock.now < deadline else { throw error }
        waitForTheOther()
      }
    }
  }

  /// A database that is gone when the process ends.
  ///
  /// - Throws: ``ProgressError``.
  static func inMemory() throws(ProgressError) -> DatabaseQueue {
    let path = ":memory:"
    do {
      let queue = try DatabaseQueue()
      try queue.writeWithoutTransaction { try ProgressSchema.migrate($0, path: path) }
      return queue
    } catch {
      throw ProgressError(error, path: path)
    }
  }

  /// Keeps a connection for the rest of the process.
  ///
  /// Letting go of it would end its dispatch queue, which starts dispatch's pool of threads; and the
  /// pool wakes up every second from then on, however idle the program is. One that is still open and
  /// whose file has another name by now must never be closed: SQLite would then delete the log that
  /// stands beside the old name, which belongs to the new file.
  static func retire(_ queue: DatabaseQueue) {
    // Never balanced, which needs neither a list nor a lock.
    _ = Unmanaged.passRetained(queue)
  }

  /// Lets another program that uses the same file finish.
  ///
  /// While a new file becomes a WAL database, SQLite reports busy at once instead of waiting as long
  /// as it was told to, because waiting could end in a deadlock between the two.
  static func waitForTheOther() {
    _ = poll(nil, 0, CInt.random(in: 1...10))
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "Portside.Progress"
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(Double(busySeconds))
    return configuration
  }

  /// Whether rows can be added.
  ///
  /// SQLite opens a file that can only be read without a word, and says so at the first row: too late
  /// for the learner to choose another folder.
  private static func isWritable(_ path: String) -> Bool {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return access(path, W_OK) == 0
      && (access(folder, W_OK) == 0 || FileNames.exists(path + "-wal"))
  }

  private static func look(at path: String, check: Check) throws {
    var configuration = configuration
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { retire(queue) }
    try queue.read { database in
      let origin = try ProgressSchema.origin(of: database, path: path)
      try check.look(at: database, origin: origin)
    }
    try queue.close()
  }

  private static func connect(to path: String) throws -> Opened {
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    var backup: String?
    try queue.writeWithoutTransaction { database in
      try makeDurable(database, path: path)
      try ProgressSchema.migrate(database, path: path) { layout in
        backup = try LayoutBackup(of: path, before: layout).make(from: database)
      }
    }
    return (queue, backup.map { .upgraded(backup: $0) } ?? .ordinary)
  }

  /// Makes every commit reach the disk before it returns, and reads the setting back.
  ///
  /// GRDB sets `synchronous` to NORMAL whenever it opens a database in WAL mode, after everything a
  /// configuration can set; with NORMAL a power cut loses whatever was committed since the last
  /// checkpoint. So FULL (2) is set here, on the open connection.
  private static func makeDurable(_ database: Database, path: String) throws {
    try database.execute(sql: "PRAGMA synchronous = FULL")
    guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else {
      throw ProgressError(path: path, reason: .unsafe(setting: "synchronous=FULL"))
    }
  }
}

import GRDB
import Glibc
import Synchronization

/// The one place that opens the database.
enum ProgressDatabase {
  /// How long an access waits for another program that holds the file, in seconds.
  static let busySeconds = 5

  /// Opens the file, brings its layout up to date and sees to it that a power cut takes nothing.
  ///
  /// The first look is through a connection that can only read, so a file that is refused stays as
  /// it is, byte for byte.
  ///
  /// - Throws: ``ProgressError``.
  static func open(_ path: String) throws(ProgressError) -> DatabaseQueue {
    let deadline = ContinuousClock.now + .seconds(busySeconds)
    while true {
      do {
        try look(at: path)
        return try connect(to: path)
      } catch {
        let error = ProgressError(error, path: path)
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

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "Portside.Progress"
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(Double(busySeconds))
    return configuration
  }

  private static func connect(to path: String) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { database in
      try makeDurable(database, path: path)
      try ProgressSchema.migrate(database, path: path)
    }
    return queue
  }

  /// Lets another program that opens the same file finish.
  ///
  /// While a new file becomes a WAL database, SQLite reports busy at once instead of waiting as long
  /// as it was told to, because waiting could end in a deadlock between the two.
  private static func waitForTheOther() {
    _ = poll(nil, 0, CInt.random(in: 1...10))
  }

  private static func look(at path: String) throws {
    var configuration = configuration
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.read { _ = try ProgressSchema.origin(of: $0, path: path) }
    try queue.close()
    looked.withLock { $0 = $0 ?? queue }
  }

  /// The first closed connection, kept for the rest of the process.
  ///
  /// Letting go of it would end its dispatch queue, which starts dispatch's pool of threads; and the
  /// pool wakes up every second from then on, however idle the program is.
  private static let looked = Mutex<DatabaseQueue?>(nil)

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

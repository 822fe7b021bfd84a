import Foundation
import TestSupport

/// A user without any privilege, for what root may do and a learner may not.
struct OrdinaryUser {
  /// The user whom Linux systems call nobody.
  static let id = 65534

  /// Whether this process can become that user: it is root, and setpriv is installed.
  static let isAvailable = geteuid() == 0 && setpriv != nil

  private static let setpriv = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { $0 + "/setpriv" }
    .first(where: FileManager.default.isExecutableFile)

  /// The program where that user may start it.
  let program: String
  /// The lessons where that user may read them.
  let lessons: String
  /// A folder in which that user may write.
  let home: String

  /// The words that stand before a command which is to run as that user.
  var words: [String] {
    [
      Self.setpriv ?? "setpriv", "--reuid", "\(Self.id)", "--regid", "\(Self.id)",
      "--clear-groups", "--",
    ]
  }

  /// Runs a test with the program, its lessons and a home in a folder that everybody may enter: the
  /// checkout itself may be root's alone.
  static func run<Value>(_ body: (OrdinaryUser) async throws -> Value) async throws -> Value {
    try await withTemporaryFolder { folder in
      let files = FileManager.default
      let user = OrdinaryUser(
        program: folder.file("portside"), lessons: folder.file("Lessons"),
        home: folder.file("home"))
      let built = try ProgramUnderTest.path
      do {
        // Another name of the same file costs nothing; over the border of a file system it is a copy.
        try files.linkItem(atPath: built, toPath: user.program)
      } catch {
        try files.copyItem(atPath: built, toPath: user.program)
      }
      try files.copyItem(atPath: TutorInTerminal.lessons, toPath: user.lessons)
      try files.createDirectory(atPath: user.home, withIntermediateDirectories: false)
      try files.setAttributes(
        [.ownerAccountID: id, .groupOwnerAccountID: id], ofItemAtPath: user.home)
      try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
      return try await body(user)
    }
  }
}

public import Foundation

/// A fresh folder for one test, which nobody else uses.
public struct TemporaryFolder: Sendable {
  /// The folder's absolute path.
  public let path: String

  /// The path of something in the folder.
  public func file(_ name: String) -> String { path + "/" + name }

  /// Writes a text to a file in the folder, and the folders above it where they are missing.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  /// Writes bytes to a file in the folder, and the folders above it where they are missing.
  @discardableResult
  public func write(_ bytes: Data, to name: String) throws -> String {
    let url = URL(fileURLWithPath: file(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
    return url.path
  }

  /// Makes a folder in the folder.
  public func subfolder(_ name: String) throws -> TemporaryFolder {
    try FileManager.default.createDirectory(
      atPath: file(name), withIntermediateDirectories: false)
    return TemporaryFolder(path: file(name))
  }

  private init(path: String) {
    self.path = path
  }

  fileprivate init() throws {
    let name = "portside-test-" + UUID().uuidString
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    path = url.path
  }

  fileprivate func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}

/// Runs a test with a fresh folder that is removed afterwards, whatever happens.
@discardableResult
public func withTemporaryFolder<Value>(_ body: (TemporaryFolder) throws -> Value) throws -> Value {
  let folder = try TemporaryFolder()
  defer { folder.remove() }
  return try body(folder)
}

/// Runs a test that waits with a fresh folder that is removed afterwards, whatever happens.
@discardableResult
public func withTemporaryFolder<Value>(
  _ body: (TemporaryFolder) async throws -> Value
) async throws -> Value {
  let folder = try TemporaryFolder()
  defer { folder.remove() }
  return try await body(folder)
}

import Foundation

/// The files of the repository that this test was built from.
enum Repository {
  /// A file and where it lies in the repository.
  struct File: Sendable {
    /// The path from the repository's root.
    let path: String
    /// The whole text.
    let text: String
    /// The text without comments and the words in strings.
    let code: String

    /// The file's module or test target: the name of the folder below `Sources` or `Tests`.
    var target: String { String(path.split(separator: "/").dropFirst().first ?? "") }
  }

  /// The repository's root folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().standardizedFileURL

  /// Every Swift file below `Sources`.
  static let sources = swiftFiles(in: "Sources")
  /// Every Swift file below `Tests`.
  static let tests = swiftFiles(in: "Tests")

  /// The paths of every file but those that are built or belong to git.
  static let paths: [String] = {
    guard let files = FileManager.default.enumerator(atPath: root.path) else { return [] }
    var result: [String] = []
    while let path = files.nextObject() as? String {
      if path == ".git" || path.hasPrefix(".build") {
        files.skipDescendants()
      } else if isFile(path), !path.hasSuffix(".received") {
        result.append(path)
      }
    }
    return result.sorted()
  }()

  /// The text of a file; nil where it is no UTF-8 text.
  static func text(of path: String) -> String? {
    try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  private static func swiftFiles(in folder: String) -> [File] {
    paths.filter { $0.hasPrefix(folder + "/") && $0.hasSuffix(".swift") }
      .compactMap { path in
        text(of: path).map { File(path: path, text: $0, code: SourceCode.stripped($0)) }
      }
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(
      atPath: root.appendingPathComponent(path).path, isDirectory: &isFolder)
    return exists && !isFolder.boolValue
  }
}

import Glibc

/// Paths for sockets in a folder of the demo's own, which goes away with them.
struct TemporaryPaths {
  private var folder: String?
  private var paths: [String] = []

  /// A path in the folder, where nothing is yet; nil where no folder can be made.
  mutating func path(_ name: String) -> String? {
    if folder == nil { folder = Self.makeFolder() }
    guard let folder else { return nil }
    let path = "\(folder)/\(name)"
    if !paths.contains(path) { paths.append(path) }
    return path
  }

  /// Removes the files and their folder.
  mutating func removeAll() {
    for path in paths { unlink(path) }
    if let folder { rmdir(folder) }
    folder = nil
    paths = []
  }

  private static func makeFolder() -> String? {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/portside-XXXXXX".utf8CString)
    return template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
  }
}

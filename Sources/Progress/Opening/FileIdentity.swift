import Glibc

/// Which file a name stands for, whatever happens to the name later.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let inode: UInt64

  /// The file behind a path, links followed; nil where there is none.
  init?(of path: String) {
    guard let status = Self.status(of: path) else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }

  /// How many names the file behind a path has; 0 where there is none.
  static func names(of path: String) -> Int {
    status(of: path).map { Int($0.st_nlink) } ?? 0
  }

  private static func status(of path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }
}

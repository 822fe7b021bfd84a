/// The kernel's socket table as it was read for somebody who wants to look at it.
public struct SocketSnapshot: Hashable, Sendable {
  /// The rows, with their owners as far as this user may see them.
  public var rows: [SocketRow]
  /// Where they were read: "netlink sock_diag" or "/proc/net".
  public var source: String
  /// Whether the kernel vouches for the reading; false where the table changed under it again and
  /// again.
  public var isComplete: Bool
  /// How many processes kept their descriptors from this user.
  public var hiddenProcesses: Int
  /// Why nothing could be read, in one sentence; nil where it could.
  public var failure: String?

  /// A reading.
  public init(
    rows: [SocketRow], source: String, isComplete: Bool = true, hiddenProcesses: Int = 0,
    failure: String? = nil
  ) {
    self.rows = rows
    self.source = source
    self.isComplete = isComplete
    self.hiddenProcesses = hiddenProcesses
    self.failure = failure
  }

  /// A reading that failed.
  public init(failure: String) {
    self.init(rows: [], source: "", failure: failure)
  }
}

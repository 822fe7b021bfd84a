/// A process that holds a descriptor of a socket.
public struct SocketOwner: Hashable, Sendable {
  /// The process id.
  public var processID: Int32
  /// The process's name as the kernel gives it: at most 15 bytes which the process itself chose, so
  /// untrusted text.
  public var name: String
  /// The descriptor's number in that process.
  public var descriptor: Int32

  /// A process, its name and its descriptor.
  public init(processID: Int32, name: String, descriptor: Int32) {
    self.processID = processID
    self.name = name
    self.descriptor = descriptor
  }
}

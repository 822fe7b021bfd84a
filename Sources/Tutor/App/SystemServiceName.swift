public import PortKnowledge

/// A name that this machine's own service table (`/etc/services`) gives a port.
public struct SystemServiceName: Hashable, Sendable {
  /// TCP or UDP.
  public var transport: TransportProtocol
  /// The name, from outside.
  public var name: String

  /// A name for a protocol.
  public init(transport: TransportProtocol, name: String) {
    self.transport = transport
    self.name = name
  }
}

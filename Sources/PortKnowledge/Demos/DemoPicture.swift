/// Hosts with their sockets, and the connections between them: drawn from the kernel's rows.
public struct DemoPicture: Hashable, Sendable {
  /// A box: a program (or machine) and the sockets it holds.
  public struct Host: Hashable, Sendable {
    /// What it is, for example `browser`.
    public var name: String
    /// Its address.
    public var address: IPAddress
    /// Its sockets, in a stable order.
    public var sockets: [Socket]

    /// A name, an address and the sockets.
    public init(name: String, address: IPAddress, sockets: [Socket]) {
      self.name = name
      self.address = address
      self.sockets = sockets
    }
  }

  /// A socket in a host's box.
  public struct Socket: Hashable, Sendable {
    /// TCP or UDP.
    public var transport: TransportProtocol
    /// Its own end.
    public var local: Endpoint
    /// The state as ss names it, for example `LISTEN`.
    public var state: String
    /// A word beside it, for example `tab 1`; may be empty.
    public var note: String

    /// A socket by protocol, own end, state and note.
    public init(transport: TransportProtocol, local: Endpoint, state: String, note: String = "") {
      self.transport = transport
      self.local = local
      self.state = state
      self.note = note
    }
  }

  /// A connection or a message from a socket on the left to a socket on the right, by index.
  public struct Link: Hashable, Sendable {
    /// The index of the socket in the left host.
    public var left: Int
    /// The index of the socket in the right host.
    public var right: Int

    /// A link between two sockets by their indices.
    public init(left: Int, right: Int) {
      self.left = left
      self.right = right
    }
  }

  /// The side that opens connections.
  public var left: Host
  /// The side that waits for them.
  public var right: Host
  /// The connections.
  public var links: [Link]

  /// Whether no socket is in it.
  public var isEmpty: Bool { left.sockets.isEmpty && right.sockets.isEmpty }

  /// Two hosts and what connects them.
  public init(left: Host, right: Host, links: [Link]) {
    self.left = left
    self.right = right
    self.links = links
  }
}

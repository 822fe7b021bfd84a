/// The sockets of a machine that have ports, and what `bind()` and `listen()` make of them.
///
/// A model of the kernel's table of bound ports. It was compared with Linux 6.18 and is exact as
/// long as the sockets of one port have either no SO_REUSEPORT at all, or all have it and belong to
/// one user; two sockets may have any options. Where SO_REUSEPORT is mixed among three or more, the
/// kernel takes shortcuts and sometimes allows what this table refuses.
public struct PortTable: Hashable, Sendable {
  /// A socket and its name.
  public struct Entry: Hashable, Sendable {
    /// The name, for example `A`.
    public var name: String
    /// The socket.
    public var socket: BoundSocket
  }

  /// The sockets in the order in which they got their ports.
  public private(set) var entries: [Entry] = []

  /// A machine without sockets.
  public init() {}

  /// The socket of a name; nil where none has it.
  public func socket(named name: String) -> BoundSocket? {
    entries.first { $0.name == name }?.socket
  }

  /// What `bind()` of a socket would return now.
  public func verdict(binding socket: BoundSocket) -> BindVerdict {
    BindVerdict(entries.map { .init($0.name, PortSharing(old: $0.socket, new: socket)) })
  }

  /// What `listen()` of a bound socket would return now: the same question once more, asked about
  /// all other sockets.
  public func verdict(listening name: String) -> BindVerdict {
    guard let socket = socket(named: name) else { return BindVerdict([]) }
    return BindVerdict(
      entries.filter { $0.name != name }.map {
        .init($0.name, PortSharing(old: $0.socket, new: socket))
      })
  }

  /// Binds a socket under a name; it is in the table only where that succeeds.
  @discardableResult
  public mutating func bind(_ name: String, _ socket: BoundSocket) -> BindVerdict {
    let verdict = verdict(binding: socket)
    if verdict.isAllowed { add(name, socket) }
    return verdict
  }

  /// Makes a bound socket a listener where that succeeds; where not, it stays bound.
  @discardableResult
  public mutating func listen(_ name: String) -> BindVerdict {
    let verdict = verdict(listening: name)
    guard verdict.isAllowed, let index = entries.firstIndex(where: { $0.name == name }) else {
      return verdict
    }
    entries[index].socket.state = .listen
    return verdict
  }

  /// Puts a socket into the table that is there already, whatever came before.
  public mutating func add(_ name: String, _ socket: BoundSocket) {
    entries.append(Entry(name: name, socket: socket))
  }

  /// Takes a socket out of the table: `close()` of one that has no connection.
  public mutating func close(_ name: String) {
    entries.removeAll { $0.name == name }
  }
}

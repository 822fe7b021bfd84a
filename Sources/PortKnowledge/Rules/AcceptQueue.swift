/// The accept queue of a listener on Linux: which clients get in, and what `ss` shows of it.
///
/// From listen(2), and measured on Linux 6.18 where that page is less exact: `listen(n)` has room
/// for n + 1 finished handshakes. A SYN that finds no place is dropped without an answer, so its
/// client stays in SYN-SENT and sends it again. A place is freed by `accept()` alone, not by a
/// client that closes. All this holds for clients that come one after the other: of several SYNs
/// that come at once while there is room, all may be answered, and then some of the clients are in
/// ESTAB without a place.
public struct AcceptQueue: Hashable, Sendable {
  /// Where a client's connection is.
  public enum Place: String, Hashable, Sendable, CaseIterable {
    /// Its SYN has got no answer: SYN-SENT.
    case unanswered
    /// The handshake is complete, and nobody has called `accept()` for it.
    case queued
    /// `accept()` has returned it.
    case accepted
    /// Closed by the client before there was an answer.
    case givenUp
  }

  /// The default of `net.core.somaxconn` since Linux 5.4 (listen(2)).
  public static let linuxMaximum = 4096

  /// What `net.core.somaxconn` is.
  public let maximum: Int
  /// The backlog that counts, which is the Send-Q of the listener's row.
  public private(set) var backlog: Int
  /// The place of every client, in the order in which they came.
  public private(set) var places: [Place] = []

  /// The queue of a socket on which `listen()` was called.
  public init(backlog: Int, maximum: Int = AcceptQueue.linuxMaximum) {
    self.maximum = maximum
    self.backlog = Self.effective(backlog, maximum: maximum)
  }

  /// The backlog that counts: never more than the maximum.
  ///
  /// A negative one counts as the maximum, because the kernel compares it as an unsigned number
  /// (measured).
  public static func effective(_ backlog: Int, maximum: Int = AcceptQueue.linuxMaximum) -> Int {
    backlog < 0 ? maximum : min(backlog, maximum)
  }

  /// The backlog that Python's `socket.listen()` hands on: what is below 0 becomes 0 (Python's
  /// library reference, socket.listen).
  public static func handedOnByPython(_ backlog: Int) -> Int { max(0, backlog) }

  /// How many handshakes are complete after so many clients and calls of `accept()`, once every
  /// lost SYN has been sent again: min(clients, backlog + 1 + accepts).
  ///
  /// Where the accepts come after SYNs were lost, only as long as all of those find room.
  public static func completed(
    clients: Int, accepts: Int, backlog: Int, maximum: Int = AcceptQueue.linuxMaximum
  ) -> Int {
    min(clients, effective(backlog, maximum: maximum) + 1 + accepts)
  }

  // MARK: What is seen

  /// How many handshakes it holds at most: one more than the backlog.
  public var capacity: Int { backlog + 1 }
  /// How many connections wait for `accept()`, which is the Recv-Q of the listener's row.
  public var waiting: Int { places.count { $0 == .queued } }
  /// How many connections `accept()` has returned.
  public var accepted: Int { places.count { $0 == .accepted } }
  /// How many handshakes are complete: those that wait and those that were accepted.
  public var completed: Int { waiting + accepted }
  /// How many clients are in SYN-SENT.
  public var unanswered: Int { places.count { $0 == .unanswered } }
  /// Whether the next SYN is dropped.
  public var isFull: Bool { waiting > backlog }

  // MARK: What happens

  /// A client sends its SYN; where its connection is then.
  @discardableResult
  public mutating func connect() -> Place {
    let place: Place = isFull ? .unanswered : .queued
    places.append(place)
    return place
  }

  /// `accept()`: takes the connection that has waited longest.
  ///
  /// Returns the client's index; nil where none waits, and then the call itself has to.
  @discardableResult
  public mutating func accept() -> Int? {
    guard let first = places.firstIndex(of: .queued) else { return nil }
    places[first] = .accepted
    return first
  }

  /// `listen()` once more: the new backlog counts from now on, and nobody loses a place.
  public mutating func listen(backlog: Int) {
    self.backlog = Self.effective(backlog, maximum: maximum)
  }

  /// A client closes its socket: a place in the queue stays taken until `accept()`.
  public mutating func close(client: Int) {
    guard places.indices.contains(client), places[client] == .unanswered else { return }
    places[client] = .givenUp
  }

  /// Every client in SYN-SENT sends its SYN again, and those that came first get in.
  ///
  /// The kernel agrees as long as there is room for all: clients that were turned away in the same
  /// moment come back in the same moment.
  public mutating func sendAgain() {
    for client in places.indices where places[client] == .unanswered && !isFull {
      places[client] = .queued
    }
  }
}

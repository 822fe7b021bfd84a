/// Changing one thing so that the server sees a second connection without a second server port.
struct SecondConnectionExercise {
  /// Something that could be changed about a segment of the connection.
  private enum Change: String, CaseIterable {
    case sourcePort
    case sourceAddress
    case destinationAddress
    case destinationPort
    case transport
    case ends
    case sequenceNumber
  }

  private let tuple: FiveTuple
  private let changed: [Change: FiveTuple]
  private let offered: [Change]
  private let asksAll: Bool

  /// An exercise about a connection of a client: one right change among four, or on the hard level
  /// all that are right among five.
  init(_ tuple: FiveTuple, level: ExerciseLevel, from draw: inout CaseDraw) {
    self.tuple = tuple
    changed = [
      .sourcePort: draw.changing(.sourcePort, of: tuple),
      .sourceAddress: draw.changing(.sourceAddress, of: tuple),
      .destinationAddress: draw.changing(.destinationAddress, of: tuple),
      .destinationPort: draw.changing(.destinationPort, of: tuple),
      .transport: FiveTuple(.udp, from: tuple.source, to: tuple.destination),
      .ends: tuple.swapped,
      .sequenceNumber: tuple,
    ]
    // Where a service has the UDP port too, its clients do open something new with it: QUIC on 443.
    let isOnUDP = ServiceTable.services(on: tuple.destination.port).contains {
      $0.transports.contains(.udp)
    }
    let candidates = Change.allCases.filter { !($0 == .transport && isOnUDP) }
    let isRight = { [changed] (change: Change) in
      changed[change]?.isSecondConnection(beside: tuple) ?? false
    }
    let wrong = draw.shuffle(candidates.filter { !isRight($0) })
    let right = candidates.filter(isRight)
    asksAll = level == .hard && draw.chance(oneIn: 2)
    let rightCount = asksAll ? draw.pick([1, 2, 2, 3], else: 2) : 1
    let wrongCount = asksAll ? 5 - rightCount : 3
    let known = level == .easy ? 1 : level == .medium ? 2 : right.count
    let chosen = draw.pick(rightCount, of: Array(right.prefix(known)))
    offered = draw.shuffle(chosen + Array(wrong.prefix(wrongCount)))
  }

  /// The question under its id.
  func question(_ id: String) -> Question {
    Question(
      id: id, topic: ExerciseTopic.tuples.rawValue,
      prompt: asksAll ? Self.promptForAll : Self.promptForOne,
      figure: TupleFigure(tuple).lines,
      kind: asksAll ? .chooseSeveral(offered.map(option)) : .chooseOne(offered.map(option)),
      explanation: "A server tells its connections apart by the whole 5-tuple. "
        + (asksAll ? "Right is what changes an endpoint" : reason)
        + (asksAll ? ", but neither the server's port nor the protocol." : ""),
      hints: [
        "A server keeps its port for all its clients. Something else must tell them apart.",
        "The five fields are protocol, source address, source port, destination address and "
          + "destination port. Exactly one of them must change, but not the server's port.",
        "UDP ports are other ports than TCP ports, and the other direction is the same connection.",
      ])
  }

  private static let promptForOne =
    "This connection is open. Change one thing so that the server sees a second TCP connection "
    + "at the same time, without another server port."

  private static let promptForAll =
    "This connection is open. Tick every single change after which the server sees a second TCP "
    + "connection, at the same time and without another server port."

  private var reason: String {
    offered.first(where: isRight).map(explanation) ?? ""
  }

  /// The connection and every change that is offered, with what becomes of it.
  var caseValue: CaseValue {
    let changes = offered.map { change in
      CaseValue.object([
        "change": .text(change.rawValue), "becomes": (changed[change] ?? tuple).caseValue,
        "isSecondConnection": .truth(isRight(change)),
      ])
    }
    return ["asked": "secondConnection", "open": tuple.caseValue, "changes": .list(changes)]
  }

  private func isRight(_ change: Change) -> Bool {
    changed[change]?.isSecondConnection(beside: tuple) ?? false
  }

  private func option(_ change: Change) -> Question.Option {
    Question.Option(
      text(of: change), isRight: isRight(change), explanation: explanation(of: change),
      figure: TuplePair(first: tuple, second: changed[change] ?? tuple).decidingFigure)
  }

  private func text(of change: Change) -> String {
    let other = changed[change] ?? tuple
    return switch change {
    case .sourcePort: "the source port becomes \(other.source.port)"
    case .sourceAddress: "the source address becomes \(other.source.address)"
    case .destinationAddress: "it goes to \(other.destination.address), also this server's"
    case .destinationPort: "the destination port becomes \(other.destination.port)"
    case .transport: "the protocol becomes UDP"
    case .ends: "source and destination change places"
    case .sequenceNumber: "the segment gets another sequence number"
    }
  }

  private func explanation(of change: Change) -> String {
    let port = tuple.destination.port
    let other = changed[change] ?? tuple
    return switch change {
    case .sourcePort:
      "The client uses another port of its own, \(other.source.port); the server's port \(port) "
        + "stays, and one different field makes another connection."
    case .sourceAddress:
      "\(other.source) is another source endpoint, even with the same source port."
    case .destinationAddress:
      "A server may listen on port \(port) of all its addresses. \(other.destination) is another "
        + "destination endpoint."
    case .destinationPort:
      "Then the server would have to listen on \(other.destination.port) too: "
        + "that is another server port."
    case .transport:
      "UDP port \(port) is another port than TCP port \(port), and UDP has no connections."
    case .ends:
      "That is a packet of the same connection on its way back."
    case .sequenceNumber:
      "The sequence number is none of the five fields: it counts bytes inside one connection."
    }
  }
}

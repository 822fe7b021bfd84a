/// Changing one field so that the server sees a new connection without a new server port.
struct SecondConnectionExercise {
  /// Something that could be changed about a segment of the connection.
  private enum Change: CaseIterable {
    case sourcePort
    case sourceAddress
    case destinationAddress
    case destinationPort
    case transport
    case ends
    case sequenceNumber

    var isRight: Bool {
      switch self {
      case .sourcePort, .sourceAddress, .destinationAddress: true
      case .destinationPort, .transport, .ends, .sequenceNumber: false
      }
    }
  }

  private let tuple: FiveTuple
  private let newSourcePort: FiveTuple
  private let newSourceAddress: FiveTuple
  private let newDestinationAddress: FiveTuple
  private let newDestinationPort: FiveTuple
  private let changes: [Change]
  private let right: Change

  /// An exercise about a connection of a client, with one right change among four.
  init(_ tuple: FiveTuple, level: ExerciseLevel, from draw: inout TupleDraw) {
    self.tuple = tuple
    newSourcePort = draw.changing(.sourcePort, of: tuple)
    newSourceAddress = draw.changing(.sourceAddress, of: tuple)
    newDestinationAddress = draw.changing(.destinationAddress, of: tuple)
    newDestinationPort = draw.changing(.destinationPort, of: tuple)
    let allowed: [Change] =
      switch level {
      case .easy: [.sourcePort]
      case .medium: [.sourcePort, .sourceAddress]
      case .hard: [.sourcePort, .sourceAddress, .destinationAddress]
      }
    right = draw.pick(allowed, else: .sourcePort)
    let wrong = draw.shuffle(Change.allCases.filter { !$0.isRight }).prefix(3)
    changes = draw.shuffle([right] + wrong)
  }

  /// The question under its id.
  func question(_ id: String) -> Question {
    Question(
      id: id, topic: ExerciseTopic.tuples.rawValue,
      prompt: "This connection is open. Change one thing so that the server sees a second TCP "
        + "connection at the same time, without another server port.",
      figure: TupleFigure(tuple).lines, kind: .chooseOne(changes.map(option)),
      explanation: explanation(of: right)
        + " Every other change asks for another server port or stays inside this connection.",
      hints: [
        "A server keeps its port for all its clients. Something else must tell them apart.",
        "The five fields are protocol, source address, source port, destination address and "
          + "destination port. Exactly one of them must change, but not the server's port.",
        "UDP ports are other ports than TCP ports, and the other direction is the same connection.",
      ])
  }

  private func option(_ change: Change) -> Question.Option {
    Question.Option(
      text(of: change), isRight: change.isRight, explanation: explanation(of: change),
      figure: figure(of: change))
  }

  private func text(of change: Change) -> String {
    switch change {
    case .sourcePort: "the source port becomes \(newSourcePort.source.port)"
    case .sourceAddress: "the source address becomes \(newSourceAddress.source.address)"
    case .destinationAddress:
      "it goes to \(newDestinationAddress.destination.address), also this server's"
    case .destinationPort:
      "the destination port becomes \(newDestinationPort.destination.port)"
    case .transport: "the protocol becomes UDP"
    case .ends: "source and destination change places"
    case .sequenceNumber: "the segment gets another sequence number"
    }
  }

  private func explanation(of change: Change) -> String {
    let port = tuple.destination.port
    return switch change {
    case .sourcePort:
      "The client uses another port of its own; the server's port \(port) stays, and one "
        + "different field makes another connection."
    case .sourceAddress:
      "Another client address is another source endpoint, even with the same source port."
    case .destinationAddress:
      "A server may listen on port \(port) of all its addresses. Another of them is another "
        + "destination endpoint."
    case .destinationPort:
      "Then the server would have to listen on \(newDestinationPort.destination.port) too: "
        + "that is another server port."
    case .transport:
      "UDP port \(port) is another port than TCP port \(port), and UDP has no connections."
    case .ends:
      "That is a packet of the same connection on its way back."
    case .sequenceNumber:
      "The sequence number is none of the five fields: it counts bytes inside one connection."
    }
  }

  private func figure(of change: Change) -> [MarkedText] {
    let other: FiveTuple =
      switch change {
      case .sourcePort: newSourcePort
      case .sourceAddress: newSourceAddress
      case .destinationAddress: newDestinationAddress
      case .destinationPort: newDestinationPort
      case .transport: FiveTuple(.udp, from: tuple.source, to: tuple.destination)
      case .ends: tuple.swapped
      case .sequenceNumber: tuple
      }
    return TuplePair(first: tuple, second: other).decidingFigure
  }
}

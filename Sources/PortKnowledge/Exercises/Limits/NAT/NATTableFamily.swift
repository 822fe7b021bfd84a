/// What a router with NAT does with packets: out, back, unasked, and through a forwarded port.
struct NATTableFamily: ExerciseFamily {
  let id = "nat-table"
  let title = "NAT table"
  let summary = "Translate packets at a router: out, back, unasked for, and to a forwarded port."
  let topic = ExerciseTopic.tuples

  /// What happens and what is asked.
  private enum Card {
    case kept
    case answer
    case reply
    case unsolicited
    case secondHost
    case conflict
    case otherDestination
    case otherRemote
    case otherRemotePort
    case otherProtocol
    case forwarded
    case forwardedAnswer
    case views
    case sequence
    case secondConflict
    case conflictOverUDP
    case again
    case forwardedPeer
    case forwardedOtherProtocol
    case replyAfterConflict
  }

  private static func cards(_ level: ExerciseLevel) -> [Card] {
    switch level {
    case .easy: [.kept, .answer, .reply, .unsolicited, .secondHost]
    case .medium:
      [
        .conflict, .otherDestination, .otherRemote, .otherRemotePort, .otherProtocol, .forwarded,
        .forwardedAnswer, .views,
      ]
    case .hard:
      [
        .sequence, .secondConflict, .conflictOverUDP, .again, .sequence, .forwardedPeer,
        .forwardedOtherProtocol, .replyAfterConflict,
      ]
    }
  }

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    let cards = Self.cards(level)
    let deck = SeededDeck(count: cards.count, salt: 0x4A7 + UInt64(level.rawValue))
    let card = cards[deck.card(seed: seed)]
    let isWeb = [.sequence, .conflictOverUDP, .otherProtocol].contains(card)
    var draw = NATDraw(CaseDraw(seed: seed, level: level, salt: 0x4A70_7AB1), isWeb: isWeb)
    let parts =
      switch level {
      case .easy: Self.easy(card, &draw)
      case .medium: Self.medium(card, &draw)
      case .hard: Self.hard(card, &draw)
      }
    return Exercise(
      question: Question(
        id: ExerciseID(family: id, level: level, seed: seed).description, topic: topic.rawValue,
        prompt: parts.prompt, figure: parts.figure, kind: parts.kind,
        explanation: parts.explanation, hints: parts.hints),
      data: parts.data)
  }

  // MARK: Cases

  private static func easy(_ card: Card, _ draw: inout NATDraw) -> NATParts {
    let first = NATCase.Packet.out(.tcp, draw.inside(0), draw.server)
    let second = NATCase.Packet.out(.tcp, draw.inside(1, offset: 2), draw.server)
    switch card {
    case .kept:
      return NATOutbound(example: NATCase(draw.router(), [first])).chooseOne(from: &draw)
    case .answer:
      return NATViews(example: NATCase(draw.router(), [first])).answer(from: &draw)
    case .reply, .unsolicited:
      let asked = draw.pick([UInt16(0), 2], else: 0)
      // Nobody has called from the port between the two.
      let port = draw.port.rawValue + (card == .reply ? asked : 1)
      let sender =
        card == .reply
        ? draw.server : draw.pick([draw.server, draw.otherServer], else: draw.server)
      let arrival = NATCase.Packet.back(.tcp, sender, draw.outside(PortNumber(port)))
      return NATInbound(example: NATCase(draw.router(), [first, second, arrival]))
        .parts(from: &draw)
    default:
      return NATOutbound(example: NATCase(draw.router(), [first, second])).entry
    }
  }

  private static func medium(_ card: Card, _ draw: inout NATDraw) -> NATParts {
    let first = NATCase.Packet.out(.tcp, draw.inside(0), draw.server)
    let second = NATCase.Packet.out(.tcp, draw.inside(1, offset: 2), draw.otherServer)
    switch card {
    case .conflict:
      let rival = NATCase.Packet.out(.tcp, draw.inside(1), draw.server)
      return NATOutbound(example: NATCase(draw.router(), [first, rival])).entry
    case .otherDestination:
      let same = NATCase.Packet.out(.tcp, draw.inside(1), draw.otherServer)
      return NATOutbound(example: NATCase(draw.router(), [first, same])).entry
    case .otherRemote, .otherRemotePort, .otherProtocol:
      var remote = draw.server
      var transport = TransportProtocol.tcp
      switch card {
      case .otherRemote: remote.address = draw.otherServer.address
      case .otherRemotePort: remote.port = draw.otherServer.port
      default: transport = .udp
      }
      let arrival = NATCase.Packet.back(transport, remote, draw.outside(draw.port))
      return NATInbound(example: NATCase(draw.router(), [first, second, arrival]))
        .parts(from: &draw)
    case .forwarded:
      return NATViews(example: forwarding(&draw, answers: false)).forwarded
    case .forwardedAnswer:
      return NATViews(example: forwarding(&draw, answers: true)).forwardedAnswer
    default:
      return NATViews(example: NATCase(draw.router(), [first])).table
    }
  }

  private static func hard(_ card: Card, _ draw: inout NATDraw) -> NATParts {
    let first = NATCase.Packet.out(.tcp, draw.inside(0), draw.server)
    let rival = NATCase.Packet.out(.tcp, draw.inside(1), draw.server)
    let third = NATCase.Packet.out(.tcp, draw.inside(2), draw.server)
    let elsewhere = NATCase.Packet.out(.tcp, draw.inside(1), draw.otherServer)
    let overUDP = NATCase.Packet.out(.udp, draw.inside(2), draw.server)
    switch card {
    case .sequence:
      let others = draw.shuffle([third, elsewhere, overUDP, rival]).prefix(2)
      let next = others.contains(rival) ? third : rival
      return NATSequence(
        example: NATCase(draw.router(), [first, others.contains(next) ? first : next] + others)
      ).parts
    case .secondConflict:
      // Sometimes a host has the lowest spare port as its own source port.
      let spare = Endpoint(draw.hosts[1], draw.spare.lowerBound)
      let second =
        draw.pick([true, false], else: true)
        ? rival : NATCase.Packet.out(.tcp, spare, draw.server)
      return NATOutbound(example: NATCase(draw.router(), [first, second, third])).entry
    case .conflictOverUDP:
      return NATOutbound(example: NATCase(draw.router(), [first, rival, overUDP])).entry
    case .again:
      return NATOutbound(example: NATCase(draw.router(), [first, rival, rival])).entry
    case .forwardedPeer:
      return NATViews(example: forwarding(&draw, answers: false)).peer(from: &draw)
    case .forwardedOtherProtocol:
      let inside = Endpoint(draw.hosts[2], 53)
      let forward = NATTable.Forward(.tcp, port: 53, to: inside)
      let transport = draw.pick([TransportProtocol.udp, .udp, .tcp], else: .udp)
      let client = Endpoint(draw.otherServer.address, draw.port)
      let arrival = NATCase.Packet.back(transport, client, draw.outside(53))
      return NATInbound(
        example: NATCase(draw.router(forwards: [forward]), [first, rival, arrival])
      ).parts(from: &draw)
    default:
      let port = draw.pick([draw.port, draw.spare.lowerBound], else: draw.spare.lowerBound)
      let arrival = NATCase.Packet.back(.tcp, draw.server, draw.outside(port))
      return NATInbound(
        example: NATCase(draw.router(), [first, rival, arrival]), hidesEntries: true
      ).parts(from: &draw)
    }
  }

  /// A client outside calls a forwarded port, and the host inside may answer.
  private static func forwarding(_ draw: inout NATDraw, answers: Bool) -> NATCase {
    let ports = draw.pick(
      [(8080, 80), (8443, 443), (2222, 22), (443, 8443), (80, 3000)] as [(UInt16, UInt16)],
      else: (8080, 80))
    let inside = Endpoint(draw.hosts[0], PortNumber(ports.1))
    let forward = NATTable.Forward(.tcp, port: PortNumber(ports.0), to: inside)
    let client = Endpoint(draw.server.address, draw.port)
    let call = NATCase.Packet.back(.tcp, client, draw.outside(PortNumber(ports.0)))
    let answer = NATCase.Packet.out(.tcp, inside, client)
    return NATCase(draw.router(forwards: [forward]), answers ? [call, answer] : [call])
  }
}

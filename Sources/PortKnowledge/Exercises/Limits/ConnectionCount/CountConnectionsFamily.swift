/// How many connections there can be from some addresses and ports to some others.
struct CountConnectionsFamily: ExerciseFamily {
  let id = "count-connections"
  let title = "How many connections?"
  let summary = "Count the connections that addresses and ports allow, and see them run out."
  let topic = ExerciseTopic.tuples
  let asksKernel = true

  /// What is asked, and what makes the case special.
  private enum Card {
    case smallRange
    case twoDestinations
    case defaultRange
    case next
    case product
    case openAlready
    case openAlreadyDefault
    case nextElsewhere
    case addressesNeeded
    case boundFirst
    case remedies
    case ways
    case timeWait
    case listener
    case boundFirstProduct
    case nextBound
    case reserved
    case addressesNeededElsewhere
  }

  private static func cards(_ level: ExerciseLevel) -> [Card] {
    switch level {
    case .easy: [.smallRange, .twoDestinations, .defaultRange, .next]
    case .medium:
      [
        .product, .openAlready, .openAlreadyDefault, .nextElsewhere, .addressesNeeded, .boundFirst,
        .remedies,
      ]
    case .hard:
      [
        .ways, .timeWait, .listener, .boundFirstProduct, .nextBound, .reserved,
        .addressesNeededElsewhere,
      ]
    }
  }

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    let cards = Self.cards(level)
    let deck = SeededDeck(count: cards.count, salt: 0xC097 + UInt64(level.rawValue))
    var draw = CountDraw(CaseDraw(seed: seed, level: level, salt: 0xC0_4E5C))
    let parts = Self.parts(cards[deck.card(seed: seed)], from: &draw)
    return Exercise(
      question: Question(
        id: ExerciseID(family: id, level: level, seed: seed).description, topic: topic.rawValue,
        prompt: parts.prompt, figure: parts.figure, kind: parts.kind,
        explanation: parts.explanation, hints: parts.hints),
      data: parts.data, experiment: parts.experiment)
  }

  // MARK: Cases

  private static func parts(_ card: Card, from draw: inout CountDraw) -> CountParts {
    switch card {
    case .smallRange: return .most(draw.countCase(ports: draw.number(2...6)))
    case .twoDestinations:
      let addresses = draw.number(1...2)
      return .most(
        draw.countCase(
          ports: draw.number(2...6), addresses: addresses, destinationPorts: 3 - addresses))
    case .defaultRange:
      let sources = draw.number(1...4)
      var example = draw.countCase(sources: sources, addresses: sources == 1 ? 2 : 1)
      example.areMachines = sources > 1
      return .most(example)
    case .next: return next(draw.countCase(ports: draw.number(2...6)), isElsewhere: false, &draw)
    case .product:
      return .most(
        draw.countCase(
          sources: draw.number(2...3), ports: draw.number(2...3), addresses: draw.number(1...2),
          destinationPorts: draw.number(1...2)))
    case .openAlready:
      let ports = draw.number(3...6)
      var example = draw.countCase(ports: ports, addresses: 2)
      example.open = draw.number(1...ports - 1)
      return .most(example)
    case .openAlreadyDefault:
      var example = draw.countCase(
        sources: draw.number(1...3), addresses: draw.number(1...2),
        destinationPorts: draw.number(1...2))
      example.open = draw.number(1...99) * 10
      return .most(example)
    case .nextElsewhere:
      return next(draw.countCase(ports: draw.number(2...6)), isElsewhere: true, &draw)
    case .addressesNeeded: return .addresses(AddressesNeeded(draw.countCase(), from: &draw))
    case .boundFirst:
      var example = draw.countCase(ports: evenRange(&draw), addresses: draw.number(2...3))
      example.choice = .atBind
      return .most(example)
    case .remedies: return .remedies(draw.countCase(), from: &draw)
    default: return hardParts(card, from: &draw)
    }
  }

  private static func hardParts(_ card: Card, from draw: inout CountDraw) -> CountParts {
    switch card {
    case .timeWait:
      let ports = draw.number(4...6)
      var example = draw.countCase(ports: ports, addresses: draw.number(1...2))
      example.timeWait = draw.number(1...2)
      example.open = draw.number(0...ports - 3)
      return .most(example)
    case .listener:
      let ports = draw.number(3...6)
      var example = draw.countCase(ports: ports, addresses: draw.number(1...3))
      let offset = UInt16(draw.number(0...ports - 1))
      example.listener = Endpoint(
        .octets(192, 0, 2, UInt8(draw.number(100...250))),
        PortNumber(example.ports.lowerBound.rawValue + offset))
      return .most(example)
    case .boundFirstProduct:
      let ports = evenRange(&draw)
      var example = draw.countCase(
        sources: draw.number(2...3), ports: ports, addresses: draw.number(1...2),
        destinationPorts: 2)
      example.choice = .atBind
      example.open = draw.number(0...ports - 1)
      return .most(example)
    case .nextBound:
      var example = draw.countCase(ports: evenRange(&draw))
      example.choice = draw.pick([.atBind, .atBind, .atConnect], else: .atBind)
      return next(example, isElsewhere: true, &draw)
    case .reserved:
      var example = draw.countCase(
        sources: draw.number(1...3), addresses: draw.number(1...2))
      let lowest = UInt16(draw.number(400...580)) * 100
      example.reserved =
        PortNumber(lowest)...PortNumber(lowest + UInt16(draw.pick([9, 49, 99, 199, 999], else: 9)))
      return .most(example)
    case .addressesNeededElsewhere:
      var example = draw.countCase(
        addresses: draw.number(1...2), destinationPorts: 2)
      example.choice = draw.pick([.atBind, .atConnect], else: .atBind)
      return .addresses(AddressesNeeded(example, from: &draw))
    default:
      return .ways(draw.countCase(ports: 2 * draw.number(1...2), addresses: draw.number(2...3)))
    }
  }

  /// A number of ports all of which bind() can choose: of an odd number it leaves out the last.
  private static func evenRange(_ draw: inout CountDraw) -> Int { 2 * draw.number(1...3) }

  /// One more connection: to the same destination, or with another source or destination.
  private static func next(
    _ example: CountCase, isElsewhere: Bool, _ draw: inout CountDraw
  ) -> CountParts {
    var source = example.source
    var target = example.destination
    if isElsewhere {
      switch draw.number(0...(example.choice == .atBind ? 3 : 2)) {
      case 0:
        if case .v4(let bits) = source { source = .v4(bits + 1) }
      case 1:
        target.port = target.port == 443 ? 80 : 443
      default:
        if case .v4(let bits) = target.address { target.address = .v4(bits + 1) }
      }
    }
    return .next(example, source: source, target: target)
  }
}

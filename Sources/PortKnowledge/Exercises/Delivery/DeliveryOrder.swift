/// Who gets a packet, who gets the next one like it once that socket is closed, and so on.
struct DeliveryOrder {
  /// The sockets in that order, by their positions; after the last of them nobody.
  let receivers: [Int]
  /// By what each of them gets it, in a few words.
  let ranks: [String]
  private let delivery: DeliveryCase
  /// The positions in `receivers`, and its count for nobody, as they are shown.
  private let shown: [Int]

  /// The order; nil where fewer than two sockets fit, or where TCP segments would meet a
  /// connection.
  init?(_ packet: ArrivingPacket, _ delivery: DeliveryCase, from draw: inout CaseDraw) {
    var left = Array(delivery.sockets.indices)
    var receivers: [Int] = []
    var ranks: [String] = []
    while true {
      let result = Demultiplexer.delivery(of: packet, among: left.map { delivery.sockets[$0] })
      guard let receiver = result.receiver, let rule = result.rule else { break }
      if rule == .connection, delivery.transport == .tcp { return nil }
      let socket = left.remove(at: receiver)
      receivers.append(socket)
      ranks.append(Self.words(rule, delivery.sockets[socket], packet))
    }
    guard receivers.count > 1 else { return nil }
    self.delivery = delivery
    self.receivers = receivers
    self.ranks = ranks
    let order = Array(0...receivers.count)
    var shown = draw.shuffle(order)
    if shown == order { shown.swapAt(0, 1) }
    self.shown = shown
  }

  private static func words(
    _ rule: DeliveryRule, _ socket: ReceivingSocket, _ packet: ArrivingPacket
  ) -> String {
    switch rule {
    case .connection: "both ends"
    case .exactAddress:
      socket.isIPv6 == packet.tuple.destination.address.isIPv6
        ? "the exact address" : "the mapped address"
    case .wildcard: "the family's wildcard"
    case .dualStackWildcard: "the dual-stack wildcard"
    }
  }

  /// The steps to be put in order.
  func ordering(_ words: DeliveryWords) -> Question.Ordering {
    let items = shown.map { place in
      place == receivers.count ? "nobody: \(words.refusal)" : words.option(receivers[place])
    }
    let rules = (1...receivers.count).compactMap { place -> Question.Ordering.Rule? in
      guard let before = shown.firstIndex(of: place - 1), let after = shown.firstIndex(of: place)
      else { return nil }
      return Question.Ordering.Rule(
        before: before, after: after, explanation: reason(place, words))
    }
    let solution = (0...receivers.count).compactMap { shown.firstIndex(of: $0) }
    return Question.Ordering(items: items, rules: rules, solution: solution)
  }

  /// Why one comes after the one before it.
  private func reason(_ place: Int, _ words: DeliveryWords) -> String {
    let before = delivery.name(receivers[place - 1])
    guard place < receivers.count else {
      return "\(before) still fits. Only when no socket fits is the answer \(words.refusal)."
    }
    return "\(before) fits by \(ranks[place - 1]), \(delivery.name(receivers[place])) by "
      + "\(ranks[place]), which comes later."
  }
}

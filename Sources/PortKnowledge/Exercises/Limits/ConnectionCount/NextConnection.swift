/// What comes of one more connection when every source port to one destination is taken.
struct NextConnection {
  /// What a learner can answer.
  private enum Result: CaseIterable {
    case success
    case notAvailable
    case inUse
    case refused
    case waits
  }

  /// The case, of which every port from the first source to the first destination is taken.
  let example: CountCase
  /// Where the next connection comes from.
  let source: IPAddress
  /// Where it goes.
  let target: Endpoint

  private var right: Result {
    switch example.outcome(ofNextFrom: source, to: target) {
    case .ok: .success
    default: example.choice == .atBind ? .inUse : .notAvailable
    }
  }

  private var isBound: Bool { example.choice == .atBind }

  /// What there is, and the next connection.
  var figure: [MarkedText] {
    var rows = [["from ports", example.portText]]
    if isBound || source != example.source { rows.append(["calls", example.calls]) }
    rows += [
      ["open", "\(example.portCount) from \(example.source) to \(example.destination)"],
      ["next", "1 from \(source) to \(target)"],
    ]
    return AlignedRows(rows.map { row in [[.init(row[0], .faint)], [.init(row[1])]] }).lines
  }

  /// The answers, always in the same order.
  var options: [Question.Option] {
    Result.allCases.map {
      Question.Option(
        text(of: $0), isRight: $0 == right, explanation: reason(for: $0), figure: usage)
    }
  }

  private func text(of result: Result) -> String {
    switch result {
    case .success: "it is established, from one of these ports"
    case .notAvailable: "connect() fails with EADDRNOTAVAIL"
    case .inUse: "\(isBound ? "bind()" : "connect()") fails with EADDRINUSE"
    case .refused: "connect() fails with ECONNREFUSED"
    case .waits: "connect() waits until a port is free"
    }
  }

  /// How many ports are taken from the source to the target, with a ▲.
  private var usage: [MarkedText] {
    let total = example.portCount
    let free = right == .success
    var rows = [
      ["\(example.source)", "\(example.destination)", "\(total) of \(total) ports taken"]
    ]
    if source != example.source || target != example.destination {
      let left = free ? "0 of \(total) ports taken" : "needs one of the same"
      rows.append(["\(source)", "\(target)", left])
    }
    return AlignedRows(texts: rows).lines(
      pointingAt: rows.count - 1, column: 2, note: free ? "room for it" : "no port left")
  }

  private func reason(for result: Result) -> String {
    let taken = "All \(example.portCount) ports"
    switch result {
    case .success where right == .success && isBound:
      return "\(taken) are bound to \(example.source). \(source) is another address, on which they "
        + "are free."
    case .success where right == .success:
      return "\(taken) are taken only from \(example.source) to \(example.destination). "
        + "This is another pair of endpoints."
    case .success where isBound:
      return "\(taken) of \(source) are bound. bind() does not know that the destination will be "
        + "another one."
    case .success:
      return
        "\(taken) from \(source) to \(target) are taken. One more would be a second connection "
        + "with the same pair of endpoints."
    case .notAvailable where right == .notAvailable:
      return "connect() looks for a source port that is free for this destination, and there is "
        + "none: cannot assign requested address."
    case .notAvailable where isBound:
      return "connect() is never called: bind() has to find a port first, and finds none."
    case .inUse where right == .inUse:
      return "bind() with port 0 looks for a port that no socket of \(source) holds, and there is "
        + "none."
    case .inUse where right == .notAvailable:
      return "EADDRINUSE is what bind() says. A TCP connect() that finds no source port says "
        + "EADDRNOTAVAIL."
    case .notAvailable, .inUse:
      return "Ports are counted for each pair of source address and destination. From \(source) to "
        + "\(target) none is taken."
    case .refused:
      return "ECONNREFUSED is the answer of a machine where nobody listens. Here the server listens"
        + (right == .success ? " and answers." : ", and nothing is sent to it.")
    case .waits:
      return right == .success
        ? "There is nothing to wait for: from \(source) to \(target) every port is free."
        : "The kernel looks for a port once, and reports at once that it found none."
    }
  }
}

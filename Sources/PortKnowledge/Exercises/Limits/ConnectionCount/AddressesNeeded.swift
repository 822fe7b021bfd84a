/// How many source addresses so many connections need.
struct AddressesNeeded {
  let example: CountCase
  /// How many connections there are to be at the same time.
  let connections: Int

  /// A number of connections for two to nine addresses, sometimes an exact multiple.
  init(_ example: CountCase, from draw: inout CountDraw) {
    self.example = example
    let each = example.count.perSourceAddress
    let whole = draw.number(2...8)
    let more = draw.pick([0, 1, draw.number(2...each - 1), draw.number(2...each - 1)], else: 1)
    connections = whole * each + more
  }

  private var each: Int { example.count.perSourceAddress }

  /// The number to type.
  var entry: Question.Entry {
    let right = example.count.sourceAddressesNeeded(for: connections) ?? 0
    var seen: Set<Int> = [right]
    let mistakes = candidates.filter { $0.value > 0 && seen.insert($0.value).inserted }.map {
      Question.Entry.Mistake(String($0.value), explanation: $0.reason)
    }
    return Question.Entry(accepted: [String(right)], mistakes: mistakes, form: .number)
  }

  private var candidates: [(value: Int, reason: String)] {
    let whole = connections / each
    let count = example.count
    var all: [(value: Int, reason: String)] = [
      (
        whole,
        "\(whole) addresses give \(whole * each) connections: \(connections - whole * each) too few."
      ),
      (
        whole + 1,
        "\(whole) addresses give \(whole * each) connections, which is exactly enough."
      ),
    ]
    if count.destinations > 1 {
      let other =
        count.choice == .atConnect ? count.sourcePorts : count.sourcePorts * count.destinations
      all.append(
        (
          (connections + other - 1) / other,
          count.choice == .atConnect
            ? "A source port can be used to each of the \(count.destinations) destinations: one "
              + "address gives \(each)."
            : "bind() chooses the port before the destination is known, so one address gives only "
              + "\(each)."
        ))
    }
    return all + [
      (
        (connections + 65_534) / 65_535,
        "A source address does not give 65535: Linux chooses from \(count.sourcePorts) ports, "
          + "\(example.ports.lowerBound) to \(example.ports.upperBound)."
      ),
      (1, "One address gives \(each) connections here."),
    ]
  }

  /// The figure of the case, with the number instead of source addresses.
  var figure: [MarkedText] { example.figure(first: ["connections", "\(connections)"]) }
}

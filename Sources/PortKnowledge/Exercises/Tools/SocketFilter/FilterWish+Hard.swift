extension FilterWish {
  /// How many wishes of the hard level there are.
  static let hardCount = 7

  /// A wish for wildcards, groups, ranges or brackets.
  static func hard(_ card: Int, _ scene: FilterScene) -> FilterWish {
    switch card {
    case 0: wildcard4
    case 1: wildcard6
    case 2: twoStates(scene)
    case 3: brackets(scene)
    case 4: butOne(scene)
    case 5: range(scene)
    default: noListener(scene)
    }
  }

  private static var wildcard4: FilterWish {
    FilterWish(
      "every listener on the IPv4 wildcard 0.0.0.0, and none on :: or on one address",
      "state listening src 0.0.0.0",
      "0.0.0.0 without a length is just this address. src * and 0.0.0.0/0 mean any address (ss(8)).",
      hints: [
        "A wildcard stands in the column Local like any other address.", addressRule,
        "After the state: src and the four octets, without a length and without a star.",
      ],
      nearMisses: [
        NearMiss("state listening src *", "* in a filter means any address, not the wildcard."),
        NearMiss(
          "state listening src 0.0.0.0/0", "The length 0 compares no bit: every IPv4 address."),
        NearMiss("state listening src [::]", "[::] is the wildcard of IPv6."),
      ])
  }

  private static var wildcard6: FilterWish {
    FilterWish(
      "every listener on ::, whether ss prints it as * or as [::]", "state listening src [::]",
      "In the kernel both are the address ::. An IPv6 address stands in brackets in a filter (ss(8)).",
      hints: [
        "* and [::] in the table are one address; they differ in IPV6_V6ONLY alone.",
        "An IPv6 address stands in square brackets. * in a filter means any address.",
        "After the state: src and the address :: in its brackets.",
      ],
      nearMisses: [
        NearMiss("state listening src *", "* in a filter means any address, also those of IPv4."),
        NearMiss("state listening src [::/0]", "The length 0 compares no bit: [::1] passes too."),
        NearMiss("state listening src 0.0.0.0", "0.0.0.0 is the wildcard of IPv4."),
      ])
  }

  private static func twoStates(_ scene: FilterScene) -> FilterWish {
    let port = scene.service
    return FilterWish(
      "the rows in TIME-WAIT or CLOSE-WAIT that have the local port \(port)",
      "state time-wait state close-wait sport = :\(port)",
      "Each state adds one; the condition then holds for all of them (ss(8)).",
      hints: [
        "A filter may name several states.",
        "state may be repeated, each time with one name; no or stands between them.",
        "Twice state with its name, then sport with :\(port).",
      ],
      nearMisses: [
        NearMiss(
          "state bucket sport = :\(port)", "bucket is TIME-WAIT and SYN-RECV, not CLOSE-WAIT."),
        NearMiss("exclude established sport = :\(port)", "LISTEN and other states would stay."),
        NearMiss("state time-wait state close-wait", "It says nothing about the port."),
      ])
  }

  private static func brackets(_ scene: FilterScene) -> FilterWish {
    let one = scene.service
    let two = scene.second
    let network = FilterScene.network
    return FilterWish(
      "rows with a peer in \(network) whose local port is \(one) or \(two)",
      "dst \(network) ( sport = :\(one) or sport = :\(two) )",
      "The brackets make or bind first. Without them ss goes from left to right, so that every row of "
        + "port \(two) would pass.",
      hints: [
        "The network is asked for both ports. What has to be joined first?",
        "ss takes the words and, or from left to right. Brackets, with spaces around them, come first.",
        "First dst with the network, then in brackets the two ports with the word or between them.",
      ],
      nearMisses: [
        NearMiss(
          "dst \(network) and sport = :\(one) or sport = :\(two)",
          "Without brackets the network counts for port \(one) alone."),
        NearMiss("sport = :\(one) or sport = :\(two)", "It says nothing about the peer."),
        NearMiss(
          "dst \(network) sport = :\(one) sport = :\(two)",
          "Nothing between two conditions means and: no port is both."),
      ])
  }

  private static func butOne(_ scene: FilterScene) -> FilterWish {
    let one = scene.clients[0]
    let network = FilterScene.network
    return FilterWish(
      "every row in ESTAB with a peer in \(network), except \(one)",
      "state established dst \(network) not dst \(one)",
      "not turns round the one condition that follows; src and dst can only be compared with =.",
      hints: [
        "First the state, then the network, then the exception.",
        "src and dst know no word for unequal. The word not before a condition turns it round.",
        "After the network comes not, and then dst with \(one).",
      ],
      nearMisses: [
        NearMiss("state established not dst \(one)", "Peers outside the network pass too."),
        NearMiss("state established dst \(network)", "\(one) lies in that network."),
        NearMiss("dst \(network) not dst \(one)", "It says nothing about the state."),
      ])
  }

  private static func range(_ scene: FilterScene) -> FilterWish {
    let low = scene.thousand.lowerBound
    let high = scene.thousand.upperBound
    return FilterWish(
      "every row with a local port from \(low) to \(high), both included",
      "sport >= :\(low) sport <= :\(high)",
      "Two comparisons one after the other must both hold; >= and <= include the borders (ss(8)).",
      hints: [
        "A range has two ends: one comparison for each.", portRule,
        "sport, twice: at least :\(low), and at most :\(high).",
      ],
      nearMisses: [
        NearMiss("sport >= :\(low) or sport <= :\(high)", "Every port fulfils one of the two."),
        NearMiss("sport > :\(low) sport < :\(high)", "> and < leave out the borders."),
        NearMiss("dport >= :\(low) dport <= :\(high)", "dport is the peer's port."),
      ])
  }

  private static func noListener(_ scene: FilterScene) -> FilterWish {
    let port = scene.service
    return FilterWish(
      "connections in all states whose peer's port is not \(port), without listeners",
      "exclude listening dport ne :\(port)",
      "A listener's row has the peer's port 0, which is not \(port) either: so LISTEN is excluded.",
      hints: [
        "A listener has no peer. What does its row hold as the peer's port?",
        "dport ne is true for 0 as well; exclude takes a state away.",
        "First exclude with the word for LISTEN, then dport with the comparison for unequal.",
      ],
      nearMisses: [
        NearMiss("dport ne :\(port)", "Listeners have the peer's port 0, so they pass too."),
        NearMiss("exclude listening sport ne :\(port)", "sport is the local port."),
        NearMiss("state established dport ne :\(port)", "All states are wanted, not ESTAB alone."),
      ])
  }
}

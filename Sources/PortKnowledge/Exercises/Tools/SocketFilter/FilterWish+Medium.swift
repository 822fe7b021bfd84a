extension FilterWish {
  /// How many wishes of the medium level there are.
  static let mediumCount = 7

  /// A wish for two conditions, a network or a comparison.
  static func medium(_ card: Int, _ scene: FilterScene) -> FilterWish {
    switch card {
    case 0: openCalls(scene)
    case 1: clientsOfPort(scene)
    case 2: eitherSide(scene)
    case 3: network
    case 4: innerListeners
    case 5: openButPort(scene)
    default: lowListeners
    }
  }

  private static func openCalls(_ scene: FilterScene) -> FilterWish {
    let port = scene.remotePort
    return FilterWish(
      "every row in ESTAB whose peer has the port \(port)", "state established dport = :\(port)",
      "The state comes first, and the condition follows without a word between them (ss(8)).",
      hints: [
        "Two things are asked: the state, and the port of the peer.",
        "state NAME stands before every condition. dport is the peer's port.",
        "After state established comes dport with a comparison and :\(port).",
      ],
      nearMisses: [
        NearMiss("dport = :\(port)", "It says nothing about the state."),
        NearMiss("state established sport = :\(port)", "sport is the local port."),
        NearMiss(
          "state established ( sport = :\(port) or dport = :\(port) )",
          "That takes the port on either side."),
      ])
  }

  private static func clientsOfPort(_ scene: FilterScene) -> FilterWish {
    let port = scene.service
    return FilterWish(
      "the clients' connections to port \(port) here in all states, without the listener",
      "exclude listening sport = :\(port)",
      "exclude takes a state away; state connected does the same here. sport is the local port.",
      hints: [
        "Clients' connections have the local port of their listener.",
        "exclude NAME takes one state away; connected is every state but LISTEN and UNCONN.",
        "First exclude with the word for LISTEN, then sport with :\(port).",
      ],
      nearMisses: [
        NearMiss("sport = :\(port)", "The listener has this local port too."),
        NearMiss("state established sport = :\(port)", "Other states are wanted too."),
        NearMiss("exclude listening dport = :\(port)", "dport is the peer's port."),
      ])
  }

  private static func eitherSide(_ scene: FilterScene) -> FilterWish {
    let port = scene.service
    return FilterWish(
      "every row with the port \(port) on either side, local or peer",
      "sport = :\(port) or dport = :\(port)",
      "With or, a row passes where one of the two conditions holds (ss(8)).",
      hints: [
        "There is no word for a port on any side: name both sides.",
        "Two conditions are joined by and or by or. Nothing between them means and.",
        "sport and dport, each with :\(port), and the word for one of two between them.",
      ],
      nearMisses: [
        NearMiss(
          "sport = :\(port) and dport = :\(port)",
          "With and, the port must stand on both sides at once."),
        NearMiss("sport = :\(port)", "That is the local side alone."),
        NearMiss("dport = :\(port)", "That is the peer's side alone."),
      ])
  }

  private static var network: FilterWish {
    FilterWish(
      "every row whose peer lies in the network \(FilterScene.network)",
      "dst \(FilterScene.network)",
      "An address with a length stands for a network: the first 24 bits must agree (ss(8)).",
      hints: [
        "The peer is the destination. A network is an address and how many bits of it count.",
        addressRule, "It is dst, and the network as it stands in the question.",
      ],
      nearMisses: [
        NearMiss("dst 203.0.113.0", "Without a length it is one single address."),
        NearMiss("src \(FilterScene.network)", "src is the local address."),
        NearMiss("dst 203.0.0.0/16", "16 bits are fewer, so that network is larger."),
      ])
  }

  private static var innerListeners: FilterWish {
    FilterWish(
      "every listener bound to 127.0.0.1", "state listening src 127.0.0.1",
      "The local address of a listener is the one that it is bound to: src (ss(8)).",
      hints: [
        "Two things are asked: the state, and the local address.",
        "state NAME stands before every condition. src is the local address.",
        "After the state come src and the address.",
      ],
      nearMisses: [
        NearMiss("src 127.0.0.1", "Connections inside the machine have that address too."),
        NearMiss("state listening", "Listeners on other addresses are not wanted."),
        NearMiss(
          "state listening dst 127.0.0.1", "dst is the peer's address; a listener has none."),
        NearMiss("state listening src 127.0.0.0/8", "127.0.0.53, for example, lies in there too."),
      ])
  }

  private static func openButPort(_ scene: FilterScene) -> FilterWish {
    let port = scene.service
    return FilterWish(
      "every row in ESTAB, except those with the local port \(port)",
      "state established sport ne :\(port)",
      "ne asks for any port but this one; not sport = :\(port) says the same (ss(8)).",
      hints: [
        "Two things are asked: the state, and what the local port is not.",
        "Ports can be compared with ne for unequal, and not turns any condition round.",
        "After state established: sport, the comparison for unequal, and :\(port).",
      ],
      nearMisses: [
        NearMiss("state established dport ne :\(port)", "dport is the peer's port."),
        NearMiss("sport ne :\(port)", "It says nothing about the state."),
        NearMiss(
          "exclude established sport = :\(port)",
          "exclude takes ESTAB away, and = keeps the port: the opposite of both."),
      ])
  }

  private static var lowListeners: FilterWish {
    FilterWish(
      "every listener on a port below 1024", "state listening sport < :1024",
      "A listener's port is its local one, and < leaves out 1024 itself (ss(8)).",
      hints: [
        "The port of a listener stands in the column Local.", portRule,
        "After the state: sport, the comparison for less, and :1024.",
      ],
      nearMisses: [
        NearMiss(
          "state listening dport < :1024",
          "The peer's port of a listener is 0, so that shows every listener."),
        NearMiss("state listening sport <= :1024", "<= lets 1024 itself through."),
        NearMiss("sport < :1024", "Connections of those ports would be shown too."),
      ])
  }
}

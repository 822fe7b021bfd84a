extension FilterWish {
  /// How many wishes of the easy level there are.
  static let easyCount = 6

  /// A wish that one condition fulfils.
  static func easy(_ card: Int, _ scene: FilterScene) -> FilterWish {
    switch card {
    case 0: listeners
    case 1: open
    case 2: localPort(scene)
    case 3: remotePort(scene)
    case 4: peer(scene)
    default: ended(scene)
    }
  }

  static let stateRule =
    "state comes first, then a name of ss(8): established, listening, time-wait, close-wait, or a "
    + "group such as connected."
  static let portRule =
    "sport is the local port and dport the peer's. They take =, ne, <, <=, > and >=, and a port "
    + "such as :443."
  static let addressRule =
    "src is the local address and dst the peer's. They take an address, or a network such as "
    + "192.0.2.0/24."

  private static let listeners = FilterWish(
    "every listener and nothing else", "state listening",
    "A filter says listening for what the table prints as LISTEN (ss(8)).",
    hints: [
      "Listeners differ from all other rows in the first column.", stateRule,
      "The word for LISTEN ends in -ing, and state stands before it.",
    ],
    nearMisses: [
      NearMiss("state established", "established means ESTAB: the open connections."),
      NearMiss("exclude established", "That leaves out ESTAB alone; other states stay."),
      NearMiss("state connected", "connected is every state but LISTEN and UNCONN: the opposite."),
    ])

  private static let open = FilterWish(
    "every row in ESTAB and no other", "state established",
    "A filter says established for what the table prints as ESTAB (ss(8)).",
    hints: [
      "All rows that are wanted have the same first column.", stateRule,
      "The name is the whole word that ESTAB stands for, after state.",
    ],
    nearMisses: [
      NearMiss(
        "state connected", "connected is every state but LISTEN and UNCONN, also TIME-WAIT."),
      NearMiss("exclude listening", "That leaves out LISTEN alone; TIME-WAIT and others stay."),
      NearMiss(
        "state synchronized",
        "synchronized is every connection whose SYNs are exchanged, also one that is closing."),
    ])

  private static func localPort(_ scene: FilterScene) -> FilterWish {
    let port = scene.service
    return FilterWish(
      "every row with the local port \(port), whatever its state", "sport = :\(port)",
      "sport is the port in the column Local, for listeners and connections alike (ss(8)).",
      hints: [
        "The column Local is called source in a filter, and Peer destination.", portRule,
        "It is sport, a comparison, and :\(port), with spaces between them.",
      ],
      nearMisses: [
        NearMiss("dport = :\(port)", "dport is the peer's port, in the column Peer."),
        NearMiss("state established sport = :\(port)", "Any state is wanted, also LISTEN."),
        NearMiss("state listening sport = :\(port)", "Connections are wanted too."),
      ])
  }

  private static func remotePort(_ scene: FilterScene) -> FilterWish {
    let port = scene.remotePort
    return FilterWish(
      "every row whose peer has the port \(port)", "dport = :\(port)",
      "dport is the port in the column Peer (ss(8)): connections from here to port \(port) elsewhere.",
      hints: [
        "The peer is the destination, whoever opened the connection.", portRule,
        "It is dport, a comparison, and :\(port), with spaces between them.",
      ],
      nearMisses: [
        NearMiss("sport = :\(port)", "sport is the local port, in the column Local."),
        NearMiss("state established dport = :\(port)", "Any state is wanted."),
        NearMiss("dst \(scene.server)", "That is one address; its port does not count there."),
      ])
  }

  private static func peer(_ scene: FilterScene) -> FilterWish {
    let address = scene.clients[0]
    return FilterWish(
      "every row whose peer has the address \(address)", "dst \(address)",
      "dst is the address in the column Peer, with any port (ss(8)).",
      hints: [
        "The peer is the destination, also where it opened the connection.", addressRule,
        "It is dst and \(address), with a space between them.",
      ],
      nearMisses: [
        NearMiss("src \(address)", "src is the local address, in the column Local."),
        NearMiss("dst \(FilterScene.network)", "That is the whole network around it."),
        NearMiss("state established dst \(address)", "Any state is wanted."),
      ])
  }

  private static func ended(_ scene: FilterScene) -> FilterWish {
    let isTimeWait = scene.shown.contains { $0.row.state == .timeWait }
    let name = isTimeWait ? "time-wait" : "close-wait"
    let other = isTimeWait ? "close-wait" : "time-wait"
    return FilterWish(
      isTimeWait
        ? "the rows that this machine keeps because it closed first"
        : "the rows that wait for a close() of a program here",
      "state \(name)",
      isTimeWait
        ? "The side that closed first keeps a row in TIME-WAIT; a filter says time-wait (ss(8))."
        : "CLOSE-WAIT: the peer has closed, our program has not; a filter says close-wait (ss(8)).",
      hints: [
        "Which state does that side come to?", stateRule,
        isTimeWait
          ? "It is the state that lasts 60 seconds on Linux." : "It is the state with no timeout.",
      ],
      nearMisses: [
        NearMiss(
          "state \(other)",
          isTimeWait
            ? "close-wait is the side that has not closed."
            : "time-wait is the side that closed first."
        ),
        NearMiss(
          "exclude established", "That leaves out ESTAB alone; LISTEN and other states stay."),
        NearMiss("state connected", "connected is every state but LISTEN and UNCONN."),
      ])
  }
}

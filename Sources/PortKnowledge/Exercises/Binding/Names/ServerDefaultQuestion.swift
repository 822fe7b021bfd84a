/// Asks where a server listens that names a port but no address.
struct ServerDefaultQuestion {
  /// What is offered: an address and who reaches it.
  private enum Reach: CaseIterable {
    case ipv4, both, ipv6, loopback

    var local: LocalAddress {
      switch self {
      case .ipv4: LocalAddress(.any)
      case .both: LocalAddress(.any6)
      case .ipv6: .any6Only
      case .loopback: LocalAddress(.loopback)
      }
    }

    var words: String {
      switch self {
      case .ipv4: "for IPv4 alone"
      case .both: "for IPv6 and IPv4"
      case .ipv6: "for IPv6 alone"
      case .loopback: "for this machine alone"
      }
    }
  }

  private let server: ServerDefault
  /// The port that the program names; 0 lets the kernel choose.
  private let port: PortNumber

  /// A server of a library, and the port that it names.
  init(_ server: ServerDefault, port: PortNumber) {
    self.server = server
    self.port = port
  }

  /// The question under its id.
  func question(_ id: String) -> Question {
    Question(
      id: id, topic: ExerciseTopic.binding.rawValue,
      prompt: "Linux with its defaults, on a machine that has IPv4 and IPv6. "
        + "Where does this \(language) program listen, and for whom?",
      figure: lines.map { MarkedText($0) },
      kind: .chooseOne(
        Reach.allCases.map { reach in
          Question.Option(
            text(reach), isRight: reach.local == server.local, explanation: explanation(reach),
            figure: figure)
        }),
      explanation: reason
        + (port == 0 ? " Port 0 lets the kernel choose a free port at bind()." : ""),
      hints: [
        "No address is named, so the library chooses one: which version of IP, and which wildcard?",
        "0.0.0.0 is for IPv4. :: is for IPv6, and for IPv4 too unless IPV6_V6ONLY is set.",
        hint,
      ])
  }

  private func text(_ reach: Reach) -> String {
    port == 0
      ? "\(reach.local.address) and a chosen port, \(reach.words)"
      : "\(Endpoint(reach.local.address, port)), \(reach.words)"
  }

  private func explanation(_ reach: Reach) -> String {
    if reach.local == server.local { return reason }
    switch reach {
    case .loopback:
      return "This library takes 127.0.0.1 only where it is told to. \(reason)"
    case .both where server.local.isIPv6, .ipv6 where server.local.isIPv6:
      return "The address is right; IPV6_V6ONLY decides about IPv4. \(reason)"
    case .ipv4, .both, .ipv6:
      return reason
    }
  }

  // MARK: What the libraries do

  private var language: String {
    switch server {
    case .python, .pythonIPv6, .pythonDualStack: "Python"
    case .node, .nodeIPv6Only: "Node"
    case .go, .goIPv4: "Go"
    }
  }

  private var lines: [String] {
    switch server {
    case .python: ["s = socket.create_server((\"\", \(port)))"]
    case .pythonIPv6:
      ["s = socket.create_server(", "    (\"\", \(port)), family=socket.AF_INET6)"]
    case .pythonDualStack:
      [
        "s = socket.create_server(", "    (\"\", \(port)), family=socket.AF_INET6,",
        "    dualstack_ipv6=True)",
      ]
    case .node: ["const server = net.createServer()", "server.listen(\(port))"]
    case .nodeIPv6Only:
      [
        "const server = net.createServer()",
        "server.listen({ port: \(port), host: '::', ipv6Only: true })",
      ]
    case .go: ["l, err := net.Listen(\"tcp\", \":\(port)\")"]
    case .goIPv4: ["l, err := net.Listen(\"tcp4\", \":\(port)\")"]
    }
  }

  private var reason: String {
    switch server {
    case .python:
      "create_server() takes AF_INET unless another family is asked for, and \"\" means 0.0.0.0."
    case .pythonIPv6:
      "With AF_INET6, \"\" means ::, and create_server() sets IPV6_V6ONLY unless dualstack_ipv6 "
        + "is true."
    case .pythonDualStack:
      "With AF_INET6, \"\" means ::, and dualstack_ipv6 switches IPV6_V6ONLY off."
    case .node:
      "Without a host, Node listens on :: where there is IPv6, and leaves IPV6_V6ONLY off."
    case .nodeIPv6Only:
      "The host is ::, and ipv6Only sets IPV6_V6ONLY."
    case .go:
      "Without a host, Go's \"tcp\" means both versions of IP: one socket on ::, IPV6_V6ONLY off."
    case .goIPv4:
      "\"tcp4\" means IPv4 alone, and an empty host is its wildcard."
    }
  }

  private var hint: String {
    switch server {
    case .python: "create_server() has a parameter family; its default is AF_INET."
    case .pythonIPv6: "dualstack_ipv6 is False here, and Python acts on that."
    case .pythonDualStack: "dualstack_ipv6 is what Python turns into IPV6_V6ONLY off."
    case .node, .go: "It takes the one wildcard that serves everybody."
    case .nodeIPv6Only: "ipv6Only is the option IPV6_V6ONLY."
    case .goIPv4: "The 4 in tcp4 is the version of IP."
    }
  }

  /// The program, and a ▲ under the word that decides.
  private var figure: [MarkedText] {
    let (line, word, note): (Int, String, String) =
      switch server {
      case .python: (0, "create_server", "no family, so AF_INET")
      case .pythonIPv6: (1, "family", "AF_INET6, no dualstack_ipv6")
      case .pythonDualStack: (2, "dualstack", "switches IPV6_V6ONLY off")
      case .node: (1, "(", "no host, so ::")
      case .nodeIPv6Only: (1, "ipv6Only", "sets IPV6_V6ONLY")
      case .go: (0, "\"tcp\"", "and no host, so ::")
      case .goIPv4: (0, "\"tcp4\"", "IPv4")
      }
    var shown = lines.map { MarkedText($0) }
    let text = lines[line]
    let column = text.firstRange(of: word).map {
      text.distance(from: text.startIndex, to: $0.lowerBound)
    }
    shown.insert(AlignedRows.pointer(at: column ?? 0, note: note), at: line + 1)
    return shown
  }

  // MARK: For other programs and for the kernel

  /// The case as data.
  var data: CaseValue {
    [
      "asked": "server", "library": .text(server.rawValue), "port": CaseValue(port),
      "address": CaseValue(server.local.address), "v6only": .truth(server.local.isIPv6Only),
    ]
  }

  /// The calls that the library makes, and a client of each version of IP where the port is known.
  var experiment: Experiment {
    var steps = BindSteps()
    let local = server.local
    steps.open("s", .tcp, local, .address)
    steps.add("s", .bind(Endpoint(local.address, port)))
    steps.add("s", .listen(backlog: 16))
    let seen: ExperimentOutcome.SeenPort = port == 0 ? .chosen : .known(port)
    steps.add("s", .localEndpoint, expected: .endpoint(local.address, seen), isAsked: true)
    guard port != 0 else {
      return Experiment(steps: steps.steps, needs: local.isIPv6 ? [.ipv6] : [])
    }
    for (name, address) in [("c4", IPAddress.loopback), ("c6", .loopback6)] {
      let reaches = AddressOverlap(local, LocalAddress(address)).isOverlap
      steps.add(name, .open(.tcp, isIPv6: address.isIPv6))
      steps.add(
        name, .connect(Endpoint(address, port)),
        expected: reaches ? .ok : .error("ECONNREFUSED"), isAsked: true)
    }
    return Experiment(steps: steps.steps, needs: [.ipv6])
  }
}

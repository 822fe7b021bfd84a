/// The sentences and figures that say who reaches a listener and why.
struct ReachabilityWords {
  let scene: ReachabilityScene

  /// The rule, which every explanation gives.
  static let rule =
    "Loopback stays on the machine that uses it. What reaches the server's machine needs a "
    + "listener whose bind address covers the destination, else it is refused."

  /// The end of every prompt: what is assumed.
  static let assumption = "Linux, no firewall. * is :: with IPv4 too, [::] is :: without it."

  /// The hints, of which the last is about the case.
  static func hints(last: String) -> [String] {
    [
      "Ask two things: does the segment come to the server's machine at all, and does the bind "
        + "address cover its destination?",
      "127.x.x.x and ::1 mean the machine itself. 0.0.0.0 covers all its IPv4 addresses, [::] all "
        + "IPv6 ones, * both, any other address only itself.",
      last,
    ]
  }

  // MARK: Texts

  /// `192.0.2.10:8080`, where a client connects to.
  func target(_ client: ReachabilityClient) -> String {
    Endpoint(client.address, scene.port).description
  }

  /// An outcome as an option.
  func text(_ outcome: ReachabilityOutcome, _ client: ReachabilityClient) -> String {
    switch outcome {
    case .connected: "it succeeds"
    case .refusedByServer:
      client.source == nil
        ? "ECONNREFUSED: no listener fits" : "ECONNREFUSED, from the server's machine"
    case .refusedByOwnMachine: "ECONNREFUSED, from the client's own machine"
    case .networkUnreachable: "ENETUNREACH: the client has no route"
    }
  }

  /// Why a client's `connect()` comes to what it does.
  func reason(_ client: ReachabilityClient, _ server: ReceivingSocket) -> String {
    let outcome = scene.outcome(client, server)
    let meant = Reachability.meant(by: client.address)
    let local = server.localAddressText
    let start =
      meant == client.address.unmapped ? "" : "Connecting to \(client.address) means \(meant). "
    switch outcome {
    case .refusedByOwnMachine:
      return "\(start)\(meant) never leaves a machine. \(client.place.sentenceStart) it means that "
        + "\(client.ownMachine) itself, where nothing listens on \(scene.port)."
    case .networkUnreachable:
      return "\(meant) is IPv6, and this client has no IPv6 route. The segment is never sent."
    case .connected where server.local.address.isWildcard:
      let all = "every \(meant.isIPv6 ? "IPv6" : "IPv4") address of its machine"
      return server.isDualStack && !meant.isIPv6
        ? "\(start)* is dual-stack: it takes \(all) too, and \(meant) is one of them."
        : "\(start)\(local) takes \(all), and \(meant) is one of them."
    case .connected where server.isIPv6 && !meant.isIPv6:
      return
        "\(start)\(local) is \(meant) as an IPv6 socket writes it, and that is just where this "
        + "client connects."
    case .connected:
      return "\(start)The server is bound to \(local), which is just where this client connects."
    case .refusedByServer:
      return start + refusal(meant, server)
    }
  }

  private func refusal(_ meant: IPAddress, _ server: ReceivingSocket) -> String {
    let local = server.localAddressText
    if server.local.address.isWildcard {
      return server.isIPv6
        ? "[::] with IPV6_V6ONLY takes no IPv4, and \(meant) is IPv4. No listener fits: RST."
        : "0.0.0.0 takes every IPv4 address, but \(meant) is IPv6. No listener fits: RST."
    }
    return "The server is bound to \(local) alone, and this segment goes to \(meant). "
      + "No listener fits: RST."
  }

  /// Why an answer is right or wrong for a client.
  func explanation(
    of answer: ReachabilityOutcome?, _ client: ReachabilityClient, _ server: ReceivingSocket
  ) -> String {
    let reason = reason(client, server)
    guard let answer else {
      return "Silence would mean a firewall or a machine that is off. Here it is known at once. "
        + reason
    }
    guard answer != scene.outcome(client, server) else { return reason }
    switch answer {
    case .networkUnreachable: return "The client has a route to that address. \(reason)"
    case .refusedByOwnMachine:
      return "\(Reachability.meant(by: client.address)) is no loopback address. \(reason)"
    case .refusedByServer where scene.outcome(client, server) == .connected:
      return "Here a listener fits, so nothing is refused. \(reason)"
    case .connected, .refusedByServer: return reason
    }
  }

  // MARK: Figures

  /// The machines, and the server and client that are given.
  func figure(
    server: ReceivingSocket?, client: ReachabilityClient? = nil
  ) -> [MarkedText] {
    var lines: [MarkedText] = []
    if let server {
      lines.append(MarkedText([.init("server \(scene.place), bound to ")] + Self.spans(server)))
    }
    if let client {
      lines.append(MarkedText([.init("client \(client.place), to ")] + spans(client)))
    }
    return lines + scene.notes.map { MarkedText([.init($0, .faint)]) }
  }

  /// A client above the server, and a ▲ under what decides.
  func lines(
    about client: ReachabilityClient, _ server: ReceivingSocket
  ) -> [MarkedText] {
    let rows = AlignedRows([
      [[.init("connect to")], spans(client)], [[.init("LISTEN on")], Self.spans(server)],
    ])
    let note: (row: Int, text: String) =
      switch scene.outcome(client, server) {
      case .refusedByOwnMachine: (0, "the client's own machine")
      case .networkUnreachable: (0, "no route for IPv6")
      case .connected: (1, server.local.address.isWildcard ? "covers it" : "this very address")
      case .refusedByServer:
        (1, server.local.address.isWildcard ? "the other family" : "another address")
      }
    return rows.lines(pointingAt: note.row, column: 1, note: note.text)
  }

  private func spans(_ client: ReachabilityClient) -> [MarkedText.Span] {
    let address = client.address
    return [
      .init(address.isIPv6 ? "[\(address)]" : "\(address)", .field(.destinationAddress)),
      .init(":"), .init("\(scene.port)", .field(.destinationPort)),
    ]
  }

  private static func spans(_ server: ReceivingSocket) -> [MarkedText.Span] {
    [
      .init(server.localAddressText, .field(.destinationAddress)), .init(":"),
      .init("\(server.local.port)", .field(.destinationPort)),
    ]
  }
}

extension ReachabilityClient {
  /// "machine" or "container".
  fileprivate var ownMachine: String {
    place.hasSuffix("container") ? "container" : place.hasSuffix("host") ? "host" : "machine"
  }
}

extension String {
  /// With a capital letter.
  fileprivate var sentenceStart: String { prefix(1).uppercased() + dropFirst() }
}

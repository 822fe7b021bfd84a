/// How the two ends and a forwarded server see a translated connection.
struct NATViews {
  let example: NATCase

  private var packet: FiveTuple { example.last.tuple }
  private var seen: FiveTuple { example.result ?? packet }

  // MARK: Both ends

  /// Local and remote endpoint of both sockets, to be filled in.
  var table: NATParts {
    let inside = packet.source
    let outside = seen.source
    let server = packet.destination
    func cell(_ right: Endpoint, _ reason: String, _ wrong: [(Endpoint, String)]) -> [Question
      .Option]
    {
      var used: Set<Endpoint> = [right]
      let others = wrong.filter { used.insert($0.0).inserted }
      return ([(right, reason)] + others).sorted { $0.0 < $1.0 }.map {
        Question.Option("\($0.0)", isRight: $0.0 == right, explanation: $0.1)
      }
    }
    let own = "The client's socket knows nothing of the translation: it has its own endpoint."
    let far = "To the server the connection comes from the router."
    return NATParts(
      prompt: NATParts.keeping + " This packet opens a connection. Which endpoints does ss show at "
        + "both ends?",
      figure: example.routerLines + example.packetLines,
      kind: .fillTable(
        Question.Table(
          columns: ["local", "peer"],
          rows: [
            Question.Table.Row(
              "client",
              [
                .blank(cell(inside, own, [(outside, own), (server, "That is its peer.")])),
                .given("\(server)"),
              ]),
            Question.Table.Row(
              "server",
              [
                .given("\(server)"),
                .blank(
                  cell(
                    outside, far,
                    [
                      (
                        inside,
                        "Private addresses do not get to the server: the router has put its "
                          + "own in their place."
                      ),
                      (
                        Endpoint(example.before.address, example.before.range.lowerBound),
                        "The source port was free for this destination, so it is kept."
                      ),
                      (server, "That is its own end."),
                    ])),
              ]),
          ])),
      explanation:
        "Translation of the source (NAPT, RFC 3022): the client has \(inside), the server "
        + "sees \(outside). Only the router knows both.",
      lastHint:
        "The router rewrites the source on the way out and the destination on the way back. "
        + "Neither end is told.",
      data: example.data)
  }

  /// Where the answer to the last packet goes.
  func answer(from draw: inout NATDraw) -> NATParts {
    let inside = packet.source
    let outside = seen.source
    let own = Endpoint(example.before.address, packet.destination.port)
    let options = [
      Question.Option(
        "\(outside)", isRight: true,
        explanation: "That is the source the server saw, so its answer goes there."),
      Question.Option(
        "\(inside)", isRight: false,
        explanation: "The server never saw \(inside.address). A private address has no way through "
          + "the Internet."),
      Question.Option(
        "\(own)", isRight: false,
        explanation: "\(own.port) is the server's own port. The answer goes to the port from which "
          + "the packet came."),
      Question.Option(
        "\(packet.destination)", isRight: false,
        explanation: "That is the server itself: the source of the answer, not its destination."),
    ]
    return NATParts(
      prompt: NATParts.keeping + " To which address and port does the server send its answer?",
      figure: example.routerLines + example.packetLines,
      kind: .chooseOne(draw.shuffle(options)),
      explanation: "Translation of the source (NAPT, RFC 3022): the server sees \(outside) and "
        + "answers there. The router passes the answer on to \(inside).",
      lastHint: "What is the source of the packet once it has passed the router?",
      data: example.data)
  }

  // MARK: A forwarded port

  /// Which peer a server inside sees behind a forwarded port.
  func peer(from draw: inout NATDraw) -> NATParts {
    let client = packet.source
    let router = example.before.address
    let options = [
      Question.Option(
        "\(client)", isRight: true,
        explanation: "Only the destination was rewritten, so the source is still the client's."),
      Question.Option(
        "\(Endpoint(router, client.port))", isRight: false,
        explanation: "So it would be on the way out. Here the source is not rewritten."),
      Question.Option(
        "\(packet.destination)", isRight: false,
        explanation: "That was the destination before the router replaced it with "
          + "\(seen.destination)."),
      Question.Option(
        "\(seen.destination)", isRight: false,
        explanation: "That is the server's own end."),
    ]
    return NATParts(
      prompt:
        "This router rewrites only the destination of what arrives at a forwarded port. Which "
        + "peer does ss show on the host inside?",
      figure: example.routerLines + example.packetLines, kind: .chooseOne(draw.shuffle(options)),
      explanation: "Port forwarding: \(packet.destination) becomes \(seen.destination), and the "
        + "source \(client) stays.",
      lastHint: "Write the packet down as it leaves the router on the inside: one end is new, the "
        + "other is not.",
      data: example.data, isForwarding: true)
  }

  /// Where a forwarded packet goes, to be typed.
  var forwarded: NATParts {
    let right = seen.destination
    let sameHost = Endpoint(right.address, packet.destination.port)
    return NATParts(
      prompt: NATParts.filtering + " To which address and port inside does it pass the packet on?",
      figure: example.routerLines + example.packetLines,
      kind: .entry(
        Question.Entry(
          accepted: ["\(right)"],
          mistakes: [
            (sameHost, "The forward names a port too: \(right.port), not \(sameHost.port)."),
            (
              packet.destination,
              "That is the router's own endpoint, which the packet had until now."
            ),
            (
              Endpoint(example.before.address, right.port),
              "The address is replaced too: by \(right.address)."
            ),
            (packet.source, "That is where the packet comes from."),
          ].filter { $0.0 != right }.map {
            Question.Entry.Mistake("\($0.0)", explanation: $0.1)
          })),
      explanation:
        "Port forwarding: \(packet.transport.name) port \(packet.destination.port) leads "
        + "to \(right), whoever calls.",
      lastHint: "No entry is needed: look at the forwarded port \(packet.destination.port).",
      data: example.data, isForwarding: true)
  }

  /// The source of a forwarded server's answer, to be typed.
  var forwardedAnswer: NATParts {
    let right = seen.source
    return NATParts(
      prompt: NATParts.filtering
        + " Packet 2 answers packet 1. From which address and port does the "
        + "client see it come?",
      figure: example.routerLines + example.packetLines,
      kind: .entry(
        Question.Entry(
          accepted: ["\(right)"],
          mistakes: [
            (
              packet.source,
              "The client called \(right) and expects the answer from there, so the router "
                + "translates back."
            ),
            (
              Endpoint(right.address, packet.source.port),
              "The port is translated back too: the client called \(right.port)."
            ),
            (
              Endpoint(right.address, example.before.range.lowerBound),
              "No new port is taken: packet 1 has left an entry."
            ),
            (packet.destination, "That is the client itself."),
          ].filter { $0.0 != right }.map {
            Question.Entry.Mistake("\($0.0)", explanation: $0.1)
          })),
      explanation:
        "Port forwarding: packet 1 has left an entry, and its answer gets the source back "
        + "that the client called: \(right).",
      lastHint: "The client accepts an answer only from the endpoint that it called.",
      data: example.data, isForwarding: true)
  }
}

/// Asks what `getsockname()` tells about the socket of a program.
struct NameQuestion {
  private typealias Port = ExperimentOutcome.SeenPort
  private typealias Moment = NameProgram.Moment

  private let program: NameProgram
  private let scene: BindScene
  private let last: NameProgram.Moment

  /// A question about a program on a scene's machine.
  init(_ program: NameProgram, in scene: BindScene) {
    self.program = program
    self.scene = scene
    last = program.moments[program.moments.count - 1]
  }

  /// Whether there is enough to fill a table.
  var hasTable: Bool { program.moments.count > 2 }

  /// The moments that are asked about.
  func asked(asTable: Bool) -> [NameProgram.Moment] {
    asTable ? Array(program.moments.suffix(3)) : [last]
  }

  /// The question under its id.
  func question(
    _ id: String, asTable: Bool, level: ExerciseLevel, draw: inout CaseDraw
  ) -> Question {
    let isElsewhere = program.moments.contains { $0.name.address == scene.otherHost }
    let machine =
      isElsewhere
      ? "the machine has the addresses \(scene.host) and \(scene.otherHost)"
      : "the machine's address is \(scene.host)"
    return Question(
      id: id, topic: ExerciseTopic.binding.rawValue,
      prompt: "Linux with its defaults; \(machine). "
        + (asTable
          ? "What does getsockname() tell after these calls?"
          : "What does getsockname(\(last.socket)) tell at the end?"),
      figure: program.lines.map { MarkedText($0) },
      kind: asTable ? .fillTable(table) : .chooseOne(options(&draw)),
      explanation: "What getsockname() tells is what the calls so far have set. "
        + "The kernel chooses a port at bind() to 0, listen(), connect() or sendto() at the latest.",
      hints: [
        "Follow the two halves separately: which call sets the address, and which sets the port?",
        level == .easy
          ? "Zeros stand for what no call has set yet. bind() with port 0 lets the kernel choose."
          : "A missing port is chosen when it is first needed. A wildcard becomes an address at "
            + "connect() or accept() only.",
        last.addressReason,
      ])
  }

  // MARK: One answer

  private func options(_ draw: inout CaseDraw) -> [Question.Option] {
    let right = last.name
    var wrong: [(IPAddress, Port)] = []
    let addresses = draw.shuffle(otherAddresses)
    let ports = draw.shuffle(otherPorts)
    // The right address with another port, the right port with another address, then both.
    if let port = ports.first { wrong.append((right.address, port)) }
    if let address = addresses.first { wrong.append((address, right.port)) }
    if addresses.count > 1, draw.chance(oneIn: 2) {
      wrong.append((addresses[1], right.port))
    } else if ports.count > 1 {
      wrong.append((right.address, ports[1]))
    } else if let address = addresses.last, let port = ports.last {
      wrong.append((address, port))
    }
    let options =
      [option(right.address, right.port)] + wrong.map { option($0.0, $0.1) }
      + (right.port == .none ? [failing] : [])
    return draw.shuffle(options)
  }

  private var failing: Question.Option {
    Question.Option(
      "nothing: it fails with EINVAL", isRight: false,
      explanation: "getsockname() works on every socket. \(last.portReason)",
      figure: figure(line: last.portLine, "no port yet"))
  }

  private func option(_ address: IPAddress, _ port: Port) -> Question.Option {
    let right = last.name
    let isRight = address == right.address && port == right.port
    var reasons: [String] = []
    if isRight || address != right.address { reasons.append(last.addressReason) }
    if isRight || port != right.port { reasons.append(last.portReason) }
    let asksAddress = address != right.address
    return Question.Option(
      ExperimentOutcome.endpoint(address, port).description, isRight: isRight,
      explanation: reasons.joined(separator: " "),
      figure: asksAddress
        ? figure(line: last.addressLine, "decides about the address")
        : figure(line: last.portLine, "decides about the port"))
  }

  private func figure(line: Int, _ note: String) -> [MarkedText] {
    var lines = program.lines.map { MarkedText($0) }
    lines.insert(AlignedRows.pointer(at: 0, note: note), at: line + 1)
    return lines
  }

  /// Addresses that people mistake for the right one.
  private var otherAddresses: [IPAddress] {
    let isIPv6 = last.name.address.isIPv6
    let own = isIPv6 ? [.any6, .loopback6, scene.host.mapped] : [.any, .loopback, scene.host]
    return (own + program.peers.prefix(1)).filter { $0 != last.name.address }
  }

  /// Ports that people mistake for the right one.
  private var otherPorts: [Port] {
    var ports: [Port] = [.none, .chosen]
    for port in program.ports where !ports.contains(.known(port)) { ports.append(.known(port)) }
    return ports.filter { $0 != last.name.port }
  }

  // MARK: A table

  private var table: Question.Table {
    let moments = asked(asTable: true)
    let addresses = distinct(moments.map(\.name.address) + [.any, scene.host] + program.peers)
      .filter { $0.isIPv6 == last.name.address.isIPv6 }
    let ports = distinct([Port.none, .chosen] + program.ports.map { .known($0) })
    return Question.Table(
      columns: ["address", "port"],
      rows: moments.map { moment in
        Question.Table.Row(
          "\(moment.socket) \(moment.label)",
          [
            .blank(
              addresses.prefix(4).map { address in
                Question.Option(
                  "\(address)", isRight: address == moment.name.address,
                  explanation: moment.addressReason,
                  figure: figure(line: moment.addressLine, "decides about the address"))
              }),
            .blank(
              ports.map { port in
                Question.Option(
                  Self.text(port), isRight: port == moment.name.port,
                  explanation: moment.portReason,
                  figure: figure(line: moment.portLine, "decides about the port"))
              }),
          ])
      })
  }

  private static func text(_ port: Port) -> String {
    switch port {
    case .none: "0"
    case .known(let port): "\(port)"
    case .chosen: "chosen by the kernel"
    }
  }

  private func distinct<Element: Equatable>(_ elements: [Element]) -> [Element] {
    elements.enumerated().filter { !elements[..<$0].contains($1) }.map(\.element)
  }
}

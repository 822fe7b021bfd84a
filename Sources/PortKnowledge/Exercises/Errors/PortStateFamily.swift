/// From what comes back of a probe to the state of the port, and to what a program sees.
struct PortStateFamily: ExerciseFamily {
  let id = "port-state"
  let title = "Open, closed, filtered?"
  let summary = "Tell a port's state from what comes back, and what a program gets to see of it."
  let topic = ExerciseTopic.errors
  let asksKernel = true

  /// The probes of a level, with those twice that matter most.
  private static func probes(_ level: ExerciseLevel) -> [PortProbeCase.Kind] {
    switch level {
    case .easy:
      [
        .init(.syn, .synAck), .init(.syn, .rst), .init(.syn, .silence), .init(.udp, .answer),
        .init(.udp, .icmp(.port)), .init(.syn, .silence, cause: .fullQueue),
      ]
    case .medium:
      [
        .init(.syn, .rst), .init(.syn, .silence), .init(.syn, .silence, cause: .fullQueue),
        .init(.syn, .rst, cause: .firewall), .init(.syn, .icmp(.port)),
        .init(.syn, .icmp(.adminProhibited)), .init(.udp, .silence),
        .init(.udp, .silence, cause: .quietServer), .init(.udp, .icmp(.port)),
        .init(.udp, .answer), .init(.syn, .rst, cause: .otherAddress),
      ]
    case .hard:
      [
        .init(.syn, .icmp(.host)), .init(.syn, .icmp(.network)), .init(.syn, .icmp(.port)),
        .init(.syn, .icmp(.hostProhibited)), .init(.udp, .icmp(.adminProhibited)),
        .init(.udp, .icmp(.host)), .init(.udp, .silence), .init(.ack, .rst), .init(.ack, .silence),
        .init(.fin, .silence), .init(.fin, .rst), .init(.udp, .silence, cause: .quietServer),
        .init(.syn, .silence, cause: .fullQueue), .init(.syn, .rst, cause: .udpOnly),
      ]
    }
  }

  /// How it is asked.
  private enum Form {
    case state
    case program
    case table
  }

  private static func forms(_ level: ExerciseLevel) -> [Form] {
    switch level {
    case .easy: [.state, .state, .program, .table]
    case .medium: [.state, .program, .table, .state, .program]
    case .hard: [.state, .program, .table, .table, .state, .program]
    }
  }

  /// Four probes, of which at most two are filtered.
  private static func mixed(
    _ kinds: [PortProbeCase.Kind], _ draw: inout CaseDraw
  ) -> [PortProbeCase.Kind] {
    let shuffled = draw.shuffle(kinds)
    let isFiltered = { (kind: PortProbeCase.Kind) in
      PortProbe.state(kind.method, kind.reply) == .filtered
    }
    let some = shuffled.filter(isFiltered).prefix(2)
    let others = shuffled.filter { !isFiltered($0) }.prefix(4 - some.count)
    return draw.shuffle(Array(some + others))
  }

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    let id = ExerciseID(family: id, level: level, seed: seed)
    var draw = CaseDraw(seed: seed, level: level, salt: 0x9087_57A7)
    let forms = Self.forms(level)
    let salt = UInt64(level.rawValue) &* 0x60BE_E2BE_E120_FC15
    let form = forms[SeededDeck(count: forms.count, salt: salt).card(seed: seed)]
    let kinds = Self.probes(level)
    if form == .table {
      return PortStateTable(id, Self.mixed(kinds, &draw), from: &draw).exercise
    }
    let kind = draw.pick(kinds, else: kinds[0])
    let probe = PortProbeCase(kind, from: &draw)
    // A connect() or recv() shows nothing of a stray ACK or FIN.
    return form == .program && probe.programOutcome != nil
      ? PortProgramExercise(id, probe).exercise(from: &draw)
      : PortStateExercise(id, probe).exercise(from: &draw)
  }
}

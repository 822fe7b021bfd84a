/// What a number is: in which of IANA's ranges, privileged or not, chosen by the kernel or not.
struct ClassifyPortFamily: ExerciseFamily {
  let id = "classify-port"
  let title = "Classify a number"
  let summary = "Say what a number is as a port: its range, who may bind it, who chooses it."
  let topic = ExerciseTopic.ports

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    var draw = ClassifyDraw(CaseDraw(seed: seed, level: level, salt: 0xC1A5_51F7))
    let id = ExerciseID(family: id, level: level, seed: seed).description
    switch level {
    case .easy:
      return NumberFactExercise(draw.number(), draw.fact()).exercise(id)
    case .medium:
      switch draw.chance(of: [4, 3, 3]) {
      case 0: return FactTableExercise([draw.number()]).exercise(id)
      case 1: return FactTableExercise(draw.neighbours()).exercise(id)
      default: return StatementsExercise(draw.number()).exercise(id, from: &draw)
      }
    case .hard:
      switch draw.chance(of: [3, 4, 2, 1]) {
      case 0: return FactTableExercise([draw.number(on: draw.machine())]).exercise(id)
      case 1: return MatchingNumbersExercise(on: .linuxDefaults, from: &draw).exercise(id)
      case 2: return MatchingNumbersExercise(on: draw.machine(), from: &draw).exercise(id)
      default: return FactTableExercise(draw.neighbours(on: draw.machine())).exercise(id)
      }
    }
  }

  /// What all three facts have in common, after each question about more than one.
  static let rule =
    "Three facts that do not follow from each other: the range is IANA's (RFC 6335), the other two "
    + "are settings of Linux, ip_unprivileged_port_start and ip_local_port_range."

  /// The idea behind all of them.
  static let idea =
    "Who assigns a number, who may bind it and who chooses it are three questions, each with "
    + "borders of its own."
}

extension PortClassification {
  /// The number with everything that is to be said of it, for other programs.
  var caseValue: CaseValue {
    [
      "number": .number(number), "isPort": .truth(port != nil),
      "range": range.map { .text($0.rawValue) } ?? .null, "isPrivileged": .truth(isPrivileged),
      "isEphemeral": .truth(isEphemeral),
    ]
  }

  /// The two numbers beside the next border of a fact.
  func nearestBorder(_ fact: PortFact) -> (Int, Int) {
    let distance = { (border: Int) in min(abs(border - number), abs(border - 1 - number)) }
    let border = fact.borders(on: machine).min { distance($0) < distance($1) } ?? 65536
    return (border - 1, border)
  }
}

extension MachinePorts {
  /// The settings, for other programs.
  var caseValue: CaseValue {
    [
      "ipLocalPortRange": [CaseValue(ephemeral.lowerBound), CaseValue(ephemeral.upperBound)],
      "ipUnprivilegedPortStart": CaseValue(unprivilegedStart),
    ]
  }

  /// The settings as sysctl shows them; empty for the defaults, which prompts name.
  var figure: [MarkedText] {
    guard self != .linuxDefaults else { return [] }
    return [
      MarkedText(
        "net.ipv4.ip_local_port_range = \(ephemeral.lowerBound) \(ephemeral.upperBound)"),
      MarkedText("net.ipv4.ip_unprivileged_port_start = \(unprivilegedStart)"),
    ]
  }

  /// The settings in a prompt.
  var inWords: String { self == .linuxDefaults ? "Linux with its defaults" : "this Linux" }
}

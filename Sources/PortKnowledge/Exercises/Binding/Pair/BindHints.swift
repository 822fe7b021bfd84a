/// The three hints of an exercise about two sockets.
struct BindHints {
  private let bind: BindCase
  private let level: ExerciseLevel

  /// The hints of a case.
  init(_ bind: BindCase, level: ExerciseLevel) {
    self.bind = bind
    self.level = level
  }

  /// From the idea to all but the answer.
  var hints: [String] {
    [Self.idea, level == .easy ? Self.plainRule : Self.rule, facts]
  }

  static let idea =
    "bind() compares with every socket that has the port, listening or not: protocol, port, "
    + "address, then options."
  static let plainRule =
    "0.0.0.0 stands for every IPv4 address of the machine. Without options, sockets whose "
    + "addresses overlap cannot have one port of one protocol."
  static let rule =
    "Overlapping sockets may share if both have SO_REUSEADDR and the old one does not listen, or "
    + "if both have SO_REUSEPORT and one user."

  /// What is to be put together.
  var facts: String {
    let words = bind.words
    if bind.first.transport != bind.second.transport {
      return "Compare TCP and UDP first, then the rest."
    }
    if bind.first.port != bind.second.port { return "Compare the numbers behind the addresses." }
    if !words.isOverlap || level == .easy { return "First the addresses. \(words.overlap)" }
    let listening =
      bind.first.transport == .tcp ? " A is \(words.oldState)." : ""
    let owner =
      bind.first.isOwnerless && bind.first.user != bind.second.user
      ? " No program holds it any more." : ""
    return "The addresses overlap. \(words.options)\(listening)\(owner)"
  }
}

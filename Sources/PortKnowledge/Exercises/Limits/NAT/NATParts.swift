/// The parts of an exercise about a NAT table.
struct NATParts {
  var prompt: String
  var figure: [MarkedText]
  var kind: Question.Kind
  var explanation: String
  /// What is specific to this case, for the last hint.
  var lastHint: String
  var data: CaseValue
  /// Whether the rule of forwarded ports decides, not that of entries.
  var isForwarding = false

  /// What the router does with packets that leave, as a part of the prompt.
  static let keeping =
    "This router keeps a source port unless another entry with the same protocol and destination "
    + "has it. Then it takes its lowest free spare port."
  /// What it does with packets that arrive.
  static let filtering =
    "This router lets in what belongs to an entry (same protocol, same two endpoints) or to a "
    + "forwarded port."

  /// The idea and the rule, before the last hint.
  var hints: [String] {
    [
      "The router remembers which endpoint inside stands behind which port of its own address.",
      isForwarding
        ? "A forwarded port leads to one endpoint inside, whoever calls. It leaves an entry, by "
          + "which answers are translated back."
        : "An entry here belongs to one protocol and one destination. Only what matches all of it "
          + "is translated back. (Other routers are less strict.)",
      lastHint,
    ]
  }
}

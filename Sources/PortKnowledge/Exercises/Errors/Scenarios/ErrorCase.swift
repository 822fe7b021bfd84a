/// A situation in which a call fails, or surprisingly does not.
struct ErrorCase {
  /// What is told before the lines; one or two sentences.
  var setting: String
  /// The lines.
  var script: ErrorScript
  /// Why the result is what it is.
  var reason: String
  /// Results that are often believed, with why each is not the one here.
  var wrong: [(name: String, reason: String)]
  /// The first hint.
  var idea: String
  /// The rule, which is the second hint and part of the explanation.
  var rule: String
  /// Whether a kernel can show it on loopback.
  var isPlayable = true
  /// What the machine must have.
  var needs: Set<Experiment.Need> = []
  /// Ports whose number decides.
  var fixedPorts: Set<PortNumber> = []

  /// The result as it is chosen.
  var answer: String { ErrorScript.text(of: script.answer) }

  /// The rule without its ": ERROR otherwise", which would be the answer.
  var plainRule: String {
    let told = ": \(answer) otherwise"
    var rest = rule[...]
    while let start = rest.firstIndex(of: ":") {
      if rest[start...].hasPrefix(told) {
        return String(rule[..<start]) + rest[start...].dropFirst(told.count)
      }
      rest = rest[start...].dropFirst()
    }
    return rule
  }

  /// The shown lines in columns.
  var rows: AlignedRows { AlignedRows(texts: script.rows) }

  /// The lines with a ▲ under what decides.
  var figure: [MarkedText] {
    guard let decisive = script.decisive else {
      return rows.lines(pointingAt: script.rows.count - 1, column: 1, note: answer)
    }
    return rows.lines(pointingAt: decisive.row, column: 1, note: decisive.note)
  }
}

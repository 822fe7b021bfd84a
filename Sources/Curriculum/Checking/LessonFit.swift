import PortKnowledge

/// Finds what does not fit a screen, and characters that a terminal without UTF-8 cannot show.
struct LessonFit {
  /// Where a character has a stand-in in ASCII; nil where that is not asked.
  let hasStandIn: (@Sendable (Character) -> Bool)?

  /// Checks a file line by line.
  ///
  /// Letters of other scripts are let through outside drawings and code: a text in another
  /// language needs a terminal that shows it. Signs and drawings must show everywhere.
  func check(_ source: SourceText, faults: inout FaultList) {
    var fence: Substring?
    for (index, line) in source.lines.enumerated() {
      let isFence = line.hasPrefix("```")
      if isFence { fence = fence == nil ? line.dropFirst(3) : nil }
      let isSet = fence.map { $0 != "question" && $0 != "demo" && $0 != "exercise" } ?? false
      checkStandIns(line, number: index + 1, isSet: isSet, faults: &faults)
      if fence == nil, !isFence { checkWords(line, number: index + 1, faults: &faults) }
    }
  }

  private func checkStandIns(
    _ line: String, number: Int, isSet: Bool, faults: inout FaultList
  ) {
    guard let hasStandIn, !line.utf8.allSatisfy({ $0 < 0x80 }) else { return }
    for (column, character) in line.enumerated() where !hasStandIn(character) {
      guard isSet || !character.isLetter else { continue }
      faults.add(
        "\"\(character)\" has no stand-in for terminals that show only ASCII; write it with another "
          + "character.", at: SourcePosition(line: number, column: column + 1))
      return
    }
  }

  /// A word that is longer than a line is cut in two at any place.
  private func checkWords(_ line: String, number: Int, faults: inout FaultList) {
    guard line.utf8.count > LessonLimits.wordColumns else { return }
    var column = 1
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      // An address may break anywhere, and a table's rule is not shown.
      let isRule = word.allSatisfy { "|-:".contains($0) }
      if columnWidth(of: String(word)) > LessonLimits.wordColumns, !isRule, !word.contains("://") {
        faults.add(
          "This word has \(columnWidth(of: String(word))) columns and fits no line of a narrow "
            + "screen; keep it within \(LessonLimits.wordColumns), or put it in a fenced block.",
          at: SourcePosition(line: number, column: column))
      }
      column += word.count + 1
    }
  }
}

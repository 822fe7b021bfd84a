/// Filling in what a call returns in situations that are easily mixed up.
struct ErrorTableExercise {
  /// The whole exercise.
  let exercise: Exercise

  /// An exercise about three or four lines of a table.
  init(_ id: ExerciseID, _ table: ErrorTable, _ values: ErrorDraw, from draw: inout CaseDraw) {
    let count = id.level == .easy ? 3 : 4
    let lines = draw.pick(count, of: table.lines)
    let results = table.lines.map(\.result).reduce(into: [String]()) { list, result in
      if !list.contains(result) { list.append(result) }
    }.sorted()
    let rows = lines.map { line in
      Question.Table.Row(
        line.situation,
        [
          .blank(
            results.map { result in
              Question.Option(
                result, isRight: result == line.result,
                explanation: Self.explanation(result, of: line, in: table))
            })
        ])
    }
    let setting = table.setting(values)
    let question = Question(
      id: id.description, topic: ExerciseTopic.errors.rawValue,
      prompt: setting + " Fill in the result for each case.",
      kind: .fillTable(Question.Table(columns: ["result"], rows: rows)), explanation: table.rule,
      hints: [
        table.idea, "The results to choose from: \(results.joined(separator: ", ")).",
        Self.lastHint(lines),
      ])
    exercise = Exercise(
      question: question,
      data: [
        "scenario": .text(table.name), "setting": .text(setting),
        "lines": .list(
          lines.map { ["situation": .text($0.situation), "result": .text($0.result)] }),
      ])
  }

  private static func explanation(
    _ result: String, of line: ErrorTable.Line, in table: ErrorTable
  ) -> String {
    guard result != line.result else { return line.reason }
    let plain =
      result == "OK"
      ? "OK is for a call that finds all it needs." : "0 bytes are for the end of a stream."
    return (ErrorMeaning.sentence(result) ?? plain) + " " + line.reason
  }

  /// Tells all results but the last one's place.
  private static func lastHint(_ lines: [ErrorTable.Line]) -> String {
    let known = lines.dropLast().map { "\($0.situation): \($0.result)" }
    return "All but the last: " + known.joined(separator: "; ") + "."
  }
}

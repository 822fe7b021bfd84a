import PortKnowledge

extension QuestionBlock {
  /// Reads the table of a question of kind `table`.
  ///
  /// `columns` are the titles. Each of the `rows` has a `name` and `cells`, one for each column: a
  /// text is given; `choices`, written like options, make a blank of which one choice is right.
  static func table(
    _ fields: YAMLFields, place: SourcePosition, faults: inout FaultList
  ) -> Question.Table? {
    let columns = fields.required("columns", at: place, faults: &faults)?
      .texts("columns", faults: &faults)
    let value = fields.required("rows", at: place, faults: &faults)
    guard let columns, let value, let values = value.list("rows", faults: &faults) else {
      return nil
    }
    let rows = values.compactMap { row($0, columns: columns.count, faults: &faults) }
    guard rows.count == values.count else { return nil }
    let table = Question.Table(columns: columns, rows: rows)
    guard (1...6).contains(table.blanks.count) else {
      faults.add(
        "The table has \(table.blanks.count) blanks; give it 1 to 6, each with \"choices\".",
        at: value.position)
      return nil
    }
    guard Set(rows.map(\.name)).count == rows.count, Set(columns).count == columns.count else {
      faults.add(
        "Two rows or two columns have the same name, so that a blank has none of its own; change one.",
        at: value.position)
      return nil
    }
    return table
  }

  private static func row(
    _ value: YAMLValue, columns: Int, faults: inout FaultList
  ) -> Question.Table.Row? {
    guard
      let fields = YAMLFields(value, owner: "row", known: ["name", "cells"], faults: &faults)
    else { return nil }
    let name = fields.required("name", faults: &faults)?.text("name", faults: &faults)
    guard let cells = fields.required("cells", faults: &faults),
      let values = cells.list("cells", faults: &faults)
    else { return nil }
    let read = values.compactMap { cell($0, faults: &faults) }
    guard values.count == columns else {
      faults.add(
        "The row has \(values.count) cell\(values.count == 1 ? "" : "s") for \(columns) "
          + "column\(columns == 1 ? "" : "s"); give it one for each.", at: cells.position)
      return nil
    }
    guard let name, read.count == values.count else { return nil }
    return Question.Table.Row(name, read)
  }

  private static func cell(
    _ value: YAMLValue, faults: inout FaultList
  ) -> Question.Table.Cell? {
    if case .scalar = value.content {
      return value.text("cells", faults: &faults).map { .given($0) }
    }
    guard let fields = YAMLFields(value, owner: "blank", known: ["choices"], faults: &faults),
      let choices = fields.required("choices", faults: &faults)
    else { return nil }
    return blank(choices, faults: &faults)
  }

  private static func blank(
    _ value: YAMLValue, faults: inout FaultList
  ) -> Question.Table.Cell? {
    guard let values = value.list("choices", faults: &faults) else { return nil }
    let choices = values.map { option($0, owner: "choice", faults: &faults) }
    let right = choices.count { $0.isRight }
    let complete = choices.compactMap(\.option)
    let wide = complete.first { columnWidth(of: $0.text) > LessonLimits.choiceColumns }
    if !(2...9).contains(values.count) {
      faults.add(
        "The blank has \(values.count) choice\(values.count == 1 ? "" : "s"); give it 2 to 9.",
        at: value.position)
    } else if right != 1 {
      faults.add(
        "A blank needs exactly one choice with \"right: true\", and this has \(right).",
        at: value.position)
    } else if Set(complete.map(\.text)).count < complete.count {
      faults.add("Two choices have the same text; change one.", at: value.position)
    } else if let wide {
      faults.add(
        "The choice \"\(wide.text)\" has \(columnWidth(of: wide.text)) columns; keep it within "
          + "\(LessonLimits.choiceColumns).", at: value.position)
    } else if complete.count == values.count {
      return .blank(complete)
    }
    return nil
  }
}

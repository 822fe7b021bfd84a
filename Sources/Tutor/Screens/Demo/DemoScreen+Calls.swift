import PortKnowledge
import TerminalUI

extension DemoScreen {
  /// The calls of the step as they were made.
  func callsDocument(columns: Int) -> Document {
    var document = Document(columns: columns)
    document.verbatim(StyledLine("CALLS MADE", .dim))
    guard let calls = stage?.calls, !calls.isEmpty else {
      document.verbatim(StyledLine("none yet", .dim))
      return document
    }
    for call in calls {
      document.paragraph(Self.line(of: call), hanging: 2)
    }
    return document
  }

  private static func line(of call: CallRecord) -> StyledLine {
    var line = StyledLine(DisplayText(call.name), Style(.code, isBold: true))
    line.append(DisplayText("(\(call.arguments))"), Style(.code))
    line.append(" = ")
    if let errorName = call.errorName {
      line.append(DisplayText("\(call.result) "))
      line.append(DisplayText(errorName), Style(.bad, isBold: true))
    } else {
      line.append(DisplayText("\(call.result)"), .strong)
    }
    if !call.output.isEmpty { line.append(DisplayText("  \(call.output)")) }
    line.append(DisplayText("  \(call.microseconds) µs"), .dim)
    if !call.actor.isEmpty { line.append(DisplayText("  \(call.actor)"), .dim) }
    return line
  }
}

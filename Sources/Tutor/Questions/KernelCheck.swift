import PortKnowledge
import TerminalUI

/// Where an exercise stands with the kernel.
enum KernelCheck: Hashable, Sendable {
  /// The case is being built.
  case asking
  /// This came of it.
  case answered(ExperimentReport)
  /// There is nothing to ask: the exercise is a matter of a table or of arithmetic.
  case nothingToAsk

  /// Whether the kernel made something else of the case than the exercise says.
  var isDisagreement: Bool {
    if case .answered(let report) = self { !report.disagreements.isEmpty } else { false }
  }

  /// What is said about it under the exercise with an id.
  func document(columns: Int, exercise id: String) -> Document {
    var document = Document(columns: columns)
    switch self {
    case .asking:
      document.paragraph("Asking the kernel …", style: .dim)
    case .nothingToAsk:
      document.paragraph(
        "There is nothing to ask the kernel here: a table or arithmetic decides this one.",
        style: Style(.caution))
    case .answered(let report):
      if let obstacle = report.obstacle {
        document.paragraph("The kernel could not be asked.", style: Style(.caution))
        document.paragraph(obstacle)
      } else {
        Self.add(report, exercise: id, to: &document)
      }
      Self.addCalls(report, to: &document)
    }
    return document
  }

  // MARK: The report

  private static func add(
    _ report: ExperimentReport, exercise id: String, to document: inout Document
  ) {
    let milliseconds = max(1, report.microseconds / 1000)
    guard report.disagreements.isEmpty else {
      document.paragraph(
        StyledLine("✗ The kernel disagrees, and the kernel is right.  ", Style(.bad, isBold: true))
          + StyledLine(DisplayText("This answer does not count. Please report \(id).")), hanging: 2)
      add(report.disagreements, to: &document)
      return
    }
    document.paragraph(
      StyledLine("✓ The kernel agrees.  ", Style(.good, isBold: true))
        + StyledLine(
          DisplayText("Built with real sockets on loopback just now, in \(milliseconds) ms.")),
      hanging: 2)
    let asked = report.findings.filter(\.isAsked)
    add(asked.isEmpty ? report.findings : asked, to: &document)
  }

  private static func add(
    _ findings: [ExperimentReport.Finding], to document: inout Document
  ) {
    for finding in findings {
      document.paragraph(StyledLine(DisplayText(finding.call), Style(.code)), indent: 2, hanging: 2)
      let mark: StyledLine =
        finding.agrees ? StyledLine("  ✓", Style(.good)) : StyledLine("  ✗", Style(.bad))
      document.paragraph(
        StyledLine("we say ", .dim) + StyledLine(DisplayText("\(finding.model)"))
          + StyledLine("   the kernel ", .dim) + StyledLine(DisplayText("\(finding.kernel)"))
          + mark,
        indent: 4, hanging: 2)
    }
  }

  private static func addCalls(_ report: ExperimentReport, to document: inout Document) {
    if !report.standIns.isEmpty {
      document.space()
      document.paragraph(
        "On loopback " + report.standIns.joined(separator: ", ") + ".", style: .dim, hanging: 2)
    }
    guard !report.calls.isEmpty else { return }
    document.space()
    document.paragraph("Calls made", style: .accent)
    for call in report.calls {
      let actor = call.actor.isEmpty ? "" : "\(call.actor): "
      document.paragraph(
        StyledLine(DisplayText(actor), .dim) + StyledLine(DisplayText("\(call)"), Style(.code)),
        indent: 2, hanging: 4)
    }
  }
}

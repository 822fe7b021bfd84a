import PortKnowledge
import TerminalUI

extension PlainQuiz {
  /// Tells the right answer to a question and its reasons, without asking.
  func tellAnswer(to question: Question) {
    for line in question.solution { console.say(DisplayText("Answer: \(line)")) }
    console.say(DisplayText(question.explanation))
    let wrong = question.options.enumerated().filter { !$0.element.isRight }
    for (index, option) in wrong {
      console.say(DisplayText(option.explanation), indent: 2, label: DisplayText("\(index + 1)  "))
    }
  }

  /// Tells what the kernel made of an exercise, with every call.
  func tell(_ report: ExperimentReport) {
    console.say(DisplayText(Worksheet.sentence(on: report)))
    let asked = report.findings.filter { $0.isAsked || !$0.agrees }
    for finding in asked {
      console.say(
        DisplayText("\(finding.call): we say \(finding.model), the kernel \(finding.kernel)."),
        indent: 2)
    }
    if !report.standIns.isEmpty {
      console.say(
        DisplayText("On loopback " + report.standIns.joined(separator: ", ") + "."), indent: 2)
    }
    for call in report.calls {
      let actor = call.actor.isEmpty ? "" : "\(call.actor): "
      console.line(DisplayText("    \(actor)\(call)"))
    }
  }
}

import Curriculum
import TerminalUI

/// Reads whatever libFuzzer makes up as a lesson or as a file of the bank, and checks what must
/// hold of every text: faults have places and clean sentences, and what is read fits its lines.
///
/// Called once for each input; 0 tells libFuzzer to go on.
@_cdecl("LLVMFuzzerTestOneInput")
public func readMadeUpInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  let isBank = bytes.starts(with: [UInt8(ascii: "-"), UInt8(ascii: " ")]) || bytes.first == 0x23
  do throws(LessonFaults) {
    if isBank {
      for name in ["interview.yaml", "myths.yaml", "decks.yaml"] {
        _ = try? LessonBankReader().read(bytes, file: name)
      }
      _ = try LessonBankReader().read(bytes, file: "interview.yaml")
    } else {
      show(try LessonReader().read(bytes, file: "01-made-up.md"))
    }
  } catch {
    precondition(!error.faults.isEmpty, "a refusal without a reason")
    for fault in error.faults {
      precondition(fault.line >= 1 && fault.column >= 1, "a fault without a place: \(fault)")
      precondition(!fault.message.isEmpty)
    }
  }
  return 0
}

/// Wraps every paragraph for a narrow screen: no line may be wider.
private func show(_ lesson: Lesson) {
  for case .paragraph(let runs) in lesson.sections.flatMap(\.blocks) {
    let text = StyledLine(DisplayText(runs.map(\.text).joined()))
    for line in text.wrapped(to: 40) {
      precondition(line.columns <= 40, "a line of \(line.columns) columns")
    }
  }
}

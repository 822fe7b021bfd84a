/// Refuses Markdown that would make cmark-gfm slow, before it sees it.
enum MarkdownGuard {
  /// Whether the lines from `first` (an index) to the end may be parsed; if not, `faults` says why.
  static func allows(
    _ lines: ArraySlice<String>, faults: inout FaultList
  ) -> Bool {
    var isAllowed = true
    var run = 0
    var runBegin = lines.startIndex
    for (index, line) in zip(lines.indices, lines) {
      let place = SourcePosition(line: index + 1, column: 1)
      if line.utf8.count(where: { $0 == UInt8(ascii: "|") }) > LessonLimits.bars {
        faults.add(
          "This line has more than \(LessonLimits.bars) bars (|); make the table narrower.",
          at: place)
        isAllowed = false
      }
      if containerMarks(line) > LessonLimits.nesting {
        faults.add(
          "Quotes and lists are nested too deep here; use one level.", at: place)
        isAllowed = false
      }
      if line.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        run = 0
        runBegin = index + 1
      } else {
        let before = run
        run += line.utf8.count + 1
        if before <= LessonLimits.paragraphBytes, run > LessonLimits.paragraphBytes {
          faults.add(
            "More than \(LessonLimits.paragraphBytes) bytes without an empty line begin here; "
              + "break them up.", at: SourcePosition(line: runBegin + 1, column: 1))
          isAllowed = false
        }
      }
    }
    return isAllowed
  }

  /// How many quote and list marks stand at the beginning of a line.
  ///
  /// A list's mark counts only before a space or the line's end, as in CommonMark §5.2.
  private static func containerMarks(_ line: String) -> Int {
    var marks = 0
    var pending = 0
    var digits = 0
    for byte in line.utf8 {
      switch byte {
      case UInt8(ascii: ">"):
        marks += 1
        pending = 0
        digits = 0
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        pending = 1
        digits = 0
      case 0x30...0x39:
        digits += 1
        pending = 0
      case UInt8(ascii: "."), UInt8(ascii: ")"):
        pending = digits > 0 ? 1 : 0
        digits = 0
      case 0x20, 0x09:
        marks += pending
        pending = 0
        digits = 0
      default:
        return marks
      }
    }
    return marks + pending
  }
}

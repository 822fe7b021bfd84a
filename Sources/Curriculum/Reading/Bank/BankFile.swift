/// A file of the bank: a YAML list, whose entries are read one by one.
///
/// An entry begins with `- ` at the line's start. Each is parsed by itself, so that the limits of a
/// ``YAMLBlock`` hold for it and a fault in one hides none in another.
struct BankFile {
  /// The text, for places.
  let source: SourceText
  /// The entries, from the top.
  private(set) var entries: [YAMLBlock] = []

  /// Checks and cuts a file's bytes; `name` is what an entry is called in messages.
  init?(bytes: [UInt8], entry name: String, faults: inout FaultList) {
    guard let source = SourceText(bytes: bytes, faults: &faults) else { return nil }
    self.source = source
    var first: Int?
    var lines: [String] = []
    func block() -> YAMLBlock? {
      first.map { first in
        YAMLBlock(
          text: lines.joined(separator: "\n") + "\n", firstLine: first, indentation: 0,
          position: SourcePosition(line: first, column: 1), name: name)
      }
    }
    for (index, line) in source.lines.enumerated() {
      if line.hasPrefix("- ") || line == "-" {
        if let block = block() { entries.append(block) }
        first = index + 1
        // The mark becomes a space: what follows stays in its columns.
        lines = [" " + line.dropFirst()]
      } else if first != nil, line.isEmpty || line.hasPrefix(" ") || line.hasPrefix("#") {
        lines.append(line)
      } else if !line.isEmpty, !line.hasPrefix("#") {
        faults.add(
          "Each entry begins with \"- \" at the start of a line, and its fields stand two columns "
            + "in; move this line.", at: SourcePosition(line: index + 1, column: 1))
        return nil
      }
    }
    if let block = block() { entries.append(block) }
    if entries.isEmpty {
      faults.add("The file is empty; begin an entry with \"- id: \" and its id.", at: .start)
    }
  }
}

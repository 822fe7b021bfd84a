/// The text of a lesson file, checked and cut into lines without their ends.
struct SourceText {
  /// The lines; `lines[0]` is line 1.
  let lines: [String]

  /// Checks a file's bytes: valid UTF-8 without control characters, within the limits.
  ///
  /// Lines may end in LF or CR LF. Nil where something was wrong, which `faults` then tells.
  init?(bytes: [UInt8], faults: inout FaultList) {
    guard bytes.count <= LessonLimits.fileBytes else {
      faults.add(
        "A lesson file may have at most 1 MiB; split the lesson into several.", at: .start)
      return nil
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      faults.add(
        "The file begins with a byte order mark; save it as UTF-8 without one.", at: .start)
      return nil
    }
    let cut = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard cut.count <= LessonLimits.lines else {
      faults.add(
        "A lesson may have at most \(LessonLimits.lines) lines; split it into several.",
        at: SourcePosition(line: LessonLimits.lines + 1, column: 1))
      return nil
    }
    var lines: [String] = []
    lines.reserveCapacity(cut.count)
    var isSound = true
    for (index, slice) in cut.enumerated() {
      let line = slice.last == 0x0D && index < cut.count - 1 ? slice.dropLast() : slice
      if let text = Self.text(of: line, number: index + 1, faults: &faults) {
        lines.append(text)
      } else {
        isSound = false
      }
    }
    guard isSound else { return nil }
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
  }

  /// The column, in characters, of a place counted in bytes, both from 1.
  func position(line: Int, byteColumn: Int) -> SourcePosition {
    guard lines.indices.contains(line - 1) else { return SourcePosition(line: line, column: 1) }
    let before = lines[line - 1].utf8.prefix(max(byteColumn - 1, 0))
    return SourcePosition(
      line: line, column: String(decoding: before, as: UTF8.self).count + 1)
  }

  /// The column, in characters, of a place counted in Unicode scalars, both from 1.
  func position(line: Int, scalarColumn: Int) -> SourcePosition {
    guard lines.indices.contains(line - 1) else { return SourcePosition(line: line, column: 1) }
    var before = String.UnicodeScalarView()
    before.append(contentsOf: lines[line - 1].unicodeScalars.prefix(max(scalarColumn - 1, 0)))
    return SourcePosition(line: line, column: String(before).count + 1)
  }

  /// The line as text, or nil with a fault at the first byte that does not belong there.
  private static func text(
    of line: ArraySlice<UInt8>, number: Int, faults: inout FaultList
  ) -> String? {
    guard line.count <= LessonLimits.lineBytes else {
      faults.add(
        "This line is longer than \(LessonLimits.lineBytes) bytes; break it into several.",
        at: SourcePosition(line: number, column: 1))
      return nil
    }
    guard let text = String(validating: line, as: UTF8.self) else {
      // The byte's position: characters cannot be counted in what is not text.
      faults.add(
        "This is not valid UTF-8; save the file as UTF-8.",
        at: SourcePosition(line: number, column: validPrefix(of: line) + 1))
      return nil
    }
    var column = 1
    for character in text {
      if let scalar = character.unicodeScalars.first(where: isForbidden) {
        let name = String(scalar.value, radix: 16, uppercase: true)
        faults.add(
          "A control character (U+\(String(repeating: "0", count: max(0, 4 - name.count)))\(name)) "
            + "stands here; remove it.",
          at: SourcePosition(line: number, column: column))
        return nil
      }
      column += 1
    }
    return text
  }

  /// Whether a scalar is a control character other than the tab, or another kind of line end.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF: true
    default: false
    }
  }

  /// How many bytes at the beginning are valid UTF-8.
  private static func validPrefix(of bytes: ArraySlice<UInt8>) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var valid = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      valid += UTF8.width(scalar)
    }
    return valid
  }
}

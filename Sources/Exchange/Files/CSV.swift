/// Tables as RFC 4180 describes them: lines that end with CR LF, cells apart by commas, and quotation
/// marks around cells that need them.
public enum CSV {
  /// A table as text.
  ///
  /// - Parameters:
  ///   - rows: The rows, the titles first.
  ///   - isForSpreadsheets: Whether people will see it: a cell that a spreadsheet would take for a
  ///     formula gets an apostrophe in front, and hidden characters become their code points.
  /// - Returns: The text.
  public static func text(_ rows: [[String]], isForSpreadsheets: Bool) -> String {
    rows.map { row in
      row.map { cell($0, isForSpreadsheets: isForSpreadsheets) }.joined(separator: ",") + "\r\n"
    }.joined()
  }

  /// One cell.
  ///
  /// Excel, LibreOffice and others run what begins with one of `= + - @`, a tab or a line end, also
  /// behind a quotation mark (OWASP, "CSV Injection"). A number with its sign is left as it is.
  static func cell(_ text: String, isForSpreadsheets: Bool) -> String {
    var text = isForSpreadsheets ? HiddenScalar.shown(in: text) : text
    let first = text.unicodeScalars.first
    if isForSpreadsheets, let first,
      "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first),
      Int(text) == nil
    {
      text = "'" + text
    }
    let needsMarks = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsMarks else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append("\"") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}

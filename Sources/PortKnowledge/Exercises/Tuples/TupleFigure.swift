/// Tuples below each other with their columns aligned, and a ▲ under what decides.
///
///     1  TCP   192.0.2.7:40112 → 198.51.100.10:443
///     2  TCP  192.0.2.70:40112 → 198.51.100.10:443
///             ▲ source address
struct TupleFigure {
  /// The widest line a small screen holds, in columns.
  static let widest = 58

  private struct Row {
    let label: String
    /// The values in the order of `TupleField.allCases`.
    let values: [String]

    init(label: String, _ tuple: FiveTuple) {
      self.label = label
      values = TupleField.allCases.map { TupleFigure.shown($0, of: tuple) }
    }
  }

  private let rows: [Row]
  /// How wide each field's column is, in the same order.
  private let widths: [Int]

  /// One tuple, without a number.
  init(_ tuple: FiveTuple) {
    self.init([Row(label: " ", tuple)])
  }

  /// Two tuples, numbered; a star marks a second one that has been turned round.
  init(_ first: FiveTuple, _ second: FiveTuple, isTurned: Bool = false) {
    self.init([Row(label: "1", first), Row(label: isTurned ? "2*" : "2", second)])
  }

  private init(_ rows: [Row]) {
    self.rows = rows
    widths = TupleField.allCases.indices.map { index in
      rows.reduce(0) { max($0, $1.values[index].utf8.count) }
    }
  }

  /// The rows alone, which decide nothing.
  var lines: [MarkedText] {
    rows.map { row in
      let label = MarkedText.Span(Self.padded(row.label, 3), .faint)
      let fields = TupleField.allCases.enumerated().flatMap { index, field in
        spans(of: field, row.values[index], width: widths[index])
      }
      return MarkedText([label] + fields)
    }
  }

  /// The rows and a line that points at fields, with a note.
  func lines(pointingAt fields: Set<TupleField>, note: String) -> [MarkedText] {
    let columns = TupleField.allCases.filter(fields.contains).map(start(of:))
    guard let last = columns.last else {
      return lines + [MarkedText([.init("   "), .init(note, .decisive)])]
    }
    var pointers = ""
    for column in columns { pointers += Self.padded("", column - pointers.count) + "▲" }
    if columns.count == 1, last + 2 + note.count > Self.widest, last > note.count {
      let padding = Self.padded("", last - note.count - 1)
      return lines + [MarkedText([.init(padding), .init(note + " ▲", .decisive)])]
    }
    if last + 2 + note.count <= Self.widest {
      return lines + [MarkedText([.init(pointers + " " + note, .decisive)])]
    }
    return lines + [
      MarkedText([.init(pointers, .decisive)]), MarkedText([.init("   "), .init(note, .decisive)]),
    ]
  }

  // MARK: Columns

  private func spans(of field: TupleField, _ text: String, width: Int) -> [MarkedText.Span] {
    let padding = Self.padded("", width - text.utf8.count)
    let value = MarkedText.Span(text, .field(field))
    switch field {
    case .transport: return [value, .init(padding + "  ")]
    // Addresses end at their colon, so that ports begin below each other.
    case .sourceAddress, .destinationAddress:
      return padding.isEmpty ? [value, .init(":")] : [.init(padding), value, .init(":")]
    case .sourcePort: return [value, .init(padding + " → ")]
    case .destinationPort: return [value]
    }
  }

  /// The column in which a field's widest value begins.
  private func start(of field: TupleField) -> Int {
    var column = 3
    for (index, other) in TupleField.allCases.enumerated() {
      if other == field { break }
      column += widths[index]
      switch other {
      case .transport: column += 2
      case .sourceAddress, .destinationAddress: column += 1
      case .sourcePort: column += 3
      case .destinationPort: break
      }
    }
    return column
  }

  private static func shown(_ field: TupleField, of tuple: FiveTuple) -> String {
    switch field {
    case .sourceAddress where tuple.source.address.isIPv6,
      .destinationAddress where tuple.destination.address.isIPv6:
      "[\(tuple.text(of: field))]"
    default: tuple.text(of: field)
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

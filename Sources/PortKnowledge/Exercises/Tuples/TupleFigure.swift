/// Tuples below each other with their columns aligned, and a ▲ under what decides.
///
///     1  TCP   192.0.2.7:40112 → 198.51.100.10:443
///     2  TCP  192.0.2.70:40112 → 198.51.100.10:443
///             ▲ source address
struct TupleFigure {
  /// The widest line a small screen holds, in columns.
  static let widest = 58

  private struct Row {
    var label: String
    var tuple: FiveTuple
  }

  private let rows: [Row]

  /// One tuple, without a number.
  init(_ tuple: FiveTuple) {
    rows = [Row(label: " ", tuple: tuple)]
  }

  /// Two tuples, numbered; a star marks a second one that has been turned round.
  init(_ first: FiveTuple, _ second: FiveTuple, isTurned: Bool = false) {
    rows = [
      Row(label: "1", tuple: first),
      Row(label: isTurned ? "2*" : "2", tuple: second),
    ]
  }

  /// The rows alone, which decide nothing.
  var lines: [MarkedText] {
    rows.map { row in
      let label = MarkedText.Span(Self.padded(row.label, 3), .faint)
      let fields = TupleField.allCases.flatMap { spans(of: $0, in: row.tuple) }
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

  private func spans(of field: TupleField, in tuple: FiveTuple) -> [MarkedText.Span] {
    let text = Self.shown(field, of: tuple)
    let padding = Self.padded("", width(of: field) - text.count)
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

  private func width(of field: TupleField) -> Int {
    rows.map { Self.shown(field, of: $0.tuple).count }.max() ?? 0
  }

  /// The column in which a field's widest value begins.
  private func start(of field: TupleField) -> Int {
    var column = 3
    for other in TupleField.allCases {
      if other == field { break }
      column += width(of: other)
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

import PortKnowledge
import Testing

/// A 5-tuple read back from a line of a figure by its marks.
struct FigureTuple {
  let transport: String
  /// Both endpoints as `address#port`, the source first.
  let ends: [String]
  private let fields: [TupleField: String]

  init(_ line: MarkedText) throws {
    var fields: [TupleField: String] = [:]
    for span in line.spans {
      if case .field(let field) = span.mark { fields[field] = span.text }
    }
    self.fields = fields
    func value(_ field: TupleField) throws -> String { try #require(fields[field]) }
    transport = try value(.transport)
    ends = [
      try value(.sourceAddress) + "#" + value(.sourcePort),
      try value(.destinationAddress) + "#" + value(.destinationPort),
    ]
  }

  func value(of field: TupleField) -> String { fields[field] ?? "" }

  /// Records an issue where an address could be somebody's or a port is 0.
  func check(_ id: String) throws {
    for end in ends {
      let parts = end.split(separator: "#")
      let isDocumentation = ["192.0.2.", "198.51.100.", "203.0.113.", "[2001:db8::"].contains {
        parts[0].hasPrefix($0)
      }
      #expect(isDocumentation, "\(id): \(parts[0])")
      #expect(try #require(PortNumber(text: parts[1])) != 0, "\(id)")
    }
  }
}

/// A JSON value made of parts, for objects whose members do not match a type's properties.
enum JSONValue: Hashable, Codable, ExpressibleByStringLiteral {
  /// A text.
  case string(String)
  /// A whole number.
  case number(Int)
  /// True or false.
  case truth(Bool)
  /// Values in order.
  case list([JSONValue])
  /// Members by name.
  case object([String: JSONValue])
  /// Nothing.
  case null

  init(stringLiteral value: String) {
    self = .string(value)
  }

  /// A text, or null.
  static func optional(_ text: String?) -> JSONValue {
    text.map(JSONValue.string) ?? .null
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .string(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .truth(let value): try container.encode(value)
    case .list(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    case .null: try container.encodeNil()
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .truth(value)
    } else if let value = try? container.decode(Int.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }
}

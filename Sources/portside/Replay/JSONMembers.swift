/// Reads the members of a JSON object, each of the type that is needed.
struct JSONMembers {
  private let members: [String: JSONValue]

  /// The members of a value that must be an object.
  init(_ value: JSONValue, what: String = "the line") throws(RecordingFault) {
    guard case .object(let members) = value else {
      throw RecordingFault("\(what) is no JSON object.")
    }
    self.members = members
  }

  func text(_ name: String) throws(RecordingFault) -> String {
    guard case .string(let text) = members[name] else { throw missing(name, "a text") }
    return text
  }

  /// A text, or nil where the member is null.
  func optionalText(_ name: String) throws(RecordingFault) -> String? {
    if case .null = members[name] { return nil }
    return try text(name)
  }

  func number(_ name: String) throws(RecordingFault) -> Int {
    guard case .number(let number) = members[name] else { throw missing(name, "a whole number") }
    return number
  }

  /// A number within limits.
  func number<Limit: FixedWidthInteger>(
    _ name: String, as type: Limit.Type
  ) throws(RecordingFault) -> Limit {
    guard let number = Limit(exactly: try number(name)) else {
      throw RecordingFault("\"\(name)\" is too large or negative.")
    }
    return number
  }

  func truth(_ name: String) throws(RecordingFault) -> Bool {
    guard case .truth(let truth) = members[name] else { throw missing(name, "true or false") }
    return truth
  }

  func list(_ name: String) throws(RecordingFault) -> [JSONValue] {
    guard case .list(let list) = members[name] else { throw missing(name, "a list") }
    return list
  }

  func object(_ name: String) throws(RecordingFault) -> JSONMembers {
    guard let value = members[name] else { throw missing(name, "an object") }
    return try JSONMembers(value, what: "\"\(name)\"")
  }

  /// The objects of a list.
  func objects(_ name: String) throws(RecordingFault) -> [JSONMembers] {
    var objects: [JSONMembers] = []
    for value in try list(name) { objects.append(try JSONMembers(value, what: "\"\(name)\"")) }
    return objects
  }

  /// A text that stands for a value of some type.
  func value<Value>(
    _ name: String, as what: String, _ make: (String) -> Value?
  ) throws(RecordingFault) -> Value {
    guard let value = make(try text(name)) else {
      throw RecordingFault("\"\(name)\" does not name \(what).")
    }
    return value
  }

  private func missing(_ name: String, _ kind: String) -> RecordingFault {
    members[name] == nil
      ? RecordingFault("\"\(name)\" is missing.")
      : RecordingFault("\"\(name)\" is not \(kind).")
  }
}

/// Reads the members of a line, each of the type and within the limits that the store has.
struct LogMembers {
  private let object: FlatObject
  /// A bit for each member that was read.
  private var taken: UInt32 = 0

  /// The members of an object.
  init(_ object: FlatObject) {
    self.object = object
  }

  mutating func text(_ name: String) throws(LineFault) -> String {
    guard case .text(let text) = try value(name) else { throw LineFault("\"\(name)\" is no text.") }
    return text
  }

  mutating func truth(_ name: String) throws(LineFault) -> Bool {
    guard case .truth(let truth) = try value(name) else {
      throw LineFault("\"\(name)\" is not true or false.")
    }
    return truth
  }

  mutating func number(_ name: String) throws(LineFault) -> Int64 {
    guard case .number(let number) = try value(name) else {
      throw LineFault("\"\(name)\" is no whole number.")
    }
    return number
  }

  /// A number within limits.
  mutating func number(
    _ name: String, in range: ClosedRange<Int64>
  ) throws(LineFault) -> Int {
    let number = try number(name)
    guard range.contains(number) else {
      throw LineFault(
        range.upperBound == .max
          ? "\"\(name)\" must be at least \(range.lowerBound), not \(number)."
          : "\"\(name)\" must be \(range.lowerBound) to \(range.upperBound), not \(number).")
    }
    return Int(number)
  }

  /// A number, or nil where the member is null.
  mutating func optionalNumber(_ name: String) throws(LineFault) -> Int? {
    if try value(name) == .null { return nil }
    return Int(try number(name))
  }

  /// The learner's zone, in seconds east of UTC.
  mutating func zone() throws(LineFault) -> Int {
    try number("zone_offset_s", in: -86_400...86_400)
  }

  /// Makes sure that nothing else is there.
  func finish(_ what: String) throws(LineFault) {
    for (index, member) in object.members.enumerated() where taken & 1 << index == 0 {
      throw LineFault("\"\(member.name)\" belongs to no \(what) of version \(LogFormat.version).")
    }
  }

  private mutating func value(_ name: String) throws(LineFault) -> FlatValue {
    guard let index = object.members.firstIndex(where: { $0.name == name }) else {
      throw LineFault("\"\(name)\" is missing.")
    }
    taken |= 1 << index
    return object.members[index].value
  }
}

/// The fields of one YAML mapping, taken one by one; what is missing, of the wrong type or left
/// over becomes a fault.
struct YAMLFields {
  /// What the mapping is, in messages: `front matter`, `question`, `option`.
  let owner: String
  /// Where the mapping begins.
  let position: SourcePosition
  private let fields: [YAMLValue.Field]

  /// Wraps a mapping and reports the fields that are not known; nil where it is no mapping.
  init?(_ value: YAMLValue, owner: String, known: [String], faults: inout FaultList) {
    guard case .mapping(let fields) = value.content else {
      faults.add(
        "The \(owner) must be a set of fields; write it as \"name: value\".", at: value.position)
      return nil
    }
    self.owner = owner
    self.fields = fields
    position = value.position
    for field in fields where !known.contains(field.name) {
      faults.add(
        "The \(owner) has an unknown field \"\(field.name)\"; it may have "
          + "\(known.joined(separator: ", ")).",
        at: field.position)
    }
  }

  /// The value of a field that may be left out.
  func optional(_ name: String) -> YAMLValue? {
    fields.first { $0.name == name }?.value
  }

  /// The value of a field that must be there; nil with a fault where it is not.
  func required(
    _ name: String, at place: SourcePosition? = nil, faults: inout FaultList
  ) -> YAMLValue? {
    if let value = optional(name) { return value }
    faults.add("The \(owner) has no \"\(name)\"; add it.", at: place ?? position)
    return nil
  }

  /// The running text of a field that must be there.
  func text(_ name: String, faults: inout FaultList) -> String? {
    required(name, faults: &faults)?.text(name, faults: &faults)
  }

  /// The running texts of a field that must be there.
  func texts(_ name: String, faults: inout FaultList) -> [String]? {
    required(name, faults: &faults)?.texts(name, faults: &faults)
  }

  /// The id in a field that must be there.
  func identifier(_ name: String, faults: inout FaultList) -> String? {
    required(name, faults: &faults)?.identifier(name, faults: &faults)
  }
}

extension YAMLValue {
  /// The value as running text: one line, however the author broke it.
  func text(_ name: String, faults: inout FaultList) -> String? {
    guard case .scalar(let raw, _) = content else {
      faults.add("\"\(name)\" must be a text; write it on one line.", at: position)
      return nil
    }
    let text = raw.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !text.isEmpty else {
      faults.add("\"\(name)\" is empty; write its text.", at: position)
      return nil
    }
    return text
  }

  /// The value as lines that are set as they are.
  func lines(_ name: String, faults: inout FaultList) -> [String]? {
    guard case .scalar(let raw, _) = content else {
      faults.add("\"\(name)\" must be a text; write it as a block after \"|\".", at: position)
      return nil
    }
    var lines = raw.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    guard !lines.isEmpty else {
      faults.add("\"\(name)\" is empty; write its lines or leave it out.", at: position)
      return nil
    }
    return lines
  }

  /// The value as an id: small letters, digits and hyphens.
  func identifier(_ name: String, faults: inout FaultList) -> String? {
    guard let text = text(name, faults: &faults) else { return nil }
    let isSound =
      text.utf8.count <= 64 && text.first != "-" && text.last != "-"
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
    guard isSound else {
      faults.add(
        "\"\(name)\" may hold small letters, digits and hyphens, at most 64; rename it.",
        at: position)
      return nil
    }
    return text
  }

  /// The value as a whole number within bounds.
  func number(_ name: String, in bounds: ClosedRange<Int>, faults: inout FaultList) -> Int? {
    guard case .scalar(let text, isPlain: true) = content, let number = Int(text),
      bounds.contains(number)
    else {
      faults.add(
        "\"\(name)\" must be a whole number from \(bounds.lowerBound) to \(bounds.upperBound), "
          + "without quotes.", at: position)
      return nil
    }
    return number
  }

  /// The value as `true` or `false`.
  func truth(_ name: String, faults: inout FaultList) -> Bool? {
    switch content {
    case .scalar("true", isPlain: true): return true
    case .scalar("false", isPlain: true): return false
    default:
      faults.add("\"\(name)\" must be true or false, without quotes.", at: position)
      return nil
    }
  }

  /// The value as a list that is not empty.
  func list(_ name: String, faults: inout FaultList) -> [YAMLValue]? {
    guard case .list(let values) = content else {
      faults.add(
        "\"\(name)\" must be a list; begin each entry with \"- \" on a line of its own.",
        at: position)
      return nil
    }
    guard !values.isEmpty else {
      faults.add("\"\(name)\" is an empty list; write at least one entry.", at: position)
      return nil
    }
    return values
  }

  /// The value as a list of running texts that is not empty.
  func texts(_ name: String, faults: inout FaultList) -> [String]? {
    guard let values = list(name, faults: &faults) else { return nil }
    let texts = values.compactMap { $0.text(name, faults: &faults) }
    return texts.count == values.count ? texts : nil
  }
}

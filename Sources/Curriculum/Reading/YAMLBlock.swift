import Yams

/// A piece of YAML inside a lesson file: its front matter, or a question.
struct YAMLBlock {
  /// The text of the lines.
  let text: String
  /// The file's line in which the first of them stands.
  let firstLine: Int
  /// How many characters the file has in front of each line.
  let indentation: Int
  /// Where the block is announced, for faults that concern all of it.
  let position: SourcePosition
  /// What it is called in messages: `front matter`, `question`.
  let name: String

  /// Reads the block; nil where it is not the YAML that lessons use, which `faults` then tells.
  ///
  /// Size, aliases and depth are looked at before anything grows with them: an alias of aliases
  /// could otherwise stand for billions of values.
  func read(from source: SourceText, faults: inout FaultList) -> YAMLValue? {
    guard text.utf8.count <= LessonLimits.yamlBytes else {
      faults.add(
        "The \(name) is longer than \(LessonLimits.yamlBytes) bytes; shorten it.", at: position)
      return nil
    }
    if let line = lineOfTooManyAliases {
      faults.add(
        "Anchors and aliases (& and *) are not allowed here; write the value itself.",
        at: SourcePosition(line: firstLine + line, column: 1))
      return nil
    }
    do {
      let parser = try Parser(yaml: text, resolver: .basic)
      // The parser owns the anchors, to which nodes only refer weakly: it must outlive the check.
      return try withExtendedLifetime(parser) {
        guard let root = try parser.singleRoot() else {
          faults.add("The \(name) is empty; write its fields.", at: position)
          return nil
        }
        return value(of: root, depth: 1, source: source, faults: &faults)
      }
    } catch let error as YamlError {
      report(error, source: source, faults: &faults)
      return nil
    } catch {
      faults.add("The \(name) is not valid YAML; check its indentation and quotes.", at: position)
      return nil
    }
  }

  /// The line, from 0, at which more places look like an alias than a harmless text has.
  ///
  /// What looks like one may be text; the parser tells. But only up to a number at which even
  /// aliases of aliases cannot grow.
  private var lineOfTooManyAliases: Int? {
    var seen = 0
    var line = 0
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") { line += 1 }
      let isName =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      if previous == UInt8(ascii: "*"), isName {
        seen += 1
        if seen > LessonLimits.yamlAliases { return line }
      }
      previous = byte
    }
    return nil
  }

  /// The node as a value, or nil with a fault.
  private func value(
    of node: Node, depth: Int, source: SourceText, faults: inout FaultList
  ) -> YAMLValue? {
    let place = position(of: node.mark, in: source)
    guard depth <= LessonLimits.nesting else {
      faults.add("Values are nested too deep here; a lesson needs three levels.", at: place)
      return nil
    }
    guard node.anchor == nil else {
      faults.add(
        "Anchors and aliases (& and *) are not allowed here; write the value itself.", at: place)
      return nil
    }
    switch node {
    case .scalar(let scalar):
      return YAMLValue(
        content: .scalar(scalar.string, isPlain: scalar.style == .plain), position: place)
    case .sequence(let nodes):
      var values: [YAMLValue] = []
      for node in nodes {
        guard
          let value = value(of: node, depth: depth + 1, source: source, faults: &faults)
        else { return nil }
        values.append(value)
      }
      return YAMLValue(content: .list(values), position: place)
    case .mapping(let pairs):
      var fields: [YAMLValue.Field] = []
      for (key, node) in pairs {
        let keyPlace = position(of: key.mark, in: source)
        guard case .scalar(let name) = key, key.anchor == nil else {
          faults.add("A field's name must be one word; write it as \"name: value\".", at: keyPlace)
          return nil
        }
        guard
          let value = value(of: node, depth: depth + 1, source: source, faults: &faults)
        else { return nil }
        fields.append(YAMLValue.Field(name: name.string, position: keyPlace, value: value))
      }
      return YAMLValue(content: .mapping(fields), position: place)
    case .alias:
      faults.add("Aliases (*) are not allowed here; write the value itself.", at: place)
      return nil
    }
  }

  private func report(_ error: YamlError, source: SourceText, faults: inout FaultList) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      faults.add(
        "The \(name) is not valid YAML (\(problem)); check the indentation, and put a text with "
          + "\": \" or \" #\" in quotes.",
        at: position(of: mark, in: source))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.map { "\"\($0)\"" }.joined(separator: ", ")
      faults.add(
        "The field \(names) stands here twice; keep one.",
        at: position(of: context.mark, in: source))
    default:
      faults.add("The \(name) is not valid YAML; check its indentation and quotes.", at: position)
    }
  }

  /// The place in the file of a place in the block.
  private func position(of mark: Mark?, in source: SourceText) -> SourcePosition {
    guard let mark else { return position }
    return source.position(
      line: firstLine + mark.line - 1, scalarColumn: mark.column + indentation)
  }
}

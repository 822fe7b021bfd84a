/// A value read from YAML, with its place in the lesson file.
struct YAMLValue {
  /// What a value is; numbers and truth values are scalars whose text has not been read yet.
  enum Content {
    /// Text; `isPlain` where it stood without quotes and not as a block.
    case scalar(String, isPlain: Bool)
    case list([YAMLValue])
    case mapping([Field])
  }

  /// A name and its value.
  struct Field {
    var name: String
    var position: SourcePosition
    var value: YAMLValue
  }

  var content: Content
  var position: SourcePosition
}

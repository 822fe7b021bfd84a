/// A line of text that is being typed.
public struct TextField: Hashable, Sendable {
  /// The most characters that a field takes; more is not inserted.
  public static let limit = 200

  /// What was typed so far.
  public private(set) var text: String
  /// The cursor's place, in characters from the start.
  public private(set) var cursor: Int

  /// A field with a text and the cursor at its end.
  public init(_ text: String = "") {
    self.text = String(text.prefix(Self.limit))
    cursor = self.text.count
  }

  /// Handles an editing key; false where the key means nothing to a field.
  @discardableResult
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let pasted): insert(pasted)
    case .backspace: removeBackward()
    case .delete: removeForward()
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .control("u"): self = TextField()
    case .control("w"): removeWord()
    default: return false
    }
    return true
  }

  /// How many columns lie before the cursor.
  public var cursorColumns: Int { DisplayText(text.prefix(cursor)).columns }

  private mutating func insert(_ new: String) {
    // Pasted control characters are dropped: a line break would end a field that has one line.
    let clean = new.filter { character in
      character.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    }
    let kept = clean.prefix(max(0, Self.limit - text.count))
    text.insert(contentsOf: kept, at: text.index(text.startIndex, offsetBy: cursor))
    cursor = min(text.count, cursor + kept.count)
  }

  private mutating func removeBackward() {
    guard cursor > 0 else { return }
    cursor -= 1
    text.remove(at: text.index(text.startIndex, offsetBy: cursor))
  }

  private mutating func removeForward() {
    guard cursor < text.count else { return }
    text.remove(at: text.index(text.startIndex, offsetBy: cursor))
  }

  private mutating func removeWord() {
    let before = text.prefix(cursor)
    let trimmed = before.reversed().drop(while: \.isWhitespace).drop { !$0.isWhitespace }
    let rest = text.dropFirst(cursor)
    let kept = String(trimmed.reversed())
    text = kept + rest
    cursor = kept.count
  }
}

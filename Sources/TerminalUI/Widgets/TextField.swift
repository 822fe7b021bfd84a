/// A line of text that is being typed.
public struct TextField: Hashable, Sendable {
  /// The most characters that a field takes unless it is told otherwise; more is not inserted.
  public static let limit = 200

  /// The most characters that this field takes.
  public let capacity: Int

  /// What was typed so far.
  public private(set) var text: String
  /// The cursor's place, in characters from the start.
  public private(set) var cursor: Int

  /// A field with a text and the cursor at its end.
  ///
  /// What a field would not take from a paste is left out here, too.
  public init(_ text: String = "", capacity: Int = Self.limit) {
    self.capacity = capacity
    self.text = ""
    cursor = 0
    insert(text)
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
    case .control("u"): self = TextField(capacity: capacity)
    case .control("w"): removeWord()
    default: return false
    }
    return true
  }

  /// How many columns lie before the cursor.
  public var cursorColumns: Int { DisplayText(text.prefix(cursor)).columns }

  /// The most scalars that one typed character may consist of; the longest emoji have about ten.
  private static let scalarLimit = 16

  private mutating func insert(_ new: String) {
    // Pasted control characters are dropped: a line break would end a field that has one line.
    let clean = new.filter { character in
      character.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
        && character.unicodeScalars.count <= Self.scalarLimit
    }
    let kept = clean.prefix(max(0, capacity - text.count))
    replace(before: text.prefix(cursor) + kept, after: text.dropFirst(cursor))
  }

  private mutating func removeBackward() {
    guard cursor > 0 else { return }
    replace(before: text.prefix(cursor - 1), after: text.dropFirst(cursor))
  }

  private mutating func removeForward() {
    replace(before: text.prefix(cursor), after: text.dropFirst(cursor + 1))
  }

  private mutating func removeWord() {
    let before = text.prefix(cursor)
    let trimmed = before.reversed().drop(while: \.isWhitespace).drop { !$0.isWhitespace }
    replace(before: Substring(String(trimmed.reversed())), after: text.dropFirst(cursor))
  }

  /// Sets the text around the cursor.
  ///
  /// Characters can join where texts meet (a letter and an accent), so both ends are counted anew.
  private mutating func replace(before: Substring, after: Substring) {
    text = String((String(before) + after).prefix(capacity))
    cursor = min(before.count, text.count)
  }
}

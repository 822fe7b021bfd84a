/// A note of Anki: what is learnt, from which one or more cards are made.
public struct CardNote: Hashable, Sendable {
  /// Which fields and cards it has.
  public enum Kind: Int, Hashable, Sendable, CaseIterable {
    /// A port: asked by its service and by its number.
    case port
    /// A question: asked once.
    case question
  }

  /// The deck it lies in.
  public enum Deck: String, Hashable, Sendable, CaseIterable {
    /// The ports.
    case ports = "Portside::Ports"
    /// Questions of interviews.
    case interview = "Portside::Interview"
    /// Myths.
    case myths = "Portside::Myths"
    /// Questions of lessons.
    case lessons = "Portside::Lessons"
  }

  /// What Anki knows it by when it comes again: never changes.
  public var guid: String
  /// Which fields and cards it has.
  public var kind: Kind
  /// The deck it lies in.
  public var deck: Deck
  /// The fields in the order of its kind, as HTML.
  public var fields: [String]
  /// Its tags, without spaces.
  public var tags: [String]

  /// A note with all its parts.
  public init(guid: String, kind: Kind, deck: Deck, fields: [String], tags: [String]) {
    self.guid = guid
    self.kind = kind
    self.deck = deck
    self.fields = fields
    self.tags = tags
  }
}

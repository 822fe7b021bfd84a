/// What a folder of lessons holds besides them: questions for interviews, myths, decks of ports.
public struct LessonBank: Hashable, Sendable {
  /// The questions of `interview.yaml`.
  public var interview: [InterviewQuestion]
  /// The claims of `myths.yaml`.
  public var myths: [Myth]
  /// The decks of `decks.yaml`.
  public var decks: [PortDeck]

  /// A bank; empty where nothing is given.
  public init(interview: [InterviewQuestion] = [], myths: [Myth] = [], decks: [PortDeck] = []) {
    self.interview = interview
    self.myths = myths
    self.decks = decks
  }

  /// The question with an id.
  public func question(_ id: String) -> InterviewQuestion? { interview.first { $0.id == id } }

  /// The deck with an id.
  public func deck(_ id: String) -> PortDeck? { decks.first { $0.id == id } }
}

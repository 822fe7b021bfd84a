import PortKnowledge
import Practice

/// What a card is about, in a few words.
enum CardTitle {
  /// The words for a card, short enough for a list.
  static func words(_ card: StudyCard) -> String {
    switch card.face {
    case .port(let service, .number): "the port of \(service.commonName)"
    case .port(let service, .service): "the service on \(service.portAndTransports)"
    case .question(let question): "\u{201C}\(shortened(question.prompt))\u{201D}"
    case .interview(let id): "the interview question \(id)"
    case .skill(let family, let level):
      "\(ExerciseCatalog.family(named: family)?.title ?? family), level \(level.rawValue)"
    }
  }

  /// The beginning of a text, up to the end of a word.
  private static func shortened(_ text: String) -> String {
    let limit = 40
    guard text.count > limit else { return text }
    let head = text.prefix(limit)
    let end = head.lastIndex(of: " ") ?? head.endIndex
    return head[..<end] + "…"
  }
}

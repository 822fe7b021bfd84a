public import Curriculum
import PortKnowledge

/// Everything there is to remember, as notes for Anki.
public struct CardNotes: Sendable {
  /// The notes, in the order of learning.
  public let notes: [CardNote]

  /// The notes of a course: the ports that are worth knowing by heart, the questions of interviews,
  /// the myths and the questions of lessons.
  ///
  /// - Parameters:
  ///   - lessons: The lessons in their order.
  ///   - bank: What lies beside them.
  public init(lessons: [Lesson], bank: LessonBank) {
    let services = ServiceTable.all.filter { $0.tier < .extended && $0.port != 0 }
    notes =
      services.sorted { $0.tier < $1.tier }.map { Self.port($0, bank.decks) }
      + bank.interview.map(Self.interview) + bank.myths.map(Self.myth)
      + lessons.flatMap { lesson in lesson.questions.map { Self.question($0, of: lesson) } }
  }

  /// Plain text as HTML that shows it as it is.
  ///
  /// - Parameter text: Any text; control characters but line ends are left out.
  /// - Returns: HTML in which nothing of the text means something to a browser or to Anki.
  public static func html(_ text: String) -> String { HTMLText.escaped(text) }

  // MARK: Ports

  private static func port(_ service: Service, _ decks: [PortDeck]) -> CardNote {
    let own = decks.filter { $0.services.contains(service) }
    let aids = own.flatMap { $0.mnemonics(for: service) }
    let extra =
      HTMLText.paragraph(service.ianaName ?? "", label: "IANA calls it")
      + HTMLText.paragraph(service.secureTwin, label: "Protection:")
      + HTMLText.paragraph(service.confusion, label: "Take care:")
      + aids.map { HTMLText.paragraph($0, label: "To remember it:") }.joined()
    return CardNote(
      guid: "portside:port:\(service.portAndTransports)", kind: .port, deck: .ports,
      fields: [
        HTMLText.escaped(service.commonName), HTMLText.escaped(service.portAndTransports),
        HTMLText.escaped(service.purpose), extra,
      ],
      tags: [tag("topic", "ports"), tag("tier", service.tier.rawValue)]
        + own.map { tag("deck", $0.id.hasPrefix("deck-") ? String($0.id.dropFirst(5)) : $0.id) })
  }

  // MARK: Interviews and myths

  private static func interview(_ question: InterviewQuestion) -> CardNote {
    CardNote(
      guid: "portside:interview:\(question.id)", kind: .question, deck: .interview,
      fields: [
        HTMLText.escaped(question.question),
        HTMLText.paragraph(question.answer) + HTMLText.list(question.rubric),
        HTMLText.paragraph(command(for: question.proof), label: "See it:"),
      ],
      tags: [tag("topic", question.topic), tag("level", question.level.rawValue)])
  }

  private static func myth(_ myth: Myth) -> CardNote {
    CardNote(
      guid: "portside:myth:\(myth.id)", kind: .question, deck: .myths,
      fields: [
        "<p>Many believe this. What is true?</p>" + HTMLText.paragraph("“\(myth.claim)”"),
        HTMLText.paragraph(myth.truth),
        HTMLText.paragraph(myth.belief, label: "Why people believe it:")
          + HTMLText.paragraph("portside demo \(myth.demo)", label: "See it:")
          + HTMLText.paragraph(myth.sources.joined(separator: "; "), label: "Sources:"),
      ],
      tags: [tag("topic", myth.topic)])
  }

  private static func command(for proof: Proof) -> String {
    switch proof {
    case .demo(let id): "portside demo \(id)"
    case .exercise(let family): "portside practice \(family) --verify"
    }
  }

  // MARK: Lessons

  private static func question(_ question: Question, of lesson: Lesson) -> CardNote {
    CardNote(
      guid: "portside:question:\(question.id)", kind: .question, deck: .lessons,
      fields: [
        HTMLText.escaped(question.prompt) + HTMLText.block(question.figure.map(\.text))
          + asking(question.kind),
        HTMLText.list(question.solution) + HTMLText.paragraph(question.explanation),
        HTMLText.paragraph("\(lesson.number), \(lesson.title)", label: "Lesson")
          + HTMLText.paragraph("portside learn \(lesson.number)", label: "Read it:"),
      ],
      tags: [tag("topic", question.topic), tag("lesson", lesson.id)])
  }

  private static func asking(_ kind: Question.Kind) -> String {
    switch kind {
    case .chooseOne(let options): HTMLText.list(options.map(\.text), isOrdered: true)
    case .chooseSeveral(let options):
      HTMLText.list(options.map(\.text), isOrdered: true) + "<p>Several may be right.</p>"
    case .entry: ""
    case .putInOrder(let ordering):
      HTMLText.list(ordering.items, isOrdered: true) + "<p>In which order?</p>"
    case .fillTable(let table):
      table.blanks.map { blank in
        HTMLText.paragraph(
          blank.choices.map(\.text).joined(separator: " / "), label: blank.name + ":")
      }.joined()
    }
  }

  /// A tag; Anki shows `::` as a level, and ends a tag at a space.
  private static func tag(_ group: String, _ name: String) -> String {
    "portside::\(group)::" + String(name.map { $0.isWhitespace || $0 == "\"" ? "-" : $0 })
  }
}

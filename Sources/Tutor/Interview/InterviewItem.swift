public import Curriculum
public import PortKnowledge
import Practice

/// A question as it is asked in a mock interview.
public struct InterviewItem: Hashable, Sendable, Identifiable {
  /// The id of the question that every interview asks: how one port serves thousands of clients.
  public static let onePortID = "iv-one-port-thousands"

  /// The question with its model answer and what a good answer holds.
  public let question: InterviewQuestion
  /// Grades a typed answer, where that can be done without doubt; nil for an open question.
  public let check: Question?
  /// The id of the card under which a review of it is kept.
  public let cardID: String
  /// The question that it follows; nil where it opens a subject.
  public let followUpOf: InterviewQuestion?

  /// The question's id.
  public var id: String { question.id }

  /// A question of the bank.
  public init(_ question: InterviewQuestion, followUpOf: InterviewQuestion? = nil) {
    self.question = question
    self.followUpOf = followUpOf
    check = nil
    cardID = StudyCard(.interview(question.id)).id
  }

  /// "What port does X use?" about a service; nil where its number cannot be asked for so.
  public init?(portOf service: Service) {
    let asked = PortDirection.number.question(about: service, seed: 0)
    guard case .entry = asked.kind else { return nil }
    check = asked
    cardID = StudyCard(.port(service, .number)).id
    followUpOf = nil
    question = InterviewQuestion(
      id: asked.id, level: .basic, topic: asked.topic, question: Self.reworded(asked.prompt),
      answer: asked.explanation, rubric: ["The number: \(service.port)"],
      proof: .exercise("port-service"), followUps: [])
  }

  /// The question as an interviewer says it.
  private static func reworded(_ prompt: String) -> String {
    let request = " Type the number."
    let spoken = prompt.hasSuffix(request) ? String(prompt.dropLast(request.count)) : prompt
    guard spoken.hasSuffix("?") else { return spoken }
    for (beginning, remark) in [
      ("What is the default port of ", ""),
      // Several services do this, each on a port of its own.
      ("What is a default port of ", " One number is enough."),
    ] where spoken.hasPrefix(beginning) {
      return "What port does \(spoken.dropFirst(beginning.count).dropLast()) use?\(remark)"
    }
    return spoken
  }

  /// The services whose ports are asked for in an interview, those of the core first.
  static let services: [Service] = ServiceTable.all
    .filter { $0.tier < .extended && $0.port != 0 && InterviewItem(portOf: $0) != nil }
    .sorted { $0.tier < $1.tier }
}

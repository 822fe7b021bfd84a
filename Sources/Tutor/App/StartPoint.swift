public import PortKnowledge
public import Practice

/// Where the tutor opens.
public enum StartPoint: Hashable, Sendable {
  /// On a screen by its name; a lesson or demo is the first one.
  case screen(ScreenName)
  /// On a lesson, by id.
  case lesson(String)
  /// On a demo, by id.
  case demo(String)
  /// On the recording of a demo that the tutor was started with.
  case recording(DemoSummary)
  /// On the port search with a query.
  case ports(String)
  /// On the sockets of this machine with a filter, and of this program alone where that is asked.
  case sockets(String, isOwnOnly: Bool)
  /// In a session of reviews that meets so many new cards, nil for as many as suit, and has so many
  /// reviews at most.
  case review(newLimit: Int?, limit: Int)
  /// In a quiz.
  case quiz(QuizPlan)
  /// In a mock interview.
  case interview(InterviewPlan)
  /// At one question of an interview, by its id, and its follow-ups.
  case interviewQuestion(String)
  /// Where an interview asks for ports.
  case interviewPorts
  /// Going through everything of a choice once.
  case cram(QuizPlan)
  /// In a round of practice over these families and decks, by id.
  case practice(families: [String], seed: UInt64?, level: ExerciseLevel)
}

/// The screens by name, for `--screen` and for tests.
public enum ScreenName: String, Hashable, Sendable, CaseIterable {
  /// The first screen.
  case home
  /// The list of lessons.
  case lessons
  /// A lesson.
  case lesson
  /// The choice of what to practise.
  case practice
  /// A round of practice.
  case round
  /// What is due to be remembered.
  case review
  /// A quiz.
  case quiz
  /// A mock interview.
  case interview
  /// The decks of ports to know by heart.
  case decks
  /// The claims that are widespread and wrong.
  case myths
  /// The list of demos.
  case demos
  /// A live demo.
  case demo
  /// The port search.
  case ports
  /// The sockets that are open on this machine.
  case sockets
  /// The learner's record.
  case progress
  /// The help over the first screen.
  case help
}

import Curriculum

/// How deep the questions of a mock interview go.
public enum InterviewLevel: String, Hashable, Sendable, CaseIterable {
  /// What everybody is asked.
  case basic
  /// What those are asked who work with networks.
  case core
  /// What those are asked who say that they know it well.
  case deep
  /// The three in turns.
  case mixed

  /// The levels from which questions are taken, in turns.
  var levels: [InterviewQuestion.Level] {
    switch self {
    case .basic: [.basic]
    case .core: [.core]
    case .deep: [.deep]
    case .mixed: InterviewQuestion.Level.allCases
    }
  }

  /// Whether a follow-up question of a level fits: at most one step deeper than what was chosen.
  func allowsFollowUp(_ level: InterviewQuestion.Level) -> Bool {
    !(self == .basic && level == .deep)
  }
}

import ArgumentParser
import PortKnowledge

/// How hard exercises are, as it is written on the command line.
enum LevelName: String, CaseIterable, ExpressibleByArgument {
  case easy
  case medium
  case hard

  /// Reads the name, or the level's number from 1 to 3.
  init?(argument: String) {
    let found = Self.allCases.first {
      $0.rawValue == argument || String($0.level.rawValue) == argument
    }
    guard let found else { return nil }
    self = found
  }

  /// The level.
  var level: ExerciseLevel {
    switch self {
    case .easy: .easy
    case .medium: .medium
    case .hard: .hard
    }
  }
}

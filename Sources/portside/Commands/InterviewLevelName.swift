import ArgumentParser
import Tutor

/// How deep an interview goes, as it is written on the command line.
enum InterviewLevelName: String, CaseIterable, ExpressibleByArgument {
  case basic
  case core
  case deep
  case mixed

  /// The level.
  var level: InterviewLevel {
    switch self {
    case .basic: .basic
    case .core: .core
    case .deep: .deep
    case .mixed: .mixed
    }
  }
}

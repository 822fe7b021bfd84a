/// Why a demo ends before its last step.
enum DemoInterruption: Error, Hashable {
  /// The learner left it.
  case left
  /// The kernel showed something else than it must; the sentence says what.
  case failed(String)
}

extension DemoInterruption: CustomStringConvertible {
  var description: String {
    switch self {
    case .left: "It was left before its end."
    case .failed(let reason): reason
    }
  }
}

public import Curriculum
import PortKnowledge

/// Something that closes a gap.
public enum Remedy: Hashable, Sendable {
  /// A lesson to read.
  case lesson(Lesson)
  /// A demo to run, or exercises to do.
  case proof(Proof)

  /// The command that opens it.
  public var command: String {
    switch self {
    case .lesson(let lesson): "portside learn \(lesson.number)"
    case .proof(let proof): proof.command
    }
  }
}

extension Proof {
  /// The command that shows it, for example `portside demo crowd`.
  public var command: String {
    switch self {
    case .demo(let id): "portside demo \(id)"
    case .exercise(let family):
      "portside practice \(family)"
        + (ExerciseCatalog.family(named: family)?.asksKernel == true ? " --verify" : "")
    }
  }
}

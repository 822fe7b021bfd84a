/// What shows on the learner's own kernel that something is true.
public enum Proof: Hashable, Sendable, CustomStringConvertible {
  /// A demo, by its id.
  case demo(String)
  /// Exercises of a family, by its id: each can be decided by the kernel or by its table.
  case exercise(String)

  /// The demo or the family as a command names it: `demo tabs`, `exercise bind-pair`.
  public var description: String {
    switch self {
    case .demo(let id): "demo \(id)"
    case .exercise(let family): "exercise \(family)"
    }
  }
}

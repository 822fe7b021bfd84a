/// A topic that can be chosen for practice and under which answers are counted.
public enum ExerciseTopic: String, Hashable, Sendable, CaseIterable, Codable {
  /// Port numbers and their services.
  case ports
  /// 5-tuples: which connection is which.
  case tuples

  /// The title in lists.
  public var title: String {
    switch self {
    case .ports: "Ports and services"
    case .tuples: "5-tuples"
    }
  }
}

import PortKnowledge

extension ExerciseCatalog {
  /// What to say of a kind of exercise that there is not.
  static func unknown(_ name: String) -> String {
    let names = families.map(\.id).sorted().joined(separator: ", ")
    return "There are no exercises \"\(name)\"; there are \(names)."
  }
}

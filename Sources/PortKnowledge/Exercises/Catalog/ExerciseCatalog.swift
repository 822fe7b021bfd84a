/// Every family of exercises there is.
public enum ExerciseCatalog {
  /// The families, in the order in which they are listed.
  public static let families: [any ExerciseFamily] =
    ports + tuples + delivery + binding + calls + states + errors + tools

  /// The families of a topic.
  public static func families(for topic: ExerciseTopic) -> [any ExerciseFamily] {
    families.filter { $0.topic == topic }
  }

  /// The family with an id such as `same-connection`, or nil.
  public static func family(named id: String) -> (any ExerciseFamily)? {
    families.first { $0.id == id }
  }

  /// Makes an exercise again from its question's id; nil where no family has it.
  public static func question(id: String) -> Question? {
    guard let id = ExerciseID(id), let family = family(named: id.family) else { return nil }
    return family.question(seed: id.seed, level: id.level)
  }
}

/// A kind of situation, of which every draw makes another case.
struct ErrorScenario: Sendable {
  /// The name in the data, for example `port-taken`.
  let name: String
  /// The level on which it is asked.
  let level: ExerciseLevel
  /// The case of drawn values.
  let make: @Sendable (ErrorDraw) -> ErrorCase

  init(
    _ name: String, _ level: ExerciseLevel, _ make: @escaping @Sendable (ErrorDraw) -> ErrorCase
  ) {
    self.name = name
    self.level = level
    self.make = make
  }

  /// Every situation there is.
  static let all: [ErrorScenario] = binding + connecting + filtered + streams + ends + datagrams

  private static let byLevel = Dictionary(grouping: all, by: \.level)

  /// The situations of a level.
  static func all(_ level: ExerciseLevel) -> [ErrorScenario] { byLevel[level] ?? [] }
}

/// A file that may do something banned, and why.
struct Allowance: Sendable {
  /// The file's path.
  let path: String
  /// The ban's name.
  let ban: String
  /// Why it is right there.
  let reason: String

  /// Every exception; one that is not needed any more fails the test.
  static let all = [
    Allowance(
      path: "Sources/CursesTerminal/Guard/TestTrap.swift", ban: "fatalError",
      reason: "ends the program as a test asks, to show that the terminal comes back"),
    Allowance(
      path: "Sources/CursesTerminal/Guard/TestTrap.swift", ban: "exit",
      reason: "ends the program as a test asks, to show that the terminal comes back"),
    Allowance(
      path: "Tests/TestSupport/Eventually.swift", ban: "sleep",
      reason: "the pause between two looks at a condition, for every test"),
  ]
}

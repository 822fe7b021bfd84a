/// Something that code must not do, found by name.
struct Ban: Sendable {
  /// What it is called in a message and in the list of exceptions.
  let name: String
  /// Why it is banned.
  let reason: String
  /// What it looks like in code without comments and strings.
  let pattern: String
  /// A line that does it, for the test of the pattern.
  let example: String

  /// Every ban.
  static let all = [
    Ban(
      name: "print", reason: "output goes through the one place that makes it safe to show",
      pattern: #"(?<![\w.])(?:Swift\.)?(?:debugPrint|print|dump)\s*\("#, example: "  print(text)"),
    Ban(
      name: "exit", reason: "ending in the middle leaves the terminal and the store as they are",
      pattern: #"(?<![\w.])(?:Glibc\.|Foundation\.)?_?(?:exit|quick_exit|_Exit|abort)\s*\("#,
      example: "Glibc.exit(1)"),
    Ban(
      name: "sleep", reason: "wait for a descriptor or a condition, with a deadline",
      pattern: #"\b(?:u|nano|clock_nano)?sleep\s*\("#, example: "try await Task.sleep(for: pause)"),
    Ban(
      name: "try!", reason: "an error the world can cause must not end the program",
      pattern: #"\btry!"#, example: "let x = try! read()"),
    Ban(
      name: "as!", reason: "a surprise must not end the program",
      pattern: #"\bas!"#, example: "let x = y as! Int"),
    Ban(
      name: "force unwrapping", reason: "a surprise must not end the program",
      pattern: #"(?<=[\w)\]}"?])(?<!\btry)(?<!\bas)!(?!=)"#, example: "let x = names.first!.count"),
    Ban(
      name: "@unchecked Sendable", reason: "the compiler is to check what threads share",
      pattern: #"@unchecked\s+Sendable"#, example: "final class Box: @unchecked Sendable {"),
    Ban(
      name: "nonisolated(unsafe)", reason: "the compiler is to check what threads share",
      pattern: #"nonisolated\s*\(\s*unsafe\s*\)"#, example: "nonisolated(unsafe) var count = 0"),
    Ban(
      name: "fatalError", reason: "a surprise must not end the program",
      pattern: #"\b(?:fatalError|preconditionFailure)\s*\("#, example: "fatalError()"),
  ]
}

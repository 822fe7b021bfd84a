import Curriculum
import Demos
import Foundation
import PortKnowledge
import Testing

/// The table of claims names only what exists, and leaves no lesson out.
@Suite("The table of claims and proofs")
struct ClaimsAndProofsTests {
  private static let repository = URL(fileURLWithPath: TutorInTerminal.lessons)
    .deletingLastPathComponent()

  private static func rows() throws -> [[String]] {
    let article = repository.appendingPathComponent(
      "Sources/portside/Documentation.docc/ClaimsAndProofs.md")
    return try String(contentsOf: article, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| ") }.dropFirst()
      .map { line in
        line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      }
  }

  /// The names of all types in the tests.
  private static func suites() throws -> Set<String> {
    let folder = repository.appendingPathComponent("Tests")
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var names: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: #/@Suite(?:.|\n)*?struct ([A-Za-z0-9]+)/#) {
        names.insert(String(match.1))
      }
    }
    return names
  }

  @Test("names lessons, demos, exercises and tests that exist, at least four for each lesson")
  func rows() throws {
    let rows = try Self.rows()
    let suites = try Self.suites()
    let demos = Set(DemoCatalog.all.map(\.id))
    var counts: [String: Int] = [:]
    for row in rows {
      try #require(row.count == 3, "\(row)")
      counts[row[0], default: 0] += 1
      for proof in row[2].components(separatedBy: ", ") {
        let words = proof.split(separator: " ").map(String.init)
        try #require(words.count == 2, "\(row)")
        switch words[0] {
        case "demo": #expect(demos.contains(words[1]), "\(row)")
        case "exercise":
          #expect(ExerciseCatalog.family(named: words[1]) != nil, "\(row)")
        case "test": #expect(suites.contains(words[1]), "\(row)")
        default: Issue.record("no proof of this kind: \(row)")
        }
      }
    }
    let lessons = try LessonLibrary(folder: TutorInTerminal.lessons).lessons.map(\.id)
    #expect(Set(counts.keys) == Set(lessons))
    for lesson in lessons { #expect(counts[lesson, default: 0] >= 4, "\(lesson)") }
  }
}

import Foundation
import Practice
import TestSupport
import Testing

/// A date to be ready for, as a user of the program sees it.
@Suite("portside goal")
struct GoalTests {
  /// A day so many days after today, in the zone in which the program is run.
  private static func day(_ ahead: Int) -> String {
    let today = StudyDay.number(
      seconds: Int64(Date().timeIntervalSince1970), zoneOffset: 0,
      rolloverHour: StudyDay.defaultRolloverHour)
    return CivilDate(dayNumber: today + ahead).description
  }

  /// A recording of a demo, as the program carries it.
  private static let recording = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources/portside/Recordings/tabs.jsonl")
    .path

  @Test("is set, told with its plan, changed and dropped; every change is a row of the log")
  func goal() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let none = try await program.run(["goal"])
      #expect(none.output.hasPrefix("There is no goal. Set one with a date"), "\(none)")

      let set = try await program.run(["goal", Self.day(8)])
      #expect(set.status == 0 && set.errors.isEmpty, "\(set)")
      #expect(set.lines.first == "Ready by \(Self.day(8)), in 8 days.")
      let days = set.lines.filter { $0.contains("review") && $0.hasPrefix("  ") }
      #expect(days.count == 8 && days[0].contains(Self.day(0)), "\(set)")
      #expect(days[7].contains(Self.day(7)), "\(set)")

      let far = try await program.run(["goal", Self.day(40)])
      #expect(far.lines.last?.hasPrefix("  Then 9 more days with at most ") == true, "\(far)")

      let told = try await program.run(["goal", "--json"]).object()
      #expect(told["readyBy"] as? String == Self.day(40))
      #expect(told["daysLeft"] as? Int == 40)
      #expect((told["days"] as? [[String: Any]])?.count == 40)
      let dropped = try await program.run(["goal", "drop"])
      #expect(dropped.output == none.output, "\(dropped)")
      let empty = try await program.run(["goal", "--json"]).object()
      #expect(empty["readyBy"] is NSNull && (empty["days"] as? [Any])?.isEmpty == true)
    }
  }

  @Test(
    "a date that cannot be is one sentence, status 64, and nothing is kept",
    arguments: [
      ("2020-02-29", "is over"), ("2061-01-01", "2061-01-01 is too far ahead"),
      ("2027-02-30", "is no date"), ("27-1-1", "is no date"), ("soon", "is no date"),
      ("\u{1B}[31m2027-01-01", "is no date"), ("", "is no date"), ("DROP", "is no date"),
    ])
  func refused(date: String, part: String) async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let outcome = try await program.run(["goal", date])
      #expect(outcome.status == 64 && outcome.output.isEmpty, "\(outcome)")
      let sentences = outcome.errorLines.filter {
        !$0.hasPrefix("Usage: ") && !$0.hasPrefix("  See ")
      }
      #expect(sentences.count == 1 && sentences[0].contains(part), "\(outcome)")
      #expect(!FileManager.default.fileExists(atPath: program.data))
    }
  }

  @Test("today is no day to be ready by")
  func today() async throws {
    try await withTemporaryFolder { folder in
      let outcome = try await PlainProgram(in: folder).run(["goal", Self.day(0)])
      #expect(outcome.status == 64, "\(outcome)")
    }
  }

  @Test("leaves the ordinary schedule alone")
  func schedule() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      try folder.write("port:22/tcp:number\t22\nport:80/tcp:number\t81\n", to: "answers")
      _ = try await program.run(["review", "--batch", folder.file("answers")])
      let before = try await program.run(["review", "--due"])
      _ = try await program.run(["goal", Self.day(5)])
      let after = try await program.run(["review", "--due"])
      #expect(before.lines.prefix(3) == after.lines.prefix(3), "\(before) \(after)")
    }
  }

  @Test("progress tells all of it, in lines and as data")
  func progress() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      try folder.write(
        "port:993/tcp:number\t995\nport:995/tcp:number\t995\nport:22/tcp:number\t23\n",
        to: "answers")
      _ = try await program.run(["review", "--batch", folder.file("answers")])
      _ = try await program.run(["goal", Self.day(5)])
      let told = try await program.run(["progress"])
      #expect(told.status == 0 && told.errors.isEmpty)
      for part in [
        "Answers     1 of 3 right (33 %)", "Ready by \(Self.day(5)), in 5 days.",
        "You take 993 for 995: once.", "You take 22 for 23: once.", "Ports by heart",
        "You studied on 1 day in the last 12 weeks; most recently today.",
        "You have seen none of the 10 states",
      ] {
        #expect(told.output.contains(part), "\(part) is missing in \(told)")
      }
      let data = try await program.run(["progress", "--json"]).object()
      let memory = try #require(data["memory"] as? [String: Any])
      #expect((memory["forecast"] as? [Int])?.count == 14)
      #expect((memory["goal"] as? [String: Any])?["readyBy"] as? String == Self.day(5))
      #expect((data["confusions"] as? [[String: Any]])?.count == 2)
      #expect((data["calendar"] as? [[String: Any]])?.first?["answers"] as? Int == 3)
      #expect((data["statesLeft"] as? [String])?.count == 10)
      #expect(data["daysInARow"] as? Int == 1)
    }
  }

  @Test("a live demo keeps the states it shows; a recording keeps none")
  func sightings() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let replay = try await program.run(["demo", "--replay", Self.recording])
      let before = try await program.run(["progress", "--json"]).object()
      #expect((before["statesSeen"] as? [String])?.isEmpty == true, "\(replay)")
      #expect(replay.status == 0, "\(replay)")
      let live = try await program.run(["demo", "tabs", "--plain"])
      let after = try await program.run(["progress", "--json"]).object()
      let seen = try #require(after["statesSeen"] as? [String])
      #expect(Set(seen).isSuperset(of: ["ESTAB", "LISTEN"]), "\(live)")
    }
  }
}

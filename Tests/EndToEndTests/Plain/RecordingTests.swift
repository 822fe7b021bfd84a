import Foundation
import TestSupport
import Testing

@Suite("Recordings of demos")
struct RecordingTests {
  /// Records a demo and hands its file to a test.
  private func withRecording(
    of demo: String = "same-port",
    _ body: (PlainProgram, String, TemporaryFolder) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let file = folder.file("run.jsonl")
      let outcome = try await program.run(["demo", demo, "--record", file])
      #expect(outcome.status == 0 && outcome.errors.contains("The recording is in"), "\(outcome)")
      try await body(program, file, folder)
    }
  }

  @Test("A recording says the same as the run, and judges predictions of its own")
  func roundTrip() async throws {
    try await withRecording { program, file, _ in
      let recorded = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
      let played = try await program.run(["demo", "--replay", file, "--json"])
      #expect(played.status == 0, "\(played)")
      let lines = played.output.split(separator: "\n")
      #expect(lines.first?.contains("\"recordingBegan\"") == true)
      #expect(lines.dropFirst() == recorded.dropFirst())
      let answered = try await program.run(
        ["demo", "--replay", file, "--plain"], input: "1\n1\n1\n1\n")
      #expect(answered.output.contains("nothing runs now."))
      #expect(answered.output.contains("You predicted:"))
      #expect(try await program.progress().answers.total > 0)
    }
  }

  @Test("A file that is there is never overwritten")
  func existing() async throws {
    try await withRecording { program, file, folder in
      let before = try Data(contentsOf: URL(fileURLWithPath: file))
      let again = try await program.run(["demo", "tabs", "--record", file])
      #expect(again.status == 1 && again.errors.contains("exists already"), "\(again)")
      #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
      let nowhere = try await program.run(["demo", "tabs", "--record", folder.file("no/run")])
      #expect(nowhere.status == 1 && nowhere.output.isEmpty, "\(nowhere)")
    }
  }

  @Test("A file that is cut off, too new, damaged or not ours gets one sentence with its line")
  func faults() async throws {
    try await withRecording { program, file, folder in
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let lines = text.components(separatedBy: "\n")
      func line(_ number: Int, becomes replacement: String) -> String {
        var lines = lines
        lines[number - 1] = replacement
        return lines.joined(separator: "\n")
      }
      let cases: [(String, String)] = [
        (String(text.prefix(text.count / 2)), "cut off here"),
        (lines.dropLast(2).joined(separator: "\n") + "\n", "cut off here"),
        (
          text.replacing("\"version\":1", with: "\"version\":2"),
          "line 1: the recording has layout 2"
        ),
        ("", "the file is empty"),
        ("\u{1B}[31mhello\n", "line 1: this is no recording"),
        ("[]\n", "line 1: this is no recording"),
        (
          line(
            2,
            becomes: "{\"event\":\"stepBegan\",\"index\":9223372036854775807,"
              + "\"title\":\"x\",\"narration\":\"y\"}"), "line 2: \"index\" is none of the demo's"
        ),
        (line(3, becomes: "{\"event\":\"launch\"}"), "line 3: \"event\" names no event"),
        (line(3, becomes: "{\"event\":\"remark\"}"), "line 3: \"text\" is missing"),
        (line(3, becomes: "{\"event\":\"remark\",\"text\":7}"), "line 3: \"text\" is not a text"),
        (line(3, becomes: String(repeating: "[", count: 100_000)), "line 3: this is no JSON"),
        (text + "{\"event\":\"remark\",\"text\":\"more\"}\n", "something follows the end"),
      ]
      for (index, (content, expected)) in cases.enumerated() {
        let damaged = try folder.write(content, to: "damaged-\(index).jsonl")
        let outcome = try await program.run(["demo", "--replay", damaged])
        #expect(outcome.status == 1 && outcome.output.isEmpty, "\(index): \(outcome)")
        #expect(outcome.errors.contains(expected), "\(index): \(outcome.errors)")
        #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
      }
      let missing = try await program.run(["demo", "--replay", folder.file("none")])
      #expect(missing.status == 1 && missing.errors.contains("no such file"), "\(missing)")
      let device = try await program.run(["demo", "--replay", "/dev/zero"])
      #expect(device.status == 1 && device.errors.contains("this is no file"), "\(device)")
    }
  }

  @Test("Text in a recording never reaches the terminal raw")
  func hostile() async throws {
    try await withRecording { program, file, folder in
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let hostile = text.replacing(
        "\"event\":\"stepBegan\"",
        with:
          "\"event\":\"stepBegan\",\"x\":1"
      ).replacing(
        "\"title\":\"",
        with:
          "\"title\":\"\\u001b]0;owned\\u0007\\u202e")
      let path = try folder.write(hostile, to: "hostile.jsonl")
      // The program under test checks every character that it writes.
      let outcome = try await program.run(["demo", "--replay", path, "--plain"])
      #expect(outcome.status == 0 && outcome.output.contains("owned"), "\(outcome)")
    }
  }

  @Test("Where no socket is to be had, the recording that ships is played and says why")
  func fallback() async throws {
    try await withTemporaryFolder { folder in
      // A network namespace of its own, in which not even loopback is up.
      let words = ["unshare", geteuid() == 0 ? "-n" : "-rn"]
      let command =
        words + [
          try ProgramUnderTest.path, "demo", "tabs", "--plain", "--data", folder.file("data"),
        ]
      let probe = try await Command("/usr/bin/env", words + ["true"]).run()
      guard probe.status == 0 else {
        try Test.cancel("this machine lets nobody make a network namespace")
      }
      let outcome = try await Command("/usr/bin/env", command).run(input: "1\n1\n")
      #expect(outcome.status == 0, "\(outcome)")
      #expect(outcome.output.contains("No live demo here: connect 127.0.0.1:"), "\(outcome.output)")
      #expect(outcome.output.contains("nothing runs now."))
      #expect(outcome.output.contains("The recording is over."))
    }
  }

  @Test("Names, and options that do not go together, are refused with what to do")
  func usage() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let cases: [([String], String)] = [
        (["demo", "tbas"], "Did you mean 'tabs'?"),
        (["demo", "exaustion"], "Did you mean 'exhaustion'?"),
        (["demo", "xyzzy"], "There are: same-port"),
        (["demo", "--record", "file"], "--record needs the name of a demo"),
        (["demo", "tabs", "--replay", "file"], "takes no demo's name"),
        (["demo", "crowd", "--clients", "0"], "1 to 100000"),
        (["demo", "crowd", "--clients", "-3"], "-3"),
        (["demo", "crowd", "--clients", "10000000"], "1 to 100000"),
      ]
      for (arguments, expected) in cases {
        let outcome = try await program.run(arguments)
        #expect(outcome.status == 64 && outcome.errors.contains(expected), "\(outcome)")
      }
    }
  }
}

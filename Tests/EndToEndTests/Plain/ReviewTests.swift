import Foundation
import TestSupport
import Testing

@Suite("portside review")
struct ReviewTests {
  @Test("asks, keeps, says what was gained and when the next is due")
  func session() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let first = try await program.run(["review", "--count", "1"], input: "h\nx\n\nq\n")
      #expect(first.status == 0)
      #expect(first.output.contains("1 review, "), "\(first)")
      #expect(first.output.contains("The next card is due"), "\(first)")
      let due = try await program.run(["review", "--due"])
      #expect(due.output.split(separator: "\n").count == 8, "\(due)")
      #expect(due.output.contains("  1 due"), "\(due)")
    }
  }

  @Test("what was taken back is as if it had not been")
  func takeBack() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let told = try await program.run(["review"], input: "1\nu\nq\n")
      #expect(told.output.contains("is as it was before."), "\(told)")
      let due = try await program.run(["review", "--due"])
      #expect(!due.output.contains("  1 due"), "\(due)")
    }
  }

  @Test("what was forgotten cannot be called easy")
  func forgottenIsNotEasy() async throws {
    try await withTemporaryFolder { folder in
      // The first card is a port to be typed: 1 is wrong for each of them.
      let told = try await PlainProgram(in: folder).run(["review"], input: "1\ne\nq\n")
      #expect(told.output.contains("1 review, 0 remembered"), "\(told)")
      #expect(!told.output.contains("e it was easy"), "\(told)")
    }
  }

  @Test("a batch is kept answer by answer, and each is acknowledged once it is stored")
  func batch() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      try folder.write("port:22/tcp:number\t22\nport:80/tcp:number\t81\n", to: "answers")
      let told = try await program.run(
        ["review", "--batch", folder.file("answers"), "--ack-fd", "1"])
      #expect(told.status == 0, "\(told)")
      #expect(told.output == "1 port:22/tcp:number 3\n2 port:80/tcp:number 1\n", "\(told)")
    }
  }

  @Test(
    "a batch with a fault keeps nothing and says where it is",
    arguments: [
      ("port:22/tcp:number\t22\nport:22\n", ":2: write the card's id, a tab and the answer."),
      ("port:22/tcp:number\t22\nport:9/xyz\t1\n", ":2: there is no card port:9/xyz."),
      ("port:22/tcp:number\t\n", ":1: this is no answer; type the number."),
      ("interview:iv-five-tuple\t7\n", ":1: an interview's question takes a grade, 1 to 4."),
    ])
  func faults(text: String, expected: String) async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let file = try folder.write(text, to: "answers")
      let told = try await program.run(["review", "--batch", file, "--ack-fd", "1"])
      #expect(told.status == 1 && told.output.isEmpty, "\(told)")
      #expect(told.errors == "Error: \(file)\(expected)\n")
    }
  }

  @Test("a tutor that is killed at any moment has kept every answer it acknowledged")
  func kill() async throws {
    try await withTemporaryFolder { folder in
      let rounds = ProcessInfo.processInfo.environment["PORTSIDE_SWEEP"] == "1" ? 200 : 25
      let answers = (0..<400).map { _ in "port:22/tcp:number\t22\n" }.joined()
      try folder.write(answers, to: "answers")
      let program = try ProgramUnderTest.path
      var seed = UInt64(rounds)
      for round in 0..<rounds {
        // Killed after so many acknowledgements, at whatever it does then.
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let limit = Int(seed >> 33 % 60) + 1
        let script = """
          mkfifo '\(folder.file("acks-\(round)"))'
          '\(program)' review --batch '\(folder.file("answers"))' --ack-fd 3 \
            --data '\(folder.file("data"))' 3> '\(folder.file("acks-\(round)"))' &
          head -n \(limit) < '\(folder.file("acks-\(round)"))'
          kill -9 $!
          wait
          """
        let told = try await Command("/bin/sh", ["-c", script]).run()
        let rows = told.output.split(separator: "\n").compactMap {
          $0.split(separator: " ").first.flatMap { Int64($0) }
        }
        #expect(rows.count == limit, "round \(round): \(told)")
        let kept = try StoredReviews.rows(in: folder.file("data"))
        #expect(Set(rows).isSubset(of: kept), "round \(round)")
      }
    }
  }
}

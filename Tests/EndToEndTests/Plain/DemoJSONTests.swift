import TestSupport
import Testing

@Suite("portside demo --json")
struct DemoJSONTests {
  /// The members of each event.
  private static let members: [String: Set<String>] = [
    "stepBegan": ["index", "title", "narration"],
    "questionAsked": ["id", "topic", "prompt", "options", "choices", "explanation"],
    "callMade": ["name", "arguments", "result", "output", "error", "microseconds", "actor"],
    "tableRead": ["source", "decidingFields", "rows"],
    "pictureDrawn": ["left", "right", "links"],
    "predictionSettled": [
      "id", "given", "measured", "isCorrect", "explanation", "reason", "options",
    ],
    "remark": ["text"],
    "stepEnded": ["index"],
    "demoEnded": ["outcome", "reason"],
  ]

  private func events(_ demo: String) async throws -> [[String: Any]] {
    try await withTemporaryFolder { folder in
      let outcome = try await PlainProgram(in: folder).run(["demo", demo, "--json"])
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
      return try outcome.objects()
    }
  }

  @Test("Every line is an object with its event's members", arguments: ["tabs", "same-port"])
  func keys(demo: String) async throws {
    let events = try await events(demo)
    for event in events {
      let name = try #require(event["event"] as? String)
      let expected = try #require(Self.members[name], "\(name) is not documented")
      #expect(Set(event.keys) == expected.union(["event"]), "\(name)")
    }
    let names = Set(events.compactMap { $0["event"] as? String })
    #expect(names == Set(Self.members.keys), "the demo has every kind of event")
    #expect(events.last?["outcome"] as? String == "completed")
  }

  @Test("The events of a step come in their order")
  func order() async throws {
    var kinds: [String] = []
    for event in try await events("tabs") {
      let name = event["event"] as? String ?? ""
      let kind = (event["index"] as? Int).map { "\(name) \($0)" } ?? name
      if kind != kinds.last { kinds.append(kind) }
    }
    let work = ["callMade", "tableRead", "pictureDrawn"]
    let middles: [[String]] = (0..<8).map { step in
      switch step {
      case 4: ["questionAsked"] + work + ["predictionSettled"]
      case 6: ["questionAsked"] + work + ["predictionSettled", "remark"]
      default: work + ["remark"]
      }
    }
    let expected = middles.enumerated().flatMap { step, middle in
      ["stepBegan \(step)"] + middle + ["stepEnded \(step)"]
    }
    #expect(kinds == expected + ["demoEnded"])
  }

  @Test("The rows are the kernel's: each with its change, its ends, and whose it is")
  func rows() async throws {
    let readings = try await events("tabs").filter { $0["event"] as? String == "tableRead" }
    let tables = try readings.map { try #require($0["rows"] as? [[String: Any]]) }
    for row in tables.joined() {
      #expect(
        Set(row.keys) == [
          "change", "role", "protocol", "state", "local", "remote", "receiveQueue", "sendQueue",
          "inode", "userID", "isIPv6Table",
        ])
      #expect(row["protocol"] as? String == "tcp")
    }
    let changes = tables.map { table in
      table.map { row in "\(row["change"] ?? "") \(row["state"] ?? "") \(row["role"] ?? "")" }
    }
    #expect(changes.first == ["added LISTEN server"])
    #expect(
      changes[4] == [
        "same LISTEN server", "same ESTAB tab 1", "same ESTAB server", "same ESTAB tab 2",
        "same ESTAB server", "added ESTAB tab 3", "added ESTAB server",
      ])
    #expect(changes.last?.first == "removed LISTEN server")
    #expect(changes.last?.dropFirst().allSatisfy { $0.hasPrefix("same TIME-WAIT tab") } == true)

    let full = tables[4]
    let listener = try end(full[0], "local")
    #expect(listener.address == "127.0.0.1" && listener.port > 0)
    #expect(try end(full[0], "remote") == End(address: "0.0.0.0", port: 0))
    for pair in [(1, 2), (3, 4), (5, 6)] {
      #expect(try end(full[pair.0], "remote") == listener)
      #expect(try end(full[pair.1], "local") == listener)
      #expect(try end(full[pair.0], "local") == end(full[pair.1], "remote"))
    }
    #expect(Set(try [1, 3, 5].map { try end(full[$0], "local").port }).count == 3)
    let deciding = readings.compactMap { $0["decidingFields"] as? [String] }.filter { !$0.isEmpty }
    #expect(deciding == [["source port"]])
  }

  @Test("Without a demo's name there is one object a demo")
  func list() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let demos = try await program.run(["demo", "--json"]).objects()
      #expect(demos.allSatisfy { Set($0.keys) == ["id", "title", "teaches", "stepCount"] })
      let names = demos.compactMap { $0["id"] as? String }
      #expect(names.contains("tabs") && names.contains("same-port"))
      let lines = try await program.run(["demo"]).lines.filter { !$0.hasPrefix(" ") }
      #expect(lines.map { String($0.prefix { $0 != " " }) } == names)
    }
  }

  private struct End: Hashable {
    var address: String
    var port: Int
  }

  private func end(_ row: [String: Any], _ name: String) throws -> End {
    let end = try #require(row[name] as? [String: Any])
    #expect(Set(end.keys) == ["address", "port"])
    return End(
      address: try #require(end["address"] as? String), port: try #require(end["port"] as? Int))
  }
}

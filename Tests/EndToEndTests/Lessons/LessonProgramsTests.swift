import Curriculum
import Foundation
import PortKnowledge
import Sockets
import TestSupport
import Testing

/// The lesson shows one small server and one small client in four languages, and says that each
/// client can call each server.
@Suite("The programs of lesson 8")
struct LessonProgramsTests {
  /// A language: the word after the fence, the command that must be there, how a source is made
  /// ready (empty where nothing is to be done), and how it is run.
  private struct Language {
    let fence: String
    let tool: String
    let make: String
    let run: String
  }

  private static let languages = [
    Language(fence: "js", tool: "node", make: "", run: "node FILE.js"),
    Language(fence: "python", tool: "python3", make: "", run: "python3 -u FILE.python"),
    Language(
      fence: "swift", tool: "swiftc", make: "swiftc FILE.swift -o FILE-swift", run: "./FILE-swift"),
    Language(fence: "c", tool: "cc", make: "cc -x c FILE.c -o FILE-c", run: "./FILE-c"),
  ]

  /// The blocks of a language in the lesson: the server and the client.
  private func programs(_ language: Language) throws -> [String] {
    let library = try LessonLibrary(folder: TutorInTerminal.lessons)
    let lesson = try #require(library.lesson(named: "8"))
    return lesson.sections.flatMap(\.blocks).compactMap { block in
      guard case .code(let lines, language.fence) = block else { return nil }
      return lines.joined(separator: "\n") + "\n"
    }
  }

  /// A port that was free a moment ago.
  private func freePort() throws -> UInt16 {
    while true {
      let socket = try Socket(.tcp)
      try socket.bind(to: Endpoint(.loopback, 0))
      let port = try socket.localEndpoint().port
      // A port may be free although a row in TIME-WAIT has it on another address.
      if try KernelTable.read(ports: [port]).rows.isEmpty { return port.rawValue }
    }
  }

  @Test("are right: every client gets the answer of every server, and the server keeps TIME-WAIT")
  func programs() async throws {
    try await withTemporaryFolder { folder in
      let port = try freePort()
      var ready: [Language] = []
      for language in Self.languages {
        let sources = try programs(language)
        #expect(sources.count == 2, "\(language.fence)")
        for (name, source) in zip(["server", "client"], sources) {
          #expect(source.contains("3000"), "\(language.fence)")
          try folder.write(
            source.replacing("3000", with: "\(port)"), to: "\(name).\(language.fence)")
        }
        let isThere = try await run("command -v \(language.tool)", in: folder).status == 0
        if isThere { ready.append(language) }
      }
      #expect(ready.contains { $0.fence == "swift" })
      for language in ready where !language.make.isEmpty {
        for name in ["server", "client"] {
          let made = try await run(language.make.replacing("FILE", with: name), in: folder)
          try #require(made.status == 0, "\(made)")
        }
      }
      for server in ready {
        let clients = ready.map { $0.run.replacing("FILE", with: "client") }
        let told = try await run(
          script(server: server.run.replacing("FILE", with: "server"), clients, port: port),
          in: folder)
        let answers = told.output.components(separatedBy: "--\n").dropLast()
        #expect(answers.count == ready.count, "\(server.fence): \(told)")
        #expect(answers.allSatisfy { $0 == "hello\nthe end\n" }, "\(server.fence): \(told)")
        // The tutor's own table: who closed first keeps the row, with the server's port at its end.
        let rows = told.errors.split(separator: "\n").filter { $0.contains("TIME-WAIT") }
        #expect(!rows.isEmpty, "\(server.fence): \(told)")
        #expect(
          rows.allSatisfy { $0.split(separator: " ")[4] == "127.0.0.1:\(port)" },
          "\(server.fence): \(told)")
      }
    }
  }

  /// Starts the server, waits until the tutor sees it listen on loopback alone, runs the clients one
  /// after another, and shows the TIME-WAIT rows on standard error.
  private func script(server: String, _ clients: [String], port: UInt16) throws -> String {
    let table = "'\(try ProgramUnderTest.path)' sockets --plain"
    return """
      \(server) > server.out 2>&1 &
      server=$!
      trap 'kill -9 $server' EXIT
      until \(table) state:listen port:\(port) | grep -q 'LISTEN .* 127.0.0.1:\(port) '; do
        kill -0 $server || exit 9
      done
      for client in \(clients.map { "'\($0)'" }.joined(separator: " ")); do
        $client
        echo --
      done
      \(table) state:time-wait sport:\(port) >&2
      """
  }

  private func run(_ script: String, in folder: TemporaryFolder) async throws -> Command.Outcome {
    try await Command(
      "/usr/bin/timeout",
      ["-s", "KILL", "120", "/bin/sh", "-c", "cd '\(folder.path)' || exit 1\n" + script]
    ).run()
  }
}

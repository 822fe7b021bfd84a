import Foundation
import Glibc
import TestSupport
import Testing

@Suite("portside sockets")
struct SocketsTests {
  @Test("A listener of this process is found, with its process and a sentence")
  func listener() async throws {
    try await withTemporaryFolder { folder in
      let listener = try RawListener()
      defer { listener.close() }
      let program = PlainProgram(in: folder)
      let port = "port:\(listener.port)"
      let lines = try await program.run(["sockets", "listen", port, "--plain"])
      #expect(lines.status == 0 && lines.lines.count == 2, "\(lines)")
      #expect(lines.lines.last?.contains("127.0.0.1:\(listener.port)") == true)
      #expect(lines.lines.last?.contains("(\(getpid()))") == true)
      let object = try await program.run(["sockets", "listen", port, "--json"]).object()
      let sockets = try #require(object["sockets"] as? [[String: Any]])
      let row = try #require(sockets.first)
      #expect(
        Set(row.keys) == [
          "protocol", "family", "state", "local", "remote", "receiveQueue", "sendQueue", "inode",
          "userID", "processes", "service", "sentence",
        ])
      #expect(row["state"] as? String == "LISTEN" && row["remote"] is NSNull)
      let processes = row["processes"] as? [[String: Any]]
      // The program under test has inherited the socket too; whose number is lower is chance.
      #expect(processes?.contains { $0["pid"] as? Int == Int(getpid()) } == true, "\(row)")
      #expect((row["sentence"] as? String)?.contains("listens on TCP port") == true)
    }
  }

  @Test("A process's name never reaches the terminal raw")
  func hostileName() async throws {
    try await withTemporaryFolder { folder in
      let listener = try RawListener()
      // The kernel takes the name of a process from the file; the socket is inherited.
      let sleeper = folder.file("\u{1B}[31m\u{9B}\u{202E}x")
      try FileManager.default.copyItem(atPath: "/bin/sleep", toPath: sleeper)
      var process: pid_t = 0
      let arguments: [UnsafeMutablePointer<CChar>?] = [strdup(sleeper), strdup("60"), nil]
      defer { for argument in arguments { free(argument) } }
      #expect(posix_spawn(&process, sleeper, nil, nil, arguments, environ) == 0)
      defer {
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
      }
      // From now on the child alone holds it.
      listener.close()
      let program = PlainProgram(in: folder)
      // The program under test checks every character that it writes.
      let lines = try await program.run(["sockets", "pid:\(process)", "--plain"])
      #expect(lines.output.contains("␛[31m"), "\(lines)")
      let json = try await program.run(["sockets", "pid:\(process)", "--json"])
      #expect(json.output.contains("\\u001b[31m"), "\(json)")
    }
  }

  @Test("A filter that cannot be read says where, and a wrong order what there is")
  func usage() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let cases: [([String], String)] = [
        (["sockets", "port:"], "column"), (["sockets", "state:listn"], "column 7"),
        (["sockets", "sport", "="], "column"), (["sockets", "--sort", "size"], "the orders are"),
        (["sockets", "--jsn"], "Unknown option '--jsn'"),
      ]
      for (arguments, expected) in cases {
        let outcome = try await program.run(arguments)
        #expect(outcome.status == 64 && outcome.errors.contains(expected), "\(outcome)")
      }
      let none = try await program.run(["sockets", "pid:2147483647", "--plain"])
      #expect(none.status == 0 && none.output.contains("No socket fits."), "\(none)")
    }
  }

  @Test("Watching tells a new row and one that is gone, and ends when nobody reads")
  func watching() async throws {
    try await withTemporaryFolder { folder in
      let output = folder.file("output")
      let first = try RawListener()
      let program = try ProgramUnderTest.path
      var process: pid_t = 0
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT, 0o600)
      let words = [program, "sockets", "pid:\(getpid())", "listen", "--watch", "--json"]
      let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
      defer { for argument in arguments { free(argument) } }
      #expect(posix_spawn(&process, program, &actions, nil, arguments, environ) == 0)
      defer {
        // A child inherits the mask of signals, and this one may be blocked.
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
      }
      func hasLine(_ change: String, _ port: UInt16) async throws -> Bool {
        try await eventually { () async throws -> Bool in
          let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
          return text.split(separator: "\n").contains {
            $0.contains("\"change\":\"\(change)\"") && $0.contains("\"port\":\(port)")
          }
        }
      }
      #expect(try await hasLine("added", first.port))
      let second = try RawListener()
      #expect(try await hasLine("added", second.port))
      second.close()
      #expect(try await hasLine("removed", second.port))
      first.close()
    }
  }
}

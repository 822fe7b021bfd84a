import Testing

@Suite("The files")
struct FileTests {
  /// How many lines a file has at most.
  private let limit = 400
  /// Data, not code: the more ports it knows the better.
  private let data = "Sources/PortKnowledge/Services/Table/"

  @Test("are short enough to be read")
  func length() {
    for file in Repository.sources + Repository.tests where !file.path.hasPrefix(data) {
      let lines = file.text.utf8.count { $0 == UInt8(ascii: "\n") }
      #expect(lines <= limit, "\(file.path) has \(lines) lines")
    }
  }

  @Test("lie in folders whose names say something")
  func folders() {
    for path in Repository.paths {
      let parts = path.lowercased().split(separator: "/")
      #expect(parts.allSatisfy { !["utils", "util", "misc", "helpers"].contains($0) }, "\(path)")
    }
  }

  /// The words are put together here, so that this file does not hold them itself.
  @Test("name no place of the machine they were written on")
  func places() throws {
    let names = ["wo" + "rk", "fa" + "rm", "tmp/" + "wt"].joined(separator: "|")
    let pattern = try Pattern(#"(?<![\w.~)}-])/(?:"# + names + #")(?:/|\b)"#)
    #expect(pattern.matches(in: "cd /wo" + "rk/main").count == 1)
    #expect(pattern.matches(in: "see /fa" + "rm and net/wo" + "rk").count == 1)
    #expect(Repository.paths.contains("Package.swift"))
    for path in Repository.paths {
      guard let text = Repository.text(of: path) else { continue }
      for found in pattern.matches(in: text) {
        Issue.record("\(path):\(found.line): \(found.text)")
      }
    }
  }
}

import Testing

@Suite("What code does not do")
struct BanTests {
  @Test("Nothing below Sources does what is banned, but for the listed exceptions")
  func sources() throws {
    try check(Repository.sources, for: Ban.all)
  }

  @Test("No test sleeps")
  func tests() throws {
    try check(Repository.tests, for: Ban.all.filter { $0.name == "sleep" })
  }

  @Test("Each pattern finds its example, and only in code", arguments: Ban.all)
  func example(ban: Ban) throws {
    let pattern = try Pattern(ban.pattern)
    func count(_ text: String) -> Int { pattern.matches(in: SourceCode.stripped(text)).count }
    #expect(count(ban.example) == 1)
    #expect(count("first()\n\(ban.example)\nlast()") == 1)
    #expect(count("// \(ban.example)\n/* a /* b */ \(ban.example) */") == 0)
    #expect(count("let text = \"\"\"\n  \(ban.example)\n  \"\"\"") == 0)
    #expect(count("let text = #\"a\" \(ban.example) \"#") == 0)
    #expect(count("let text = \"\\(work { \(ban.example) })\"") == 1)
  }

  @Test("No pattern takes something harmless for a fault")
  func harmless() throws {
    let sample = """
      if a != b, !c, list.contains(where: !d) { view.print(page) }
      func restore() throws { try? close(); let x = y as? Int; let z = try read() }
      case exit, sleepy; state.exit(); self.exitStatus(); onExit(); blueprint(); asleep()
      #if !os(Linux)
      let text = "Stop! Done!" + 'x'
      """
    for ban in Ban.all {
      #expect(try Pattern(ban.pattern).matches(in: SourceCode.stripped(sample)).isEmpty, "\(ban)")
    }
  }

  @Test("Unwrapping is found behind anything", arguments: ["a!", "b()!", "c[0]!", "d?.e!", "{}!"])
  func unwrapping(code: String) throws {
    let ban = try #require(Ban.all.first { $0.name == "force unwrapping" })
    #expect(try Pattern(ban.pattern).matches(in: code).count == 1)
  }

  @Test("Nothing is left for later")
  func postponed() throws {
    let pattern = try Pattern(#"\b(?:TO"# + #"DO|FIX"# + #"ME)\b"#)
    #expect(pattern.matches(in: "// TO" + "DO: x\n// FIX" + "ME").count == 2)
    for file in Repository.sources + Repository.tests {
      for found in pattern.matches(in: file.text) {
        Issue.record("\(file.path):\(found.line): \(found.text)")
      }
    }
  }

  private func check(_ files: [Repository.File], for bans: [Ban]) throws {
    var needed: Set<String> = []
    for ban in bans {
      let pattern = try Pattern(ban.pattern)
      for file in files {
        let isAllowed = Allowance.all.contains { $0.path == file.path && $0.ban == ban.name }
        for found in pattern.matches(in: file.code) {
          if isAllowed {
            needed.insert(file.path + ban.name)
          } else {
            Issue.record("\(file.path):\(found.line): \(ban.name) is banned: \(ban.reason)")
          }
        }
      }
    }
    let paths = Set(files.map(\.path))
    for allowance in Allowance.all where bans.contains(where: { $0.name == allowance.ban }) {
      let isOfTheseFiles = allowance.path.hasPrefix(files.first.map { $0.path.prefix(6) } ?? "")
      guard isOfTheseFiles else { continue }
      #expect(
        paths.contains(allowance.path) && needed.contains(allowance.path + allowance.ban),
        "\(allowance.path) does not need its exception for \(allowance.ban) any more")
    }
  }
}

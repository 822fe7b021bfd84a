import Testing

@Suite("Who imports whom")
struct ImportTests {
  /// An `import` line with everything that may stand before the name.
  private let imports = """
    ^[ \\t]*(?:@\\w+(?:\\([^)]*\\))?[ \\t]+)*(?:(?:public|package|internal|fileprivate|private)\
    [ \\t]+)?import[ \\t]+(?:(?:struct|class|enum|protocol|typealias|func|var|let)[ \\t]+)?(\\w+)
    """

  @Test("Every import below Sources is in the table")
  func table() throws {
    let pattern = try Pattern(imports)
    for file in Repository.sources {
      guard let line = ModuleTable.lines[file.target] else {
        Issue.record("\(file.path): \(file.target) is not in the table")
        continue
      }
      for found in pattern.matches(in: file.code) {
        #expect(
          line.modules.union(line.platform).contains(found.text),
          "\(file.path):\(found.line): \(file.target) must not import \(found.text)")
      }
    }
  }

  @Test("Every module of the table is there")
  func complete() {
    #expect(Set(Repository.sources.map(\.target)) == Set(ModuleTable.lines.keys))
    #expect(Repository.sources.count > 50)
  }

  @Test("The table has no cycle")
  func cycles() {
    var remaining = ModuleTable.lines.mapValues { $0.modules.intersection(ModuleTable.lines.keys) }
    while let module = remaining.first(where: { $0.value.isEmpty })?.key {
      remaining[module] = nil
      for other in remaining.keys { remaining[other]?.remove(module) }
    }
    #expect(remaining.isEmpty, "these import each other in a circle: \(remaining.keys.sorted())")
  }

  @Test("Nothing below Sources looks inside another module, or passes one on")
  func attributes() throws {
    let pattern = try Pattern(#"^[ \t]*@(?:testable|_exported|_implementationOnly)\b.*$"#)
    for file in Repository.sources {
      for found in pattern.matches(in: file.code) {
        Issue.record("\(file.path):\(found.line): \(found.text)")
      }
    }
  }

  @Test("Only CNcurses includes the headers of ncurses")
  func headers() throws {
    let pattern = try Pattern(#"^[ \t]*#[ \t]*include[ \t]*[<"]\w*(?:curses|term)\w*\.h[>"]"#)
    var found = 0
    for path in Repository.paths where path.hasSuffix(".h") || path.hasSuffix(".c") {
      let text = try #require(Repository.text(of: path))
      let matches = pattern.matches(in: text).filter { !$0.text.contains("termios") }
      found += matches.count
      let isAllowed = matches.isEmpty || path.hasPrefix("Sources/CNcurses/")
      #expect(isAllowed, "\(path) includes ncurses")
    }
    #expect(found > 0, "the pattern finds nothing any more")
  }

  @Test("The pattern knows every form of an import")
  func forms() throws {
    let sample = """
      import One
      public import Two
        package import Three
      @testable import Four
      @preconcurrency internal import Five
      @_spi(Tests) import struct Six.Member
      private import func Seven.call
      // import Comment
      let text = "import String"
      important = 1
      """
    let names = try Pattern(imports).matches(in: SourceCode.stripped(sample)).map(\.text)
    #expect(names == ["One", "Two", "Three", "Four", "Five", "Six", "Seven"])
  }
}

import PortKnowledge

/// Turns the Markdown below the front matter into sections.
struct BodyReader {
  /// A demo that the body opens, with its place.
  struct DemoMark {
    var id: String
    var position: SourcePosition
  }

  /// A question's id, with its place.
  struct QuestionMark {
    var id: String
    var position: SourcePosition
  }

  /// Another lesson's file that the body links to, with its place.
  struct LinkMark {
    var file: String
    var position: SourcePosition
  }

  private let source: SourceText
  private let lineOffset: Int
  private let inlines: InlineReader

  /// What was read.
  private(set) var sections: [LessonSection] = []
  private(set) var demos: [DemoMark] = []
  private(set) var questions: [QuestionMark] = []
  private(set) var links: [LinkMark] = []

  /// The heading of a section of which nothing was read yet, to report it if nothing follows.
  private var heading: SourcePosition?
  private var hasReportedMissingHeading = false
  /// Where the page that is being read begins, and how many lines of a screen it takes up to now.
  private var page: (position: SourcePosition, lines: Int)?

  /// Reads the lines after the first `lineOffset` ones; every fault is reported.
  init(_ source: SourceText, lineOffset: Int, faults: inout FaultList) {
    self.source = source
    self.lineOffset = lineOffset
    inlines = InlineReader(source: source, lineOffset: lineOffset)
    let lines = source.lines.dropFirst(lineOffset)
    guard MarkdownGuard.allows(lines, faults: &faults) else { return }
    guard let tree = MarkdownTree(lines.joined(separator: "\n") + "\n") else { return }
    tree.withDocument { document in
      for node in document.children { read(node, faults: &faults) }
      links = Self.links(in: document, inlines: inlines)
    }
    closeSection(faults: &faults)
    checkPage(faults: &faults)
    if sections.isEmpty, faults.isEmpty {
      faults.add(
        "The lesson has no text; begin it with \"## \" and a heading.",
        at: SourcePosition(line: max(source.lines.count, 1), column: 1))
    }
  }

  /// The links to files of lessons.
  private static func links(in document: MarkdownNode, inlines: InlineReader) -> [LinkMark] {
    var links: [LinkMark] = []
    document.walk { visit in
      if case .enter(let node, _) = visit, node.kind == .link,
        LessonInline.isLessonFile(node.destination)
      {
        links.append(LinkMark(file: node.destination, position: inlines.place(of: node)))
      }
      return true
    }
    return links
  }

  private mutating func read(_ node: MarkdownNode, faults: inout FaultList) {
    // Whatever follows fills the section, also what is then found to be wrong.
    if node.kind != .heading { heading = nil }
    switch node.kind {
    case .heading: readHeading(node, faults: &faults)
    case .paragraph: append(.paragraph(inlines.runs(of: node, faults: &faults)), node, &faults)
    case .list: readList(node, faults: &faults)
    case .blockQuote:
      if let runs = onlyParagraph(of: node, called: "A quote", faults: &faults) {
        append(.quote(runs), node, &faults)
      }
    case .table: readTable(node, faults: &faults)
    case .codeBlock: readFence(node, faults: &faults)
    case .htmlBlock:
      faults.add(
        "Raw HTML is not shown; remove it, or put it in a fenced block if it is an example.",
        at: place(of: node))
    case .thematicBreak:
      faults.add(
        "A rule is not shown; begin a new section with \"## \" instead.",
        at: place(of: node))
    default:
      faults.add("This block is not known in lessons; remove it.", at: place(of: node))
    }
  }

  private func place(of node: MarkdownNode) -> SourcePosition { inlines.place(of: node) }

  // MARK: Sections

  private mutating func readHeading(_ node: MarkdownNode, faults: inout FaultList) {
    closeSection(faults: &faults)
    checkPage(faults: &faults)
    let place = place(of: node)
    let line = source.lines[min(max(place.line, 1), source.lines.count) - 1]
    guard node.headingLevel == 2, line.drop(while: { $0 == " " }).hasPrefix("##") else {
      faults.add(
        "Sections begin with \"## \" and a heading; this is another kind of heading.", at: place)
      sections.append(LessonSection(title: "", blocks: []))
      return
    }
    let title = inlines.runs(of: node, faults: &faults).map(\.text).joined()
    if title.isEmpty {
      faults.add("This section has no heading; write one after \"## \".", at: place)
    }
    if columnWidth(of: title) > LessonLimits.wordColumns {
      faults.add(
        "This heading has \(columnWidth(of: title)) columns; keep it within "
          + "\(LessonLimits.wordColumns).", at: place)
    }
    sections.append(LessonSection(title: title, blocks: []))
    heading = place
  }

  /// Reports a page, what stands between two questions or demos, that is longer than two screens.
  private mutating func checkPage(faults: inout FaultList) {
    if let page, page.lines > LessonLimits.pageLines {
      faults.add(
        "From here \(page.lines) lines follow without a question or a new heading; keep it within "
          + "\(LessonLimits.pageLines).", at: page.position)
    }
    page = nil
  }

  private mutating func closeSection(faults: inout FaultList) {
    if let heading {
      faults.add("This section is empty; write its text or remove the heading.", at: heading)
    }
    heading = nil
  }

  private mutating func append(
    _ block: LessonBlock, _ node: MarkdownNode, _ faults: inout FaultList
  ) {
    if sections.isEmpty {
      if !hasReportedMissingHeading {
        faults.add(
          "This text stands before the first heading; put a line \"## \" with a heading above it.",
          at: place(of: node))
      }
      hasReportedMissingHeading = true
    } else {
      sections[sections.count - 1].blocks.append(block)
      guard let height = block.height else { return checkPage(faults: &faults) }
      page = (page?.position ?? place(of: node), (page.map { $0.lines + 1 } ?? 0) + height)
    }
  }

  // MARK: Blocks of running text

  /// The runs of a node that may hold one paragraph and nothing else.
  private func onlyParagraph(
    of node: MarkdownNode, called name: String, faults: inout FaultList
  ) -> [LessonInline]? {
    let children = node.children
    guard children.count == 1, let paragraph = children.first, paragraph.kind == .paragraph else {
      let wrong = children.first { $0.kind != .paragraph } ?? children.dropFirst().first ?? node
      faults.add(
        "\(name) holds one paragraph of text and nothing else; move the rest out of it.",
        at: place(of: wrong))
      return nil
    }
    return inlines.runs(of: paragraph, faults: &faults)
  }

  private mutating func readList(_ node: MarkdownNode, faults: inout FaultList) {
    let items = node.children.compactMap {
      onlyParagraph(of: $0, called: "A list item", faults: &faults)
    }
    append(.list(items: items, isOrdered: node.isOrderedList), node, &faults)
  }

  private mutating func readTable(_ node: MarkdownNode, faults: inout FaultList) {
    var header: [[LessonInline]] = []
    var rows: [[[LessonInline]]] = []
    for row in node.children {
      let cells = row.children.map { inlines.runs(of: $0, faults: &faults) }
      if row.kind == .tableHeader { header = cells } else { rows.append(cells) }
    }
    append(.table(header: header, rows: rows), node, &faults)
  }

  // MARK: Fenced blocks

  private mutating func readFence(_ node: MarkdownNode, faults: inout FaultList) {
    let place = place(of: node)
    guard let fence = node.fence else {
      faults.add(
        "Text indented by four spaces becomes code; remove the spaces or use a fenced block.",
        at: place)
      return
    }
    guard isClosed(node, fence: fence) else {
      faults.add("This block never ends; close it with a line ``` of its own.", at: place)
      return
    }
    var lines = node.literal.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let info = node.fenceInfo.split(separator: " ").first.map(String.init) ?? ""
    switch info {
    case "question": readQuestion(node, lines: lines, faults: &faults)
    case "demo": readDemo(node, lines: lines, faults: &faults)
    case "exercise": readExercise(node, lines: lines, faults: &faults)
    case "drawing":
      checkMeasure(lines, of: node, what: "drawing", faults: &faults)
      append(.drawing(lines: lines), node, &faults)
    default:
      checkMeasure(lines, of: node, what: "code", faults: &faults)
      append(.code(lines: lines, language: info), node, &faults)
    }
  }

  /// Whether the block's last line is its closing fence, and not the end of the file.
  private func isClosed(
    _ node: MarkdownNode, fence: (length: Int, character: Character)
  ) -> Bool {
    let number = node.lastLine + lineOffset
    guard node.lastLine > node.firstLine, source.lines.indices.contains(number - 1) else {
      return false
    }
    let line = source.lines[number - 1].drop { $0 == " " }
    let marks = line.prefix { $0 == fence.character }
    return marks.count >= fence.length
      && line.dropFirst(marks.count).allSatisfy { $0 == " " || $0 == "\t" }
  }

  private mutating func readQuestion(
    _ node: MarkdownNode, lines: [String], faults: inout FaultList
  ) {
    let block = YAMLBlock(
      text: lines.joined(separator: "\n") + "\n", firstLine: node.firstLine + lineOffset + 1,
      indentation: node.firstColumn - 1, position: place(of: node), name: "question")
    let read = QuestionBlock(block, source: source, faults: &faults)
    if let id = read.id {
      questions.append(QuestionMark(id: id, position: read.idPosition))
    }
    if let question = read.question { append(.question(question), node, &faults) }
  }

  private mutating func readDemo(
    _ node: MarkdownNode, lines: [String], faults: inout FaultList
  ) {
    let names = lines.flatMap { $0.split(separator: " ") }.map(String.init)
    guard let id = names.first, names.count == 1 else {
      faults.add(
        "A demo block holds one line with one demo's name, for example tabs.", at: place(of: node))
      return
    }
    demos.append(
      DemoMark(id: id, position: SourcePosition(line: place(of: node).line + 1, column: 1)))
    append(.demo(id: id), node, &faults)
  }

  private mutating func readExercise(
    _ node: MarkdownNode, lines: [String], faults: inout FaultList
  ) {
    let words = lines.flatMap { $0.split(separator: " ") }.map(String.init)
    let place = SourcePosition(line: place(of: node).line + 1, column: 1)
    guard let name = words.first, words.count <= 2 else {
      faults.add(
        "An exercise block holds one line with a kind of exercises and perhaps a level, for example "
          + "bind-pair 2.", at: self.place(of: node))
      return
    }
    let level = words.count == 1 ? 1 : Int(words[1]) ?? 0
    guard let level = ExerciseLevel(rawValue: level) else {
      faults.add("The level of exercises is 1, 2 or 3.", at: place)
      return
    }
    guard ExerciseCatalog.family(named: name) != nil else {
      faults.add(ExerciseCatalog.unknown(name), at: place)
      return
    }
    append(.exercise(family: name, level: level), node, &faults)
  }

  /// Reports lines that are wider than a screen leaves room for, and tabs, whose width is unknown.
  private func checkMeasure(
    _ lines: [String], of node: MarkdownNode, what: String, faults: inout FaultList
  ) {
    if lines.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
      faults.add("This \(what) block is empty; fill it or remove it.", at: place(of: node))
    }
    for (index, line) in lines.enumerated() {
      let number = place(of: node).line + 1 + index
      if let tab = line.firstIndex(of: "\t") {
        let column = line.distance(from: line.startIndex, to: tab) + node.firstColumn
        faults.add(
          "A tab has no fixed width; use spaces.", at: SourcePosition(line: number, column: column))
      }
      let width = columnWidth(of: line)
      if width > LessonLimits.columns {
        faults.add(
          "This line of the \(what) has \(width) columns; keep it within "
            + "\(LessonLimits.columns).",
          at: SourcePosition(line: number, column: LessonLimits.columns + node.firstColumn))
      }
    }
  }
}

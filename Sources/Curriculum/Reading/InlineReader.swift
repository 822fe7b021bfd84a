/// Turns the children of a paragraph, list item or table cell into runs of text.
struct InlineReader {
  /// The file, for columns.
  let source: SourceText
  /// How many lines of the file stand before the parsed text.
  let lineOffset: Int

  /// The runs of a node; what a lesson cannot show is reported.
  ///
  /// Where marks stand in each other the inner code or link wins, then strong, then emphasis:
  /// a screen shows one style at a place.
  func runs(of node: MarkdownNode, faults: inout FaultList) -> [LessonInline] {
    var runs: [LessonInline] = []
    var emphasis = 0
    var strong = 0
    var link: (text: String, node: MarkdownNode)?
    var isSound = true
    var last = place(of: node)
    func append(_ text: String) {
      if link != nil {
        link?.text += text
      } else if strong > 0 {
        runs.append(.strong(text))
      } else if emphasis > 0 {
        runs.append(.emphasis(text))
      } else {
        runs.append(.text(text))
      }
    }
    node.walk { visit in
      switch visit {
      case .enter(let node, let depth):
        guard depth <= LessonLimits.nesting else {
          faults.add("Marks are nested too deep here; use one at a time.", at: place(of: node))
          isSound = false
          return false
        }
        switch node.kind {
        case .text: append(node.literal)
        case .softBreak: append(" ")
        case .code:
          if link == nil { runs.append(.code(node.literal)) } else { append(node.literal) }
        case .emphasis: emphasis += 1
        case .strong: strong += 1
        case .link: link = ("", node)
        // Breaks carry no place of their own in the tree: they stand where the text before them ends.
        case .lineBreak:
          faults.add(
            "A forced line break is not shown; remove the spaces or backslash at the line's end.",
            at: last)
          append(" ")
        default: refuse(node, faults: &faults)
        }
        if node.firstLine > 0 {
          last = source.position(
            line: node.firstLine + lineOffset, byteColumn: node.lastColumn + 1)
        }
      case .leave(let node):
        switch node.kind {
        case .emphasis: emphasis -= 1
        case .strong: strong -= 1
        case .link:
          if let text = link?.text {
            runs.append(self.link(text: text, node: node, faults: &faults))
          }
          link = nil
        default: break
        }
      }
      return true
    }
    return isSound ? Self.merged(runs) : []
  }

  /// The place of a node in the file.
  func place(of node: MarkdownNode) -> SourcePosition {
    source.position(line: node.firstLine + lineOffset, byteColumn: node.firstColumn)
  }

  private func link(
    text: String, node: MarkdownNode, faults: inout FaultList
  ) -> LessonInline {
    let destination = node.destination
    let isKnown =
      destination.hasPrefix("https://") || destination.hasPrefix("http://")
      || LessonInline.isLessonFile(destination)
    if text.isEmpty || !isKnown {
      faults.add(
        "A link needs a text, and an address that begins with https:// or the name of another "
          + "lesson's file; write [text](https://…) or [text](05-the-5-tuple.md).",
        at: place(of: node))
    }
    return .link(text: text, destination: destination)
  }

  private func refuse(_ node: MarkdownNode, faults: inout FaultList) {
    switch node.kind {
    case .htmlInline:
      faults.add(
        "Raw HTML is not shown; remove the tag, or put it in backquotes if it is meant as text.",
        at: place(of: node))
    case .image:
      faults.add(
        "Images cannot be shown on a terminal; use a ```drawing block instead.",
        at: place(of: node))
    default:
      faults.add("This mark is not known in lessons; remove it.", at: place(of: node))
    }
  }

  /// Neighbours of one style become one run.
  private static func merged(_ runs: [LessonInline]) -> [LessonInline] {
    var result: [LessonInline] = []
    for run in runs where !run.text.isEmpty {
      switch (result.last, run) {
      case (.text(let before), .text(let text)):
        result[result.count - 1] = .text(before + text)
      case (.emphasis(let before), .emphasis(let text)):
        result[result.count - 1] = .emphasis(before + text)
      case (.strong(let before), .strong(let text)):
        result[result.count - 1] = .strong(before + text)
      default: result.append(run)
      }
    }
    return result
  }
}

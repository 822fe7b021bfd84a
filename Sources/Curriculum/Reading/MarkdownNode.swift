import CCmark

/// A node of a Markdown tree: a view that lives no longer than the tree.
struct MarkdownNode {
  /// What a node is.
  enum Kind: String {
    case heading
    case paragraph
    case list
    case item
    case codeBlock = "code_block"
    case htmlBlock = "html_block"
    case blockQuote = "block_quote"
    case thematicBreak = "thematic_break"
    case table
    case tableHeader = "table_header"
    case tableRow = "table_row"
    case tableCell = "table_cell"
    case text
    case softBreak = "softbreak"
    case lineBreak = "linebreak"
    case code
    case htmlInline = "html_inline"
    case emphasis = "emph"
    case strong
    case link
    case image
    /// Anything else that the library knows.
    case other
  }

  /// A step of a walk over the marks of running text.
  enum Visit {
    case enter(MarkdownNode, depth: Int)
    case leave(MarkdownNode)
  }

  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  var kind: Kind {
    guard let name = cmark_node_get_type_string(pointer) else { return .other }
    return Kind(rawValue: String(cString: name)) ?? .other
  }

  /// The children, from first to last.
  var children: [MarkdownNode] {
    var children: [MarkdownNode] = []
    var next = cmark_node_first_child(pointer)
    while let child = next {
      children.append(MarkdownNode(child))
      next = cmark_node_next(child)
    }
    return children
  }

  /// The text of a text, code or HTML node.
  var literal: String {
    cmark_node_get_literal(pointer).map { String(cString: $0) } ?? ""
  }

  /// The first and the last line in the parsed text, from 1.
  var firstLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var lastLine: Int { Int(cmark_node_get_end_line(pointer)) }

  /// The first column in its line, from 1, in bytes.
  var firstColumn: Int { Int(cmark_node_get_start_column(pointer)) }

  /// The last column, from 1, in bytes.
  var lastColumn: Int { Int(cmark_node_get_end_column(pointer)) }

  /// The level of a heading.
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  /// What stands behind the opening fence of a code block.
  var fenceInfo: String {
    cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? ""
  }

  /// The length and the character of a code block's fence; nil for indented code.
  var fence: (length: Int, character: Character)? {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    guard cmark_node_get_fenced(pointer, &length, &offset, &character) != 0 else { return nil }
    return (Int(length), Character(Unicode.Scalar(UInt8(bitPattern: character))))
  }

  /// Whether a list counts its items.
  var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }

  /// Where a link leads.
  var destination: String {
    cmark_node_get_url(pointer).map { String(cString: $0) } ?? ""
  }

  /// Walks everything below this node without recursion, so that no depth of marks can exhaust
  /// the stack; stops when `visit` returns false.
  func walk(_ visit: (Visit) -> Bool) {
    guard let iterator = cmark_iter_new(pointer) else { return }
    defer { cmark_iter_free(iterator) }
    var depth = 0
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let current = cmark_iter_get_node(iterator) else { return }
      guard current != pointer else { continue }
      let node = MarkdownNode(current)
      let isContainer = cmark_node_first_child(current) != nil
      if event == CMARK_EVENT_ENTER {
        depth += isContainer ? 1 : 0
        if !visit(.enter(node, depth: depth)) { return }
      } else {
        depth -= isContainer ? 1 : 0
        if !visit(.leave(node)) { return }
      }
    }
  }
}

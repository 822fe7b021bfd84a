import CCmark

/// The tree of a Markdown text, as cmark-gfm reads it with its table extension.
final class MarkdownTree {
  /// The document's node.
  private let root: OpaquePointer

  /// cmark-gfm keeps its extensions in a list of the whole process: it is filled once.
  private static let isRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// Parses a text; nil where memory is short.
  init?(_ text: String) {
    guard Self.isRegistered, let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
    defer { cmark_parser_free(parser) }
    if let table = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, table)
    }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    guard let root = cmark_parser_finish(parser) else { return nil }
    self.root = root
  }

  deinit {
    cmark_node_free(root)
  }

  /// Hands the document's node to `body`; nodes are valid only inside it.
  func withDocument<Result>(_ body: (MarkdownNode) -> Result) -> Result {
    withExtendedLifetime(self) { body(MarkdownNode(root)) }
  }
}

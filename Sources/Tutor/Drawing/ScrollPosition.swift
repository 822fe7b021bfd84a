/// How far a document is scrolled: by itself, so that its anchor is seen, until the reader scrolls.
struct ScrollPosition: Hashable, Sendable {
  /// The first line shown, once the reader has scrolled; nil until then.
  private var chosen: Int?

  /// The first line to show of a document in so many rows.
  func first(of document: Document, rows: Int) -> Int {
    let last = max(0, document.lines.count - rows)
    if let chosen { return min(max(0, chosen), last) }
    guard let anchor = document.anchor else { return 0 }
    if let end = document.anchorEnd { return max(0, min(anchor, end - rows + 1, last)) }
    guard anchor >= rows - 1 else { return 0 }
    // The anchor and as much as fits below it; never past the anchor itself.
    return min(last, max(0, anchor - 1))
  }

  /// Whether lines are hidden below.
  func hasMore(of document: Document, rows: Int) -> Bool {
    first(of: document, rows: rows) + rows < document.lines.count
  }

  /// Scrolls by lines; false where the document already is at that end.
  @discardableResult
  mutating func scroll(by lines: Int, of document: Document, rows: Int) -> Bool {
    let now = first(of: document, rows: rows)
    let then = min(max(0, now + lines), max(0, document.lines.count - rows))
    chosen = then
    return then != now
  }

  /// Goes back to following the anchor.
  mutating func follow() {
    chosen = nil
  }

  /// Handles the scrolling actions; false for any other and at the document's ends.
  mutating func handle(_ action: Action, of document: Document, rows: Int) -> Bool {
    switch action {
    case .up: scroll(by: -1, of: document, rows: rows)
    case .down: scroll(by: 1, of: document, rows: rows)
    case .pageUp: scroll(by: 1 - rows, of: document, rows: rows)
    case .pageDown: scroll(by: rows - 1, of: document, rows: rows)
    case .top: scroll(by: -document.lines.count, of: document, rows: rows)
    case .bottom: scroll(by: document.lines.count, of: document, rows: rows)
    case .scroll(let lines): scroll(by: lines, of: document, rows: rows)
    default: false
    }
  }
}

/// What was sent above what was received, with their borders, and a ▲ where a recv() begins.
///
///     sent      hello|wor
///     received  hel--|wor
///                     ▲ call 4
///
/// A dash stands for a byte that is lost.
struct MessageFigure {
  private let messages: MessageExperiment
  private let label = 10

  init(_ messages: MessageExperiment) {
    self.messages = messages
  }

  /// The figure with the ▲ at the bytes of a recv().
  func lines(pointingAt receive: Int, note: String) -> [MarkedText] {
    let pieces = received
    let sentBorders = Self.borders(messages.sends.map(\.utf8.count))
    let receivedBorders = Self.borders(pieces.map(\.length))
    let start = pieces.prefix(receive).reduce(0) { $0 + $1.length }
    var sent = ""
    var got = ""
    var column: Int?
    let letters = Array(messages.sends.joined())
    let shown = Array(pieces.map(\.shown).joined())
    for position in 0...letters.count {
      let inner = 1..<letters.count
      let isSent = sentBorders.contains(position) && inner.contains(position)
      let isGot = receivedBorders.contains(position) && inner.contains(position)
      if isSent || isGot {
        sent += isSent ? "|" : " "
        got += isGot ? "|" : " "
      }
      if position == start, column == nil { column = label + sent.count }
      guard position < letters.count else { break }
      sent.append(letters[position])
      got.append(position < shown.count ? shown[position] : " ")
    }
    let trimmed = String(got.reversed().drop { $0 == " " }.reversed())
    return [
      MarkedText([.init("sent      ", .faint), .init(sent)]),
      trimmed.isEmpty
        ? MarkedText([.init("received", .faint)])
        : MarkedText([.init("received  ", .faint), .init(trimmed)]),
      AlignedRows.pointer(at: column ?? label, note: note),
    ]
  }

  /// What each recv() takes out of the way: what it returns, and dashes for what is lost with it.
  private var received: [(shown: String, length: Int)] {
    messages.results.enumerated().map { index, result in
      guard case .text(let text) = result else { return ("", 0) }
      guard messages.transport == .udp else { return (text, text.utf8.count) }
      let length = messages.sends[index].utf8.count
      return (text + String(repeating: "-", count: length - text.utf8.count), length)
    }
  }

  /// After how many bytes something ends.
  private static func borders(_ lengths: [Int]) -> Set<Int> {
    var borders: Set<Int> = []
    var end = 0
    for length in lengths {
      end += length
      borders.insert(end)
    }
    return borders
  }
}

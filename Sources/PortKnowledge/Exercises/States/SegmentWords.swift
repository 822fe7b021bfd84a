/// Why a field of a segment holds what it holds, and which other values one could think of.
struct SegmentWords {
  /// A wrong value with the reason why it is wrong.
  struct Mistake {
    var text: String
    var reason: String

    init(_ text: String, _ reason: String) {
      self.text = text
      self.reason = reason
    }

    init(_ number: Int, _ reason: String) {
      self.init(String(number), reason)
    }
  }

  let trace: SegmentCase
  let cell: SegmentCell

  init(_ trace: SegmentCase, _ cell: SegmentCell) {
    self.trace = trace
    self.cell = cell
  }

  var index: Int { cell.index }
  var segment: Segment { trace.segments[cell.index] }
  var side: ConnectionSide { segment.sender }
  var peer: ConnectionSide { side.peer }

  /// What the field holds.
  var right: String { trace.text(of: cell.field, in: cell.index) }

  /// Why it holds that.
  var reason: String {
    switch cell.field {
    case .flags: flagsReason
    case .sequence: sequenceReason
    case .acknowledgement: acknowledgementReason
    }
  }

  /// What it could be thought to hold, without the right value and without one value twice.
  var mistakes: [Mistake] {
    let all =
      switch cell.field {
      case .flags: flagsMistakes
      case .sequence: sequenceMistakes
      case .acknowledgement: acknowledgementMistakes
      }
    var seen = [right]
    return all.filter {
      guard !seen.contains($0.text), !$0.text.hasPrefix("-") else { return false }
      seen.append($0.text)
      return true
    }
  }

  /// The right value and a few others as choices, numbers by their size.
  func choices(atMost count: Int) -> [Question.Option] {
    let figure = figure
    let wrong = mistakes.prefix(count - 1).map {
      Question.Option($0.text, isRight: false, explanation: $0.reason, figure: figure)
    }
    let options =
      [Question.Option(right, isRight: true, explanation: reason, figure: figure)] + wrong
    guard cell.field != .flags else { return options.sorted { $0.text < $1.text } }
    return options.sorted { (Int($0.text) ?? -1) < (Int($1.text) ?? -1) }
  }

  // MARK: Words

  /// `segment 3` for the index 2.
  static func name(_ index: Int) -> String { "segment \(index + 1)" }

  /// What a segment uses up: `12 bytes and a FIN`.
  static func length(_ segment: Segment) -> String {
    var parts: [String] = []
    if segment.flags.contains(.syn) { parts.append("a SYN") }
    if segment.bytes > 0 { parts.append(CloseResult.bytes(segment.bytes).description) }
    if segment.flags.contains(.fin) { parts.append("a FIN") }
    return parts.isEmpty ? "nothing" : parts.joined(separator: " and ")
  }

  /// What comes after a segment, as a sum: `1 + 12 + 1 (FIN) = 14`.
  static func sum(_ segment: Segment) -> String {
    var text = String(segment.sequence)
    if segment.flags.contains(.syn) { text += " + 1 (SYN)" }
    if segment.bytes > 0 { text += " + \(segment.bytes)" }
    if segment.flags.contains(.fin) { text += " + 1 (FIN)" }
    return text + " = \(segment.end)"
  }

  /// `SYN` or `FIN`, whichever makes a segment longer than its data.
  static func control(_ segment: Segment) -> String? {
    segment.flags.contains(.syn) ? "SYN" : segment.flags.contains(.fin) ? "FIN" : nil
  }

  /// The segments up to the asked one, with a ▲ under the one that its number comes from.
  private var figure: [MarkedText] {
    let source: Int? =
      switch cell.field {
      case .flags: index
      case .sequence: isReset ? index - 1 : segment.previousOwn
      case .acknowledgement: segment.previousArrived
      }
    guard let source else { return [] }
    let decisive = trace.segments[source]
    let note =
      if cell.field == .flags {
        "\(decisive.flagText)"
      } else if isReset, cell.field == .sequence {
        decisive.acknowledgement.map { "its ack is \($0)" } ?? "it has no ACK"
      } else {
        Self.sum(decisive)
      }
    return trace.rows(upTo: index).lines(pointingAt: source + 1, column: 2, note: note)
  }

  var isReset: Bool { segment.flags.contains(.rst) }
}

public import TerminalUI

extension AppState {
  /// The visible screen as it is now.
  ///
  /// Keeps where clicks lead, so call it after the last message and before the next one.
  public mutating func view() -> Canvas {
    let frame = drawn()
    targets = frame.targets
    return frame.canvas
  }

  private func drawn() -> Frame {
    var frame = Frame(size: size)
    guard isLargeEnough else {
      Self.drawTooSmall(into: &frame)
      return frame
    }
    guard !isBlank else { return frame }
    let context = context(at: moment)
    let area = ScreenFrame.content(of: size)
    ScreenFrame.draw(
      into: &frame, path: visible.path(in: context), fact: visible.fact(in: context),
      context: keyContext, unused: help == nil ? visible.unused : [])
    visible.draw(into: &frame, area: area, in: context)
    if let help {
      // Under the help only its own lines can be clicked.
      frame.canvas.cursor = nil
      frame.targets = frame.targets.filter { $0.rect.row == size.rows - 1 }
      help.draw(into: &frame, area: area, in: context)
    }
    return frame
  }

  /// One sentence, which keeps working when the window grows.
  private static func drawTooSmall(into frame: inout Frame) {
    let smallest = ScreenFrame.smallest
    let size = frame.canvas.size
    let sentence: DisplayText =
      "Portside needs \(smallest.columns) × \(smallest.rows) characters; this window has \(size.columns) × \(size.rows)."
    let lines = StyledLine(sentence).wrapped(to: max(1, size.columns))
    for (row, line) in lines.prefix(size.rows).enumerated() {
      frame.canvas.write(line, column: 0, row: row)
    }
  }
}

public import TerminalUI

/// A screen as drawn, and what a click on it means.
public struct Frame: Sendable {
  /// A part of the screen that can be clicked.
  struct Target: Hashable, Sendable {
    var rect: Rect
    var action: Action
  }

  /// The cells.
  public internal(set) var canvas: Canvas
  var targets: [Target] = []

  init(size: Size) {
    canvas = Canvas(size: size)
  }

  /// What a click on a cell means; the part drawn last wins.
  func action(column: Int, row: Int) -> Action? {
    targets.last { $0.rect.contains(column: column, row: row) }?.action
  }
}

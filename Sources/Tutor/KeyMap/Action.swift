import TerminalUI

/// What a key or a click asks for.
enum Action: Hashable, Sendable {
  case up
  case down
  case left
  case right
  case pageUp
  case pageDown
  case top
  case bottom
  case open
  case back
  case quit
  case leaveAtOnce
  case suspend
  case redraw
  case help
  case findPort
  case toggleMouse
  /// A line of a list was clicked or its number pressed.
  case choose(Int)
  /// A part of the page was clicked to work on it: a blank of a table.
  case select(Int)
  case confirm
  case toggle
  /// Take back what was done last: the last place given, or what a blank was filled with.
  case takeBack
  /// Go through everything of a deck once.
  case cram
  /// Take back the latest answer or review.
  case undo
  /// Tick every point of a model answer, or none.
  case tickAll
  /// Open the demo that shows it.
  case openDemo
  /// Move the page by lines and leave the cursor where it is.
  case scroll(Int)
  /// Count what was remembered as easy.
  case easier
  case hint
  case skip
  /// Reads on: down the page where more of it follows, else to the next one.
  case next
  /// To the next page at once.
  case forward
  case previous
  case proceed
  case restart
  case switchPane
  /// Go on by itself, step after step, or stop doing so.
  case play
  /// Take the lesson's questions first, or read it after all.
  case testOut
  /// Show what a teacher wants to know.
  case notes
  /// Turn the screen black until a key is pressed.
  case blank
  case changeLevel
  /// Type a date to be ready for.
  case setDate
  /// Type a filter.
  case filter
  /// Show one kind of sockets, or everything again.
  case show(SocketView.Kind)
  /// Show only this program's sockets, or all again.
  case showOwn
  /// Show one connection alone, or all again.
  case follow
  /// Sort by something else.
  case sort
  /// Do it once more now.
  case redo
  /// Let the kernel decide the exercise.
  case askKernel
  /// A key for the field that is being typed into.
  case type(Key)
}

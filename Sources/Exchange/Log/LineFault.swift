/// What is wrong with a line, before it is known which line of which file it is.
struct LineFault: Error, Hashable {
  /// The end of a sentence, after a colon.
  let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}

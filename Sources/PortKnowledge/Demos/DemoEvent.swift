/// What a running demo tells: the screen, the plain front end, a recording and a test all read the
/// same events.
public enum DemoEvent: Hashable, Sendable {
  /// What follows was recorded earlier: always the first event where it comes.
  case recordingBegan(RecordingNote)
  /// A step is about to run: its number from 0, its title, and what to look at.
  case stepBegan(index: Int, title: String, narration: String)
  /// The demo waits for a prediction before it does the step's work.
  case questionAsked(Question)
  /// A system call was made.
  case callMade(CallRecord)
  /// The kernel's table was read.
  case tableRead(TableReading)
  /// The hosts, sockets and connections as they are now, made from the rows just read.
  case pictureDrawn(DemoPicture)
  /// Something drawn with text from what was measured: a number line, bars, a small table.
  ///
  /// It stands beside the picture or in its place; an empty one takes the last one away.
  case figureDrawn([MarkedText])
  /// Prediction and kernel side by side.
  case predictionSettled(PredictionOutcome)
  /// A sentence about what was seen.
  case remark(String)
  /// The step's work is done; the demo waits for the word to go on.
  case stepEnded(index: Int)
  /// The demo is over and has closed what it opened.
  case demoEnded(DemoEnd)
}

/// How a demo ended.
public enum DemoEnd: Hashable, Sendable {
  /// Every step ran and the kernel showed what was expected.
  case completed
  /// It was left before its end.
  case left
  /// A step could not run or the kernel showed something else; the sentence says what.
  case failed(String)
}

public import PortKnowledge
public import Practice

/// Something to be done outside the pure application; its result, if any, comes back as a
/// ``Message``.
public enum Effect: Hashable, Sendable {
  /// Leave, with the terminal as it was found.
  case quit
  /// Stop like any other program on Ctrl-Z.
  case suspend
  /// Draw every cell anew.
  case redraw
  /// Turn the mouse on or off.
  case setMouse(Bool)
  /// Keep an answer.
  case record(AnswerRecord)
  /// Keep that a lesson was read to its end.
  case finishLesson(LessonRecord)
  /// Start a demo; `run` names this start in the events that follow.
  case startDemo(id: String, run: Int)
  /// Plays the recording that the tutor was started with.
  case startRecording(run: Int)
  /// Let the demo do its next step.
  case proceedDemo
  /// Hand the demo a prediction, or none.
  case answerDemo(Answer?)
  /// Leave the demo.
  case stopDemo
  /// Put an exercise to the kernel.
  case askKernel(ExerciseID)
  /// Keep that an answer does not count.
  case withdraw(WithdrawalRecord)
  /// Keep a review, and with it the answer that was given.
  case review(ReviewRecord, AnswerRecord?)
  /// Keep that a review does not count, nor the answer that came with it.
  case takeBack(ReviewRecord, AnswerRecord?)
  /// Keep an answer that was given in a quiz.
  case recordInQuiz(AnswerRecord, QuizPlaceRecord)
  /// Keep a goal, or that there is none any more.
  case setGoal(GoalRecord)
  /// Keep that a TCP state was seen in the kernel's table.
  case sight(SightingRecord)
  /// Send ``Message/reminded(_:)`` after a time.
  case remind(Reminder, afterMilliseconds: Int)
  /// Read the kernel's socket table with the owners of each socket.
  case readSockets(run: Int)
  /// Ask what this machine calls a port.
  case findSystemNames(PortNumber)
}

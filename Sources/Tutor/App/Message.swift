public import Curriculum
public import PortKnowledge
public import Practice
public import TerminalUI

/// Something that happened.
public enum Message: Hashable, Sendable {
  /// A key was pressed.
  case keyPressed(Key)
  /// The terminal has another size.
  case resized(Size)
  /// A running demo tells something; `run` says which start of a demo it belongs to.
  case demoReported(run: Int, DemoEvent)
  /// A time is over that a screen asked to be reminded after.
  case reminded(Reminder)
  /// The lessons were read anew, because their folder changed.
  case lessonsRead(LessonLibrary)
  /// The learner's record was read, or an answer was added to it.
  case progressLoaded(ProgressSnapshot)
  /// The log of reviews was read, or a review was added to it or taken back.
  case memoryLoaded(MemoryReplay<FSRS6>)
  /// Nothing can be kept; the sentence says why.
  case keepingFailed(String)
  /// What the kernel made of an exercise.
  case kernelAnswered(ExerciseID, ExperimentReport)
  /// The kernel's socket table was read; `run` says which screen asked.
  case socketsRead(run: Int, SocketSnapshot)
  /// What this machine's service table calls a port.
  case systemNamesFound(PortNumber, [SystemServiceName])
}

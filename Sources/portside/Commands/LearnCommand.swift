import ArgumentParser
import Curriculum
import Demos
import PortKnowledge
import Practice
import TerminalUI
import Tutor

/// `portside learn`: a lesson, on the screen or as lines.
struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Take a lesson.",
    discussion: """
      Examples:
        portside learn                choose a lesson
        portside learn 5              the lesson with this number
        portside learn the-5-tuple    the same, by its id
        portside learn 5 --plain      as lines, for a screen reader or a pipe
        portside learn 5 --watch      and see what you change in its file
        portside learn 5 --notes      what a teacher wants to know of it
      """)

  @Argument(help: "The lesson's number or id; without it you choose one.")
  var lesson: String?

  @Flag(help: "Read and answer as lines, also on a terminal.")
  var plain = false

  @Flag(help: "Write the notes for teachers, with the minutes it takes in a class.")
  var notes = false

  @Flag(help: "Show the new text whenever a file of the lessons changes, while you write it.")
  var watch = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if watch, plain || notes {
      throw ValidationError("--watch works on the screen only; leave out --plain and --notes.")
    }
  }

  func run() throws {
    let library = try LessonsFolder(common).library()
    let console = PlainConsole()
    let found = try lesson.map { name throws(ExitCode) in
      guard let found = library.lesson(named: name) else {
        console.complain(Self.unknown(name, in: library))
        throw .validationFailure
      }
      return found
    }
    if notes {
      let lessons = found.map { [$0] } ?? library.lessons
      for lesson in lessons { tellNotes(of: lesson, on: console) }
      return try console.finish()
    }
    if watch, !console.isInteractive {
      throw CommandFailure("--watch needs a terminal; run it without a pipe.")
    }
    guard plain || !console.isInteractive else {
      let start = found.map { StartPoint.lesson($0.id) } ?? .screen(.lessons)
      var session = TutorSession(start: start, settings: common.settings)
      session.isWatching = watch
      return try session.run()
    }
    if let found {
      read(found, on: console)
    } else {
      for line in LessonEntry.lines(of: library.lessons) { console.line(line) }
    }
    try console.finish()
  }

  private func tellNotes(of lesson: Lesson, on console: PlainConsole) {
    let minutes = lesson.teacher.map { ", \($0.minutes) minutes in a class" } ?? ""
    console.say(DisplayText("Lesson \(lesson.number): \(lesson.title)\(minutes)"))
    for note in lesson.teacher?.notes ?? ["It has no notes for teachers."] {
      console.say(DisplayText(note), indent: 2, label: "- ")
    }
    console.say()
  }

  /// Goes through a lesson and keeps what is answered.
  private func read(_ lesson: Lesson, on console: PlainConsole) {
    let keeper = ProgressKeeper(folder: common.folders.data)
    func tell(_ sentence: String?) {
      if let sentence { console.complain(DisplayText(sentence)) }
    }
    tell(keeper.notice)
    let quiz = PlainQuiz(console)
    let reading = LessonReading(
      text: LessonText(columns: console.columns), demos: DemoCatalog.all,
      write: { console.line($0) },
      ask: { question in
        quiz.reply(to: question) { answer in
          tell(keeper.record(answer.record(kind: .lesson, at: LearnerClock.system.now())))
        }
      })
    guard reading.run(lesson).isFinished else { return }
    let now = LearnerClock.system.now()
    tell(
      keeper.finish(
        LessonRecord(
          lessonID: lesson.id, finishedAt: now.milliseconds, zoneOffset: now.zoneOffset)))
  }

  /// What to say of a lesson that there is not: one with faults is left out, and is told of.
  private static func unknown(_ name: String, in library: LessonLibrary) -> DisplayText {
    let shown = DisplayText(name).truncated(to: 40)
    return library.faults.isEmpty
      ? "There is no lesson \(shown); \"portside lessons\" lists them."
      : "There is no sound lesson \(shown); \"portside lessons check\" tells what is wrong."
  }
}

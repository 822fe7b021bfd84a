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
      """)

  @Argument(help: "The lesson's number or id; without it you choose one.")
  var lesson: String?

  @Flag(help: "Read and answer as lines, also on a terminal.")
  var plain = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let library = try LessonsFolder(common).library()
    let found = try lesson.map { name throws(CommandFailure) in
      guard let found = library.lesson(named: name) else {
        throw CommandFailure("there is no lesson \(name); \"portside lessons\" lists them.")
      }
      return found
    }
    let console = PlainConsole()
    guard plain || !console.isInteractive else {
      let start = found.map { StartPoint.lesson($0.id) } ?? .screen(.lessons)
      return try TutorSession(start: start, options: common).run()
    }
    if let found {
      read(found, on: console)
    } else {
      for line in LessonEntry.lines(of: library.lessons) { console.line(line) }
    }
    try console.finish()
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
          tell(keeper.record(Self.record(of: answer, at: LearnerClock.system.now())))
        }
      })
    guard reading.run(lesson).isFinished else { return }
    let now = LearnerClock.system.now()
    tell(
      keeper.finish(
        LessonRecord(
          lessonID: lesson.id, finishedAt: now.milliseconds, zoneOffset: now.zoneOffset)))
  }

  private static func record(of answer: PlainAnswer, at now: Moment) -> AnswerRecord {
    AnswerRecord(
      itemID: answer.question.id, topic: answer.question.topic, kind: .lesson,
      isCorrect: answer.verdict.isCorrect, given: answer.verdict.given,
      durationMilliseconds: answer.durationMilliseconds, usedHint: answer.usedHint,
      answeredAt: now.milliseconds, zoneOffset: now.zoneOffset)
  }
}

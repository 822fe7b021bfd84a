import ArgumentParser
import Curriculum
import CursesTerminal
import Demos
import Foundation
import Glibc
import PortKnowledge
import Practice
import Runtime
import TerminalUI
import Tutor

/// The tutor on the screen, from opening the terminal to giving it back.
struct TutorSession {
  /// Where it opens.
  var start: StartPoint
  /// What the options and the environment say.
  var settings: Settings
  /// The recording that it plays, where it was asked for.
  var recording: DemoRecording?
  /// Whether the lessons are read anew when a file of theirs changes.
  var isWatching = false
  /// Whether clicks and the wheel are listened to.
  var isMouseOn = true
  /// Whether the screens were asked for by name, so that keys are read from `/dev/tty` where
  /// standard input is a pipe.
  var isWished = true

  /// Runs it until the learner leaves.
  ///
  /// The same program with the same arguments runs twice: a parent that waits and restores the
  /// terminal whatever happens, and its child that draws.
  ///
  /// - Throws: `CommandFailure` where there is no terminal or no lessons, and `ExitCode` where the
  ///   part that draws failed.
  func run() throws {
    guard isWished || isatty(STDIN_FILENO) == 1 else {
      throw CommandFailure(TerminalError.noTerminal.description)
    }
    let state = settings.folders.state ?? NSTemporaryDirectory()
    switch TerminalGuard.run(stateFolder: state, version: Portside.version) {
    case .child, .unguarded: try draw()
    case .ended(let code): if code != 0 { throw ExitCode(code) }
    }
  }

  private func draw() throws {
    let worker = SerialWorker(name: "portside-store")
    let record = OpeningRecord(folder: settings.folders.data, on: worker)
    let signals = SignalPipe()
    guard let signals else { throw CommandFailure("no descriptor is left to catch signals with.") }
    let terminal = try openTerminal(signals)
    defer { terminal.close() }
    let folder = try lessonsFolder()
    let catalog = try catalog(of: folder)
    let opened = record.wait()
    let effects = SessionEffects(opened, worker: worker, recording: recording)
    let state = AppState(
      size: terminal.size, catalog: catalog, progress: opened.snapshot, memory: opened.memory,
      keepingNotice: opened.keeper.notice, start: start, isMouseOn: isMouseOn,
      moment: LearnerClock.system.now())
    let loop = try EventLoop(
      state: state, terminal: terminal, signals: signals, effects: effects,
      clock: LearnerClock.system.now, onScreen: Self.trapper())
    let watch = isWatching ? LessonWatch(folder, mailbox: loop.mailbox) : nil
    defer { watch?.finish() }
    terminal.setMouse(isMouseOn)
    let end = try loop.run()
    terminal.close()
    effects.finish()
    // The shell is to see by which signal it ended, as with any other program.
    if case .signal(let number) = end { signals.die(by: number) }
    if end == .hungUp { signals.die(by: SIGHUP) }
  }

  private func openTerminal(_ signals: SignalPipe) throws -> CursesTerminal {
    do throws(TerminalError) {
      return try CursesTerminal(useColor: !settings.colorIsOff, interrupt: signals.descriptor)
    } catch {
      throw CommandFailure(error.description)
    }
  }

  private func lessonsFolder() throws -> LessonsFolder {
    try LessonsFolder(
      option: settings.lessons, environment: settings.environment,
      executable: LessonsFolder.executable)
  }

  private func catalog(of folder: LessonsFolder) throws -> Catalog {
    Catalog(
      try folder.library(surroundings: .ours), demos: DemoCatalog.all, folder: folder.path)
  }

  /// In debug builds: crashes on the screen that a test asked for.
  private static func trapper() -> (ScreenName) -> Void {
    #if DEBUG
    guard let trap = TestTrap.fromEnvironment else { return { _ in } }
    return { if $0.rawValue == trap.screen { trap.trap() } }
    #else
    return { _ in }
    #endif
  }
}

import Curriculum
import Foundation
import Glibc
import Runtime
import Tutor

/// Reads the lessons anew whenever a file of their folder changes.
///
/// The thread sleeps in poll(2) on an inotify(7) descriptor, so a folder that nobody edits costs
/// nothing.
final class LessonWatch: Sendable {
  private let folder: LessonsFolder
  private let events: CInt
  private let stop: (reading: CInt, writing: CInt)

  /// How long a folder must be quiet before it is read: an editor writes a file in several steps.
  private static let quietMilliseconds: CInt = 60

  /// Starts to watch a folder; nil where the system has no more watches or descriptors.
  init?(_ folder: LessonsFolder, mailbox: Mailbox) {
    self.folder = folder
    var ends: [CInt] = [-1, -1]
    let events = inotify_init1(CInt(O_NONBLOCK | O_CLOEXEC))
    let changes = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ONLYDIR
    guard events >= 0 else { return nil }
    guard inotify_add_watch(events, folder.path, UInt32(changes)) >= 0, pipe(&ends) == 0 else {
      close(events)
      return nil
    }
    self.events = events
    stop = (ends[0], ends[1])
    let thread = Thread { [self] in run(mailbox) }
    thread.name = "portside-lessons"
    thread.start()
  }

  /// Ends the thread.
  func finish() {
    close(stop.writing)
  }

  private func run(_ mailbox: Mailbox) {
    defer {
      close(events)
      close(stop.reading)
    }
    while wait(milliseconds: -1) == .changed {
      var outcome = Outcome.changed
      while outcome == .changed {
        drain()
        outcome = wait(milliseconds: Self.quietMilliseconds)
      }
      guard outcome == .quiet else { return }
      // A folder that was taken away is no reason to take the text away: the next change tells.
      if let library = try? folder.library(surroundings: .ours) {
        mailbox.post(.lessonsRead(library))
      }
    }
  }

  private enum Outcome {
    case changed, quiet, ended
  }

  private func wait(milliseconds: CInt) -> Outcome {
    while true {
      var waiting = [
        pollfd(fd: events, events: Int16(POLLIN), revents: 0),
        pollfd(fd: stop.reading, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&waiting, nfds_t(waiting.count), milliseconds)
      if count < 0, errno == EINTR { continue }
      if count < 0 || waiting[1].revents != 0 { return .ended }
      return count == 0 ? .quiet : .changed
    }
  }

  private func drain() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while read(events, &bytes, bytes.count) > 0 {}
  }
}

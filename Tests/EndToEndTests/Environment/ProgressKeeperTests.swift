import Practice
import TestSupport
import Testing

@testable import portside

@Suite("The keeper of progress")
struct ProgressKeeperTests {
  private let answer = AnswerRecord(
    itemID: "q", topic: "ports", kind: .exercise, isCorrect: true, given: "1",
    durationMilliseconds: 1, usedHint: false, answeredAt: 0, zoneOffset: 0)
  private let lesson = LessonRecord(lessonID: "l", finishedAt: 0, zoneOffset: 0)

  @Test("keeps answers and lessons for the next start")
  func keeps() throws {
    try withTemporaryFolder { folder in
      do {
        let keeper = ProgressKeeper(folder: folder.file("data"))
        #expect(keeper.notice == nil)
        #expect(keeper.record(answer) == nil && keeper.finish(lesson) == nil)
      }
      let snapshot = try ProgressKeeper(folder: folder.file("data")).snapshot()
      #expect(snapshot.all.total == 1 && snapshot.lessonsDone == ["l"])
    }
  }

  @Test("says why nothing is kept, and counts all the same")
  func carriesOn() throws {
    try withTemporaryFolder { folder in
      let file = try folder.write("", to: "taken")
      let keeper = ProgressKeeper(folder: file)
      let notice = try #require(keeper.notice)
      #expect(notice.hasPrefix("Nothing you do will be kept: the folder \(file) cannot be used"))
      #expect(keeper.record(answer) == nil && keeper.finish(lesson) == nil)
      #expect(try keeper.snapshot().all.total == 1)
    }
  }

  @Test("says that no folder is known")
  func noFolder() throws {
    let keeper = ProgressKeeper(folder: nil)
    #expect(keeper.notice?.contains("neither HOME nor XDG_DATA_HOME") == true)
    #expect(try keeper.snapshot() == ProgressSnapshot())
  }

  @Test("tells of an answer that could not be kept")
  func refused() {
    var impossible = answer
    impossible.durationMilliseconds = -1
    let keeper = ProgressKeeper(folder: nil)
    #expect(keeper.record(impossible)?.hasPrefix("This answer was not kept: ") == true)
  }
}

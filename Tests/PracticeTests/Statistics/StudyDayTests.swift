import Practice
import Testing

@Suite("The day of an answer")
struct StudyDayTests {
  @Test(
    "is the wall clock's, in the zone that held then",
    arguments: [
      (0, 0, 0),
      (86_399_999, 0, 0),
      (86_400_000, 0, 1),
      (-1, 0, -1),
      (-86_400_000, 0, -1),
      (-86_400_001, 0, -2),
      // 23:30 UTC is the next day in Berlin and still the same in New York.
      (84_600_000, 3_600, 1),
      (84_600_000, -18_000, 0),
      // Kiritimati is 14 hours ahead, Baker Island 12 behind.
      (36_000_000, 50_400, 1),
      (36_000_000, -43_200, -1),
    ] as [(Int64, Int, Int)])
  func number(milliseconds: Int64, zoneOffset: Int, day: Int) {
    #expect(StudyDay.number(milliseconds: milliseconds, zoneOffset: zoneOffset) == day)
  }

  /// In Berlin, 2026-03-29 has 23 hours and 2026-10-25 has 25: at 01:00 UTC the offset changes.
  @Test("is right on both days on which the clocks change")
  func clockChanges() {
    // 2026-03-29 is day 20541: 00:30 with winter time, 23:30 with summer time, then 00:30 again.
    let march: Int64 = 20_541 * 86_400_000
    #expect(day(march - 1_800_000, 3_600) == 20_541)
    #expect(day(march + 77_400_000, 7_200) == 20_541)
    #expect(day(march + 81_000_000, 7_200) == 20_542)
    // 2026-10-25 is day 20751: 00:30 with summer time, 23:30 with winter time, then 00:30 again.
    let october: Int64 = 20_751 * 86_400_000
    #expect(day(october - 5_400_000, 7_200) == 20_751)
    #expect(day(october + 81_000_000, 3_600) == 20_751)
    #expect(day(october + 84_600_000, 3_600) == 20_752)
  }

  @Test("never traps, whatever the numbers", arguments: [Int64.min, -1, 0, .max])
  func extremes(milliseconds: Int64) {
    for zoneOffset in [Int.min, -86_400, 0, 86_400, .max] {
      _ = StudyDay.number(milliseconds: milliseconds, zoneOffset: zoneOffset)
    }
    #expect(
      StudyDay.number(milliseconds: 0, zoneOffset: .max)
        == StudyDay.number(milliseconds: 0, zoneOffset: 86_400))
  }

  private func day(_ milliseconds: Int64, _ zoneOffset: Int) -> Int {
    StudyDay.number(milliseconds: milliseconds, zoneOffset: zoneOffset)
  }
}

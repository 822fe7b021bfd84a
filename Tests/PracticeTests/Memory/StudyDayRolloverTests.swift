import Practice
import Testing

@Suite("The study day")
struct StudyDayRolloverTests {
  @Test(
    "begins at the rollover hour of the wall clock",
    arguments: [
      // 03:59:59 still belongs to the day before, 04:00 does not.
      (14_399, 0, 4, "1969-12-31"), (14_400, 0, 4, "1970-01-01"),
      (0, 0, 0, "1970-01-01"), (-1, 0, 0, "1969-12-31"),
      (0, -18_000, 4, "1969-12-31"), (0, 14_400, 4, "1970-01-01"),
      // The last second of a signed 32-bit clock, 03:14:07, and the first after it.
      (2_147_483_647, 0, 0, "2038-01-19"), (2_147_483_648, 0, 0, "2038-01-19"),
      (2_147_483_647, 0, 4, "2038-01-18"), (2_147_483_648, 3_600, 4, "2038-01-19"),
      // An hour that no clock has counts as the nearest.
      (86_399, 0, 99, "1970-01-01"), (0, 0, -5, "1970-01-01"),
    ] as [(Int64, Int, Int, String)])
  func rollover(seconds: Int64, zoneOffset: Int, hour: Int, date: String) {
    #expect(day(seconds, zoneOffset, hour) == CivilDate(date)?.dayNumber)
  }

  /// In Berlin, clocks went from 02:00 to 03:00 on 2026-03-29 and from 03:00 to 02:00 on
  /// 2026-10-25, both at 01:00 UTC.
  @Test("never goes back when the clocks change, whatever its first hour", arguments: 0..<24)
  func clockChanges(hour: Int) throws {
    let march = Int64(try #require(CivilDate("2026-03-29")).dayNumber) * 86_400 + 3_600
    let october = Int64(try #require(CivilDate("2026-10-25")).dayNumber) * 86_400 + 3_600
    for (change, before, after) in [(march, 3_600, 7_200), (october, 7_200, 3_600)] {
      var days: [Int] = []
      for minute in -3_000...3_000 {
        let moment = change + Int64(minute) * 60
        days.append(day(moment, moment < change ? before : after, hour))
      }
      #expect(days == days.sorted())
      #expect(Set(zip(days, days.dropFirst()).map { $1 - $0 }) == [0, 1])
    }
  }

  @Test("begins once on both days on which the clocks change")
  func clockChangeDays() throws {
    let march = try #require(CivilDate("2026-03-29")).dayNumber
    let october = try #require(CivilDate("2026-10-25")).dayNumber
    // The hour 2 does not exist in March: the day begins at 03:00 summer time.
    #expect(day(Int64(march) * 86_400 + 3_599, 3_600, 2) == march - 1)
    #expect(day(Int64(march) * 86_400 + 3_600, 7_200, 2) == march)
    // It exists twice in October: the day begins with the first.
    #expect(day(Int64(october) * 86_400 - 1, 7_200, 2) == october - 1)
    #expect(day(Int64(october) * 86_400, 7_200, 2) == october)
    #expect(day(Int64(october) * 86_400 + 3_600, 3_600, 2) == october)
  }

  @Test("counts no day backwards and one more forwards over the date line")
  func dateLine() throws {
    let tenth = Int64(try #require(CivilDate("2026-06-10")).dayNumber) * 86_400
    let auckland = 12 * 3_600
    let honolulu = -10 * 3_600
    // Left Auckland on the 10th at 09:00, and in Honolulu it is the 9th, 22:30.
    let departure = day(tenth - 3 * 3_600, auckland, 4)
    let arrival = day(tenth + 8 * 3_600 + 1_800, honolulu, 4)
    #expect(departure - arrival == 1)
    #expect(StudyDay.elapsed(from: departure, to: arrival) == 0)
    // Left Honolulu on the 9th at 20:00, and in Auckland it is the 11th, 06:00.
    let back = StudyDay.elapsed(
      from: day(tenth + 6 * 3_600, honolulu, 4), to: day(tenth + 18 * 3_600, auckland, 4))
    #expect(back == 2)
  }

  @Test("counts no days when the clock goes back", arguments: [1, 3, 3_652, 18_262])
  func clockBack(days: Int) {
    #expect(StudyDay.elapsed(from: 20_000, to: 20_000 - days) == 0)
    #expect(StudyDay.elapsed(from: 20_000 - days, to: 20_000) == days)
    #expect(StudyDay.elapsed(from: .min, to: .max) == .max)
  }

  @Test("never traps, whatever the numbers", arguments: [Int64.min, -1, 0, .max])
  func extremes(seconds: Int64) {
    for zoneOffset in [Int.min, -86_400, 0, 86_400, .max] {
      for hour in [Int.min, 0, 23, .max] { _ = day(seconds, zoneOffset, hour) }
    }
    #expect(day(.max, .max, 0) >= day(.max, .min, 0))
    #expect(day(.min, 0, 23) <= day(.min, 0, 0))
  }

  private func day(_ seconds: Int64, _ zoneOffset: Int, _ rolloverHour: Int) -> Int {
    StudyDay.number(seconds: seconds, zoneOffset: zoneOffset, rolloverHour: rolloverHour)
  }
}

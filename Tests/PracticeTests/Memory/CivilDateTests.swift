import Practice
import Testing

@Suite("A date of the calendar")
struct CivilDateTests {
  @Test(
    "has the number of its day",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("1970-03-01", 59), ("2000-02-29", 11_016),
      ("2000-03-01", 11_017), ("2026-03-29", 20_541), ("2026-10-25", 20_751),
      ("2038-01-19", 24_855), ("1900-03-01", -25_508), ("0000-03-01", -719_468),
      ("9999-12-31", 2_932_896),
    ])
  func known(text: String, number: Int) throws {
    let date = try #require(CivilDate(text))
    #expect(date.dayNumber == number)
    #expect(date.description == text)
    #expect(CivilDate(dayNumber: number) == date)
  }

  @Test("follows the day before it, for a thousand years")
  func sequence() {
    var before = CivilDate(dayNumber: -200_001)
    for number in -200_000...170_000 {
      let date = CivilDate(dayNumber: number)
      let isNextDay =
        date.month == before.month
        ? date.day == before.day + 1 && date.year == before.year
        : date.day == 1 && date.month == before.month % 12 + 1
          && date.year == before.year + before.month / 12
      if !isNextDay || date.dayNumber != number || date <= before
        || CivilDate(year: date.year, month: date.month, day: date.day) != date
      {
        Issue.record("day \(number): \(date) after \(before)")
      }
      before = date
    }
  }

  @Test(
    "is nothing that the calendar lacks",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
      "2026-1-01", "26-01-01", "2026-01-01 ", "2026/01/01", "+026-01-01", "-001-01-01", "",
      "2026-01", "2026-01-01-01", "٢٠٢٦-٠١-٠١",
    ])
  func wrong(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test("never traps, whatever the day", arguments: [Int.min, .max])
  func extremes(number: Int) {
    let date = CivilDate(dayNumber: number)
    #expect(CivilDate(dayNumber: date.dayNumber) == date)
    #expect(date.description.hasSuffix("-" + (date.day < 10 ? "0" : "") + String(date.day)))
  }
}

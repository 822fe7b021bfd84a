/// One review of one card as it is kept: a row that is only ever added.
public struct Review: Hashable, Sendable {
  /// The row's place in the log; later rows have greater numbers.
  ///
  /// The order of reviews is this one and never that of their times, because a clock can be set
  /// back.
  public var row: Int64
  /// The card's id.
  public var cardID: String
  /// How well it was remembered.
  public var grade: Grade
  /// When, in seconds since 1970-01-01 00:00 UTC.
  public var seconds: Int64
  /// The learner's zone at that moment, in seconds east of UTC.
  public var zoneOffset: Int
  /// The hour at which the learner's study day began then, from 0 to 23.
  public var rolloverHour: Int

  /// A row with every column.
  public init(
    row: Int64, cardID: String, grade: Grade, seconds: Int64, zoneOffset: Int, rolloverHour: Int
  ) {
    self.row = row
    self.cardID = cardID
    self.grade = grade
    self.seconds = seconds
    self.zoneOffset = zoneOffset
    self.rolloverHour = rolloverHour
  }

  /// A row with every column, its moment in milliseconds since 1970-01-01 00:00 UTC.
  public init(
    row: Int64, cardID: String, grade: Grade, milliseconds: Int64, zoneOffset: Int,
    rolloverHour: Int
  ) {
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    self.init(
      row: row, cardID: cardID, grade: grade, seconds: rest < 0 ? seconds - 1 : seconds,
      zoneOffset: zoneOffset, rolloverHour: rolloverHour)
  }

  /// The study day on which it took place, in days since 1970-01-01.
  public var day: Int {
    StudyDay.number(seconds: seconds, zoneOffset: zoneOffset, rolloverHour: rolloverHour)
  }
}

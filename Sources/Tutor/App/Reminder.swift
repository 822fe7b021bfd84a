/// What a screen asked to be reminded of, so that it knows its own reminder and an outdated one.
public struct Reminder: Hashable, Sendable {
  /// Which start of which screen asked.
  var run: Int
  /// Which of its reminders it is.
  var number: Int
}

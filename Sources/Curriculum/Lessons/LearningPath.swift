/// An order in which lessons are taken.
public enum LearningPath: String, Hashable, Sendable, CaseIterable {
  /// Every lesson in the order of the course.
  case beginner
  /// What an interview asks for, the most important first, for somebody who is short of time.
  case interview
  /// Every lesson in order, with how long each takes in a class.
  case teacher

  /// The numbers of the lessons that an interview is mostly about, in this order.
  private static let interviewOrder = [1, 5, 6, 7, 3, 8, 11, 12, 15, 14]

  /// What the path is called.
  public var title: String {
    switch self {
    case .beginner: "from the beginning"
    case .interview: "before an interview"
    case .teacher: "for a class"
    }
  }

  /// The next path, and the first one after the last.
  public var next: LearningPath {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + 1) % all.count]
  }

  /// The lessons of a course that the path takes, in its order.
  public func lessons(of course: [Lesson]) -> [Lesson] {
    switch self {
    case .beginner, .teacher: course
    case .interview:
      Self.interviewOrder.compactMap { number in course.first { $0.number == number } }
    }
  }
}

public import PortKnowledge

/// Words for the result of a quiz.
public enum QuizTopic {
  /// The title of a topic as it stands in questions; one that only lessons have is its own title.
  public static func title(of topic: String) -> String {
    ExerciseTopic(rawValue: topic)?.title ?? topic.prefix(1).uppercased() + topic.dropFirst()
  }

  /// A given answer in words: an option's text behind its number, anything else as it was given.
  public static func words(_ given: String, in question: Question) -> String {
    let numbers = given.split(separator: ",").map { Int($0.filter(\.isNumber)) }
    guard !question.options.isEmpty, numbers.count == 1, let number = numbers.first ?? nil,
      question.options.indices.contains(number - 1)
    else { return given }
    return "\(given): \(question.options[number - 1].text)"
  }
}

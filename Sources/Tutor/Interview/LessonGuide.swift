public import Curriculum
import PortKnowledge

/// Finds the lessons that close a gap: those that teach what a question asks.
public struct LessonGuide: Sendable {
  /// A lesson with what it says about itself.
  private struct Entry: Sendable {
    var lesson: Lesson
    /// The words of its title, its question, its summary and what to say in an interview.
    var core: Set<String>
    /// The words of its text.
    var text: Set<String>
    var demos: Set<String>
    var families: Set<String>
    /// The share of its questions for each topic.
    var topics: [String: Double]
  }

  private let entries: [Entry]
  /// In how many lessons a word stands: what all of them have tells nothing.
  private let frequency: [String: Int]

  /// A guide through some lessons.
  public init(_ lessons: [Lesson]) {
    entries = lessons.map(Self.entry)
    frequency = entries.reduce(into: [:]) { counts, entry in
      for word in entry.core.union(entry.text) { counts[word, default: 0] += 1 }
    }
  }

  /// The lessons that teach a question's matter, the best first, two at most.
  ///
  /// A lesson is found by what it declares: that it opens the demo or asks the exercises that prove the
  /// answer, the topics of its own questions, and the terms that it shares with the question, the
  /// rare ones before the common ones. The second is named only where it is nearly as good.
  ///
  /// - Parameter question: The question.
  /// - Returns: Lessons; none where no lesson has anything to do with it.
  public func lessons(for question: InterviewQuestion) -> [Lesson] {
    lessons(for: question, words: [question.question, question.answer] + question.rubric)
  }

  /// The lessons that teach what an interview asked, the best first, two at most.
  ///
  /// A single port stands in many lessons by chance; it is taught where ports are learnt.
  func lessons(for item: InterviewItem) -> [Lesson] {
    guard item.check != nil else { return lessons(for: item.question) }
    return lessons(for: item.question, words: [Self.portMatter])
  }

  private func lessons(for question: InterviewQuestion, words texts: [String]) -> [Lesson] {
    let words = Self.words(texts)
    let scored = entries.map { (lesson: $0.lesson, score: score($0, question, words: words)) }
      .sorted { ($0.score, $1.lesson.number) > ($1.score, $0.lesson.number) }
    guard let best = scored.first, best.score >= Self.leastScore else { return [] }
    return scored.prefix(2).filter { $0.score >= best.score * Self.secondShare }.map(\.lesson)
  }

  private func score(
    _ entry: Entry, _ question: InterviewQuestion, words: Set<String>
  ) -> Double {
    let all = words.reduce(0) { $0 + weight($1) }
    guard all > 0 else { return 0 }
    let shared = words.reduce(0) { sum, word in
      sum + (entry.core.contains(word) ? 1 : entry.text.contains(word) ? 0.5 : 0) * weight(word)
    }
    let proves =
      switch question.proof {
      case .demo(let id): entry.demos.contains(id)
      case .exercise(let family): entry.families.contains(family)
      }
    return shared / all + (proves ? 0.3 : 0) + 0.2 * (entry.topics[question.topic] ?? 0)
  }

  /// How much a word tells: one in a single lesson the most, one in none or in all nothing.
  private func weight(_ word: String) -> Double {
    guard let count = frequency[word], count < entries.count || count == 1 else { return 0 }
    return 1 / Double(count)
  }

  private static let portMatter =
    "Which port does a service use by default: SSH, SMTP, DNS, IMAP, MySQL, PostgreSQL, Redis? "
    + "Numbers to memorise, by heart, with their secure twins."
  private static let leastScore = 0.15
  private static let secondShare = 0.8

  private static func entry(_ lesson: Lesson) -> Entry {
    let blocks = lesson.sections.flatMap(\.blocks)
    let questions = lesson.questions
    var topics: [String: Double] = [:]
    for question in questions {
      topics[question.topic, default: 0] += 1 / Double(questions.count)
    }
    return Entry(
      lesson: lesson,
      core: words([lesson.title, lesson.question, lesson.interview] + lesson.summary),
      text: words(lesson.sections.map(\.title) + blocks.flatMap(texts)),
      demos: Set(lesson.demos),
      families: Set(
        blocks.compactMap { if case .exercise(let family, _) = $0 { family } else { nil } }),
      topics: topics)
  }

  private static func texts(of block: LessonBlock) -> [String] {
    switch block {
    case .paragraph(let inlines), .quote(let inlines): inlines.map(\.text)
    case .list(let items, _): items.flatMap { $0 }.map(\.text)
    case .table(let header, let rows): (header + rows.flatMap { $0 }).flatMap { $0 }.map(\.text)
    case .code(let lines, _): lines
    case .question(let question): [question.prompt, question.explanation]
    case .drawing, .demo, .exercise: []
    }
  }

  /// The words of some texts, without their inflection by a plural's s.
  private static func words(_ texts: [String]) -> Set<String> {
    var words: Set<String> = []
    for text in texts {
      for word in text.lowercased().split(whereSeparator: {
        !$0.isLetter && !$0.isNumber && $0 != "_"
      })
      where word.count > 2 {
        words.insert(String(word.hasSuffix("s") && word.count > 4 ? word.dropLast() : word))
      }
    }
    return words
  }
}

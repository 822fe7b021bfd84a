/// A question with everything needed to ask it, grade it and explain it.
///
/// Lessons, generated exercises and predictions in demos all use this one type.
public struct Question: Hashable, Sendable {
  /// How it is answered.
  public enum Kind: Hashable, Sendable {
    /// Exactly one of the options is right.
    case chooseOne([Option])
    /// Every right option is to be ticked and no other.
    case chooseSeveral([Option])
    /// Something is typed: any of the accepted texts, compared without case and outer spaces.
    case entry(Entry)
    /// Steps are put in order; every order that keeps the rules is right.
    case putInOrder(Ordering)
    /// Blanks of a table are filled, each from choices of its own.
    case fillTable(Table)
  }

  /// A possible answer.
  public struct Option: Hashable, Sendable {
    /// What is chosen.
    public var text: String
    /// Whether choosing it is right.
    public var isRight: Bool
    /// Why it is right, or why it is wrong in this very case.
    ///
    /// Never empty.
    public var explanation: String
    /// Lines that point at what decides, shown under the explanation; often empty.
    public var figure: [MarkedText]

    /// An option with its explanation.
    public init(_ text: String, isRight: Bool, explanation: String, figure: [MarkedText] = []) {
      self.text = text
      self.isRight = isRight
      self.explanation = explanation
      self.figure = figure
    }
  }

  /// What is accepted where something is typed.
  public struct Entry: Hashable, Sendable {
    /// Every answer that counts; the first is the one to show.
    public var accepted: [String]
    /// Wrong answers that have a known reason, each with it.
    public var mistakes: [Mistake]
    /// What is typed, and so when two texts mean the same.
    public var form: Form

    /// What is typed.
    public enum Form: Hashable, Sendable {
      /// A word or a few: case and outer spaces do not count.
      case text
      /// A whole number.
      case number
      /// A filter of ss: right where it shows the same rows as the first accepted one.
      case filter(FilterRows)
      /// An IP address: right in every form that means it.
      case address
      /// An address with its port: right in every form that means both.
      case endpoint
    }

    /// Whether only digits make sense.
    public var isNumber: Bool { form == .number }

    /// A wrong answer people give, and why it is wrong.
    public struct Mistake: Hashable, Sendable {
      /// The answer, compared like the accepted ones.
      public var text: String
      /// Why it is wrong here.
      public var explanation: String

      /// A wrong answer with its reason.
      public init(_ text: String, explanation: String) {
        self.text = text
        self.explanation = explanation
      }
    }

    /// The accepted answers, the first of which is shown, and the explained mistakes.
    public init(accepted: [String], mistakes: [Mistake] = [], form: Form = .text) {
      self.accepted = accepted
      self.mistakes = mistakes
      self.form = form
    }
  }

  /// The id under which answers are kept: never changes once shipped.
  ///
  /// A generated exercise's id names its family, level and seed, so that it can be made again.
  public var id: String
  /// The topic for statistics, for example `tuples`.
  public var topic: String
  /// What is asked.
  public var prompt: String
  /// Lines to look at, set as they are; often empty.
  public var figure: [MarkedText]
  /// How it is answered.
  public var kind: Kind
  /// Why the right answer is right, with the rule's name.
  ///
  /// Never empty.
  public var explanation: String
  /// Hints from the idea to all but the answer; may be empty.
  public var hints: [String]

  /// A question with all its parts.
  public init(
    id: String, topic: String, prompt: String, figure: [MarkedText] = [], kind: Kind,
    explanation: String, hints: [String] = []
  ) {
    self.id = id
    self.topic = topic
    self.prompt = prompt
    self.figure = figure
    self.kind = kind
    self.explanation = explanation
    self.hints = hints
  }

  /// The options; none where nothing is chosen from a list.
  public var options: [Option] {
    switch kind {
    case .chooseOne(let options), .chooseSeveral(let options): options
    case .entry, .putInOrder, .fillTable: []
    }
  }
}

/// What all exercises about shared ports say.
enum SpreadWords {
  /// The rule.
  static let rule =
    "SO_REUSEPORT makes sockets on one address and port a group. A hash of the addresses and ports "
    + "of a SYN or datagram chooses the member."

  /// The idea behind most cases.
  private static let idea =
    "Nobody counts turns or looks at queues: the kernel works out a member from the packet alone."

  /// What that means for single packets.
  private static let hash =
    "The hash is made of both addresses and both ports. Same values, same member; other values, "
    + "perhaps another one."

  /// A question of this family.
  static func question(
    _ id: String, prompt: String, figure: [MarkedText], kind: Question.Kind, conclusion: String,
    idea: String = idea, rule: String = hash, hint: String
  ) -> Question {
    Question(
      id: id, topic: ExerciseTopic.delivery.rawValue, prompt: prompt, figure: figure, kind: kind,
      explanation: "\(Self.rule) \(conclusion)", hints: [idea, rule, hint])
  }
}

public import PortKnowledge

/// Something that is remembered or forgotten as one: what the schedule is about.
public struct StudyCard: Hashable, Sendable, Identifiable {
  /// What is asked.
  public enum Face: Hashable, Sendable {
    /// A port of the table, asked in one direction.
    case port(Service, PortDirection)
    /// A question of a lesson.
    case question(Question)
    /// A question of an interview, by its id in the bank.
    case interview(String)
    /// A family of exercises at a level: a fresh exercise each time.
    case skill(family: String, ExerciseLevel)
  }

  /// What is asked.
  public let face: Face

  /// A card with a face.
  public init(_ face: Face) {
    self.face = face
  }

  /// The id under which its reviews are kept: never changes.
  public var id: String {
    switch face {
    case .port(let service, let direction):
      "port:\(service.portAndTransports):\(direction.rawValue)"
    case .question(let question): "question:\(question.id)"
    case .interview(let id): "interview:\(id)"
    case .skill(let family, let level): "skill:\(family):\(level.rawValue)"
    }
  }

  /// What cards have in common that should not be asked one after the other: the two directions of
  /// a port, the levels of a family, the questions of a topic.
  public var kin: String {
    switch face {
    case .port(let service, _): "port:\(service.portAndTransports)"
    case .question(let question): "topic:\(question.topic)"
    case .interview: "interview"
    case .skill(let family, _): "skill:\(family)"
    }
  }

  /// What is shown for it, where that is a question that can be graded; nil for an interview's.
  ///
  /// - Parameter seed: Chooses the exercise of a skill, and how the answers are mixed.
  /// - Returns: The question; nil where there is none.
  public func question(seed: UInt64) -> Question? {
    switch face {
    case .port(let service, let direction): direction.question(about: service, seed: seed)
    case .question(let question): question
    case .interview: nil
    case .skill(let family, let level):
      ExerciseCatalog.family(named: family)?.question(seed: seed, level: level)
    }
  }
}

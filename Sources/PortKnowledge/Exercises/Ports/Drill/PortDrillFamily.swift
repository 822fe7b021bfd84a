/// Ports that are learnt together, asked in both directions.
///
/// Not of the catalog: which ports belong together is the business of whoever makes a deck.
public struct PortDrillFamily: ExerciseFamily, Hashable {
  /// A port of the drill, with what helps to remember it.
  public struct Card: Hashable, Sendable {
    /// The service and its port.
    public var service: Service
    /// Memory aids, each a sentence or two; may be empty.
    public var aids: [String]

    /// A port with its aids.
    public init(_ service: Service, aids: [String] = []) {
      self.service = service
      self.aids = aids
    }
  }

  /// What its questions are called by.
  public let id: String
  /// The title in lists.
  public let title: String
  /// What binds the ports together.
  public let summary: String
  /// Ports, as for the families of the catalog.
  public let topic = ExerciseTopic.ports
  /// The ports, in the order of learning.
  public let cards: [Card]

  /// A drill of some ports; `id` is what its questions are called by.
  public init(id: String, title: String, summary: String, cards: [Card]) {
    self.id = id
    self.title = title
    self.summary = summary
    self.cards = cards
  }

  /// The exercise of a seed: chosen among four at the easy level, typed above it.
  ///
  /// Consecutive seeds go through all ports in one direction before they come again.
  public func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    let salt = 0x0D51_1177_31A3_5D4B ^ UInt64(level.rawValue)
    let deck = SeededDeck(count: max(1, cards.count), salt: salt)
    guard !cards.isEmpty else { return PortServiceFamily().exercise(seed: seed, level: level) }
    let card = cards[deck.card(seed: seed)]
    var draw = CaseDraw(seed: seed, level: level, salt: salt)
    let id = ExerciseID(family: id, level: level, seed: seed).description
    var exercise = exercise(id, about: card.service, from: &draw)
    if !card.aids.isEmpty {
      exercise.question.explanation += " To remember it: " + card.aids.joined(separator: " ")
    }
    return exercise
  }

  private func exercise(
    _ id: String, about service: Service, from draw: inout CaseDraw
  ) -> Exercise {
    let pool = ServiceTable.core + ServiceTable.interview
    let asksPort = draw.chance(oneIn: 2)
    if draw.level > .easy {
      if asksPort, !service.isGivenAway(by: service.purpose) {
        return TypedPortExercise(service).typePort(id)
      }
      if !asksPort, service.canBeTyped { return TypedPortExercise(service).typeService(id) }
    }
    let exercise = ChosenPortExercise(service, pool: pool)
    return asksPort ? exercise.choosePort(id, from: &draw) : exercise.chooseService(id, from: &draw)
  }
}

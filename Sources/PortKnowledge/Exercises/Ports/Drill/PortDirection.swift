/// The two ways to know a port.
public enum PortDirection: String, Hashable, Sendable, CaseIterable {
  /// From the service to its number.
  case number
  /// From the number to its service.
  case service

  /// A question about a service: typed where an answer can be typed without doubt, otherwise chosen
  /// among four.
  ///
  /// The same service, direction and seed give the same question.
  ///
  /// - Parameters:
  ///   - service: What is asked about.
  ///   - seed: Chooses the wrong answers, and how all are mixed.
  ///   - isChosen: Whether the answer is always chosen among four.
  /// - Returns: The question; its id names the port and the direction alone.
  public func question(about service: Service, seed: UInt64, isChosen: Bool = false) -> Question {
    let id = "port:\(service.portAndTransports):\(rawValue)"
    var draw = CaseDraw(seed: seed, level: .medium, salt: 0x51AB_7E11_0F3D_9C25)
    let typed = TypedPortExercise(service)
    let chosen = ChosenPortExercise(service, pool: ServiceTable.core + ServiceTable.interview)
    switch self {
    case .number where !isChosen && !service.isGivenAway(by: service.purpose):
      return typed.typePort(id).question
    case .number: return chosen.choosePort(id, from: &draw).question
    case .service where !isChosen && service.canBeTyped: return typed.typeService(id).question
    case .service: return chosen.chooseService(id, from: &draw).question
    }
  }
}

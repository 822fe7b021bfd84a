/// Typing the endpoint by which a second connection differs from a first one.
struct OtherEndpointExercise {
  private let pair: TuplePair
  private let shared: Endpoint
  private let own: Endpoint
  private let other: Endpoint

  /// An exercise about two tuples that have exactly one endpoint in common; nil for others.
  init?(_ pair: TuplePair) {
    let both = pair.first.endpoints.intersection(pair.second.endpoints)
    guard pair.relation == .oneEndpoint, let shared = both.first,
      let own = pair.first.endpoints.subtracting(both).first,
      let other = pair.second.endpoints.subtracting(both).first
    else { return nil }
    self.pair = pair
    self.shared = shared
    self.own = own
    self.other = other
  }

  /// The question under its id.
  func question(_ id: String) -> Question {
    Question(
      id: id, topic: ExerciseTopic.tuples.rawValue,
      prompt: "These 5-tuples have one endpoint in common. Type the endpoint of 2 that is not in "
        + "1, as address and port, written as in the figure.",
      figure: pair.figure.lines,
      kind: .entry(
        Question.Entry(accepted: [other.description], mistakes: mistakes, form: .endpoint)),
      explanation: "An endpoint is an address with its port (RFC 9293, section 3.4.1). Both have "
        + "\(shared); 1 joins it to \(own), 2 to \(other).",
      hints: [
        "An endpoint is an address and a port together. Each packet has two of them.",
        "Cross out the endpoint that is in both, even if it is the source of one and the "
          + "destination of the other.",
        "Both have \(shared). What is left of 2?",
      ])
  }

  /// Both tuples and the endpoint in question, for other programs.
  var caseValue: CaseValue {
    guard case .object(var members) = pair.caseValue else { return pair.caseValue }
    members["asked"] = "otherEndpoint"
    members["answer"] = CaseValue(other)
    return .object(members)
  }

  private var mistakes: [Question.Entry.Mistake] {
    let candidates: [(Endpoint, String)] = [
      (shared, "\(shared) is in both."),
      (own, "\(own) is in 1, not in 2."),
      (
        Endpoint(other.address, shared.port),
        "That joins an address with the port of the other endpoint: "
          + "\(other.address) has \(other.port) here."
      ),
      (
        Endpoint(shared.address, other.port),
        "That joins an address with the port of the other endpoint: "
          + "\(shared.address) has \(shared.port) here."
      ),
    ]
    var seen: Set<Endpoint> = [other]
    return candidates.filter { seen.insert($0.0).inserted }.map {
      Question.Entry.Mistake($0.0.description, explanation: $0.1)
    }
  }
}

/// An answer with its reason: whether two tuples are one connection, and by what one sees it.
///
/// Exactly one of them is right for every pair that the exercise makes.
enum ConnectionReason: CaseIterable {
  case sameAsTheyStand
  case sameTurnedRound
  case otherProtocol
  case oneEndpoint
  case crossed

  /// The reason that fits a relation.
  init?(_ relation: TupleRelation) {
    switch relation {
    case .identical: self = .sameAsTheyStand
    case .reversed: self = .sameTurnedRound
    case .otherProtocol: self = .otherProtocol
    case .oneEndpoint: self = .oneEndpoint
    case .crossed: self = .crossed
    case .noEndpoint: return nil
    }
  }

  /// The answer as it is offered.
  var text: String {
    switch self {
    case .sameAsTheyStand: "the same: all five fields agree as they stand"
    case .sameTurnedRound: "the same: 2 is 1 in the other direction"
    case .otherProtocol: "distinct: the same endpoints, but another protocol"
    case .oneEndpoint: "distinct: exactly one endpoint is in both"
    case .crossed: "distinct: the same values, but paired differently"
    }
  }

  /// Why this answer is wrong for a pair; its reason where it is right.
  func explanation(for pair: TuplePair) -> String {
    if ConnectionReason(pair.relation) == self { return pair.reason }
    switch self {
    case .sameAsTheyStand where pair.relation == .reversed:
      return "Source and destination have changed places. " + pair.reason
    case .sameTurnedRound where pair.relation == .identical:
      return "Both go in the same direction: source and destination stand alike."
    case .sameAsTheyStand, .sameTurnedRound:
      return pair.reason
    case .otherProtocol:
      return "Both are \(pair.first.transport.name). " + pair.reason
    case .oneEndpoint where pair.relation == .crossed:
      return "No endpoint is in both, although every value is. " + pair.reason
    case .oneEndpoint:
      return "Both endpoints are in both: \(pair.first.source) and \(pair.first.destination)."
    case .crossed where pair.relation == .oneEndpoint:
      return "The values are not the same. " + pair.reason
    case .crossed:
      return "Each address has the same port in both: "
        + "\(pair.first.source) and \(pair.first.destination)."
    }
  }
}

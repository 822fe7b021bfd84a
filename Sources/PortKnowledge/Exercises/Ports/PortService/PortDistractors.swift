/// Chooses wrong answers: first what people really mix up, then what looks alike, then anything.
struct PortDistractors {
  /// The service that is the right answer.
  let service: Service
  /// The rows that may fill up the places.
  let pool: [Service]

  /// As many other services as asked for, all with different names and numbers.
  ///
  /// Where `allowSameNumber` is set, the service on the right number over the other protocol may
  /// be among them.
  func pick(
    _ count: Int, allowSameNumber: Bool, using generator: inout SeededGenerator
  ) -> [Service] {
    var picked: [Service] = []
    for source in Source.allCases where picked.count < count {
      for candidate in candidates(source).shuffled(using: &generator) where picked.count < count {
        if isUsable(candidate, beside: picked, allowSameNumber: allowSameNumber) {
          picked.append(candidate)
        }
      }
    }
    return picked
  }

  /// Where wrong answers come from, the best source first.
  private enum Source: CaseIterable {
    case partners
    case lookalikes
    case sameGroup
    case pool
  }

  private func candidates(_ source: Source) -> [Service] {
    switch source {
    case .partners: PortConfusions.partners(of: service)
    case .lookalikes: PortConfusions.lookalikes(of: service)
    case .sameGroup: service.groups.flatMap(ServiceTable.services(in:))
    case .pool: pool
    }
  }

  private func isUsable(
    _ candidate: Service, beside picked: [Service], allowSameNumber: Bool
  ) -> Bool {
    guard candidate.port != 0, candidate != service,
      allowSameNumber || candidate.port != service.port,
      !PortConfusions.areSame(candidate, service)
    else { return false }
    return !picked.contains {
      $0.port == candidate.port || PortConfusions.areSame($0, candidate)
    }
  }
}

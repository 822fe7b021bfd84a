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
    _ count: Int, allowSameNumber: Bool, from draw: inout CaseDraw
  ) -> [Service] {
    var picked: [Service] = []
    for source in Source.allCases where picked.count < count {
      for candidate in draw.shuffle(candidates(source)) where picked.count < count {
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
    case kin
    case lookalikes
    case sameGroup
    case sameLength
    case pool
  }

  private func candidates(_ source: Source) -> [Service] {
    switch source {
    case .partners: PortConfusions.partners(of: service)
    case .kin: PortConfusions.kin(of: service)
    case .lookalikes: PortConfusions.lookalikes(of: service)
    case .sameGroup: service.groups.flatMap(ServiceTable.services(in:))
    case .sameLength: pool.filter { Self.length(of: $0.port) == Self.length(of: service.port) }
    case .pool: pool
    }
  }

  /// How many digits a number has: one that is shorter or longer is easily ruled out.
  private static func length(of port: PortNumber) -> Int {
    switch port.rawValue {
    case ..<10: 1
    case ..<100: 2
    case ..<1000: 3
    case ..<10_000: 4
    default: 5
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

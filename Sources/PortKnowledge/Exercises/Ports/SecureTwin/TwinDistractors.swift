/// Wrong numbers for the second port of a service, and for the first one: what is mixed up with
/// either of them, the best confusions first.
struct TwinDistractors {
  private let service: Service
  private let twin: Service

  /// The numbers for a service with its second port.
  init(_ service: Service, _ twin: Service) {
    self.service = service
    self.twin = twin
  }

  // MARK: For the second port

  /// All numbers, the second ports of related services first; shuffled within their kind where a
  /// draw is given.
  func all(from draw: CaseDraw?) -> [PortNumber] {
    let near = PortConfusions.partners(of: twin) + PortConfusions.partners(of: service)
    let group = service.groups.flatMap(ServiceTable.services(in:))
    let related = Self.twinPorts.filter { port in
      (near + group).contains { $0.port == port || $0.twin?.port == port }
    }
    // DNS over HTTPS has 443, so that is no wrong answer for DNS.
    let excluded: Set<PortNumber> =
      service.port == 53 ? [0, 53, 853, 443] : [0, service.port, twin.port]
    return Self.ordered(
      [
        related, near.map(\.port), PortConfusions.lookalikes(of: twin).map(\.port), Self.twinPorts,
      ], without: excluded, from: draw)
  }

  /// So many of them, of which at most two are second ports of other services.
  func pick(_ count: Int, from draw: inout CaseDraw) -> [PortNumber] {
    let all = all(from: draw)
    let twins = all.filter(Self.twinPorts.contains).prefix(2)
    let others = all.filter { !Self.twinPorts.contains($0) }
    return Array((Array(twins) + others + all.filter { !twins.contains($0) }).prefix(count))
  }

  private static let twinPorts: [PortNumber] = ServiceTable.all.compactMap { $0.twin?.port }

  // MARK: For the first port

  /// All numbers, without ports on which the same protocol is met too.
  func allPlain(from draw: CaseDraw?) -> [PortNumber] {
    let sources = [
      PortConfusions.partners(of: service) + PortConfusions.partners(of: twin),
      PortConfusions.kin(of: service) + service.groups.flatMap(ServiceTable.services(in:)),
      PortConfusions.lookalikes(of: service),
    ]
    return Self.ordered(
      sources.map { $0.map(\.port) }, without: [0, service.port, twin.port, 8080, 2525], from: draw)
  }

  private static func ordered(
    _ sources: [[PortNumber]], without excluded: Set<PortNumber>, from draw: CaseDraw?
  ) -> [PortNumber] {
    var draw = draw
    var seen = excluded
    return sources.flatMap { draw?.shuffle($0) ?? $0 }.filter { seen.insert($0).inserted }
  }
}

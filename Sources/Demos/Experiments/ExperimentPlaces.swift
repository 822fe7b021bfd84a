import PortKnowledge
import Sockets

/// Which loopback address and which free port play the addresses and ports of a case.
struct ExperimentPlaces {
  private let experiment: Experiment
  private var ports: [PortNumber: PortNumber] = [:]

  /// The places of an experiment; ports are chosen by ``prepare()``.
  init(_ experiment: Experiment) {
    self.experiment = experiment
  }

  /// Chooses a free port for every port of the case.
  mutating func prepare() throws(ExperimentObstacle) {
    for range in ranges where range.contains(where: { ports[$0] == nil }) {
      let first = try Self.freePorts(range.count, among: Self.kernelsOwn)
      for (offset, port) in range.enumerated() {
        ports[port] = PortNumber(first.rawValue + UInt16(offset))
      }
    }
    for port in usedPorts.sorted() where ports[port] == nil {
      var free = try Self.freePorts(1)
      while ports.values.contains(free) { free = try Self.freePorts(1) }
      ports[port] = free
    }
  }

  /// What really is bound or called in the place of an endpoint of the case.
  func real(_ endpoint: Endpoint) -> Endpoint {
    Endpoint(
      experiment.standIns[endpoint.address] ?? endpoint.address,
      ports[endpoint.port] ?? endpoint.port)
  }

  /// An option's value, with the real ports in a port range.
  func real(_ value: Int, of option: ExperimentOption) -> Int {
    guard option == .localPortRange, let range = Self.range(value), let first = ports[range[0]]
    else { return value }
    return (Int(first.rawValue) + range.count - 1) << 16 | Int(first.rawValue)
  }

  /// An endpoint of the kernel as the case knows it.
  func shown(_ endpoint: Endpoint) -> ExperimentOutcome {
    .endpoint(shown(endpoint.address), shown(endpoint.port))
  }

  /// An endpoint of the kernel with the address and port of the case, where the case has them.
  func known(_ endpoint: Endpoint) -> Endpoint {
    guard case .known(let port) = shown(endpoint.port) else {
      return Endpoint(shown(endpoint.address), endpoint.port)
    }
    return Endpoint(shown(endpoint.address), port)
  }

  /// An address of the kernel as the case knows it.
  func shown(_ address: IPAddress) -> IPAddress {
    let keys = experiment.standIns.filter { $0.value == address }.keys
    return keys.count == 1 ? keys.first ?? address : address
  }

  /// A port of the kernel as the case knows it.
  func shown(_ port: PortNumber) -> ExperimentOutcome.SeenPort {
    if port == 0 { return .none }
    if let known = ports.first(where: { $0.value == port })?.key { return .known(known) }
    return experiment.fixedPorts.contains(port) ? .known(port) : .chosen
  }

  /// What played what, one sentence each.
  var sentences: [String] {
    let addresses = experiment.standIns.sorted { $0.key < $1.key }
      // A mapped address is the IPv4 one in it, which is named already.
      .filter { $0.key != $0.value && $0.key == $0.key.unmapped }
      .map { "\($0.key) is played by \($0.value)" }
    let numbers = ports.sorted { $0.key < $1.key }.map { "port \($0.key) by \($0.value)" }
    return addresses + numbers
  }

  // MARK: What the case uses

  private var usedPorts: Set<PortNumber> {
    var used: Set<PortNumber> = []
    for step in experiment.steps {
      switch step.call {
      case .bind(let endpoint), .connect(let endpoint), .beginConnect(let endpoint),
        .sendTo(_, let endpoint), .spread(_, let endpoint, _), .fill(_, let endpoint):
        used.insert(endpoint.port)
      default:
        break
      }
    }
    return used.subtracting(experiment.fixedPorts).subtracting([0])
  }

  private var ranges: [[PortNumber]] {
    experiment.steps.compactMap { step in
      guard case .set(.localPortRange, let value) = step.call else { return nil }
      return Self.range(value)
    }
  }

  /// The ports of an IP_LOCAL_PORT_RANGE value; nil where it names none.
  private static func range(_ value: Int) -> [PortNumber]? {
    let low = value & 0xFFFF
    let high = value >> 16 & 0xFFFF
    guard low > 0, high >= low else { return nil }
    return (low...high).compactMap { PortNumber(exactly: $0) }
  }

  // MARK: Free ports

  /// Below the range from which the kernel serves others on most machines.
  private static let candidates: ClosedRange<UInt16> = 11_000...32_000

  /// The range from which the kernel serves everybody: one of a socket's own counts only inside it
  /// (IP_LOCAL_PORT_RANGE in ip(7)).
  private static var kernelsOwn: ClosedRange<UInt16> {
    let range = (try? KernelSettings.localPortRange()) ?? PortFacts.linuxEphemeralRange
    return range.lowerBound.rawValue...range.upperBound.rawValue
  }

  /// The first of so many ports in a row that nothing uses, for TCP and UDP, IPv4 and IPv6.
  private static func freePorts(
    _ count: Int, among range: ClosedRange<UInt16> = candidates
  ) throws(ExperimentObstacle) -> PortNumber {
    for _ in 0..<200 {
      let last = Int(range.upperBound) - count + 1
      guard last > Int(range.lowerBound) else { break }
      let first = UInt16.random(in: range.lowerBound...UInt16(last))
      if (0..<UInt16(count)).allSatisfy({ isFree(PortNumber(first + $0)) }) {
        return PortNumber(first)
      }
    }
    throw ExperimentObstacle(
      "No free ports were found between \(range.lowerBound) and \(range.upperBound).")
  }

  private static func isFree(_ port: PortNumber) -> Bool {
    for transport in TransportProtocol.allCases {
      do throws(SocketError) {
        // Without options and on every address: nothing else may hold it, not even TIME-WAIT.
        try Socket(transport).bind(to: Endpoint(.any, port))
        try Socket(transport, family: .ipv6).bind(to: Endpoint(.any6, port))
      } catch {
        guard error.errorName == "EAFNOSUPPORT" else { return false }
      }
    }
    return true
  }
}

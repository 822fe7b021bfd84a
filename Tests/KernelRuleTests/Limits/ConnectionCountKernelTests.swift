import PortKnowledge
import Sockets
import TestSupport
import Testing

/// The count of connections against the running kernel: ports of a tiny range until none is left.
@Suite(
  "The number of connections in the kernel",
  .enabled(if: SmallRange.isKnown, "this kernel does not know IP_LOCAL_PORT_RANGE (Linux 6.3)"))
struct ConnectionCountKernelTests {
  /// The sets of a case, and what is in the way.
  private struct Example {
    var count: ConnectionCount
    var open = 0
    var timeWait = 0
    var hasListener = false

    init(using generator: inout SeededGenerator) {
      func random(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
      let choice = ConnectionCount.PortChoice.allCases[random(0...1)]
      // Of an odd number, bind() leaves out the last.
      let ports = choice == .atBind ? 2 * random(1...3) : random(2...6)
      count = ConnectionCount(
        sourceAddresses: random(1...3), sourcePorts: ports, destinationAddresses: random(1...3),
        destinationPorts: random(1...2), choice: choice)
      switch random(0...3) {
      case 0: open = random(1...ports - 1)
      case 1: timeWait = random(1...min(3, ports - 1))
      // For bind() a listener on another address is not in the way.
      case 2 where choice == .atConnect: hasListener = true
      default: break
      }
      count.inUse = open + timeWait
      count.blockedPorts = hasListener ? 1 : 0
    }
  }

  @Test("is the product that the rule says, less what is taken")
  func product() throws {
    for index in 0..<KernelSweep.count(120) {
      let seed = 18_000_000 + UInt64(index)
      var generator = SeededGenerator(seed: seed)
      let example = Example(using: &generator)
      let result = try measure(example, using: &generator)
      #expect(result.opened == example.count.most, "seed \(seed): \(example)")
      #expect(
        result.errors == [example.count.choice.refusal.error], "seed \(seed): \(result.errors)")
    }
  }

  // MARK: Asking the kernel

  private func measure(
    _ example: Example, using generator: inout SeededGenerator
  ) throws -> (opened: Int, errors: Set<String>) {
    let count = example.count
    let sources = (0..<count.sourceAddresses).map { IPAddress.octets(127, 0, 0, 61 + UInt8($0)) }
    let listeners = try (0..<count.destinationAddresses).flatMap { address in
      try (0..<count.destinationPorts).map { _ in
        let socket = try Socket(.tcp)
        try socket.bind(to: Endpoint(.octets(127, 0, 0, 71 + UInt8(address)), 0))
        try socket.listen(backlog: 128)
        return HeldSocket(socket)
      }
    }
    let targets = try listeners.map { try $0.socket.localEndpoint() }
    let found = try SmallRange(count: count.sourcePorts, using: &generator)
    let range = try #require(found)
    var held: [HeldSocket] = []
    if example.hasListener {
      let port = UInt16.random(in: range.ports, using: &generator)
      let socket = try Socket(.tcp)
      try socket.bind(to: Endpoint(.octets(127, 0, 0, 81), PortNumber(port)))
      try socket.listen()
      held.append(HeldSocket(socket))
    }
    for _ in 0..<example.timeWait {
      try leaveTimeWait(range, from: sources[0], listeners[0], targets[0], count.choice)
    }
    for _ in 0..<example.open {
      held.append(try range.connect(from: sources[0], to: targets[0], count.choice))
    }
    var pairs = sources.flatMap { source in targets.map { (source: source, target: $0) } }
    var opened = 0
    var errors: Set<String> = []
    while !pairs.isEmpty {
      // In any order: what is left at the end does not depend on it.
      let index = Int.random(in: pairs.indices, using: &generator)
      do throws(SocketError) {
        held.append(
          try range.connect(from: pairs[index].source, to: pairs[index].target, count.choice))
        opened += 1
      } catch {
        errors.insert(error.errorName)
        pairs.remove(at: index)
      }
    }
    return (opened, errors)
  }

  /// A connection that its client closes first.
  private func leaveTimeWait(
    _ range: SmallRange, from source: IPAddress, _ listener: HeldSocket, _ target: Endpoint,
    _ choice: ConnectionCount.PortChoice
  ) throws {
    let client = try range.connect(from: source, to: target, choice)
    _ = try listener.socket.wait(for: .reading, timeout: .seconds(2))
    guard let accepted = try listener.socket.accept()?.take() else {
      Issue.record("accept() returned nothing")
      return
    }
    try client.socket.shutdown(.writing)
    _ = try accepted.wait(for: .reading, timeout: .seconds(2))
    try accepted.close()
    _ = try client.socket.wait(for: .reading, timeout: .seconds(2))
  }
}

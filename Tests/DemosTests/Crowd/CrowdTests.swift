import Demos
import PortKnowledge
import Testing

@Suite("The crowd")
struct CrowdTests {
  private let limits = CrowdLimits(
    descriptors: 20_000, ephemeralPorts: 28_232, memory: 8_000_000_000)

  @Test("is shared out so that every process has descriptors for both ends")
  func sharing() {
    let alone = CrowdPlan(clients: 9_900, limits: limits)
    #expect(alone.shares.map(\.clients) == [9_900])
    let many = CrowdPlan(clients: 100_000, limits: limits)
    #expect(many.shares.count == 11)
    #expect(many.shares.reduce(0) { $0 + $1.clients } == 100_000)
    #expect(many.shares.allSatisfy { $0.clients <= limits.perProcess })
    for (one, next) in zip(many.shares, many.shares.dropFirst()) {
      #expect(next.first == one.first + one.clients)
    }
    #expect(many.source(of: 0) == .octets(127, 1, 0, 1))
    #expect(many.source(of: 99_999).isLoopback)
    #expect(many.sources == 29)
  }

  @Test("names what limits it")
  func limit() {
    #expect(limits.largest.clients == 100_000)
    let poor = CrowdLimits(descriptors: 2048, ephemeralPorts: 28_232, memory: 240_000_000)
    #expect(poor.largest.clients == 10_000 && poor.largest.because.contains("memory"))
    let few = CrowdLimits(descriptors: 256, ephemeralPorts: 28_232, memory: 8_000_000_000)
    #expect(few.perProcess == 28)
    #expect(few.largest.clients == 28 * 78 && few.largest.because.contains("descriptors"))
    let narrow = CrowdLimits(descriptors: 20_000, ephemeralPorts: 80, memory: 8_000_000_000)
    #expect(narrow.largest.clients == 2_500 && narrow.largest.because.contains("ephemeral"))
    let closed = CrowdLimits(descriptors: 100, ephemeralPorts: 80, memory: 0)
    #expect(closed.largest.clients == 0)
  }

  @Test("connects, is proven distinct by the kernel's table, and leaves nothing behind")
  func run() throws {
    let found = CrowdLimits.read()
    #expect(found.descriptors > 256 && found.ephemeralPorts > 1000 && found.memory > 100_000_000)
    let clients = min(600, found.perProcess)
    let crowd = Crowd(plan: CrowdPlan(clients: clients, limits: found), helper: [])
    let ran = try crowd.run { _ in true }
    let result = try #require(ran)
    #expect(result.proof.isProven && result.proof.connections == clients)
    #expect(result.proof.clientRows == clients && result.proof.serverPorts == 1)
    let left = try KernelRows.count(at: result.server)
    #expect(left == 0)
  }

  @Test("ends early where it is told to")
  func early() throws {
    let crowd = Crowd(plan: CrowdPlan(clients: 500, limits: limits), helper: [])
    var isAsked = false
    let result = try crowd.run { _ in
      isAsked = true
      return false
    }
    #expect(result == nil && isAsked)
  }
}

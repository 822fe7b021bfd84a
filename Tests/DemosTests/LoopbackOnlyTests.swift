import Demos
import PortKnowledge
import Testing

/// What every demo calls, judged by the log of its calls.
@Suite("Every demo stays on loopback")
struct LoopbackOnlyTests {
  private static let names = DemoCatalog.all.map(\.id)
  /// Calls that name an address.
  private static let naming: Set<String> = ["bind", "connect", "sendto"]

  @Test("No call names an address of a network", arguments: names)
  func addresses(name: String) throws {
    let demo = try #require(DemoCatalog.demo(named: name))
    var tied: Set<Substring> = []
    for call in DemoDriver(demo).run().calls {
      let descriptor = call.arguments.prefix { $0 != "," }
      if call.name == "setsockopt", call.arguments.contains("SO_BINDTODEVICE") {
        tied.insert(descriptor)
      }
      if call.name == "close" { tied.remove(Substring(call.arguments)) }
      guard Self.naming.contains(call.name),
        let text = call.arguments.split(separator: " ").last.map(String.init),
        let endpoint = Endpoint(text)
      else { continue }
      let isHeld = endpoint.address.isWildcard && tied.contains(descriptor)
      #expect(endpoint.address.unmapped.isLoopback || isHeld, "\(call)")
    }
  }
}

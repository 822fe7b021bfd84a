import PortKnowledge
import Testing

@Suite("Where a service is encrypted")
struct ServiceProtectionTests {
  private func row(
    _ port: PortNumber, _ transports: Service.Transports? = nil
  ) throws -> Service {
    let rows = ServiceTable.services(on: port)
    return try #require(rows.first { transports == nil || $0.transports == transports })
  }

  @Test("is on a second port, on the same one, in another protocol, or built in")
  func ways() throws {
    let expected: [(PortNumber, ServiceProtection)] = [
      (80, .secondPort(443)), (143, .secondPort(993)), (110, .secondPort(995)),
      (389, .secondPort(636)), (587, .secondPort(465)), (53, .secondPort(853)),
      (21, .secondPort(990)), (5060, .secondPort(5061)), (5672, .secondPort(5671)),
      (25, .samePort), (3306, .samePort), (5432, .samePort), (1433, .samePort), (631, .samePort),
      (23, .otherProtocol(22)), (513, .otherProtocol(22)),
      (22, .builtIn), (51820, .builtIn), (443, .builtIn), (993, .builtIn),
    ]
    for (port, protection) in expected {
      #expect(ServiceProtection(of: try row(port)) == protection, "\(port)")
    }
    #expect(ServiceProtection(of: try row(514, .udp)) == .secondPort(6514), "syslog")
    #expect(ServiceProtection(of: try row(514, .tcp)) == .otherProtocol(22), "rsh")
    #expect(ServiceProtection(of: try row(123)) == nil, "NTS is more than a number")
  }

  @Test("is said alike by the table's phrase about the safer alternative")
  func phrases() throws {
    for service in ServiceTable.all {
      let phrase = service.secureTwin
      let numbers = phrase.split { !$0.isNumber }.map(String.init)
      switch ServiceProtection(of: service) {
      case .secondPort(let port)?:
        #expect(numbers.contains(port.description), "\(service.commonName): \(phrase)")
        let twin = try #require(service.twin)
        #expect(twin.port == port && ServiceProtection(of: twin) == .builtIn || port == 8443)
        let isOverTLS = ["over TLS", "TLS", "DTLS", "HTTPS", "encrypted"].contains {
          twin.purpose.contains($0) || twin.commonName.contains($0)
        }
        #expect(isOverTLS, "\(twin.commonName): \(twin.purpose)")
      case .samePort?:
        let isSame =
          phrase.contains("same port") || phrase.contains("same number")
          || phrase.contains("STARTTLS on \(service.port)")
        #expect(isSame, "\(service.commonName): \(phrase)")
      case .otherProtocol(let port)?:
        #expect(phrase.contains("(\(port))"), "\(service.commonName): \(phrase)")
      case .builtIn?:
        #expect(phrase.hasPrefix("already"), "\(service.commonName): \(phrase)")
      case nil:
        #expect(!phrase.hasPrefix("already"), "\(service.commonName)")
      }
    }
  }

  @Test("has no second port twice, except where two services really share one")
  func uniqueness() {
    let twins = ServiceTable.all.compactMap { service in
      service.twin.map { ($0.port, service.port) }
    }
    let shared = Dictionary(grouping: twins, by: \.0).filter { $0.value.count > 1 }
    #expect(Set(shared.keys) == [2083, 2484], "RADIUS's two ports, and Oracle's two")
    #expect(twins.count == 24)
  }
}

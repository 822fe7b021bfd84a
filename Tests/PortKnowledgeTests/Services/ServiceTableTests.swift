import PortKnowledge
import Testing

@Suite("The port table")
struct ServiceTableTests {
  @Test("has all rows of each tier")
  func counts() {
    let tiers = Dictionary(grouping: ServiceTable.all, by: \.tier).mapValues(\.count)
    #expect(tiers == [.core: 22, .interview: 74, .extended: 143])
  }

  @Test("is sorted by port and holds no port and protocol twice")
  func order() {
    let ports = ServiceTable.all.map(\.port)
    #expect(ports == ports.sorted())
    var seen: Set<String> = []
    for service in ServiceTable.all {
      for transport in service.transports.list {
        #expect(seen.insert("\(service.port)/\(transport.rawValue)").inserted, "\(service)")
      }
    }
  }

  @Test("has two rows only for 514, by protocol")
  func sharedNumber() {
    let twice = Dictionary(grouping: ServiceTable.all, by: \.port).filter { $0.value.count > 1 }
    #expect(twice.keys.map(\.rawValue) == [514])
    #expect(ServiceTable.services(on: 514).map(\.commonName) == ["rsh", "Syslog"])
    #expect(ServiceTable.services(on: 514).map(\.transports) == [.tcp, .udp])
  }

  @Test("has texts that fit a line and hold nothing but printable ASCII")
  func texts() {
    for service in ServiceTable.all { checkTexts(of: service) }
  }

  private func checkTexts(of service: Service) {
    let texts =
      service.names + service.registryNames + [service.purpose, service.secureTwin]
      + [service.confusion]
    for text in texts {
      #expect(text.count <= 100, "\(text)")
      #expect(text.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(text)")
      #expect(text == text.split(separator: " ").joined(separator: " "), "\(text)")
      #expect(!text.hasSuffix("."), "\(text)")
    }
    // Both are put in brackets in sentences.
    #expect(!(service.commonName + service.purpose).contains { "()".contains($0) })
    #expect(!service.commonName.isEmpty)
    #expect(!service.purpose.isEmpty)
    #expect(service.names.allSatisfy { !$0.isEmpty })
    #expect(Set(service.names).count == service.names.count)
  }

  @Test("lists every registered name among the names of the registry")
  func registry() {
    for service in ServiceTable.all { checkRegistry(of: service) }
  }

  private func checkRegistry(of service: Service) {
    if let name = service.ianaName {
      #expect(service.registryNames.contains(name))
      #expect(service.registryLabel == name)
      #expect(service.range != .dynamic, "IANA assigns no dynamic port")
    } else {
      #expect(service.registryLabel == (service.port == 0 ? "reserved" : "habit"))
    }
    if service.range == .dynamic {
      #expect(service.registryNames.isEmpty)
    }
  }

  @Test("splits common names at spaced slashes only")
  func commonNames() throws {
    let names = ["MySQL", "MariaDB"]
    #expect(try #require(ServiceTable.services(on: 3306).first).commonNames == names)
    #expect(try #require(ServiceTable.services(on: 44818).first).commonNames == ["EtherNet/IP"])
    #expect(try #require(ServiceTable.services(on: 502).first).commonNames == ["Modbus/TCP"])
  }

  @Test("has the drill groups with their ports")
  func groups() {
    func ports(_ group: ServiceGroup) -> [UInt16] {
      ServiceTable.services(in: group).map(\.port.rawValue)
    }
    #expect(ports(.mail) == [25, 110, 143, 465, 587, 993, 995])
    #expect(ports(.web) == [80, 443, 3000, 5173, 8000, 8080, 8443])
    #expect(ports(.remoteAccess) == [22, 23, 3389, 5900, 5985])
    #expect(ports(.naming) == [53, 67, 68, 123, 853, 5353])
    #expect(ports(.files) == [20, 21, 69, 445, 873, 990, 2049])
    #expect(ports(.databases) == [1433, 1521, 3306, 5432, 6379, 9042, 9200, 11211, 27017])
    #expect(ports(.directory) == [49, 88, 389, 636, 1812])
    #expect(ports(.queues) == [1883, 4222, 5672, 9092])
    #expect(ports(.monitoring) == [161, 162, 514, 9090, 9100, 10050])
    #expect(ports(.containers) == [2375, 2376, 2377, 2379, 6443, 10250, 30000])
    #expect(ports(.tunnels) == [500, 1194, 1701, 4500, 4789, 51820])
    #expect(ports(.neverExpose) == [111, 135, 445, 2375, 5005, 5555, 6379, 9229, 11211])
  }

  @Test("writes port and protocols as people do")
  func labels() throws {
    #expect(try #require(ServiceTable.services(on: 443).first).portAndTransports == "443/tcp+udp")
    #expect(try #require(ServiceTable.services(on: 123).first).portAndTransports == "123/udp")
  }
}

import Foundation
import PortKnowledge
import Testing

/// Where IANA's service-names-port-numbers.csv is, if the machine has it.
private let registryPath = ProcessInfo.processInfo.environment["PORTSIDE_IANA_CSV"]

@Suite("The port table against IANA's registry")
struct RegistryTests {
  @Test(
    "lists for each port what the registry lists",
    .enabled(if: registryPath != nil, "PORTSIDE_IANA_CSV does not name the registry's CSV file"))
  func registryNames() throws {
    let path = try #require(registryPath)
    let rows = Self.records(try String(contentsOfFile: path, encoding: .utf8)).dropFirst()
    var assigned: [String: Set<String>] = [:]
    for row in rows where row.count > 2 && !row[0].isEmpty {
      for port in Self.ports(row[1]) {
        // A few very old rows name no protocol and stand for both.
        for transport in row[2].isEmpty ? ["tcp", "udp"] : [row[2]] {
          assigned["\(port)/\(transport)", default: []].insert(row[0])
        }
      }
    }
    try #require(assigned.count > 10_000)
    for service in ServiceTable.all {
      let listed = service.transports.list.map { transport in
        assigned["\(service.port)/\(transport.rawValue)"] ?? []
      }
      let all = listed.reduce(into: Set<String>()) { $0.formUnion($1) }
      #expect(Set(service.registryNames) == all, "\(service.portAndTransports)")
      // What a row claims as its own must be assigned over every protocol that it names.
      guard let name = service.ianaName else { continue }
      let missing = zip(service.transports.list, listed).filter { !$0.1.contains(name) }.map(\.0)
      #expect(missing.isEmpty, "\(service.portAndTransports): \(name)")
    }
  }

  @Test(
    "agrees with /etc/services wherever that has the name",
    .enabled(if: FileManager.default.fileExists(atPath: "/etc/services"), "no /etc/services here"))
  func systemServices() throws {
    let text = try String(contentsOfFile: "/etc/services", encoding: .utf8)
    var ports: [String: Set<UInt16>] = [:]
    for line in text.split(separator: "\n") {
      let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      guard words.count > 1 else { continue }
      let place = words[1].split(separator: "/")
      guard place.count == 2, let port = UInt16(place[0]) else { continue }
      for name in [words[0]] + words.dropFirst(2) {
        ports["\(name.lowercased())/\(place[1])", default: []].insert(port)
      }
    }
    var confirmed = 0
    var unknown: [String] = []
    for service in ServiceTable.all {
      let names = [service.ianaName].compactMap(\.self) + service.aliases
      for name in names {
        let listed = service.transports.list.compactMap {
          ports["\(name.lowercased())/\($0.rawValue)"]
        }
        // An alias stands in the file for one protocol only, as syslog does for 514.
        let isRight = listed.contains { $0.contains(service.port.rawValue) }
        confirmed += isRight ? 1 : 0
        if listed.isEmpty { unknown.append(name) }
        #expect(
          isRight || listed.isEmpty, "\(name) is \(listed), not \(service.portAndTransports)")
      }
    }
    // Every distribution lists the well-known ones; what it leaves out is not claimed by it.
    #expect(confirmed > 60, "not in the file: \(unknown)")
  }

  private static func ports(_ text: String) -> ClosedRange<Int> {
    let bounds = text.split(separator: "-").compactMap { Int($0) }
    guard let first = bounds.first, let last = bounds.last else { return -1 ... -1 }
    return first...last
  }

  /// The records of a CSV text (RFC 4180), in which quoted fields may span lines.
  private static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    for byte in text.utf8 where byte != 0x0D {
      switch byte {
      case 0x22:
        isQuoted.toggle()
      case 0x2C where !isQuoted:
        record.append(String(decoding: field, as: UTF8.self))
        field = []
      case 0x0A where !isQuoted:
        records.append(record + [String(decoding: field, as: UTF8.self)])
        record = []
        field = []
      default:
        field.append(byte)
      }
    }
    return records
  }
}

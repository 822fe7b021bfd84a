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
      let listed = service.transports.list.reduce(into: Set<String>()) { names, transport in
        names.formUnion(assigned["\(service.port)/\(transport.rawValue)"] ?? [])
      }
      #expect(Set(service.registryNames) == listed, "\(service.portAndTransports)")
    }
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

import Foundation
import Glibc
import TestSupport
import Testing

@Suite(
  "What the lessons say of names in tools",
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ss"), "ss is missing"))
struct ToolClaimTests {
  @Test("without -n ss prints the name of a port from the list, whoever listens there")
  func names() async throws {
    let listener = try RawSocket()
    // The first port of the list that nobody has.
    let services = try String(contentsOfFile: "/etc/services", encoding: .utf8)
    let named = services.split(separator: "\n").compactMap { line -> (String, UInt16)? in
      let words = line.split(whereSeparator: \.isWhitespace)
      guard words.count > 1, words[1].hasSuffix("/tcp"), let port = UInt16(words[1].dropLast(4)),
        port > 1023
      else { return nil }
      return (String(words[0]), port)
    }
    let (name, port) = try #require(
      named.first { _, port in RawSocket.code { try listener.bind(port) } == nil })
    try listener.listen()
    let told = try await Command("/usr/bin/ss", ["-tlH", "sport = :\(port)"]).run()
    #expect(told.output.contains("127.0.0.1:\(name) "), "\(told)")
    let numbers = try await Command("/usr/bin/ss", ["-tlnH", "sport = :\(port)"]).run()
    #expect(numbers.output.contains("127.0.0.1:\(port) "), "\(numbers)")
  }
}

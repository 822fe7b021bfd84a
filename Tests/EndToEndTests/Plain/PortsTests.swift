import Foundation
import PortKnowledge
import TestSupport
import Testing

@Suite("portside ports")
struct PortsTests {
  private func run(_ arguments: String...) async throws -> Command.Outcome {
    try await withTemporaryFolder { folder in
      let outcome = try await PlainProgram(in: folder).run(["ports"] + arguments)
      #expect(!FileManager.default.fileExists(atPath: folder.file("data")), "it keeps nothing")
      return outcome
    }
  }

  @Test("A number gets its service, its range and who may listen")
  func number() async throws {
    let outcome = try await run("443")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    #expect(outcome.lines.first == "443/tcp+udp  HTTPS")
    #expect(outcome.lines.contains("  IANA     https"))
    for fact in PortFacts(443).sentences { #expect(outcome.lines.contains("  " + fact)) }
  }

  @Test("The machine's own name stands beside ours", arguments: [443, 22, 5432, 6379] as [UInt16])
  func systemName(port: UInt16) async throws {
    let outcome = try await run("\(port)")
    let line = try #require(outcome.lines.first { $0.hasPrefix("  Here") })
    let service = try #require(ServiceTable.search(.port(PortNumber(port), nil)).first).service
    let names = service.transports.list.compactMap { transport in
      Self.systemName("\(port)/\(transport.rawValue)").map {
        "\($0) for \(port)/\(transport.rawValue)"
      }
    }
    #expect(
      line == "  Here     "
        + (names.isEmpty
          ? "no name in /etc/services" : names.joined(separator: ", ") + " in /etc/services"))
  }

  /// The name that `/etc/services` has for a port such as `443/tcp`.
  private static func systemName(_ port: String) -> String? {
    let text = (try? String(contentsOfFile: "/etc/services", encoding: .utf8)) ?? ""
    for line in text.split(separator: "\n") {
      let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      if words.count > 1, words[1] == port { return String(words[0]) }
    }
    return nil
  }

  @Test("A name finds its service first")
  func name() async throws {
    let outcome = try await run("https")
    #expect(outcome.status == 0)
    #expect(outcome.lines.first?.hasPrefix("PORT") == true)
    #expect(outcome.lines.dropFirst().first?.hasPrefix("443/tcp+udp") == true)
    #expect(try await run("HTTPS").output == outcome.output)
  }

  @Test("A word finds the services that have to do with it")
  func word() async throws {
    let lines = try await run("mail").lines
    for port in ["25", "110", "143", "465", "587", "993", "995"] {
      #expect(lines.contains { $0.hasPrefix(port + "/tcp") }, "\(port) is missing")
    }
    #expect(!lines.contains { $0.hasPrefix("22/") })
  }

  @Test("A range is listed in order, from its first to its last port")
  func range() async throws {
    let outcome = try await run("8000-9000")
    #expect(outcome.status == 0)
    let ports = outcome.lines.dropFirst().compactMap { Int($0.prefix { $0 != "/" }) }
    #expect(ports.count == outcome.lines.count - 1)
    #expect(ports.first == 8000 && ports.contains(8080) && ports == ports.sorted())
    #expect(ports.allSatisfy { (8000...9000).contains($0) })
    let backwards = try await run("9000-8000")
    #expect(backwards.status == 64 && backwards.errorLines.count == 1, "\(backwards)")
  }

  @Test("A port without a service has its facts on output, one sentence on errors, and status 1")
  func unlisted() async throws {
    let outcome = try await run("12345")
    #expect(outcome.status == 1)
    #expect(outcome.errors == "No service is listed on 12345.\n")
    #expect(outcome.lines == PortFacts(12345).sentences.map { "  " + $0 })
  }

  @Test("Words that nothing fits are one sentence and status 1")
  func nothing() async throws {
    let outcome = try await run("no", "such", "service")
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1 && outcome.errors.contains("no such service"))
  }

  @Test(
    "JSON has the documented keys, whatever is asked",
    arguments: ["443", "https", "mail", "8000-9000", "12345", "5353/udp", ""])
  func json(query: String) async throws {
    let arguments = query.isEmpty ? ["--json"] : ["--json", query]
    let outcome = try await withTemporaryFolder { folder in
      try await PlainProgram(in: folder).run(["ports"] + arguments)
    }
    #expect(outcome.errors.isEmpty)
    let report = try outcome.object()
    let isNumber = query.first?.isNumber == true && !query.contains("-")
    #expect(
      Set(report.keys) == (isNumber ? ["query", "services", "port"] : ["query", "services"]))
    #expect(report["query"] as? String == query)
    if isNumber {
      let facts = try #require(report["port"] as? [String: Any])
      #expect(
        Set(facts.keys) == ["number", "range", "privilegedOnLinux", "ephemeralOnLinux"])
    }
    let services = try #require(report["services"] as? [[String: Any]])
    for service in services {
      #expect(
        Set(service.keys) == [
          "port", "transports", "tier", "name", "ianaName", "registryNames", "aliases", "groups",
          "purpose", "secureTwin", "confusion", "matched",
        ])
    }
    #expect(outcome.status == (query == "12345" ? 1 : 0))
    #expect(services.isEmpty == (query == "12345"))
  }

  @Test("JSON says the same as the lines")
  func jsonContent() async throws {
    let report = try await run("--json", "https").object()
    let first = try #require((report["services"] as? [[String: Any]])?.first)
    #expect(first["port"] as? Int == 443 && first["ianaName"] as? String == "https")
    #expect(first["transports"] as? [String] == ["tcp", "udp"])
    #expect(first["matched"] as? String == "exactName")
    let habit = try await run("--json", "8000").object()
    let service = try #require((habit["services"] as? [[String: Any]])?.first)
    #expect(service["ianaName"] is NSNull, "a habit is null and not left out")
  }
}

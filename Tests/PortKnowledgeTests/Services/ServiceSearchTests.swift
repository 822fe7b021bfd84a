import PortKnowledge
import Testing

@Suite("Searching the port table")
struct ServiceSearchTests {
  private func ports(_ text: String) -> [UInt16] {
    ServiceTable.search(text).map(\.service.port.rawValue)
  }

  @Test("finds the number itself first, then what mentions it")
  func exactNumber() {
    let matches = ServiceTable.search("443")
    #expect(matches.first?.service.commonName == "HTTPS")
    #expect(matches.first?.reason == .exactNumber)
    #expect(matches.dropFirst().allSatisfy { $0.reason == .wordInText })
    #expect(ports("443").contains(80), "HTTP's row mentions 443")
    #expect(ports("000443").first == 443)
    #expect(ports("15671") == [15672], "found by the secure twin that it mentions")
  }

  @Test("finds numbers by their first digits, the best known first")
  func numberPrefix() {
    let matches = ServiceTable.search("44")
    #expect(matches.map(\.service.port.rawValue) == [443, 445, 4444, 4460, 44818])
    #expect(matches.allSatisfy { $0.reason == .numberPrefix })
  }

  @Test("finds by name: the whole name, then its beginning, then a part")
  func names() {
    #expect(ports("https").first == 443)
    #expect(ServiceTable.search("https").first?.reason == .exactName)
    #expect(ports("HTTPS") == ports("https"))
    #expect(ports("  https  ") == ports("https"))
    #expect(ports("post").first == 5432)
    #expect(ServiceTable.search("post").first?.reason == .namePrefix)
    #expect(ports("postgres").first == 5432)
    #expect(ports("mariadb") == [3306])
    #expect(ports("nicname").first == 43)
    #expect(ports("sql").contains(3306))
    #expect(ServiceTable.search("sql").contains { $0.reason == .partOfName })
    #expect(ports("http alternate").first == 8080)
    #expect(ServiceTable.search("http alternate").first?.reason == .exactName)
  }

  @Test("finds DNS for dns, and what speaks of it later")
  func dns() {
    let found = ports("dns")
    #expect(found.first == 53)
    #expect(found.contains(853))
    #expect(found.contains(5353))
    #expect(found.contains(8600))
  }

  @Test("finds everything that has to do with mail, with the port called mail first")
  func mail() {
    let found = ports("mail")
    #expect(found.first == 25, "/etc/services calls it mail")
    for port: UInt16 in [110, 143, 465, 587, 993, 995] {
      #expect(found.contains(port))
    }
  }

  @Test("gives every port of a range, by number")
  func range() {
    let found = ports("8000-9000")
    #expect(found == found.sorted())
    #expect(found.first == 8000)
    #expect(found.last == 9000)
    #expect(found == ServiceTable.all.map(\.port.rawValue).filter { (8000...9000).contains($0) })
    #expect(ports("8000 - 9000") == found)
    #expect(ports("60000-").allSatisfy { $0 >= 60000 } && !ports("60000-").isEmpty)
  }

  @Test("demands every word")
  func severalWords() {
    #expect(ports("syslog tls").first == 6514)
    #expect(ports("syslog elephant").isEmpty)
    #expect(ports("redis 6380") == [6380, 6379])
  }

  @Test("tells the protocols of a number apart")
  func transports() {
    #expect(ServiceTable.search("514/tcp").map(\.service.commonName) == ["rsh"])
    #expect(ServiceTable.search("514/UDP").map(\.service.commonName) == ["Syslog"])
    #expect(ServiceTable.search("123/tcp").isEmpty)
  }

  @Test("lists everything for nothing")
  func everything() {
    #expect(ServiceTable.search("").map(\.service) == ServiceTable.all)
    #expect(ServiceTable.search(" \t ").count == ServiceTable.all.count)
  }

  @Test("puts better reasons first and finds each service by each of its names")
  func ranking() {
    for service in ServiceTable.all { checkRanking(of: service) }
  }

  private func checkRanking(of service: Service) {
    for name in service.names {
      let matches = ServiceTable.search(name)
      let reasons = matches.map(\.reason)
      #expect(reasons == reasons.sorted(), "\(name)")
      #expect(matches.contains { $0.service == service }, "\(name)")
    }
  }

  @Test(
    "finds nothing and does not stop for odd input",
    arguments: ["é", "\u{0}", "\u{1B}[31m", "日本", "-", "--", "+", "/", "😀 😀", "a/b-c", "zzz"])
  func oddInput(text: String) {
    #expect(ServiceTable.search(text).allSatisfy { $0.reason != .exactName })
  }
}

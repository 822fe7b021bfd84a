import PortKnowledge
import Testing

@Suite("What is typed to look up a port")
struct PortQueryTests {
  @Test("is a number, a range or words")
  func kinds() throws {
    #expect(try PortQuery("443") == .port(443, nil))
    #expect(try PortQuery(" 0 ") == .port(0, nil))
    #expect(try PortQuery("65535") == .port(65535, nil))
    #expect(try PortQuery("53/UDP") == .port(53, .udp))
    #expect(try PortQuery("8000-9000") == .range(8000...9000))
    #expect(try PortQuery("8000-") == .range(8000...65535))
    #expect(try PortQuery("7-7") == .range(7...7))
    #expect(try PortQuery("DNS over tls") == .words(["dns", "over", "tls"]))
    #expect(try PortQuery("ms-sql-s") == .words(["ms-sql-s"]))
    #expect(try PortQuery("443 web") == .words(["443", "web"]))
    #expect(try PortQuery("") == .everything)
  }

  @Test(
    "is refused with a sentence that says what to do",
    arguments: [
      ("70000", "70000 is not a port: ports are numbers from 0 to 65535."),
      ("65536", "65536 is not a port: ports are numbers from 0 to 65535."),
      ("-1", "-1 is not a port: ports are numbers from 0 to 65535."),
      ("+1", "+1 is not a port: ports are numbers from 0 to 65535."),
      ("80-70000", "70000 is not a port: ports are numbers from 0 to 65535."),
      (
        "99999999999999999999999999",
        "9999999999999999999… is not a port: ports are numbers from 0 to 65535."
      ),
      ("22x", "22x is not a port: type digits only, such as 22, or a name, such as ssh."),
      ("0x50", "0x50 is not a port: type digits only, such as 22, or a name, such as ssh."),
      ("1.5", "1.5 is not a port: type digits only, such as 22, or a name, such as ssh."),
      ("1-2-3", "1-2-3 is not a port: type digits only, such as 22, or a name, such as ssh."),
      (
        "9000-8000",
        "9000-8000 runs backwards: type the smaller number first, as in 8000-9000."
      ),
      ("80/sctp", "Only TCP and UDP ports are listed here: type 80/tcp or 80/udp."),
    ])
  func errors(text: String, sentence: String) throws {
    let error = #expect(throws: PortQueryError.self) { try PortQuery(text) }
    #expect(error?.sentence == sentence)
    #expect(ServiceTable.search(text).isEmpty)
  }
}

@Suite("What can be said of any port")
struct PortFactsTests {
  @Test("is right at every border")
  func borders() {
    let privileged = (0...65535).filter { PortFacts(PortNumber(UInt16($0))).isPrivileged }
    #expect(privileged == Array(1...1023))
    let ephemeral = (0...65535).filter { PortFacts(PortNumber(UInt16($0))).isEphemeralOnLinux }
    #expect(ephemeral == Array(32768...60999))
    #expect(PortFacts(1023).range == .system)
    #expect(PortFacts(1024).range == .user)
    #expect(PortFacts(49151).range == .user)
    #expect(PortFacts(49152).range == .dynamic)
  }

  @Test("has three sentences that fit a line", arguments: [0, 1, 1023, 1024, 32768, 49152, 65535])
  func sentences(number: UInt16) {
    let sentences = PortFacts(PortNumber(number)).sentences
    #expect(sentences.count == 3)
    #expect(sentences.allSatisfy { $0.count <= 74 && $0.hasSuffix(".") })
  }

  @Test("says in words what the numbers say")
  func words() {
    #expect(PortFacts(443).sentences[0].contains("system"))
    #expect(PortFacts(443).sentences[1].contains("CAP_NET_BIND_SERVICE"))
    #expect(PortFacts(443).sentences[2].contains("outside"))
    #expect(PortFacts(51820).sentences[0].contains("never"))
    #expect(PortFacts(51820).sentences[1].contains("any user"))
    #expect(PortFacts(51820).sentences[2].contains("inside"))
    #expect(PortFacts(0).sentences[1].contains("choose"))
  }
}

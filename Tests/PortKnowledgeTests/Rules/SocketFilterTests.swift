import PortKnowledge
import Testing

@Suite("A filter of ss")
struct SocketFilterTests {
  private static let machine = IPAddress.octets(192, 0, 2, 10)
  private static let client = IPAddress.octets(203, 0, 113, 5)
  private static let server = IPAddress.octets(198, 51, 100, 7)
  private static let machine6 = IPAddress.v6(0x2001_0DB8_0000_0000, 0x10)

  /// A table whose rows have a letter each.
  private static let table: [(letter: Character, row: ListedSocket)] = [
    ("L", ListedSocket(listener: Endpoint(.any, 443))),
    ("D", ListedSocket(listener: Endpoint(.any6, 8080))),
    ("B", ListedSocket(listener: Endpoint(.loopback, 5432))),
    ("E", connection(.established, 443, Endpoint(client, 51_234))),
    ("F", connection(.established, 41_000, Endpoint(server, 443))),
    ("C", connection(.closeWait, 443, Endpoint(.octets(203, 0, 113, 9), 40_000))),
    ("T", connection(.timeWait, 443, Endpoint(client, 51_300))),
    ("S", connection(.synSent, 41_002, Endpoint(server, 8443))),
    (
      "M",
      ListedSocket(
        .established, local: Endpoint(.v6(0, 0xFFFF_C000_020A), 8080),
        remote: Endpoint(.v6(0, 0xFFFF_CB00_7105), 52_000))
    ),
    (
      "V",
      ListedSocket(
        .established, local: Endpoint(machine6, 8080),
        remote: Endpoint(.v6(0x2001_0DB8_0000_0000, 5), 52_001))
    ),
    ("R", connection(.newSynReceived, 443, Endpoint(.octets(203, 0, 113, 77), 1024))),
    ("A", connection(.lastAck, 443, Endpoint(.octets(203, 0, 113, 8), 33_000))),
  ]

  private static func connection(
    _ state: TCPState, _ port: PortNumber, _ remote: Endpoint
  ) -> ListedSocket {
    ListedSocket(state, local: Endpoint(machine, port), remote: remote)
  }

  private func shown(
    _ text: String, binding: SocketFilter.Binding = .leftToRight
  ) throws -> String {
    let filter = try SocketFilter(text, binding: binding)
    return String(Self.table.filter { filter.matches($0.row.row) }.map(\.letter))
  }

  @Test(
    "lets states through by ss's names and groups",
    arguments: [
      ("", "LDBEFCTSMVRA"), ("state all", "LDBEFCTSMVRA"), ("state established", "EFMV"),
      ("state ESTABLISHED", "EFMV"), ("state listening", "LDB"), ("state time-wait", "T"),
      ("state close-wait", "C"), ("state syn-sent", "S"), ("state syn-recv", "R"),
      ("state syn-rcv", "R"), ("state last-ack", "A"), ("state closed", ""),
      ("state fin-wait-1", ""), ("state connected", "EFCTSMVRA"),
      ("state synchronized", "EFCTMVRA"), ("state bucket", "TR"), ("state big", "LDBEFCSMVA"),
      ("exclude listening", "EFCTSMVRA"), ("excl listening", "EFCTSMVRA"),
      ("exclude connected", "LDB"), ("state listening state time-wait", "LDBT"),
      ("state connected exclude bucket", "EFCSMVA"),
      ("exclude listening exclude established", "CTSRA"),
      ("exclude bucket state time-wait", "LDBEFCTSMVA"),
    ])
  func states(text: String, rows: String) throws {
    #expect(try shown(text) == rows)
  }

  @Test(
    "compares ports",
    arguments: [
      ("sport = :443", "LECTRA"), ("sport == :443", "LECTRA"), ("sport eq :443", "LECTRA"),
      ("sport :443", "LECTRA"), ("sport = 443", "LECTRA"), ("sport 443", "LECTRA"),
      ("sport = :https", "LECTRA"), ("dport = :443", "F"), ("dport = :0", "LDB"),
      ("dport != :443", "LDBECTSMVRA"), ("dport ne :443", "LDBECTSMVRA"),
      ("dport neq 443", "LDBECTSMVRA"), ("sport > :8080", "FS"), ("sport gt :8080", "FS"),
      ("sport >= :8080", "DFSMV"), ("sport ge :8080", "DFSMV"), ("sport geq :8080", "DFSMV"),
      ("dport < :1024", "LDBF"), ("dport lt :1024", "LDBF"), ("dport <= :1024", "LDBFR"),
      ("dport le :1024", "LDBFR"), ("dport leq :1024", "LDBFR"), ("sport = :65535", ""),
      ("sport = :postgresql", "B"),
    ])
  func ports(text: String, rows: String) throws {
    #expect(try shown(text) == rows)
  }

  @Test(
    "compares addresses, a mapped one as the IPv4 address that it holds",
    arguments: [
      ("src 192.0.2.10", "EFCTSMRA"), ("src = 192.0.2.10", "EFCTSMRA"),
      ("src == 192.0.2.10", "EFCTSMRA"), ("src eq 192.0.2.10", "EFCTSMRA"),
      ("src 0.0.0.0", "L"), ("src [::]", "D"), ("src 127.0.0.1", "B"), ("src 127/8", "B"),
      ("src 127.0.0.1:5432", "B"), ("src 127.0.0.1:80", ""), ("src :443", "LECTRA"),
      ("src *:443", "LECTRA"), ("src *", "LDBEFCTSMVRA"), ("dst 203.0.113.0/24", "ECTMRA"),
      ("dst 203.0.113.5", "ETM"), ("dst 203.0.113.5:51234", "E"), ("dst 203.0.113.8/31", "CA"),
      ("dst 203.0.113.0/24:1024", "R"), ("dst [2001:db8::5]", "V"),
      ("dst [2001:db8::5]:52001", "V"),
      ("dst [2001:db8::/32]", "V"), ("dst [::ffff:203.0.113.5]", "M"), ("src [::/0]", "DMV"),
      ("src 0.0.0.0/0", "LBEFCTSMRA"), ("dst 0.0.0.0", "LB"), ("dst [::]", "D"),
      ("dst 203.0.113.5:*", "ETM"), ("dst [2001:0DB8:0:0:0:0:0:5]", "V"),
    ])
  func addresses(text: String, rows: String) throws {
    #expect(try shown(text) == rows)
  }

  @Test(
    "joins conditions from left to right, and brackets group",
    arguments: [
      ("sport = :443 and dst 203.0.113.5", "ET"), ("sport = :443 dst 203.0.113.5", "ET"),
      ("sport = :443 && dst 203.0.113.5", "ET"), ("sport = :443 & dst 203.0.113.5", "ET"),
      ("sport = :5432 or dport = :443", "BF"), ("sport = :5432 | dport = :443", "BF"),
      ("sport = :5432 || dport = :443", "BF"), ("not sport = :443", "DBFSMV"),
      ("! sport = :443", "DBFSMV"), ("not not sport = :443", "LECTRA"),
      ("not src 192.0.2.10 and not sport = :443", "DBV"),
      ("not ( sport = :443 or sport = :8080 )", "BFS"),
      ("sport = :5432 or sport = :443 and dst 203.0.113.5", "ET"),
      ("sport = :5432 or ( sport = :443 and dst 203.0.113.5 )", "BET"),
      ("dst 203.0.113.5 and sport = :443 or sport = :5432", "BET"),
      ("( ( sport = :5432 ) )", "B"), ("state established ( sport = :443 or dport = :443 )", "EF"),
      ("state established sport = :443 or dport = :443", "EF"),
      ("state established '( sport = :443 or dport = :443 )'", "EF"),
      ("state established \\( sport = :443 or dport = :443 \\)", "EF"),
      ("exclude listening \"sport = :443\"", "ECTRA"), ("  sport   =   :5432  ", "B"),
      ("state listening not src 127.0.0.1", "LD"),
    ])
  func joints(text: String, rows: String) throws {
    #expect(try shown(text) == rows)
  }

  @Test("can be read as the manual says, where and binds before or")
  func manual() throws {
    let text = "sport = :5432 or sport = :443 and dst 203.0.113.5"
    #expect(try shown(text, binding: .andFirst) == "BET")
    #expect(try shown("sport = :443 dst 203.0.113.5 or sport = :5432", binding: .andFirst) == "BET")
  }

  @Test(
    "is refused with a column and a way out",
    arguments: [
      ("sport=:443", 6, "spaces"), ("(sport = :443)", 1, "spaces"), ("sport = :443)", 13, "spaces"),
      ("!sport = :443", 1, "spaces"), ("state listen", 7, "listening"),
      ("state ESTAB", 7, "established"), ("state time_wait", 7, "time-wait"),
      ("state fin_wait2", 7, "fin-wait-2"), ("state unconn", 7, "closed"),
      ("state open", 7, "listening"),
      ("state", 6, "missing"), ("exclude all", 9, "left over"),
      ("state listening exclude big", 25, "left over"),
      ("sport = :443 state listening", 14, "before every condition"),
      ("not state listening", 5, "before every condition"),
      ("'state listening'", 2, "outside the quotes"),
      ("state established and sport = :443", 19, "No and"),
      ("state established | sport = :443", 19, "No |"), ("src != 192.0.2.7", 5, "not src"),
      ("dst > 192.0.2.7", 5, "not dst"), ("src ::1", 5, "square brackets"),
      ("src [::1", 5, "not closed"), ("src [::]/0", 5, "inside"), ("src 192.0.2.7/33", 5, "32"),
      ("src [::1/129]", 5, "128"), ("src 192.0.2.256", 5, "no address"),
      ("src localhost", 5, "no address"), ("src 443", 5, "A port goes to sport"),
      ("dst :70000", 5, "65535"),
      ("sport = :70000", 9, "65535"), ("sport = 192.0.2.7:443", 9, "alone"),
      ("sport = :", 9, "missing"),
      ("sport = *", 9, "missing"), ("sport =", 8, "missing"), ("sport", 6, "missing"),
      ("dst", 4, "missing"),
      ("sport => :443", 7, "no comparison"), ("sport <> :443", 7, "no comparison"),
      ("sport = :nosuchservice", 9, "number"), ("SPORT = :443", 1, "small letters"),
      ("sport = :443 AND dport = :1", 14, "small letters"),
      ("port = :443", 1, "sport is the local"),
      ("sport = :443 and", 17, "missing"), ("and sport = :443", 1, "missing before"),
      ("not", 4, "missing"), ("( sport = :443", 1, "never closed"),
      ("sport = :443 )", 14, "No bracket"),
      ("( )", 3, "missing before"), ("ss -tan state listening", 1, "only the filter"),
      ("-l", 1, "only the filter"), ("listening", 1, "the word state"), (":443", 1, "sport"),
      ("443", 1, "sport"),
      ("192.0.2.7", 1, "src"), ("[::1]", 1, "src"), ("= :443", 1, "sport or dport"),
      ("autobound", 1, "does know"),
      ("'sport = :443", 1, "never closed"), ("banana", 1, "begins no condition"),
      ("src [2001:db8::1::2]", 5, "no IPv6"), ("src [1:2:3:4:5:6:7:8:9]", 5, "no IPv6"),
      ("src [12345::]", 5, "no IPv6"),
    ])
  func refused(text: String, column: Int, words: String) throws {
    do {
      _ = try SocketFilter(text)
      Issue.record("\(text) is accepted")
    } catch {
      #expect(error.column == column, "\(text): \(error)")
      #expect(error.reason.contains(words), "\(text): \(error)")
      #expect(error.description.utf8.count < 200 && error.reason.hasSuffix("."), "\(error)")
    }
  }

  @Test("never traps on odd text, and is refused where there is too much of it")
  func oddText() {
    let words = [
      "(", ")", "not", "and", "or", "sport", "=", ":443", "state", "all", "[", "'", "é", "/",
    ]
    for index in 0..<4000 {
      var generator = SeededGenerator(seed: 0xF117 + UInt64(index))
      let count = Int.random(in: 0...12, using: &generator)
      let text = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
      _ = try? SocketFilter(text.joined(separator: Bool.random(using: &generator) ? " " : ""))
    }
    #expect(throws: SocketFilterError.self) {
      try SocketFilter(String(repeating: "( ", count: 100_000))
    }
  }

  @Test("names every state as ss's filters do")
  func names() {
    for number in UInt8(1)...11 {
      let state = TCPState(rawValue: number)
      let name = SocketStateSet.name(of: state) ?? ""
      #expect(SocketStateSet(named: name) == SocketStateSet([state]), "\(number)")
    }
    #expect(SocketStateSet.name(of: .synReceived) == "syn-recv")
    #expect(SocketStateSet.name(of: .closed) == "closed")
    #expect(SocketStateSet.name(of: TCPState(rawValue: 99)) == nil)
  }
}

import PortKnowledge
import Testing

@Suite("A query of the socket table")
struct SocketQueryTests {
  /// A table whose rows have a letter each.
  private static let table: [(letter: Character, row: SocketRow)] = [
    ("L", row(.tcp, .listen, Endpoint(.any, 443), nil, owner: ("nginx", 100), queues: (3, 128))),
    ("D", row(.tcp, .listen, Endpoint(.any6, 8080), nil, owner: ("Web Content", 101))),
    ("B", row(.tcp, .listen, Endpoint(.loopback, 5432), nil, owner: ("postgres", 102), user: 33)),
    (
      "E",
      row(
        .tcp, .established, Endpoint(.octets(192, 0, 2, 10), 443),
        Endpoint(.octets(203, 0, 113, 5), 51_234), owner: ("nginx", 100), queues: (12, 0))
    ),
    (
      "M",
      row(
        .tcp, .closeWait, Endpoint(.loopback.mapped, 8080), Endpoint(.loopback.mapped, 52_000),
        owner: ("Web Content", 101), queues: (1, 0))
    ),
    (
      "T",
      row(
        .tcp, .timeWait, Endpoint(.octets(192, 0, 2, 10), 41_000),
        Endpoint(.octets(10, 9, 8, 7), 22))
    ),
    ("R", row(.tcp, .newSynReceived, Endpoint(.loopback6, 22), Endpoint(.loopback6, 40_000))),
    ("U", row(.udp, .closed, Endpoint(.any, 53), nil, owner: ("dnsmasq", 104))),
    (
      "C",
      row(
        .udp, .established, Endpoint(.octets(192, 0, 2, 10), 45_000),
        Endpoint(.octets(10, 0, 0, 1), 53), owner: ("dig", 105), queues: (0, 44))
    ),
  ]

  private static func row(
    _ transport: TransportProtocol, _ state: TCPState, _ local: Endpoint, _ remote: Endpoint?,
    owner: (String, Int32)? = nil, user: UInt32 = 0, queues: (UInt32, UInt32) = (0, 0)
  ) -> SocketRow {
    SocketRow(
      transport: transport, state: state, local: local,
      remote: remote ?? Endpoint(local.address.isIPv6 ? .any6 : .any, 0),
      receiveQueue: queues.0, sendQueue: queues.1, inode: owner == nil ? 0 : 9, userID: user,
      isIPv6Table: local.address.isIPv6,
      owners: owner.map { [SocketOwner(processID: $0.1, name: $0.0, descriptor: 3)] } ?? [])
  }

  private func shown(_ text: String) throws -> String {
    let query = try SocketQuery(text)
    return String(Self.table.filter { query.matches($0.row) }.map(\.letter))
  }

  @Test(
    "takes keywords for protocols, versions and states",
    arguments: [
      ("", "LDBEMTRUC"), ("  ", "LDBEMTRUC"), ("tcp", "LDBEMTR"), ("UDP", "UC"),
      ("4", "LBETUC"), ("ipv6", "DMR"), ("6 tcp listen", "D"), ("listen", "LDB"),
      ("LISTENING", "LDB"), ("estab", "EC"), ("established tcp", "E"), ("TIME_WAIT", "T"),
      ("timewait", "T"), ("close-wait", "M"), ("syn-recv", "R"), ("SYN_RCVD", "R"),
      ("unconn", "U"), ("state:listen,estab", "LDBEC"), ("state:bucket", "TR"),
      ("connected tcp", "EMTR"), ("big listen", "LDB"), ("lo", "BMR"), ("listen !lo", "LD"),
      ("listen -lo", "LD"), ("!!lo", "BMR"), ("!tcp", "UC"),
    ])
  func keywords(text: String, rows: String) throws {
    #expect(try shown(text) == rows)
  }

  @Test(
    "takes ports and addresses",
    arguments: [
      ("443", "LE"), ("port:443", "LE"), ("port:https", "LE"), ("port::443", "LE"),
      ("port:22,53", "TRUC"), ("port:8000-8099", "DM"), ("port:50000-", "EM"),
      ("8080,443", "LDEM"), ("sport:22", "R"), ("dport:22", "T"), ("dport:domain", "C"),
      ("sport:>=8080", "DMTC"), ("port:<53", "TR"), ("addr:127.0.0.1", "BM"),
      ("127.0.0.1", "BM"), ("127.0.0.1:5432", "B"), ("addr:127/8", "BM"), ("addr:::1", "R"),
      ("::1", "R"), ("[::1]:22", "R"), ("addr:10.0.0.0/8", "TC"), ("dst:10/8 udp", "C"),
      ("src:192.0.2.10", "ETC"), ("dst:192.0.2.10", ""), ("addr:0.0.0.0", "LU"),
      ("dst:0.0.0.0", ""), ("src:::", "D"), ("addr:::/0", "DMR"), ("*:443", "LE"),
    ])
  func ends(text: String, rows: String) throws {
    #expect(try shown(text) == rows)
  }

  @Test(
    "takes processes, users and queues",
    arguments: [
      ("nginx", "LE"), ("NGI", "LE"), ("process:nginx", "LE"), ("name:g", "LEBC"),
      ("process:\"web content\"", "DM"), ("!process:'Web Content' 6", "R"),
      ("pid:101", "DM"), ("pid:100,105", "LEC"), ("uid:33", "B"), ("uid:0,33 udp", "UC"),
      ("recvq:>0", "LEM"), ("recvq>=3", "LE"), ("recvq:12", "E"), ("recvq:=1", "M"),
      ("sendq:>0 udp", "C"), ("sendq:<44", "DBEMTRU"), ("https", "LE"), ("ssh", "TR"),
      ("postgres", "B"), ("nginx estab", "E"), ("dns", "UC"),
    ])
  func owners(text: String, rows: String) throws {
    let letters = Set(rows)
    #expect(Set(try shown(text)) == letters)
  }

  @Test(
    "takes an expression of ss, for UDP too and behind terms",
    arguments: [
      ("sport = :443", "LE"), ("state established", "EC"), ("tcp state established", "E"),
      ("dst 10.0.0.0/8", "TC"), ("( sport = :443 or sport = :53 )", "LEU"),
      ("'sport = :443 and dport = :51234'", "E"), ("not src 192.0.2.10", "LDBMRU"),
      ("!lo state listening", "LD"), ("nginx sport = :443 or dport = :53", "LE"),
    ])
  func filters(text: String, rows: String) throws {
    #expect(try shown(text) == rows)
  }

  @Test(
    "says what is wrong or missing, and where",
    arguments: [
      ("port:", 6, "a port is missing after port:, as in port:443"),
      ("tcp port:", 10, "a port is missing after port:, as in port:443"),
      ("state:listn", 7, "listn is no TCP state; did you mean listen?"),
      ("state:listen,", 14, "a state is missing next to the comma"),
      ("port:80,", 9, "a port is missing next to the comma"),
      ("port:70000", 6, "70000 is no port: ports are numbers from 1 to 65535"),
      ("0", 1, "0 is no port: ports are numbers from 1 to 65535"),
      ("port:htps", 6, "htps is no port and no service; did you mean https?"),
      ("port:9-3", 6, "9-3 runs backwards: write 3-9"),
      ("port:>", 7, "a port is missing here, as in port:443"),
      ("port:>65535", 6, "no port is above 65535"),
      ("addr:", 6, "an address is missing after addr:, as in addr:127.0.0.1"),
      ("127.0", 1, "127.0 is no whole address: write 127.0.0.1, or a network as in 10/8"),
      ("10.0.0.0/", 10, "the length of the network is missing here, as in 10.0.0.0/8"),
      ("2001:db8", 1, "2001:db8 is no address: write 127.0.0.1, ::1, or a network as in 10/8"),
      ("pid:", 5, "a process id is missing after pid:, as in pid:123"),
      ("pid:x", 5, "x is no process id: write its number"),
      ("uid:root", 5, "root is no user id: write its number"),
      ("recvq:", 7, "a size is missing after recvq:, as in recvq:>0"),
      ("recvq:>", 8, "a number is missing here, as in recvq:>0"),
      ("sendq:<0", 7, "no size is below 0"),
      ("prt:80", 1, "prt is no keyword; did you mean port:?"),
      (":80", 1, "a port is written without a colon, as in 443 or port:443"),
      ("53/udp", 1, "write udp 53: two terms"),
      ("tcp -", 6, "a term is missing after -"), ("tcp !", 6, "A condition is missing"),
      ("\"nginx", 1, "this quote is never closed"),
      ("tcp sport", 10, "A port is missing after sport, for example :443."),
      ("sport=:443", 6, "ss tells words apart"),
      ("udp state listn", 11, "listn is no state."),
    ])
  func errors(text: String, column: Int, reason: String) throws {
    let error = #expect(throws: SocketQueryError.self) { try SocketQuery(text) }
    #expect(error?.column == column)
    #expect(error?.reason.hasPrefix(reason) ?? false, "\(error?.reason ?? "")")
    #expect(error?.description == "column \(column): \(error?.reason ?? "")")
  }

  @Test("is empty where nothing was typed")
  func empty() throws {
    #expect(try SocketQuery("").isEmpty)
    #expect(try SocketQuery(" \t").isEmpty)
    #expect(try !SocketQuery("tcp").isEmpty)
    #expect(try !SocketQuery("sport = :1").isEmpty)
  }

  @Test("knows every form that its help shows")
  func forms() throws {
    for form in SocketQuery.forms where !form.term.hasSuffix(":") && form.term != "!term" {
      for term in form.term.hasPrefix("port") ? [form.term] : form.term.components(by: ", ") {
        #expect(throws: Never.self) { try SocketQuery(term) }
      }
    }
  }
}

extension String {
  fileprivate func components(by separator: String) -> [String] {
    var parts = [""]
    for word in split(separator: " ") {
      parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : " ") + word
      if word.hasSuffix(",") {
        parts[parts.count - 1].removeLast()
        parts.append("")
      }
    }
    return parts.filter { !$0.isEmpty }
  }
}

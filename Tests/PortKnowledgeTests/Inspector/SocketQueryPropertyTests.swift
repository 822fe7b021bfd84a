import PortKnowledge
import Testing

@Suite("Any query of the socket table")
struct SocketQueryPropertyTests {
  /// A term with what it means, told by a second evaluation that is as simple as possible.
  private struct Term {
    var text: String
    var holds: (SocketRow) -> Bool
  }

  private static func term(_ random: inout RandomRows) -> Term {
    let port = random.pick(RandomRows.ports)
    let address = random.pick(RandomRows.addresses)
    func ends(_ row: SocketRow) -> [Endpoint] {
      row.remote.port == 0 ? [row.local] : [row.local, row.remote]
    }
    /// As ss compares: an IPv4 address also means its mapped form, never the other way round.
    func isMeant(_ end: Endpoint) -> Bool {
      address.isIPv6 ? end.address == address : end.address.unmapped == address
    }
    switch random.number(14) {
    case 0: return Term(text: "tcp") { $0.transport == .tcp }
    case 1: return Term(text: "ipv6") { $0.local.address.isIPv6 }
    case 2:
      let state = random.pick(TCPState.all)
      let text = random.pick([state.ssName, state.netstatName, "state:" + state.rfcName])
      return Term(text: text) { $0.state.ssName == state.ssName }
    case 3: return Term(text: "\(port)") { ends($0).contains { $0.port == port } }
    case 4: return Term(text: "sport:\(port)") { $0.local.port == port }
    case 5: return Term(text: "dport:\(port)") { $0.remote.port == port }
    case 6:
      let last = random.pick(RandomRows.ports)
      let range = min(port, last)...max(port, last)
      return Term(text: "port:\(range.lowerBound)-\(range.upperBound)") {
        ends($0).contains { range.contains($0.port) }
      }
    case 7: return Term(text: "addr:\(address)") { ends($0).contains(where: isMeant) }
    case 8: return Term(text: "src:\(address)") { isMeant($0.local) }
    case 9:
      let name = random.pick(RandomRows.names)
      return Term(text: "process:\"\(name.lowercased())\"") {
        $0.owners.contains { $0.name.lowercased().contains(name.lowercased()) }
      }
    case 10:
      let id = Int32(100 + random.number(20))
      return Term(text: "pid:\(id)") { $0.owners.contains { $0.processID == id } }
    case 11:
      let size = UInt32(random.pick([0, 1, 5, 128]))
      return Term(text: "recvq:>\(size)") { $0.receiveQueue > size }
    case 12:
      let user = UInt32(random.pick([0, 1000, 33]))
      return Term(text: "uid:\(user)") { $0.userID == user }
    default: return Term(text: "lo") { ends($0).contains(where: \.address.isLoopback) }
    }
  }

  @Test("shows the rows that a naive evaluation of its terms shows")
  func agreement() throws {
    var shown = 0
    for seed in 0..<UInt64(500) {
      var random = RandomRows(seed: seed)
      let rows = random.rows(25)
      let terms = (0..<1 + random.number(3)).map { _ -> Term in
        let term = Self.term(&random)
        guard random.number(4) == 0 else { return term }
        return Term(text: random.pick(["!", "-"]) + term.text) { !term.holds($0) }
      }
      let text = terms.map(\.text).joined(separator: " ")
      let query = try SocketQuery(text)
      for row in rows {
        let isMeant = terms.allSatisfy { $0.holds(row) }
        #expect(query.matches(row) == isMeant, "seed \(seed): \(text): \(row)")
        if isMeant { shown += 1 }
      }
    }
    #expect(shown > 500)
  }

  @Test("says the opposite behind an exclamation mark")
  func negation() throws {
    let words = ["ssh", "443", "8080-", "lo", "udp", "closing", "127/8", "process:n", "sendq:<7"]
    for seed in 0..<UInt64(40) {
      var random = RandomRows(seed: 0x0E_0000 + seed)
      let rows = random.rows(20)
      for word in words {
        let query = try SocketQuery(word)
        let opposite = try SocketQuery("!" + word)
        for row in rows {
          #expect(query.matches(row) != opposite.matches(row), "seed \(seed): \(word): \(row)")
        }
      }
    }
  }

  @Test("never traps, and names a column inside the text or right behind it")
  func hostile() {
    let pieces = [
      "port:", "sport", "=", ":", "443", "65536", "state", "listen", ",", "!", "-", "(", ")", "\"",
      "'", " ", " ", " ", "/", "::", "[", "]", "10/8", "recvq", ">", "<=", "99999999999999999999",
      "é", "👩‍👩‍👧", "\u{0}", "\t", "addr:", "fe80::1", "*", "and", "not", "pid:", "name:", "ssh", "tcp",
      ".", "0", "%", "\\", "udp",
    ]
    for seed in 0..<UInt64(3000) {
      var random = RandomRows(seed: 0xBAD_0000 + seed)
      let text = (0..<random.number(14)).map { _ in random.pick(pieces) }.joined()
      let rows = random.rows(2)
      do throws(SocketQueryError) {
        let query = try SocketQuery(text)
        for row in rows { _ = query.matches(row) }
      } catch {
        #expect((1...text.count + 1).contains(error.column), "seed \(seed): \(text)")
        #expect(!error.reason.isEmpty && error.reason.utf8.count <= 300, "seed \(seed): \(text)")
      }
    }
  }

  @Test("of more words than anybody types is refused, and one long word is not slow")
  func long() {
    #expect(throws: SocketQueryError.self) {
      try SocketQuery(String(repeating: "tcp ", count: 5000))
    }
    #expect(throws: SocketQueryError.self) {
      try SocketQuery(String(repeating: "( ", count: 50_000))
    }
    #expect(throws: Never.self) { try SocketQuery(String(repeating: "a", count: 50_000)) }
    #expect(throws: Never.self) { try SocketQuery(String(repeating: "!", count: 49_999) + "lo") }
  }
}

import PortKnowledge
import Testing

@Suite("A row as other tools show it")
struct ToolViewTests {
  private static let owners = [SocketOwner(processID: 812, name: "nginx", descriptor: 6)]

  private static func listener(_ address: IPAddress) -> SocketRow {
    SocketRow(
      transport: .tcp, state: .listen, local: Endpoint(address, 8080),
      remote: Endpoint(address.isIPv6 ? .any6 : .any, 0), receiveQueue: 2, sendQueue: 128,
      inode: 4711, isIPv6Table: address.isIPv6, owners: owners)
  }

  private func view(
    _ tool: Int, _ row: SocketRow, among others: [SocketRow] = []
  ) -> ToolView {
    ToolView.views(of: row, in: InspectedTable(others + [row]), byteOrder: .little)[tool]
  }

  @Test("has the commands and lines of the tools")
  func lines() {
    let row = Self.listener(.loopback)
    let ss = view(0, row)
    #expect(ss.command == "ss -tlnp 'sport = :8080'")
    #expect(
      ss.heading == "State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process")
    #expect(
      ss.line
        == "LISTEN 2      128    127.0.0.1:8080     0.0.0.0:*         "
        + "users:((\"nginx\",pid=812,fd=6))")
    let netstat = view(1, row)
    #expect(netstat.command == "netstat -tnapW | grep ' 127.0.0.1:8080  *0.0.0.0:\\* '")
    #expect(netstat.columns.map(\.value).prefix(3) == ["tcp", "2", "0"])
    let lsof = view(2, row)
    #expect(lsof.command == "lsof -nPl -iTCP:8080 -sTCP:LISTEN")
    #expect(lsof.line.hasSuffix("127.0.0.1:8080 (LISTEN)"))
    let file = view(3, row)
    #expect(file.tool == "/proc/net/tcp" && file.heading == nil)
    #expect(file.command == "grep ' 0100007F:1F90 00000000:0000 ' /proc/net/tcp")
    #expect(file.columns[4].value == "00000000:00000002")
  }

  @Test("says when it cannot know whether a socket takes IPv4 too")
  func dualStack() {
    let row = Self.listener(.any6)
    #expect(view(0, row).columns[3].value == "*:8080")
    #expect(view(0, row).notes.contains { $0.contains("IPV6_V6ONLY") })
    let beside = view(0, row, among: [Self.listener(.any)])
    #expect(beside.columns[3].value == "[::]:8080")
    #expect(beside.command == "ss -tlnp 'src [::]:8080'")
    let known = ToolView.views(of: row, in: InspectedTable([row]), isIPv6Only: true)[0]
    #expect(known.columns[3].value == "[::]:8080" && known.columns[4].value == "[::]:*")
    #expect(!known.notes.contains { $0.contains("IPV6_V6ONLY") })
  }

  @Test("has a filter of ss that leaves the row alone, and texts that are short enough")
  func properties() throws {
    for seed in 0..<UInt64(40) {
      var random = RandomRows(seed: seed)
      let rows = random.rows(40)
      let table = InspectedTable(rows)
      for row in rows {
        let views = ToolView.views(of: row, in: table)
        #expect(views.count == 4)
        for view in views {
          #expect(view.line.isEmpty == view.columns.isEmpty, "seed \(seed)")
          for column in view.columns {
            #expect(view.line.contains(column.value), "seed \(seed): \(column)")
            #expect((4...160).contains(column.explanation.utf8.count), "seed \(seed): \(column)")
          }
          #expect(view.notes.allSatisfy { $0.utf8.count <= 300 && $0.hasSuffix(".") })
        }
        let text = try #require(views[0].command.split(separator: "'").last)
        guard row.transport == .tcp else { continue }
        let filter = try SocketFilter(text)
        let found = rows.filter { filter.matches($0) && $0.hasPeer == row.hasPeer }
        let twins = found.filter {
          $0.local.address.unmapped == row.local.address.unmapped
            && (!row.hasPeer || $0.remote.address.unmapped == row.remote.address.unmapped)
        }
        #expect(found.contains(row), "seed \(seed): \(text)")
        #expect(found == twins, "seed \(seed): \(text)")
      }
    }
  }
}

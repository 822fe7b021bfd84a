import PortKnowledge
import TerminalUI

/// The columns of the socket list for a width: they depend on it alone, so nothing moves when rows
/// come and go.
struct SocketColumns {
  /// The columns of an endpoint.
  let endpoint: Int
  /// The columns of each queue, with a space before it; 0 where there is no room.
  let queue: Int
  /// Whether both queues are shown, or only what was received.
  let showsBothQueues: Bool
  /// The columns of a process's name; 0 where there is no room.
  let process: Int
  /// The columns of a service's name; 0 where there is no room.
  let service: Int

  /// An IPv4 address with its port.
  private static let shortest = 21
  /// An IPv6 address of eight groups with brackets and port.
  private static let longest = 47
  private static let queueColumns = 7
  private static let mark = 2
  private static let transport = 4
  private static let state = 11
  private static let arrow = 3

  /// The columns for a width.
  init(_ columns: Int) {
    let fixed = Self.mark + Self.transport + Self.state + Self.arrow
    let room = max(0, columns - fixed)
    let isNarrow = room < 2 * Self.shortest + Self.queueColumns + 8
    let isWide = room >= 2 * Self.shortest + 2 * Self.queueColumns + 30
    queue = isNarrow ? 0 : Self.queueColumns
    showsBothQueues = isWide
    service = isWide ? 12 : 0
    process = isNarrow ? 0 : isWide ? 16 : room - 2 * Self.shortest - Self.queueColumns - 1
    let taken =
      (isWide ? 2 : 1) * queue + (process > 0 ? process + 1 : 0) + (service > 0 ? service + 1 : 0)
    endpoint = isNarrow ? room / 2 : min(Self.longest, (room - taken) / 2)
  }

  /// The names of the columns.
  var heading: StyledLine {
    var text = DisplayText("").padded(to: Self.mark + Self.transport)
    text = text + DisplayText("state").padded(to: Self.state)
    text = text + DisplayText("this end").padded(to: endpoint + Self.arrow)
    text = text + DisplayText("other end").padded(to: endpoint)
    if queue > 0 { text = text + DisplayText("Recv-Q").paddedLeft(to: queue) }
    if showsBothQueues { text = text + DisplayText("Send-Q").paddedLeft(to: queue) }
    if process > 0 { text = text + " " + DisplayText("process").padded(to: process) }
    if service > 0 { text = text + " " + DisplayText("service") }
    return StyledLine(text, .dim)
  }

  /// A row with its mark; `isServer` says that its own port is the one that is dialled.
  func line(
    _ entry: SocketWatch.Line, isServer: Bool, service name: String?
  ) -> StyledLine {
    let row = entry.row
    var line = StyledLine()
    switch entry.change {
    case .same: line.append("  ")
    case .added: line.append("+ ", Style(.good, isBold: true))
    case .removed: line.append("− ", Style(.bad, isBold: true))
    case .changed: line.append("~ ", Style(.caution, isBold: true))
    }
    line.append(
      DisplayText(row.transport.rawValue).padded(to: Self.transport), Style(.transport))
    line.append(DisplayText(row.stateName).padded(to: Self.state))
    line = line + end(row.local, side: isServer ? .destination : .source)
    line.append(row.hasPeer ? (isServer ? " ← " : " → ") : "   ", .dim)
    if row.hasPeer {
      line = line + end(row.remote, side: isServer ? .source : .destination)
    } else {
      line.append(DisplayText("").padded(to: endpoint))
    }
    if queue > 0 { add(row.receiveQueue, to: &line) }
    if showsBothQueues { add(row.sendQueue, to: &line) }
    if process > 0 {
      let owner = row.owners.first.map { DisplayText($0.name) } ?? ""
      line.append(" ")
      line.append(owner.truncated(to: process).padded(to: process))
    }
    if service > 0, let name {
      line.append(" ")
      line.append(DisplayText(name).truncated(to: service), .dim)
    }
    return line
  }

  /// A queue in its columns: what is not empty stands out.
  private func add(_ count: UInt32, to line: inout StyledLine) {
    line.append(
      DisplayText(Self.short(count)).paddedLeft(to: queue), count > 0 ? .strong : .dim)
  }

  /// A number in at most six characters.
  private static func short(_ count: UInt32) -> String {
    count < 1_000_000 ? "\(count)" : "\(count / 1_000_000)M"
  }

  /// An endpoint in its columns: a long address is cut, a port never.
  private func end(_ value: Endpoint, side: Flow.Side) -> StyledLine {
    let port = value.port == 0 ? "*" : "\(value.port)"
    var address = value.address.isIPv6 ? "[\(value.address)]" : "\(value.address)"
    let room = endpoint - port.utf8.count - 1
    if address.utf8.count > room {
      let kept = address.prefix(max(0, room - (value.address.isIPv6 ? 2 : 1)))
      address = kept + "…" + (value.address.isIPv6 ? "]" : "")
    }
    var line = StyledLine()
    line.append(
      DisplayText(address), Style(side == .source ? .sourceAddress : .destinationAddress))
    line.append(":", .dim)
    line.append(
      DisplayText(port), Style(side == .source ? .sourcePort : .destinationPort, isBold: true))
    line.append(DisplayText("").padded(to: max(0, endpoint - line.columns)))
    return line
  }
}

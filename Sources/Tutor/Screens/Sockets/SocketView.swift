import PortKnowledge

/// What is shown of the socket table: a query, switches, and the connection that is followed.
struct SocketView: Hashable, Sendable {
  /// A switch that shows one kind of rows; several show the rows of each.
  enum Kind: CaseIterable {
    case listening
    case connected
    case tcp
    case udp
  }

  /// What was typed.
  var query = ""
  /// What of it could be read, so that rows stay while somebody types.
  private(set) var filter: SocketQuery?
  /// What is wrong with what was typed; nil where nothing is.
  private(set) var complaint: SocketQueryError?
  /// The switches that are on; none shows everything.
  private(set) var kinds: Set<Kind> = []
  /// Whether only this program's sockets are shown.
  var isOwnOnly = false
  /// The row whose connection is followed, with its other end and its listener.
  var followed: SocketRow?

  /// Takes what was typed.
  mutating func type(_ text: String) {
    query = text
    do throws(SocketQueryError) {
      filter = try SocketQuery(text)
      complaint = nil
    } catch {
      complaint = error
      // What stands before the word that is being typed holds meanwhile.
      let words = text.split(separator: " ").dropLast().joined(separator: " ")
      filter = (try? SocketQuery(words)) ?? filter
    }
  }

  /// Turns a switch.
  mutating func toggle(_ kind: Kind) {
    if kinds.remove(kind) == nil { kinds.insert(kind) }
  }

  /// Whether anything is left out.
  var isLimited: Bool { !query.isEmpty || !kinds.isEmpty || followed != nil || isOwnOnly }

  /// The places of the lines to show.
  func shown(_ lines: [SocketWatch.Line], of table: InspectedTable, program: String) -> [Int] {
    let own = isOwnOnly ? Set(table.rows(ofProgram: program).map { table.rows[$0] }) : nil
    let family = followed.map { Set(table.family(of: $0).map(\.identity) + [$0.identity]) }
    let filter = filter.flatMap { $0.isEmpty ? nil : $0 }
    return lines.indices.filter { index in
      let row = lines[index].row
      if let own, !own.contains(row), lines[index].change != .removed { return false }
      if let family, !family.contains(row.identity) { return false }
      return isWanted(row) && (filter?.matches(row) ?? true)
    }
  }

  /// What the switches say: those of the state among themselves, those of the protocol likewise.
  private func isWanted(_ row: SocketRow) -> Bool {
    let isWaiting = row.isListener || row.transport == .udp && !row.hasPeer
    let byState = kinds.intersection([.listening, .connected])
    if !byState.isEmpty, !byState.contains(isWaiting ? .listening : .connected) { return false }
    let byProtocol = kinds.intersection([.tcp, .udp])
    return byProtocol.isEmpty || byProtocol.contains(row.transport == .tcp ? .tcp : .udp)
  }
}

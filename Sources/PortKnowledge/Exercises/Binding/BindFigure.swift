/// Sockets below each other, and a ▲ under what decides between them.
///
///             state    local address    options
///     A  TCP    LISTEN   0.0.0.0:8080     SO_REUSEADDR
///             ▲ a listener
///     B  TCP    bind()   127.0.0.1:8080   SO_REUSEADDR
struct BindFigure {
  /// A column that can be pointed at.
  enum Column: Int {
    case transport = 1
    case state, address, options, user
  }

  /// What is pointed at.
  struct Pointer {
    /// The socket's row, from 0.
    var row: Int
    /// The column.
    var column: Column
    /// Where in the cell, for example at the port of an endpoint.
    var offset = 0
    /// What is said about it.
    var note: String
  }

  private let rows: AlignedRows
  private let showsState: Bool

  /// Sockets by name; a new one is still to be bound, and users are shown where they differ.
  init(_ sockets: [(name: String, socket: BoundSocket, isNew: Bool)], showsState: Bool = true) {
    let showsUsers = Set(sockets.map(\.socket.user)).count > 1
    self.showsState = showsState
    let header =
      ["", ""] + (showsState ? ["state"] : []) + ["local address", "options"]
      + (showsUsers ? ["user"] : [])
    let cells = sockets.map { name, socket, isNew in
      let state = showsState ? [isNew ? "bind()" : socket.stateName] : []
      return [name, socket.transport.name] + state + [socket.shown, socket.reuse.description]
        + (showsUsers ? [String(socket.user)] : [])
    }
    rows = AlignedRows(
      [header.map { [.init($0, .faint)] }] + cells.map { $0.map { [.init($0)] } },
      gap: showsUsers ? 1 : 2)
  }

  /// The sockets alone.
  var lines: [MarkedText] { rows.lines }

  /// The sockets, and below one of them what decides.
  func lines(_ pointer: Pointer) -> [MarkedText] {
    let left = showsState || pointer.column.rawValue < Column.state.rawValue ? 0 : 1
    return rows.lines(
      pointingAt: pointer.row + 1, column: pointer.column.rawValue - left, offset: pointer.offset,
      note: pointer.note)
  }
}

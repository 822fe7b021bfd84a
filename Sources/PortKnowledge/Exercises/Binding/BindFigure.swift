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

  /// Sockets by name; a new one is still to be bound, and users are shown where they differ.
  init(_ sockets: [(name: String, socket: BoundSocket, isNew: Bool)]) {
    let showsUsers = Set(sockets.map(\.socket.user)).count > 1
    let titles = ["", "", "state", "local address", "options"]
    let header = titles + (showsUsers ? ["user"] : [])
    rows = AlignedRows(
      [header.map { [.init($0, .faint)] }]
        + sockets.map { name, socket, isNew in
          let cells = [
            name, socket.transport.name, isNew ? "bind()" : socket.stateName, socket.shown,
            socket.reuse.description,
          ]
          return (cells + (showsUsers ? [String(socket.user)] : [])).map { [.init($0)] }
        },
      gap: showsUsers ? 1 : 2)
  }

  /// The sockets alone.
  var lines: [MarkedText] { rows.lines }

  /// The sockets, and below one of them what decides.
  func lines(_ pointer: Pointer) -> [MarkedText] {
    rows.lines(
      pointingAt: pointer.row + 1, column: pointer.column.rawValue, offset: pointer.offset,
      note: pointer.note)
  }
}

/// Says why two sockets may, or may not, have a port side by side.
struct SharingWords {
  /// The socket that was there, with its name.
  let old: (name: String, socket: BoundSocket)
  /// The one that calls `bind()` or `listen()`.
  let new: (name: String, socket: BoundSocket)

  /// What decides.
  var sharing: PortSharing { PortSharing(old: old.socket, new: new.socket) }

  /// How the addresses stand to each other, in a sentence.
  var overlap: String {
    OverlapWords(old: (old.name, old.socket.local), new: (new.name, new.socket.local)).sentence
  }

  /// What decides, in one or two sentences.
  var sentence: String {
    switch sharing {
    case .otherTransport:
      "\(old.name) is \(old.socket.transport.name) and \(new.name) "
        + "\(new.socket.transport.name): each protocol has port numbers of its own."
    case .otherPort:
      "\(old.name) has port \(old.socket.port), \(new.name) wants \(new.socket.port)."
    case .addressesApart:
      overlap
    case .bothReuseAddress:
      old.socket.transport == .udp
        ? "Both have SO_REUSEADDR, and UDP sockets need no more to share a port."
        : "Both have SO_REUSEADDR, and \(old.name) does not listen: it is \(oldState)."
    case .bothReusePort:
      old.socket.user == new.socket.user
        ? "Both have SO_REUSEPORT and belong to one user."
        : "Both have SO_REUSEPORT, and once \(old.name) is closed and \(oldState), the kernel no "
          + "longer knows whose it was."
    case .noCommonOption:
      "\(overlap) \(options)"
    case .listener:
      "Both have SO_REUSEADDR, but \(old.name) is in LISTEN, and beside a listener that option "
        + "never helps."
    case .otherUser:
      "Both have SO_REUSEPORT, but \(old.name) belongs to user \(old.socket.user) and "
        + "\(new.name) to user \(new.socket.user)."
    }
  }

  /// The options of both, in a sentence.
  var options: String {
    let one = old.socket.reuse
    let two = new.socket.reuse
    if one == two {
      if one == .both { return "Both have SO_REUSEADDR and SO_REUSEPORT." }
      return one.isEmpty ? "No option is set on either." : "Both have \(one.words)."
    }
    let common = one.intersection(two)
    let end = common.isEmpty ? "none in common." : "\(common) in common."
    if one.isEmpty { return "\(new.name) has \(two.words), but \(old.name) has none." }
    if two.isEmpty { return "\(old.name) has \(one.words), but \(new.name) has none." }
    return "\(old.name) has \(one.words), \(new.name) has \(two.words): \(end)"
  }

  /// The old socket's state inside a sentence.
  var oldState: String {
    let socket = old.socket
    return socket.state == .closed ? "merely bound" : "in \(socket.state.ssName)"
  }

  /// What decides, to be pointed at in a figure of the two sockets.
  func pointer(oldRow: Int = 0, newRow: Int = 1) -> BindFigure.Pointer {
    let portOffset = "\(Endpoint(new.socket.local.address, 0))".utf8.count - 1
    switch sharing {
    case .otherTransport:
      return .init(row: newRow, column: .transport, note: "another protocol")
    case .otherPort:
      return .init(row: newRow, column: .address, offset: portOffset, note: "another port")
    case .addressesApart(.ipv6Only):
      let row = old.socket.local.isIPv6Only ? oldRow : newRow
      let shown = (row == oldRow ? old : new).socket.shown
      return .init(
        row: row, column: .address, offset: max(0, shown.utf8.count - 6), note: "leaves IPv4 alone")
    case .addressesApart:
      return .init(row: newRow, column: .address, note: "no overlap with \(old.name)")
    case .bothReuseAddress:
      return .init(row: newRow, column: .options, note: "SO_REUSEADDR on both")
    case .bothReusePort:
      return .init(row: newRow, column: .options, note: "SO_REUSEPORT on both")
    case .noCommonOption:
      let row = new.socket.reuse.isEmpty ? newRow : oldRow
      return .init(row: row, column: .options, note: "nothing in common")
    case .listener:
      return .init(row: oldRow, column: .state, note: "a listener")
    case .otherUser:
      return .init(row: newRow, column: .user, note: "another user")
    }
  }
}

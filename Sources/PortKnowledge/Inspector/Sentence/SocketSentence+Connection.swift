extension SocketSentence {
  private var ends: String { "from \(row.local) to \(row.remote)" }
  private var served: String { "port \(row.local.port) of \(row.local.address)" }

  /// Whether it came in through a listener and still waits for `accept()`.
  private var isWaiting: Bool {
    row.inode == 0 && row.owners.isEmpty && listener != nil
      && (row.state == .established || row.state == .closeWait)
  }

  /// Whether no process has it any more.
  private var isOrphan: Bool { row.inode == 0 && row.owners.isEmpty }

  /// What the row is, by its state.
  var connection: String {
    switch row.state {
    case .established: established
    case .closeWait: closeWait
    case .synSent:
      "\(who) wants to connect \(ends): the SYN is sent, and no answer has come yet."
    case .synReceived, .newSynReceived:
      "\(row.remote) wants to connect to \(served): its SYN is answered, and the last segment of "
        + "the handshake has not come yet."
    case .finWait1:
      "\(this) has ended its direction of the connection \(ends). The FIN is on its way and not "
        + "acknowledged yet."
    case .finWait2:
      "\(this) has ended its direction of the connection \(ends), and the peer has acknowledged "
        + "that. The row waits for the peer's FIN."
    case .timeWait:
      "The connection \(ends) is over: both sides have closed, this one first or both at once."
    case .lastAck:
      "Both sides have closed the connection \(ends), the peer first. The row waits for the "
        + "acknowledgement of this side's FIN."
    case .closing:
      "Both sides have closed the connection \(ends) at the same time. The row waits for the "
        + "acknowledgement of this side's FIN."
    case .closed:
      "\(who) has a TCP socket on \(row.local) that is neither connected nor listening."
    default:
      "The connection \(ends) is in state \(row.state.rawValue), which is not known here."
    }
  }

  private var this: String { isOrphan ? "This side" : who }

  private var established: String {
    if isWaiting {
      return "\(row.remote) is connected to \(served), and \(waits)."
    }
    if listener != nil { return "\(who) has an open connection with \(row.remote) on \(served)." }
    return "\(who) has an open connection \(ends)."
  }

  private var closeWait: String {
    if isWaiting {
      return "\(row.remote) has connected to \(served) and closed its side, and \(waits)."
    }
    return isOrphan
      ? "\(row.remote) has closed its side of the connection with \(row.local)."
      : "\(row.remote) has closed its side of the connection with \(row.local). \(who) has not "
        + "closed its own yet."
  }

  private var waits: String {
    let owner = listener.flatMap(Self.name) ?? "the listening process"
    return "no process has the connection yet: it waits until \(owner) calls accept()"
  }

  // MARK: What follows

  /// What happens next, or what the state means for the program.
  var consequence: String? {
    switch row.state {
    case .closeWait:
      isOrphan ? nil : "The row stays until it does; many such rows mean a program that forgets."
    case .synSent:
      "The kernel sends the SYN again a few times; if nothing comes, connect() fails with "
        + "ETIMEDOUT."
    case .synReceived, .newSynReceived: "No process knows of it yet."
    case .finWait1:
      isOrphan ? "No process has it any more: the kernel ends it alone." : nil
    case .finWait2:
      isOrphan
        ? "No process has it any more, so the kernel waits for tcp_fin_timeout at most (60 s by "
          + "default)."
        : "As long as the process keeps the socket, that may take any time."
    case .timeWait:
      "No process has it any more. Linux keeps the row for up to 60 s, so that late segments are "
        + "not taken for those of a new connection."
    case .lastAck, .closing: "Then the row \(row.state == .closing ? "goes to TIME-WAIT" : "goes")."
    default: nil
    }
  }

  /// Who opened the connection, and how that is known.
  var opener: String? {
    guard row.state == .established || row.state == .closeWait, !isWaiting else { return nil }
    if listener != nil {
      return "The peer opened it, for a listener here has port \(row.local.port)."
    }
    if let mirror, table.listener(of: mirror) != nil {
      return "It was opened from port \(row.local.port), for a listener here has port "
        + "\(row.remote.port)."
    }
    return "No listener here has port \(row.local.port), so it was most likely opened from here."
  }

  var otherEnd: String? {
    guard let mirror else { return nil }
    return Self.name(mirror).map { "Its other end is on this machine: \($0)." }
      ?? "Its other end is on this machine too."
  }

  // MARK: Queues

  /// What has arrived and is not read.
  ///
  /// The FIN counts as a byte of Recv-Q until it is read too.
  var unread: String? {
    switch row.state {
    case .established, .finWait1, .finWait2:
      guard row.receiveQueue > 0, !isOrphan || isWaiting else { return nil }
      let verb = row.receiveQueue == 1 ? "has" : "have"
      return "\(bytes(row.receiveQueue)) \(verb) arrived and \(verb) not been read yet."
    case .closeWait where row.receiveQueue == 1:
      return "No data is unread; the end itself (Recv-Q 1) is."
    case .closeWait where row.receiveQueue > 1:
      let data = row.receiveQueue - 1
      return "\(bytes(data)) and the end behind \(data == 1 ? "it" : "them") are not read yet."
    default: return nil
    }
  }

  /// What the peer has not acknowledged.
  ///
  /// The FIN counts as a byte of Send-Q.
  var unacknowledged: String? {
    var count = row.sendQueue
    switch row.state {
    case .established, .closeWait: break
    case .finWait1, .lastAck, .closing: count = count > 0 ? count - 1 : 0
    default: return nil
    }
    guard count > 0 else { return nil }
    return "\(bytes(count)) of this side's data \(count == 1 ? "is" : "are") not acknowledged yet."
  }
}

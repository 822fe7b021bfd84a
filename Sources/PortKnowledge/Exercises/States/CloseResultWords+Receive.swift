extension CloseResultWords {
  /// Numbers of bytes that recv() could be thought to return: the right one and up to two others.
  var offeredCounts: [CloseResult] {
    var counts: [Int] = []
    if case .bytes(let count) = result { counts.append(count) }
    // All that waits although there is less room, and the last send() alone although TCP joins them.
    if own.unread > 0 { counts.append(own.unread) }
    if let arrival = lastArrival { counts.append(arrival.count) }
    var unique: [Int] = []
    for count in counts where !unique.contains(count) { unique.append(count) }
    return unique.prefix(2).sorted().map { .bytes($0) }
  }

  private func bytes(_ count: Int) -> String { CloseResult.bytes(count).description }

  private func wait(_ count: Int) -> String { "\(bytes(count)) \(count == 1 ? "waits" : "wait")" }

  /// Why recv() returns what it returns.
  func receiveReason(_ room: Int) -> String {
    switch result {
    case .bytes(let count) where count < own.unread:
      return "\(wait(own.unread)), and recv() takes at most \(room). "
        + "The rest stays for the next recv()."
    case .bytes(let count):
      if let reset {
        return "\(bytes(count)) came before the RST of \(Self.name(reset.call)). Linux hands them "
          + "out first and reports the RST later."
      }
      if let peerFIN {
        return "\(bytes(count)) came before the FIN of \(peerFIN). "
          + "They are read first, then the end shows."
      }
      return "\(wait(count)), and recv() takes all that fit into its buffer."
    case .endOfStream:
      return endReason
    case .connectionReset:
      return history.resetSentence + " Nothing is left to read, so this recv() reports it."
    default:
      let note = own.hasEnded ? " Its own FIN ends only sending." : ""
      return "Nothing is unread, and the \(peer) may still send: a blocking recv() would wait."
        + note
    }
  }

  private var endReason: String {
    if let peerFIN {
      return reset == nil
        ? "Everything is read, and the \(peer)'s FIN has come (\(peerFIN)): recv() returns 0."
        : "The \(peer)'s FIN (\(peerFIN)) came before the RST. recv() goes on returning 0; only "
          + "send() reports the RST."
    }
    let reporter = reporter.map(Self.name) ?? "An earlier call"
    return "\(reporter.prefix(1).uppercased())\(reporter.dropFirst()) has reported the RST. "
      + "That happens once; afterwards recv() returns 0."
  }

  /// Why recv() does not return something else.
  func receiveObjection(to other: CloseResult, _ room: Int) -> String {
    switch other {
    case .bytes(let count): return countObjection(count, room)
    case .endOfStream:
      switch result {
      case .bytes: return "0 comes only once everything is read, and \(wait(own.unread)) here."
      case .connectionReset:
        return "0 would need a FIN of the \(peer). An RST came instead, and no call has reported "
          + "it yet."
      default: return "0 needs a FIN of the \(peer), and it has sent none."
      }
    case .nothingYet:
      if case .bytes = result { return "\(wait(own.unread)), so there is something to return." }
      return result == .connectionReset
        ? "There is nothing to wait for any more: an RST has come."
        : "There is nothing to wait for any more: the \(peer) can send nothing after its "
          + (peerFIN.map { "FIN (\($0))." } ?? "RST.")
    case .connectionReset: return resetObjection
    default: return "recv() does not return EPIPE: that error is for send()."
    }
  }

  private func countObjection(_ count: Int, _ room: Int) -> String {
    if case .bytes(let right) = result {
      if count > own.unread {
        return "A part of these \(bytes(count)) has been read before: only \(bytes(own.unread)) "
          + "\(own.unread == 1 ? "is" : "are") left."
      }
      return count > right
        ? "\(wait(own.unread)), but there is room for \(room) only."
        : "TCP keeps no borders between two send() calls: \(wait(own.unread)), and recv(up to "
          + "\(room)) takes \(right)."
    }
    guard let arrival = lastArrival else { return "Nothing is unread." }
    let reader = (arrival.call + 1..<call).last {
      history.calls[$0].side == side && history.stages[$0][side].unread > 0
    }
    return "Nothing is unread: the \(bytes(arrival.count)) of \(Self.name(arrival.call)) were read"
      + (reader.map { " by \(Self.name($0))." } ?? ".")
  }

  private var resetObjection: String {
    guard let reset else {
      return peerFIN.map { "No RST has come. The \(peer) ended in order, with a FIN (\($0))." }
        ?? "No RST has come: the \(peer) has not ended anything."
    }
    if case .bytes = result {
      return "The bytes that came before the RST (\(Self.name(reset.call))) are handed out first."
    }
    if let peerFIN {
      return "The FIN (\(peerFIN)) came before the RST (\(Self.name(reset.call))). "
        + "Linux keeps that error for send(), as EPIPE."
    }
    return "An RST is reported once, and \(reporter.map(Self.name) ?? "an earlier call") has "
      + "done it."
  }
}

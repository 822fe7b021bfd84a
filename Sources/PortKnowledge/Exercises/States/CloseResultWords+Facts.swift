extension CloseResultWords {
  /// What the call finds, without what it returns: for the last hint.
  var facts: String {
    var parts: [String] = []
    if case .receive = operation {
      parts.append("\(CloseResult.bytes(own.unread)) unread")
    }
    parts.append(ownFIN.map { "its own FIN is sent (\($0))" } ?? "its own FIN is not sent")
    parts.append(peerFIN.map { "the \(peer)'s FIN has come (\($0))" } ?? "no FIN has come")
    if let reset {
      let isReported = reporter.map { ", reported by \(Self.name($0))" } ?? ", not reported yet"
      parts.append("an RST because of \(Self.name(reset.call))" + isReported)
    } else {
      parts.append(
        before[peer].isOpen ? "no RST" : "no RST so far, but the \(peer)'s program has closed")
    }
    return "The \(side) before call \(call + 1): " + parts.joined(separator: ", ") + "."
  }
}

/// What the asked call of a story could return: the truth and the usual confusions.
struct CallOptions {
  private let story: CallStory
  private let index: Int
  private let call: SocketCalls.Call
  private let right: String
  private let reason: CallReason

  /// The results that could be held for that of a line, which must be a call.
  init(_ story: CallStory, line index: Int) {
    self.story = story
    self.index = index
    call = story.lines[index].call ?? .close
    right = story.lines[index].outcome.map(CallStory.text) ?? "OK"
    reason = CallReason(story, line: index)
  }

  /// So many options with the right one among them, and their figures.
  func make(_ count: Int, hiding hidden: Set<Int>, from draw: inout CaseDraw) -> [Question.Option] {
    let wrong = draw.pick(count - 1, of: candidates.filter { $0 != right })
    let figure = figure(hiding: hidden)
    return draw.shuffle(wrong + [right]).map { text in
      Question.Option(
        text, isRight: text == right, explanation: explanation(of: text), figure: figure)
    }
  }

  /// Why a result is right or wrong here.
  func explanation(of text: String) -> String {
    if text == right { return reason.text }
    guard let meaning = meaning(of: text) else { return reason.text }
    return meaning + " " + reason.text
  }

  /// The right result.
  var answer: String { right }

  /// The story with a ▲ under the line that decides.
  func figure(hiding hidden: Set<Int>) -> [MarkedText] {
    let rows = story.rows(hiding: hidden)
    guard let decisive = reason.decisive else {
      return rows.lines(pointingAt: index + 1, column: 1, note: "this call itself decides")
    }
    return rows.lines(pointingAt: decisive.line + 1, column: 1, note: decisive.note)
  }

  // MARK: The confusions

  private var candidates: [String] {
    let isTCP = story.transport == .tcp
    let isBound = story.lines.contains { $0.call == .bind }
    switch call {
    case .bind, .bindToPortZero:
      return ["OK", "EINVAL", "EADDRINUSE", "EADDRNOTAVAIL", "EISCONN"]
    case .listen: return ["OK", "EINVAL", "EADDRINUSE", "EOPNOTSUPP", "EISCONN"]
    case .connect, .connectToClosedPort:
      return ["OK", "EISCONN", "ECONNREFUSED", "EINVAL", "ETIMEDOUT"]
    case .accept: return ["OK", "EAGAIN", "EINVAL", "ENOTCONN", "EOPNOTSUPP"]
    case .send:
      return isTCP
        ? ["OK", "EPIPE", "ENOTCONN", "ECONNRESET"]
        : ["OK", "EDESTADDRREQ", "ECONNREFUSED", "EPIPE", "ENOTCONN"]
    case .receive:
      let data = right.hasPrefix("\"") ? right : "\"hello\""
      return isTCP
        ? [data, "0 bytes", "EAGAIN", "ENOTCONN", "ECONNRESET"]
        : [data, "0 bytes", "EAGAIN", "ENOTCONN", "ECONNREFUSED"]
    case .remoteEndpoint:
      let peer = right.hasPrefix("E") ? "\(story.places.server)" : right
      return [peer, "ENOTCONN", "0.0.0.0:0", isBound ? "\(story.places.local)" : "EINVAL"]
    case .localEndpoint:
      return [
        "0.0.0.0:0", "\(story.places.local.address):(chosen)", "0.0.0.0:(chosen)",
        "\(isBound ? story.places.local : story.places.server)",
      ]
    case .shutdownReading, .shutdownWriting, .shutdownBoth:
      return ["OK", "ENOTCONN", "EPIPE", "EINVAL"]
    case .close: return ["OK", "EBADF", "ENOTCONN", "EINVAL"]
    }
  }

  /// What a wrong result would say; nil where the reason alone answers it.
  private func meaning(of text: String) -> String? {
    switch text {
    case "EINVAL":
      switch call {
      case .accept: "EINVAL is for a socket that does not listen."
      case .listen: "EINVAL is for a socket that was connected."
      case .bind, .bindToPortZero: "EINVAL is for a socket that has a port."
      default: "EINVAL is for arguments that make no sense."
      }
    case "EADDRINUSE": "EADDRINUSE is for a port that another socket holds."
    case "EADDRNOTAVAIL": "EADDRNOTAVAIL is for an address that the host lacks."
    case "EISCONN":
      call == .connect || call == .connectToClosedPort
        ? story.transport == .tcp
          ? "EISCONN is for a socket that was connected or listens."
          : "EISCONN is TCP's; a UDP socket may connect as often as it likes."
        : "EISCONN is an answer of connect()."
    case "EOPNOTSUPP": "EOPNOTSUPP is for a protocol that has no such call."
    case "ECONNREFUSED":
      story.transport == .tcp
        ? "ECONNREFUSED is for a port on which nothing listens."
        : "ECONNREFUSED is for an earlier datagram that found no receiver."
    case "ETIMEDOUT": "ETIMEDOUT is for a peer that never answers."
    case "EAGAIN": "EAGAIN is for a call that would have to wait."
    case "ENOTCONN": notConnected
    case "EPIPE":
      call == .send ? "EPIPE is for a direction that is over." : "EPIPE is an answer of send()."
    case "ECONNRESET": "ECONNRESET is for a RST without a FIN before it, and is told once."
    case "EDESTADDRREQ": "EDESTADDRREQ is for a send() without any destination."
    case "EBADF": "EBADF is for a descriptor that is closed."
    case "0 bytes":
      story.transport == .tcp
        ? "0 bytes mean that no more can come." : "0 bytes would be an empty datagram."
    case "0.0.0.0:0": "Zeros stand for a socket without any name."
    case "0.0.0.0:(chosen)": "0.0.0.0 stands for an address that nobody has chosen yet."
    case "\(story.places.local.address):(chosen)":
      "A chosen port comes with port 0, or without bind()."
    case "\(story.places.local)": "\(text) is this socket's own end."
    case "\(story.places.server)" where call == .localEndpoint: "\(text) is the other end."
    default: nil
    }
  }

  private var notConnected: String {
    let isTCP = story.transport == .tcp
    switch call {
    case .send where isTCP && right == "EPIPE":
      return "Linux has EPIPE for send() where it has ENOTCONN for recv()."
    case .send where !isTCP:
      return "A UDP send() without a peer says EDESTADDRREQ, never ENOTCONN."
    case .receive where !isTCP: return "On UDP recv() needs no peer, so it never says ENOTCONN."
    default: return "ENOTCONN is for a socket without a \(isTCP ? "connection" : "peer")."
    }
  }
}

/// Why a recv() returns what it returns, and what it could be thought to return.
struct MessageWords {
  /// A wrong result with the reason why it is wrong.
  struct Mistake {
    var result: MessageRules.Received
    var reason: String

    init(_ result: MessageRules.Received, _ reason: String) {
      self.result = result
      self.reason = reason
    }
  }

  let messages: MessageExperiment
  /// The index of the recv() among those of the server.
  let receive: Int

  init(_ messages: MessageExperiment, receive: Int) {
    self.messages = messages
    self.receive = receive
  }

  /// What it returns.
  var right: MessageRules.Received { messages.results[receive] }

  private var room: Int { messages.rooms[receive] }
  private var isTCP: Bool { messages.transport == .tcp }

  /// How a result is written as an answer.
  static func text(_ result: MessageRules.Received, _ transport: TransportProtocol) -> String {
    switch result {
    case .text(""): transport == .udp ? "0, an empty datagram" : "0 bytes"
    case .text(let text): "\"\(text)\""
    case .end: "0, the end of the stream"
    case .nothing: "EAGAIN"
    }
  }

  /// The number of the call in the figure.
  static func number(_ messages: MessageExperiment, receive: Int) -> Int {
    messages.sends.count + (messages.isClosed ? 1 : 0) + receive + 1
  }

  /// The right result and up to so many others as options.
  func options(wrong count: Int) -> [Question.Option] {
    let figure = figure
    let right = Question.Option(
      Self.text(right, messages.transport), isRight: true, explanation: reason, figure: figure)
    return [right]
      + mistakes.prefix(count).map {
        Question.Option(
          Self.text($0.result, messages.transport), isRight: false, explanation: $0.reason,
          figure: figure)
      }
  }

  /// What was sent and received, with the ▲ where this recv() begins.
  var figure: [MarkedText] {
    MessageFigure(messages).lines(
      pointingAt: receive,
      note: "call \(Self.number(messages, receive: receive))"
        + (isTCP ? "" : isLeft ? ": datagram \(receive + 1)" : ": no datagram left"))
  }

  // MARK: Before the call

  /// Whether a datagram is left.
  private var isLeft: Bool { messages.sends.indices.contains(receive) }

  /// What of the stream is unread.
  private var rest: String {
    String(messages.sends.joined().dropFirst(messages.rooms.prefix(receive).reduce(0, +)))
  }

  /// `8 bytes are unread`.
  private var unread: String {
    bytes(rest) + (rest.utf8.count == 1 ? " is unread" : " are unread")
  }

  private func bytes(_ text: String) -> String { CloseResult.bytes(text.utf8.count).description }

  // MARK: Why

  /// Why it returns that.
  var reason: String {
    switch right {
    case .text(let text): isTCP ? streamReason(text) : datagramReason(text)
    case .end: "Everything is read and the client has closed: recv() returns 0."
    case .nothing:
      isTCP
        ? "Everything is read, and the client has not closed. A blocking recv() would wait."
        : "\(Self.datagrams(messages.sends.count)) sent, and each recv() before this took one. "
          + "A blocking recv() would wait."
    }
  }

  private static func datagrams(_ count: Int) -> String {
    count == 1 ? "1 datagram was" : "\(count) datagrams were"
  }

  private func streamReason(_ text: String) -> String {
    text.utf8.count < rest.utf8.count
      ? "\(unread), and recv() has room for \(bytes(text)). The rest stays for "
        + "the next recv()."
      : "\(unread), and recv() takes all that fits, whichever send() it came from."
  }

  private func datagramReason(_ text: String) -> String {
    let whole = messages.sends[receive]
    if whole.isEmpty { return "An empty datagram is a message like any other: recv() returns 0." }
    return text == whole
      ? "recv() takes one datagram, here number \(receive + 1), and no byte of another."
      : "recv() takes datagram \(receive + 1) and has room for \(bytes(text)). "
        + "What does not fit, \(bytes(String(whole.dropFirst(room)))), is lost."
  }

  // MARK: Why not

  /// What it could be thought to return, without the right result and without one twice.
  var mistakes: [Mistake] {
    var seen: Set = [Self.text(right, messages.transport)]
    return (isTCP ? streamMistakes : datagramMistakes).filter {
      seen.insert(Self.text($0.result, messages.transport)).inserted
    }
  }

  private var streamMistakes: [Mistake] {
    var list: [Mistake] = []
    if let other = underOtherRule {
      list.append(
        Mistake(
          other,
          "That would be message \(receive + 1), as over UDP. TCP keeps no border between two "
            + "send() calls."))
    }
    if case .text(let text) = right {
      if text != rest {
        list.append(
          Mistake(.text(rest), "\(unread), but there is room for \(room)."))
      }
      if let next = nextMessage {
        list.append(
          Mistake(
            .text(String(next.prefix(room))),
            "Nothing is lost over TCP: first comes what the recv() before has left."))
      }
      list.append(Mistake(.nothing, "\(unread), so there is something to return."))
      list.append(
        Mistake(.end, "recv() returns 0 only once everything is read: \(unread)."))
    } else {
      list.append(
        right == .end
          ? Mistake(.nothing, "The client has closed, so there is nothing to wait for: 0.")
          : Mistake(.end, "0 would tell that the client has closed, and it has not."))
      if let last = messages.sends.last(where: { !$0.isEmpty }) {
        list.append(
          Mistake(.text(String(last.prefix(room))), "These bytes have been read already."))
      }
    }
    return list
  }

  /// The first message of which nothing is read yet, where one before it is read in part.
  private var nextMessage: String? {
    let read = messages.rooms.prefix(receive).reduce(0, +)
    guard read > 0 else { return nil }
    var start = 0
    for send in messages.sends {
      if start > read { return send }
      start += send.utf8.count
      if start == read { return nil }
    }
    return nil
  }

  private var datagramMistakes: [Mistake] {
    var list: [Mistake] = []
    if receive > 0, let cut = cutBefore {
      list.append(
        Mistake(
          .text(String(cut.prefix(room))),
          "What did not fit of datagram \(receive) is lost. No later recv() gets it."))
    }
    guard isLeft else {
      list.append(
        Mistake(
          .end,
          messages.isClosed
            ? "UDP has no end of a stream: close() sends nothing, so nothing tells the server."
            : "UDP has no end of a stream, so recv() never returns 0 for one."))
      if let last = messages.sends.last {
        list.append(
          Mistake(.text(String(last.prefix(room))), "That datagram has been taken already."))
      }
      return list
    }
    let own = messages.sends[receive]
    if let other = underOtherRule {
      list.append(
        Mistake(
          other,
          "That would be a stream, as over TCP. Over UDP one recv() takes one datagram, even "
            + "if there is more room."))
    }
    if own.utf8.count > room {
      list.append(
        Mistake(.text(own), "There is room for \(room), so the rest of the datagram is cut off."))
    }
    if messages.sends.indices.contains(receive + 1) {
      list.append(
        Mistake(
          .text(String(messages.sends[receive + 1].prefix(room))),
          "That is datagram \(receive + 2). First comes number \(receive + 1)."))
    }
    list.append(
      Mistake(
        .nothing,
        own.isEmpty
          ? "An empty datagram has arrived, so there is something to return."
          : "Datagram \(receive + 1) waits, so there is something to return."))
    list.append(
      Mistake(
        .end,
        own.isEmpty
          ? "UDP has no end of a stream: this 0 is the length of an empty datagram."
          : "UDP has no end of a stream, so recv() never returns 0 for one."))
    return list
  }

  /// The bytes that this recv() would return over the other protocol; nil where it would be none.
  private var underOtherRule: MessageRules.Received? {
    let other = MessageRules.received(
      isTCP ? .udp : .tcp, sends: messages.sends, isClosed: false, rooms: messages.rooms)[receive]
    if case .text(let text) = other, !text.isEmpty { return other }
    return nil
  }

  /// What the recv() before has cut off.
  private var cutBefore: String? {
    guard messages.sends.indices.contains(receive - 1) else { return nil }
    let cut = messages.sends[receive - 1].dropFirst(messages.rooms[receive - 1])
    return cut.isEmpty ? nil : String(cut)
  }
}

/// What recv() returns of what was sent: a stream over TCP, messages over UDP.
struct MessagesFamily: ExerciseFamily {
  let id = "messages-streams"
  let title = "Messages and streams"
  let summary = "Tell what each recv() returns after several send() calls over TCP or UDP."
  let topic = ExerciseTopic.calls
  let asksKernel = true

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    var draw = MessageDraw(seed: seed, level: level)
    let asked = draw.asked()
    let messages = draw.messages(for: asked)
    let id = ExerciseID(family: id, level: level, seed: seed).description
    switch asked {
    case .all: return all(id, messages)
    case .one:
      return one(id, messages, draw.receive(of: messages, mustBeText: false), &draw)
    case .count:
      return count(id, messages, draw.receive(of: messages, mustBeText: true))
    case .bytes:
      return bytes(id, messages, draw.receive(of: messages, mustBeText: true))
    case .calls: return calls(id, messages)
    case .lost: return lost(id, messages)
    }
  }

  // MARK: Kinds

  private func all(_ id: String, _ messages: MessageExperiment) -> Exercise {
    let rows = messages.rooms.indices.map { index in
      Question.Table.Row(
        "call \(MessageWords.number(messages, receive: index))",
        [.blank(Self.sorted(MessageWords(messages, receive: index).options(wrong: 4)))])
    }
    return exercise(
      id, messages, asking: Array(messages.rooms.indices), "results",
      ask: "What does each recv() return?",
      kind: .fillTable(Question.Table(columns: ["returns"], rows: rows)))
  }

  private func one(
    _ id: String, _ messages: MessageExperiment, _ receive: Int, _ draw: inout MessageDraw
  ) -> Exercise {
    let words = MessageWords(messages, receive: receive)
    let number = MessageWords.number(messages, receive: receive)
    return exercise(
      id, messages, asking: [receive], "result", ask: "What does call \(number) return?",
      kind: .chooseOne(draw.shuffle(words.options(wrong: 3))))
  }

  private func count(_ id: String, _ messages: MessageExperiment, _ receive: Int) -> Exercise {
    let words = MessageWords(messages, receive: receive)
    let number = MessageWords.number(messages, receive: receive)
    let right = Self.length(words.right)
    var mistakes: [Question.Entry.Mistake] = []
    var seen = [right]
    for mistake in words.mistakes {
      guard case .text = mistake.result else { continue }
      let length = Self.length(mistake.result)
      guard !seen.contains(length) else { continue }
      seen.append(length)
      mistakes.append(Question.Entry.Mistake(String(length), explanation: mistake.reason))
    }
    let room = messages.rooms[receive]
    if !seen.contains(room) {
      mistakes.append(
        Question.Entry.Mistake(
          String(room), explanation: "\(room) is the room. recv() does not wait until it is full."))
    }
    return exercise(
      id, messages, asking: [receive], "byteCount",
      ask: "How many bytes does call \(number) return?",
      kind: .entry(
        Question.Entry(accepted: [String(right)], mistakes: mistakes, form: .number)),
      reason: words.reason)
  }

  private func bytes(_ id: String, _ messages: MessageExperiment, _ receive: Int) -> Exercise {
    let words = MessageWords(messages, receive: receive)
    let number = MessageWords.number(messages, receive: receive)
    let mistakes = words.mistakes.compactMap { mistake -> Question.Entry.Mistake? in
      guard case .text(let text) = mistake.result, !text.isEmpty else { return nil }
      return Question.Entry.Mistake(text, explanation: mistake.reason)
    }
    return exercise(
      id, messages, asking: [receive], "bytes", ask: "Type the bytes that call \(number) returns.",
      kind: .entry(
        Question.Entry(
          accepted: [Self.content(words.right), "\"\(Self.content(words.right))\""],
          mistakes: mistakes)),
      reason: words.reason)
  }

  private func calls(_ id: String, _ messages: MessageExperiment) -> Exercise {
    let right = messages.rooms.count
    let room = messages.rooms.first ?? 1
    let total = messages.sends.reduce(0) { $0 + $1.utf8.count }
    var mistakes: [Question.Entry.Mistake] = [
      Question.Entry.Mistake(
        String(right - 1),
        explanation: "That many return bytes. One more call is needed to learn of the end.")
    ]
    let sends = messages.sends.count
    for number in [sends, sends + 1] where number != right && number != right - 1 {
      mistakes.append(
        Question.Entry.Mistake(
          String(number),
          explanation: "TCP keeps no border between the \(sends) send() calls: what "
            + "counts is that \(total) bytes wait and \(room) fit."))
    }
    var shown = messages
    shown.rooms = [room]
    return exercise(
      id, messages, asking: [right - 1], "callsToEnd", shown: shown,
      ask: "The server repeats this recv() until it returns 0. How many times does it call recv()?",
      kind: .entry(
        Question.Entry(accepted: [String(right)], mistakes: mistakes, form: .number)),
      reason: "\(total) bytes, \(room) at a time, take \(right - 1) "
        + "\(right == 2 ? "call" : "calls"), and one more returns 0.")
  }

  private func lost(_ id: String, _ messages: MessageExperiment) -> Exercise {
    let right = MessageRules.lost(sends: messages.sends, rooms: messages.rooms)
    let sent = messages.sends.reduce(0) { $0 + $1.utf8.count }
    let room = messages.rooms.reduce(0, +)
    let leftOver = max(0, sent - room)
    var mistakes: [Question.Entry.Mistake] = []
    if right != 0 {
      mistakes.append(
        Question.Entry.Mistake(
          "0", explanation: "What of a datagram does not fit is not kept for the next recv()."))
    }
    if leftOver != right, leftOver != 0 {
      mistakes.append(
        Question.Entry.Mistake(
          String(leftOver),
          explanation: "\(sent) bytes less room for \(room) would be a stream. Here each datagram "
            + "has only the room of its own recv()."))
    }
    let cut = messages.sends.indices.filter { messages.sends[$0].utf8.count > messages.rooms[$0] }
    let parts = cut.map {
      "\(messages.sends[$0].utf8.count - messages.rooms[$0]) of datagram \($0 + 1)"
    }
    return exercise(
      id, messages, asking: Array(messages.rooms.indices), "lostBytes",
      ask: "How many of the bytes sent does the server never get?",
      kind: .entry(
        Question.Entry(accepted: [String(right)], mistakes: mistakes, form: .number)),
      reason: parts.isEmpty
        ? "Here every datagram fits." : "Lost are " + parts.joined(separator: ", ") + ".")
  }

  // MARK: Words for all

  private static func content(_ result: MessageRules.Received) -> String {
    if case .text(let text) = result { text } else { "" }
  }

  private static func length(_ result: MessageRules.Received) -> Int { content(result).utf8.count }

  /// By their texts, so that the right one has no place of its own.
  private static func sorted(_ options: [Question.Option]) -> [Question.Option] {
    options.sorted { $0.text < $1.text }
  }

  private func exercise(
    _ id: String, _ messages: MessageExperiment, asking asked: [Int], _ name: String,
    shown: MessageExperiment? = nil, ask: String, kind: Question.Kind, reason: String = ""
  ) -> Exercise {
    let isTCP = messages.transport == .tcp
    let rule =
      isTCP
      ? "TCP is a stream of bytes (tcp(7)): recv() returns what is unread, as much as fits."
      : "UDP keeps messages (udp(7)): one recv() takes one datagram, and what does not fit is lost."
    let question = Question(
      id: id, topic: topic.rawValue,
      prompt: "\(isTCP ? "TCP" : "UDP") on Linux, non-blocking. Everything has arrived, in order, "
        + "before the first recv(). " + ask,
      figure: Self.figure(shown ?? messages),
      kind: kind, explanation: reason.isEmpty ? rule : rule + " " + reason,
      hints: [
        isTCP
          ? "A TCP connection carries bytes, not messages."
          : "A UDP socket receives messages, not a stream of bytes.",
        isTCP
          ? "Write all that is sent in one line. Each recv() cuts off as much as it has room for. At "
            + "the end of the line: 0 if the sender has closed, else EAGAIN."
          : "Each recv() takes the next datagram, whatever its room. Bytes that do not fit are "
            + "gone. When no datagram is left: EAGAIN, closed or not.",
        hint(messages, asked),
      ])
    return Exercise(
      question: question, data: data(messages, asked, name),
      experiment: Experiment(
        steps: messages.steps(asking: Set(asked)),
        standIns: [
          messages.client.address: .octets(127, 0, 0, 2),
          messages.server.address: .octets(127, 0, 0, 1),
        ]))
  }

  private func hint(_ messages: MessageExperiment, _ asked: [Int]) -> String {
    guard messages.transport == .udp else {
      return "The line is \"\(messages.sends.joined())\", and the client has "
        + (messages.isClosed ? "closed." : "not closed.")
    }
    let sizes = messages.sends.map { String($0.utf8.count) }.joined(separator: ", ")
    let rooms = messages.rooms.map(String.init).joined(separator: ", ")
    return "The datagrams have \(sizes) bytes, the recv() calls room for \(rooms)."
  }

  private static func figure(_ messages: MessageExperiment) -> [MarkedText] {
    var calls: [(side: ConnectionSide, text: String)] = messages.sends.map {
      (.client, "send(\"\($0)\")")
    }
    if messages.isClosed { calls.append((.client, "close()")) }
    calls += messages.rooms.map { (.server, "recv(up to \($0))") }
    return CallFigure(client: messages.client, server: messages.server, calls: calls).lines
  }

  private func data(
    _ messages: MessageExperiment, _ asked: [Int], _ name: String
  ) -> CaseValue {
    [
      "transport": .text(messages.transport == .tcp ? "tcp" : "udp"),
      "client": CaseValue(messages.client), "server": CaseValue(messages.server),
      "sends": .list(messages.sends.map { .text($0) }),
      "clientCloses": .truth(messages.isClosed), "nonBlocking": true,
      "receivesUpTo": .list(messages.rooms.map { .number($0) }),
      "asked": [
        "what": .text(name), "receives": .list(asked.map { .number($0 + 1) }),
      ],
    ]
  }
}

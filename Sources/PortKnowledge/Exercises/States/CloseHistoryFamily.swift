/// What a connection's end leaves: results of calls, rows, TIME-WAIT.
struct CloseHistoryFamily: ExerciseFamily {
  let id = "close-history"
  let title = "How a connection ends"
  let summary = "Follow send(), shutdown() and close() to the last result and to both rows in ss."
  let topic = ExerciseTopic.states
  let asksKernel = true

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    var draw = CloseDraw(seed: seed, level: level)
    let asked = draw.asked()
    let history = draw.history(for: asked)
    let id = ExerciseID(family: id, level: level, seed: seed).description
    var data = history.data
    data["asked"] = Self.value(asked, history)
    return Exercise(
      question: Self.question(id, asked, history), data: .object(data),
      experiment: Self.experiment(asked, history))
  }

  // MARK: The kernel

  private static func experiment(_ asked: CloseDraw.Asked, _ history: CloseCase) -> Experiment {
    let wanted: Set<CloseExperiment.Asked> =
      switch asked {
      case .rows, .timeWait: [.states]
      case .lastResult: [.result(history.calls.count - 1)]
      case .results:
        Set(CloseDraw.askedCalls(history.calls).map { CloseExperiment.Asked.result($0) })
      }
    let run = CloseExperiment(
      client: history.client, server: history.server, calls: history.calls)
    return Experiment(
      steps: run.steps(asking: wanted),
      standIns: [
        history.client.address: .octets(127, 0, 0, 2),
        history.server.address: .octets(127, 0, 0, 1),
      ])
  }

  private static func value(_ asked: CloseDraw.Asked, _ history: CloseCase) -> CaseValue {
    switch asked {
    case .rows: "rows"
    case .timeWait: "timeWait"
    case .lastResult: .object(["resultsOfCalls": .list([.number(history.calls.count)])])
    case .results:
      .object([
        "resultsOfCalls": .list(
          CloseDraw.askedCalls(history.calls).map { CaseValue.number($0 + 1) })
      ])
    }
  }

  // MARK: The question

  private static let scene =
    "A TCP connection on Linux is in ESTAB. Each call waits until all before it has arrived. "

  private static func question(
    _ id: String, _ asked: CloseDraw.Asked, _ history: CloseCase
  ) -> Question {
    Question(
      id: id, topic: ExerciseTopic.states.rawValue, prompt: prompt(asked, history),
      figure: history.figure.lines, kind: kind(asked, history),
      explanation: explanation(asked, history), hints: hints(asked, history))
  }

  private static func prompt(_ asked: CloseDraw.Asked, _ history: CloseCase) -> String {
    switch asked {
    case .rows: scene + "Which row has each end in ss -ta a second later?"
    case .timeWait: scene + "Which row is in TIME-WAIT a second later?"
    case .lastResult:
      scene + "The sockets are non-blocking. What does call \(history.calls.count) return?"
    case .results: scene + "The sockets are non-blocking. What do these calls return?"
    }
  }

  private static func kind(_ asked: CloseDraw.Asked, _ history: CloseCase) -> Question.Kind {
    switch asked {
    case .rows:
      .fillTable(
        Question.Table(
          columns: ["row in ss -ta"],
          rows: ConnectionSide.allCases.map {
            Question.Table.Row($0.rawValue, [.blank(CloseStateWords(history, $0).choices)])
          }))
    case .timeWait:
      .chooseOne(TimeWaitWords(history).options)
    case .lastResult:
      .chooseOne(CloseResultWords(history, call: history.calls.count - 1).choices)
    case .results:
      .fillTable(
        Question.Table(
          columns: ["returns"],
          rows: CloseDraw.askedCalls(history.calls).map {
            Question.Table.Row(
              "call \($0 + 1)", [.blank(CloseResultWords(history, call: $0).choices)])
          }))
    }
  }

  private static func explanation(_ asked: CloseDraw.Asked, _ history: CloseCase) -> String {
    switch asked {
    case .rows, .timeWait: rowsExplanation(history)
    case .lastResult:
      "Results on a dying connection (send(2), recv(2)): "
        + CloseResultWords(history, call: history.calls.count - 1).reason
    case .results:
      "Bytes come first, then the end or the error. A FIN gives 0 to recv(). An RST without a FIN "
        + "gives ECONNRESET once; after a FIN, or from then on, send() gets EPIPE."
    }
  }

  private static func rowsExplanation(_ history: CloseCase) -> String {
    if history.end.reset != nil {
      return "Reset (RFC 9293, section 3.5): an RST ends both ends at once, without TIME-WAIT. "
        + history.resetSentence
    }
    let rule = "Normal close (RFC 9293, section 3.6): "
    guard let first = history.end.firstToEnd else { return rule + "it begins with a FIN." }
    guard history.secondFIN != nil else {
      return rule + "one FIN ends one direction. The \(first)'s is over, the \(first.peer)'s is "
        + "still open."
    }
    return rule + "the first to send a FIN ends in TIME-WAIT, here the \(first). The second goes "
      + "through LAST-ACK and has no row."
  }

  // MARK: Hints

  private static func hints(_ asked: CloseDraw.Asked, _ history: CloseCase) -> [String] {
    switch asked {
    case .rows:
      return [
        "Find the calls that send a FIN, and look for one that makes a kernel send an RST.",
        "First FIN: its sender gets to FIN-WAIT-2, the other end to CLOSE-WAIT. Second FIN: its "
          + "sender's row goes, the other waits in TIME-WAIT. An RST removes both rows.",
        facts(history),
      ]
    case .timeWait:
      return [
        "TIME-WAIT does not depend on who is the server, but on who ended first, and how.",
        "Whoever sent the first FIN waits, once the second FIN has come. After an RST nobody waits. "
          + "close() with unread bytes, or with linger 0, sends an RST.",
        facts(history),
      ]
    case .lastResult:
      let words = CloseResultWords(history, call: history.calls.count - 1)
      return resultHints(words)
    case .results:
      return [
        "Note after each call what either end has unread, and whether a FIN or an RST has come.",
        "recv(): bytes first, then 0 after a FIN, or once the error of an RST. send(): a waiting "
          + "error first, else EPIPE after its own FIN or an RST. shutdown() without a connection: "
          + "ENOTCONN.",
        facts(history),
      ]
    }
  }

  private static func resultHints(_ words: CloseResultWords) -> [String] {
    let side = words.side
    switch words.operation {
    case .send:
      return [
        "May the \(side) still send, and has its kernel heard of an RST yet?",
        "send() reports a waiting error first: ECONNRESET, or EPIPE where a FIN had come before the "
          + "RST. Else EPIPE after its own FIN or a reported RST, else OK.",
        words.facts,
      ]
    case .receive:
      return [
        "What has come to the \(side) so far: bytes, a FIN, an RST?",
        "recv() hands out bytes first, as many as fit. Then 0 where a FIN came, else once the error "
          + "of an RST, and 0 after it. Where nothing came: EAGAIN.",
        words.facts,
      ]
    default:
      return [
        "Is there still a connection for the \(side) to end?",
        "shutdown() returns OK while there is a connection. After both FINs, or after an RST, there "
          + "is none: ENOTCONN.",
        words.facts,
      ]
    }
  }

  /// Who sent what, without the rows that follow.
  private static func facts(_ history: CloseCase) -> String {
    if history.end.reset != nil { return history.resetSentence }
    func sender(_ call: Int?) -> String {
      call.map { "the \(history.calls[$0].side), call \($0 + 1)" } ?? "nobody"
    }
    return
      "First FIN: \(sender(history.firstFIN)). Second FIN: \(sender(history.secondFIN)). No RST."
  }
}

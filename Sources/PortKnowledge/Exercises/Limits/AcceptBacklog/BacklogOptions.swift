/// Whole sentences and lines to choose from about a listener and its clients.
struct BacklogOptions {
  /// What can be said of a client.
  private enum ClientAnswer: CaseIterable {
    case queued
    case accepted
    case unanswered
    case halfOpen
    case refused

    var text: String {
      switch self {
      case .queued: "ESTAB: complete, it waits for accept()"
      case .accepted: "ESTAB: accept() has returned its connection"
      case .unanswered: "SYN-SENT: its SYN was dropped and will be sent again"
      case .halfOpen: "SYN-RECV: half-open until accept() is called for it"
      case .refused: "none: its connect() failed with ECONNREFUSED"
      }
    }

    init(_ place: AcceptQueue.Place) {
      switch place {
      case .queued: self = .queued
      case .accepted: self = .accepted
      case .unanswered, .givenUp: self = .unanswered
      }
    }
  }

  let example: BacklogCase

  private var queue: AcceptQueue { example.queue }

  // MARK: A client's state

  /// In which state a client, counted from 0, is.
  func states(of client: Int) -> [Question.Option] {
    let right = ClientAnswer(queue.places[client])
    let absent: ClientAnswer = queue.accepted > 0 ? .halfOpen : .accepted
    return ClientAnswer.allCases.filter { $0 != absent }.map { answer in
      Question.Option(
        answer.text, isRight: answer == right, explanation: reason(answer, of: client),
        figure: example.seats(pointingAt: client, note: note(on: client)))
    }
  }

  private func note(on client: Int) -> String {
    switch queue.places[client] {
    case .queued: "in the queue"
    case .accepted: "accepted"
    case .unanswered, .givenUp: "no place left"
    }
  }

  private func reason(_ answer: ClientAnswer, of client: Int) -> String {
    let name = "client \(client + 1)"
    let place = queue.places[client]
    let room = "a backlog of \(queue.backlog) has room for \(queue.capacity)"
    switch answer {
    case .queued:
      switch place {
      case .queued:
        return "When \(name) came there was room, so the kernel completed the handshake."
      case .accepted: return "It waited no longer: accept() took it, the oldest ones first."
      case .unanswered, .givenUp:
        return "\(queue.waiting) waited already when \(name) came, and \(room)."
      }
    case .accepted:
      if place == .accepted {
        return "accept() was called \(BacklogCase.times(queue.accepted)) and takes the oldest "
          + "first, so \(name) is among them."
      }
      return "accept() was called \(BacklogCase.times(queue.accepted)) and takes the oldest first. "
        + "That is before \(name)."
    case .unanswered:
      if place == .unanswered {
        return "When \(name) came, \(queue.waiting) waited, and \(room). So its SYN was dropped."
      }
      return "When \(name) came the queue was not full: listen(n) has room for n + 1."
    case .halfOpen:
      return "SYN-RECV is a state of the server's side. And the kernel completes a handshake "
        + "without accept(), or drops the SYN."
    case .refused:
      return "There is a listener, so nothing is refused. A SYN that finds no place gets no answer "
        + "at all."
    }
  }

  // MARK: The listener's line

  /// Lines of ss for the listener: the right one and up to three others.
  func rows(from draw: inout CaseDraw) -> [Question.Option] {
    let waiting = queue.waiting
    let backlog = queue.backlog
    let asked = example.askedBacklog
    let receiving = BacklogAspect.receiveQueue.confusions(in: example).map {
      row($0.value, backlog, $0.reason, pointsAtSend: false)
    }
    let sending = BacklogAspect.sendQueue.confusions(in: example).map {
      row(waiting, $0.value, $0.reason, pointsAtSend: true)
    }
    // Where the backlog is not what it seems, Send-Q is the question, else Recv-Q.
    var wrong =
      asked < 0 || asked > queue.maximum
      ? sending.prefix(2) + receiving.prefix(1) : receiving.prefix(2) + sending
    if waiting != backlog {
      wrong.insert(
        row(
          backlog, waiting,
          "The two have changed places: Recv-Q is what waits, Send-Q is the backlog.",
          pointsAtSend: false), at: asked < 0 || asked > queue.maximum ? 2 : 0)
    }
    let right = Question.Option(
      text(waiting, backlog), isRight: true,
      explanation: BacklogAspect.receiveQueue.reason(in: example) + " "
        + BacklogAspect.sendQueue.reason(in: example),
      figure: example.row(pointingAtSend: false, note: "waiting for accept(): \(waiting)"))
    return draw.shuffle([right] + wrong.prefix(3))
  }

  private func row(
    _ receive: Int, _ send: Int, _ reason: String, pointsAtSend: Bool
  ) -> Question.Option {
    let note = pointsAtSend ? "the backlog" : "waiting for accept(): \(queue.waiting)"
    return Question.Option(
      text(receive, send), isRight: false, explanation: reason,
      figure: example.row(pointingAtSend: pointsAtSend, note: note))
  }

  private func text(_ receive: Int, _ send: Int) -> String {
    "LISTEN  \(receive)  \(send)  \(example.server)"
  }
}

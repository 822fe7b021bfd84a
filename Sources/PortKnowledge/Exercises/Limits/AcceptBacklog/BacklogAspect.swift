/// A number that can be asked about a listener and its clients.
enum BacklogAspect: CaseIterable {
  case completed
  case synSent
  case receiveQueue
  case sendQueue

  /// The row's name in a table.
  var name: String {
    switch self {
    case .completed: "handshakes completed"
    case .synSent: "clients in SYN-SENT"
    case .receiveQueue: "Recv-Q of the listener"
    case .sendQueue: "Send-Q of the listener"
    }
  }

  /// The question.
  var question: String {
    switch self {
    case .completed: "How many of the clients have completed the handshake by then?"
    case .synSent: "How many clients are in SYN-SENT then?"
    case .receiveQueue: "Which Recv-Q does ss show for the listener then?"
    case .sendQueue: "Which Send-Q does ss show for the listener then?"
    }
  }

  /// The right number.
  func value(in queue: AcceptQueue) -> Int {
    switch self {
    case .completed: queue.completed
    case .synSent: queue.unanswered
    case .receiveQueue: queue.waiting
    case .sendQueue: queue.backlog
    }
  }

  /// Why it is right.
  func reason(in example: BacklogCase) -> String {
    let queue = example.queue
    switch self {
    case .completed where queue.accepted == 0:
      return "The accept queue has room for \(queue.backlog) + 1, and \(queue.waiting) of them "
        + (queue.waiting == 1 ? "is taken." : "are taken.")
    case .completed:
      return "In the accept queue \(queue.waiting), accepted \(queue.accepted): together "
        + "\(queue.completed)."
    case .synSent where queue.unanswered == 0:
      return "Everybody found a place, so nobody is left in SYN-SENT."
    case .synSent:
      return "\(queue.completed) of \(example.clients) found a place; every other SYN was dropped."
    case .receiveQueue:
      return "A listener's Recv-Q is what waits for accept(): \(queue.waiting)."
    case .sendQueue:
      return "A listener's Send-Q is its backlog: \(queue.backlog)."
    }
  }

  /// Wrong numbers that people give here, each with its reason; no number twice.
  func confusions(in example: BacklogCase) -> [(value: Int, reason: String)] {
    let right = value(in: example.queue)
    var seen: Set<Int> = [right]
    return candidates(example).filter { $0.value >= 0 && seen.insert($0.value).inserted }
  }

  private func candidates(_ example: BacklogCase) -> [(value: Int, reason: String)] {
    switch self {
    case .completed: Self.completed(example)
    case .synSent: Self.synSent(example)
    case .receiveQueue: Self.receiveQueue(example)
    case .sendQueue: Self.sendQueue(example)
    }
  }

  // MARK: Confusions

  private static func completed(_ example: BacklogCase) -> [(value: Int, reason: String)] {
    let queue = example.queue
    var all: [(Int, String)] = []
    if let before = example.queueBefore {
      all.append(
        (
          before.completed,
          "So it was before accept() made room. The clients in SYN-SENT sent their SYN again, and "
            + "found a place then."
        ))
    }
    if queue.waiting == queue.capacity {
      all.append(
        (
          queue.completed - 1,
          "One too few: listen(n) has room for n + 1. The queue counts as full only once it holds "
            + "more than \(queue.backlog)."
        ))
    }
    if queue.unanswered > 0 {
      all.append(
        (
          example.clients,
          "Not all \(example.clients): for \(queue.unanswered) of them the queue was full, and then a "
            + "SYN is dropped."
        ))
    } else {
      all.append(
        (
          queue.capacity + queue.accepted,
          "So many would find a place: \(queue.capacity) in the queue, \(queue.accepted) accepted. "
            + "But only \(example.clients) came."
        ))
    }
    if queue.accepted > 0 {
      all += [
        (
          queue.waiting,
          "That is Recv-Q. The accepted ones (\(queue.accepted)) completed the handshake too, "
            + "before accept() took them."
        ),
        (
          queue.accepted,
          "That is how often accept() was called. The kernel completes a handshake without it."
        ),
      ]
    }
    return all + [
      (0, "accept() is not needed for a handshake: the kernel completes it while there is room."),
      (
        queue.backlog,
        queue.backlog > example.clients
          ? "Only \(example.clients) came. The backlog says how many may wait, not how many do."
          : "That is the backlog. The queue holds one more than that, and accepted ones have left it."
      ),
    ]
  }

  private static func synSent(_ example: BacklogCase) -> [(value: Int, reason: String)] {
    let queue = example.queue
    var all: [(Int, String)] = []
    if queue.unanswered > 0 {
      if queue.waiting == queue.capacity {
        all.append(
          (
            queue.unanswered + 1,
            "One too many: listen(n) has room for n + 1, here \(queue.backlog) + 1 = "
              + "\(queue.capacity)."
          ))
      } else {
        all.append(
          (
            example.clients - queue.capacity,
            "Nobody loses a place because listen() is called again: \(queue.waiting) still wait in "
              + "the queue."
          ))
      }
      all.append(
        (
          0,
          "The queue was full when the last one came. Linux drops the SYN and refuses nothing, so "
            + "the client stays in SYN-SENT."
        ))
    } else if let before = example.queueBefore {
      all.append(
        (
          before.unanswered,
          "So it was before accept() made room. Then they sent their SYN again and found a place."
        ))
    } else {
      all.append(
        (
          max(1, example.clients - queue.backlog - queue.accepted),
          "Nobody met a full queue: it holds n + 1, here \(queue.backlog) + 1 = \(queue.capacity)."
        ))
    }
    if queue.accepted > 0 {
      all.append(
        (
          example.clients - queue.capacity,
          "This forgets accept(): the accepted ones (\(queue.accepted)) left the queue and made "
            + "room."
        ))
    }
    return all + [
      (
        example.clients - queue.accepted,
        "A client need not be accepted to leave SYN-SENT: a place in the queue is enough."
      ),
      (queue.waiting, "That is Recv-Q: those have completed the handshake and wait for accept()."),
      (example.clients, "Those with a place are in ESTAB, whether or not accept() was called."),
    ]
  }

  private static func receiveQueue(_ example: BacklogCase) -> [(value: Int, reason: String)] {
    let queue = example.queue
    var all: [(Int, String)] = []
    if queue.accepted > 0 {
      all.append(
        (
          queue.completed,
          "Those have completed the handshake. accept() took \(queue.accepted) of them out of the "
            + "queue again."
        ))
    }
    if example.closed != nil {
      all.append(
        (
          queue.waiting - 1,
          "A client that closes keeps its place: only accept() takes a connection out of the queue."
        ))
    }
    if queue.waiting == queue.capacity {
      all.append(
        (
          queue.backlog,
          "\(queue.backlog) is the backlog, which ss shows as Send-Q. The queue holds one more."
        ))
    }
    return all + [
      (queue.backlog, "\(queue.backlog) is the backlog, which ss shows as Send-Q."),
      (
        example.clients,
        "\(example.clients) came, and the queue holds \(queue.waiting) of them. "
          + (queue.accepted == 0
            ? "The others found it full."
            : queue.unanswered == 0
              ? "The others were accepted." : "The others found it full, or were accepted.")
      ),
      (
        queue.capacity,
        "So many would fit. Recv-Q tells how many wait for accept(): \(queue.waiting)."
      ),
      queue.unanswered > 0
        ? (queue.unanswered, "Clients in SYN-SENT are not in the queue.")
        : (
          0,
          "No data have come, but in the row of a listener Recv-Q counts connections that wait for "
            + "accept()."
        ),
    ]
  }

  private static func sendQueue(_ example: BacklogCase) -> [(value: Int, reason: String)] {
    let queue = example.queue
    let asked = example.askedBacklog
    var all: [(Int, String)] = []
    if asked > queue.maximum {
      all.append(
        (
          asked,
          "listen() asked for \(asked), but the kernel cuts that to somaxconn, \(queue.maximum)."
        ))
    }
    if asked < 0 || asked > queue.maximum {
      all.append((128, "128 was the default of somaxconn before Linux 5.4."))
    }
    if asked < 0 {
      all.append(
        example.isPython
          ? (
            queue.maximum,
            "\(queue.maximum) would be the backlog in C. Python makes 0 of a number below 0."
          )
          : (
            0,
            "0 would be the backlog in Python. In C the kernel takes \(asked) as a huge unsigned number, "
              + "and cuts that to somaxconn."
          ))
    }
    if case .listen(let first, _) = example.events.first, example.listens > 1 {
      all.append(
        (first, "That was the first listen(). The second one replaced the backlog with \(asked)."))
    }
    return all + [
      (
        queue.capacity,
        "The queue holds \(queue.capacity), but Send-Q shows the backlog itself: \(queue.backlog)."
      ),
      (queue.waiting, "That is Recv-Q: how many wait for accept()."),
      (
        max(0, queue.capacity - queue.waiting),
        "So many places are free. Send-Q of a listener does not change with that."
      ),
      (0, "A listener sends no data, but its Send-Q shows the backlog."),
    ]
  }
}

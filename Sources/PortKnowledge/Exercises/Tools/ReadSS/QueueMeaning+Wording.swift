extension QueueMeaning {
  /// What is counted, as an answer.
  var phrase: String {
    switch self {
    case .waitingConnections: "connections that wait for accept()"
    case .backlog: "the backlog: the limit of the accept queue"
    case .unreadBytes: "bytes that have arrived and are not read yet"
    case .unacknowledgedBytes: "bytes given to send() and not acknowledged yet"
    }
  }

  /// What a number says, in a sentence.
  func sentence(of value: Int) -> String {
    switch self {
    case .waitingConnections:
      value == 1
        ? "Here 1 connection is complete and waits for accept()."
        : "Here \(value) connections are complete and wait for accept()."
    case .backlog: "Here \(value) is the backlog that listen() was given."
    case .unreadBytes:
      "Here \(value) \(value == 1 ? "byte" : "bytes") lie in the kernel until the program reads."
    case .unacknowledgedBytes:
      "Here \(value) \(value == 1 ? "byte is" : "bytes are") given to send() and not acknowledged yet."
    }
  }
}

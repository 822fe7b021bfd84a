extension Conversation {
  /// Why one step must come before another, said to somebody who has them the wrong way round.
  func explanation(_ rule: CallOrder.Rule) -> String {
    let before = name(rule.before)
    let after = name(rule.after)
    let port = server.port
    return switch rule.reason {
    case .needsDescriptor:
      "socket() comes first: without its descriptor \(after) fails with EBADF."
    case .optionBeforeBind:
      "bind() looks at SO_REUSEADDR when it is called; set afterwards, it is too late for it."
    case .bindBeforeListen:
      "listen() on an unbound socket takes a port of the kernel's choice; bind() would then fail "
        + "with EINVAL."
    case .portToAskFor:
      "Before bind() there is no port, and getsockname() would say 0."
    case .portToReceiveOn:
      "Without bind() the socket does not have port \(port), so nothing could ever arrive there."
    case .listenBeforeAccept: "accept() on a socket that does not listen fails with EINVAL."
    case .connectionToUse:
      "accept() hands out the connection's own socket, and \(after) needs it."
    case .acceptBeforeClose: "Once the listener is closed, accept() fails with EBADF."
    case .connectBeforeData where action(rule.after) == .receive:
      "recv() on a TCP socket without a connection fails with ENOTCONN."
    case .connectBeforeData: "send() on a TCP socket without a connection fails with EPIPE."
    case .answerFollows:
      "\(capitalized(before)) comes before \(after): an answer follows what it answers."
    case .sendBeforeEnd: "After shutdown(SHUT_WR) a send() fails with EPIPE."
    case .endBeforeAnswer:
      "The server answers only after the end of the request. A client that waits for the answer "
        + "before its shutdown() waits for ever."
    case .bytesBeforeEnd: "A stream ends after its bytes: recv() gets them before its 0 bytes."
    case .useBeforeClose: "After close() the descriptor is gone, and \(before) fails with EBADF."
    case .listenBeforeConnect:
      "Before listen() nobody listens on port \(port), so connect() fails with ECONNREFUSED."
    case .portBeforeConnect:
      "The kernel chooses the port, so the client cannot know it before getsockname() has told it."
    case .bindBeforeDatagram:
      "Before bind() nothing receives on port \(port), and the datagram is lost."
    case .acceptWaits:
      "accept() returns only once a client has connected, so \(before) comes before \(after)."
    case .receiveWaits, .endWaits:
      "\(capitalized(after)) comes after its own recv(), which waits for \(before)."
    }
  }

  /// Why one step may come before or after another.
  func freedom(_ one: Int, _ other: Int) -> String {
    let actions = [action(one), action(other)]
    let sides = side(one) == side(other)
    if actions.contains(.accept), actions.contains(.connect) {
      return "connect() ends when the kernel has finished the handshake. accept() only fetches the "
        + "connection: it may be called before and wait, or come later."
    }
    if actions.contains(.accept), actions.contains(.send), !sides {
      return "The client may send as soon as it is connected. The bytes wait in the kernel until "
        + "somebody accepts and reads."
    }
    if actions.contains(.receive) || actions.contains(.receiveEnd), !sides {
      return "A recv() that is called early waits, and bytes that come early wait in the buffer."
    }
    if actions.contains(.open), !sides {
      return "Each program opens its own socket whenever it likes; that tells the other nothing."
    }
    if actions.contains(.closeListener) {
      return "The connection has a socket of its own, so it does not need the listener any more."
    }
    if actions.contains(.askPort), actions.contains(.listen) {
      return "bind() has given the port; getsockname() tells it before and after listen()."
    }
    return "Neither of the two needs the other."
  }

  private func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

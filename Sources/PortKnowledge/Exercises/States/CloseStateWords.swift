/// Why an end of a close history has this row at the end, and none of the others.
struct CloseStateWords {
  /// What a row can show once all has settled, or what people expect it to show.
  enum Row: Hashable, CaseIterable {
    case established
    case finWait2
    case closeWait
    case lastAck
    case timeWait
    case none

    /// The row of a settled state.
    init(_ state: TCPState?) {
      switch state {
      case TCPState.finWait2: self = .finWait2
      case TCPState.closeWait: self = .closeWait
      case TCPState.timeWait: self = .timeWait
      case nil: self = .none
      default: self = .established
      }
    }

    /// The row as it is offered: ss's name of the state.
    var text: String {
      switch self {
      case .established: TCPState.established.ssName
      case .finWait2: TCPState.finWait2.ssName
      case .closeWait: TCPState.closeWait.ssName
      case .lastAck: TCPState.lastAck.ssName
      case .timeWait: TCPState.timeWait.ssName
      case .none: "no row"
      }
    }
  }

  private let history: CloseCase
  private let side: ConnectionSide
  private let own: CloseEnd
  /// The row that the end has.
  let row: Row
  private let first: String
  private let second: String

  init(_ history: CloseCase, _ side: ConnectionSide) {
    self.history = history
    self.side = side
    own = history.end[side]
    row = Row(own.state)
    first = history.firstFIN.map { "call \($0 + 1)" } ?? "no call"
    second = history.secondFIN.map { "call \($0 + 1)" } ?? "no call"
  }

  /// Each row as a choice, with its reason.
  var choices: [Question.Option] {
    let figure = row == .established ? [] : decidingFigure
    return Row.allCases.map {
      Question.Option(
        $0.text, isRight: $0 == row, explanation: $0 == row ? reason : objection(to: $0),
        figure: figure)
    }
  }

  /// The calls with a ▲ under the one that decides both rows.
  private var decidingFigure: [MarkedText] {
    if let reset = history.end.reset {
      let note =
        switch reset.cause {
        case .unread(let count): "\(CloseResult.bytes(count)) unread: RST"
        case .linger: "linger 0: RST"
        case .dataAfterClose: "closed program: RST"
        }
      return history.figure.lines(pointingAt: reset.call, note: note)
    }
    if let call = history.secondFIN {
      return history.figure.lines(pointingAt: call, note: "second FIN")
    }
    guard let call = history.firstFIN else { return [] }
    return history.figure.lines(pointingAt: call, note: "first FIN")
  }

  // MARK: Why

  private var peer: ConnectionSide { side.peer }
  private var wasReset: Bool { history.end.reset != nil }

  /// Why the end has its row.
  var reason: String {
    switch row {
    case .established:
      "Neither a FIN nor an RST was sent: both ends stay in ESTAB."
    case .finWait2:
      own.isOpen
        ? "The \(side)'s FIN (\(first)) is acknowledged, and the \(peer) has sent none yet."
        : "The \(side)'s FIN (\(first)) is acknowledged. Even after close() the kernel waits here "
          + "for the \(peer)'s FIN, for up to tcp_fin_timeout."
    case .closeWait:
      "The \(peer)'s FIN came with \(first). The \(side) has sent none, and the row stays until "
        + "its program does."
    case .timeWait:
      "The \(side) sent the first FIN (\(first)) and has now got the \(peer)'s (\(second)): "
        + "TIME-WAIT for about 60 s."
    case .lastAck, .none:
      wasReset
        ? history.resetSentence + " An RST removes the rows of both ends at once."
        : "The \(side) sent the second FIN (\(second)). When it is acknowledged, LAST-ACK is over "
          + "and the row goes."
    }
  }

  /// Why the end does not have another row.
  private func objection(to other: Row) -> String {
    if wasReset { return resetObjection(to: other) }
    switch other {
    case .established: return "ESTAB ended with the first FIN, which \(first) sent."
    case .finWait2: return finWait2Objection
    case .closeWait: return closeWaitObjection
    case .lastAck: return lastAckObjection
    case .timeWait: return timeWaitObjection
    case .none: return noRowObjection
    }
  }

  private func resetObjection(to other: Row) -> String {
    switch other {
    case .timeWait:
      "A connection that an RST ends leaves no TIME-WAIT. " + history.resetSentence
    case .established:
      history.resetSentence + " Nothing is left of the connection."
    default:
      "\(other.text) does not outlive an RST. " + history.resetSentence
    }
  }

  private var finWait2Objection: String {
    switch row {
    case .established:
      "FIN-WAIT-2 needs a FIN of this end, and the \(side) has sent none."
    case .closeWait:
      "FIN-WAIT-2 is for the end that sent the first FIN: that was the \(peer) (\(first))."
    case .timeWait:
      "FIN-WAIT-2 was over when the \(peer)'s FIN came (\(second))."
    default:
      "FIN-WAIT-2 is for the end that sent the first FIN. The \(side)'s was the second (\(second))."
    }
  }

  private var closeWaitObjection: String {
    switch row {
    case .established:
      "CLOSE-WAIT needs a FIN from the \(peer), which has sent none."
    case .none:
      "CLOSE-WAIT was over when the \(side) sent its own FIN (\(second))."
    default:
      "CLOSE-WAIT is for the end that got the first FIN. The \(side) sent it (\(first))."
    }
  }

  private var lastAckObjection: String {
    switch row {
    case .established:
      "LAST-ACK comes after both FINs, and none was sent."
    case .closeWait:
      "LAST-ACK begins with this end's own FIN, and the \(side) has not sent one."
    case .none:
      "LAST-ACK lasts until the \(peer) acknowledges the FIN of \(second), and that has happened."
    default:
      "LAST-ACK is for the end that sends the second FIN. The \(side) sent the first (\(first))."
    }
  }

  private var timeWaitObjection: String {
    switch row {
    case .established:
      "TIME-WAIT comes after both FINs, and none was sent."
    case .finWait2:
      "TIME-WAIT begins when the \(peer)'s FIN arrives, and the \(peer) has sent none."
    default:
      "TIME-WAIT is for the end that sent the first FIN: that was the \(peer) (\(first))."
    }
  }

  private var noRowObjection: String {
    switch row {
    case .established:
      "Neither end has closed or shut down anything, so both rows are there."
    case .finWait2:
      own.isOpen
        ? "The \(side) still has its socket, and the \(peer)'s direction is still open."
        : "close() does not remove the row: the kernel still waits for the \(peer)'s FIN."
    case .closeWait:
      "The \(peer)'s FIN ends one direction only. The row goes after the \(side) has ended its own."
    default:
      own.isOpen
        ? "The kernel keeps TIME-WAIT for about 60 s, whether or not the program closes."
        : "The row outlives close(): the kernel keeps TIME-WAIT for about 60 s."
    }
  }
}

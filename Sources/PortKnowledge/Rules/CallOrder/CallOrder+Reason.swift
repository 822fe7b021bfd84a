extension CallOrder {
  /// Why a call must be made before another one.
  public enum Reason: Hashable, Sendable {
    /// Without socket() there is no descriptor: EBADF.
    case needsDescriptor
    /// bind() looks at SO_REUSEADDR when it is called.
    case optionBeforeBind
    /// Without bind() the kernel chooses a port, and a later bind() fails with EINVAL.
    case bindBeforeListen
    /// Without bind() there is no port to ask for.
    case portToAskFor
    /// Without bind() nothing can arrive at the port that the client knows.
    case portToReceiveOn
    /// accept() on a socket that does not listen fails with EINVAL.
    case listenBeforeAccept
    /// accept() hands out the socket of the connection.
    case connectionToUse
    /// The listener is closed too early for accept(): EBADF.
    case acceptBeforeClose
    /// Without a connection send() fails with EPIPE and recv() with ENOTCONN.
    case connectBeforeData
    /// An answer follows what it answers.
    case answerFollows
    /// After shutdown(SHUT_WR) send() fails with EPIPE.
    case sendBeforeEnd
    /// The server answers only once it has seen the end of the request.
    case endBeforeAnswer
    /// The end of a stream comes after its bytes.
    case bytesBeforeEnd
    /// After close() the descriptor is gone: EBADF.
    case useBeforeClose
    /// Nothing listens before listen(): ECONNREFUSED.
    case listenBeforeConnect
    /// The client must be told the port first.
    case portBeforeConnect
    /// A datagram to a port that nothing has is lost.
    case bindBeforeDatagram
    /// accept() returns only after connect(), and the next call only comes then.
    case acceptWaits
    /// recv() returns only after the other side's send(), and the next call only comes then.
    case receiveWaits
    /// recv() returns 0 only after the other side has ended, and the next call only comes then.
    case endWaits
  }
}

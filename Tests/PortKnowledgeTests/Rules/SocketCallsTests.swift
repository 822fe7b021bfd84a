import PortKnowledge
import Testing

@Suite("The model of calls on one socket: known cases")
struct SocketCallsKnownCases {
  private static let places = SocketCalls.Places(
    local: Endpoint(.loopback, 8080), server: Endpoint(.loopback, 9000),
    closed: Endpoint(.loopback, 9001))

  private func socket(_ transport: TransportProtocol = .tcp) -> SocketCalls {
    SocketCalls(transport, places: Self.places)
  }

  @Test("A fresh TCP socket refuses what needs a connection, each call in its own way")
  func fresh() {
    let results = [SocketCalls.Call.accept, .send, .receive, .remoteEndpoint, .shutdownWriting]
      .map { call -> ExperimentOutcome in
        var one = socket()
        return one.make(call)
      }
    #expect(
      results == [
        .error("EINVAL"), .error("EPIPE"), .error("ENOTCONN"), .error("ENOTCONN"),
        .error("ENOTCONN"),
      ])
  }

  @Test("A socket is bound once, and a connection counts as bound")
  func boundOnce() {
    var bound = socket()
    #expect(bound.make([.bind, .bind]) == [.ok, .error("EINVAL")])
    var connected = socket()
    #expect(connected.make([.connect, .bind]) == [.ok, .error("EINVAL")])
    var refused = socket()
    #expect(
      refused.make([.bindToPortZero, .connectToClosedPort, .bind])
        == [.ok, .error("ECONNREFUSED"), .ok])
    var named = socket()
    #expect(
      named.make([.bind, .connectToClosedPort, .bind])
        == [.ok, .error("ECONNREFUSED"), .error("EINVAL")])
  }

  @Test("A listener accepts whoever waits, and neither connects nor receives")
  func listener() {
    var one = socket()
    #expect(one.make([.bind, .listen, .accept]) == [.ok, .ok, .error("EAGAIN")])
    one.happen(.clientConnects)
    #expect(
      one.make([.accept, .accept, .connect, .receive, .listen])
        == [.ok, .error("EAGAIN"), .error("EISCONN"), .error("ENOTCONN"), .ok])
  }

  @Test("The first send() to a closed peer succeeds, the second is EPIPE")
  func closedPeer() {
    var one = socket()
    #expect(one.make(.connect) == .ok)
    one.happen(.peerCloses)
    #expect(
      one.make([.receive, .send, .send, .receive])
        == [.text(""), .ok, .error("EPIPE"), .text("")])
  }

  @Test("A RST is told once")
  func reset() {
    var receiving = socket()
    #expect(receiving.make(.connect) == .ok)
    receiving.happen(.peerAborts)
    #expect(
      receiving.make([.receive, .receive, .send])
        == [.error("ECONNRESET"), .text(""), .error("EPIPE")])
    var sending = socket()
    #expect(sending.make(.connect) == .ok)
    sending.happen(.peerAborts)
    #expect(sending.make([.send, .send]) == [.error("ECONNRESET"), .error("EPIPE")])
  }

  @Test("Bytes that arrived before a RST stay readable")
  func bytesFirst() {
    var one = socket()
    #expect(one.make(.connect) == .ok)
    one.happen(.peerSends("a"))
    one.happen(.peerSends("b"))
    one.happen(.peerAborts)
    #expect(one.make([.receive, .receive]) == [.text("ab"), .error("ECONNRESET")])
  }

  @Test("A UDP socket hears of ICMP once, by the call after the send")
  func datagrams() {
    var one = socket(.udp)
    #expect(
      one.make([.connectToClosedPort, .send, .send, .send, .receive, .receive])
        == [
          .ok, .ok, .error("ECONNREFUSED"), .ok, .error("ECONNREFUSED"), .error("EAGAIN"),
        ])
  }

  @Test("A UDP send() that fails leaves the socket with a port")
  func autobind() {
    var one = socket(.udp)
    #expect(
      one.make([.send, .bind, .listen, .localEndpoint])
        == [
          .error("EDESTADDRREQ"), .error("EINVAL"), .error("EOPNOTSUPP"), .endpoint(.any, .chosen),
        ])
  }

  @Test("After close() every call is EBADF")
  func closed() {
    var one = socket()
    #expect(
      one.make([.connect, .close, .send, .close]) == [.ok, .ok, .error("EBADF"), .error("EBADF")])
    #expect(!one.isPossible(.peerCloses))
  }
}

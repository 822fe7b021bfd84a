/// A call that an experiment makes, or something that it looks at.
public enum ExperimentCall: Hashable, Sendable {
  /// socket(): opens the socket.
  case open(TransportProtocol, isIPv6: Bool)
  /// setsockopt().
  case set(ExperimentOption, Int)
  /// bind(); port 0 lets the kernel choose.
  case bind(Endpoint)
  /// listen().
  case listen(backlog: Int)
  /// connect(), and the wait for the end of the handshake: what a blocking call would return.
  ///
  /// `pending` where the handshake is still going on when the patience ends.
  case connect(Endpoint)
  /// connect() on a non-blocking socket, without waiting.
  case beginConnect(Endpoint)
  /// accept(): the new socket gets a name.
  ///
  /// Waits for a connection, but EAGAIN where none comes.
  case accept(as: String)
  /// send() to the peer.
  case send(String)
  /// sendto() of one datagram.
  case sendTo(String, Endpoint)
  /// recv() of at most so many bytes.
  ///
  /// Waits for data, but EAGAIN where none come.
  case receive(upTo: Int)
  /// recv() once at least `arrived` bytes wait: so the outcome does not depend on timing.
  case receiveWhen(arrived: Int, upTo: Int)
  /// shutdown(SHUT_WR).
  case shutdownWriting
  /// shutdown(SHUT_RD).
  case shutdownReading
  /// shutdown(SHUT_RDWR).
  case shutdownBoth
  /// close().
  case close
  /// close() with a linger time of 0, which resets the connection.
  case abort
  /// getsockname().
  case localEndpoint
  /// getpeername().
  case remoteEndpoint
  /// The error that waits in SO_ERROR.
  case pendingError
  /// The state of the socket's row in the kernel's table, also after close().
  case state
  /// Recv-Q and Send-Q of the socket's row.
  case queues
  /// The addresses, ports and state of the socket's line in /proc/net, as they stand there.
  case procLine
  /// Which of these sockets something has arrived for.
  case receiver(among: [String])
  /// So many clients connect to the endpoint, one after the other; how many each listener got.
  ///
  /// Where the sockets are UDP ones, each client sends a datagram.
  case spread(clients: Int, to: Endpoint, over: [String])
  /// So many clients try to connect to the endpoint without being accepted; how many succeed.
  case fill(clients: Int, to: Endpoint)
  /// tx_queue and rx_queue of the socket's line in /proc/net.
  case procQueues
  /// How many of these sockets something has arrived for, whichever they are.
  case receiverCount(among: [String])
  /// send() of so many bytes to the peer, where only their number matters.
  case sendBytes(Int)
  /// connect() to where another socket of the case is bound, whatever port the kernel chose for it.
  case connectToSocket(String)
  /// sendto() of one datagram to where another socket of the case is bound.
  case sendToSocket(String, String)
  /// Which of these sockets' rows in the kernel's table a filter of ss shows.
  case filtered(String, among: [String])
}

extension ExperimentCall: CustomStringConvertible {
  /// The call as C programmers write it, without the descriptor: `bind(0.0.0.0:8080)`.
  public var description: String {
    switch self {
    case .open(let transport, let isIPv6):
      "socket(\(isIPv6 ? "AF_INET6" : "AF_INET"), "
        + "\(transport == .tcp ? "SOCK_STREAM" : "SOCK_DGRAM"))"
    case .set(let option, let value): "setsockopt(\(option.rawValue), \(value))"
    case .bind(let endpoint): "bind(\(endpoint))"
    case .listen(let backlog): "listen(\(backlog))"
    case .connect(let endpoint): "connect(\(endpoint))"
    case .beginConnect(let endpoint): "connect(\(endpoint)), non-blocking"
    case .accept(let name): "accept() as \(name)"
    case .send(let text): "send(\"\(text)\")"
    case .sendTo(let text, let endpoint): "sendto(\"\(text)\", \(endpoint))"
    case .receive(let count): "recv(\(count))"
    case .receiveWhen(let arrived, let count): "recv(\(count)) when \(arrived) bytes wait"
    case .shutdownWriting: "shutdown(SHUT_WR)"
    case .shutdownReading: "shutdown(SHUT_RD)"
    case .shutdownBoth: "shutdown(SHUT_RDWR)"
    case .close: "close()"
    case .abort: "close() with linger 0"
    case .localEndpoint: "getsockname()"
    case .remoteEndpoint: "getpeername()"
    case .pendingError: "getsockopt(SO_ERROR)"
    case .state: "state"
    case .queues: "Recv-Q and Send-Q"
    case .procLine: "line in /proc/net"
    case .receiver(let names): "who of \(names.joined(separator: ", ")) gets it"
    case .spread(let clients, let endpoint, _): "\(clients) clients connect to \(endpoint)"
    case .fill(let clients, let endpoint): "\(clients) clients try to connect to \(endpoint)"
    case .procQueues: "tx_queue and rx_queue in /proc/net"
    case .receiverCount(let names): "how many of \(names.joined(separator: ", ")) get it"
    case .sendBytes(let count): "send() of \(count) bytes"
    case .connectToSocket(let name): "connect() to the port of \(name)"
    case .sendToSocket(let text, let name): "sendto(\"\(text)\") to the port of \(name)"
    case .filtered(let filter, _): "rows that the filter \(filter) shows"
    }
  }
}

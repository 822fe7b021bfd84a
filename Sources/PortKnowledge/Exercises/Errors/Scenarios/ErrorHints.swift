/// The rules of situations said so that they do not name the error, for hints.
enum ErrorHints {
  /// The rule of a situation without its error; nil where the rule itself does not name it.
  static func rule(of scenario: String) -> String? { rules[scenario] }

  private static let closedPort =
    "A host answers a SYN for a port without a listener with a RST, and Linux tells the client so "
    + "at once."
  private static let toldOnce =
    "A RST waits as an error until one call tells it; after that send() and recv() find just a "
    + "connection that is over."
  private static let told =
    "A connected UDP socket is told of ICMP port unreachable: by the next call, and only by one."

  private static let rules: [String: String] = [
    "closed-descriptor": "A descriptor's number means something only from open to close().",
    "dropped": "What a firewall drops gets no answer at all, and TCP tries for about two minutes.",
    "peer-closed-receive":
      "The end of a stream is no error: recv() returns a number of bytes, and this one is special.",
    "own-end-send": "shutdown(SHUT_WR) ends a direction for good, like a pipe without a reader.",
    "peer-reset-receive": "A RST is not an orderly end, and the next call on the socket tells it.",
    "peer-reset-send": toldOnce,
    "reset-told-send": toldOnce,
    "reset-told-receive": toldOnce,
    "nobody-waits":
      "A non-blocking call says \u{201C}try again later\u{201D} where it would sleep.",
    "nothing-there":
      "A non-blocking call says \u{201C}try again later\u{201D} where it would sleep.",
    "no-route": "Every packet needs a route; without one the kernel knows no way to the network.",
    "receive-fresh": "recv() needs a connection, and a port of its own is none.",
    "send-fresh":
      "send() looks whether its direction is open; where there is no connection it never was.",
    "receive-on-listener": "Bytes belong to connections; the listener only makes them.",
    "name-of-listeners-peer": "getpeername() asks for the other end of a connection.",
    "port-closed": closedPort,
    "bound-not-listening": closedPort,
    "udp-only": closedPort,
    "other-loopback": closedPort,
    "ipv6-client": closedPort,
    "rejected-reset": "A RST in answer to a SYN means the same, whoever sends it.",
    "connect-twice": "A connected TCP socket cannot connect again.",
    "listener-connects":
      "Linux gives a listener that connects the same error as a socket that has a connection.",
    "unix-missing": "A path is looked up like any file before a socket is looked for.",
    "unix-stale": "A path without a listener behind it is like a port without one.",
    "unix-bind-stale": "bind() makes the file, and a name that exists counts as taken.",
    "rejected-port": "Linux takes ICMP type 3 code 3, port unreachable, like a RST.",
    "rejected-admin":
      "Linux makes errors of ICMP codes: 0 and 9 the network, 1, 10 and 13 the host, 3 the port.",
    "rejected-network":
      "Linux makes errors of ICMP codes: 0 and 9 the network, 1, 10 and 13 the host, 3 the port.",
    "host-off": "Without an answer to ARP the network is there, but the host is not.",
    "in-progress": "A non-blocking connect() begins the handshake and says just that.",
    "already":
      "A non-blocking connect() begins the handshake and says so; a second one finds it begun.",
    "late-refusal":
      "SO_ERROR holds how the handshake ended: 0, or the error of a blocking connect().",
    "accept-queue-full": "A listener with a full accept queue drops new SYNs without an answer.",
    "udp-closed-receive": told,
    "udp-second-send": told,
    "udp-third-send": told,
    "no-port-left":
      "connect() needs a local port that makes the connection unique. It fails like a bind() to "
      + "something that cannot be had.",
    "same-connection":
      "A connection is named by its four numbers; a second one with the same four cannot be had.",
    "second-send-to-closed":
      "After the peer's FIN a RST counts as the end of sending; without a FIN it counts as a reset.",
    "udp-too-long":
      "A UDP payload over IPv4 has at most 65535 \u{2212} 20 \u{2212} 8 bytes; the kernel knows "
      + "its size before sending.",
    "udp-bind-after-send":
      "send() takes a port from the kernel before it looks for a destination.",
    "output-drop": "What the host's own rules drop is told to the caller as something forbidden.",
    "client-gone-receive":
      "On Linux accept() hands out a connection that was reset meanwhile, and its socket tells it.",
    "mapped-v6only":
      "An IPv4-mapped address contradicts IPV6_V6ONLY: the call does not fit the socket.",
    "v6only-to-mapped":
      "With IPV6_V6ONLY there is no way from the socket to an IPv4-mapped destination.",
    "unread-close": "close() with unread bytes does not end the connection with a FIN.",
    "listener-closed": "Closing a listener throws away the connections that nobody has accepted.",
  ]
}

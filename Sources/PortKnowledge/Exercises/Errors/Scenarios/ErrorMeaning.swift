/// What an error number of a socket call says in general: one short sentence each.
///
/// From errno(3) and the ERRORS sections of bind(2), connect(2), accept(2), send(2), recv(2),
/// udp(7), tcp(7) and unix(7).
enum ErrorMeaning {
  /// The sentence for a name; nil for a result that is no error.
  static func sentence(_ name: String) -> String? { sentences[name] }

  private static let sentences: [String: String] = [
    "EACCES": "EACCES is for something that needs a permission.",
    "EADDRINUSE": "EADDRINUSE is for an address or port that is taken.",
    "EADDRNOTAVAIL": "EADDRNOTAVAIL is for an address or port that cannot be had.",
    "EAGAIN": "EAGAIN is for a call that would have to wait.",
    "EALREADY": "EALREADY is for a handshake that an earlier connect() began.",
    "EBADF": "EBADF is for a descriptor that is not open.",
    "ECONNREFUSED": "ECONNREFUSED is for a destination that nobody serves.",
    "ECONNRESET": "ECONNRESET is for a connection that got a RST.",
    "EDESTADDRREQ": "EDESTADDRREQ is for a send() that has no destination.",
    "EHOSTUNREACH": "EHOSTUNREACH is for a host that cannot be reached.",
    "EINPROGRESS": "EINPROGRESS is for a handshake that has just begun.",
    "EINVAL": "EINVAL is for a call that does not fit the state of the socket.",
    "EISCONN": "EISCONN is for a socket that is connected already.",
    "EMSGSIZE": "EMSGSIZE is for a datagram that is too long.",
    "ENETUNREACH": "ENETUNREACH is for a network without a route.",
    "ENOENT": "ENOENT is for a path that does not exist.",
    "ENOTCONN": "ENOTCONN is for a socket without a peer.",
    "EOPNOTSUPP": "EOPNOTSUPP is for a call that the protocol does not have.",
    "EPERM": "EPERM is for an operation that a rule forbids.",
    "EPIPE": "EPIPE is for sending where sending is over.",
    "ETIMEDOUT": "ETIMEDOUT is for a peer that never answers.",
  ]
}

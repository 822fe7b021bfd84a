/// What a call on an end of a connection returns.
public enum CloseResult: Hashable, Sendable {
  /// It succeeds; send() takes every byte.
  case ok
  /// recv() returns so many bytes.
  case bytes(Int)
  /// recv() returns 0: the peer has ended its direction, or the connection is over.
  case endOfStream
  /// recv() finds nothing and would wait: EAGAIN where the socket is non-blocking.
  case nothingYet
  /// ECONNRESET: the peer has reset the connection.
  case connectionReset
  /// EPIPE: this end can send no more.
  case brokenPipe
  /// ENOTCONN: there is no connection any more.
  case notConnected

  /// The name of the error number; nil where the call succeeds.
  public var errorName: String? {
    switch self {
    case .ok, .bytes, .endOfStream: nil
    case .nothingYet: "EAGAIN"
    case .connectionReset: "ECONNRESET"
    case .brokenPipe: "EPIPE"
    case .notConnected: "ENOTCONN"
    }
  }
}

extension CloseResult: CustomStringConvertible {
  /// `OK`, `5 bytes`, `0, the end of the stream` or the error's name.
  public var description: String {
    switch self {
    case .ok: "OK"
    case .bytes(let count): count == 1 ? "1 byte" : "\(count) bytes"
    case .endOfStream: "0, the end of the stream"
    default: errorName ?? ""
    }
  }
}

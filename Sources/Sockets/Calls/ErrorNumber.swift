import CLinux
import Glibc

/// The number by which a system call says why it failed (errno(3)).
///
/// A structure over the number rather than an enumeration, so that a number which is not named here
/// is kept and shown.
public struct ErrorNumber: RawRepresentable, Hashable, Sendable {
  /// The kernel's number, for example 98.
  public let rawValue: Int32

  /// Wraps the kernel's number.
  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// EINTR: a signal came first.
  public static let interrupted = ErrorNumber(rawValue: EINTR)
  /// EAGAIN: the call would have to wait.
  public static let wouldBlock = ErrorNumber(rawValue: EAGAIN)
  /// EINPROGRESS: the handshake has begun and is not over.
  public static let inProgress = ErrorNumber(rawValue: EINPROGRESS)
  /// EALREADY: the handshake that an earlier connect began is not over.
  public static let alreadyInProgress = ErrorNumber(rawValue: EALREADY)
  /// EACCES: this user may not.
  public static let permissionDenied = ErrorNumber(rawValue: EACCES)
  /// EPERM: this process may not.
  public static let notPermitted = ErrorNumber(rawValue: EPERM)
  /// EADDRINUSE: another socket holds an overlapping address and port.
  public static let addressInUse = ErrorNumber(rawValue: EADDRINUSE)
  /// EADDRNOTAVAIL: this machine has no such address, or no port is left.
  public static let addressNotAvailable = ErrorNumber(rawValue: EADDRNOTAVAIL)
  /// EAFNOSUPPORT: the kernel does not know this family of addresses.
  public static let familyNotSupported = ErrorNumber(rawValue: EAFNOSUPPORT)
  /// ECONNREFUSED: the other side answered that nothing listens there.
  public static let connectionRefused = ErrorNumber(rawValue: ECONNREFUSED)
  /// ECONNRESET: the other side threw the connection away.
  public static let connectionReset = ErrorNumber(rawValue: ECONNRESET)
  /// ETIMEDOUT: no answer came in time.
  public static let timedOut = ErrorNumber(rawValue: ETIMEDOUT)
  /// ENETUNREACH: no route leads there.
  public static let networkUnreachable = ErrorNumber(rawValue: ENETUNREACH)
  /// EHOSTUNREACH: a router says that the host cannot be reached.
  public static let hostUnreachable = ErrorNumber(rawValue: EHOSTUNREACH)
  /// ENOTCONN: the socket has no peer.
  public static let notConnected = ErrorNumber(rawValue: ENOTCONN)
  /// EPIPE: this side, or the peer's reset, has ended sending.
  public static let brokenPipe = ErrorNumber(rawValue: EPIPE)
  /// EINVAL: the call makes no sense on this socket now.
  public static let invalidArgument = ErrorNumber(rawValue: EINVAL)
  /// EMFILE: this process has as many descriptors as it may have.
  public static let tooManyDescriptors = ErrorNumber(rawValue: EMFILE)
  /// ENFILE: the machine has as many open files as it may have.
  public static let tooManyOpenFiles = ErrorNumber(rawValue: ENFILE)
  /// ENOBUFS: messages were lost because the receive buffer was full.
  public static let noBufferSpace = ErrorNumber(rawValue: ENOBUFS)
  /// EBADMSG: what the kernel sent is not what its interface describes.
  public static let badMessage = ErrorNumber(rawValue: EBADMSG)

  /// The name as C programmers write it, for example `EADDRINUSE`.
  ///
  /// `errno 4095` for a number that the C library does not know; strerrorname_np(3).
  public var name: String {
    portside_errno_name(rawValue).map { String(cString: $0) } ?? "errno \(rawValue)"
  }

  /// What it means in a few words, for example `address already in use`; strerrordesc_np(3).
  public var meaning: String {
    guard let text = portside_errno_description(rawValue) else { return "unknown error" }
    let words = String(cString: text)
    // "RPC struct is bad" and the like keep their capitals.
    guard words.dropFirst().first?.isLowercase == true else { return words }
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}

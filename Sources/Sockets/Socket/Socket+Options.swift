import CLinux
import Glibc
public import SystemPackage

extension Socket {
  /// Sets an option; 1 switches on, 0 off; setsockopt(2).
  ///
  /// The corresponding C function is `setsockopt`.
  public func set(_ option: SocketOption, to value: Int32) throws(SocketError) {
    var value = value
    try call("setsockopt").perform("\(number), \(option.levelName), \(option.name), \(value)") {
      setsockopt(
        number, option.level, option.number, &value, socklen_t(MemoryLayout<Int32>.size))
    }
  }

  /// The value of an option; getsockopt(2).
  ///
  /// The corresponding C function is `getsockopt`.
  public func value(of option: SocketOption) throws(SocketError) -> Int32 {
    var value: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    try call("getsockopt").perform(
      "\(number), \(option.levelName), \(option.name)",
      output: { (_: Int32) in option == .error ? Self.errorText(value) : "\(value)" },
      body: { getsockopt(number, option.level, option.number, &value, &length) })
    return value
  }

  private static func errorText(_ value: Int32) -> String {
    value == 0 ? "0" : Errno(rawValue: value).name
  }

  /// The error that waits in SO_ERROR, which this clears; nil where there is none.
  ///
  /// After a handshake it says how that ended.
  ///
  /// The corresponding C function is `getsockopt`.
  public func pendingError() throws(SocketError) -> Errno? {
    let value = try value(of: .error)
    return value == 0 ? nil : Errno(rawValue: value)
  }

  /// Ties the socket to the loopback interface: nothing from the network reaches it, whatever address
  /// it is bound to; SO_BINDTODEVICE in socket(7).
  ///
  /// Needs no privilege since Linux 5.7, as long as the socket is tied to none yet.
  ///
  /// The corresponding C function is `setsockopt`.
  public func tieToLoopback() throws(SocketError) {
    let name = Array("lo".utf8CString)
    try call("setsockopt").perform("\(number), SOL_SOCKET, SO_BINDTODEVICE, \"lo\"") {
      setsockopt(number, SOL_SOCKET, SO_BINDTODEVICE, name, socklen_t(name.count))
    }
  }

  /// How `close` treats unsent bytes; SO_LINGER in socket(7).
  ///
  /// Zero seconds throws the connection away with a reset: neither side keeps TIME_WAIT. Nil is the
  /// usual way: the kernel sends what is left after `close` has returned.
  ///
  /// The corresponding C function is `setsockopt`.
  public func setLinger(seconds: Int32?) throws(SocketError) {
    var value = linger(l_onoff: seconds == nil ? 0 : 1, l_linger: seconds ?? 0)
    let shown = "{\(value.l_onoff), \(value.l_linger)}"
    try call("setsockopt").perform("\(number), SOL_SOCKET, SO_LINGER, \(shown)") {
      setsockopt(number, SOL_SOCKET, SO_LINGER, &value, socklen_t(MemoryLayout<linger>.size))
    }
  }
}

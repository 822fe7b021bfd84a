extension ErrorScenario {
  private static func path(_ d: ErrorDraw) -> String { "/run/app-\(d.port).sock" }

  private static let unixIdea =
    "A unix socket's address is a file. Is it there, may it be used, and does somebody hold it?"

  static func unixMissing(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.note("file", "\(path(d)) does not exist", deciding: "no such file")
    script.ask("C", "connect(\(path(d)))", .error("ENOENT"))
    return ErrorCase(
      setting: "C is a unix stream socket; its server was never started.", script: script,
      reason: "The address of a unix socket is a file, and \(path(d)) is not there.",
      wrong: [
        ("ECONNREFUSED", "That is for a file that is there, but without a listener."),
        ("EADDRNOTAVAIL", "A path is not one of the host's IP addresses."),
        ("EACCES", "Nothing is there that could be protected."),
      ], idea: unixIdea,
      rule: "connect() to a unix path looks the file up first: ENOENT where there is none "
        + "(unix(7)).", isPlayable: false)
  }

  static func unixStale(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.note("file", path(d), deciding: "left behind")
    script.note("server", "has ended without unlink()")
    script.ask("C", "connect(\(path(d)))", .error("ECONNREFUSED"))
    return ErrorCase(
      setting: "C is a unix stream socket.", script: script,
      reason: "The file is still there, but no socket listens behind it any more.",
      wrong: [
        ("ENOENT", "The file \(path(d)) is there."),
        ("ETIMEDOUT", "On one host there is nothing to wait for."),
        ("EADDRINUSE", "That is what bind() would say to a new server."),
      ], idea: unixIdea,
      rule: "A unix path without a listener behind it is ECONNREFUSED; the file alone is no "
        + "server (unix(7)).", isPlayable: false)
  }

  static func unixBindStale(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.note("file", path(d), deciding: "left behind")
    script.note("server", "has ended without unlink()")
    script.ask("B", "bind(\(path(d)))", .error("EADDRINUSE"))
    return ErrorCase(
      setting: "The server is started again; B is its new unix stream socket.", script: script,
      reason: "bind() makes the file, and it never takes one over that is there already.",
      wrong: [
        ("OK", "Nobody listens, but the file itself is in the way."),
        ("ECONNREFUSED", "That is what connect() would say to a client."),
        ("EACCES", "The program may write there; it made the file itself."),
      ], idea: unixIdea,
      rule: "bind() to a unix path that exists is EADDRINUSE, even where no socket is behind it: "
        + "unlink() it first (unix(7)).", isPlayable: false)
  }

  static func unixPermission(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.note("file", "\(path(d)) srw------- root", deciding: "only root may write")
    script.note("server", "listens")
    script.ask("C", "connect(\(path(d)))", .error("EACCES"))
    return ErrorCase(
      setting: "C is a unix stream socket of uid 1000.", script: script,
      reason: "connect() needs the right to write to the file, and uid 1000 has none.",
      wrong: [
        ("EPERM", "File permissions are reported as EACCES."),
        ("ECONNREFUSED", "The server listens; C is stopped before that counts."),
        ("ENOENT", "The file is there, it is only closed to uid 1000."),
      ], idea: unixIdea,
      rule: "On Linux connect() to a unix socket needs write permission on its file: EACCES "
        + "otherwise (unix(7)).", isPlayable: false)
  }

  static func broadcast(_ d: ErrorDraw) -> ErrorCase {
    let all = Endpoint(.octets(192, 0, 2, 255), d.port)
    var script = ErrorScript()
    script.note("host", "192.0.2.1/24")
    script.note("C", "SO_BROADCAST is not set", deciding: "the default")
    script.ask("C", "sendto(\"\(d.word)\", \(all))", .error("EACCES"))
    return ErrorCase(
      setting: "C is a UDP socket.", script: script,
      reason: "192.0.2.255 is the network's broadcast address, which C has not asked for.",
      wrong: [
        ("EPERM", "No firewall forbids it; it is an option that C lacks."),
        ("ENETUNREACH", "The network 192.0.2.0/24 is right here."),
        ("OK", "Sending to everybody must be switched on first."),
      ], idea: "Who is meant by the last address of a network?",
      rule: "Sending to a broadcast address needs SO_BROADCAST: EACCES otherwise (socket(7), "
        + "ip(7)).", isPlayable: false)
  }

  static func outputDrop(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.note("firewall", "output: udp dport \(d.port) drop", deciding: "on C's own host")
    script.ask("C", "sendto(\"\(d.word)\", \(d.far))", .error("EPERM"))
    return ErrorCase(
      setting: "C is a UDP socket. The rule is on C's own host.", script: script,
      reason: "The host's own firewall throws the datagram away, and says so to the caller.",
      wrong: [
        ("OK", "Beyond the host a loss goes unnoticed; its own firewall reports it."),
        ("EACCES", "No permission of a user or file is missing."),
        ("ETIMEDOUT", "sendto() waits for no answer."),
      ], idea: "Where on the way is the datagram lost: on this host, or further out?",
      rule: "A datagram that the host's own output rules drop fails with EPERM "
        + "(measured on Linux).", isPlayable: false)
  }
}

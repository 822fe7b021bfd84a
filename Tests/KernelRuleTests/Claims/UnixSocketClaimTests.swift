import Glibc
import TestSupport
import Testing

@Suite("What lesson 18 says of unix sockets")
struct UnixSocketClaimTests {
  @Test("connect() needs the permission to write to the path")
  func permission() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.file("s")
      let server = try RawSocket(AF_UNIX)
      try server.bind(path: path)
      try server.listen()
      // The folder is to be no obstacle: only the path's own permissions are asked about.
      #expect(chmod(folder.path, 0o711) == 0)
      let user: UInt32? = geteuid() == 0 ? 65534 : nil
      for (mode, code) in [(0o666, nil), (0o644, EACCES), (0o000, EACCES)] as [(mode_t, Int32?)] {
        #expect(chmod(path, mode) == 0)
        // For the owner the owner's bits count; as root another user is asked.
        let expected = user == nil && mode == 0o644 ? nil : code
        let result = try await onOwnThread {
          if let user { try UserOfThread.loseEverything(as: user) }
          let client = try RawSocket(AF_UNIX)
          return RawSocket.code { try client.connect(path: path) }
        }
        #expect(result == expected, "mode \(String(mode, radix: 8))")
      }
    }
  }

  @Test("SO_PEERCRED tells process, user and group of the peer")
  func credentials() throws {
    try withTemporaryFolder { folder in
      let server = try RawSocket(AF_UNIX)
      try server.bind(path: folder.file("s"))
      try server.listen()
      let client = try RawSocket(AF_UNIX)
      try client.connect(path: folder.file("s"))
      let accepted = try server.accept()
      // struct ucred, unix(7): pid, uid, gid.
      var credentials = [UInt32](repeating: .max, count: 3)
      var length = socklen_t(12)
      try RawSocket.check(
        "getsockopt",
        getsockopt(accepted.number, SOL_SOCKET, SO_PEERCRED, &credentials, &length))
      #expect(credentials == [UInt32(getpid()), geteuid(), getegid()])
    }
  }

  @Test(
    "a stale path is EADDRINUSE for bind(), with SO_REUSEADDR too, and ECONNREFUSED to connect()")
  func stalePath() throws {
    try withTemporaryFolder { folder in
      let path = folder.file("s")
      do {
        let first = try RawSocket(AF_UNIX)
        try first.bind(path: path)
        try first.listen()
        // open(2) leads to no socket.
        #expect(open(path, O_RDONLY) == -1 && errno == ENXIO)
      }
      let second = try RawSocket(AF_UNIX)
      try second.set(SOL_SOCKET, SO_REUSEADDR, 1)
      #expect(RawSocket.code { try second.bind(path: path) } == EADDRINUSE)
      let client = try RawSocket(AF_UNIX)
      #expect(RawSocket.code { try client.connect(path: path) } == ECONNREFUSED)
      #expect(RawSocket.code { try client.connect(path: folder.file("none")) } == ENOENT)
      #expect(unlink(path) == 0)
      try second.bind(path: path)
    }
  }

  @Test("an abstract name is free again with its last socket")
  func abstractName() throws {
    let name = "portside-claims-\(getpid())"
    do {
      let first = try RawSocket(AF_UNIX)
      try first.bind(abstract: name)
      let second = try RawSocket(AF_UNIX)
      #expect(RawSocket.code { try second.bind(abstract: name) } == EADDRINUSE)
    }
    let third = try RawSocket(AF_UNIX)
    try third.bind(abstract: name)
  }

  @Test("a path of 107 bytes fits with its zero, and one of 109 bytes fits no address")
  func longPath() throws {
    try withTemporaryFolder { folder in
      let path = folder.file("")
      let fits = path + String(repeating: "x", count: 107 - path.utf8.count)
      let socket = try RawSocket(AF_UNIX)
      try socket.bind(path: fits)
      var address = [UInt8](repeating: 0x78, count: 112)
      address[0] = UInt8(AF_UNIX)
      address[1] = 0
      let other = try RawSocket(AF_UNIX)
      let result = address.withUnsafeBytes { bytes in
        Glibc.bind(other.number, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self), 111)
      }
      #expect(result == -1 && errno == EINVAL)
    }
  }

  @Test("with SOCK_CLOEXEC a program that is executed does not get the socket, without it does")
  func closeOnExecute() async throws {
    let listener = try RawSocket()
    try listener.bind()
    try listener.listen()
    for (flag, isInherited) in [(FD_CLOEXEC, false), (0, true)] {
      try RawSocket.check("fcntl", fcntl(listener.number, F_SETFD, flag))
      let told = try await Command("/bin/ls", ["-l", "/proc/self/fd/\(listener.number)"]).run()
      #expect((told.status == 0) == isInherited, "\(told)")
    }
  }
}

import Foundation
import Glibc
import TestSupport
import Testing

@Suite(
  "Who may have a low port",
  .enabled("no capability can be taken away and given, or no network namespace be made here") {
    guard geteuid() == 0, FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv") else {
      return false
    }
    return try await Command("/usr/bin/unshare", ["-n", "/bin/true"]).run().status == 0
  })
struct CapabilityTests {
  /// What the demo's bind() of a low port says, run with these capabilities.
  private func bind(_ capabilities: [String]) async throws -> String {
    try await withTemporaryFolder { folder in
      #expect(chmod(folder.path, 0o777) == 0)
      let program = try ProgramUnderTest.path
      // Where everybody may listen everywhere, as in many containers, there is nothing to see: the
      // demo runs in a network of its own with the usual border.
      let script = """
        echo 1024 > /proc/sys/net/ipv4/ip_unprivileged_port_start && ip link set lo up
        exec setpriv \(capabilities.joined(separator: " ")) \
          '\(program)' demo privileged --plain --data '\(folder.file("data"))'
        """
      let told = try await Command("/usr/bin/unshare", ["-n", "/bin/sh", "-c", script]).run()
      let calls = told.output.split(separator: "\n").filter { $0.contains("low port: bind(") }
      return calls.first.map(String.init) ?? "\(told)"
    }
  }

  @Test("the capability decides, and not the user id")
  func capability() async throws {
    let none = "--bounding-set=-net_bind_service --inh-caps=-net_bind_service"
    let nobody = "--reuid=65534 --regid=65534 --clear-groups"
    let given = "--inh-caps=+net_bind_service --ambient-caps=+net_bind_service"
    #expect(try await bind(["--inh-caps=-net_raw"]).contains("= 0"))
    #expect(try await bind([none]).contains("EACCES"))
    #expect(try await bind([nobody]).contains("EACCES"))
    #expect(try await bind([nobody, given]).contains("= 0"))
  }
}

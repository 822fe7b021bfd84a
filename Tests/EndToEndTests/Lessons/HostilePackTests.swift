import Foundation
import TestSupport
import Testing

@Suite("Lessons from somebody who means harm")
struct HostilePackTests {
  /// What a pack may cost: seconds of processor time and KiB of address space, kept by the kernel.
  private static let bounds = "ulimit -t 2; ulimit -v 1048576"

  private func run(_ arguments: [String]) async throws -> Command.Outcome {
    let program = try ProgramUnderTest.path
    return try await Command(
      "/bin/sh", ["-c", "\(Self.bounds); exec \"$0\" \"$@\"", program] + arguments
    )
    .run()
  }

  @Test("get a sentence or are shown without harm, cheaply", arguments: HostilePack.all)
  func pack(_ pack: HostilePack) async throws {
    try await withTemporaryFolder { outer in
      try outer.write(HostilePack.canary, to: HostilePack.canaryName)
      let folder = try outer.subfolder("pack")
      try pack.make(folder)
      let check = try await run(["lessons", "check", folder.path])
      if let told = pack.told {
        #expect(check.status == 2 || check.status == 1, "\(check)")
        #expect((check.output + check.errors).contains(told), "\(check)")
      } else {
        #expect(check.status == 0 || check.status == 2, "\(check)")
      }
      let read = try await run(["learn", "1", "--plain", "--lessons", folder.path])
      let list = try await run(["lessons", "--lessons", folder.path])
      for outcome in [check, read, list] {
        #expect((0...64).contains(outcome.status), "\(outcome)")
        let told = outcome.output + outcome.errors
        #expect(!told.contains(HostilePack.canary))
        let isClean = told.unicodeScalars.allSatisfy {
          $0 == "\n" || !(0..<0x20).contains($0.value) && !(0x7F..<0xA0).contains($0.value)
        }
        #expect(isClean, "\(told.debugDescription)")
        #expect(!told.unicodeScalars.contains("\u{202E}"))
      }
      let kept = try String(contentsOfFile: outer.file(HostilePack.canaryName), encoding: .utf8)
      #expect(kept == HostilePack.canary)
    }
  }
}

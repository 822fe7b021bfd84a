import Foundation
import TestSupport
import Testing

/// A file that becomes a link while it is read: between looking at it and opening it, nothing may
/// happen that shows another file.
@Suite("A lesson that is exchanged for a link while it is read")
struct ExchangedFileTests {
  @Test("is read as it was or refused, and never shows what the link leads to")
  func exchange() async throws {
    try await withTemporaryFolder { folder in
      let secret = "CANARY-THAT-NOBODY-SHOWS"
      try folder.write("---\ntitle: \(secret)\n---\n\n## \(secret)\n", to: "secret")
      let pack = try folder.subfolder("pack")
      try pack.write("---\nid: a\n---\n", to: "01-a.md")
      let rounds = 150
      // The exchange runs beside the reader, in one shell, until the reader is done.
      let script = """
        cp pack/01-a.md real
        (while [ ! -e done ]; do
          ln -sf ../secret pack/new && mv -f pack/new pack/01-a.md
          cp real pack/new && mv -f pack/new pack/01-a.md
        done) &
        i=0
        while [ $i -lt \(rounds) ]; do
          '\(try ProgramUnderTest.path)' lessons check pack
          i=$((i + 1))
        done
        touch done
        wait
        """
      let told = try await Command(
        "/usr/bin/timeout",
        ["-s", "KILL", "600", "/bin/sh", "-c", "cd '\(folder.path)' || exit 1\n" + script]
      ).run()
      #expect(!told.wasKilled)
      #expect(!told.output.contains(secret) && !told.errors.contains(secret))
      // Both were met: the file, and the link that is refused.
      #expect(told.output.contains("This is a symbolic link"), "\(told.output.suffix(400))")
      #expect(told.output.contains("has no \"title\""), "\(told.output.suffix(400))")
    }
  }
}

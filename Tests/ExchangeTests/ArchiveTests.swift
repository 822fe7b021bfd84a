import Foundation
import TestSupport
import Testing

@testable import Exchange

@Suite("ZIP archives and checksums")
struct ArchiveTests {
  @Test("Checksums are those of the standards' examples")
  func checksums() {
    #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CRC32.checksum([]) == 0)
    #expect(SHA1.firstWord("abc") == 0xA999_3E36)
    #expect(SHA1.firstWord("") == 0xDA39_A3EE)
    #expect(SHA1.firstWord(String(repeating: "a", count: 1_000_000)) == 0x34AA_973C)
    #expect(
      SHA1.firstWord("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") == 0x8498_3E44)
  }

  @Test("Another program reads the archive and finds it whole")
  func archive() async throws {
    let archive = ZIPArchive([
      ZIPArchive.Entry(name: "one", bytes: Array("first".utf8)),
      ZIPArchive.Entry(name: "empty", bytes: []),
      ZIPArchive.Entry(name: "two", bytes: (0..<70_000).map { UInt8(truncatingIfNeeded: $0) }),
    ])
    let script = """
      import sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      sizes = [(i.filename, i.file_size) for i in archive.infolist()]
      sys.stdout.write(repr((archive.testzip(), sizes, archive.read('one'))))
      """
    try await withTemporaryFolder { folder in
      let path = try folder.write(Data(archive.bytes), to: "archive.zip")
      let outcome = try await Command("/usr/bin/env", ["python3", "-c", script, path]).run()
      guard outcome.status != 127 else { return }
      #expect(
        outcome.output == "(None, [('one', 5), ('empty', 0), ('two', 70000)], b'first')",
        "\(outcome.errors)")
    }
  }
}

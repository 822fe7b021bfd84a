import CLinux
import Glibc
import TerminalUI
import Testing

@Suite("The columns of scalars")
struct ScalarWidthTests {
  /// Runs work with the C library's UTF-8 locale on this thread only.
  private func withUTF8<Result>(_ work: () -> Result) throws -> Result {
    let locale = try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    return work()
  }

  @Test("Every assigned scalar takes as many columns as the C library counts")
  func likeTheLibrary() throws {
    var compared = 0
    let different = try withUTF8 {
      var different: [String] = []
      for value in Array(UInt32(0x20)...0x3_23FF) + Array(0xE_0000...0xE_01FF) {
        // All planes that have assigned scalars, except those for private use.
        guard let scalar = Unicode.Scalar(value), !isControl(value),
          scalar.properties.generalCategory != .unassigned
        else { continue }
        let width = portside_wcwidth(value)
        // The library may know fewer scalars than Swift does.
        guard width >= 0 else { continue }
        compared += 1
        if ScalarWidth.columns(of: scalar) != Int(width) {
          different.append(String(value, radix: 16) + "=\(width)")
        }
      }
      return different
    }
    #expect(different.isEmpty)
    #expect(compared > 140_000)
  }

  @Test("Some that a table could get wrong")
  func some() {
    #expect("aäß─▸✓→·…\u{AD}".unicodeScalars.allSatisfy { ScalarWidth.columns(of: $0) == 1 })
    #expect("日本語한가🙂！".unicodeScalars.allSatisfy { ScalarWidth.columns(of: $0) == 2 })
    #expect(
      "\u{300}\u{36F}\u{20E3}\u{1160}".unicodeScalars.allSatisfy {
        ScalarWidth.columns(of: $0) == 0
      })
  }

  private func isControl(_ value: UInt32) -> Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}

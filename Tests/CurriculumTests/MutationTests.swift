import Curriculum
import PortKnowledge
import Testing

@Suite("Broken lessons")
struct MutationTests {
  @Test("a sound lesson with bytes exchanged, cut or doubled is read or refused with a place")
  func mutations() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed: seed)
    let original = Array(
      (Sample.front + "## H\n\n- a *b*\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n"
        + Sample.question).utf8)
    for _ in 0..<2000 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(bytes[index], at: index)
        default: bytes.removeSubrange(index..<min(index + 20, bytes.count))
        }
        if bytes.isEmpty { bytes = original }
      }
      do throws(LessonFaults) {
        _ = try LessonReader().read(bytes, file: "x.md")
      } catch {
        let lines = bytes.count { $0 == 0x0A } + 1
        #expect(!error.faults.isEmpty, "seed \(seed)")
        #expect(
          error.faults.allSatisfy { (1...lines).contains($0.line) && $0.column >= 1 },
          "seed \(seed): \(error)")
        #expect(error.faults.allSatisfy { $0.message.hasSuffix(".") }, "seed \(seed): \(error)")
      }
    }
  }
}

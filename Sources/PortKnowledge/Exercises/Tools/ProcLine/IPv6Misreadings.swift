/// An IPv6 address with the usual mistakes in reading and writing it.
struct IPv6Misreadings {
  let address: IPAddress
  /// The 32 digits as the kernel prints them.
  let digits: String

  init(_ address: IPAddress) {
    self.address = address
    digits = ProcNetLine.text(of: address)
  }

  /// The address if the words were taken as they are printed.
  var unreversed: IPAddress { ProcNetLine.address(digits, byteOrder: .big) ?? address }

  /// The address if all sixteen bytes were reversed at once.
  var allReversed: IPAddress {
    let words = ProcNetLine.words(of: unreversed).map { UInt64($0.byteSwapped) }
    guard words.count == 4 else { return address }
    return .v6(words[3] << 32 | words[2], words[1] << 32 | words[0])
  }

  /// The address if the bytes of each 16-bit group were exchanged.
  var groupsSwapped: IPAddress {
    func swapped(_ half: UInt64) -> UInt64 {
      (half & 0xFF00_FF00_FF00_FF00) >> 8 | (half & 0x00FF_00FF_00FF_00FF) << 8
    }
    guard case .v6(let high, let low) = unreversed else { return address }
    return .v6(swapped(high), swapped(low))
  }

  /// Wrong addresses, each with its reason and once only.
  var wrong: [(address: IPAddress, reason: String)] {
    let all: [(IPAddress, String)] = [
      (
        unreversed,
        "These are the words as they are printed. On a little-endian machine the bytes of each "
          + "word stand in reverse order."
      ),
      (
        allReversed,
        "Here all 16 bytes are reversed at once. Only the bytes inside each word of 8 digits are; "
          + "the words keep their order."
      ),
      (
        groupsSwapped,
        "Here the bytes of each 16-bit group are exchanged. It is the 4 bytes of each word of 8 "
          + "digits that stand in reverse order."
      ),
    ]
    var seen: Set<IPAddress> = [address]
    return all.filter { seen.insert($0.0).inserted }
  }

  /// The words as they are printed, with spaces between them.
  var words: String {
    let all = Array(digits)
    return stride(from: 0, to: all.count, by: 8).map { String(all[$0..<$0 + 8]) }
      .joined(separator: " ")
  }

  /// The words of the address in the order in which they are written.
  static func written(_ address: IPAddress) -> String {
    ProcNetLine.text(of: address, byteOrder: .big)
  }
}

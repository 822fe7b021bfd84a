import TerminalUI

/// What a terminal reports of the mouse.
struct MouseReport: Hashable {
  private let button: Int
  private let column: Int
  private let row: Int
  private let isPress: Bool

  /// A report in the form `< button ; column ; row M`, without its first and last byte.
  ///
  /// - Returns: nil where it has no three numbers.
  init?(parameters: some Sequence<UInt8>, isPress: Bool) {
    var numbers = [0]
    var hasDigit = false
    for byte in parameters {
      switch byte {
      case 0x30...0x39:
        // No screen has so many columns, and no number grows past what fits.
        numbers[numbers.count - 1] = min(
          100_000, numbers[numbers.count - 1] * 10 + Int(byte - 0x30))
        hasDigit = true
      case 0x3B where hasDigit && numbers.count < 3:
        numbers.append(0)
        hasDigit = false
      default: return nil
      }
    }
    guard numbers.count == 3, hasDigit else { return nil }
    (button, column, row) = (numbers[0], numbers[1] - 1, numbers[2] - 1)
    self.isPress = isPress
  }

  /// A report in the old form: three bytes, each 32 more than its value.
  init?(bytes: [UInt8]) {
    guard bytes.count == 3, bytes.allSatisfy({ $0 >= 32 }) else { return nil }
    (button, column, row) = (Int(bytes[0]) - 32, Int(bytes[1]) - 33, Int(bytes[2]) - 33)
    // Button 3 means that one was let go.
    isPress = button & 3 != 3
  }

  /// The key that it stands for on a screen of a size; nil where it means nothing to us.
  func key(in size: Size) -> Key? {
    // Shift, Alt and Control add 4, 8 and 16; moving with a button held adds 32.
    switch button & ~(4 + 8 + 16) {
    case 0 where isPress:
      guard column >= 0, row >= 0, size.columns > 0, size.rows > 0 else { return nil }
      return .click(column: min(column, size.columns - 1), row: min(row, size.rows - 1))
    case 64: return .wheelUp
    case 65: return .wheelDown
    default: return nil
    }
  }
}

/// Whole numbers as people write them.
enum GroupedNumber {
  /// A number with a comma before each group of three digits, for example 1,204.
  static func text(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(number.magnitude).reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return (number < 0 ? "-" : "") + String(text.reversed())
  }
}

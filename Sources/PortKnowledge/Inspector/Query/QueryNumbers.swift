/// The numbers in a query: process ids, user ids and sizes of queues.
enum QueryNumbers {
  /// Numbers with commas between them.
  static func list<Number: FixedWidthInteger>(
    _ value: Substring, _ column: Int, of what: String, _ type: Number.Type
  ) throws(SocketQueryError) -> [Number] {
    var numbers: [Number] = []
    var column = column
    for digits in value.split(separator: ",", omittingEmptySubsequences: false) {
      if digits.isEmpty {
        throw SocketQueryError(column: column, "a \(what) is missing next to the comma")
      }
      guard digits.allSatisfy(\.isASCIIDigit), let number = Number(digits) else {
        let shown = FilterVocabulary.shown(String(digits))
        throw SocketQueryError(column: column, "\(shown) is no \(what): write its number")
      }
      numbers.append(number)
      column += digits.count + 1
    }
    return numbers
  }

  /// The sizes of a comparison such as `>0`; a number alone means that very size.
  static func sizes(
    _ value: Substring, _ column: Int, after key: String
  ) throws(SocketQueryError) -> ClosedRange<UInt32> {
    let (comparison, digits) = compared(value)
    let place = column + value.count - digits.count
    if digits.isEmpty {
      throw SocketQueryError(column: place, "a number is missing here, as in \(key)>0")
    }
    guard digits.allSatisfy(\.isASCIIDigit), let number = UInt32(digits) else {
      let shown = FilterVocabulary.shown(String(digits))
      throw SocketQueryError(column: place, "\(shown) is no size: write digits, as in \(key)>0")
    }
    guard let sizes = range(comparison, number, in: 0 ... .max) else {
      throw SocketQueryError(column: column, "no size is \(comparison.words) \(number)")
    }
    return sizes
  }

  /// A comparison that stands before a number.
  enum Comparison: String, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
    case equal = "="

    /// It in a sentence.
    var words: String {
      switch self {
      case .atLeast: "at least"
      case .atMost: "at most"
      case .above: "above"
      case .below: "below"
      case .equal: "equal to"
      }
    }
  }

  /// A comparison and what follows it; equality where none stands there.
  static func compared(_ value: Substring) -> (Comparison, Substring) {
    let found = Comparison.allCases.first { value.hasPrefix($0.rawValue) }
    return (found ?? .equal, value.dropFirst(found?.rawValue.count ?? 0))
  }

  /// The numbers of a range that a comparison means; nil where there are none.
  static func range<Number: FixedWidthInteger>(
    _ comparison: Comparison, _ number: Number, in all: ClosedRange<Number>
  ) -> ClosedRange<Number>? {
    switch comparison {
    case .equal: all.contains(number) ? number...number : nil
    case .atLeast: number <= all.upperBound ? max(number, all.lowerBound)...all.upperBound : nil
    case .atMost: number >= all.lowerBound ? all.lowerBound...min(number, all.upperBound) : nil
    case .above: number < all.upperBound ? max(number + 1, all.lowerBound)...all.upperBound : nil
    case .below: number > all.lowerBound ? all.lowerBound...min(number - 1, all.upperBound) : nil
    }
  }
}

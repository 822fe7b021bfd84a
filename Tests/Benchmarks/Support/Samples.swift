/// The same work measured again and again.
public struct Samples {
  /// What it is.
  public let name: String
  private var values: [Double] = []

  /// No sample yet.
  public init(_ name: String) {
    self.name = name
  }

  /// Adds a value that was measured elsewhere.
  public mutating func add(_ value: Double) {
    values.append(value)
  }

  /// Does the work once and adds how long it took, in milliseconds.
  public mutating func measure(_ work: () throws -> Void) rethrows {
    values.append(try ContinuousClock().measure(work) / .milliseconds(1))
  }

  /// The middle value; 0 where there is none.
  public var median: Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }

  /// The smallest and the greatest value; 0 where there is none.
  public var spread: (least: Double, greatest: Double) {
    (values.min() ?? 0, values.max() ?? 0)
  }

  /// One line: the name, the median, and between what all values are.
  public func line(unit: String) -> String {
    let blank = String(repeating: " ", count: max(1, 36 - name.count))
    return "\(name)\(blank)\(Self.text(median)) \(unit)"
      + "  (\(Self.text(spread.least)) to \(Self.text(spread.greatest)))"
  }

  /// A number with two decimals.
  public static func text(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let rest = abs(hundredths) % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

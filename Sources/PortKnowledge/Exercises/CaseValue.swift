/// The data of an exercise's case, so that another program can build it: text, numbers, truth
/// values, lists, and members by name.
///
/// The same shapes that JSON has, without the text of it.
public enum CaseValue: Hashable, Sendable {
  /// A text.
  case text(String)
  /// A whole number.
  case number(Int)
  /// True or false.
  case truth(Bool)
  /// Values in order.
  case list([CaseValue])
  /// Members by name.
  case object([String: CaseValue])
  /// Nothing.
  case null

  /// The description of a value, for example of an endpoint.
  public init(_ value: some CustomStringConvertible) {
    self = .text(value.description)
  }

  /// A number of a port.
  public init(_ port: PortNumber) {
    self = .number(Int(port.rawValue))
  }
}

extension CaseValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(value) }
  /// True or false.
  public init(booleanLiteral value: Bool) { self = .truth(value) }
  /// Values in order.
  public init(arrayLiteral elements: CaseValue...) { self = .list(elements) }
  /// Members by name; of two with one name the last counts.
  public init(dictionaryLiteral elements: (String, CaseValue)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
  }
}

/// A value of a flat JSON object.
enum FlatValue: Hashable {
  /// A text.
  case text(String)
  /// A whole number.
  case number(Int64)
  /// True or false.
  case truth(Bool)
  /// Nothing.
  case null
}

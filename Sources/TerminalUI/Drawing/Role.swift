/// What a piece of text is.
///
/// A terminal turns roles into colours and attributes in one place.
public enum Role: UInt8, Hashable, Sendable, CaseIterable {
  /// Running text.
  case text
  /// Text that stands back: rules, captions, counts.
  case dim
  /// What leads the eye: headings and keys.
  case accent
  /// The chosen line.
  case selected
  /// Right; always with ✓ or a word.
  case good
  /// Wrong; always with ✗ or a word.
  case bad
  /// A warning; always in words too.
  case caution
  /// Commands, calls, program text.
  case code
  /// A transport protocol.
  case transport
  /// A source address.
  case sourceAddress
  /// A source port.
  case sourcePort
  /// A destination address.
  case destinationAddress
  /// A destination port.
  case destinationPort
}

import TerminalUI

/// Turns the bytes that a terminal sends into keys.
///
/// Sequences may be split between reads. What is unknown, broken or too long is dropped as a whole,
/// so that its rest is never taken for keys. Sources: ECMA-48 (control sequences), XTerm Control
/// Sequences (mouse, bracketed paste), RFC 3629 (UTF-8).
struct KeyDecoder {
  /// The most bytes of a paste that are kept.
  static let pasteLimit = 64 * 1024
  /// How long the end of a paste may be missing before the next input counts as keys again.
  static let pasteGap = Duration.seconds(1)

  /// What the bytes so far are the beginning of.
  private enum State {
    case ground
    case scalar(bytes: [UInt8], count: Int)
    case escape
    case sequence([UInt8])
    case shifted
    case mouse([UInt8])
    case console
    case paste(PasteCollector)
  }

  private var state = State.ground
  private var keys: [Key] = []
  private var text = String.UnicodeScalarView()
  private var lastInput: ContinuousClock.Instant?
  private let special: [[UInt8]: Key]

  /// A decoder that knows these sequences of the terminal's description besides the usual ones.
  init(special: [[UInt8]: Key] = [:]) {
    self.special = special
  }

  /// Whether an Escape waits for time to tell whether it is a key by itself.
  var isUndecided: Bool {
    if case .escape = state { true } else { false }
  }

  /// Decodes bytes that came in at a time, from a terminal of a size.
  mutating func decode(
    _ bytes: [UInt8], size: Size, now: ContinuousClock.Instant
  ) -> [Key] {
    endStalePaste(now: now)
    lastInput = now
    for (index, byte) in bytes.enumerated() {
      take(byte, rest: bytes[(index + 1)...], size: size)
    }
    return takeKeys()
  }

  /// Decides that a waiting Escape is a key: nothing followed it.
  mutating func decide() -> [Key] {
    if isUndecided {
      state = .ground
      emit(.escape)
    }
    return takeKeys()
  }

  private mutating func takeKeys() -> [Key] {
    flushText()
    defer { keys = [] }
    return keys
  }

  private mutating func endStalePaste(now: ContinuousClock.Instant) {
    guard case .paste(let paste) = state, let lastInput, now - lastInput > Self.pasteGap else {
      return
    }
    state = .ground
    emit(.paste(paste.text))
  }

  private mutating func take(_ byte: UInt8, rest: ArraySlice<UInt8>, size: Size) {
    switch state {
    case .ground:
      takeFirst(byte)
    case .scalar(let bytes, let count):
      takeContinuation(byte, bytes: bytes, count: count)
    case .escape:
      takeAfterEscape(byte)
    case .sequence(let bytes):
      takeInSequence(byte, bytes: bytes, size: size)
    case .shifted:
      state = .ground
      finish([0x4F, byte], key: KeySequences.shifted[byte])
    case .mouse(let bytes) where bytes.count == 2:
      state = .ground
      if let key = MouseReport(bytes: bytes + [byte])?.key(in: size) { emit(key) }
    case .mouse(let bytes):
      state = .mouse(bytes + [byte])
    case .console:
      state = .ground
      if (0x41...0x45).contains(byte) { emit(.function(Int(byte) - 0x40)) }
    case .paste(var paste):
      // Taken out first: two owners would copy the whole paste at every byte.
      state = .ground
      if paste.append(byte), !PasteCollector.hasStrayEnd(rest) {
        emit(.paste(paste.text))
      } else {
        state = .paste(paste)
      }
    }
  }

  private mutating func takeFirst(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .escape
    case 0x20...0x7E: text.append(Unicode.Scalar(byte))
    case 0x80...0xFF:
      if let count = UTF8Scalar.length(first: byte) { state = .scalar(bytes: [byte], count: count) }
    default:
      if let key = KeySequences.control(byte) { emit(key) }
    }
  }

  private mutating func takeContinuation(_ byte: UInt8, bytes: [UInt8], count: Int) {
    state = .ground
    guard (0x80...0xBF).contains(byte) else { return takeFirst(byte) }
    let bytes = bytes + [byte]
    guard bytes.count == count else {
      state = .scalar(bytes: bytes, count: count)
      return
    }
    if let scalar = UTF8Scalar.decode(bytes) { text.append(scalar) }
  }

  private mutating func takeAfterEscape(_ byte: UInt8) {
    switch byte {
    case 0x5B: state = .sequence([])
    case 0x4F: state = .shifted
    default:
      // Escape and then a key, typed quickly or with Alt: both count.
      state = .ground
      emit(.escape)
      takeFirst(byte)
    }
  }

  private mutating func takeInSequence(_ byte: UInt8, bytes: [UInt8], size: Size) {
    switch byte {
    case 0x20...0x3F:
      // More than any terminal sends: the rest is still skipped, but no longer kept.
      state = .sequence(bytes.count < 64 ? bytes + [byte] : bytes)
    case 0x40...0x7E:
      state = .ground
      finishSequence(bytes, final: byte, size: size)
    default:
      state = .ground
      takeFirst(byte)
    }
  }

  private mutating func finishSequence(_ parameters: [UInt8], final: UInt8, size: Size) {
    switch (parameters.first, final) {
    case (nil, 0x4D):
      state = .mouse([])
    case (nil, 0x5B):
      state = .console
    case (0x3C, 0x4D), (0x3C, 0x6D):
      let report = MouseReport(parameters: parameters.dropFirst(), isPress: final == 0x4D)
      if let key = report?.key(in: size) { emit(key) }
    case (_, 0x7E) where parameters == [0x32, 0x30, 0x30]:
      state = .paste(PasteCollector())
    default:
      finish(
        [0x5B] + parameters + [final],
        key: KeySequences.key(parameters: parameters, final: final))
    }
  }

  /// Emits what the terminal's description says about a sequence, or what it usually means.
  private mutating func finish(_ sequence: [UInt8], key: Key?) {
    if let key = special[[0x1B] + sequence] ?? key { emit(key) }
  }

  private mutating func emit(_ key: Key) {
    flushText()
    keys.append(key)
  }

  /// Scalars that arrive together are one character where they combine, as in an emoji.
  private mutating func flushText() {
    guard !text.isEmpty else { return }
    keys += String(text).map { .character($0) }
    text = String.UnicodeScalarView()
  }
}

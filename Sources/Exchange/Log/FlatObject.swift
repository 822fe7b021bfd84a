/// A JSON object whose members are texts, whole numbers, truths and nulls, read from one line.
///
/// A reader of our own, because it must refuse what a general one lets pass: two members of one name,
/// numbers that are not exact, halves of surrogate pairs. As nothing nests, no input makes it recurse.
struct FlatObject {
  /// The most members that are read; no line of ours has as many.
  static let mostMembers = 16

  /// The members in their order.
  private(set) var members: [(name: String, value: FlatValue)] = []

  private let bytes: ArraySlice<UInt8>
  private var place: Int

  /// Reads a line, without its end.
  init(_ line: ArraySlice<UInt8>) throws(LineFault) {
    bytes = line
    place = line.startIndex
    members.reserveCapacity(10)
    skipSpace()
    guard take(UInt8(ascii: "{")) else { throw notJSON }
    skipSpace()
    if !take(UInt8(ascii: "}")) { try readMembers() }
    skipSpace()
    guard place == bytes.endIndex else {
      throw LineFault("something follows the JSON object; each line holds exactly one.")
    }
  }

  /// The value of a member; nil where there is none of this name.
  subscript(name: String) -> FlatValue? { members.first { $0.name == name }?.value }

  private mutating func readMembers() throws(LineFault) {
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw notJSON }
      let name = try text()
      guard self[name] == nil else { throw LineFault("\"\(name)\" is there twice.") }
      guard members.count < Self.mostMembers else {
        throw LineFault("this has more members than any row of a log.")
      }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw notJSON }
      skipSpace()
      members.append((name, try value(of: name)))
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw notJSON }
  }

  private mutating func value(of name: String) throws(LineFault) -> FlatValue {
    switch next {
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "-"), .some(0x30...0x39): return .number(try number(of: name))
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      throw LineFault("\"\(name)\" is an object or a list, which no row of a log holds.")
    default:
      if take("true") { return .truth(true) }
      if take("false") { return .truth(false) }
      if take("null") { return .null }
      throw notJSON
    }
  }

  private mutating func number(of name: String) throws(LineFault) -> Int64 {
    let isNegative = take(UInt8(ascii: "-"))
    let start = place
    // Counted below zero, where there is one number more.
    var number: Int64 = 0
    while let digit = next, (0x30...0x39).contains(digit) {
      let tens = number.multipliedReportingOverflow(by: 10)
      let sum = tens.partialValue.subtractingReportingOverflow(Int64(digit - 0x30))
      guard !tens.overflow, !sum.overflow else { throw tooLarge(name) }
      number = sum.partialValue
      place += 1
    }
    guard place > start, place == start + 1 || bytes[start] != 0x30 else { throw notJSON }
    if let next, [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(next) {
      throw LineFault("\"\(name)\" is not written as a whole number.")
    }
    if isNegative { return number }
    guard number != .min else { throw tooLarge(name) }
    return -number
  }

  private func tooLarge(_ name: String) -> LineFault {
    LineFault("\"\(name)\" is a larger number than 64 bits hold.")
  }

  // MARK: Texts

  private mutating func text() throws(LineFault) -> String {
    place += 1
    let start = place
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      guard byte >= 0x20 else {
        throw LineFault("a control character stands in a text; JSON writes it as \\u00XX.")
      }
      place += 1
    }
    if next == UInt8(ascii: "\"") {
      defer { place += 1 }
      return try string(bytes[start..<place])
    }
    return try escapedText(from: start)
  }

  private mutating func escapedText(from start: Int) throws(LineFault) -> String {
    var text = Array(bytes[start..<place])
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return try string(text[...])
      case UInt8(ascii: "\\"): try appendEscape(to: &text)
      case 0..<0x20:
        throw LineFault("a control character stands in a text; JSON writes it as \\u00XX.")
      default: text.append(byte)
      }
    }
    throw notJSON
  }

  private mutating func appendEscape(to text: inout [UInt8]) throws(LineFault) {
    guard let letter = next else { throw notJSON }
    place += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: Character(try scalar()).utf8)
    default: throw notJSON
    }
  }

  /// The scalar of one `\u` escape, or of two that are a surrogate pair.
  private mutating func scalar() throws(LineFault) -> Unicode.Scalar {
    let first = try fourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    let half = LineFault("a text holds half a surrogate pair, which stands for no character.")
    guard (0xD800...0xDBFF).contains(first), take("\\u") else { throw half }
    let second = try fourDigits()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw half }
    return scalar
  }

  private mutating func fourDigits() throws(LineFault) -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw notJSON
      }
      number = number << 4 | UInt32(digit)
      place += 1
    }
    return number
  }

  private func string(_ bytes: ArraySlice<UInt8>) throws(LineFault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw LineFault("a text is not valid UTF-8.")
    }
    return text
  }

  // MARK: Bytes

  private var notJSON: LineFault {
    place == bytes.endIndex
      ? LineFault("the line ends in the middle; the file was cut off or changed.")
      : LineFault("this is no JSON object, from byte \(place - bytes.startIndex + 1) on.")
  }

  private var next: UInt8? { place < bytes.endIndex ? bytes[place] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    place += 1
    return true
  }

  private mutating func take(_ word: StaticString) -> Bool {
    let end = place + word.utf8CodeUnitCount
    guard end <= bytes.endIndex else { return false }
    let isEqual = word.withUTF8Buffer { $0.elementsEqual(bytes[place..<end]) }
    if isEqual { place = end }
    return isEqual
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0D { place += 1 }
  }
}

import Exchange
import Foundation
import PortKnowledge
import Practice
import TestSupport
import Testing

@Suite("A log that was cut, changed or never was one")
struct HostileLogTests {
  private static let header = #"{"format":"portside-log","version":1,"portside":"test"}"# + "\n"
  private static let end = #"{"type":"end","rows":1}"# + "\n"
  private static let lesson =
    #"{"type":"lesson","lesson":"udp","finished_at_ms":7,"zone_offset_s":3600}"# + "\n"

  private var small: [UInt8] {
    var random = RandomEntries(seed: 3)
    return LogText.bytes(
      of: (0..<6).map { _ in random.entry() }.filter { LogText.bytes(of: [$0]).count < 999 })
  }

  @Test("Cut at any byte but the last it is refused")
  func truncated() throws {
    let bytes = small
    #expect(throws: Never.self) { try LogText.entries(of: bytes) }
    #expect(throws: Never.self) { try LogText.entries(of: bytes.dropLast()) }
    for count in 0..<(bytes.count - 1) {
      #expect(throws: ExchangeFault.self, "\(count) bytes") {
        try LogText.entries(of: bytes.prefix(count))
      }
    }
  }

  @Test("With any bit flipped it is refused, or read as rows that keep every rule")
  func flipped() throws {
    let bytes = small
    for place in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[place] ^= 1 << UInt8(bit)
        guard let entries = try? LogText.entries(of: changed) else { continue }
        #expect(try LogText.entries(of: LogText.bytes(of: entries)) == entries, "\(place) \(bit)")
      }
    }
  }

  @Test("Random bytes never end the program", arguments: 0..<50)
  func noise(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array(#"{}[]":,\u0019eE.-truefalsn"#.utf8) + [0, 0x0D, 0x1B, 0x80, 0xE2, 0xFF]
    for _ in 0..<200 {
      let noise = (0..<40).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      #expect(throws: ExchangeFault.self) {
        try LogText.entries(of: Array(Self.header.utf8) + noise)
      }
    }
  }

  @Test(
    "A file that is no log, or of another version, is told as such",
    arguments: [
      ("", "log: the file is empty"),
      ("\n", "log:1: this is no log of Portside"),
      ("%PDF-1.7\n", "log:1: this is no log of Portside"),
      (#"{"format":"portside recording","version":1}"#, "log:1: this is no log"),
      (#"{"format":"portside-log","version":2,"rows":[]}"#, "log:1: this is no log"),
      (
        #"{"format":"portside-log","version":2,"more":true}"#,
        "log:1: the log has version 2, and this portside reads version 1; import it with a newer"
      ),
    ] as [(String, String)])
  func foreign(text: String, sentence: String) {
    let fault = LogText.fault(of: text)
    #expect(fault.hasPrefix(sentence) && fault.hasSuffix("."), "\(fault)")
  }

  private static let bodies: [(String, String)] = [
    ("", "log:1: the log is cut off here"),
    ("LESSON", "log:2: the log is cut off here"),
    ("END", "log:2: the last line counts rows up to 1, but 0 are before it."),
    ("LESSONENDLESSON", "log:4: something follows the line that ends the log."),
    ("\nLESSONEND", "log:2: the line ends in the middle"),
    ("{\"type\":\"dance\"}\nEND", "log:2: \"dance\" is no type of a row of version 1."),
    ("{\"type\":7}\nEND", "log:2: \"type\" is no text."),
    ("[]\nEND", "log:2: this is no JSON object, from byte 1 on."),
    (String(repeating: "[", count: 99_999), "log:2: this is no JSON object"),
    (String(repeating: "{\"type\":", count: 9_999), "log:2: \"type\" is an object or a list"),
    (String(repeating: " ", count: 2_000_000), "log:2: the line is longer than 1024 KiB."),
  ]

  @Test("Each fault is told in a sentence with its line", arguments: bodies)
  func faults(body: String, sentence: String) {
    let body = body.replacingOccurrences(of: "LESSON", with: Self.lesson)
      .replacingOccurrences(of: "END", with: Self.end)
    let fault = LogText.fault(of: Self.header + body)
    #expect(fault.hasPrefix(sentence) && fault.hasSuffix("."), "\(fault)")
  }

  @Test(
    "Each member keeps the rules of the store",
    arguments: [
      (#""udp""#, #"7"#, #""lesson" is no text."#),
      (#""udp""#, #""a\ud800b""#, "half a surrogate pair"),
      (#""udp""#, #""\udc00\ud800""#, "half a surrogate pair"),
      (#""udp""#, #""a\q""#, "this is no JSON object"),
      (#""udp""#, "\"a\u{1}\"", "a control character stands in a text"),
      ("7", "1e400", #""finished_at_ms" is not written as a whole number."#),
      ("7", "7.0", #""finished_at_ms" is not written as a whole number."#),
      ("7", "07", "this is no JSON object"),
      ("7", "-", "this is no JSON object"),
      ("7", "9223372036854775808", #""finished_at_ms" is a larger number than 64 bits hold."#),
      ("7", "-9223372036854775809", #""finished_at_ms" is a larger number than 64 bits hold."#),
      ("7", String(repeating: "9", count: 10_000), "is a larger number than 64 bits hold."),
      ("7", "NaN", "this is no JSON object"),
      ("7", "null", #""finished_at_ms" is no whole number."#),
      ("7", #""7""#, #""finished_at_ms" is no whole number."#),
      ("3600", "86401", #""zone_offset_s" must be -86400 to 86400, not 86401."#),
      (#","zone_offset_s":3600"#, "", #""zone_offset_s" is missing."#),
      (#":3600"#, #":3600,"zone_offset_s":3600"#, #""zone_offset_s" is there twice."#),
      (#":3600"#, #":3600,"zone_offset\u005fs":3600"#, #""zone_offset_s" is there twice."#),
      (#":3600"#, #":3600,"colour":"red""#, #""colour" belongs to no row of type lesson"#),
      ("}", "} {}", "something follows the JSON object"),
      ("}", ",}", "this is no JSON object"),
    ] as [(String, String, String)])
  func members(old: String, new: String, sentence: String) {
    let line = Self.lesson.replacingOccurrences(of: old, with: new)
    let fault = LogText.fault(of: Self.header + line + Self.end)
    #expect(fault.hasPrefix("log:2: ") && fault.contains(sentence), "\(fault)")
  }

  @Test(
    "Ranges of the other rows are checked too",
    arguments: [
      (
        #"{"type":"review","card":"c","grade":5,"duration_ms":1,"#,
        #""grade" must be 1 to 4, not 5."#
      ),
      (
        #"{"type":"review","card":"c","grade":0,"duration_ms":1,"#,
        #""grade" must be 1 to 4, not 0."#
      ),
      (
        #"{"type":"review","card":"c","grade":1,"duration_ms":-1,"#,
        #""duration_ms" must be at least 0"#
      ),
      (#"{"type":"sighting","state_number":0,"#, #""state_number" must be 1 to 255, not 0."#),
      (
        #"{"type":"quiz_place","question_count":3,"quiz_started_at_ms":1,"position":4,"#,
        #""position" must be 1 to 3, not 4."#
      ),
      (
        #"{"type":"answer","item":"i","topic":"t","kind":"dream","#,
        #""kind" must be one of lesson, exercise, prediction."#
      ),
    ] as [(String, String)])
  func ranges(start: String, sentence: String) {
    let fault = LogText.fault(of: Self.header + start + #""zone_offset_s":0}"# + "\n" + Self.end)
    #expect(fault.hasPrefix("log:2: ") && fault.contains(sentence), "\(fault)")
  }

  @Test("A byte order mark, line ends of Windows, spaces and empty lines at the end do no harm")
  func harmless() throws {
    let plain = try LogText.entries(of: (Self.header + Self.lesson + Self.end).utf8)
    let spaced = (Self.header + Self.lesson + Self.end + "\n\n")
      .replacingOccurrences(of: ":", with: " :\t").replacingOccurrences(of: "\n", with: "\r\n")
    #expect(try LogText.entries(of: [0xEF, 0xBB, 0xBF] + Array(spaced.utf8)) == plain)
    #expect(plain.count == 1)
  }

  @Test("Texts that are no UTF-8 are refused")
  func invalid() {
    let broken: [[UInt8]] = [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82]]
    for bytes in broken {
      let line =
        Array(#"{"type":"lesson","lesson":""#.utf8) + bytes
        + Array(#"","finished_at_ms":7,"zone_offset_s":0}"#.utf8) + [0x0A]
      #expect(throws: ExchangeFault.self) {
        try LogText.entries(of: Array(Self.header.utf8) + line + Array(Self.end.utf8))
      }
    }
  }
}

/// What is wrong with a number that someone typed to look up a port.
public enum PortQueryError: Error, Hashable, Sendable {
  /// A number that no port has: below 0 or above 65535.
  case outOfRange(String)
  /// Something that begins with a digit and is no number, for example `22x`.
  case notANumber(String)
  /// A range whose first port is above its last one.
  case backwards(first: PortNumber, last: PortNumber)
  /// A port with something other than `tcp` or `udp` behind the slash.
  case unknownTransport(PortNumber)

  /// What was wrong and what to type instead, in one sentence.
  public var sentence: String {
    switch self {
    case .outOfRange(let text):
      "\(text) is not a port: ports are numbers from 0 to 65535."
    case .notANumber(let text):
      "\(text) is not a port: type digits only, such as 22, or a name, such as ssh."
    case .backwards(let first, let last):
      "\(first)-\(last) runs backwards: type the smaller number first, as in \(last)-\(first)."
    case .unknownTransport(let port):
      "Only TCP and UDP ports are listed here: type \(port)/tcp or \(port)/udp."
    }
  }

  /// What was typed, cut where it is too long for a sentence.
  static func shown(_ text: Substring) -> String {
    text.count <= 20 ? String(text) : text.prefix(19) + "…"
  }
}

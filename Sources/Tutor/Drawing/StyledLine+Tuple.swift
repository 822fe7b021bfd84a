import PortKnowledge
import TerminalUI

extension StyledLine {
  /// A line in which 5-tuples written as `TCP 192.0.2.7:40112 → 192.0.2.10:443` wear the colours of
  /// their fields; any other line as it is.
  ///
  /// Left of the arrow is the source, right of it the destination, as in the header of a packet.
  init(tuplesIn text: String) {
    guard text.contains("→") else {
      self.init(DisplayText(text))
      return
    }
    self.init()
    var side = Flow.Side.source
    var rest = text[...]
    while let first = rest.first {
      let isSpace = first == " "
      let word = rest.prefix { ($0 == " ") == isSpace }
      rest = rest.dropFirst(word.count)
      if word == "→" { side = .destination }
      if TransportProtocol(rawValue: word.lowercased()) != nil {
        append(DisplayText(word), Style(.transport))
        // A second tuple on the same line begins with its own protocol.
        side = .source
      } else if let (address, port) = Self.endpoint(in: word) {
        append(DisplayText(address), Style(side == .source ? .sourceAddress : .destinationAddress))
        append(":", .dim)
        append(
          DisplayText(port), Style(side == .source ? .sourcePort : .destinationPort, isBold: true))
      } else {
        append(DisplayText(word), word == "→" ? .dim : .text)
      }
    }
  }

  /// The two parts of `192.0.2.7:40112`; nil for anything else.
  private static func endpoint(in word: Substring) -> (Substring, Substring)? {
    guard let colon = word.lastIndex(of: ":") else { return nil }
    let address = word[..<colon]
    let port = word[word.index(after: colon)...]
    let octets = address.split(separator: ".", omittingEmptySubsequences: false)
    guard PortNumber(text: port) != nil, octets.count == 4, octets.allSatisfy({ UInt8($0) != nil })
    else { return nil }
    return (address, port)
  }
}

import PortKnowledge
import TerminalUI

/// An endpoint or a connection with each field in its colour.
///
/// A field keeps its colour wherever it stands: the client's port is the source port even in the
/// server's row, so that an eye can follow it.
enum Flow {
  /// The two sides of a connection.
  enum Side {
    case source
    case destination
  }

  /// An endpoint with its address and port coloured; without its address where `isShort`.
  static func endpoint(_ endpoint: Endpoint, side: Side, isShort: Bool = false) -> StyledLine {
    var line = StyledLine()
    if !isShort {
      let address =
        endpoint.address.isIPv6 ? "[\(endpoint.address)]" : "\(endpoint.address)"
      line.append(
        DisplayText(address),
        Style(side == .source ? .sourceAddress : .destinationAddress))
    }
    line.append(":", .dim)
    line.append(
      endpoint.port == 0 ? "*" : DisplayText("\(endpoint.port)"),
      Style(side == .source ? .sourcePort : .destinationPort, isBold: true))
    return line
  }
}

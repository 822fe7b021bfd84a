/// What gives a client more connections to one server once all its ports are taken.
struct CountRemedies {
  private enum Remedy: CaseIterable {
    case sourceAddress
    case destinationPort
    case destinationAddress
    case widerRange
    case reuseAddress
    case process
    case backlog
    case descriptors
    case closing

    var isRight: Bool {
      switch self {
      case .sourceAddress, .destinationPort, .destinationAddress, .widerRange: true
      case .reuseAddress, .process, .backlog, .descriptors, .closing: false
      }
    }
  }

  let example: CountCase

  /// Five remedies, two or three of which help.
  func options(from draw: inout CountDraw) -> [Question.Option] {
    let helping = draw.number(2...3)
    let right = draw.pick(helping, of: Remedy.allCases.filter(\.isRight))
    let wrong = draw.pick(5 - helping, of: Remedy.allCases.filter { !$0.isRight })
    return draw.shuffle(right + wrong).map {
      Question.Option(text(of: $0), isRight: $0.isRight, explanation: reason(for: $0))
    }
  }

  private func text(of remedy: Remedy) -> String {
    switch remedy {
    case .sourceAddress: "a second address of the client, for new sockets"
    case .destinationPort: "a second port on which the server listens"
    case .destinationAddress: "a second address of the server"
    case .widerRange: "a wider ip_local_port_range on the client"
    case .reuseAddress: "SO_REUSEADDR on the client's new sockets"
    case .process: "a second process of the client program"
    case .backlog: "a larger backlog in the server's listen()"
    case .descriptors: "more file descriptors for the client (ulimit -n)"
    case .closing: "close() of some by the client, and connect() at once"
    }
  }

  private func reason(for remedy: Remedy) -> String {
    let ports = example.portCount
    switch remedy {
    case .sourceAddress:
      return "From another source address every one of the \(ports) ports can be used once more."
    case .destinationPort:
      return
        "\(example.destination.address) with another port is another endpoint, so \(ports) more "
        + "pairs are possible."
    case .destinationAddress:
      return
        "Another address with port \(example.destination.port) is another endpoint, so \(ports) "
        + "more pairs are possible."
    case .widerRange:
      return "Each port more in the range gives one more connection to \(example.destination)."
    case .reuseAddress:
      return "SO_REUSEADDR is a matter of bind(). It never allows the same pair of endpoints twice."
    case .process:
      return "Addresses and ports belong to the machine, not to a process. Both share the \(ports) "
        + "ports."
    case .backlog:
      return
        "The backlog limits who waits for accept(). Here the client finds no port, so no SYN is "
        + "sent at all."
    case .descriptors:
      return "A new socket can still be opened. It is the source port that is missing."
    case .closing:
      return "Whoever closes first goes to TIME-WAIT. For about a minute that still holds the port "
        + "towards \(example.destination)."
    }
  }
}

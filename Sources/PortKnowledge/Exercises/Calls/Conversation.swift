/// A server and a client that talk, with the words they say: what the exercises about the order of
/// calls are made of.
struct Conversation {
  /// All calls of both programs.
  let order: CallOrder
  /// The steps that are shown, as indices of the order's.
  let shown: [Int]
  /// Where the server is; its port is the one that the client knows.
  let server: Endpoint
  /// What is said, one after the other.
  let messages: [String]

  /// What each program does, and which of it is shown.
  struct Plan {
    var transport = TransportProtocol.tcp
    var server: [CallOrder.Action]
    var client: [CallOrder.Action]
    var shownServer: [CallOrder.Action]
    var shownClient: [CallOrder.Action]
  }

  private static let dialogues = [
    ["ping", "pong"], ["2+3", "5"], ["time", "12:00"], ["name", "portside"], ["who", "me"],
  ]
  private static let greetings = [["220 ready", "QUIT"], ["hello", "bye"], ["login:", "anna"]]

  /// A conversation by its plan.
  ///
  /// The lowest bit of the port is the seed's, so that neighbouring seeds never give the same case.
  init(_ plan: Plan, from draw: inout CaseDraw) {
    order = CallOrder(plan.transport, server: plan.server, client: plan.client)
    let shownServer = plan.server.indices.filter { plan.shownServer.contains(plan.server[$0]) }
    let shownClient = plan.client.indices.filter { plan.shownClient.contains(plan.client[$0]) }
    shown = shownServer + shownClient.map { plan.server.count + $0 }
    let host = IPAddress.octets(192, 0, 2, draw.number(in: 2...250))
    let port = 5000 + 2 * draw.number(in: UInt16(0)...1900) + UInt16(draw.seed & 1)
    server = Endpoint(host, PortNumber(port))
    let isGreeting =
      plan.server.firstIndex(of: .send) ?? 99 < plan.server.firstIndex(of: .receive) ?? 99
    messages = draw.pick(isGreeting ? Self.greetings : Self.dialogues, else: ["ping", "pong"])
  }

  /// The action of a step.
  func action(_ step: Int) -> CallOrder.Action { order.steps[step].action }

  /// Whose call a step is.
  func side(_ step: Int) -> CallOrder.Side { order.steps[step].side }

  /// The message that a step sends or receives: the first of the conversation comes from whoever
  /// sends first.
  func message(_ step: Int) -> String {
    let serverSpeaksFirst =
      order.steps.filter { $0.side == .server }.first {
        $0.action == .send || $0.action == .receive
      }?.action == .send
    let isServers = (side(step) == .server) == (action(step) == .send)
    return isServers == serverSpeaksFirst ? messages[0] : messages[1]
  }

  /// The call as it is shown, without the program's name.
  func call(_ step: Int) -> String {
    let isTCP = order.transport == .tcp
    switch action(step) {
    case .open: return "socket()"
    case .reuseAddress: return "setsockopt(SO_REUSEADDR)"
    case .bind: return "bind(\(server))"
    case .bindToPortZero: return "bind(\(Endpoint(server.address, 0)))"
    case .askPort: return "getsockname(), tells the client"
    case .listen: return "listen(5)"
    case .accept: return "accept()"
    case .closeListener: return "close() of the listener"
    case .connect where order.steps.contains { $0.action == .bindToPortZero }:
      return "connect() to the port it was told"
    case .connect: return "connect(\(server))"
    case .send where isTCP: return "send(\"\(message(step))\")"
    case .send: return "sendto(\"\(message(step))\")"
    case .receive: return "\(isTCP ? "recv" : "recvfrom")() gets \"\(message(step))\""
    case .shutdownWriting: return "shutdown(SHUT_WR)"
    case .receiveEnd: return "recv() gets 0 bytes"
    case .close: return "close() of the connection"
    }
  }

  /// The call with the program's name, where both programs are shown.
  func item(_ step: Int) -> String {
    isOneSided ? call(step) : "\(side(step).rawValue): \(call(step))"
  }

  /// The bare call of a step: `bind()`.
  func verb(_ step: Int) -> String {
    let isTCP = order.transport == .tcp
    return switch action(step) {
    case .open: "socket()"
    case .reuseAddress: "setsockopt()"
    case .bind, .bindToPortZero: "bind()"
    case .askPort: "getsockname()"
    case .listen: "listen()"
    case .accept: "accept()"
    case .closeListener, .close: "close()"
    case .connect: "connect()"
    case .send: isTCP ? "send()" : "sendto()"
    case .receive, .receiveEnd: isTCP ? "recv()" : "recvfrom()"
    case .shutdownWriting: "shutdown()"
    }
  }

  /// Which of a program's calls a step is: `server's bind()`.
  func shortName(_ step: Int) -> String {
    let which =
      switch action(step) {
      case .receiveEnd: "last "
      case .closeListener: "listener "
      default: ""
      }
    return "\(side(step).rawValue)'s \(which)\(verb(step))"
  }

  /// A name of the step for sentences: `the server's bind()`.
  func name(_ step: Int) -> String { "the " + shortName(step) }

  /// Whether only one program is shown.
  var isOneSided: Bool { Set(shown.map(side)).count == 1 }
}

/// Situations that are easily taken for one another, with the results that tell them apart.
struct ErrorTable: Sendable {
  /// One of the situations.
  struct Line: Sendable {
    /// The situation in a few words.
    let situation: String
    /// What the call returns.
    let result: String
    /// Why.
    let reason: String

    init(_ situation: String, _ outcome: ExperimentOutcome, _ reason: String) {
      self.situation = situation
      result = ErrorScript.text(of: outcome)
      self.reason = reason
    }
  }

  /// The name in the data.
  let name: String
  /// What is called, told for the drawn values.
  let setting: @Sendable (ErrorDraw) -> String
  let lines: [Line]
  let idea: String
  let rule: String

  /// The tables of a level.
  static func all(_ level: ExerciseLevel) -> [ErrorTable] {
    switch level {
    case .easy: [answers, binding]
    case .medium: [answers, binding, messages, ends]
    case .hard: [messages, ends, states]
    }
  }

  private static let answers = ErrorTable(
    name: "answers-to-connect",
    setting: { "A TCP client on Linux calls connect(\($0.far)) and waits." },
    lines: [
      Line("a RST comes back", PortProbe.connectOutcome(.rst), "A RST says: nothing listens here."),
      Line(
        "nothing ever comes back", PortProbe.connectOutcome(.silence),
        "Silence is only known when the time is up."),
      Line("no route leads there", .error("ENETUNREACH"), "The SYN cannot even leave the host."),
      Line(
        "a SYN and ACK come back", PortProbe.connectOutcome(.synAck), "A listener has answered."),
      Line(
        "the socket is connected", .error("EISCONN"), "A connected TCP socket cannot connect again."
      ),
    ], idea: "What does the client learn in each case, and from whom?",
    rule: "A RST refuses at once, silence times out, and a missing route is known before anything "
      + "is sent (connect(2)).")

  private static let binding = ErrorTable(
    name: "answers-of-bind",
    setting: { "A program of uid 1000 on Linux calls bind() for port \($0.port), but for:" },
    lines: [
      Line(
        "another socket holds the port", BindErrorOrder.outcome(of: [.portTaken], isIPv6: false),
        "The port is taken on that address."),
      Line(
        "the address is not the host's",
        BindErrorOrder.outcome(of: [.addressNotLocal], isIPv6: false),
        "Only addresses of its own interfaces can be bound."),
      Line(
        "the port is 80 instead", BindErrorOrder.outcome(of: [.portPrivileged], isIPv6: false),
        "80 lies below 1024, and uid 1000 has no privilege."),
      Line(
        "the socket is bound already", BindErrorOrder.outcome(of: [.alreadyBound], isIPv6: false),
        "A socket is bound only once."),
      Line(
        "only UDP has it, this is TCP", BindErrorOrder.outcome(of: [], isIPv6: false),
        "TCP and UDP have ports of their own."),
    ], idea: "Is it the address, the number, the socket itself, or another socket?",
    rule: "Taken: EADDRINUSE. Not the host's: EADDRNOTAVAIL. Below 1024: EACCES. Bound already: "
      + "EINVAL (bind(2)).")

  private static let messages = ErrorTable(
    name: "answers-on-the-way",
    setting: { "A TCP client on Linux calls connect(\($0.far)) and waits." },
    lines: [
      Line(
        "ICMP port unreachable", PortProbe.connectOutcome(.icmp(.port)),
        "Linux takes it like a RST."),
      Line(
        "ICMP admin prohibited", PortProbe.connectOutcome(.icmp(.adminProhibited)),
        "Code 13 counts as an unreachable host."),
      Line(
        "ICMP net unreachable", PortProbe.connectOutcome(.icmp(.network)),
        "Code 0 is about the network."),
      Line(
        "ICMP host unreachable", PortProbe.connectOutcome(.icmp(.host)), "Code 1 is about the host."
      ),
      Line(
        "the accept queue stays full", PortProbe.connectOutcome(.silence),
        "Linux drops the SYN without an answer."),
      Line(
        "a firewall drops the SYN", PortProbe.connectOutcome(.silence), "Nothing comes back at all."
      ),
    ], idea: "Who answers, and what does the message speak of: the port, the host, the network?",
    rule: "Linux makes errors of ICMP's type 3: codes 0 and 9 ENETUNREACH, 1, 10 and 13 "
      + "EHOSTUNREACH, 3 ECONNREFUSED; silence is ETIMEDOUT.")

  private static let ends = ErrorTable(
    name: "after-the-end",
    setting: { "A TCP connection over \($0.place) on Linux has ended on the peer's side." },
    lines: [
      Line("recv(), after its FIN", .text(""), "A FIN is an orderly end, and no error."),
      Line("1st send() after its close()", .ok, "The FIN did not say that nobody reads."),
      Line(
        "2nd send() after its close()", .error("EPIPE"),
        "The first one brought back a RST after a FIN."),
      Line("recv(), after its RST", .error("ECONNRESET"), "The first call tells the RST."),
      Line("recv(), RST told already", .text(""), "The RST was told; nothing more comes."),
      Line("send(), RST told already", .error("EPIPE"), "The RST was told; sending is over."),
    ], idea: "FIN or RST, and which call is the first to tell?",
    rule: "A FIN gives 0 bytes. A RST is told once as ECONNRESET, then EPIPE to send(); after a "
      + "FIN it is EPIPE at once (measured on Linux).")

  private static let states = ErrorTable(
    name: "unfit-states",
    setting: { "Calls on a TCP socket of Linux that is bound to \($0.place) and nothing more." },
    lines: [
      Line("accept()", .error("EINVAL"), "It does not listen."),
      Line("recv()", .error("ENOTCONN"), "It has no connection, says recv()."),
      Line("send()", .error("EPIPE"), "It has no connection, says send() in its own way."),
      Line("bind() to another port", .error("EINVAL"), "It is bound already."),
      Line("getpeername()", .error("ENOTCONN"), "It has no peer."),
      Line("listen()", .ok, "It is bound and not connected, so it may listen."),
    ], idea: "What does each call need: a port, a listener, a connection?",
    rule: "Without a connection recv(), getpeername() and shutdown() say ENOTCONN, send() EPIPE; "
      + "what does not fit the state is EINVAL (measured on Linux).")
}

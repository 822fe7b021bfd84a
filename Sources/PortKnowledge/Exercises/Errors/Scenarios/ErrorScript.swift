/// What happens in a situation, line by line, and how a kernel plays it.
struct ErrorScript {
  /// A shown line: who, what, and the result; `?` where it is asked for.
  private(set) var rows: [[String]] = []
  /// The calls for the kernel; also those that are not shown.
  private(set) var steps: [ExperimentStep] = []
  /// The shown line that decides, and a short note.
  private(set) var decisive: (row: Int, note: String)?
  /// The result that is asked for.
  private(set) var answer = ExperimentOutcome.ok

  /// A call that goes without saying.
  mutating func quiet(
    _ socket: String, _ call: ExperimentCall, _ outcome: ExperimentOutcome? = nil
  ) {
    steps.append(ExperimentStep(socket, call, expected: outcome))
  }

  /// A shown call with its result.
  mutating func show(
    _ socket: String, _ call: ExperimentCall, _ outcome: ExperimentOutcome = .ok,
    as text: String? = nil, deciding note: String? = nil
  ) {
    steps.append(ExperimentStep(socket, call, expected: outcome))
    rows.append([socket, text ?? "\(call)", Self.text(of: outcome)])
    mark(note)
  }

  /// A shown line that is no call of the case, for example a rule of a firewall.
  mutating func note(_ label: String, _ text: String, deciding note: String? = nil) {
    rows.append([label, text])
    mark(note)
  }

  /// The call whose result is asked for.
  mutating func ask(
    _ socket: String, _ call: ExperimentCall, _ outcome: ExperimentOutcome,
    as text: String? = nil, deciding note: String? = nil
  ) {
    steps.append(ExperimentStep(socket, call, expected: outcome, isAsked: true))
    rows.append([socket, text ?? "\(call)", "?"])
    answer = outcome
    mark(note)
  }

  /// The call whose result is asked for, where no kernel is asked.
  mutating func ask(
    _ socket: String, _ text: String, _ outcome: ExperimentOutcome, deciding note: String? = nil
  ) {
    rows.append([socket, text, "?"])
    answer = outcome
    mark(note)
  }

  private mutating func mark(_ note: String?) {
    if let note { decisive = (rows.count - 1, note) }
  }

  /// A result as it is shown and chosen.
  static func text(of outcome: ExperimentOutcome) -> String {
    switch outcome {
    case .text(let text): text.isEmpty ? "0 bytes" : "\"\(text)\""
    // A kernel cannot be waited for that long; the question asks for the end of it.
    case .pending: "ETIMEDOUT"
    default: "\(outcome)"
    }
  }

  // MARK: What many situations begin with

  /// A listener, not shown call by call but in one line.
  mutating func listener(
    _ name: String, at endpoint: Endpoint, backlog: Int = 5, isShown: Bool = true
  ) {
    quiet(name, .open(.tcp, isIPv6: endpoint.address.isIPv6))
    quiet(name, .bind(endpoint))
    quiet(name, .listen(backlog: backlog))
    if isShown { note(name, "TCP, listens on \(endpoint)") }
  }

  /// A connection from C to the listener L; `S` is the server's side.
  mutating func connection(at endpoint: Endpoint) {
    listener("L", at: endpoint, isShown: false)
    quiet("C", .open(.tcp, isIPv6: false))
    quiet("C", .connect(endpoint), .ok)
    quiet("L", .accept(as: "S"), .ok)
  }
}

/// Works out the rules of a ``CallOrder``.
struct CallOrderRules {
  /// A step by its place in the list of steps, with its call.
  private struct Place {
    var index: Int
    var action: CallOrder.Action
  }

  private let transport: TransportProtocol
  private let server: [Place]
  private let client: [Place]
  private(set) var rules: [CallOrder.Rule] = []
  /// Pairs whose order spares a wait: what is waited for, and what waits.
  private(set) var comforts: [(before: Int, after: Int)] = []

  init(_ transport: TransportProtocol, server: [CallOrder.Action], client: [CallOrder.Action]) {
    self.transport = transport
    self.server = server.enumerated().map { Place(index: $0, action: $1) }
    self.client = client.enumerated().map { Place(index: server.count + $0, action: $1) }
    addProgram(self.server)
    addProgram(self.client)
    addOpening()
    for (waiting, other) in [(self.server, self.client), (self.client, self.server)] {
      addWaits(of: waiting, for: other)
    }
  }

  private mutating func require(_ before: Place?, _ after: Place?, _ reason: CallOrder.Reason) {
    guard let before, let after else { return }
    rules.append(CallOrder.Rule(before: before.index, after: after.index, reason: reason))
  }

  private func first(_ program: [Place], _ actions: CallOrder.Action...) -> Place? {
    program.first { actions.contains($0.action) }
  }

  // MARK: One program

  private mutating func addProgram(_ program: [Place]) {
    let chain = program.filter { !$0.action.isFree }
    for (before, after) in zip(chain, chain.dropFirst()) {
      require(before, after, reason(before.action, after.action))
    }
    require(first(program, .bind, .bindToPortZero), first(program, .askPort), .portToAskFor)
    require(first(program, .accept), first(program, .closeListener), .acceptBeforeClose)
  }

  private func reason(
    _ before: CallOrder.Action, _ after: CallOrder.Action
  ) -> CallOrder.Reason {
    switch (before, after) {
    case (.open, _): .needsDescriptor
    case (_, .close): .useBeforeClose
    case (.reuseAddress, _): .optionBeforeBind
    case (.bind, .listen), (.bindToPortZero, .listen): .bindBeforeListen
    case (.bind, _), (.bindToPortZero, _): .portToReceiveOn
    case (.listen, _): .listenBeforeAccept
    case (.accept, _): .connectionToUse
    case (.connect, _): .connectBeforeData
    case (.send, .shutdownWriting): .sendBeforeEnd
    case (.shutdownWriting, _): .endBeforeAnswer
    case (.receive, .receiveEnd): .bytesBeforeEnd
    default: .answerFollows
    }
  }

  // MARK: Both programs

  private mutating func addOpening() {
    require(first(server, .listen), first(client, .connect), .listenBeforeConnect)
    require(first(server, .askPort), first(client, .connect), .portBeforeConnect)
    if transport == .udp {
      require(first(server, .bind), first(client, .send), .bindBeforeDatagram)
      require(first(server, .askPort), first(client, .send), .portBeforeConnect)
    }
  }

  /// For each call that waits: what it waits for comes before the next call of its program.
  private mutating func addWaits(of program: [Place], for other: [Place]) {
    let chain = program.filter { !$0.action.isFree }
    var sends = other.filter { $0.action == .send }[...]
    for (position, place) in chain.enumerated() where place.action.waits {
      let source: Place?
      let reason: CallOrder.Reason
      switch place.action {
      case .accept: (source, reason) = (first(other, .connect), .acceptWaits)
      case .receive: (source, reason) = (sends.popFirst(), .receiveWaits)
      default: (source, reason) = (first(other, .shutdownWriting, .close), .endWaits)
      }
      guard let source else { continue }
      comforts.append((source.index, place.index))
      if position + 1 < chain.count { require(source, chain[position + 1], reason) }
      if place.action == .accept { require(source, first(program, .closeListener), reason) }
    }
  }
}

extension FilterScene {
  /// The calls that make the rows on loopback, and which of them the filter must then show.
  ///
  /// Nil where a row is in SYN-SENT, which nothing on loopback keeps up without a full accept queue.
  func experiment(filter text: String) -> Experiment? {
    guard let plan, let filter = try? SocketFilter(text) else { return nil }
    var experiment = plan.experiment()
    let names = plan.planned.indices.map(plan.name)
    let shown = zip(names, plan.sockets).filter { filter.matches($0.1.row) }.map(\.0)
    experiment.steps.append(
      ExperimentStep(
        "table", .filtered(text, among: names),
        expected: .receiver(shown.isEmpty ? nil : shown.joined(separator: " and ")), isAsked: true))
    return experiment
  }

  /// The rows that are seen, each with the calls that make it.
  private var plan: TablePlan? {
    var plan = TablePlan(machine: machine)
    var listeners: [PortNumber: Int] = [:]
    for socket in shown where socket.isListener {
      listeners[socket.row.local.port] = plan.listen(
        socket.row.local, isIPv6Only: socket.isIPv6Only, backlog: Int(socket.row.sendQueue))
    }
    for socket in shown where !socket.isListener {
      guard socket.row.state != .synSent else { return nil }
      if let listener = listeners[socket.row.local.port] {
        plan.accept(at: listener, from: socket.row.remote, socket.row.state)
      } else {
        plan.call(socket.row.remote, from: socket.row.local.port, socket.row.state)
      }
    }
    return plan
  }
}

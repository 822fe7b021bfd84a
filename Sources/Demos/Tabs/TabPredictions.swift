import PortKnowledge

/// What is to be predicted in "Three tabs, one server".
enum TabPredictions {
  /// How many rows three connections make.
  static let rows = Prediction(
    id: "demo-tabs-rows", topic: "tuples",
    prompt: { stage in
      "How many rows with port \(stage.server.port) will the kernel's table hold "
        + "when three tabs are connected?"
    },
    options: [
      .init(
        value: "3", text: "3: one for each tab",
        explanation: "Each connection has two ends, both on this machine here, and each end is a "
          + "socket with its own row. The listener has one too."),
      .init(
        value: "4", text: "4: the listener, and one for each tab",
        explanation: "Each connection has two ends. Both are on this machine here, and each end is "
          + "a socket with its own row."),
      .init(
        value: "6", text: "6: two for each tab",
        explanation: "The listener's own row is missing: it does not turn into a connection, it "
          + "stays and waits for the next client."),
      .init(
        value: "7", text: "7: the listener, and two for each tab",
        explanation: "One row for the listener, and one for each end of three connections."),
    ],
    expected: "7",
    explanation: "One LISTEN row stays for new clients. Each connection adds one row for each of "
      + "its two ends, and here both ends are on the same machine.",
    measure: { stage in
      let port = stage.server.port
      let rows = stage.rows.filter { $0.local.port == port || $0.remote.port == port }
      let listeners = rows.filter { $0.state == .listen }.count
      return Prediction.Measurement(
        value: "\(rows.count)",
        text: "\(rows.count) rows: \(listeners) LISTEN and \(rows.count - listeners) for "
          + "the ends of connections")
    })

  /// Who keeps TIME_WAIT.
  static let timeWait = Prediction(
    id: "demo-tabs-time-wait", topic: "tuples",
    prompt: { _ in
      "The tabs close first, the server right after them. "
        + "Which side's rows will stay behind in the state TIME-WAIT?"
    },
    options: [
      .init(
        value: "tabs", text: "the tabs' side",
        explanation: "The side that closes first keeps the row."),
      .init(
        value: "server", text: "the server's side",
        explanation: "The server closed second here. It would keep the rows if it closed first."),
      .init(
        value: "both", text: "both sides",
        explanation: "That happens only when both close at the same moment, so that the two "
          + "farewells cross on the way."),
      .init(
        value: "neither", text: "neither side",
        explanation: "That happens when a connection is reset, which throws it away, instead of "
          + "being closed in turn."),
    ],
    expected: "tabs",
    explanation: "The side that closes first waits in TIME-WAIT, so that late segments of the old "
      + "connection cannot be taken for those of a new one. It is no error.",
    measure: { stage in
      let waiting = stage.rows.filter { $0.state == .timeWait }
      let ofTabs = waiting.filter(stage.isClient).count
      let ofServer = waiting.count - ofTabs
      let value =
        switch (ofTabs > 0, ofServer > 0) {
        case (true, true): "both"
        case (true, false): "tabs"
        case (false, true): "server"
        case (false, false): "neither"
        }
      return Prediction.Measurement(
        value: value,
        text: "\(ofTabs) TIME-WAIT rows on the tabs' side, \(ofServer) on the server's side")
    })
}

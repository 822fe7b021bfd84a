import PortKnowledge

/// What is to be predicted in "Same number, three sockets".
enum SamePortPredictions {
  /// Whether UDP may have a number that TCP has.
  static let udp = Prediction(
    id: "demo-same-port-udp", topic: "ports",
    prompt: { stage in
      "A TCP socket listens on \(stage.server). What will bind say to a UDP socket "
        + "that asks for the same address and port?"
    },
    options: [
      .init(
        value: "EADDRINUSE", text: "EADDRINUSE: the address is already in use",
        explanation: "bind says that to a second TCP socket, or to a second UDP socket, on the "
          + "same address and port."),
      .init(
        value: "granted", text: "0: granted, and both work side by side",
        explanation: "TCP and UDP count their ports separately."),
      .init(
        value: "EACCES", text: "EACCES: only the owner of the TCP socket may",
        explanation: "Permission matters for ports below 1024 on most machines. Who holds the TCP "
          + "port does not matter to UDP."),
    ],
    expected: "granted",
    explanation: "TCP and UDP count their ports separately: every packet says which protocol it "
      + "carries, so the kernel never confuses them.",
    measure: { stage in
      let said = stage.notes["bind"] ?? "nothing"
      return Prediction.Measurement(
        value: said, text: said == "granted" ? "bind returned 0: granted" : "bind failed: \(said)")
    })
}

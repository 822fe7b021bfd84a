import PortKnowledge
import Sockets

/// A port's name comes from a table; what answers there is another matter.
enum Names {
  static let demo = Demo(
    id: "names", title: "A name is only a table entry",
    teaches: "Tools print a service's name for a port number, whatever really listens there.",
    steps: [
      binding, asking,
      .everythingCloses(
        "IANA's registry says which use a number was assigned for. It does not say what runs there: "
          + "to know that, look at the process, or connect and see what answers."),
    ])

  private static let binding = DemoStep(
    "A server on somebody else's number",
    narration: { _ in
      "This server looks for a number of 1024 or more that our table gives to a well-known service, "
        + "that is free here, and listens on it."
    },
    prediction: Prediction(
      id: "demo-names-owner", topic: "ports",
      prompt: { _ in
        "The number is registered for another service. Does bind() let an ordinary program have it?"
      },
      options: [
        .init(
          value: "OK", text: "yes: the registry is a list, not a guard",
          explanation: "The kernel does not know IANA's list."),
        .init(
          value: "EACCES", text: "no: EACCES, the number is registered",
          explanation: "A privilege is needed below 1024 only, whatever is registered."),
        .init(
          value: "EADDRINUSE", text: "no: EADDRINUSE, it belongs to that service",
          explanation: "It is in use only while a socket has it."),
      ],
      expected: "OK",
      explanation: "Registered means that IANA has noted a use for the number. The kernel checks "
        + "only whether the port is free and whether the user may have it.",
      measure: { stage in
        let outcome = stage.notes["bind"] ?? ""
        return Prediction.Measurement(
          value: outcome,
          text: outcome == "OK"
            ? "bind() gave it port \(stage.server.port), which the table calls "
              + "\(stage.notes["name"] ?? "")" : "bind() gave \(outcome)")
      }),
    work: { stage in
      let candidates = ServiceTable.all.filter {
        $0.tier != .extended && $0.port >= 1024 && $0.transports.contains(.tcp)
      }
      for service in candidates {
        guard try KernelTable.read(ports: [service.port]).rows.isEmpty else { continue }
        let end = Endpoint(.loopback, service.port)
        let refusal = try stage.refusal { try stage.listen("our server", on: end) }
        stage.notes["bind"] = refusal ?? "OK"
        stage.notes["name"] = service.commonName
        if refusal == nil { break }
      }
      guard stage.notes["bind"] == "OK" else {
        throw DemoInterruption.failed("No well-known port of 1024 or more is free here.")
      }
      try stage.showTable(expecting: [.listen: 1])
    },
    remarks: { stage in
      ["A tool that prints names would now say that \(stage.notes["name"] ?? "") runs here."]
    })

  private static let asking = DemoStep(
    "Who answers?",
    narration: { stage in
      "A client connects to port \(stage.server.port) and reads what comes. And the kernel is asked "
        + "which process holds the listener."
    },
    work: { stage in
      try stage.connect("client", to: stage.server, serverRole: "our server's end")
      _ = try stage.accept(from: "our server", as: "our server's end")
      try stage.say("I am only a demo", on: "our server's end")
      stage.notes["heard"] = try stage.hear(on: "client").text
      let end = stage.server
      let table = try KernelTable.read(ports: [end.port], withOwners: true)
      let owner = table.rows.first { $0.local == end && $0.state == .listen }?.owners.first
      stage.notes["owner"] = owner.map { "\($0.name), process \($0.processID)" } ?? "unknown"
      try stage.showTable(expecting: [.listen: 1, .established: 2])
    },
    remarks: { stage in
      [
        "The answer was \"\(stage.notes["heard"] ?? "")\". The process that holds the listener: "
          + "\(stage.notes["owner"] ?? "unknown"). Number, name and program are three things."
      ]
    })
}

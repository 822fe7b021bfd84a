import PortKnowledge
import Sockets

/// A listener that one program opens and another one serves, and sockets with a path for a port.
enum Activation {
  static let demo = Demo(
    id: "activation", title: "Sockets handed over, and sockets without ports",
    teaches: "A port outlives the program that serves it, and a unix socket needs none.",
    steps: [opening, early, handedOver, serving, restart, second, paths, stale, ending])

  private static let supervisor = "supervisor"
  private static let service = "service"
  private static let newService = "new service"

  private static let opening = DemoStep(
    "A supervisor opens the port",
    narration: { _ in
      "A supervisor, as systemd is one, opens a port and listens. There is no service yet. (Both are "
        + "parts of this one process here; between processes the calls are the same.)"
    },
    work: { stage in
      stage.leftName = "clients"
      _ = try stage.listenOnFreePort(supervisor, on: .loopback)
      try stage.showTable(expecting: [.listen: 1])
    })

  private static let early = DemoStep(
    "A client before there is a service",
    narration: { stage in "A client connects to \(stage.server) and sends \"hello\"." },
    prediction: Prediction(
      id: "demo-activation-early", topic: "calls",
      prompt: { _ in "Nobody has called accept(), and no service runs. What does the client see?" },
      options: [
        .init(
          value: "connected", text: "it is connected, and its bytes are taken",
          explanation: "The kernel completes the handshake for a listener and keeps the bytes."),
        .init(
          value: "refused", text: "ECONNREFUSED",
          explanation: "That needs a port where nobody listens. Here the supervisor does."),
        .init(
          value: "waiting", text: "it waits in SYN-SENT",
          explanation: "Only a full accept queue makes it wait."),
      ],
      expected: "connected",
      explanation: "Handshake and bytes are the kernel's work. The connection waits in the accept "
        + "queue for whoever will serve it.",
      measure: { stage in
        let row = stage.row(of: "client 1")
        let isIn = row?.state == .established
        return Prediction.Measurement(
          value: isIn ? "connected" : row?.state == .synSent ? "waiting" : "refused",
          text: isIn ? "client 1 is ESTAB, and the listener's Recv-Q is 1" : "client 1 is not in")
      }),
    work: { stage in
      try stage.connect("client 1", to: stage.server, serverRole: "not accepted yet")
      try stage.say("hello", on: "client 1")
      try stage.showTable(
        until: { rows in rows.contains { $0.state == .established && $0.receiveQueue == 5 } },
        missing: { _ in "The five bytes did not arrive." })
    })

  private static let handedOver = DemoStep(
    "The descriptor is handed over",
    narration: { _ in
      "The service starts. The supervisor sends it the listener's descriptor through a unix socket "
        + "(SCM_RIGHTS, unix(7)). systemd passes it on as descriptor 3 and says so in LISTEN_FDS."
    },
    prediction: Prediction(
      id: "demo-activation-rows", topic: "tools",
      prompt: { _ in
        "Supervisor and service hold a descriptor each. How many LISTEN rows are there?"
      },
      options: [
        .init(
          value: "1", text: "1: it is one socket",
          explanation: "A descriptor is only a reference to it."),
        .init(
          value: "2", text: "2: one for each descriptor",
          explanation: "The table shows sockets, not descriptors."),
      ],
      expected: "1",
      explanation: "Two descriptors lead to one socket, with one inode and one accept queue.",
      measure: { stage in
        let count = stage.rows.count { $0.state == .listen }
        return Prediction.Measurement(value: "\(count)", text: "\(count) row in LISTEN")
      }),
    work: { stage in
      try handOver(to: service, stage)
      try stage.showTable(expecting: [.listen: 1, .established: 2])
    })

  private static let serving = DemoStep(
    "The service serves",
    narration: { _ in "The service calls accept() on its descriptor, reads and answers." },
    work: { stage in
      try accept(from: service, as: "service's end", stage)
      stage.notes["heard"] = try stage.hear(on: "service's end").text
      try stage.say("hi", on: "service's end")
      stage.notes["answer"] = try stage.hear(on: "client 1").text
      try stage.showTable(expecting: [.listen: 1, .established: 2])
    },
    remarks: { stage in
      [
        "It read \"\(stage.notes["heard"] ?? "")\", sent before it existed, and client 1 has read "
          + "\"\(stage.notes["answer"] ?? "")\". The service never called bind(), so it needs no "
          + "right to a port below 1024."
      ]
    })

  private static let restart = DemoStep(
    "The service ends",
    narration: { _ in
      "The service ends, and its descriptors with it. Then client 2 connects to the same port."
    },
    prediction: Prediction(
      id: "demo-activation-restart", topic: "calls",
      prompt: { _ in "What happens to client 2?" },
      options: [
        .init(
          value: "connected", text: "it is connected and waits",
          explanation: "The supervisor's descriptor keeps the socket, and with it the port."),
        .init(
          value: "refused", text: "ECONNREFUSED: the service is gone",
          explanation: "A socket is closed when its last descriptor is. One is left."),
      ],
      expected: "connected",
      explanation:
        "A listener lives as long as any descriptor of it. The port does not die with the "
        + "program that served it.",
      measure: { stage in
        let isIn = stage.row(of: "client 2")?.state == .established
        return Prediction.Measurement(
          value: isIn ? "connected" : "refused",
          text: isIn ? "client 2 is ESTAB and waits in the accept queue" : "client 2 is not in")
      }),
    work: { stage in
      try stage.reset("service's end")
      try stage.close("client 1")
      try stage.close(service)
      try stage.connect("client 2", to: stage.server, serverRole: "not accepted yet")
      try stage.showTable(expecting: [.listen: 1, .established: 2])
    })

  private static let second = DemoStep(
    "A new service takes over",
    narration: { _ in "A new service is handed the same listener and accepts client 2." },
    work: { stage in
      try handOver(to: newService, stage)
      try accept(from: newService, as: "new service's end", stage)
      try stage.showTable(
        until: { rows in rows.contains { $0.state == .listen && $0.receiveQueue == 0 } },
        missing: { _ in "The accept queue was not emptied." })
    },
    remarks: { _ in ["A restart without a lost connection: the queue waited in the kernel."] })

  private static let paths = DemoStep(
    "A path instead of a port",
    narration: { _ in
      "A unix socket has a path in the file system. Programs on this machine connect to the path; "
        + "no address and no port is used, and file permissions say who may."
    },
    work: { stage in
      guard let path = stage.files.path("service.sock") else {
        throw DemoInterruption.failed("No folder for a socket's file can be made on this machine.")
      }
      let missing = try UnixSocket(recorder: stage.recorder.named("unix client"))
      stage.notes["missing"] = try stage.refusal { try missing.connect(to: path) } ?? "success"
      let listener = try UnixSocket(recorder: stage.recorder.named("unix server"))
      try listener.bind(to: path)
      try listener.listen(backlog: 8)
      stage.unixSockets.append(("unix server", HeldUnixSocket(listener)))
      let client = try UnixSocket(recorder: stage.recorder.named("unix client"))
      stage.notes["there"] = try stage.refusal { try client.connect(to: path) } ?? "success"
      try stage.showTable(expecting: [.listen: 1, .established: 2])
    },
    remarks: { stage in
      [
        "connect() gave \(stage.notes["missing"] ?? "") while there was no file, and "
          + "\(stage.notes["there"] ?? "") once somebody listened there. The table of TCP and UDP "
          + "sockets has not changed; ss -xl lists unix sockets."
      ]
    })

  private static let stale = DemoStep(
    "The file stays",
    narration: { _ in
      "The unix server closes its socket. The file is still there. A new server binds the same path."
    },
    prediction: Prediction(
      id: "demo-activation-stale", topic: "errors",
      prompt: { _ in "Nobody listens on the path any more. What does bind() say?" },
      options: [
        .init(
          value: "EADDRINUSE", text: "EADDRINUSE: the file is in the way",
          explanation: "bind() makes the file, and it never replaces one."),
        .init(
          value: "success", text: "success: nobody holds the path",
          explanation: "For a port this would be so. A path is taken while its file exists."),
        .init(
          value: "ENOENT", text: "ENOENT",
          explanation: "That is what connect() says where there is no file."),
      ],
      expected: "EADDRINUSE",
      explanation: "A stale file blocks bind() until it is removed (unlink); SO_REUSEADDR does not "
        + "help (unix(7)).",
      measure: { stage in
        let outcome = stage.notes["bind"] ?? ""
        return Prediction.Measurement(value: outcome, text: "bind() gave \(outcome)")
      }),
    work: { stage in
      stage.unixSockets.removeAll()
      guard let path = stage.files.path("service.sock") else { return }
      let client = try UnixSocket(recorder: stage.recorder.named("unix client"))
      stage.notes["stale"] = try stage.refusal { try client.connect(to: path) } ?? "success"
      let server = try UnixSocket(recorder: stage.recorder.named("unix server"))
      stage.notes["bind"] = try stage.refusal { try server.bind(to: path) } ?? "success"
      try stage.showTable(expecting: [.listen: 1, .established: 2])
    },
    remarks: { stage in
      [
        "connect() to the stale file gave \(stage.notes["stale"] ?? ""): a file, but nobody listens. "
          + "Without the file it was \(stage.notes["missing"] ?? "")."
      ]
    })

  private static let ending = DemoStep(
    "The last descriptor",
    narration: { _ in
      "Supervisor and new service close their descriptors of the listener, and the unix socket's "
        + "file is removed. Connections are reset."
    },
    work: { stage in
      stage.closeEverything()
      try stage.showTable(expecting: [:])
    },
    remarks: { _ in
      [
        "With the last descriptor the socket was gone, and its port was free. A forgotten child that "
          + "inherited a listener keeps its port busy in just this way."
      ]
    })

  /// Accepts a connection; its row is from now on that of whoever did.
  private static func accept(from name: String, as end: String, _ stage: DemoStage) throws {
    let peer = try stage.accept(from: name, as: end)
    stage.rename(FiveTuple(.tcp, from: stage.server, to: peer), to: end)
  }

  /// Sends the supervisor's listener through a pair of unix sockets and keeps what arrives.
  private static func handOver(to name: String, _ stage: DemoStage) throws {
    let listener = try stage.held(supervisor)
    let pair = try UnixSocket.Pair(
      recorder: stage.recorder.named(supervisor), other: stage.recorder.named(name))
    try pair.first.handOver(listener.socket)
    stage.hold(
      name,
      HeldSocket(try pair.second.takeOver(family: .ipv4, recorder: stage.recorder.named(name))))
  }
}

import PortKnowledge
import Sockets

/// A reverse proxy: two connections, two 5-tuples, for one request.
enum Proxy {
  static let demo = Demo(
    id: "proxy", title: "A reverse proxy",
    teaches: "A proxied request takes two connections, and the backend sees the proxy.",
    steps: [
      listening, client, request, answer,
      .everythingCloses(
        "A reverse proxy ends the client's connection and makes one of its own. So it can listen on "
          + "443 while the application sits on a high port and needs no privilege."),
    ])

  private static let proxy = "proxy"
  private static let backend = "backend"

  private static let listening = DemoStep(
    "A proxy and a backend",
    narration: { _ in
      "Two servers listen on 127.0.0.1: a proxy, to which clients come, and a backend behind it that "
        + "does the work. Each has a port of its own."
    },
    work: { stage in
      stage.leftName = "who connects"
      let front = try stage.listenOnFreePort(proxy, on: .loopback)
      let back = try stage.listenOnFreePort(backend, on: .loopback)
      stage.notes["front"] = "\(front.port)"
      stage.notes["back"] = "\(back.port)"
      try stage.showTable(expecting: [.listen: 2])
    },
    remarks: { stage in
      [
        "The proxy has port \(stage.notes["front"] ?? ""), the backend \(stage.notes["back"] ?? "")."
      ]
    })

  private static let client = DemoStep(
    "A client comes",
    narration: { _ in "A client connects to the proxy and sends its request. The proxy reads it." },
    work: { stage in
      try stage.connect("client", to: stage.serverEndpoints[0], serverRole: "proxy, to the client")
      _ = try stage.accept(from: proxy, as: "proxy, to the client")
      try stage.say("GET /", on: "client")
      stage.notes["request"] = try stage.hear(on: "proxy, to the client").text
      try stage.showTable(expecting: [.listen: 2, .established: 2])
    },
    remarks: { stage in ["The proxy has read \"\(stage.notes["request"] ?? "")\"."] })

  private static let request = DemoStep(
    "The proxy asks the backend",
    narration: { _ in
      "The proxy must hand the request on. It connects to the backend like any other client."
    },
    prediction: Prediction(
      id: "demo-proxy-connections", topic: "tuples",
      prompt: { _ in "How many TCP connections does this one request take in the end?" },
      options: [
        .init(
          value: "1", text: "one: the proxy passes it through",
          explanation: "A proxy does not pass segments through. The client's connection ends in it."
        ),
        .init(
          value: "2", text: "two: client to proxy, and proxy to backend",
          explanation: "Each has its own 5-tuple, its own sequence numbers and its own end."),
        .init(
          value: "3", text: "three: the backend answers the client directly",
          explanation: "The backend does not even know the client's address: it answers on the "
            + "connection that it has."),
      ],
      expected: "2",
      explanation: "The proxy is a server towards the client and a client towards the backend.",
      measure: { stage in
        let count = stage.rows.count(where: stage.isClient)
        return Prediction.Measurement(value: "\(count)", text: "\(count) connections")
      }),
    work: { stage in
      try stage.connect(
        "proxy, to the backend", to: stage.serverEndpoints[1], serverRole: "backend's end")
      let peer = try stage.accept(from: backend, as: "backend's end")
      stage.notes["peer"] = "\(peer)"
      try stage.say("GET /", on: "proxy, to the backend")
      _ = try stage.hear(on: "backend's end")
      try stage.showTable(
        expecting: [.listen: 2, .established: 4], marking: { stage.isClient($0) })
    },
    remarks: { stage in
      [
        "The backend sees \(stage.notes["peer"] ?? "") as its client: that is the proxy. The real "
          + "client's address gets there only if the proxy passes it on, in a header or by the PROXY "
          + "protocol."
      ]
    })

  private static let answer = DemoStep(
    "The answer goes back",
    narration: { _ in
      "The backend answers on its connection, the proxy reads that and answers on the other one."
    },
    work: { stage in
      try stage.say("200 OK", on: "backend's end")
      let text = try stage.hear(on: "proxy, to the backend").text
      try stage.say(text, on: "proxy, to the client")
      stage.notes["answer"] = try stage.hear(on: "client").text
      try stage.showTable(expecting: [.listen: 2, .established: 4])
    },
    remarks: { stage in
      ["The client has read \"\(stage.notes["answer"] ?? "")\". It never met the backend."]
    })
}

import PortKnowledge
import Testing

@Suite("Exercises: limits of queues, ports and NAT")
struct LimitFamiliesTests {
  private func exercises(_ name: String, _ level: ExerciseLevel) throws -> [Exercise] {
    let family = try #require(ExerciseCatalog.family(named: name))
    return (0..<600).map { family.exercise(seed: UInt64($0), level: level) }
  }

  @Test(
    "have several kinds of answers on every level", arguments: ["accept-backlog", "nat-table"])
  func kinds(name: String) throws {
    for level in ExerciseLevel.allCases {
      let kinds = try Set(exercises(name, level).map { Self.kind($0.question) })
      #expect(kinds.count >= 2, "\(name), level \(level): \(kinds)")
    }
  }

  @Test("explain several wrong numbers, and never give the answer in a hint")
  func mistakes() throws {
    for level in ExerciseLevel.allCases {
      for exercise in try exercises("count-connections", level) {
        guard case .entry(let entry) = exercise.question.kind else { continue }
        #expect(entry.isNumber && entry.mistakes.count >= 1, "\(exercise.question.id)")
        let right = try #require(entry.accepted.first)
        if right.count > 3 {
          #expect(!exercise.question.hints.joined().contains(right), "\(exercise.question.id)")
        }
      }
    }
  }

  // MARK: The data of a case are enough to build it again

  @Test("tell everything about the accept queue")
  func backlogData() throws {
    for level in ExerciseLevel.allCases {
      for exercise in try exercises("accept-backlog", level) {
        let data = exercise.data
        var queue = AcceptQueue(backlog: 0, maximum: try data.number("somaxconn"))
        for event in try data.list("events") {
          try Self.play(event, on: &queue)
        }
        let name = exercise.question.id
        #expect(try data.number("completed") == queue.completed, "\(name)")
        #expect(try data.number("receiveQueue") == queue.waiting, "\(name)")
        #expect(try data.number("sendQueue") == queue.backlog, "\(name)")
        #expect(try data.number("synSent") == queue.unanswered, "\(name)")
        #expect(exercise.experiment != nil, "\(name)")
      }
    }
  }

  private static func play(_ event: CaseValue, on queue: inout AcceptQueue) throws {
    switch try event.text("call") {
    case "listen":
      let backlog = try event.number("backlog")
      let isPython = try event.text("language") == "Python"
      queue.listen(backlog: isPython ? AcceptQueue.handedOnByPython(backlog) : backlog)
    case "connect": for _ in 0..<(try event.number("clients")) { queue.connect() }
    case "accept":
      // A program that calls it once too often would wait for ever.
      for _ in 0..<(try event.number("times")) { #expect(queue.accept() != nil) }
    case "close": queue.close(client: try event.number("client") - 1)
    default:
      #expect(queue.unanswered <= queue.capacity - queue.waiting)
      queue.sendAgain()
    }
  }

  @Test("tell everything about the router")
  func routerData() throws {
    for level in ExerciseLevel.allCases {
      for exercise in try exercises("nat-table", level) {
        let data = exercise.data
        let spare = try data.port("lowestSparePort")...data.port("highestSparePort")
        var table = NATTable(
          address: try address(data.text("publicAddress")), range: spare,
          forwards: try data.list("forwards").map {
            NATTable.Forward(
              try $0.transport, port: try $0.port("port"), to: try endpoint($0.text("inside")))
          })
        for packet in try data.list("packets") {
          let tuple = FiveTuple(
            try packet.transport, from: try endpoint(packet.text("source")),
            to: try endpoint(packet.text("destination")))
          let isOut = try packet.text("direction") == "out"
          let result = isOut ? table.outbound(tuple) : table.inbound(tuple)
          #expect(try packet.truth("isDropped") == (result == nil), "\(exercise.question.id)")
          guard let result else { continue }
          #expect(try packet.text("translatedSource") == "\(result.source)")
          #expect(try packet.text("translatedDestination") == "\(result.destination)")
        }
        #expect(try data.list("entries").count == table.entries.count, "\(exercise.question.id)")
      }
    }
  }

  // MARK: Reading

  private static func kind(_ question: Question) -> String {
    switch question.kind {
    case .chooseOne: "choose one"
    case .chooseSeveral: "choose several"
    case .entry: "entry"
    case .putInOrder: "put in order"
    case .fillTable: "fill a table"
    }
  }

  private func endpoint(_ text: String) throws -> Endpoint {
    let parts = text.split(separator: ":")
    try #require(parts.count == 2)
    let port = try #require(PortNumber(text: parts[1]))
    return Endpoint(try address(String(parts[0])), port)
  }

  private func address(_ text: String) throws -> IPAddress {
    let octets = text.split(separator: ".").compactMap { UInt8($0) }
    try #require(octets.count == 4)
    return .octets(octets[0], octets[1], octets[2], octets[3])
  }
}

extension CaseValue {
  fileprivate func member(_ name: String) throws -> CaseValue {
    guard case .object(let members) = self else {
      Issue.record("no object")
      return .null
    }
    return try #require(members[name], "no \(name)")
  }

  fileprivate func text(_ name: String) throws -> String {
    guard case .text(let text) = try member(name) else {
      Issue.record("\(name) is no text")
      return ""
    }
    return text
  }

  fileprivate func number(_ name: String) throws -> Int {
    guard case .number(let number) = try member(name) else {
      Issue.record("\(name) is no number")
      return 0
    }
    return number
  }

  fileprivate func truth(_ name: String) throws -> Bool { try member(name) == .truth(true) }

  fileprivate func list(_ name: String) throws -> [CaseValue] {
    guard case .list(let values) = try member(name) else {
      Issue.record("\(name) is no list")
      return []
    }
    return values
  }

  fileprivate func port(_ name: String) throws -> PortNumber {
    try #require(PortNumber(exactly: try number(name)))
  }

  fileprivate var transport: TransportProtocol {
    get throws { try text("transport") == "TCP" ? .tcp : .udp }
  }
}

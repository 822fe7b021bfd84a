import PortKnowledge

/// Makes a demo's events again from the objects that ``DemoJSON`` writes.
///
/// The objects come from a file that anybody may have written: what does not fit is refused with
/// what is wrong, and no text is taken for more than text.
struct DemoEventReader {
  /// The steps of the demo: an index beyond them is refused.
  let stepCount: Int

  /// The most options of a question: they are chosen with one digit.
  private static let mostOptions = 9

  /// The event of an object.
  func event(_ value: JSONValue) throws(RecordingFault) -> DemoEvent {
    let members = try JSONMembers(value)
    switch try members.text("event") {
    case "stepBegan":
      return .stepBegan(
        index: try index(members), title: try members.text("title"),
        narration: try members.text("narration"))
    case "questionAsked": return .questionAsked(try question(members))
    case "callMade": return .callMade(try call(members))
    case "tableRead": return .tableRead(try reading(members))
    case "pictureDrawn": return .pictureDrawn(try picture(members))
    case "figureDrawn": return .figureDrawn(try figure(members))
    case "predictionSettled": return .predictionSettled(try outcome(members))
    case "remark": return .remark(try members.text("text"))
    case "stepEnded": return .stepEnded(index: try index(members))
    case "demoEnded": return .demoEnded(try end(members))
    default: throw RecordingFault("\"event\" names no event that this version knows.")
    }
  }

  private func index(_ members: JSONMembers) throws(RecordingFault) -> Int {
    let index = try members.number("index")
    guard (0..<stepCount).contains(index) else {
      throw RecordingFault("\"index\" is none of the demo's \(stepCount) steps.")
    }
    return index
  }

  private func question(_ members: JSONMembers) throws(RecordingFault) -> Question {
    var options: [Question.Option] = []
    for choice in try members.objects("choices") {
      options.append(
        Question.Option(
          try choice.text("text"), isRight: try choice.truth("isRight"),
          explanation: try choice.text("explanation")))
    }
    guard (2...Self.mostOptions).contains(options.count) else {
      throw RecordingFault("\"choices\" must be 2 to \(Self.mostOptions).")
    }
    return Question(
      id: try members.text("id"), topic: try members.text("topic"),
      prompt: try members.text("prompt"), kind: .chooseOne(options),
      explanation: try members.text("explanation"))
  }

  private func call(_ members: JSONMembers) throws(RecordingFault) -> CallRecord {
    CallRecord(
      name: try members.text("name"), arguments: try members.text("arguments"),
      result: try members.number("result"), output: try members.text("output"),
      errorName: try members.optionalText("error"),
      microseconds: try members.number("microseconds"), actor: try members.text("actor"))
  }

  private func outcome(_ members: JSONMembers) throws(RecordingFault) -> PredictionOutcome {
    var options: [PredictionOutcome.Option] = []
    for option in try members.objects("options") {
      options.append(
        PredictionOutcome.Option(
          text: try option.text("text"), isRight: try option.truth("isRight"),
          explanation: try option.text("explanation")))
    }
    // As if nobody had predicted: the one who sees it now has not been asked yet.
    return PredictionOutcome(
      questionID: try members.text("id"), given: nil, measured: try members.text("measured"),
      isCorrect: nil, explanation: try members.text("reason"), options: options)
  }

  private func end(_ members: JSONMembers) throws(RecordingFault) -> DemoEnd {
    switch try members.text("outcome") {
    case "completed": return .completed
    case "left": return .left
    case "failed": return .failed(try members.text("reason"))
    default: throw RecordingFault("\"outcome\" is not completed, left or failed.")
    }
  }

  // What is drawn.

  private func figure(_ members: JSONMembers) throws(RecordingFault) -> [MarkedText] {
    var lines: [MarkedText] = []
    for line in try members.list("spans") {
      guard case .list(let parts) = line else { throw RecordingFault("\"spans\" holds no list.") }
      var spans: [MarkedText.Span] = []
      for part in parts {
        let part = try JSONMembers(part, what: "a part of \"spans\"")
        spans.append(
          MarkedText.Span(
            try part.text("text"), try part.value("mark", as: "a mark", Self.mark(named:))))
      }
      lines.append(MarkedText(spans))
    }
    return lines
  }

  private static func mark(named name: String) -> MarkedText.Mark? {
    switch name {
    case "plain": .plain
    case "faint": .faint
    case "decisive": .decisive
    default: TupleField(rawValue: name).map(MarkedText.Mark.field)
    }
  }

  private func picture(_ members: JSONMembers) throws(RecordingFault) -> DemoPicture {
    var links: [DemoPicture.Link] = []
    for link in try members.objects("links") {
      links.append(
        DemoPicture.Link(left: try link.number("left"), right: try link.number("right")))
    }
    return DemoPicture(
      left: try host(members.object("left")), right: try host(members.object("right")),
      links: links)
  }

  private func host(_ members: JSONMembers) throws(RecordingFault) -> DemoPicture.Host {
    var sockets: [DemoPicture.Socket] = []
    for socket in try members.objects("sockets") {
      sockets.append(
        DemoPicture.Socket(
          transport: try transport(socket), local: try endpoint(socket.object("local")),
          state: try socket.text("state"), note: try socket.text("note")))
    }
    return DemoPicture.Host(
      name: try members.text("name"), address: try address(members), sockets: sockets)
  }

  // The table.

  private func reading(_ members: JSONMembers) throws(RecordingFault) -> TableReading {
    var fields: Set<TupleField> = []
    for value in try members.list("decidingFields") {
      guard case .string(let name) = value, let field = TupleField(rawValue: name) else {
        throw RecordingFault("\"decidingFields\" holds what is no field.")
      }
      fields.insert(field)
    }
    var lines: [TableReading.Line] = []
    for row in try members.objects("rows") {
      lines.append(
        TableReading.Line(
          row: try self.row(row),
          change: try row.value("change", as: "a change", TableReading.Line.Change.init),
          role: try row.text("role")))
    }
    return TableReading(lines: lines, decidingFields: fields, source: try members.text("source"))
  }

  private func row(_ members: JSONMembers) throws(RecordingFault) -> SocketRow {
    SocketRow(
      transport: try transport(members),
      state: try members.value("state", as: "a state") { name in
        TCPState.all.first { $0.ssName == name }
      },
      local: try endpoint(members.object("local")), remote: try endpoint(members.object("remote")),
      receiveQueue: try members.number("receiveQueue", as: UInt32.self),
      sendQueue: try members.number("sendQueue", as: UInt32.self),
      inode: try members.number("inode", as: UInt64.self),
      userID: try members.number("userID", as: UInt32.self),
      isIPv6Table: try members.truth("isIPv6Table"))
  }

  private func transport(_ members: JSONMembers) throws(RecordingFault) -> TransportProtocol {
    try members.value("protocol", as: "a protocol") { TransportProtocol(rawValue: $0) }
  }

  private func address(_ members: JSONMembers) throws(RecordingFault) -> IPAddress {
    try members.value("address", as: "an IP address") { IPAddress($0) }
  }

  private func endpoint(_ members: JSONMembers) throws(RecordingFault) -> Endpoint {
    Endpoint(
      try address(members), PortNumber(try members.number("port", as: UInt16.self)))
  }
}

import PortKnowledge
public import Practice

/// Reads the log of a learner line by line, and checks every value against the store's rules.
public struct LogReader {
  private enum Place: Equatable {
    case header
    case rows
    case end
  }

  /// The line that was read last, from 1.
  public private(set) var line = 0

  private let file: String
  private var place = Place.header
  private var rows = 0

  /// Begins before the first line.
  ///
  /// - Parameter file: What the file is called, for what is said of a fault.
  public init(file: String) {
    self.file = file
  }

  /// Reads the next line.
  ///
  /// - Parameter bytes: The line without its end.
  /// - Returns: The row that it holds; nil for the first and the last line.
  /// - Throws: ``ExchangeFault`` that names the line.
  public mutating func read(_ bytes: ArraySlice<UInt8>) throws(ExchangeFault) -> LogEntry? {
    line += 1
    do throws(LineFault) {
      guard bytes.count <= LogFormat.longestLine else {
        throw LineFault("the line is longer than \(LogFormat.longestLine >> 10) KiB.")
      }
      switch place {
      case .header: try readHeader(bytes)
      case .rows: return try readRow(bytes)
      case .end:
        guard bytes.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) else {
          throw LineFault("something follows the line that ends the log.")
        }
      }
      return nil
    } catch {
      throw ExchangeFault(file: file, line: line, error.reason)
    }
  }

  /// Makes sure that the last line was there.
  ///
  /// - Throws: ``ExchangeFault``.
  public func finish() throws(ExchangeFault) {
    switch place {
    case .end: return
    case .header: throw ExchangeFault(file: file, "the file is empty; " + Self.howToMakeOne)
    case .rows:
      throw ExchangeFault(
        file: file, line: line,
        "the log is cut off here: its last line, which counts the rows, is missing; export it "
          + "again.")
    }
  }

  private static let howToMakeOne = "portside export FILE writes a log."

  private mutating func readHeader(_ bytes: ArraySlice<UInt8>) throws(LineFault) {
    // Some editors put a mark at the beginning of a file in UTF-8; it means nothing.
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    guard let object = try? FlatObject(bytes), object["format"] == .text(LogFormat.name) else {
      throw LineFault("this is no log of Portside; " + Self.howToMakeOne)
    }
    var members = LogMembers(object)
    _ = try members.text("format")
    let version = try members.number("version")
    guard version == LogFormat.version else {
      throw LineFault(
        "the log has version \(version), and this portside reads version \(LogFormat.version); "
          + (version > LogFormat.version
            ? "import it with a newer portside." : "the file was changed; export it again."))
    }
    _ = try members.text("portside")
    try members.finish("first line")
    place = .rows
  }

  private mutating func readRow(_ bytes: ArraySlice<UInt8>) throws(LineFault) -> LogEntry? {
    var members = LogMembers(try FlatObject(bytes))
    let type = try members.text("type")
    if type == "end" {
      let count = try members.number("rows")
      guard count == rows else {
        throw LineFault("the last line counts rows up to \(count), but \(rows) are before it.")
      }
      try members.finish("last line")
      place = .end
      return nil
    }
    guard rows < LogFormat.mostRows else {
      throw LineFault("the log has more than \(LogFormat.mostRows) rows.")
    }
    guard let entry = try Self.entry(type, &members) else {
      throw LineFault(
        "\"\(type.prefix(40))\" is no type of a row of version \(LogFormat.version).")
    }
    try members.finish("row of type \(type)")
    rows += 1
    return entry
  }

  /// The row of a type; nil where there is no such type.
  private static func entry(
    _ type: String, _ members: inout LogMembers
  ) throws(LineFault) -> LogEntry? {
    switch type {
    case "answer": return .answer(try answer(&members))
    case "answer_withdrawal":
      return .withdrawal(
        WithdrawalRecord(
          itemID: try members.text("item"), answeredAt: try members.number("answered_at_ms")))
    case "lesson":
      return .lesson(
        LessonRecord(
          lessonID: try members.text("lesson"), finishedAt: try members.number("finished_at_ms"),
          zoneOffset: try members.zone()))
    case "review": return .review(try review(&members))
    case "review_withdrawal":
      return .reviewWithdrawal(
        ReviewWithdrawalRecord(
          cardID: try members.text("card"), reviewedAt: try members.number("reviewed_at_ms")))
    case "goal":
      return .goal(
        GoalRecord(
          readyDay: try members.optionalNumber("ready_day"),
          setAt: try members.number("set_at_ms"), zoneOffset: try members.zone()))
    case "sighting":
      let number = try members.number("state_number", in: 1...255)
      return .sighting(
        SightingRecord(
          state: TCPState(rawValue: UInt8(number)), seenAt: try members.number("seen_at_ms"),
          zoneOffset: try members.zone()))
    case "quiz_place":
      let count = try members.number("question_count", in: 1...(.max))
      return .quizPlace(
        QuizPlaceRecord(
          quizStartedAt: try members.number("quiz_started_at_ms"),
          position: try members.number("position", in: 1...Int64(count)), count: count,
          itemID: try members.text("item"), answeredAt: try members.number("answered_at_ms")))
    default: return nil
    }
  }

  private static func answer(_ members: inout LogMembers) throws(LineFault) -> AnswerRecord {
    let kindName = try members.text("kind")
    guard let kind = AnswerRecord.Kind(rawValue: kindName) else {
      let kinds = AnswerRecord.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw LineFault("\"kind\" must be one of \(kinds).")
    }
    return AnswerRecord(
      itemID: try members.text("item"), topic: try members.text("topic"), kind: kind,
      isCorrect: try members.truth("correct"), given: try members.text("given"),
      durationMilliseconds: try members.number("duration_ms", in: 0...(.max)),
      usedHint: try members.truth("hint"), answeredAt: try members.number("answered_at_ms"),
      zoneOffset: try members.zone())
  }

  private static func review(_ members: inout LogMembers) throws(LineFault) -> ReviewRecord {
    let number = try members.number("grade", in: 1...4)
    guard let grade = Grade(rawValue: number) else { throw LineFault("\"grade\" must be 1 to 4.") }
    return ReviewRecord(
      cardID: try members.text("card"), grade: grade,
      durationMilliseconds: try members.number("duration_ms", in: 0...(.max)),
      reviewedAt: try members.number("reviewed_at_ms"), zoneOffset: try members.zone(),
      rolloverHour: try members.number("rollover_hour", in: 0...23))
  }
}

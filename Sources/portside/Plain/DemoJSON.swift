import Foundation
import PortKnowledge
import TerminalUI

/// A demo's events as JSON objects.
///
/// Every object has `event`, the event's name, and the members listed here; a member without a
/// value is null. New members may be added, none changes its meaning.
///
/// - `recordingBegan`: `kernel`, `day`, `wasRoot`, `reason`; only where a recording is played
/// - `stepBegan`: `index` from 0, `title`, `narration`
/// - `questionAsked`: `id`, `topic`, `prompt`, `options` (texts, in order), `choices` (of `text`,
///   `isRight` by the rules, `explanation`), `explanation`
/// - `callMade`: `name`, `arguments`, `result`, `output`, `error` (a name such as `EADDRINUSE`),
///   `microseconds`, `actor`
/// - `tableRead`: `source`, `decidingFields` (names), `rows` of `change` (`same`, `added`,
///   `removed`, `changed`), `role`, `protocol`, `state`, `local` and `remote` (each `address` and
///   `port`), `receiveQueue`, `sendQueue`, `inode`, `userID`, `isIPv6Table`
/// - `pictureDrawn`: `left` and `right` of `name`, `address`, `sockets` (`protocol`, `local`,
///   `state`, `note`); `links` of `left` and `right`, indices into the sockets
/// - `figureDrawn`: `lines`, and `spans`: for each line its parts of `text` and `mark` (`plain`,
///   `faint`, `decisive` or a field's name)
/// - `predictionSettled`: `id`, `given`, `measured`, `isCorrect`, `explanation`, `reason` (what is
///   said without a prediction), `options` (of `text`, `isRight` by the kernel, `explanation`)
/// - `remark`: `text`
/// - `stepEnded`: `index`
/// - `demoEnded`: `outcome` (`completed`, `left`, `failed`), `reason`
///
/// Without a demo's name there is one object a demo: `id`, `title`, `teaches`, `stepCount`.
enum DemoJSON {
  /// The object of an event.
  static func line(of event: DemoEvent) -> DisplayText {
    text(object(of: event))
  }

  /// The object of a demo in the list.
  static func line(of summary: DemoSummary) -> DisplayText {
    text(object(of: summary))
  }

  /// The members of a demo in the list.
  static func object(of summary: DemoSummary) -> [String: JSONValue] {
    [
      "id": .string(summary.id), "title": .string(summary.title),
      "teaches": .string(summary.teaches), "stepCount": .number(summary.stepCount),
    ]
  }

  /// An object as one line.
  static func text(_ members: [String: JSONValue]) -> DisplayText {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings, whole numbers, truth values, lists and objects can always be encoded.
    let data = (try? encoder.encode(JSONValue.object(members))) ?? Data("{}".utf8)
    return DisplayText(String(decoding: data, as: UTF8.self))
  }

  private static func object(of event: DemoEvent) -> [String: JSONValue] {
    switch event {
    case .recordingBegan(let note): object(of: note)
    case .stepBegan(let index, let title, let narration):
      [
        "event": "stepBegan", "index": .number(index), "title": .string(title),
        "narration": .string(narration),
      ]
    case .questionAsked(let question): object(of: question)
    case .callMade(let call): object(of: call)
    case .tableRead(let reading): object(of: reading)
    case .pictureDrawn(let picture): object(of: picture)
    case .figureDrawn(let lines):
      [
        "event": "figureDrawn", "lines": .list(lines.map { .string($0.text) }),
        "spans": .list(lines.map { .list($0.spans.map(value)) }),
      ]
    case .predictionSettled(let outcome): object(of: outcome)
    case .remark(let text): ["event": "remark", "text": .string(text)]
    case .stepEnded(let index): ["event": "stepEnded", "index": .number(index)]
    case .demoEnded(let end): object(of: end)
    }
  }

  private static func object(of note: RecordingNote) -> [String: JSONValue] {
    [
      "event": "recordingBegan", "kernel": .string(note.kernel), "day": .string(note.day),
      "wasRoot": .truth(note.wasRoot), "reason": .optional(note.reason),
    ]
  }

  private static func object(of question: Question) -> [String: JSONValue] {
    [
      "event": "questionAsked", "id": .string(question.id), "topic": .string(question.topic),
      "prompt": .string(question.prompt),
      "options": .list(question.options.map { .string($0.text) }),
      "choices": .list(
        question.options.map {
          .object([
            "text": .string($0.text), "isRight": .truth($0.isRight),
            "explanation": .string($0.explanation),
          ])
        }),
      "explanation": .string(question.explanation),
    ]
  }

  private static func object(of outcome: PredictionOutcome) -> [String: JSONValue] {
    [
      "event": "predictionSettled", "id": .string(outcome.questionID),
      "given": .optional(outcome.given), "measured": .string(outcome.measured),
      "isCorrect": outcome.isCorrect.map(JSONValue.truth) ?? .null,
      "explanation": .string(outcome.explanation), "reason": .string(outcome.reason),
      "options": .list(
        outcome.options.map {
          .object([
            "text": .string($0.text), "isRight": .truth($0.isRight),
            "explanation": .string($0.explanation),
          ])
        }),
    ]
  }

  private static func object(of call: CallRecord) -> [String: JSONValue] {
    [
      "event": "callMade", "name": .string(call.name), "arguments": .string(call.arguments),
      "result": .number(call.result), "output": .string(call.output),
      "error": .optional(call.errorName), "microseconds": .number(call.microseconds),
      "actor": .string(call.actor),
    ]
  }

  private static func object(of reading: TableReading) -> [String: JSONValue] {
    let fields = TupleField.allCases.filter(reading.decidingFields.contains)
    return [
      "event": "tableRead", "source": .string(reading.source),
      "decidingFields": .list(fields.map { .string($0.name) }),
      "rows": .list(
        reading.lines.map { line in
          .object([
            "change": .string(line.change.rawValue), "role": .string(line.role),
            "protocol": .string(line.row.transport.rawValue),
            "state": .string(line.row.stateName), "local": value(line.row.local),
            "remote": value(line.row.remote),
            "receiveQueue": .number(Int(line.row.receiveQueue)),
            "sendQueue": .number(Int(line.row.sendQueue)),
            "inode": .number(Int(clamping: line.row.inode)),
            "userID": .number(Int(line.row.userID)),
            "isIPv6Table": .truth(line.row.isIPv6Table),
          ])
        }),
    ]
  }

  private static func object(of picture: DemoPicture) -> [String: JSONValue] {
    [
      "event": "pictureDrawn", "left": value(picture.left), "right": value(picture.right),
      "links": .list(
        picture.links.map { .object(["left": .number($0.left), "right": .number($0.right)]) }),
    ]
  }

  private static func object(of end: DemoEnd) -> [String: JSONValue] {
    switch end {
    case .completed: ["event": "demoEnded", "outcome": "completed", "reason": .null]
    case .left: ["event": "demoEnded", "outcome": "left", "reason": .null]
    case .failed(let reason):
      ["event": "demoEnded", "outcome": "failed", "reason": .string(reason)]
    }
  }

  private static func value(_ host: DemoPicture.Host) -> JSONValue {
    .object([
      "name": .string(host.name), "address": .string("\(host.address)"),
      "sockets": .list(
        host.sockets.map { socket in
          .object([
            "protocol": .string(socket.transport.rawValue), "local": value(socket.local),
            "state": .string(socket.state), "note": .string(socket.note),
          ])
        }),
    ])
  }

  private static func value(_ span: MarkedText.Span) -> JSONValue {
    let mark =
      switch span.mark {
      case .plain: "plain"
      case .faint: "faint"
      case .decisive: "decisive"
      case .field(let field): field.name
      }
    return .object(["text": .string(span.text), "mark": .string(mark)])
  }

  private static func value(_ endpoint: Endpoint) -> JSONValue {
    .object([
      "address": .string("\(endpoint.address)"), "port": .number(Int(endpoint.port.rawValue)),
    ])
  }
}

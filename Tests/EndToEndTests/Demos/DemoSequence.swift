import Foundation

/// What a demo told, line by line, without what differs from run to run: ports by the order in
/// which they first came, no times, no descriptors, no measured figures.
///
/// Made from the objects of `portside demo NAME --json`, which are also those of a recording.
struct DemoSequence {
  private(set) var lines: [String] = []
  private var ports: [Int: String] = [:]
  /// Whether ports are only told to be ports: the kernel chose their order.
  private let hidesPorts: Bool

  /// Demos whose point is that the kernel chooses ports in an order of its own.
  private static let unordered: Set<String> = ["ephemeral", "exhaustion"]

  /// The sequence of a demo's objects; those that are no events are passed over.
  init(_ objects: [[String: Any]], of demo: String) {
    hidesPorts = Self.unordered.contains(demo)
    for object in objects {
      guard let line = line(of: object) else { continue }
      // How often a call had to be made again depends on the machine's load.
      if line.hasPrefix("call "), lines.last == line { continue }
      lines.append(line)
      dropAnotherPort()
    }
  }

  /// A port on which a stranger's row stood is given back for another one; how often that happens
  /// depends on what else runs here.
  private mutating func dropAnotherPort() {
    let opening = ["socket", "bind", "getsockname"]
    let calls = opening + ["close"] + opening
    guard let last = lines.last, last.hasSuffix(": getsockname success"),
      let actor = last.split(separator: ":").first
    else { return }
    let attempt = calls.map { "\(actor): \($0) success" }
    if lines.suffix(attempt.count).elementsEqual(attempt) { lines.removeLast(4) }
  }

  private mutating func line(of object: [String: Any]) -> String? {
    func string(_ name: String) -> String { object[name] as? String ?? "" }
    switch object["event"] as? String {
    case "stepBegan": return "step \(string("title")): \(plain(string("narration")))"
    case "questionAsked":
      let options = (object["options"] as? [String] ?? []).map(plain)
      return "ask \(string("id")): \(plain(string("prompt"))) \(options)"
    case "callMade":
      let outcome = object["error"] as? String ?? "success"
      return "call \(string("actor")): \(string("name")) \(outcome)"
    case "tableRead":
      let rows = (object["rows"] as? [[String: Any]] ?? []).map { row($0) }
      let fields = object["decidingFields"] as? [String] ?? []
      return "table \(rows.joined(separator: " | ")) ▲ \(fields)"
    case "pictureDrawn":
      let sides = ["left", "right"].map { side -> Int in
        ((object[side] as? [String: Any])?["sockets"] as? [Any])?.count ?? 0
      }
      return "picture \(sides), \((object["links"] as? [Any])?.count ?? 0) links"
    case "figureDrawn": return "figure of \((object["lines"] as? [Any])?.count ?? 0) lines"
    case "predictionSettled":
      let right = (object["options"] as? [[String: Any]] ?? []).map {
        $0["isRight"] as? Bool ?? false
      }
      return "settled \(string("id")): \(plain(string("measured"))) \(right)"
    case "remark": return "remark \(plain(string("text")))"
    case "stepEnded": return "step ended"
    case "demoEnded": return "end \(string("outcome")) \(string("reason"))"
    default: return nil
    }
  }

  private mutating func row(_ row: [String: Any]) -> String {
    let words = ["change", "protocol", "state"].map { row[$0] as? String ?? "" }
    let ends = ["local", "remote"].map { end -> String in
      let endpoint = row[end] as? [String: Any] ?? [:]
      return "\(endpoint["address"] as? String ?? ""):\(name(endpoint["port"] as? Int ?? 0))"
    }
    return (words + ends + ["[\(row["role"] as? String ?? "")]"]).joined(separator: " ")
  }

  private mutating func name(_ port: Int) -> String {
    if port == 0 { return "0" }
    if hidesPorts {
      ports[port] = "P"
      return "P"
    }
    let known = ports[port] ?? "P\(ports.count + 1)"
    ports[port] = known
    return known
  }

  /// A text with its ports named, and every other figure and temporary path made one sign.
  private func plain(_ text: String) -> String {
    var result = text.replacing(#/\/[^ "]*\/portside-[A-Za-z0-9]{6}/#, with: "PATH")
    // On a busy machine a time is told in another unit.
    result = result.replacing(#/[0-9]+(?:[.,][0-9]+)* (?:µs|ms|s)\b/#, with: "# TIME")
    result = result.replacing(#/[0-9]+(?:[.,][0-9]+)*/#) { match in
      Int(match.output).flatMap { ports[$0] } ?? "#"
    }
    return result
  }
}

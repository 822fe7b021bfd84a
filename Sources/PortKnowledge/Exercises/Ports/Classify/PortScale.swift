/// The parts into which a fact divides all port numbers, with a ▲ under the part of one number.
///
///     privileged  no  yes     no
///                 0   1-1023  1024-65535
///                             ▲ 1024
struct PortScale {
  private struct Part {
    let label: String
    let first: Int
    let last: Int

    var text: String { first == last ? String(first) : "\(first)-\(last)" }
  }

  private let title: String
  private let parts: [Part]
  private let number: Int

  /// The scale of a fact about a number.
  init(_ fact: PortFact, _ number: PortClassification) {
    self.number = number.number
    title = fact.title
    let borders = [0] + fact.borders(on: number.machine)
    var parts = zip(borders, borders.dropFirst()).map { first, next in
      let label = PortFact.short(fact.value(of: PortClassification(first, on: number.machine)))
      return Part(label: label, first: first, last: next - 1)
    }
    if number.port == nil {
      parts.append(Part(label: "no port", first: number.number, last: number.number))
    }
    self.parts = parts
  }

  /// The lines: labels, numbers and the ▲.
  var lines: [MarkedText] {
    let rows = AlignedRows(texts: [[title] + parts.map(\.label), [""] + parts.map(\.text)])
    let part = parts.firstIndex { ($0.first...$0.last).contains(number) } ?? 0
    return rows.lines(pointingAt: 1, column: part + 1, note: String(number))
  }
}

/// Draws the sockets about which the tools speak.
struct ToolDraw {
  var draw: CaseDraw

  private static let services: [PortNumber] = [
    22, 25, 80, 143, 443, 993, 3000, 3306, 5432, 6379, 8080, 8443, 9090,
  ]

  init(seed: UInt64, level: ExerciseLevel) {
    draw = CaseDraw(seed: seed, level: level, salt: 0x70_0175)
  }

  /// A port on which services listen.
  mutating func service() -> PortNumber { draw.pick(Self.services, else: 8080) }

  /// An address of this machine.
  mutating func machine() -> IPAddress { .octets(192, 0, 2, draw.number(in: 2...99)) }

  /// A client's endpoint elsewhere.
  mutating func client() -> Endpoint {
    Endpoint(
      .octets(203, 0, 113, draw.number(in: 1...99)),
      PortNumber(draw.number(in: UInt16(32_768)...60_999)))
  }

  /// A question of this family.
  func question(
    _ id: String, _ prompt: String, figure: [MarkedText] = [], _ kind: Question.Kind,
    _ explanation: String, hints: [String]
  ) -> Question {
    Question(
      id: id, topic: ExerciseTopic.tools.rawValue, prompt: prompt, figure: figure, kind: kind,
      explanation: explanation, hints: hints)
  }
}

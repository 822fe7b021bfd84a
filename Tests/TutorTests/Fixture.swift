import Curriculum
import PortKnowledge
import Practice
import TerminalUI

@testable import Tutor

/// A small course with one of everything, and a way to press keys on it.
enum Fixture {
  static let now = Moment(milliseconds: 1_750_000_000_000, zoneOffset: 7200)

  static let oneRight = Question(
    id: "t-one", topic: "tuples",
    prompt: "The server has answered. From which port did its segment come?",
    figure: [
      MarkedText([
        .init("TCP  ", .field(.transport)), .init("192.0.2.7", .field(.sourceAddress)),
        .init(":"), .init("40112", .field(.sourcePort)), .init(" → "),
        .init("192.0.2.10", .field(.destinationAddress)), .init(":"),
        .init("443", .field(.destinationPort)),
      ])
    ],
    kind: .chooseOne([
      .init(
        "443, the port it listens on", isRight: true,
        explanation: "The connected socket keeps the listener's port."),
      .init(
        "a new one for each client", isRight: false,
        explanation: "accept() makes a new socket, and that socket keeps port 443."),
      .init("40112", isRight: false, explanation: "40112 is the client's own port."),
    ]),
    explanation: "Every connection of this server has local port 443.",
    hints: ["Look at the client's destination.", "A reply swaps both ends.", "It is a known port."])

  static let severalRight = Question(
    id: "t-several", topic: "tuples", prompt: "Which fields belong to the 5-tuple?",
    kind: .chooseSeveral([
      .init("the source port", isRight: true, explanation: "It is one of the five."),
      .init("the process id", isRight: false, explanation: "The network never sees a process."),
      .init("the protocol", isRight: true, explanation: "It is one of the five."),
    ]),
    explanation: "Protocol, two addresses, two ports.")

  static let typed = Question(
    id: "t-typed", topic: "ports", prompt: "The highest port number?",
    kind: .entry(
      .init(
        accepted: ["65535"],
        mistakes: [.init("65536", explanation: "65536 does not fit in 16 bits.")],
        form: .number)),
    explanation: "16 bits count from 0 to 65535.", hints: ["16 bits."])

  static let lesson = Lesson(
    id: "first", number: 1, title: "One machine, many programs",
    question: "Your laptop has one address. How does each program get its own mail?", minutes: 5,
    sections: [
      LessonSection(
        title: "The kernel sorts",
        blocks: [
          .paragraph([
            .text("A packet carries a "), .strong("port number"),
            .text(". The kernel reads it and hands the packet to a socket. Try "),
            .code("ss -tln"), .text(" to see the listeners."),
          ]),
          .drawing(lines: ["packet ─▸ kernel ─┬─▸ :80   web", "                  └─▸ :22   ssh"]),
          .list(
            items: [[.text("TCP has its own ports.")], [.text("UDP has its own ports.")]],
            isOrdered: false),
          .code(lines: ["$ ss -tln"], language: "sh"),
          .demo(id: "tabs"),
        ]),
      LessonSection(title: "Think", blocks: [.question(oneRight), .question(severalRight)]),
      LessonSection(title: "Numbers", blocks: [.question(typed)]),
    ],
    interview: "A port tells the kernel which socket a packet is for.",
    summary: ["An address names a machine.", "A port names a socket on it."],
    sources: ["RFC 9293 §3.1", "ip(7)"])

  static let second = Lesson(
    id: "second", number: 5, title: "The 5-tuple",
    question: "Three tabs, one server: who is who?", minutes: 6,
    sections: [
      LessonSection(title: "Five fields", blocks: [.paragraph([.text("Five fields name it.")])])
    ],
    interview: "Five fields.", summary: ["Five fields."], sources: ["RFC 9293 §3.4.1"])

  static let tabs = DemoSummary(
    id: "tabs", title: "Three tabs, one server",
    teaches: "Three connections to one port, told apart by one field.", stepCount: 3)

  static let catalog: Catalog = {
    var catalog = Catalog(lessons: [lesson, second], demos: [tabs])
    catalog.bank = bank
    return catalog
  }()

  /// A deck of two ports and one myth.
  static let bank: LessonBank = {
    let services = [143, 993].flatMap { ServiceTable.services(on: PortNumber($0)) }
    let deck = PortDeck(
      id: "deck-imap", title: "Reading mail", about: "One mailbox, with and without TLS.",
      services: services,
      mnemonics: [.init(services: services, text: "143 + 850 = 993: the same mailbox, locked.")])
    let myth = Myth(
      id: "myth-clients", topic: "tuples", claim: "A server has at most 65,535 clients.",
      truth: "It has as many as there are 5-tuples, descriptors and memory.",
      belief: "Ports have 16 bits.", demo: "tabs", sources: ["RFC 9293 §3.4.1"])
    return LessonBank(myths: [myth], decks: [deck])
  }()

  static let progress = ProgressSnapshot(
    lessonsDone: ["first"], all: .init(correct: 7, total: 9),
    topics: ["ports": .init(correct: 3, total: 4), "tuples": .init(correct: 4, total: 5)],
    days: [
      .init(number: 20252, tally: .init(correct: 3, total: 4)),
      .init(number: 20254, tally: .init(correct: 4, total: 5)),
    ],
    recentMistakes: ["t-one"])

  static let small = Size(columns: 60, rows: 17)
  static let normal = Size(columns: 80, rows: 24)
  static let large = Size(columns: 132, rows: 40)
  static let sizes = [small, normal, large]

  /// The application on a screen.
  static func app(
    _ start: StartPoint = .screen(.home), size: Size = normal,
    progress: ProgressSnapshot = progress, notice: String? = nil
  ) -> AppState {
    AppState(
      size: size, catalog: catalog, progress: progress, keepingNotice: notice, start: start,
      moment: now)
  }
}

extension AppState {
  /// Presses keys one after the other and returns what they asked for.
  @discardableResult
  mutating func press(_ keys: Key...) -> [Effect] {
    keys.flatMap { update(.keyPressed($0), at: Fixture.now) }
  }

  /// Types a text.
  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// The screen as lines.
  var screen: [String] {
    var copy = self
    return copy.view().lines
  }
}

import Curriculum
import PortKnowledge
import TestSupport
import Testing

@Suite("The bank of a folder of lessons")
struct LessonBankTests {
  private static let question = """
    # A comment, and an empty line.

    - id: iv-a
      level: core
      topic: tuples
      question: >
        How can one port
        serve thousands?
      answer: By the 5-tuple.
      rubric: [five values, one listener]
      proof: demo tabs
      follow: [iv-b]
    - id: iv-b
      level: deep
      topic: ports
      question: Which port?
      answer: It depends.
      rubric:
        - a default
      proof: exercise port-service

    """

  private static let deck = """
    - id: deck-mail
      title: Mail
      about: Reading mail.
      ports: ["143/tcp", "993/tcp", "53/udp"]
      mnemonics:
        - ports: ["993/tcp"]
          text: Three for IMAP.

    """

  private static let myth = """
    - id: myth-a
      topic: tuples
      claim: "A server has 65,535 clients: no more."
      truth: It has as many as there are tuples.
      believed: Ports are 16 bits.
      demo: tabs
      sources: [RFC 9293]

    """

  /// The faults of a folder with these files, without the folder's name.
  private func faults(_ files: [String: String]) throws -> [String] {
    try withTemporaryFolder { folder in
      for (name, text) in files { try folder.write(text, to: name) }
      let surroundings = LessonSurroundings(demos: ["tabs"])
      return try LessonLibrary(folder: folder.path, surroundings: surroundings).faults
        .map { String($0.description.replacing(folder.path + "/", with: "")) }
    }
  }

  private func expect(_ files: [String: String], _ expected: [String]) throws {
    #expect(try faults(files) == expected)
  }

  @Test("gives exactly what its files say")
  func values() throws {
    try withTemporaryFolder { folder in
      try folder.write(Self.question, to: "interview.yaml")
      try folder.write(Self.deck, to: "decks.yaml")
      try folder.write(Self.myth, to: "myths.yaml")
      let library = try LessonLibrary(folder: folder.path)
      #expect(library.faults.isEmpty)
      #expect(
        library.bank.interview.first
          == InterviewQuestion(
            id: "iv-a", level: .core, topic: "tuples",
            question: "How can one port serve thousands?",
            answer: "By the 5-tuple.", rubric: ["five values", "one listener"],
            proof: .demo("tabs"), followUps: ["iv-b"]))
      #expect(library.bank.question("iv-b")?.proof == .exercise("port-service"))
      let deck = try #require(library.bank.deck("deck-mail"))
      #expect(deck.services.map(\.port) == [143, 993, 53])
      #expect(deck.mnemonics(for: deck.services[1]) == ["Three for IMAP."])
      #expect(deck.mnemonics(for: deck.services[0]).isEmpty)
      #expect(library.bank.myths.map(\.claim) == ["A server has 65,535 clients: no more."])
    }
  }

  @Test("tells every fault with its place and what to do")
  func placedFaults() throws {
    let interview = Self.question.replacing("level: core", with: "level: hard")
      .replacing("demo tabs", with: "demo taps").replacing("[iv-b]", with: "[iv-c]")
      .replacing("exercise port-service", with: "see tabs")
    try expect(
      ["interview.yaml": interview],
      [
        "interview.yaml:4:10: \"level\" must be basic, core or deep.",
        "interview.yaml:11:10: There is no demo \"taps\"; the demos are tabs.",
        "interview.yaml:12:12: There is no interview question \"iv-c\" to follow; correct its id.",
        "interview.yaml:20:10: \"proof\" is \"demo\" or \"exercise\" with one name, for example demo "
          + "tabs.",
      ])
    let deck = Self.deck.replacing("\"143/tcp\", ", with: "\"993/tcp\", ")
      .replacing("53/udp", with: "53/sctp")
    try expect(
      ["decks.yaml": deck],
      [
        "decks.yaml:4:22: This port stands here twice; keep one.",
        "decks.yaml:4:33: The port table has no \"53/sctp\"; write a port of \"portside ports\" with "
          + "its protocol, for example 443/tcp.",
      ])
    try expect(
      ["decks.yaml": Self.deck.replacing("[\"993/tcp\"]", with: "[\"22/tcp\"]")],
      [
        "decks.yaml:6:14: The deck has no 22/tcp; add it to the deck's ports or leave it out here."
      ])
    try expect(
      ["myths.yaml": Self.myth + Self.myth, "decks.yaml": "x\n"],
      [
        "decks.yaml:1:1: Each entry begins with \"- \" at the start of a line, and its fields stand "
          + "two columns in; move this line.",
        "myths.yaml:8:7: The id \"myth-a\" already stands in myths.yaml:1; choose another.",
      ])
    try expect(
      ["myths.yaml": "\n"],
      [
        "myths.yaml:1:1: The file is empty; begin an entry with \"- id: \" and its id."
      ])
  }

  @Test("refuses what would grow or does not end")
  func hostile() throws {
    #expect(
      try faults(["myths.yaml": "- id: &a [x]\n  topic: *a\n"]).first
        == "myths.yaml:1:7: Anchors and aliases (& and *) are not allowed here; write the value itself."
    )
    let nested = Array(repeating: "[", count: 500) + Array(repeating: "]", count: 500)
    let deep = "- id: \(nested.joined())\n"
    #expect(try faults(["myths.yaml": deep]).first?.contains("nested too deep") == true)
    let long = "- id: a\n" + String(repeating: "  # filler\n", count: 2000)
    #expect(try faults(["myths.yaml": long]).first?.contains("longer than") == true)
  }
}

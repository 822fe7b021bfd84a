import PortKnowledge
import Practice
import Testing

@Suite("What is taken for what")
struct ConfusionTests {
  private func wrong(_ item: String, _ given: String) -> WrongAnswer {
    WrongAnswer(itemID: item, given: given)
  }

  @Test(
    "a port card tells the number or the service by its usual name",
    arguments: [
      ("port:993/tcp:number", "995", "993", "995"),
      ("port:993/tcp:number", " 0995/tcp ", "993", "995"),
      ("port:993/tcp:service", "pop3s", "IMAPS", "POP3S"),
      ("port:993/tcp:service", "POP3 over TLS", "IMAPS", "POP3S"),
      ("port:443/tcp+udp:service", "telnet ", "HTTPS", "Telnet"),
      ("port:22/tcp:service", "my own name", "SSH", "my own name"),
    ])
  func cards(item: String, given: String, right: String, said: String) {
    #expect(
      Confusion.counted(in: [wrong(item, given)])
        == [Confusion(right: right, given: said, count: 1)])
  }

  @Test(
    "what says nothing by itself is left out",
    arguments: [
      // No number, no port, no service, no card, too long, the right one after all.
      ("port:993/tcp:number", "imap"), ("port:993/tcp:number", "70000"),
      ("port:993/tcp:number", ""), ("port:993/tcp:service", "2"), ("port:1/sctp:number", "2"),
      ("port:993/tcp:service", "something that is far too long to show"),
      ("port:993/tcp:number", "993"), ("port:x:number", "2"), ("no such id", "2"),
      ("no-such-family/1/5", "2"), ("count-connections/2/7", "4"), ("same-connection/1/5", "2"),
    ])
  func leftOut(item: String, given: String) {
    #expect(Confusion.counted(in: [wrong(item, given)]).isEmpty)
  }

  @Test("the most frequent stand first, of equals the newest, and only so many")
  func order() {
    let wrong = [
      wrong("port:22/tcp:number", "23"), wrong("port:993/tcp:number", "995"),
      wrong("port:80/tcp:number", "8080"), wrong("port:993/tcp:number", "995"),
    ]
    let counted = Confusion.counted(in: wrong)
    #expect(counted.map(\.right) == ["993", "22", "80"])
    #expect(counted.map(\.count) == [2, 1, 1])
    #expect(Confusion.counted(in: wrong, limit: 1).map(\.right) == ["993"])
    #expect(Confusion.counted(in: wrong, limit: -1).isEmpty)
    #expect(Confusion.counted(in: []).isEmpty)
  }

  @Test("a question that only the learner's lessons have is made by what is handed in")
  func lookup() {
    let question = Question(
      id: "refused", topic: "errors", prompt: "What does connect() return?",
      kind: .chooseOne([
        .init("ECONNREFUSED", isRight: true, explanation: "."),
        .init("ETIMEDOUT", isRight: false, explanation: "."),
        .init("it waits for an answer", isRight: false, explanation: "."),
      ]), explanation: ".")
    let wrong = [wrong("refused", "2"), wrong("refused", "3"), wrong("refused", "9")]
    #expect(Confusion.counted(in: wrong).isEmpty)
    #expect(
      Confusion.counted(in: wrong) { $0 == "refused" ? question : nil }
        == [Confusion(right: "ECONNREFUSED", given: "ETIMEDOUT", count: 1)])
  }

  @Test("every wrong option of every family gives a pair of short, different texts or none")
  func families() {
    for family in ExerciseCatalog.families {
      for seed in 0..<12 as Range<UInt64> {
        let level = ExerciseLevel.allCases[Int(seed) % ExerciseLevel.allCases.count]
        let question = family.question(seed: seed, level: level)
        let given = Self.wrongAnswers(to: question)
        for confusion in Confusion.counted(in: given.map { wrong(question.id, $0) }, limit: .max) {
          let texts = [confusion.right, confusion.given]
          #expect(Set(texts).count == 2, "\(question.id)")
          #expect(texts.allSatisfy { (1...24).contains($0.count) }, "\(question.id): \(texts)")
          #expect(
            texts.allSatisfy { !["yes", "no", "A", "B"].contains($0) }, "\(question.id): \(texts)")
        }
      }
    }
  }

  private static func wrongAnswers(to question: Question) -> [String] {
    switch question.kind {
    case .entry(let entry): entry.mistakes.map(\.text)
    case .chooseOne(let options): options.indices.map { "\($0 + 1)" }
    case .chooseSeveral, .putInOrder, .fillTable: ["1"]
    }
  }
}

import PortKnowledge

/// The files of a folder's bank, read, with the names that are to be compared.
struct BankDocument {
  private(set) var bank = LessonBank()
  /// The ids of all entries.
  private(set) var ids: [BankMark] = []
  /// The demos that entries name.
  private(set) var demos: [BankMark] = []
  /// The follow-up questions that entries name.
  private(set) var followUps: [BankMark] = []
  /// The faults, one list for each file.
  private(set) var faults: [FaultList] = []

  /// The files that a bank may have, in the order of their faults.
  static let names = ["decks.yaml", "interview.yaml", "myths.yaml"]

  /// Reads the bytes of one file; a file of another name is none of the bank's.
  mutating func read(_ bytes: [UInt8], name: String, path: String) {
    var list = FaultList(file: path)
    defer { faults.append(list) }
    switch name {
    case "decks.yaml":
      guard let file = BankFile(bytes: bytes, entry: "deck", faults: &list) else { return }
      bank.decks = file.entries.compactMap { deck($0, in: file.source, faults: &list) }
    case "interview.yaml":
      guard let file = BankFile(bytes: bytes, entry: "interview question", faults: &list) else {
        return
      }
      bank.interview = file.entries.compactMap { question($0, in: file.source, faults: &list) }
    case "myths.yaml":
      guard let file = BankFile(bytes: bytes, entry: "myth", faults: &list) else { return }
      bank.myths = file.entries.compactMap { myth($0, in: file.source, faults: &list) }
    default: break
    }
  }

  /// Notes a file that could not be opened or read.
  mutating func fail(path: String, message: String) {
    var list = FaultList(file: path)
    list.add(message, at: .start)
    faults.append(list)
  }

  /// Adds a fault to the list of its file.
  mutating func add(_ message: String, at mark: BankMark) {
    guard let index = faults.firstIndex(where: { $0.file == mark.file }) else { return }
    faults[index].add(message, at: mark.position)
  }

  // MARK: Entries

  /// The entry's fields and its id; nil where one of them is not sound.
  private mutating func fields(
    _ block: YAMLBlock, _ names: [String], in source: SourceText, faults: inout FaultList
  ) -> (fields: YAMLFields, id: String?)? {
    guard let value = block.read(from: source, faults: &faults),
      let fields = YAMLFields(value, owner: block.name, known: names, faults: &faults)
    else { return nil }
    guard let value = fields.required("id", faults: &faults) else { return (fields, nil) }
    let id = value.identifier("id", faults: &faults)
    if let id { ids.append(BankMark(file: faults.file, name: id, position: value.position)) }
    return (fields, id)
  }

  private mutating func question(
    _ block: YAMLBlock, in source: SourceText, faults: inout FaultList
  ) -> InterviewQuestion? {
    let names = ["id", "level", "topic", "question", "answer", "rubric", "proof", "follow"]
    guard let (fields, id) = fields(block, names, in: source, faults: &faults) else { return nil }
    var level: InterviewQuestion.Level?
    if let value = fields.required("level", faults: &faults),
      let name = value.text("level", faults: &faults)
    {
      level = InterviewQuestion.Level(rawValue: name)
      if level == nil {
        faults.add("\"level\" must be basic, core or deep.", at: value.position)
      }
    }
    let topic = fields.identifier("topic", faults: &faults)
    let text = fields.text("question", faults: &faults)
    let answer = fields.text("answer", faults: &faults)
    let rubric = fields.texts("rubric", faults: &faults)
    var proof: Proof?
    if let value = fields.required("proof", faults: &faults) {
      proof = self.proof(value, faults: &faults)
    }
    var followUps: [String]? = []
    if let list = fields.optional("follow") {
      followUps = list.texts("follow", faults: &faults)
      if case .list(let values) = list.content, let followUps {
        for (name, value) in zip(followUps, values) {
          self.followUps.append(
            BankMark(file: faults.file, name: name, position: value.position))
        }
      }
    }
    guard let id, let level, let topic, let text, let answer, let rubric, let proof, let followUps
    else { return nil }
    return InterviewQuestion(
      id: id, level: level, topic: topic, question: text, answer: answer, rubric: rubric,
      proof: proof, followUps: followUps)
  }

  private mutating func proof(_ value: YAMLValue, faults: inout FaultList) -> Proof? {
    guard let text = value.text("proof", faults: &faults) else { return nil }
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2, words[0] == "demo" || words[0] == "exercise" else {
      faults.add(
        "\"proof\" is \"demo\" or \"exercise\" with one name, for example demo tabs.",
        at: value.position)
      return nil
    }
    if words[0] == "demo" {
      demos.append(BankMark(file: faults.file, name: words[1], position: value.position))
      return .demo(words[1])
    }
    guard ExerciseCatalog.family(named: words[1]) != nil else {
      faults.add(ExerciseCatalog.unknown(words[1]), at: value.position)
      return nil
    }
    return .exercise(words[1])
  }

  private mutating func myth(
    _ block: YAMLBlock, in source: SourceText, faults: inout FaultList
  ) -> Myth? {
    let names = ["id", "topic", "claim", "truth", "believed", "demo", "sources"]
    guard let (fields, id) = fields(block, names, in: source, faults: &faults) else { return nil }
    let topic = fields.identifier("topic", faults: &faults)
    let claim = fields.text("claim", faults: &faults)
    let truth = fields.text("truth", faults: &faults)
    let belief = fields.text("believed", faults: &faults)
    let sources = fields.texts("sources", faults: &faults)
    let demo = fields.required("demo", faults: &faults)
    let demoID = demo?.identifier("demo", faults: &faults)
    if let demo, let demoID {
      demos.append(BankMark(file: faults.file, name: demoID, position: demo.position))
    }
    guard let id, let topic, let claim, let truth, let belief, let sources, let demoID else {
      return nil
    }
    return Myth(
      id: id, topic: topic, claim: claim, truth: truth, belief: belief, demo: demoID,
      sources: sources)
  }

  private mutating func deck(
    _ block: YAMLBlock, in source: SourceText, faults: inout FaultList
  ) -> PortDeck? {
    let names = ["id", "title", "about", "ports", "mnemonics"]
    guard let (fields, id) = fields(block, names, in: source, faults: &faults) else { return nil }
    let title = fields.text("title", faults: &faults)
    let about = fields.text("about", faults: &faults)
    let services = fields.required("ports", faults: &faults)
      .flatMap { Self.services($0, faults: &faults) }
    var mnemonics: [PortDeck.Mnemonic]? = []
    if let value = fields.optional("mnemonics") {
      let values = value.list("mnemonics", faults: &faults)
      mnemonics = values?.compactMap { Self.mnemonic($0, of: services, faults: &faults) }
    }
    guard let id, let title, let about, let services, let mnemonics else { return nil }
    return PortDeck(
      id: id, title: title, about: about, services: services, mnemonics: mnemonics)
  }

  private static func mnemonic(
    _ value: YAMLValue, of deck: [Service]?, faults: inout FaultList
  ) -> PortDeck.Mnemonic? {
    guard
      let fields = YAMLFields(
        value, owner: "mnemonic", known: ["ports", "text"], faults: &faults)
    else { return nil }
    let text = fields.text("text", faults: &faults)
    guard let ports = fields.required("ports", faults: &faults),
      let services = services(ports, faults: &faults), let text
    else { return nil }
    if let deck, let stranger = services.first(where: { !deck.contains($0) }) {
      faults.add(
        "The deck has no \(stranger.portAndTransports); add it to the deck's ports or leave it out "
          + "here.", at: ports.position)
      return nil
    }
    return PortDeck.Mnemonic(services: services, text: text)
  }

  /// The services that a list of ports names.
  private static func services(_ value: YAMLValue, faults: inout FaultList) -> [Service]? {
    guard let values = value.list("ports", faults: &faults) else { return nil }
    var services: [Service] = []
    for value in values {
      guard let text = value.text("ports", faults: &faults) else { return nil }
      guard let service = service(text) else {
        faults.add(
          "The port table has no \"\(text)\"; write a port of \"portside ports\" with its protocol, "
            + "for example 443/tcp.", at: value.position)
        return nil
      }
      if services.contains(service) {
        faults.add("This port stands here twice; keep one.", at: value.position)
      }
      services.append(service)
    }
    return services
  }

  /// The service that is most needed among those on a port, `53/udp` or `53/tcp+udp`.
  private static func service(_ text: String) -> Service? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = UInt16(parts[0]) else { return nil }
    let transports = parts[1].split(separator: "+").map { TransportProtocol(rawValue: String($0)) }
    guard !transports.isEmpty, !transports.contains(nil) else { return nil }
    return ServiceTable.services(on: PortNumber(number))
      .filter { service in transports.allSatisfy { $0.map(service.transports.contains) ?? false } }
      .min { $0.tier < $1.tier }
  }
}

import PortKnowledge

/// A fenced question block: YAML that becomes a `Question`.
struct QuestionBlock {
  /// The question, where all of it was sound.
  var question: Question?
  /// Its id, where that was sound, and where it stands.
  var id: String?
  var idPosition: SourcePosition

  private static let fields = [
    "id", "topic", "kind", "ask", "figure", "options", "answers", "mistakes", "steps", "columns",
    "rows", "explain", "hints",
  ]

  /// The fields that only some kinds have.
  private static let kinds = [
    "one": ["options"], "several": ["options"], "entry": ["answers", "mistakes"],
    "order": ["steps"], "table": ["columns", "rows"],
  ]

  /// Reads the block's fields; every fault is reported.
  init(_ block: YAMLBlock, source: SourceText, faults: inout FaultList) {
    idPosition = block.position
    guard let value = block.read(from: source, faults: &faults),
      let fields = YAMLFields(
        value, owner: block.name, known: Self.fields, faults: &faults)
    else { return }
    func field(_ name: String, _ faults: inout FaultList) -> YAMLValue? {
      fields.required(name, at: block.position, faults: &faults)
    }
    if let value = field("id", &faults) {
      id = value.identifier("id", faults: &faults)
      idPosition = value.position
    }
    let topic = field("topic", &faults)?.identifier("topic", faults: &faults)
    let prompt = field("ask", &faults)?.text("ask", faults: &faults)
    let explanation = field("explain", &faults)?.text("explain", faults: &faults)
    let figure = Self.figure(fields, faults: &faults)
    let hints = fields.optional("hints").map { $0.texts("hints", faults: &faults) } ?? []
    let kind = field("kind", &faults).flatMap {
      Self.kind($0, fields: fields, place: block.position, faults: &faults)
    }
    guard let id, let topic, let prompt, let explanation, let figure, let hints, let kind else {
      return
    }
    question = Question(
      id: id, topic: topic, prompt: prompt, figure: figure, kind: kind, explanation: explanation,
      hints: hints)
  }

  private static func figure(_ fields: YAMLFields, faults: inout FaultList) -> [MarkedText]? {
    guard let value = fields.optional("figure") else { return [] }
    guard let lines = value.lines("figure", faults: &faults) else { return nil }
    if let wide = lines.first(where: { columnWidth(of: $0) > LessonLimits.columns }) {
      faults.add(
        "A line of the figure has \(columnWidth(of: wide)) columns; keep it within "
          + "\(LessonLimits.columns).", at: value.position)
    }
    return lines.map { MarkedText($0) }
  }

  private static func kind(
    _ value: YAMLValue, fields: YAMLFields, place: SourcePosition, faults: inout FaultList
  ) -> Question.Kind? {
    guard let name = value.text("kind", faults: &faults) else { return nil }
    refuseOthers(in: fields, kind: name, faults: &faults)
    switch name {
    case "one":
      return options(fields, place: place, needsOneRight: true, faults: &faults)
        .map { .chooseOne($0) }
    case "several":
      return options(fields, place: place, needsOneRight: false, faults: &faults)
        .map { .chooseSeveral($0) }
    case "entry":
      return entry(fields, place: place, faults: &faults).map { .entry($0) }
    case "order":
      let id = fields.optional("id")
      return ordering(
        fields, place: place, salt: id.map(salt) ?? 0, faults: &faults
      ).map { .putInOrder($0) }
    case "table":
      return table(fields, place: place, faults: &faults).map { .fillTable($0) }
    default:
      faults.add("\"kind\" must be one, several, entry, order or table.", at: value.position)
      return nil
    }
  }

  /// Reports fields that belong to another kind of question.
  private static func refuseOthers(
    in fields: YAMLFields, kind: String, faults: inout FaultList
  ) {
    guard let own = kinds[kind] else { return }
    for name in Self.fields where kinds.values.joined().contains(name) && !own.contains(name) {
      if let value = fields.optional(name) {
        faults.add(
          "A question of kind \(kind) has no \"\(name)\"; remove it or change the kind.",
          at: value.position)
      }
    }
  }

  private static func options(
    _ fields: YAMLFields, place: SourcePosition, needsOneRight: Bool, faults: inout FaultList
  ) -> [Question.Option]? {
    guard let value = fields.required("options", at: place, faults: &faults),
      let values = value.list("options", faults: &faults)
    else { return nil }
    let options = values.map { option($0, owner: "option", faults: &faults) }
    guard (2...9).contains(values.count) else {
      faults.add(
        "The question has \(values.count) option\(values.count == 1 ? "" : "s"); give it 2 to 9.",
        at: value.position)
      return nil
    }
    let right = options.count { $0.isRight }
    if needsOneRight, right != 1 {
      faults.add(
        "A question of kind one needs exactly one option with \"right: true\", and this has "
          + "\(right).", at: value.position)
      return nil
    }
    if right == 0 {
      faults.add(
        "No option is right; mark those that are with \"right: true\".", at: value.position)
      return nil
    }
    let complete = options.compactMap(\.option)
    if Set(complete.map(\.text)).count < complete.count {
      faults.add("Two options have the same text; change one.", at: value.position)
    }
    return complete.count == values.count ? complete : nil
  }

  /// An option, nil where it is not sound, and whether it is marked as right all the same: a
  /// missing reason must not look like a missing answer too.
  static func option(
    _ value: YAMLValue, owner: String, faults: inout FaultList
  ) -> (option: Question.Option?, isRight: Bool) {
    guard
      let fields = YAMLFields(
        value, owner: owner, known: ["text", "right", "why"], faults: &faults)
    else { return (nil, false) }
    let text = fields.required("text", faults: &faults)?.text("text", faults: &faults)
    let right = fields.optional("right").map { $0.truth("right", faults: &faults) } ?? false
    let why = fields.required("why", faults: &faults)?.text("why", faults: &faults)
    guard let text, let right, let why else { return (nil, right ?? false) }
    return (Question.Option(text, isRight: right, explanation: why), right)
  }

  private static func entry(
    _ fields: YAMLFields, place: SourcePosition, faults: inout FaultList
  ) -> Question.Entry? {
    let answers = fields.required("answers", at: place, faults: &faults)?
      .texts("answers", faults: &faults)
    var mistakes: [Question.Entry.Mistake] = []
    if let values = fields.optional("mistakes")?.list("mistakes", faults: &faults) {
      for value in values {
        guard
          let fields = YAMLFields(
            value, owner: "mistake", known: ["text", "why"], faults: &faults)
        else { continue }
        let text = fields.required("text", faults: &faults)?.text("text", faults: &faults)
        let why = fields.required("why", faults: &faults)?.text("why", faults: &faults)
        if let text, let why {
          mistakes.append(Question.Entry.Mistake(text, explanation: why))
        }
      }
    }
    guard let answers else { return nil }
    let accepted = Set(answers.map { $0.lowercased() })
    if let both = mistakes.first(where: { accepted.contains($0.text.lowercased()) }) {
      faults.add(
        "\"\(both.text)\" is an answer and a mistake; remove it from one of them.", at: place)
    }
    let isNumber = answers[0].utf8.allSatisfy { (0x30...0x39).contains($0) }
    return Question.Entry(accepted: answers, mistakes: mistakes, form: isNumber ? .number : .text)
  }
}

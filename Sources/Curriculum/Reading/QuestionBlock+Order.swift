import PortKnowledge

extension QuestionBlock {
  /// Reads the steps of a question of kind `order`.
  ///
  /// The author writes them in a right order. Each step but the first says why it cannot come
  /// earlier: in `why`, said to somebody who has put it before the step above it. `after` names
  /// other steps that it must follow, by their numbers from 1; with `after: 0` a step may come at
  /// any time and has no `why`. The learner sees the steps shuffled, always in the same way.
  static func ordering(
    _ fields: YAMLFields, place: SourcePosition, salt: UInt64, faults: inout FaultList
  ) -> Question.Ordering? {
    guard let value = fields.required("steps", at: place, faults: &faults),
      let values = value.list("steps", faults: &faults)
    else { return nil }
    guard (3...9).contains(values.count) else {
      faults.add("The order has \(values.count) steps; give it 3 to 9.", at: value.position)
      return nil
    }
    var rules: [Question.Ordering.Rule] = []
    let texts = values.enumerated().compactMap { index, value -> String? in
      guard let step = step(value, index: index, faults: &faults) else { return nil }
      rules += step.rules
      return step.text
    }
    guard texts.count == values.count else { return nil }
    if Set(texts).count < texts.count {
      faults.add("Two steps have the same text; change one.", at: value.position)
    }
    guard !rules.isEmpty else {
      faults.add(
        "Every order of these steps is right; say what must come first.", at: value.position)
      return nil
    }
    return shuffled(texts, rules: rules, salt: salt)
  }

  /// A number made of an id, so that every question is shuffled in a way of its own.
  static func salt(_ id: YAMLValue) -> UInt64 {
    guard case .scalar(let text, _) = id.content else { return 0 }
    return text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// A step, and what it must follow; the first one follows nothing and may be a text alone.
  private static func step(
    _ value: YAMLValue, index: Int, faults: inout FaultList
  ) -> (text: String, rules: [Question.Ordering.Rule])? {
    if index == 0, case .scalar = value.content {
      return text(value, faults: &faults).map { ($0, []) }
    }
    guard
      let fields = YAMLFields(
        value, owner: "step", known: index == 0 ? ["text"] : ["text", "why", "after"],
        faults: &faults)
    else { return nil }
    let text = fields.required("text", faults: &faults).flatMap { Self.text($0, faults: &faults) }
    guard index > 0 else { return text.map { ($0, []) } }
    let before = before(fields.optional("after"), index: index, faults: &faults)
    guard before != [] else {
      if let why = fields.optional("why") {
        faults.add(
          "A step that may come at any time has no \"why\"; remove it.", at: why.position)
      }
      return text.map { ($0, []) }
    }
    let why = fields.required("why", faults: &faults)?.text("why", faults: &faults)
    guard let text, let why, let before else { return nil }
    return (text, before.map { .init(before: $0, after: index, explanation: why) })
  }

  private static func text(_ value: YAMLValue, faults: inout FaultList) -> String? {
    guard let text = value.text("text", faults: &faults) else { return nil }
    guard columnWidth(of: text) <= LessonLimits.stepColumns else {
      faults.add(
        "The step has \(columnWidth(of: text)) columns; keep it within \(LessonLimits.stepColumns).",
        at: value.position)
      return nil
    }
    return text
  }

  /// The indices of the steps that come first: the one above where nothing else is said.
  private static func before(
    _ value: YAMLValue?, index: Int, faults: inout FaultList
  ) -> [Int]? {
    guard let value else { return [index - 1] }
    if case .scalar("0", isPlain: true) = value.content { return [] }
    var values = [value]
    if case .list = value.content {
      guard let list = value.list("after", faults: &faults) else { return nil }
      values = list
    }
    let numbers = values.compactMap { $0.number("after", in: 1...index, faults: &faults) }
    return numbers.count == values.count ? numbers.map { $0 - 1 } : nil
  }

  /// The steps in another order, which is not right itself.
  private static func shuffled(
    _ texts: [String], rules: [Question.Ordering.Rule], salt: UInt64
  ) -> Question.Ordering {
    var generator = SeededGenerator(seed: salt)
    var shown = Array(texts.indices)
    for _ in 0..<16 {
      shown.shuffle(using: &generator)
      let ordering = ordering(texts, rules: rules, shown: shown)
      if !ordering.broken(by: Array(texts.indices)).isEmpty { return ordering }
    }
    // Backwards it breaks every rule.
    return ordering(texts, rules: rules, shown: texts.indices.reversed())
  }

  /// The steps as they are shown, with rules and solution for their new places.
  private static func ordering(
    _ texts: [String], rules: [Question.Ordering.Rule], shown: [Int]
  ) -> Question.Ordering {
    var places = shown
    for (place, index) in shown.enumerated() { places[index] = place }
    return Question.Ordering(
      items: shown.map { texts[$0] },
      rules: rules.map {
        .init(before: places[$0.before], after: places[$0.after], explanation: $0.explanation)
      }, solution: places)
  }
}

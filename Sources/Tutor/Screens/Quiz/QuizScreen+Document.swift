import PortKnowledge
import Practice
import TerminalUI

extension QuizScreen {
  /// Asks whether the quiz is to be left.
  func leaving(in context: Context) -> Document {
    var document = Document(columns: context.columns)
    let count = session.questions.count
    document.paragraph(
      isCram ? "Leave before the end?" : "Leave this quiz?", style: .accent)
    document.space()
    document.paragraph(
      "\(session.items.count) of \(count) questions "
        + "\(session.items.count == 1 ? "is" : "are") over. Your answers are kept, but "
        + "\(isCram ? "this run" : "this quiz") cannot be continued later.")
    if session.limitMilliseconds != nil { document.paragraph("The clock goes on meanwhile.") }
    document.space()
    for (key, meaning): (DisplayText, DisplayText) in [
      ("Enter", "go on"), ("r", "end it and see the result"), ("Esc", "leave"),
    ] {
      document.paragraph(StyledLine(key.padded(to: 8), .accent) + StyledLine(meaning), indent: 2)
    }
    return document
  }

  /// How much was right, how fast, by topic, and what was not right.
  func result(in context: Context) -> Document {
    var document = Document(columns: context.columns)
    let result = session.result
    if result.isTimeOver {
      document.paragraph(
        StyledLine("▲ The time is over.", Style(.caution))
          + StyledLine(" An answer that comes after it does not count."))
      document.space()
    } else if isCram, session.phase == .finished {
      document.paragraph("That was everything", style: .accent)
      document.space()
    }
    document.paragraph(StyledLine(DisplayText(result.accuracy), .strong))
    let facts = [result.rest.isEmpty ? nil : "The others: \(result.rest).", result.speed]
    let line = facts.compactMap(\.self).joined(separator: " ")
    if !line.isEmpty { document.paragraph(line) }
    document.space()
    addTopics(of: result, to: &document)
    addMissed(of: result, to: &document)
    document.space()
    document.paragraph("The same again:", style: .dim)
    document.paragraph(isCram ? plan.cramCommand : plan.command, style: .dim, indent: 2)
    return document
  }

  private func addTopics(of result: QuizResult, to document: inout Document) {
    let topics = result.topics
    guard topics.count > 1 else { return }
    let titles = topics.map { DisplayText(QuizTopic.title(of: $0.name)) }
    let width = titles.map(\.columns).max() ?? 0
    for (topic, title) in zip(topics, titles) {
      var line = StyledLine(title.padded(to: width))
      let figures = DisplayText("\(topic.right) of \(topic.count)")
      line.append("  ")
      line.append(figures.padded(to: 10), .strong)
      line.append(Gauge.text(topic.right, of: topic.count, columns: 12), .dim)
      document.verbatim(line, indent: 2)
    }
    document.space()
  }

  /// What was wrong or skipped: without its answers while it is still to be asked again.
  private func addMissed(of result: QuizResult, to document: inout Document) {
    let missed = result.missed
    guard !missed.isEmpty else { return }
    let isOver = session.phase == .finished
    if isOver {
      document.paragraph(
        isCram ? "These came again until they were right:" : "All of these are right now:",
        style: .accent)
    } else {
      document.paragraph(
        missed.count == 1
          ? "Enter asks this one again until it is right; that does not change the score."
          : "Enter asks these \(missed.count) again until they are right; that does not change the "
            + "score.", style: .accent)
    }
    for (number, item) in zip(1..., result.items) {
      guard item.outcome == .wrong || item.outcome == .skipped else { continue }
      document.space()
      document.paragraph(
        StyledLine(item.outcome == .wrong ? "✗ " : "– ", Style(.bad))
          + StyledLine(DisplayText("\(number)  \(item.question.prompt)"))
          + StyledLine(item.outcome == .skipped ? "  (skipped)" : "", .dim), hanging: 2)
      guard isOver || showsAnswers else { continue }
      document.figure(item.question.figure, indent: 4)
      addAnswers(of: item, to: &document)
    }
  }

  private func addAnswers(of item: QuizResult.Item, to document: inout Document) {
    if let given = item.verdict?.given {
      let words = DisplayText(QuizTopic.words(given, in: item.question))
      document.paragraph(
        StyledLine("You answered ", .dim) + StyledLine(words), indent: 2, hanging: 2)
    }
    for line in item.question.solution {
      document.paragraph(
        StyledLine("✓ ", Style(.good)) + StyledLine(DisplayText(line)), indent: 2, hanging: 2)
    }
    document.paragraph(item.question.explanation, style: .dim, indent: 2)
  }
}

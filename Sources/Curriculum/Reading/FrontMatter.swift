/// What stands between the `---` lines at the top of a lesson file.
///
/// A field that is missing or wrong has been reported, and is nil.
struct FrontMatter {
  var id: String?
  var number: Int?
  var title: String?
  var question: String?
  var minutes: Int?
  var interview: String?
  var summary: [String]?
  var sources: [String]?
  var teacher: TeacherNotes?
  /// Where the id stands.
  var idPosition = SourcePosition.start
  /// Where the number stands.
  var numberPosition = SourcePosition.start

  private static let fields = [
    "id", "number", "title", "question", "minutes", "interview", "summary", "sources",
    "teacher",
  ]

  /// Reads the block's fields; every fault is reported.
  init(_ block: YAMLBlock, source: SourceText, faults: inout FaultList) {
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
    if let value = field("number", &faults) {
      number = value.number("number", in: 1...99, faults: &faults)
      numberPosition = value.position
    }
    if let value = field("title", &faults) {
      title = value.text("title", faults: &faults)
      let columns = columnWidth(of: title ?? "")
      if columns > LessonLimits.wordColumns {
        faults.add(
          "The title has \(columns) columns; keep it within \(LessonLimits.wordColumns).",
          at: value.position)
      }
    }
    question = field("question", &faults)?.text("question", faults: &faults)
    minutes = field("minutes", &faults)?.number("minutes", in: 1...60, faults: &faults)
    interview = field("interview", &faults)?.text("interview", faults: &faults)
    if let value = field("summary", &faults) {
      summary = value.texts("summary", faults: &faults)
      if let lines = summary, lines.count > LessonLimits.summaryLines {
        faults.add(
          "The summary has \(lines.count) lines; keep the \(LessonLimits.summaryLines) that matter "
            + "most.", at: value.position)
      }
    }
    sources = field("sources", &faults)?.texts("sources", faults: &faults)
    teacher = fields.optional("teacher").flatMap { Self.teacher($0, faults: &faults) }
  }
}

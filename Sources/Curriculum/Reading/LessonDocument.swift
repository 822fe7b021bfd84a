/// A lesson file that was read: its lesson where it is sound, and where its names stand, so that
/// a whole folder can be compared.
struct LessonDocument {
  var file: String
  /// The file's name without its folder.
  var name: String { file.split(separator: "/").last.map(String.init) ?? file }
  /// The lesson, or nil where the file has faults.
  var lesson: Lesson?
  /// The lesson's id and its place.
  var id: (name: String, position: SourcePosition)?
  /// The lesson's number and its place.
  var number: (value: Int, position: SourcePosition)?
  var questions: [BodyReader.QuestionMark] = []
  var demos: [BodyReader.DemoMark] = []
  var links: [BodyReader.LinkMark] = []
  var faults: FaultList

  /// Reads the bytes of a file.
  init(bytes: [UInt8], file: String, fit: LessonFit = LessonFit(hasStandIn: nil)) {
    self.file = file
    faults = FaultList(file: file)
    guard let source = SourceText(bytes: bytes, faults: &faults) else { return }
    guard let front = Self.frontMatter(of: source, faults: &faults) else { return }
    let matter = FrontMatter(front.block, source: source, faults: &faults)
    id = matter.id.map { ($0, matter.idPosition) }
    number = matter.number.map { ($0, matter.numberPosition) }
    let body = BodyReader(source, lineOffset: front.lines, faults: &faults)
    questions = body.questions
    demos = body.demos
    links = body.links
    fit.check(source, faults: &faults)
    guard faults.isEmpty, let id = matter.id, let number = matter.number,
      let title = matter.title, let question = matter.question, let minutes = matter.minutes,
      let interview = matter.interview, let summary = matter.summary,
      let sources = matter.sources
    else { return }
    lesson = Lesson(
      id: id, number: number, title: title, question: question, minutes: minutes,
      sections: body.sections, interview: interview, summary: summary, sources: sources,
      teacher: matter.teacher)
  }

  /// A file that could not be opened or read.
  init(unreadable file: String, message: String) {
    self.file = file
    faults = FaultList(file: file)
    faults.add(message, at: .start)
  }

  /// Cuts the front matter from the top; `lines` counts its lines with both `---`.
  private static func frontMatter(
    of source: SourceText, faults: inout FaultList
  ) -> (block: YAMLBlock, lines: Int)? {
    func isFence(_ line: String) -> Bool {
      line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " }
    }
    guard let first = source.lines.first, isFence(first) else {
      faults.add(
        source.lines.isEmpty
          ? "The file is empty; begin it with front matter between two lines \"---\"."
          : "A lesson begins with front matter; put its fields between two lines \"---\".",
        at: .start)
      return nil
    }
    guard let end = source.lines.dropFirst().firstIndex(where: isFence) else {
      faults.add("The front matter never ends; close it with a line \"---\".", at: .start)
      return nil
    }
    let block = YAMLBlock(
      text: source.lines[1..<end].joined(separator: "\n") + "\n", firstLine: 2, indentation: 0,
      position: .start, name: "front matter")
    return (block, end + 1)
  }
}

/// Checks a folder of lessons and reports everything that is wrong with it at once.
public struct LessonChecker: Sendable {
  /// The demos that a lesson may open; nil where any name is accepted.
  public var knownDemos: Set<String>?

  /// A checker that knows which demos exist.
  public init(knownDemos: Set<String>? = nil) {
    self.knownDemos = knownDemos
  }

  /// The faults of a folder, ordered by file and line; empty where the lessons are sound.
  ///
  /// Throws where the folder itself cannot be read.
  public func faults(inFolder folder: String) throws(LessonFolderError) -> [LessonFault] {
    try read(folder: folder).faults
  }

  /// Reads a folder: the lessons of the sound files and the faults of the others.
  func read(folder: String) throws(LessonFolderError) -> LessonLibrary {
    let names: [String]
    do throws(LessonFiles.Failure) {
      names = try LessonFiles.names(in: folder)
    } catch {
      throw LessonFolderError(folder: folder, message: error.message)
    }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    var documents = names.map { name in
      var document = LessonDocument(path: prefix + name)
      checkName(name, of: &document)
      checkDemos(of: &document)
      return document
    }
    compare(&documents)
    let sound = documents.filter(\.faults.isEmpty).compactMap(\.lesson)
    return LessonLibrary(
      lessons: sound.sorted { $0.number < $1.number },
      faults: documents.flatMap(\.faults.inOrder))
  }

  /// The file's name must be `NN-name.md` with the lesson's number.
  private func checkName(_ name: String, of document: inout LessonDocument) {
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 2, name.dropFirst(2).hasPrefix("-"), name.count > 6 else {
      document.faults.add(
        "Lesson files are called NN-name.md, NN being the lesson's number in two digits; rename "
          + "this one.", at: .start)
      return
    }
    if let number = document.number, Int(digits) != number.value {
      document.faults.add(
        "The number is \(number.value) but the file's name begins with \(digits); make them equal.",
        at: number.position)
    }
  }

  private func checkDemos(of document: inout LessonDocument) {
    guard let knownDemos else { return }
    for demo in document.demos where !knownDemos.contains(demo.id) {
      document.faults.add(
        "There is no demo \"\(demo.id)\"; the demos are "
          + "\(knownDemos.sorted().joined(separator: ", ")).", at: demo.position)
    }
  }

  /// Reports ids and numbers that stand in more than one place: at every place but the first.
  private func compare(_ documents: inout [LessonDocument]) {
    var ids: [String: String] = [:]
    var numbers: [Int: String] = [:]
    var questions: [String: String] = [:]
    func place(_ file: String, _ position: SourcePosition) -> String {
      "\(file):\(position.line)"
    }
    for index in documents.indices {
      let file = documents[index].file
      if let id = documents[index].id {
        if let first = ids[id.name] {
          documents[index].faults.add(
            "The id \"\(id.name)\" already stands in \(first); choose another.", at: id.position)
        } else {
          ids[id.name] = place(file, id.position)
        }
      }
      if let number = documents[index].number {
        if let first = numbers[number.value] {
          documents[index].faults.add(
            "The number \(number.value) already stands in \(first); choose another.",
            at: number.position)
        } else {
          numbers[number.value] = place(file, number.position)
        }
      }
      for question in documents[index].questions {
        if let first = questions[question.id] {
          documents[index].faults.add(
            "The question id \"\(question.id)\" already stands in \(first); choose another.",
            at: question.position)
        } else {
          questions[question.id] = place(file, question.position)
        }
      }
    }
  }
}

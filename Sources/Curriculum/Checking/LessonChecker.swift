/// Checks a folder of lessons and reports everything that is wrong with it at once.
public struct LessonChecker: Sendable {
  /// What the lessons lean on.
  public var surroundings: LessonSurroundings

  /// A checker that knows what lessons lean on.
  public init(surroundings: LessonSurroundings = LessonSurroundings()) {
    self.surroundings = surroundings
  }

  /// The faults of a folder, ordered by file and line; empty where the lessons are sound.
  ///
  /// Throws where the folder itself cannot be read.
  public func faults(inFolder folder: String) throws(LessonFolderError) -> [LessonFault] {
    try read(folder: folder).faults
  }

  /// Reads a folder: the lessons of the sound files and the faults of the others.
  func read(folder path: String) throws(LessonFolderError) -> LessonLibrary {
    let prefix = path.hasSuffix("/") ? path : path + "/"
    var documents: [LessonDocument] = []
    var bank = BankDocument()
    do throws(LessonFiles.Failure) {
      let folder = try LessonFolder(path: path)
      for name in try folder.names() {
        if name.hasSuffix(".md") {
          documents.append(document(name, path: prefix + name, in: folder))
        } else {
          Self.read(name, path: prefix + name, in: folder, into: &bank)
        }
      }
    } catch {
      throw LessonFolderError(folder: path, message: error.message)
    }
    compare(&documents)
    compare(&bank, with: documents)
    let sound = documents.filter(\.faults.isEmpty).compactMap(\.lesson)
    return LessonLibrary(
      lessons: sound.sorted { $0.number < $1.number }, bank: bank.bank,
      faults: (documents.map(\.faults) + bank.faults).flatMap(\.inOrder))
  }

  private func document(
    _ name: String, path: String, in folder: borrowing LessonFolder
  ) -> LessonDocument {
    var document: LessonDocument
    do throws(LessonFiles.Failure) {
      document = LessonDocument(
        bytes: try folder.read(name), file: path,
        fit: LessonFit(hasStandIn: surroundings.hasStandIn))
    } catch {
      document = LessonDocument(unreadable: path, message: error.message)
    }
    checkName(name, of: &document)
    checkDemos(of: &document)
    return document
  }

  private static func read(
    _ name: String, path: String, in folder: borrowing LessonFolder, into bank: inout BankDocument
  ) {
    do throws(LessonFiles.Failure) {
      bank.read(try folder.read(name), name: name, path: path)
    } catch {
      bank.fail(path: path, message: error.message)
    }
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

  /// What to say of a demo that there is not; nil where there is.
  private func unknownDemo(_ id: String) -> String? {
    guard let demos = surroundings.demos, !demos.contains(id) else { return nil }
    return "There is no demo \"\(id)\"; the demos are \(demos.sorted().joined(separator: ", "))."
  }

  private func checkDemos(of document: inout LessonDocument) {
    for demo in document.demos {
      guard let message = unknownDemo(demo.id) else { continue }
      document.faults.add(message, at: demo.position)
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
    let files = Set(documents.map(\.name))
    for index in documents.indices {
      let file = documents[index].file
      for link in documents[index].links where !files.contains(link.file) {
        documents[index].faults.add(
          "There is no lesson file \"\(link.file)\" in this folder; correct the link or remove it.",
          at: link.position)
      }
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

  /// Reports what the bank names twice, and what it names that there is not.
  private func compare(_ bank: inout BankDocument, with documents: [LessonDocument]) {
    var places: [String: String] = [:]
    for document in documents {
      for question in document.questions where places[question.id] == nil {
        places[question.id] = "\(document.file):\(question.position.line)"
      }
    }
    for mark in bank.ids {
      if let first = places[mark.name] {
        bank.add("The id \"\(mark.name)\" already stands in \(first); choose another.", at: mark)
      } else {
        places[mark.name] = "\(mark.file):\(mark.position.line)"
      }
    }
    for mark in bank.demos {
      if let message = unknownDemo(mark.name) { bank.add(message, at: mark) }
    }
    let questions = Set(bank.ids.filter { $0.file.hasSuffix("/interview.yaml") }.map(\.name))
    for mark in bank.followUps where !questions.contains(mark.name) {
      bank.add(
        "There is no interview question \"\(mark.name)\" to follow; correct its id.", at: mark)
    }
  }
}

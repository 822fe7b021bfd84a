import ArgumentParser
import PortKnowledge
import TerminalUI

/// `portside exercises`: exercises as data and as worksheets, for scripts and teachers.
struct ExercisesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercises",
    abstract: "Make exercises for a script or a class.",
    discussion: """
      Examples:
        portside exercises list
        portside exercises bind-pair --count 5 --level hard
        portside exercises tcp-delivery --count 10 --seed 7 --json --verify
        portside exercises bind-many --count 8 --format markdown
      """,
    subcommands: [List.self, Make.self], defaultSubcommand: Make.self)

  /// `portside exercises list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the kinds of exercises.",
      discussion: """
        A K stands before those that the kernel can decide.

        Examples:
          portside exercises list
          portside exercises list --json
        """)

    @Flag(help: "Write the list as JSON.")
    var json = false

    func run() throws {
      let output = CommandOutput()
      if json { return try output.json(ExerciseJSON.list(ExerciseCatalog.families)) }
      let width = ExerciseCatalog.families.map(\.id.count).max() ?? 0
      for family in ExerciseCatalog.families {
        let padding = String(repeating: " ", count: width - family.id.count)
        let mark = family.asksKernel ? "K" : " "
        try output.line(DisplayText("\(mark)  \(family.id)\(padding)  \(family.summary)"))
      }
    }
  }

  /// `portside exercises FAMILY`.
  struct Make: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "make",
      abstract: "Make exercises of a kind, with answers.",
      discussion: """
        The seeds are consecutive: --seed 7 --count 3 gives those of 7, 8 and 9, and each one's id \
        (kind/level/seed) makes it again on every machine.

        --json gives everything: the case with every socket and call, the prompt, the options with \
        their reasons, the answer, and the calls by which a kernel decides it. The article \
        "Exercises as data" in the documentation describes the members.

        --verify builds each case on loopback and adds the kernel's word. The exit status is 2 where \
        the kernel decides one otherwise.

        Examples:
          portside exercises make same-connection
          portside exercises bind-pair --count 5 --seed 7 --level 3 --json --verify
          portside exercises bind-many --count 8 --format markdown --sheet questions
        """)

    /// How exercises are written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text
      case markdown
      case json
    }

    @Argument(help: ArgumentHelp("The kind of exercise; portside exercises list names them."))
    var family: String

    @Option(name: [.short, .long], help: "How many, 1 to 10000.")
    var count = 1

    @Option(name: [.short, .long], help: "The seed of the first one; a new one without it.")
    var seed: UInt64?

    @Option(name: [.short, .long], help: "How hard they are: easy, medium or hard, or 1 to 3.")
    var level: LevelName = .easy

    @Option(help: "How they are written: text, markdown or json.")
    var format: Format = .text

    @Flag(help: "The same as --format json.")
    var json = false

    @Option(help: "With markdown: the questions, the answers or both, on separate pages.")
    var sheet: Worksheet.Part = .both

    @Flag(help: "Build each case on loopback and add what the kernel makes of it.")
    var verify = false

    func validate() throws {
      if !(1...10_000).contains(count) {
        throw ValidationError("There can be 1 to 10000 exercises, not \(count).")
      }
      if json, format == .markdown {
        throw ValidationError("--json and --format markdown exclude each other; choose one.")
      }
      if sheet != .both, json || format != .markdown {
        throw ValidationError("--sheet needs --format markdown.")
      }
      _ = try chosen()
    }

    func run() throws {
      let sheet = ExerciseSheet(
        family: try chosen(), level: level.level, seed: seed ?? UInt64.random(in: 1...999_999),
        count: count, isVerified: verify)
      let output = CommandOutput()
      if json || format == .json {
        try output.json(ExerciseJSON.sheet(sheet))
      } else if format == .markdown {
        let lines = Worksheet(sheet: sheet).lines(self.sheet)
        for line in lines { try output.line(DisplayText(line)) }
      } else {
        try tell(sheet)
      }
      if sheet.disagreements > 0 { throw ExitCode(2) }
    }

    private func tell(_ sheet: ExerciseSheet) throws {
      let console = PlainConsole()
      let quiz = PlainQuiz(console)
      for entry in sheet.entries {
        console.line(DisplayText(entry.exercise.question.id))
        quiz.show(entry.exercise.question)
        quiz.tellAnswer(to: entry.exercise.question)
        if let report = entry.report {
          console.say()
          quiz.tell(report)
        }
        console.say()
      }
      try console.finish()
    }

    private func chosen() throws -> any ExerciseFamily {
      guard let family = ExerciseCatalog.family(named: family) else {
        let shown = DisplayText(self.family).truncated(to: 40)
        let names = ExerciseCatalog.families.map(\.id).joined(separator: ", ")
        throw ValidationError("There is no kind of exercise called '\(shown)'. There are \(names).")
      }
      return family
    }
  }
}

extension Worksheet.Part: ExpressibleByArgument {}

import TerminalUI

extension KeyMap {
  /// The keys as an article for the documentation, in Markdown: a table for each context.
  static var reference: String {
    var lines = [
      "# Keys", "", "What each key does, screen by screen.", "", "## Overview", "",
      "The tables are written from the key map, which also binds the keys, fills the footer and",
      "writes the help; a test compares them.",
    ]
    for context in KeyContext.allCases {
      lines += ["", "## \(context.title)", "", "| key | does |", "|---|---|"]
      for binding in bindings(in: context) where !binding.keyLabel.isEmpty {
        lines.append("| \(binding.keyLabel) | \(binding.label) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension KeyContext {
  /// The heading of its table in the documentation.
  fileprivate var title: String {
    switch self {
    case .home: "Home"
    case .list: "A list"
    case .lessonList: "The list of lessons"
    case .practiceMenu: "Choosing what to practise"
    case .lesson: "A page of a lesson"
    case .lessonDemo: "A page that ends with a demo"
    case .question: "A question with one answer"
    case .questionSeveral: "A question with several answers"
    case .questionEntry: "A question whose answer is typed"
    case .questionOrder: "A question that asks for an order"
    case .questionTable: "A question with a table to fill"
    case .answered: "An answered question"
    case .answeredKernel: "An answered exercise that the kernel can decide"
    case .reviewed: "A review"
    case .reviewedKernel: "A review of an exercise that the kernel can decide"
    case .remembered: "A review in which the card was remembered"
    case .rememberedKernel: "The same, of an exercise that the kernel can decide"
    case .reviewDone: "The end of a session of reviews"
    case .quizMenu: "The choices before a quiz"
    case .quizLeaving: "A quiz that is about to be left"
    case .quizResult: "The result of a quiz"
    case .quizDone: "The result of a quiz with nothing left to ask"
    case .interviewMenu: "The choices before a mock interview"
    case .spoken: "An interview's question"
    case .rubric: "The points of a model answer"
    case .interviewDone: "The result of a mock interview"
    case .roundDone: "The end of a round"
    case .demo: "A demo"
    case .demoWorking: "A demo while a step runs"
    case .prediction: "A prediction in a demo"
    case .demoDone: "A demo that is over"
    case .ports: "The port search"
    case .sockets: "The list of sockets"
    case .socketsFilter: "The list of sockets, while a filter is typed"
    case .progress: "Progress"
    case .goalDate: "Progress, while a date is typed"
    case .page: "A page to read"
    case .deck: "A deck of ports"
    case .claim: "A myth"
    case .help: "The help"
    }
  }
}

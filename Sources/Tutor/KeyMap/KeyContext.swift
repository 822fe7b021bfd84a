/// Where a key is pressed: each context has its own bindings beside the common ones.
public enum KeyContext: String, Hashable, Sendable, CaseIterable {
  /// The first screen.
  case home
  /// A list to choose from.
  case list
  /// The list of lessons.
  case lessonList
  /// The choice of what to practise.
  case practiceMenu
  /// A page of a lesson.
  case lesson
  /// A page of a lesson that ends with a demo.
  case lessonDemo
  /// A question with options, not answered yet.
  case question
  /// A question of which several options may be ticked.
  case questionSeveral
  /// A question whose answer is typed.
  case questionEntry
  /// A question whose items are put in order.
  case questionOrder
  /// A question whose table has blanks to fill.
  case questionTable
  /// A question that is answered.
  case answered
  /// An exercise that is answered and that the kernel can decide.
  case answeredKernel
  /// A review that was just answered, and cannot be called easy.
  case reviewed
  /// The same, of an exercise that the kernel can decide.
  case reviewedKernel
  /// A review in which the card was remembered.
  case remembered
  /// The same, of an exercise that the kernel can decide.
  case rememberedKernel
  /// The end of a session of reviews.
  case reviewDone
  /// The choices before a quiz.
  case quizMenu
  /// A quiz that is about to be left.
  case quizLeaving
  /// The result of a quiz in which something was not right.
  case quizResult
  /// The result of a quiz of which nothing is left to ask.
  case quizDone
  /// The choices before a mock interview.
  case interviewMenu
  /// An interview's question, whose answer is typed or said aloud.
  case spoken
  /// The points of a model answer, to be ticked.
  case rubric
  /// The result of a mock interview.
  case interviewDone
  /// The result of a round of practice.
  case roundDone
  /// A demo between two steps, or one that is looked back at.
  case demo
  /// A demo whose newest step runs.
  case demoWorking
  /// A demo that asks for a prediction.
  case prediction
  /// A demo that is over.
  case demoDone
  /// The port search.
  case ports
  /// The list of sockets.
  case sockets
  /// The list of sockets while a filter is typed.
  case socketsFilter
  /// The learner's record.
  case progress
  /// The learner's record, while a date is typed.
  case goalDate
  /// A page to read.
  case page
  /// A deck of ports.
  case deck
  /// A claim that a demo settles.
  case claim
  /// The help itself.
  case help
}

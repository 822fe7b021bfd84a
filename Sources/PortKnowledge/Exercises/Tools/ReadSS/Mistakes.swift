extension [Question.Entry.Mistake] {
  /// Those that are not accepted answers, the first of each text.
  func unlike(_ accepted: [String]) -> [Question.Entry.Mistake] {
    var seen = Set(accepted)
    return filter { seen.insert($0.text).inserted }
  }
}

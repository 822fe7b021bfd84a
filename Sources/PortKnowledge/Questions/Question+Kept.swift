extension Question {
  /// The answer in the words in which a log keeps it.
  ///
  /// An option is kept by its number, because the question's id tells which options it had. The
  /// options of a port asked as a card are mixed anew each time, so there its text is kept.
  ///
  /// - Parameter verdict: What was said about the answer.
  /// - Returns: The number, the text, or what was typed.
  public func keptAnswer(_ verdict: Verdict) -> String {
    guard id.hasPrefix("port:"), case .chooseOne(let options) = kind,
      let number = Int(verdict.given), options.indices.contains(number - 1)
    else { return verdict.given }
    return options[number - 1].text
  }
}

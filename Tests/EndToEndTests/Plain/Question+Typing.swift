import PortKnowledge

extension Question {
  /// What somebody types who knows the answer.
  var rightLine: String {
    switch kind {
    case .chooseOne, .chooseSeveral: numbers { $0.isRight }
    case .entry(let entry): entry.accepted.first ?? ""
    }
  }

  /// What somebody types who has it wrong: the first option that is wrong.
  var wrongLine: String {
    switch kind {
    case .chooseOne, .chooseSeveral: String(numbers { !$0.isRight }.prefix { $0 != "," })
    case .entry: "none of them"
    }
  }

  /// What is to be said about ``wrongLine``.
  var verdictOnWrongLine: Verdict {
    let index = (Int(wrongLine) ?? 0) - 1
    return switch kind {
    case .chooseOne: verdict(on: .choice(index))
    case .chooseSeveral: verdict(on: .choices([index]))
    case .entry: verdict(on: .text(wrongLine))
    }
  }

  private func numbers(where isMeant: (Option) -> Bool) -> String {
    zip(1..., options).filter { isMeant($0.1) }.map { "\($0.0)" }.joined(separator: ",")
  }
}

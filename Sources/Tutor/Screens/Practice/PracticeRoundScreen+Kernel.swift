import PortKnowledge
import Practice

extension PracticeRoundScreen {
  /// Hands the exercise to the kernel, or says that there is nothing to ask.
  mutating func askKernel() -> [Reaction] {
    guard check == nil, let id = exerciseID, let family else { return [] }
    scroll.follow()
    guard family.asksKernel else {
      check = .nothingToAsk
      return []
    }
    check = .asking
    return [.effect(.askKernel(id))]
  }

  /// Takes what the kernel said; shows the answer where none was given before.
  ///
  /// Where kernel and exercise disagree the kernel is right, and the answer does not count.
  mutating func receive(_ message: Message, in context: Context) -> [Reaction] {
    guard case .kernelAnswered(let id, let report) = message, id == exerciseID,
      check == .asking
    else { return [] }
    check = .answered(report)
    scroll.follow()
    if state?.verdict == nil, report.isAnswered, let verdict = session.reveal() {
      state?.reveal(verdict)
      kept.append(nil)
    }
    guard check?.isDisagreement == true, let record = kept.popLast() else { return [] }
    kept.append(nil)
    session.withdrawAnswer()
    return record.map { [.effect(.withdraw(WithdrawalRecord(of: $0)))] } ?? []
  }
}

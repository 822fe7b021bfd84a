/// Which error bind() reports where several things are wrong at once.
struct ErrorOrderFamily: ExerciseFamily {
  let id = "error-order"
  let title = "Which error comes first?"
  let summary = "Say which of several faults bind() reports, and in what order they come to light."
  let topic = ExerciseTopic.errors
  let asksKernel = true

  /// The faults of a case and how it is asked.
  private struct Deal {
    var form: Form
    var faults: Set<BindFault>
    var isIPv6 = false
  }

  private enum Form {
    case choose
    case mend
    case order
  }

  private static let easy: [Deal] = [
    Deal(form: .choose, faults: [.addressNotLocal, .portPrivileged]),
    Deal(form: .choose, faults: [.addressNotLocal, .alreadyBound]),
    Deal(form: .choose, faults: [.addressNotLocal, .portTaken]),
    Deal(form: .choose, faults: [.alreadyBound, .portTaken]),
    Deal(form: .choose, faults: [.portPrivileged, .alreadyBound]),
    Deal(form: .choose, faults: [.portPrivileged, .portTaken]),
    Deal(form: .choose, faults: [.portTaken]),
  ]

  private static let medium: [Deal] = [
    Deal(form: .choose, faults: []),
    Deal(form: .choose, faults: [.alreadyBound]),
    Deal(form: .choose, faults: [.addressNotLocal]),
    Deal(form: .choose, faults: [.portTaken]),
    Deal(form: .choose, faults: [.addressNotLocal, .alreadyBound]),
    Deal(form: .choose, faults: [.alreadyBound, .portTaken]),
    Deal(form: .choose, faults: [.addressNotLocal, .alreadyBound, .portTaken]),
    Deal(form: .choose, faults: [.portPrivileged, .alreadyBound]),
    Deal(form: .mend, faults: [.addressNotLocal, .portTaken]),
    Deal(form: .mend, faults: [.alreadyBound, .portTaken]),
    Deal(form: .order, faults: []),
  ]

  private static let hard: [Deal] = [
    Deal(form: .mend, faults: [.addressNotLocal, .alreadyBound, .portTaken]),
    Deal(form: .mend, faults: [.addressNotLocal, .portPrivileged, .alreadyBound]),
    Deal(form: .mend, faults: [.addressNotLocal, .alreadyBound, .portTaken], isIPv6: true),
    Deal(form: .choose, faults: [.addressNotLocal, .alreadyBound], isIPv6: true),
    Deal(form: .choose, faults: [.addressNotLocal, .portPrivileged], isIPv6: true),
    Deal(form: .choose, faults: [.addressNotLocal, .portTaken], isIPv6: true),
    Deal(form: .choose, faults: [.addressNotLocal, .portPrivileged, .alreadyBound, .portTaken]),
    Deal(form: .choose, faults: [.addressNotLocal, .alreadyBound, .portTaken], isIPv6: true),
    Deal(form: .order, faults: []),
    Deal(form: .order, faults: [], isIPv6: true),
  ]

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    let id = ExerciseID(family: id, level: level, seed: seed)
    var draw = CaseDraw(seed: seed, level: level, salt: 0xE440_04DE)
    let deals =
      switch level {
      case .easy: Self.easy
      case .medium: Self.medium
      case .hard: Self.hard
      }
    let salt = UInt64(level.rawValue) &* 0x2C1B_3C6D_9E37_79B9
    let deal = deals[SeededDeck(count: deals.count, salt: salt).card(seed: seed)]
    if deal.form == .order {
      return BindChecksExercise(id, isIPv6: deal.isIPv6, from: &draw).exercise
    }
    let bindCase = FaultyBindDraw.make(
      deal.faults, isIPv6: deal.isIPv6, decoys: level > .easy, from: &draw)
    return deal.form == .mend
      ? BindMendExercise(id, bindCase).exercise
      : BindErrorExercise(id, bindCase).exercise(from: &draw)
  }
}

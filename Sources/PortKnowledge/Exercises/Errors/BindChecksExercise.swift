/// Putting the checks of bind() in their order.
struct BindChecksExercise {
  /// The whole exercise.
  let exercise: Exercise

  /// An exercise about one call of an unprivileged program.
  init(_ id: ExerciseID, isIPv6: Bool, from draw: inout CaseDraw) {
    let port = 512 + 2 * draw.number(in: UInt16(0)...250) + UInt16(draw.seed & 1)
    let address: IPAddress =
      isIPv6
      ? .v6(0x2001_0DB8_0000_0000, draw.number(in: 1...0xFFF))
      : .octets(203, 0, 113, draw.number(in: 1...254))
    let wanted = Endpoint(address, PortNumber(port))
    let checks = BindErrorOrder.checks(isIPv6: isIPv6)
    var shown = draw.shuffle(checks)
    if shown == checks { shown.reverse() }
    let place = { (fault: BindFault) in shown.firstIndex(of: fault) ?? 0 }
    let rules = zip(checks, checks.dropFirst()).map { before, after in
      Question.Ordering.Rule(
        before: place(before), after: place(after),
        explanation:
          "bind() looks at \(FaultyBind.check(before)) before \(FaultyBind.check(after)): "
          + "with both at fault it fails with \(before.errorName), not \(after.errorName).")
    }
    let family = isIPv6 ? "AF_INET6" : "AF_INET"
    let first = checks[0]
    let question = Question(
      id: id.description, topic: ExerciseTopic.errors.rawValue,
      prompt: "uid 1000 calls bind(\(wanted)) on an \(family) socket of Linux. Put the checks that "
        + "the kernel makes in their order.",
      kind: .putInOrder(
        Question.Ordering(
          items: shown.map { Self.text($0, wanted) }, rules: rules, solution: checks.map(place))),
      explanation: isIPv6
        ? "AF_INET6 looks at the number first: EACCES, EINVAL, EADDRNOTAVAIL, EADDRINUSE. AF_INET "
          + "would look at the address first (measured; bind(2) promises no order)."
        : "AF_INET looks at the address first: EADDRNOTAVAIL, EACCES, EINVAL, EADDRINUSE "
          + "(measured; bind(2) promises no order).",
      hints: [
        "What needs no look at any socket comes early; the search among all sockets comes last.",
        isIPv6
          ? "AF_INET6 differs from AF_INET in one thing: it looks at the address late."
          : "Two checks need only the call's own address and number, and the address comes first.",
        "The first one leads to \(first.errorName), the last one to EADDRINUSE.",
      ])
    exercise = Exercise(
      question: question,
      data: [
        "form": "putInOrder", "wanted": CaseValue(wanted), "user": 1000,
        "checks": .list(checks.map { .text($0.errorName) }),
      ])
  }

  private static func text(_ fault: BindFault, _ wanted: Endpoint) -> String {
    switch fault {
    case .addressNotLocal: "Is \(wanted.address) an address of this host?"
    case .portPrivileged: "May uid 1000 bind port \(wanted.port)?"
    case .alreadyBound: "Is this socket bound already?"
    case .portTaken: "Does another socket hold port \(wanted.port)?"
    }
  }
}

/// From a port to its service and back.
struct PortServiceFamily: ExerciseFamily {
  let id = "port-service"
  let title = "Port and service"
  let summary = "Know the default port of a service, and the service of a default port."
  let topic = ExerciseTopic.ports

  /// The four ways to ask.
  private enum Form: CaseIterable {
    case chooseService
    case choosePort
    case typePort
    case typeService
  }

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    let pool = Self.pool(level)
    let salt = UInt64(level.rawValue) &* 0xA24B_AED4_963E_E407
    let service = pool[SeededDeck(count: pool.count, salt: salt).card(seed: seed)]
    var draw = CaseDraw(seed: seed, level: level, salt: salt)
    let id = ExerciseID(family: id, level: level, seed: seed).description
    switch draw.pick(Form.allCases, else: .chooseService) {
    case .typeService where service.canBeTyped:
      return TypedPortExercise(service).typeService(id)
    // Without its purpose the name of a service may be too vague to type a number for it.
    case .typePort where !service.isGivenAway(by: service.purpose):
      return TypedPortExercise(service).typePort(id)
    case .chooseService, .typeService:
      return ChosenPortExercise(service, pool: pool).chooseService(id, from: &draw)
    case .choosePort, .typePort:
      return ChosenPortExercise(service, pool: pool).choosePort(id, from: &draw)
    }
  }

  private static let pools: [ExerciseLevel: [Service]] = [
    .easy: ServiceTable.core,
    .medium: ServiceTable.core + ServiceTable.interview,
    .hard: ServiceTable.all.filter { $0.port != 0 },
  ]

  private static func pool(_ level: ExerciseLevel) -> [Service] { pools[level] ?? [] }
}

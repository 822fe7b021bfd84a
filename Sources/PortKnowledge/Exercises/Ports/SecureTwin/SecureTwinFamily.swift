/// Which port a service has for TLS, if any, and which transport it uses.
struct SecureTwinFamily: ExerciseFamily {
  let id = "secure-twin"
  let title = "Secure twin and transport"
  let summary = "Know the port a service has for TLS, and whether it uses TCP, UDP or both."
  let topic = ExerciseTopic.ports

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    let cards = TwinCards.cards(level)
    let card = cards[
      SeededDeck(count: cards.count, salt: 0x7713 &+ UInt64(level.rawValue)).card(seed: seed)]
    var draw = CaseDraw(seed: seed, level: level, salt: 0x7713_0000)
    let id = ExerciseID(family: id, level: level, seed: seed).description
    let service = card.service
    switch card.kind {
    case .chooseTwin: return TwinExercise(service).choose(id, from: &draw)
    case .typeTwin: return TwinExercise(service).type(id)
    case .choosePlain: return PlainTwinExercise(service).choose(id, from: draw)
    case .typePlain: return PlainTwinExercise(service).type(id)
    case .place: return TwinPlaceExercise(service).exercise(id, from: &draw)
    case .successor: return SuccessorExercise(service).exercise(id, from: &draw)
    case .transport: return TransportExercise(service).choose(id)
    case .transportTable: return TransportTableExercise(service, from: &draw).exercise(id)
    case .twinTable: return TwinTableExercise(service, from: &draw).exercise(id)
    case .tickTwins: return TickTwinsExercise(service, from: &draw).exercise(id)
    }
  }
}

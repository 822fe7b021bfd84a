/// Which of a machine's sockets gets a UDP datagram.
struct UDPDeliveryFamily: ExerciseFamily {
  let id = "udp-delivery"
  let title = "Who gets the datagram?"
  let summary = "Find the connected or unconnected socket that gets a UDP datagram, if any does."
  let topic = ExerciseTopic.delivery
  let asksKernel = true

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    var draw = CaseDraw(seed: seed, level: level, salt: 0x0D9D)
    let id = ExerciseID(family: id, level: level, seed: seed)
    if level == .hard, draw.chance(oneIn: 6) {
      return LastBoundExercise(id: id, from: &draw).exercise
    }
    return DeliveryExercise.made(.udp, id: id, from: &draw)
  }
}

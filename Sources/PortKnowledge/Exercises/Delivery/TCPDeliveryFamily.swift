/// Which of a machine's sockets gets a TCP segment.
struct TCPDeliveryFamily: ExerciseFamily {
  let id = "tcp-delivery"
  let title = "Who gets the segment?"
  let summary = "Find the listener or connection that gets a TCP segment, or see that none does."
  let topic = ExerciseTopic.delivery
  let asksKernel = true

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    var draw = CaseDraw(seed: seed, level: level, salt: 0x7C9D)
    return DeliveryExercise.made(
      .tcp, id: ExerciseID(family: id, level: level, seed: seed), from: &draw)
  }
}

/// Which clients reach a server, by its bind address and by where they are.
struct ReachabilityFamily: ExerciseFamily {
  let id = "reachability"
  let title = "Who can reach it?"
  let summary = "Say which clients reach a server, from its bind address and their place."
  let topic = ExerciseTopic.delivery
  let asksKernel = true

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    var draw = CaseDraw(seed: seed, level: level, salt: 0x4EAC)
    let id = ExerciseID(family: id, level: level, seed: seed)
    let exercise = ReachabilityExercise(id: id, from: &draw)
    let roll = draw.number(in: 0...7)
    var made: Exercise?
    switch (level, roll) {
    case (.easy, 4...7), (.medium, 0...2), (.hard, 0...1): made = exercise.ticks(from: &draw)
    case (.medium, 3...4), (.hard, 2...3): made = exercise.table(from: &draw)
    case (.medium, 5), (.hard, 4...5): made = exercise.bindAddress(from: &draw)
    case (.medium, 6): made = exercise.typed(from: &draw)
    default: break
    }
    return made ?? exercise.oneClient(from: &draw)
  }
}

/// How many more clients a listener takes before anybody calls accept().
enum QueueRoomExercise {
  static func made(_ id: String, _ draw: inout ReadSSDraw) -> Exercise {
    var plan = TablePlan(machine: draw.machine)
    let port = draw.service()
    let backlog = draw.draw.number(in: 0...5)
    let waiting = draw.draw.number(in: 0...min(backlog + 1, 4))
    let number = plan.listen(Endpoint(.any, port), backlog: backlog)
    for _ in 0..<waiting { plan.wait(at: number, from: draw.clientEndpoint()) }
    // Another listener, whose numbers lead astray.
    plan.listen(Endpoint(.loopback, draw.service()), backlog: draw.draw.number(in: 6...9))
    let listener = plan.listeners[0]
    let room = plan.table.room(at: listener)
    var experiment = plan.experiment { $0 == listener }
    experiment.steps.append(
      ExperimentStep(
        "", .fill(clients: room + 1, to: Endpoint(draw.machine, port)), expected: .count(room),
        isAsked: true))
    return Exercise(
      question: Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt:
          "ss -tln on Linux prints this. The program on port \(port) hangs and accepts nobody. "
          + "Clients come one after the other: how many more can connect?",
        figure: SSListing(plan.listeners).lines,
        kind: .entry(
          Question.Entry(
            accepted: ["\(room)"],
            mistakes: mistakes(room: room, waiting: waiting, backlog: backlog)
              .unlike(["\(room)"]), form: .number)),
        explanation: "Linux lets backlog + 1 connections wait: \(backlog + 1) here, of which "
          + "\(waiting) \(waiting == 1 ? "is" : "are") there. After that it drops each SYN, and the "
          + "client stays in SYN-SENT.",
        hints: [
          "Recv-Q of a listener is how many wait, Send-Q is the backlog.",
          "Linux takes one connection more than the backlog before the queue is full.",
          "Room for \(backlog + 1), and \(waiting) \(waiting == 1 ? "waits" : "wait") already.",
        ]),
      data: .object([
        "kind": "room", "command": "ss -tln", "port": CaseValue(port), "table": plan.data,
      ]),
      experiment: experiment)
  }

  private static func mistakes(
    room: Int, waiting: Int, backlog: Int
  ) -> [Question.Entry.Mistake] {
    [
      Question.Entry.Mistake(
        "\(backlog - waiting)",
        explanation: "\(backlog) minus \(waiting): but the queue is full only when more than the "
          + "backlog wait. Linux takes \(backlog + 1)."),
      Question.Entry.Mistake(
        "\(backlog)",
        explanation: "\(backlog) is the backlog: \(waiting) wait already, and Linux takes one more "
          + "than the backlog."),
      Question.Entry.Mistake(
        "\(backlog + 1)",
        explanation: "\(backlog + 1) fit into the empty queue, but \(waiting) wait already."),
      Question.Entry.Mistake("\(waiting)", explanation: "\(waiting) is how many wait already."),
    ]
  }
}

import BenchmarkSupport
import GRDB
import Glibc
import Practice
import Progress

// Prints what a long log costs: swift run -c release store-cost [FOLDER]
//
// The log holds 100,000 reviews of 600 cards. Opening it, reading it, counting the state of every
// card and what is due stands between the learner and the first screen; aim 50 ms. One review stored,
// up to the disk, stands between an answer and the next question; aim 2 ms.

let reviews = 100_000
let cards = 600
let rounds = 15
let stored = 2_000
let firstDay = 19_000

/// Five minutes lie between two reviews, and six of seven are remembered.
let filling = """
  WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < \(reviews - 1))
  INSERT INTO reviews
    (card_id, grade, duration_ms, reviewed_at_ms, zone_offset_s, rollover_hour)
  SELECT 'port:' || (i * 7919 % \(cards)) || '/tcp:number', CASE WHEN i % 7 = 0 THEN 1 ELSE 3 END,
    1000 + i % 9000, \(firstDay) * 86400000 + i * 300000, 3600, 4 FROM n
  """

func run(in folder: String) throws {
  do {
    let store = try ProgressStore.open(folder: folder)
    let queue = try DatabaseQueue(path: store.path)
    try queue.write { try $0.execute(sql: filling) }
    try queue.close()
  }
  let today = firstDay + reviews / 288
  let ids = (0..<cards).map { "port:\($0)/tcp:number" }
  var (open, read) = (Samples("open the store"), Samples("read the reviews"))
  var (count, due) = (Samples("count every card's state"), Samples("what is due on seven days"))
  var all = Samples("together")
  for _ in 0..<rounds {
    try all.measure {
      var store: ProgressStore?
      try open.measure { store = try ProgressStore.open(folder: folder) }
      var log: [Review] = []
      try read.measure { log = try store?.reviews() ?? [] }
      var replay = MemoryReplay(scheduler: ReviewScheduler(model: FSRS6()))
      count.measure { replay = MemoryReplay(log, scheduler: ReviewScheduler(model: FSRS6())) }
      var days: [Int] = []
      due.measure { days = Readiness(replay).dueCards(of: ids, today: today, days: 7) }
      precondition(log.count >= reviews && days.reduce(0, +) > 0, "nothing was measured")
    }
  }
  for samples in [open, read, count, due, all] { print(samples.line(unit: "ms")) }

  let store = try ProgressStore.open(folder: folder)
  var times: [Double] = []
  for place in 0..<stored {
    let review = ReviewRecord(
      cardID: ids[place % cards], grade: .good, durationMilliseconds: 2_000,
      reviewedAt: Int64(today) * 86_400_000 + Int64(place), zoneOffset: 3_600, rolloverHour: 4)
    let time = try ContinuousClock().measure { _ = try store.record(review) }
    times.append(time / .milliseconds(1))
  }
  times.sort()
  print(
    "one review stored                   median \(Samples.text(times[stored / 2])) ms, "
      + "p99 \(Samples.text(times[stored * 99 / 100])) ms")
}

let folder = CommandLine.arguments.dropFirst().first ?? "/tmp/portside-store-cost-\(getpid())"
try run(in: folder)

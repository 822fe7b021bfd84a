import PortKnowledge
import Testing

@Suite("The accept queue")
struct AcceptQueueTests {
  @Test("has room for one more than the backlog", arguments: [0, 1, 2, 3, 5, 10])
  func room(backlog: Int) {
    var queue = AcceptQueue(backlog: backlog)
    for _ in 0..<backlog + 3 { queue.connect() }
    #expect(queue.completed == backlog + 1 && queue.waiting == backlog + 1)
    #expect(queue.unanswered == 2 && queue.isFull && queue.backlog == backlog)
    #expect(
      queue.places == Array(repeating: .queued, count: backlog + 1) + [.unanswered, .unanswered])
  }

  @Test("follows min(k, n + 1 + a) whenever accept() is called")
  func formula() {
    for backlog in 0...6 {
      for clients in 0...10 {
        for accepts in 0...backlog + 1 {
          var queue = AcceptQueue(backlog: backlog)
          // First as many clients as are accepted, then the others.
          for _ in 0..<min(accepts, clients) { queue.connect() }
          for _ in 0..<accepts { queue.accept() }
          for _ in 0..<max(0, clients - accepts) { queue.connect() }
          let expected = AcceptQueue.completed(
            clients: clients, accepts: accepts, backlog: backlog)
          let name = "listen(\(backlog)), \(clients) clients, \(accepts) accepts"
          #expect(queue.completed == expected, "\(name)")
          #expect(queue.waiting == expected - min(accepts, clients), "\(name)")
          #expect(queue.unanswered == clients - expected, "\(name)")
          if clients <= backlog + 1 + accepts {
            #expect(late(backlog, clients, accepts).completed == expected, "\(name), late")
          }
        }
      }
    }
  }

  /// All clients first, then the accepts, then lost SYNs are sent again.
  private func late(_ backlog: Int, _ clients: Int, _ accepts: Int) -> AcceptQueue {
    var queue = AcceptQueue(backlog: backlog)
    for _ in 0..<clients { queue.connect() }
    for _ in 0..<accepts { queue.accept() }
    queue.sendAgain()
    return queue
  }

  @Test("counts no more than somaxconn, and a negative backlog as that")
  func maximum() {
    #expect(AcceptQueue(backlog: 1_000_000).backlog == 4096)
    #expect(AcceptQueue(backlog: 4096).capacity == 4097)
    #expect(AcceptQueue(backlog: 4095).backlog == 4095)
    #expect(AcceptQueue(backlog: -1).backlog == 4096)
    #expect(AcceptQueue(backlog: 200, maximum: 128).backlog == 128)
    #expect(AcceptQueue(backlog: -7, maximum: 128).backlog == 128)
    #expect(AcceptQueue.handedOnByPython(-1) == 0 && AcceptQueue.handedOnByPython(3) == 3)
  }

  @Test("keeps the place of a client that closes, and forgets one that got no answer")
  func closing() {
    var queue = AcceptQueue(backlog: 0)
    #expect(queue.connect() == .queued && queue.connect() == .unanswered)
    queue.close(client: 0)
    #expect(queue.waiting == 1 && queue.isFull)
    queue.close(client: 1)
    #expect(queue.places == [.queued, .givenUp] && queue.unanswered == 0)
    queue.close(client: 7)
    #expect(queue.accept() == 0 && queue.accept() == nil)
    queue.sendAgain()
    #expect(queue.places == [.accepted, .givenUp] && queue.completed == 1)
  }

  @Test("takes a new backlog and no place away")
  func listeningAgain() {
    var queue = AcceptQueue(backlog: 3)
    for _ in 0..<4 { queue.connect() }
    queue.listen(backlog: 0)
    #expect(queue.waiting == 4 && queue.backlog == 0 && queue.connect() == .unanswered)
    queue.listen(backlog: 4)
    queue.sendAgain()
    #expect(queue.waiting == 5 && queue.unanswered == 0)
  }
}

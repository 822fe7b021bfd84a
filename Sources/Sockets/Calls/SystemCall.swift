import Glibc
import PortKnowledge
import SystemPackage

/// The one way to the kernel.
///
/// It owns three decisions: errno is read at once, before anything can change it; a call that a
/// signal interrupted is made again; and a call that would have to wait is a value, not an error.
/// It times each call and tells the recorder what was called and what came of it. Nobody else reads
/// errno.
struct SystemCall {
  /// The call's name, for example `bind`.
  let name: String
  /// What it is about, for the error; nil where it is about no address.
  var endpoint: Endpoint?
  /// Who is told; nil for housekeeping that a learner need not see.
  var recorder: CallRecorder?
  /// Whether an interrupted call is made again.
  ///
  /// False for `close`, which has released the number even then, and for waits that must look at
  /// the clock first.
  var repeatsInterrupted = true

  /// A call by its name.
  init(
    _ name: String, endpoint: Endpoint? = nil, recorder: CallRecorder? = nil,
    repeatsInterrupted: Bool = true
  ) {
    self.name = name
    self.endpoint = endpoint
    self.recorder = recorder
    self.repeatsInterrupted = repeatsInterrupted
  }

  /// Makes the call; what it returns, or its error.
  ///
  /// `arguments` is what the record shows between the parentheses, `output` what the call handed
  /// back besides its result. `body` is the call itself and nothing else: a result below zero means
  /// failure.
  @discardableResult
  func perform<Result: SignedInteger>(
    _ arguments: @autoclosure () -> String = "",
    output: (Result) -> String = { _ in "" },
    body: () -> Result
  ) throws(SocketError) -> Result {
    switch make(arguments(), output: output, body: body) {
    case .success(let result): return result
    case .failure(let number):
      throw SocketError(name, endpoint: endpoint, number: number)
    }
  }

  /// Makes a call that may say "not now"; nil where it does.
  func attempt<Result: SignedInteger>(
    _ arguments: @autoclosure () -> String = "",
    output: (Result) -> String = { _ in "" },
    body: () -> Result
  ) throws(SocketError) -> Result? {
    switch make(arguments(), output: output, body: body) {
    case .success(let result): return result
    case .failure(.wouldBlock), .failure(.nowInProgress), .failure(.alreadyInProcess): return nil
    case .failure(let number):
      throw SocketError(name, endpoint: endpoint, number: number)
    }
  }

  private enum Outcome<Result> {
    case success(Result)
    case failure(Errno)
  }

  private func make<Result: SignedInteger>(
    _ arguments: @autoclosure () -> String,
    output: (Result) -> String,
    body: () -> Result
  ) -> Outcome<Result> {
    let clock = ContinuousClock()
    while true {
      let start = clock.now
      let result = body()
      let number = Errno(rawValue: errno)
      let elapsed = clock.now - start
      let failed = result < 0
      if failed, number == .interrupted, repeatsInterrupted { continue }
      recorder?.record(
        CallRecord(
          name: name, arguments: arguments(), result: Int(result),
          output: failed ? "" : output(result), errorName: failed ? number.name : nil,
          microseconds: elapsed.wholeMicroseconds, actor: recorder?.actor ?? ""))
      return failed ? .failure(number) : .success(result)
    }
  }
}

extension Duration {
  /// The duration in microseconds, rounded down.
  var wholeMicroseconds: Int {
    Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000)
  }

  /// The duration in milliseconds for poll(2) and epoll_wait(2), rounded up so that a wait never
  /// ends early, and never negative, which would mean "without end".
  var pollMilliseconds: Int32 {
    guard self > .zero else { return 0 }
    guard self < .seconds(86_400) else { return 86_400_000 }
    return Int32((wholeMicroseconds + 999) / 1000)
  }
}

import Glibc

/// A descriptor with one owner: it is closed when the owner lets go of it, and never twice.
struct Descriptor: ~Copyable, Sendable {
  private(set) var number: Int32
  let recorder: CallRecorder?

  /// Takes over a descriptor that nobody else closes.
  init(owning number: Int32, recorder: CallRecorder? = nil) {
    self.number = number
    self.recorder = recorder
  }

  deinit {
    guard number >= 0 else { return }
    // Nobody is left to hear of an error, and the number is free again whatever close says.
    _ = try? Self.close(number, recorder)
  }

  /// Closes it now and says how that went.
  consuming func close() throws(SocketError) {
    let taken = number
    number = -1
    try Self.close(taken, recorder)
  }

  private static func close(_ number: Int32, _ recorder: CallRecorder?) throws(SocketError) {
    // Linux frees the number even where close is interrupted: a second try would close a stranger.
    try SystemCall("close", recorder: recorder, repeatsInterrupted: false)
      .perform("\(number)") { Glibc.close(number) }
  }
}

public import Tutor

/// Does what the application asks for outside itself.
public protocol EffectRunner: AnyObject {
  /// Starts the work and returns at once; the result, if any, is posted to the mailbox.
  ///
  /// Called on the main thread.
  func perform(_ effect: Effect, mailbox: Mailbox)
}

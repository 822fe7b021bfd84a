public import CursesTerminal
import Glibc
public import Sockets
import TerminalUI
public import Tutor

/// The main thread's life: sleep until the terminal, a signal or the mailbox has something, update,
/// do the effects, and draw once when nothing is left.
///
/// No timer runs, so an idle tutor costs no processor time.
public final class EventLoop {
  private enum Source: UInt64 {
    case terminal
    case signals
  }

  private let poller: Poller
  private let terminal: any Terminal
  private let signals: SignalPipe
  private let effects: any EffectRunner
  private let clock: () -> Moment
  private let onScreen: (ScreenName) -> Void
  private var state: AppState
  private var end: LoopEnd?
  /// What screens want to be reminded of, the soonest first; no clock runs while there is nothing.
  private var reminders: [(deadline: ContinuousClock.Instant, reminder: Reminder)] = []
  /// Where results are posted.
  public let mailbox: Mailbox

  /// A loop over an open terminal.
  ///
  /// - Parameters:
  ///   - state: the application before its first message.
  ///   - terminal: where to draw and read keys.
  ///   - signals: where signals arrive.
  ///   - effects: what does the application's effects.
  ///   - clock: tells the time.
  ///   - onScreen: called with the visible screen's name after each time it was drawn.
  /// - Throws: `SocketError` where the descriptors cannot be watched.
  public init(
    state: AppState, terminal: any Terminal, signals: SignalPipe, effects: any EffectRunner,
    clock: @escaping () -> Moment, onScreen: @escaping (ScreenName) -> Void
  ) throws(SocketError) {
    self.state = state
    self.terminal = terminal
    self.signals = signals
    self.effects = effects
    self.clock = clock
    self.onScreen = onScreen
    poller = try Poller()
    mailbox = Mailbox(waker: poller.waker)
    try poller.add(terminal.inputDescriptor, for: .reading, token: Source.terminal.rawValue)
    try poller.add(signals.descriptor, for: .reading, token: Source.signals.rawValue)
  }

  /// Runs until the learner leaves, a signal ends it, or the terminal is gone.
  ///
  /// - Throws: `SocketError` where the descriptors cannot be watched any more.
  public func run() throws(SocketError) -> LoopEnd {
    perform(state.takeInitialEffects())
    draw()
    while end == nil {
      let events = try poller.wait(
        timeout: reminders.first.map { ContinuousClock.now.duration(to: $0.deadline) })
      for ready in events.ready {
        switch Source(rawValue: ready.token) {
        case .terminal: readKeys(isHungUp: ready.isHungUp && !ready.isReadable)
        case .signals: readSignals()
        case nil: break
        }
      }
      for message in mailbox.take() { handle(message) }
      while let due = reminders.first, due.deadline <= ContinuousClock.now {
        reminders.removeFirst()
        handle(.reminded(due.reminder))
      }
      if end == nil { draw() }
    }
    return end ?? .quit
  }

  private func draw() {
    terminal.present(state.view())
    onScreen(state.screenName)
  }

  private func handle(_ message: Message) {
    perform(state.update(message, at: clock()))
  }

  private func readKeys(isHungUp: Bool) {
    guard !isHungUp else { return leave(.hungUp) }
    do throws(TerminalError) {
      for key in try terminal.readKeys() where end == nil {
        handle(.keyPressed(key))
        // What a click means depends on what is drawn, so keys that follow see the new screen.
        if case .click = key { _ = state.view() }
      }
    } catch {
      leave(.hungUp)
    }
  }

  private func readSignals() {
    for signal in signals.drain() {
      switch signal {
      case SIGWINCH: handle(.resized(terminal.size))
      case SIGTSTP: suspend()
      case SIGCONT: resume()
      default: leave(signal == SIGHUP ? .hungUp : .signal(signal))
      }
    }
  }

  private func perform(_ asked: [Effect]) {
    for effect in asked {
      switch effect {
      case .quit: end = end ?? .quit
      case .suspend: suspend()
      case .redraw: resume()
      case .setMouse(let isOn): terminal.setMouse(isOn)
      case .remind(let reminder, let milliseconds):
        reminders.append((ContinuousClock.now + .milliseconds(milliseconds), reminder))
        reminders.sort { $0.deadline < $1.deadline }
      default: effects.perform(effect, mailbox: mailbox)
      }
    }
  }

  /// Ends the loop as if the learner had left, so that demos close what they opened.
  private func leave(_ reason: LoopEnd) {
    guard end == nil else { return }
    end = reason
    perform(state.update(.keyPressed(.control("c")), at: clock()))
  }

  /// Gives the terminal back and stops, like any other program on Ctrl-Z, until `fg`.
  private func suspend() {
    terminal.suspend()
    signals.stopGroup()
    resume()
  }

  /// Takes the terminal again, at the size it has now, and draws every cell.
  private func resume() {
    terminal.resume()
    handle(.resized(terminal.size))
  }
}

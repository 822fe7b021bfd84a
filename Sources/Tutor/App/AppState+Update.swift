import Practice
import TerminalUI

extension AppState {
  /// What follows from a message: the new state, and effects to be done outside.
  ///
  /// No clock, no randomness, no input or output: the same state, message and moment always give
  /// the same result.
  public mutating func update(_ message: Message, at moment: Moment) -> [Effect] {
    self.moment = moment
    switch message {
    case .keyPressed where isBlank:
      // Any key brings the screen back, and does nothing else; leaving works all the same.
      isBlank = false
      guard case .keyPressed(let key) = message, let action = action(for: key),
        action == .leaveAtOnce || action == .suspend
      else { return [] }
      return perform(action, at: moment)
    case .keyPressed(.click(let column, let row)):
      guard let action = target(column: column, row: row) else { return [] }
      return perform(action, at: moment)
    case .keyPressed(let key):
      guard let action = action(for: key) else { return [] }
      return perform(action, at: moment)
    case .resized(let size):
      self.size = size
      return []
    case .progressLoaded(let snapshot):
      progress = snapshot
      return []
    case .memoryLoaded(let memory):
      self.memory = memory
      return []
    case .lessonsRead(let library):
      catalog.take(library)
      return deliver(message, at: moment)
    case .keepingFailed(let sentence):
      keepingNotice = sentence
      return []
    case .demoReported, .systemNamesFound, .kernelAnswered, .reminded, .socketsRead:
      return deliver(message, at: moment)
    }
  }

  /// Whether the terminal is large enough for screens.
  var isLargeEnough: Bool { size.covers(ScreenFrame.smallest) }

  /// On a terminal that is too small only the keys to leave and to suspend work.
  private func action(for key: Key) -> Action? {
    let action = KeyMap.action(for: key, in: keyContext)
    if isLargeEnough { return action }
    if key == .character("q") { return .quit }
    return switch action {
    case .leaveAtOnce, .suspend, .redraw: action
    default: nil
    }
  }

  private func target(column: Int, row: Int) -> Action? {
    isLargeEnough ? targets.last { $0.rect.contains(column: column, row: row) }?.action : nil
  }

  private mutating func perform(_ action: Action, at moment: Moment) -> [Effect] {
    switch action {
    case .quit, .leaveAtOnce: return closingAll() + [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .blank:
      isBlank = true
      return []
    case .toggleMouse:
      isMouseOn.toggle()
      return [.setMouse(isMouseOn)]
    case .help where help == nil:
      help = HelpScreen(of: visible.keyContext, without: visible.unused)
      return []
    default:
      break
    }
    let context = context(at: moment)
    if help != nil {
      if action == .back { help = nil } else { _ = help?.handle(action, in: context) }
      return []
    }
    return apply(stack[stack.count - 1].handle(action, in: context))
  }

  private mutating func deliver(_ message: Message, at moment: Moment) -> [Effect] {
    let context = context(at: moment)
    return stack.indices.flatMap { index in
      index < stack.count ? apply(stack[index].receive(message, in: context)) : []
    }
  }

  private mutating func apply(_ reactions: [Reaction]) -> [Effect] {
    var effects: [Effect] = []
    for reaction in reactions {
      switch reaction {
      case .effect(let effect):
        effects.append(effect)
      case .open(let screen):
        stack.append(screen)
      case .replace(let screen):
        effects += stack.removeLast().closing()
        stack.append(screen)
      case .close:
        if stack.count > 1 { effects += stack.removeLast().closing() }
      }
    }
    return effects
  }

  private func closingAll() -> [Effect] {
    stack.reversed().flatMap { $0.closing() }
  }
}

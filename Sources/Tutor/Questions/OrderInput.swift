import PortKnowledge

/// Items that are being put in order.
struct OrderInput: Hashable, Sendable {
  /// How many items there are.
  let count: Int
  /// The item under the cursor.
  private(set) var cursor = 0
  /// The items that have a place, from the first place on.
  private(set) var order: [Int] = []

  init(count: Int) {
    self.count = count
  }

  /// The place of an item from 1; nil while it has none.
  func place(of item: Int) -> Int? {
    order.firstIndex(of: item).map { $0 + 1 }
  }

  /// Handles an action.
  mutating func handle(_ action: Action) -> InputStep {
    switch action {
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = max(0, min(count - 1, cursor + 1))
    case .top: cursor = 0
    case .bottom: cursor = max(0, count - 1)
    case .toggle: toggle(cursor)
    case .choose(let item): toggle(item)
    case .takeBack:
      if let last = order.popLast() { cursor = last }
    case .confirm: return confirm()
    default: break
    }
    return .open
  }

  /// Shows an answer.
  mutating func take(_ order: [Int]) {
    self.order = order
  }

  /// Gives an item the next place, or takes it out, so that later ones move up.
  private mutating func toggle(_ item: Int) {
    guard (0..<count).contains(item) else { return }
    cursor = item
    if let index = order.firstIndex(of: item) {
      order.remove(at: index)
    } else {
      order.append(item)
    }
  }

  private func confirm() -> InputStep {
    let missing = (0..<count).filter { !order.contains($0) }.map { String($0 + 1) }
    guard let last = missing.last else { return .given(.order(order)) }
    guard missing.count < count else {
      return .refused("Nothing is placed yet: press the number of what comes first.")
    }
    guard missing.count > 1 else {
      return .refused("\(last) has no place yet: press \(last), then Enter.")
    }
    let others = missing.dropLast().joined(separator: ", ")
    return .refused("\(others) and \(last) have no place yet: press their numbers, then Enter.")
  }
}

extension Question {
  /// Steps that are put in order.
  public struct Ordering: Hashable, Sendable {
    /// The steps as they are shown, shuffled: at most 9.
    public var items: [String]
    /// What must hold; every order that keeps all of it is right.
    public var rules: [Rule]
    /// One right order, to be shown: indices of the items.
    public var solution: [Int]

    /// Something that must come before something else.
    public struct Rule: Hashable, Sendable {
      /// The index of the item that comes first.
      public var before: Int
      /// The index of the item that comes later.
      public var after: Int
      /// Why, said to somebody who has it the wrong way round; never empty.
      public var explanation: String

      /// A rule with its reason.
      public init(before: Int, after: Int, explanation: String) {
        self.before = before
        self.after = after
        self.explanation = explanation
      }
    }

    /// Steps, their rules and one right order.
    public init(items: [String], rules: [Rule], solution: [Int]) {
      self.items = items
      self.rules = rules
      self.solution = solution
    }

    /// Whether each item occurs exactly once.
    public func isComplete(_ order: [Int]) -> Bool {
      order.count == items.count && Set(order) == Set(items.indices)
    }

    /// Whether the rules leave room for no other order than the solution.
    ///
    /// They do where each step of it must come before the very next one: any other two neighbours
    /// could change places.
    public var hasOneSolution: Bool {
      zip(solution, solution.dropFirst()).allSatisfy { before, after in
        rules.contains { $0.before == before && $0.after == after }
      }
    }

    /// The rules that a complete order breaks.
    public func broken(by order: [Int]) -> [Rule] {
      var place = [Int](repeating: 0, count: items.count)
      for (position, item) in order.enumerated() where items.indices.contains(item) {
        place[item] = position
      }
      return rules.filter { place[$0.before] > place[$0.after] }
    }
  }
}

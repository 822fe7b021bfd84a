extension Readiness {
  /// What to do each day in order to be ready by a date.
  ///
  /// The ordinary schedule stays as it is. Where it would leave a card below the wanted chance of
  /// recall on the date, one review is placed before the date: after the card's last ordinary
  /// review, on the day with the fewest reviews of those that are late enough to hold until the
  /// date. A card that was never reviewed has no ordinary schedule; what is placed is its first
  /// review, with its learning steps, from which its ordinary ones follow.
  ///
  /// It is counted as if every review were made on its day and graded Good.
  ///
  /// - Parameters:
  ///   - ids: The cards, those to be learned first at the front; a repeated one counts once.
  ///   - today: Today's study day, in days since 1970-01-01.
  ///   - readyDay: The date's study day. More than ``horizon`` days ahead counts as that many; a
  ///     day that is over, or today, leaves no day for a review.
  ///   - retention: The wanted chance of recall on the date, from 0 to 1.
  /// - Returns: The reviews of each day, and what to expect on the date.
  public func plan(
    for ids: some Sequence<String>, today: Int, readyDay: Int, retention: Double
  ) -> ReadinessPlan {
    let length = min(StudyDay.elapsed(from: today, to: readyDay), Self.horizon)
    let end = length == 0 ? readyDay : today + length
    var board = PlanBoard(today: today, length: length)
    var wanting: [(id: String, course: Course, candidates: [Int])] = []
    var unseen: [String] = []
    var seen: Set<String> = []
    for id in ids where seen.insert(id).inserted {
      guard let card = memories[id] else {
        unseen.append(id)
        continue
      }
      let course = course(of: card, from: card.dueDay(today: today), to: end)
      for day in course.days { board.addOrdinary(on: day) }
      if course.recall < retention {
        wanting.append((id, course, candidates(for: course, today: today, end: end, retention)))
      } else {
        board.recalls.append(course.recall)
      }
    }
    // Who has the least choice goes first.
    wanting.sort { ($0.candidates.count, $0.id) < ($1.candidates.count, $1.id) }
    for (id, course, candidates) in wanting {
      let day = board.lightest(of: candidates)
      let recall = day.map { self.recall(sitting(course.card, on: $0), on: end) } ?? course.recall
      if let day { board.place(id, on: day) }
      board.settle(id, recall: recall, isBelow: recall < retention)
    }
    placeFirstReviews(of: unseen, on: &board, end: end, retention: retention)
    return board.plan
  }

  /// Spreads the first reviews of new cards, which all have the same future.
  private func placeFirstReviews(
    of ids: [String], on board: inout PlanBoard, end: Int, retention: Double
  ) {
    guard !ids.isEmpty else { return }
    let courses = board.dayNumbers.map { day in
      let card = sitting(nil, on: day)
      return (
        first: day, course: course(of: card, from: card.lastDay + card.intervalDays, to: end)
      )
    }
    let best = courses.map(\.course.recall).max() ?? 0
    // The earliest first: what is learned early is known longest.
    let choices = courses.filter { $0.course.recall >= min(retention, best) }
    for id in ids {
      let choice = choices.min { one, other in
        board.peak(of: [one.first] + one.course.days)
          < board.peak(of: [other.first] + other.course.days)
      }
      if let choice {
        board.place(id, on: choice.first)
        for day in choice.course.days { board.addOrdinary(on: day) }
      }
      let recall = choice?.course.recall ?? 0
      board.settle(id, recall: recall, isBelow: recall < retention)
    }
  }

  /// What the ordinary schedule does with a card until the day before the date.
  private struct Course {
    /// The days of its reviews.
    var days: [Int] = []
    /// Where it stands then.
    var card: CardMemory
    /// The chance of recall on the date.
    var recall = 0.0
  }

  private func course(of card: CardMemory, from due: Int, to end: Int) -> Course {
    var course = Course(card: card)
    var day = due
    while day < end {
      course.days.append(day)
      course.card = sitting(course.card, on: day)
      day = course.card.lastDay + course.card.intervalDays
    }
    course.recall = recall(course.card, on: end)
    return course
  }

  /// The days on which one more review keeps a card in memory until the date, the latest first.
  ///
  /// The later the review, the better it holds, so the search ends at the first day that is too
  /// early. Where not even the day before the date is late enough, that day is taken.
  private func candidates(
    for course: Course, today: Int, end: Int, _ retention: Double
  ) -> [Int] {
    let earliest = max(today, course.card.lastDay + 1)
    guard earliest < end else { return [] }
    let days = (earliest..<end).reversed()
      .prefix { recall(sitting(course.card, on: $0), on: end) >= retention }
    return days.isEmpty ? [end - 1] : Array(days)
  }

  /// A card after a day on which it was remembered, with all its steps of that day.
  private func sitting(_ card: CardMemory?, on day: Int) -> CardMemory {
    let seconds = card?.lastSeconds ?? 0
    var next = scheduler.next(card, after: .good, seconds: seconds, day: day)
    // Good goes one step further each time, so this ends.
    while next.phase != .review {
      next = scheduler.next(next, after: .good, seconds: seconds, day: day)
    }
    return next
  }
}

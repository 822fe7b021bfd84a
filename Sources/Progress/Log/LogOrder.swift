/// The order of a table's rows where some came with imports.
///
/// The rows of this machine are one sequence and those of each import another, each in the order of
/// its rows. The sequences interleave by time: of the rows that stand first in what is left of each,
/// the earliest is next. So a clock that was set back changes no order within a machine's log, and
/// the logs of two machines with right clocks are in the order in which things happened, whichever
/// of the two was merged into the other.
struct LogOrder {
  /// The rows' numbers, ascending.
  var ids: [Int64]
  /// The rows' moments.
  var moments: [Int64]
  /// The numbers of the rows that came with each import, ascending.
  var batches: [ClosedRange<Int64>]

  /// Works out the order of the log.
  ///
  /// - Parameter precedes: Decides between two places of the same moment.
  /// - Returns: The places of the rows in `ids`, in that order.
  /// - Throws: What `precedes` throws.
  func positions(precedes: (Int, Int) throws -> Bool) rethrows -> [Int] {
    var sequences = sequences().filter { !$0.isEmpty }
    var positions: [Int] = []
    positions.reserveCapacity(ids.count)
    while sequences.count > 1 {
      var best = 0
      for other in sequences.indices.dropFirst() {
        let first = sequences[best][sequences[best].startIndex]
        let second = sequences[other][sequences[other].startIndex]
        if moments[second] < moments[first] {
          best = other
        } else if moments[second] == moments[first], try precedes(second, first) {
          best = other
        }
      }
      positions.append(sequences[best].removeFirst())
      if sequences[best].isEmpty { sequences.remove(at: best) }
    }
    return positions + (sequences.first ?? [])
  }

  /// The places of this machine's rows, and of each import's.
  private func sequences() -> [ArraySlice<Int>] {
    var own: [Int] = []
    var imported = [[Int]](repeating: [], count: batches.count)
    var batch = 0
    for (place, id) in ids.enumerated() {
      while batch < batches.count, batches[batch].upperBound < id { batch += 1 }
      if batch < batches.count, batches[batch].contains(id) {
        imported[batch].append(place)
      } else {
        own.append(place)
      }
    }
    return [own[...]] + imported.map { $0[...] }
  }
}

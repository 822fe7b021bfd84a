/// The days of a plan while reviews are put on them.
struct PlanBoard {
  /// The chances of recall on the date of the cards that are done.
  var recalls: [Double] = []

  private var days: [ReadinessPlan.Day]
  private var below: [String] = []
  private let today: Int

  /// Empty days, the first of them today.
  init(today: Int, length: Int) {
    self.today = today
    days = (0..<length).map { ReadinessPlan.Day(number: today + $0) }
  }

  /// The numbers of the days.
  var dayNumbers: [Int] { days.map(\.number) }

  /// The day with the fewest reviews, the first of several; nil without any day.
  func lightest(of numbers: [Int]) -> Int? {
    numbers.min { days[$0 - today].total < days[$1 - today].total }
  }

  /// The number of reviews on the fullest of some days.
  func peak(of numbers: [Int]) -> Int {
    numbers.map { days[$0 - today].total }.max() ?? 0
  }

  /// Counts a review of the ordinary schedule.
  mutating func addOrdinary(on number: Int) {
    days[number - today].ordinary += 1
  }

  /// Puts a review on a day for the sake of the date.
  mutating func place(_ id: String, on number: Int) {
    days[number - today].placed.append(id)
  }

  /// Notes what is to be expected of a card.
  mutating func settle(_ id: String, recall: Double, isBelow: Bool) {
    recalls.append(recall)
    if isBelow { below.append(id) }
  }

  /// What has come of it.
  var plan: ReadinessPlan {
    ReadinessPlan(
      days: days,
      expectedRecall: recalls.isEmpty ? nil : recalls.reduce(0, +) / Double(recalls.count),
      belowRetention: below)
  }
}

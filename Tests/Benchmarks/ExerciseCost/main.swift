import PortKnowledge

// Prints what an exercise of each family costs: swift run -c release exercise-cost
//
// Microseconds, as the median and the worst of 2,000 exercises on each level, and the median as a
// multiple of a fixed piece of work that is measured in the same run.

/// What the median is to stay below, in microseconds.
let aim = 100.0

func column(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

func decimal(_ number: Double) -> String {
  let tenths = Int(number * 10 + 0.5)
  return "\(tenths / 10).\(tenths % 10)"
}

let reference = ExerciseCost.reference()
print("reference: 10000 random numbers in \(decimal(reference)) microseconds")
print(
  "family" + String(repeating: " ", count: 18) + column("median", 9) + column("worst", 10)
    + column("aim", 6) + column("ratio", 8))
for family in ExerciseCatalog.families {
  let cost = ExerciseCost(of: family)
  let name = cost.family + String(repeating: " ", count: max(1, 24 - cost.family.count))
  print(
    name + column(decimal(cost.median), 9) + column(decimal(cost.worst), 10)
      + column(String(Int(aim)), 6) + column(decimal(cost.median / max(reference, 0.1)), 8)
      + (cost.median > aim ? "  over the aim" : ""))
}

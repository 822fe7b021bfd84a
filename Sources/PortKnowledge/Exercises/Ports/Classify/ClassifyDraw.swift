/// Draws numbers to classify: half of them beside a border.
struct ClassifyDraw {
  private var draw: CaseDraw

  init(_ draw: CaseDraw) {
    self.draw = draw
  }

  /// The numbers beside the borders of Linux's defaults and of IANA's ranges.
  private static let defaultBorders = [
    0, 1, 1023, 1024, 32767, 32768, 49151, 49152, 60999, 61000, 65535, 65536,
  ]

  /// How the seeds fall to borders (a card each) and other numbers (as many cards again).
  ///
  /// Two neighbouring seeds never have the same border, and of two others one is odd.
  private var card: Int {
    SeededDeck(count: 2 * Self.defaultBorders.count, salt: 0xB0_4DE4).card(seed: draw.seed)
  }

  /// A number on a machine.
  mutating func number(on machine: MachinePorts = .linuxDefaults) -> PortClassification {
    let card = card
    let borders = Self.borders(of: machine)
    return PortClassification(card < borders.count ? borders[card] : other(machine), on: machine)
  }

  /// A number and the one on the other side of its border, or just the next one.
  mutating func neighbours(
    on machine: MachinePorts = .linuxDefaults
  ) -> [PortClassification] {
    let number = number(on: machine).number
    let isFirst = PortFact.allCases.contains { $0.borders(on: machine).contains(number) }
    // The drawn number comes first, so that both sides of a border are two cases.
    return [number, isFirst ? number - 1 : number + 1].map { PortClassification($0, on: machine) }
  }

  /// As many numbers beside borders as numbers elsewhere, each only once.
  mutating func numbers(on machine: MachinePorts) -> [PortClassification] {
    let borders = draw.shuffle(Self.borders(of: machine)).prefix(7)
    var numbers = Array(borders)
    for part in Self.parts {
      let number = draw.number(in: part)
      if !numbers.contains(number) { numbers.append(number) }
    }
    return draw.shuffle(numbers).map { PortClassification($0, on: machine) }
  }

  private static func borders(of machine: MachinePorts) -> [Int] {
    guard machine != .linuxDefaults else { return defaultBorders }
    var numbers = [0]
    for fact in PortFact.allCases {
      for border in fact.borders(on: machine) {
        numbers += [border - 1, border].filter { !numbers.contains($0) }
      }
    }
    return Array(numbers.prefix(defaultBorders.count))
  }

  /// Where numbers that are no borders come from: every combination of facts is among them.
  private static let parts = [
    2...1020, 1026...9998, 10_000...32_764, 32_770...49_148, 49_154...60_996, 61_002...65_532,
  ]

  /// A number of which only the lowest bit is certain: it is the seed's.
  private mutating func other(_ machine: MachinePorts) -> Int {
    let part = draw.pick(Self.parts, else: 1026...9998)
    let known = draw.pick(Self.services(odd: draw.seed & 1 == 1), else: 8080)
    return draw.level == .easy && draw.chance(oneIn: 2)
      ? known : draw.number(in: part) & ~1 | Int(draw.seed & 1)
  }

  private static let known = ServiceTable.all.map { Int($0.port.rawValue) }.filter {
    !defaultBorders.contains($0)
  }
  private static let odd = known.filter { $0 % 2 == 1 }
  private static let even = known.filter { $0 % 2 == 0 }

  private static func services(odd isOdd: Bool) -> [Int] { isOdd ? odd : even }

  /// Settings that people really have.
  mutating func machine() -> MachinePorts {
    let ranges: [ClosedRange<PortNumber>] = [
      49152...65535, 1024...65535, 10000...65535, 32768...60999, 20000...29999,
    ]
    let starts: [PortNumber] = [0, 22, 80, 443, 1024]
    let range = draw.pick(ranges, else: 49152...65535)
    // With both defaults it would be no other machine.
    let start = draw.pick(range == 32768...60999 ? Array(starts.dropLast()) : starts, else: 80)
    return MachinePorts(ephemeral: range, unprivilegedStart: start)
  }

  /// One of the three facts.
  mutating func fact() -> PortFact { draw.pick(PortFact.allCases, else: .range) }

  /// An index, drawn as often as its weight says.
  mutating func chance(of weights: [Int]) -> Int {
    var rest = draw.number(in: 0...(weights.reduce(0, +) - 1))
    for (index, weight) in weights.enumerated() {
      if rest < weight { return index }
      rest -= weight
    }
    return 0
  }

  /// One of the elements; the fallback only where there are none.
  mutating func pick<Element>(_ elements: [Element], else fallback: Element) -> Element {
    draw.pick(elements, else: fallback)
  }

  /// The elements in another order.
  mutating func shuffle<Element>(_ elements: [Element]) -> [Element] { draw.shuffle(elements) }
}

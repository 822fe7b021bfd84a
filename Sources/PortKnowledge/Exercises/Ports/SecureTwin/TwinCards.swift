/// What is dealt: a kind of question and the row of the port table that it is about.
enum TwinCards {
  /// A kind of question.
  enum Kind {
    case chooseTwin
    case typeTwin
    case choosePlain
    case typePlain
    case place
    case successor
    case transport
    case transportTable
    case twinTable
    case tickTwins
  }

  /// A question to be asked.
  struct Card {
    let kind: Kind
    let service: Service
  }

  /// The cards of a level; each deck shows every one of them once.
  static func cards(_ level: ExerciseLevel) -> [Card] { all[level] ?? [] }

  private static let all: [ExerciseLevel: [Card]] = [
    .easy: cards(.chooseTwin, easyTwins) + cards(.choosePlain, easyTwins)
      + cards(.transport, easyTransports),
    .medium: cards(.typeTwin, easyTwins + mediumTwins) + cards(.typePlain, easyTwins)
      + cards(.place, mediumPlaces) + cards(.successor, [tcp(23)])
      + cards(.transport, mediumTransports) + cards(.transportTable, easyTransports)
      + cards(.twinTable, easyTwins),
    .hard: cards(.typeTwin, mediumTwins + hardTwins) + cards(.typePlain, mediumPlain)
      + cards(.place, hardPlaces) + cards(.successor, rows([512, 513]) + [tcp(514)])
      + cards(.transport, hardTransports) + cards(.transportTable, mediumTransports)
      + cards(.twinTable, mediumTwins) + cards(.tickTwins, mediumTwins + easyTwins),
  ]

  private static func cards(_ kind: Kind, _ services: [Service]) -> [Card] {
    services.map { Card(kind: kind, service: $0) }
  }

  // MARK: Rows

  private static func rows(_ ports: [PortNumber]) -> [Service] {
    ports.compactMap { ServiceTable.services(on: $0).first }
  }

  /// The row of a number over TCP: 514 has another one over UDP.
  private static func tcp(_ port: PortNumber) -> Service { row(port, .tcp) }

  private static let syslog = row(514, .udp)

  private static func row(_ port: PortNumber, _ transports: Service.Transports) -> Service {
    let rows = ServiceTable.services(on: port)
    return rows.first { $0.transports == transports } ?? ServiceTable.all[0]
  }

  private static let easyTwins = rows([21, 53, 80, 110, 143, 389, 587])
  private static let mediumTwins =
    rows([20, 119, 1883, 2375, 3268, 3478, 5060, 5672, 5985, 6667, 8080]) + [syslog]
  private static let hardTwins = rows([1521, 1812, 1813, 2483, 5683])
  /// Those to which exactly one port leads back.
  private static let mediumPlain =
    rows([20, 119, 1883, 2375, 3268, 3478, 5060, 5672, 5683, 5985]) + [syslog]

  private static let mediumPlaces = rows([
    22, 25, 80, 110, 143, 389, 631, 1433, 1883, 2379, 3306, 5432, 5672, 9200, 27017, 51820,
  ])
  private static let hardPlaces =
    rows([119, 512, 513, 873, 2380, 3690, 4222, 5060, 5683, 6432, 7687, 9300, 26257, 33060])
    + [tcp(514)]

  private static let easyTransports = rows([22, 25, 53, 67, 69, 80, 110, 123, 143, 161, 443, 3306])
  private static let mediumTransports =
    rows([
      68, 88, 111, 162, 179, 445, 500, 520, 546, 636, 853, 990, 1194, 1434, 1723, 1812, 1883, 3389,
      3478, 4500, 5060, 5353, 5672, 6379, 27017, 51820,
    ]) + [syslog]
  private static let hardTransports =
    rows([
      7, 13, 49, 137, 464, 502, 1900, 2152, 3260, 4460, 4789, 5349, 5683, 6343, 8125, 8600, 22000,
      25565, 27015, 33434, 47808, 64738,
    ]) + [tcp(514)]

  /// Rows of a level and of those below it, to fill tables.
  static func transports(upTo level: ExerciseLevel) -> [Service] {
    level == .hard
      ? easyTransports + mediumTransports + hardTransports
      : easyTransports + mediumTransports
  }

  /// Rows with a second port, of a level and of those below it.
  static func twins(upTo level: ExerciseLevel) -> [Service] {
    level == .hard ? easyTwins + mediumTwins + hardTwins : easyTwins + mediumTwins
  }

  /// Rows without a second port, of a level and of those below it.
  static func withoutTwin(upTo level: ExerciseLevel) -> [Service] {
    (level == .hard ? mediumPlaces + hardPlaces : mediumPlaces).filter { $0.twin == nil }
  }
}

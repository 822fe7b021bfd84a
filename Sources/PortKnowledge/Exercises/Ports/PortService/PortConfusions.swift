/// Which ports people mix up, for wrong answers that teach something.
enum PortConfusions {
  /// Ports that belong together and are taken for one another.
  private static let groups: [[PortNumber]] = [
    [20, 21, 22, 989, 990], [22, 23], [22, 2222], [21, 69], [23, 992],
    [25, 465, 587, 2525], [25, 110, 143], [110, 995], [143, 993], [993, 995],
    [80, 443, 8080, 8443], [3000, 5000, 5173, 8000, 8080], [8080, 8081, 8000, 8888],
    [53, 853, 5353, 5355], [67, 68, 546, 547], [119, 123, 563], [13, 37, 123], [7, 9, 13],
    [161, 162, 179], [389, 636, 3268, 3269], [88, 464, 749], [49, 1812, 1813],
    [111, 135, 2049], [137, 138, 139, 445], [512, 513, 514], [514, 515, 6514], [515, 631, 9100],
    [3306, 3389, 33060], [5432, 5433, 6432], [6379, 6380, 26379], [27017, 27015, 11211],
    [1433, 1434, 1521], [1521, 2483, 2484], [9200, 9300, 9042], [7000, 9042], [7474, 7687],
    [5671, 5672, 15672], [1883, 8883, 9092], [5683, 5684], [4222, 5672],
    [2375, 2376, 2377], [2379, 2380, 6443], [6443, 10250, 30000], [9090, 9093, 9100],
    [10050, 10051, 9100], [4317, 4318], [8500, 8501, 8600],
    [500, 4500, 1701, 1723], [1194, 51820, 1723], [4789, 8472, 6081], [3478, 5349],
    [5060, 5061, 5004], [5222, 5269], [194, 6667, 6697], [554, 1935, 5004],
    [3389, 5900, 5985, 5986], [6000, 6006, 6010], [5037, 5555, 5005, 9229], [1080, 3128, 9050],
    [3690, 9418], [25565, 19132], [2055, 4739, 6343], [2082, 2083, 10000], [4505, 8140],
    [2123, 2152, 3868], [520, 521, 179], [502, 102, 4840, 44818, 47808],
  ]

  /// Ports of the same field, of which one knows one and guesses the other.
  private static let kin: [[PortNumber]] = [
    [5601, 9200, 16686], [16686, 4317, 9090], [8086, 8125, 9090], [6006, 7860, 8501, 8888, 11434],
    [9222, 9229, 35729, 5500], [4200, 5173, 3000, 8000], [4444, 9222, 50000], [8200, 8500, 2379],
    [25565, 19132, 27015, 3074], [8096, 32400, 1935], [6881, 51413, 22000, 8333],
    [64738, 5060, 5004],
    [61616, 5672, 1414, 9092], [1414, 1521, 1433], [3260, 2049, 445], [548, 445, 139],
    [9000, 9001, 9090], [9443, 8443, 10443], [8009, 8080, 8081], [8140, 4505, 9090], [50051, 4317],
    [1099, 111, 135, 4369], [1494, 3389, 5938], [902, 5900, 8443], [26257, 5432, 3306],
    [5984, 27017, 6379], [8123, 9000, 9042], [1352, 143, 389], [3493, 623, 161],
    [5666, 10050, 161],
    [7946, 2377, 4789], [427, 1900, 5353], [5351, 3478, 1900], [43, 53, 79], [70, 80, 79],
    [17, 19, 13], [1, 7, 111], [113, 119, 111], [177, 6000, 69], [646, 179, 520], [540, 25, 119],
    [33434, 33060, 7], [5201, 5222], [11211, 6379], [2181, 2379, 9092], [2000, 5060],
    [4460, 123, 853], [6432, 5433], [9050, 9001], [3306, 1433, 5432],
  ]

  /// Further ports on which a service is met too, by its common name: never offered as wrong.
  private static let furtherPorts: [String: [PortNumber]] = [
    "IRC": [194, 6665, 6666, 6668, 6669],
    "VXLAN": [8472],
    "Oracle DB listener": [2483],
    "HTTP alternate": [8008],
    "Redis TLS": [6379],
  ]

  /// What may be asked for instead of one service, because two numbers are right for it.
  struct SharedTask {
    /// What the services do, in a way that fits both.
    let description: String
    /// The ports that are right beside the service's own.
    let furtherPorts: [PortNumber]
  }

  /// Tasks that are asked for instead of a service, by its port.
  ///
  /// Mail is submitted on 587 and, with TLS from the first byte, on 465 (RFC 8314 §3.3), so both
  /// are right as long as nothing is said about TLS.
  static let sharedTasks: [PortNumber: SharedTask] = [
    587: SharedTask(
      description: "SMTP submission (mail from an app to its server)", furtherPorts: [465])
  ]

  /// Ports on which one product listens at once: one is no wrong answer for the other.
  ///
  /// AirPlay on macOS takes 5000 and 7000.
  private static let ofOneProduct: [Set<PortNumber>] = [[5000, 7000]]

  /// Every port that is right for a service, its own first.
  static func acceptedPorts(of service: Service) -> [PortNumber] {
    [service.port] + (furtherPorts[service.commonName] ?? [])
  }

  /// The services with which a service is mixed up, in the order of the groups.
  static func partners(of service: Service) -> [Service] {
    (partnersByPort[service.port] ?? []).flatMap(ServiceTable.services(on:))
      + neighbours(of: service)
  }

  /// The services of the same field.
  static func kin(of service: Service) -> [Service] {
    (kinByPort[service.port] ?? []).flatMap(ServiceTable.services(on:))
  }

  private static let partnersByPort = othersByPort(groups)
  private static let kinByPort = othersByPort(kin)

  private static func othersByPort(_ groups: [[PortNumber]]) -> [PortNumber: [PortNumber]] {
    var others: [PortNumber: [PortNumber]] = [:]
    for group in groups {
      for port in group {
        let known = others[port] ?? []
        others[port] = known + group.filter { $0 != port && !known.contains($0) }
      }
    }
    return others
  }

  /// The services whose number has the same digits in another order, or one other digit.
  static func lookalikes(of service: Service) -> [Service] {
    let digits = Array(service.port.description.utf8)
    return digitsOfAll.filter { other in
      guard other.digits.count == digits.count, other.digits != digits, digits.count > 1
      else { return false }
      return zip(other.digits, digits).count(where: { $0 != $1 }) == 1
        || other.digits.sorted() == digits.sorted()
    }.map(\.service)
  }

  /// The numbers with two neighbouring digits exchanged, as one types them in a hurry.
  static func swappedDigits(of port: PortNumber) -> [PortNumber] {
    let digits = Array(port.description.utf8)
    return digits.indices.dropLast().compactMap { index in
      guard digits[index] != digits[index + 1], index > 0 || digits[1] != 0x30 else { return nil }
      var swapped = digits
      swapped.swapAt(index, index + 1)
      return PortNumber(text: String(decoding: swapped, as: UTF8.self))
    }
  }

  private static let digitsOfAll = ServiceTable.all.map {
    (service: $0, digits: Array($0.port.description.utf8))
  }

  /// The other services on the same number, over the other protocol.
  private static func neighbours(of service: Service) -> [Service] {
    ServiceTable.services(on: service.port).filter { $0.transports != service.transports }
  }

  /// Whether two rows stand for one service, so that neither is a wrong answer for the other.
  static func areSame(_ one: Service, _ other: Service) -> Bool {
    acceptedPorts(of: one).dropFirst().contains(other.port)
      || acceptedPorts(of: other).dropFirst().contains(one.port)
      || one.commonName == other.commonName
      || ofOneProduct.contains { $0.isSuperset(of: [one.port, other.port]) }
  }
}

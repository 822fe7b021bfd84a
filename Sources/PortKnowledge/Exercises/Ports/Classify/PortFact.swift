/// One of the three facts about a port number, with its possible values and why each is right or
/// wrong.
enum PortFact: String, CaseIterable {
  case range
  case privilege
  case ephemeral

  /// What a fact may be.
  enum Value: Hashable {
    case range(PortRange)
    case yes
    case no
    case noPort
  }

  /// Every value that can be offered.
  var values: [Value] {
    switch self {
    case .range: PortRange.allCases.map(Value.range) + [.noPort]
    case .privilege, .ephemeral: [.yes, .no, .noPort]
    }
  }

  /// The value that a number has.
  func value(of number: PortClassification) -> Value {
    guard let range = number.range else { return .noPort }
    return switch self {
    case .range: .range(range)
    case .privilege: number.isPrivileged ? .yes : .no
    case .ephemeral: number.isEphemeral ? .yes : .no
    }
  }

  // MARK: Words

  /// The name in a table.
  var name: String {
    switch self {
    case .range: "IANA's range"
    case .privilege: "bind() is privileged"
    case .ephemeral: "kernel may choose it"
    }
  }

  /// The name in a figure, as short as can be.
  var title: String {
    switch self {
    case .range: "IANA"
    case .privilege: "privileged"
    case .ephemeral: "may choose"
    }
  }

  /// The question about one number.
  func prompt(_ number: Int) -> String {
    switch self {
    case .range: "In which of IANA's ranges is \(number)?"
    case .privilege:
      "On Linux with its defaults: may a program of an ordinary user bind() a socket to \(number)?"
    case .ephemeral:
      "On Linux with its defaults: may the kernel choose \(number) by itself as the source port of "
        + "an outgoing connection?"
    }
  }

  /// A value as an option of that question.
  func option(_ value: Value) -> String {
    switch (self, value) {
    case (.range, .range(let range)):
      "\(range.name), also \(range.synonyms.joined(separator: " or "))"
    case (.privilege, .yes): "no, that takes CAP_NET_BIND_SERVICE"
    case (.privilege, .no): "yes, anybody may"
    case (.ephemeral, .yes): "yes, it is inside the range"
    case (.ephemeral, .no): "no, it is outside the range"
    case (_, .noPort): "no port has this number"
    default: Self.short(value)
    }
  }

  /// A value in a table.
  static func short(_ value: Value) -> String {
    switch value {
    case .range(let range): range.name
    case .yes: "yes"
    case .no: "no"
    case .noPort: "no such port"
    }
  }

  /// Why a value is right or wrong for a number.
  func explanation(of value: Value, for number: PortClassification) -> String {
    guard number.port != nil else {
      return "A port is a field of 16 bits and ends at 65535, so \(number.number) is none "
        + "(RFC 9293, section 3.1)."
    }
    if value == .noPort {
      return number.number == 0
        ? "0 is one of the 65536 numbers, although it is reserved and no service can use it."
        : "Ports are the numbers 0 to 65535, and \(number.number) is one of them."
    }
    if case .range(let range) = value { return Self.sentence(about: range, for: number) }
    return self == .privilege ? Self.privilege(number) : Self.choice(number)
  }

  private static func sentence(about range: PortRange, for number: PortClassification) -> String {
    let bounds = "\(range.bounds.lowerBound) to \(range.bounds.upperBound)"
    if number.range == range {
      let names = range.synonyms.joined(separator: " or ")
      return "\(number.number) lies in \(bounds): the \(range.name), also called \(names)."
    }
    let isAbove = number.number > Int(range.bounds.upperBound.rawValue)
    return "The \(range.name) are \(bounds); \(number.number) is \(isAbove ? "above" : "below") "
      + "them."
  }

  private static func privilege(_ number: PortClassification) -> String {
    let start = number.machine.unprivilegedStart
    if number.number == 0 {
      return "bind() to 0 lets the kernel choose a port, and anybody may ask for that."
    }
    if number.isPrivileged {
      return "\(number.number) is below \(start), the value of ip_unprivileged_port_start: bind() "
        + "takes CAP_NET_BIND_SERVICE, which root has, and fails with EACCES without it."
    }
    return number.range == .system
      ? "\(number.number) is one of IANA's System Ports, but not below \(start), the value of "
        + "ip_unprivileged_port_start: anybody may bind() to it."
      : "\(number.number) is not below \(start), the value of ip_unprivileged_port_start: anybody "
        + "may bind() to it."
  }

  private static func choice(_ number: PortClassification) -> String {
    let range = number.machine.ephemeral
    let bounds = "\(range.lowerBound) to \(range.upperBound)"
    switch (number.isEphemeral, number.range) {
    case (true, .user):
      return "\(number.number) lies in \(bounds), the value of ip_local_port_range, although IANA "
        + "counts it among the User Ports."
    case (true, _):
      return "\(number.number) lies in \(bounds), the value of ip_local_port_range."
    case (false, .dynamic):
      return "\(number.number) is one of IANA's Dynamic Ports, but outside \(bounds), the value of "
        + "ip_local_port_range, by which the kernel goes."
    case (false, _):
      return "\(number.number) lies outside \(bounds), the value of ip_local_port_range."
    }
  }

  /// The rule that decides, as a hint.
  func rule(on machine: MachinePorts) -> String {
    switch self {
    case .range: "System Ports end at 1023, User Ports at 49151, Dynamic Ports at 65535."
    case .privilege:
      "Privileged are the ports below ip_unprivileged_port_start, which is "
        + "\(machine.unprivilegedStart). Port 0 only asks for any free port."
    case .ephemeral:
      "The kernel chooses from ip_local_port_range, which is \(machine.ephemeral.lowerBound) to "
        + "\(machine.ephemeral.upperBound)."
    }
  }

  /// The first number of each part into which the numbers fall, from the second part on.
  func borders(on machine: MachinePorts) -> [Int] {
    let inner: [PortNumber] =
      switch self {
      case .range: [1024, 49152]
      case .privilege: machine.privileged.map { [1, PortNumber($0.upperBound.rawValue + 1)] } ?? []
      case .ephemeral: [machine.ephemeral.lowerBound]
      }
    let afterEphemeral = self == .ephemeral ? [Int(machine.ephemeral.upperBound.rawValue) + 1] : []
    return inner.map { Int($0.rawValue) } + afterEphemeral.filter { $0 < 65536 } + [65536]
  }
}

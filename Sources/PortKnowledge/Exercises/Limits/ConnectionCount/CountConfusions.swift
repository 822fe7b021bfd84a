/// Wrong counts of connections that people give, each with what it forgets.
struct CountConfusions {
  typealias Confusion = (value: Int, reason: String)

  let example: CountCase

  private var count: ConnectionCount { example.count }

  /// The wrong counts of a case; no number twice.
  var all: [Confusion] {
    var seen: Set<Int> = [count.most]
    return (choice + blocked + inUse + sets + ports).filter {
      $0.value > 0 && seen.insert($0.value).inserted
    }
  }

  /// The count with some of its parts changed.
  private func most(_ change: (inout ConnectionCount) -> Void) -> Int {
    var other = count
    change(&other)
    return other.most
  }

  // MARK: What is forgotten

  private var choice: [Confusion] {
    guard count.destinations > 1 else { return [] }
    switch count.choice {
    case .atBind:
      return [
        (
          most { $0.choice = .atConnect },
          "bind() chooses the port before the destination is known, so each port of an address "
            + "serves only one of the \(count.destinations) destinations."
        )
      ]
    case .atConnect:
      return [
        (
          most { $0.choice = .atBind },
          "connect() knows the destination, so one source port can serve each of the "
            + "\(count.destinations) destinations at the same time."
        )
      ]
    }
  }

  private var blocked: [Confusion] {
    guard count.blockedPorts > 0 else { return [] }
    let all = most { $0.blockedPorts = 0 }
    var result: [Confusion] = []
    if let listener = example.listener {
      result = [
        (
          all,
          "Port \(listener.port) belongs to a bound socket, so connect() never chooses it, whatever "
            + "the addresses are."
        ),
        (
          all - 1,
          "Port \(listener.port) is lost for every destination and source address, not only once."
        ),
      ]
    } else if let reserved = example.reserved {
      result = [
        (
          all,
          "The kernel never chooses reserved ports by itself: \(count.blockedPorts) fewer for each "
            + "source address."
        ),
        (
          most { $0.blockedPorts -= 1 },
          "Both ends are reserved: \(reserved.lowerBound) to \(reserved.upperBound) are "
            + "\(count.blockedPorts) ports."
        ),
        (
          all - count.blockedPorts,
          "The reserved ports are missing for every source address and every destination."
        ),
      ]
    }
    return result
  }

  private var inUse: [Confusion] {
    var result: [Confusion] = []
    if example.timeWait > 0 {
      result.append(
        (
          most { $0.inUse -= example.timeWait },
          "A connection in TIME-WAIT still holds its pair of endpoints: \(example.timeWait) fewer."
        ))
    }
    if count.inUse > 0 {
      result.append((most { $0.inUse = 0 }, "\(count.inUse) of these are taken already."))
    }
    if count.inUse > 0, count.destinations * count.sourceAddresses > 1 {
      result.append(
        (
          most { $0.inUse *= count.usesOfAPort * count.sourceAddresses },
          count.choice == .atConnect
            ? "A connection takes its port only from its own address to its own destination. For "
              + "the others the port is free."
            : "A port is taken only on the address to which it is bound."
        ))
    }
    return result
  }

  private var sets: [Confusion] {
    var result: [Confusion] = []
    if count.sourceAddresses > 1 {
      result.append(
        (
          most { $0.sourceAddresses = 1 },
          "So many from one source address. There are \(count.sourceAddresses), and each has all "
            + "the ports."
        ))
    }
    if count.destinationAddresses > 1, count.choice == .atConnect {
      result.append(
        (
          most { $0.destinationAddresses = 1 },
          "So many to one address. A source port can be used again to each of the "
            + "\(count.destinationAddresses)."
        ))
    }
    if count.destinationPorts > 1, count.choice == .atConnect {
      result.append(
        (
          most { $0.destinationPorts = 1 },
          "So many to one port of the server. Another destination port is another endpoint: times "
            + "\(count.destinationPorts)."
        ))
    }
    if count.sourceAddresses * count.destinations > 1 {
      result.append(
        (count.sourcePorts, "That is the number of ports of one address to one destination."))
    }
    return result
  }

  private var ports: [Confusion] {
    var result = [
      (
        most { $0.sourcePorts -= 1 },
        "Both ends belong to the range: \(example.ports.lowerBound) to \(example.ports.upperBound) "
          + "are \(count.sourcePorts) ports."
      )
    ]
    if example.isDefaultRange {
      result += [
        (
          65_535,
          example.areMachines
            ? "The server needs no port for each client: they all use its one. What counts are the "
              + "clients' ports."
            : "There are so many ports, but Linux chooses from 32768 to 60999 by default: "
              + "\(count.sourcePorts)."
        ),
        (
          16_384,
          "That is 49152 to 65535, IANA's dynamic ports. Linux has a range of its own: 32768 to "
            + "60999."
        ),
      ]
    } else {
      result.append(
        (
          ConnectionCount.linuxPorts,
          "That is the default range of Linux. Here the option narrows it to \(count.sourcePorts) "
            + "ports."
        ))
    }
    return result + [
      (
        1,
        "A connection takes nothing but its own pair of endpoints. Another source port makes another."
      )
    ]
  }
}

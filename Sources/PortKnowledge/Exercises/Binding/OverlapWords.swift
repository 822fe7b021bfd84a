/// Says in a sentence how the addresses of two sockets stand to each other.
struct OverlapWords {
  /// The old socket's name and address.
  let old: (name: String, local: LocalAddress)
  /// The new socket's.
  let new: (name: String, local: LocalAddress)

  /// The sentence.
  var sentence: String {
    switch AddressOverlap(old.local, new.local) {
    case .same:
      return old.local.address == new.local.address
        ? sameAsWritten
        : "\(mapped) is \(mapped.unmapped) written as an IPv6 address, so both are one address."
    case .bothWildcards:
      return ":: without IPV6_V6ONLY takes in all of IPv4 too, so it overlaps with "
        + "\(old.local.isDualStack ? new.local.address : old.local.address)."
    case .firstCoversSecond:
      return covering(old, new)
    case .secondCoversFirst:
      return covering(new, old)
    case .otherAddress:
      return otherAddress
    case .otherFamily:
      return otherFamily
    case .ipv6Only:
      return ":: with IPV6_V6ONLY stands for IPv6 addresses alone, and \(ipv4) is IPv4."
    }
  }

  private var sameAsWritten: String {
    let isWildcardPair = old.local.address == .any6 && old.local != new.local
    return isWildcardPair
      ? "Both are ::, and IPV6_V6ONLY on one of them still leaves all of IPv6 in common."
      : "Both want \(old.local.address)."
  }

  private func covering(
    _ wide: (name: String, local: LocalAddress), _ exact: (name: String, local: LocalAddress)
  ) -> String {
    let meaning: String =
      switch wide.local.address {
      case .any6 where wide.local.isDualStack: "every IPv6 and IPv4 address"
      case .any6: "every IPv6 address"
      default: "every IPv4 address"
      }
    let subject = wide.local.address
    return "\(subject) of \(wide.name) stands for \(meaning) of the machine, "
      + "\(exact.local.address) among them."
  }

  private var otherAddress: String {
    "\(old.local.address) and \(new.local.address) are two addresses, and neither is a wildcard."
  }

  private var otherFamily: String {
    let one = old.local.coversIPv4 ? old.local : new.local
    let two = old.local.coversIPv4 ? new.local : old.local
    return one.isWildcard
      ? "\(one.address) stands for IPv4 addresses alone, and \(two.address) is IPv6."
      : "\(one.address) is \(one.isIPv6 ? "an IPv4 address inside IPv6" : "IPv4"), "
        + "\(two.address) is IPv6: two addresses."
  }

  private var mapped: IPAddress {
    old.local.isIPv6 ? old.local.address : new.local.address
  }

  private var ipv4: IPAddress {
    old.local.coversIPv4 ? old.local.address : new.local.address
  }
}

/// Which of the two options a socket has that let it share a port; socket(7).
public struct ReuseOptions: OptionSet, Hashable, Sendable {
  /// The bits: 1 for SO_REUSEADDR, 2 for SO_REUSEPORT.
  public let rawValue: UInt8

  /// Options by their bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// SO_REUSEADDR.
  public static let address = ReuseOptions(rawValue: 1)
  /// SO_REUSEPORT.
  public static let port = ReuseOptions(rawValue: 2)
  /// Both of them.
  public static let both: ReuseOptions = [.address, .port]

  /// Every combination: none, each alone, both.
  public static let combinations: [ReuseOptions] = [[], .address, .port, .both]
}

extension ReuseOptions: CustomStringConvertible {
  /// `none`, `SO_REUSEADDR`, `SO_REUSEPORT` or `both`.
  public var description: String {
    switch self {
    case .address: "SO_REUSEADDR"
    case .port: "SO_REUSEPORT"
    case .both: "both"
    default: "none"
    }
  }
}

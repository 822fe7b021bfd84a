/// A service that was found, and why.
public struct ServiceMatch: Hashable, Sendable {
  /// What in the service matched; better reasons come first in a list of matches.
  public enum Reason: Int, Hashable, Sendable, CaseIterable, Comparable {
    /// Everything was asked for.
    case listed
    /// The port lies in the range asked for.
    case inRange
    /// The port is the number asked for.
    case exactNumber
    /// The port's digits begin with those asked for.
    case numberPrefix
    /// One of its names is the text asked for.
    case exactName
    /// One of its names begins with it.
    case namePrefix
    /// A word inside one of its names begins with it.
    case wordInName
    /// One of its names contains it.
    case partOfName
    /// A word of its description begins with it; a number must be the whole word.
    case wordInText

    /// Better before worse.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The service.
  public var service: Service
  /// What matched; where several words were given, the reason of the one that matched worst.
  public var reason: Reason

  /// A service and the reason.
  public init(_ service: Service, _ reason: Reason) {
    self.service = service
    self.reason = reason
  }
}

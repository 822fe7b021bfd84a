/// The port table: the services worth knowing, each with its port.
///
/// The rows are in `Table/`. Nothing of it costs anything before it is first used.
public enum ServiceTable {
  /// Every row, by port and then TCP before UDP.
  public static let all: [Service] =
    (core + interview + extendedSystem + extendedUser + extendedHigh).sorted {
      ($0.port.rawValue, $0.transports.rawValue) < ($1.port.rawValue, $1.transports.rawValue)
    }

  /// The rows of a port: several where TCP and UDP have different services, often none.
  public static func services(on port: PortNumber) -> [Service] {
    byPort[port] ?? []
  }

  private static let byPort = Dictionary(grouping: all, by: \.port)

  /// The rows of a drill group, by port.
  public static func services(in group: ServiceGroup) -> [Service] {
    all.filter { $0.groups.contains(group) }
  }
}

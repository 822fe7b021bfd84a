/// Which of several faults bind() reports: it stops at the first one that it finds.
///
/// The order is that of the checks in the kernel, `__inet_bind()` and `__inet6_bind()`; measured on
/// Linux 6.18 for TCP and UDP alike. bind(2) promises none.
public enum BindErrorOrder {
  /// The checks in the order in which they are made.
  ///
  /// AF_INET looks at the address first; AF_INET6 at the port number, and at the address only
  /// after the state of the socket.
  public static func checks(isIPv6: Bool) -> [BindFault] {
    isIPv6
      ? [.portPrivileged, .alreadyBound, .addressNotLocal, .portTaken]
      : [.addressNotLocal, .portPrivileged, .alreadyBound, .portTaken]
  }

  /// The fault that is reported; nil where there is none.
  public static func reported(of faults: Set<BindFault>, isIPv6: Bool) -> BindFault? {
    checks(isIPv6: isIPv6).first(where: faults.contains)
  }

  /// What bind() returns.
  public static func outcome(of faults: Set<BindFault>, isIPv6: Bool) -> ExperimentOutcome {
    reported(of: faults, isIPv6: isIPv6).map { .error($0.errorName) } ?? .ok
  }

  /// The faults as they come to light, where each one is mended as soon as it is reported.
  public static func reportedInTurn(_ faults: Set<BindFault>, isIPv6: Bool) -> [BindFault] {
    checks(isIPv6: isIPv6).filter(faults.contains)
  }
}

import Glibc

/// Tries a condition again and again until it holds or the time is up.
///
/// It holds as soon as the condition does, so a generous deadline costs nothing.
///
/// - Returns: Whether the condition held.
public func eventually(
  deadline: Duration = .seconds(60), _ condition: () throws -> Bool
) rethrows -> Bool {
  let end = ContinuousClock.now + deadline
  while true {
    if try condition() { return true }
    if ContinuousClock.now >= end { return false }
    _ = poll(nil, 0, 5)
  }
}

/// Tries a condition that waits itself again and again until it holds or the time is up.
///
/// - Returns: Whether the condition held.
public func eventually(
  deadline: Duration = .seconds(60), _ condition: () async throws -> Bool
) async throws -> Bool {
  let end = ContinuousClock.now + deadline
  while true {
    if try await condition() { return true }
    if ContinuousClock.now >= end { return false }
    try await Task.sleep(for: .milliseconds(10))
  }
}

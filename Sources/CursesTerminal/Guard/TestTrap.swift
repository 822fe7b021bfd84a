#if DEBUG
import Glibc

/// A way to crash on a named screen, for the tests of what happens then.
///
/// Only debug builds have it. It is the one place of this module where a process is ended on
/// purpose, by all the ways by which a program ends against its will.
public struct TestTrap: Hashable, Sendable {
  /// The variable that asks for it: `KIND@SCREEN`.
  public static let variable = "PORTSIDE_TEST_TRAP"

  /// A way to crash.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// `fatalError`.
    case fatal
    /// A number that grows past its type.
    case overflow
    /// An index outside an array.
    case index
    /// A value taken where there is none.
    case `nil`
    /// An address that is not there.
    case segv
    /// `abort`.
    case abort
    /// A function that calls itself without end.
    case recursion
    /// `fatalError` on another thread.
    case thread
    /// `exit` with the code 3, past all that would be cleaned up.
    case exit
    /// `kill -9`.
    case kill
  }

  /// How to crash.
  public let kind: Kind
  /// The screen on which.
  public let screen: String

  /// Reads `KIND@SCREEN`; nil where it is something else.
  public init?(_ text: String) {
    let parts = text.split(separator: "@", maxSplits: 1)
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])) else { return nil }
    self.kind = kind
    screen = String(parts[1])
  }

  /// What the environment asks for.
  public static var fromEnvironment: TestTrap? {
    getenv(variable).flatMap { TestTrap(String(cString: $0)) }
  }

  /// Crashes.
  public func trap() {
    // Numbers that the compiler cannot know, so that it neither warns nor removes what follows.
    let one = Int(getpid()) > 0 ? 1 : 0
    switch kind {
    case .fatal: fatalError("asked to crash")
    case .overflow: Self.use(Int.max - 1 + one + one)
    case .index: Self.use([0][one])
    case .nil:
      let nothing: Int? = one == 1 ? nil : 0
      Self.use(nothing.unsafelyUnwrapped)
    case .segv: Self.use(UnsafePointer<Int>(bitPattern: 8 * one)?.pointee ?? 0)
    case .abort: Glibc.abort()
    case .recursion: Self.use(Self.recurse(one))
    case .thread: Self.trapOnThread()
    case .exit: Glibc.exit(3)
    case .kill: Glibc.kill(getpid(), SIGKILL)
    }
  }

  @inline(never)
  private static func use(_ number: Int) {
    withExtendedLifetime(number) {}
  }

  @inline(never)
  private static func recurse(_ depth: Int) -> Int {
    // The stack ends long before the numbers do.
    depth < 0 ? depth : recurse(depth &+ 1) &+ depth
  }

  private static func trapOnThread() {
    var thread = pthread_t()
    pthread_create(&thread, nil, { _ in fatalError("asked to crash on a thread") }, nil)
    pthread_join(thread, nil)
  }
}
#endif

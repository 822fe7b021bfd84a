import Foundation

/// How many cases the kernel is asked: few by default, many where PORTSIDE_SWEEP is set.
enum KernelSweep {
  /// Whether the whole sweep was asked for.
  static let isFull = ProcessInfo.processInfo.environment["PORTSIDE_SWEEP"] != nil

  /// A number of cases, or ten times as many.
  static func count(_ few: Int) -> Int { isFull ? few * 10 : few }
}

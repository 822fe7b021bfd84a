import Demos
import Foundation
import PortKnowledge

/// What the machine has on which the kernel is asked.
enum KernelUnderTest {
  /// Whether there is a loopback address ::1.
  static let hasIPv6 = ExperimentRunner().run(Experiment(steps: [], needs: [.ipv6])).isAnswered

  /// Whether everything shall be compared, which takes minutes: PORTSIDE_SWEEP is set.
  static let isSweeping = ProcessInfo.processInfo.environment["PORTSIDE_SWEEP"] != nil
}

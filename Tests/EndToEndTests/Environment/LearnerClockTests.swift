import Foundation
import Testing
import Tutor

@testable import portside

@Suite("The learner's clock")
struct LearnerClockTests {
  @Test("agrees with Foundation's clock and zone")
  func agrees() {
    let before = Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down))
    let now = LearnerClock.system.now()
    let after = Int64((Date().timeIntervalSince1970 * 1_000).rounded(.up))
    #expect((before...after).contains(now.milliseconds))
    #expect(now.zoneOffset == TimeZone.current.secondsFromGMT())
  }
}

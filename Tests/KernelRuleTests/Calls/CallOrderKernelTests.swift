import Foundation
import Glibc
import PortKnowledge
import Testing

/// The rule about the order of calls, compared with programs that run in the kernel.
@Suite("The order of calls")
struct CallOrderKernelTests {
  private static let isSweeping = ProcessInfo.processInfo.environment["PORTSIDE_SWEEP"] != nil
  /// 600 orders by default, 6,000 where PORTSIDE_SWEEP is set.
  private static let count = isSweeping ? 6_000 : 600

  private static let serving: [CallOrder.Action] = [
    .open, .bind, .listen, .accept, .receive, .send, .close,
  ]
  private static let asking: [CallOrder.Action] = [.open, .connect, .send, .receive, .close]

  private static let orders: [CallOrder] = [
    CallOrder(.tcp, server: serving, client: asking),
    CallOrder(
      .tcp, server: [.open, .reuseAddress, .bind, .listen, .accept, .send, .receive, .close],
      client: [.open, .connect, .receive, .send, .close]),
    CallOrder(
      .tcp, server: [.open, .bind, .listen, .accept, .receive, .receiveEnd, .send, .close],
      client: [.open, .connect, .send, .shutdownWriting, .receive, .close]),
    CallOrder(
      .tcp, server: [.open, .bindToPortZero, .askPort, .listen, .accept, .receive, .close],
      client: [.open, .connect, .send, .close]),
    CallOrder(
      .tcp, server: [.open, .bind, .listen, .accept, .closeListener, .receive, .send, .close],
      client: asking),
    CallOrder(
      .tcp, server: [.open, .bind, .listen, .accept, .receive, .receiveEnd, .close],
      client: [.open, .connect, .send, .close]),
    CallOrder(.udp, server: [.open, .bind, .receive, .send], client: [.open, .send, .receive]),
  ]

  /// Another one for each run, so that rows in TIME-WAIT of the last one are not in the way: they stay
  /// for a minute, and after four the same one comes again.
  private static let network = 10 + UInt8(time(nil) % 240)

  @Test("is right exactly where the two programs run to their ends")
  func randomOrders() {
    var right = 0
    for index in 0..<Self.count {
      let seed = 0x04DE_0000 + UInt64(index)
      var random = SeededGenerator(seed: seed)
      let rule = Self.orders[index % Self.orders.count]
      let order =
        index % 3 == 0
        ? rule.comfortableOrder { $0.randomElement(using: &random) ?? 0 }
        : Self.mixed(rule, &random)
      let place = Endpoint(
        .octets(127, Self.network, UInt8(index / 250), UInt8(1 + index % 250)), 31_700)
      let broken = rule.broken(by: order)
      var runs = LiveConversation(rule, at: place).succeeds(order)
      if broken.isEmpty, !runs {
        // A busy machine may take longer than the short wait that wrong orders are given up after.
        let other = Endpoint(
          .octets(127, Self.network, UInt8(100 + index / 250), UInt8(1 + index % 250)), 31_700)
        runs = LiveConversation(rule, at: other, patience: .seconds(10)).succeeds(order)
      }
      #expect(
        runs == broken.isEmpty,
        "seed \(seed): \(order.map { "\(rule.steps[$0])" }), broken: \(broken)")
      if broken.isEmpty { right += 1 }
    }
    #expect(right > Self.count / 3 && right < Self.count, "\(right) of \(Self.count) are right")
  }

  /// Both programs in their own order, mixed at random.
  private static func mixed(_ rule: CallOrder, _ random: inout SeededGenerator) -> [Int] {
    var left = CallOrder.Side.allCases.map { side in
      rule.steps.indices.filter { rule.steps[$0].side == side }
    }
    var order: [Int] = []
    while left.contains(where: { !$0.isEmpty }) {
      let side = Int.random(in: 0...1, using: &random)
      if !left[side].isEmpty { order.append(left[side].removeFirst()) }
    }
    return order
  }
}

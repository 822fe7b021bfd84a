import Glibc
import PortKnowledge
import Practice
import Testing

@Suite("The exponential, the logarithm and powers")
struct RealFunctionsTests {
  @Test("agree with the C library to a few units in the last place", arguments: [1, 2, 3])
  func agree(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<10_000 {
      let x = Double.random(in: -700...700, using: &generator)
      #expect(units(RealFunctions.exp(x), Glibc.exp(x)) <= 2, "seed \(seed): exp \(x)")
      let small = Double.random(in: -2...2, using: &generator)
      #expect(units(RealFunctions.exp(small), Glibc.exp(small)) <= 2, "seed \(seed): exp \(small)")
      let positive = Glibc.exp(x)
      let log = RealFunctions.log(positive)
      #expect(units(log, Glibc.log(positive)) <= 2, "seed \(seed): log \(positive)")
      let near = Double.random(in: 0.5...2, using: &generator)
      #expect(units(RealFunctions.log(near), Glibc.log(near)) <= 2, "seed \(seed): log \(near)")
      let power = RealFunctions.pow(near, small)
      #expect(units(power, Glibc.pow(near, small)) <= 6, "seed \(seed): \(near)^\(small)")
    }
  }

  @Test("are exact where they should be")
  func exact() {
    #expect(RealFunctions.exp(0) == 1)
    #expect(RealFunctions.log(1) == 0)
    #expect(RealFunctions.pow(7, 0) == 1)
    #expect(RealFunctions.pow(1, 300) == 1)
    #expect(RealFunctions.log(2) == Glibc.log(2))
  }

  @Test("reach the ends of the numbers without a trap")
  func ends() {
    #expect(RealFunctions.exp(.infinity) == .infinity)
    #expect(RealFunctions.exp(709.7).isFinite)
    #expect(RealFunctions.exp(709.8) == .infinity)
    #expect(RealFunctions.exp(-745) == .leastNonzeroMagnitude)
    #expect(RealFunctions.exp(-.infinity) == 0)
    #expect(RealFunctions.exp(.nan).isNaN)
    #expect(RealFunctions.log(0) == -.infinity)
    #expect(RealFunctions.log(-1).isNaN)
    #expect(RealFunctions.log(.nan).isNaN)
    #expect(RealFunctions.log(.infinity) == .infinity)
    #expect(RealFunctions.log(.leastNonzeroMagnitude) == Glibc.log(.leastNonzeroMagnitude))
    #expect(RealFunctions.log(.greatestFiniteMagnitude) == Glibc.log(.greatestFiniteMagnitude))
  }

  /// How many numbers lie between the two.
  private func units(_ one: Double, _ other: Double) -> Double {
    one == other ? 0 : abs(one - other) / max(one.ulp, other.ulp)
  }
}

/// The exponential, the logarithm and powers of real numbers.
///
/// The standard library has none of them, and those of the C library may differ in the last bit
/// from one version or processor to the next. These use nothing but the four rules, so a replay of
/// a log gives the same bits on every machine.
package enum RealFunctions {
  /// e to the power of a number, exact to about one unit in the last place.
  ///
  /// - Parameter x: The exponent.
  /// - Returns: The power: infinite above about 709.8, and 0 below about −745.
  package static func exp(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    guard x < 710 else { return .infinity }
    guard x > -746 else { return 0 }
    // x = k · ln 2 + r with |r| ≤ ln 2 / 2; the high part of ln 2 has so few digits that k times
    // it is exact.
    let k = (x / naturalLogOf2).rounded()
    let r = (x - k * naturalLogOf2High) - k * naturalLogOf2Low
    // The series Σ rⁿ/n!, whose 15th term is below a unit in the last place. Its terms are paired so
    // that the processor works on several at once; 1 + r is added last, where it costs no precision.
    let r2 = r * r
    let r4 = r2 * r2
    let low = (1 / 2.0 + r * (1 / 6.0)) + r2 * (1 / 24.0 + r * (1 / 120.0))
    let middle =
      (1 / 720.0 + r * (1 / 5_040.0)) + r2 * (1 / 40_320.0 + r * (1 / 362_880.0))
    let high =
      (1 / 3_628_800.0 + r * (1 / 39_916_800.0))
      + r2 * (1 / 479_001_600.0 + r * (1 / 6_227_020_800.0) + r2 * (1 / 87_178_291_200.0))
    let sum = 1 + (r + r2 * (low + r4 * (middle + r4 * high)))
    return scaled(sum, exponent: Int(k))
  }

  /// The natural logarithm, exact to about one unit in the last place.
  ///
  /// - Parameter x: A number.
  /// - Returns: The logarithm: minus infinity for 0, and not a number for a negative one.
  package static func log(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x.isFinite else { return x }
    // x = 2ᵏ · m with m from √½ to √2.
    var k = Double(x.exponent)
    var m = x.significand
    if m > squareRootOf2 {
      m /= 2
      k += 1
    }
    // ln m = 2 · artanh s with s = (m − 1)/(m + 1), |s| ≤ 0.172: the series 2 Σ s²ⁿ⁺¹/(2n + 1).
    let f = m - 1
    let s = f / (2 + f)
    let z = s * s
    let z2 = z * z
    let z4 = z2 * z2
    let low = (1 / 3.0 + z * (1 / 5.0)) + z2 * (1 / 7.0 + z * (1 / 9.0))
    let middle = (1 / 11.0 + z * (1 / 13.0)) + z2 * (1 / 15.0 + z * (1 / 17.0))
    let high = (1 / 19.0 + z * (1 / 21.0)) + z2 * (1 / 23.0)
    let rest = z * (low + z4 * (middle + z4 * high))
    // 2 s = f − s f, which keeps the leading term exact.
    return k * naturalLogOf2High + (f - (s * (f - 2 * rest) - k * naturalLogOf2Low))
  }

  /// A positive number to the power of any number.
  ///
  /// The relative error is about that of ``exp(_:)`` times the size of `exponent · log(base)`.
  ///
  /// - Parameters:
  ///   - base: A number above 0.
  ///   - exponent: Any number.
  /// - Returns: The power.
  package static func pow(_ base: Double, _ exponent: Double) -> Double {
    exp(exponent * log(base))
  }

  private static let naturalLogOf2 = 0x1.62e42fefa39efp-1
  /// The first 32 bits of ln 2.
  private static let naturalLogOf2High = 0x1.62e42feep-1
  /// What is missing in them.
  private static let naturalLogOf2Low = 0x1.a39ef35793c76p-33
  private static let squareRootOf2 = 0x1.6a09e667f3bcdp0

  /// A number times a power of two, in two steps where one of them alone would leave the range.
  private static func scaled(_ x: Double, exponent: Int) -> Double {
    let half = exponent / 2
    return x * Double(sign: .plus, exponent: half, significand: 1)
      * Double(sign: .plus, exponent: exponent - half, significand: 1)
  }
}

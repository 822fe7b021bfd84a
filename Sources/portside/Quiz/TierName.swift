import ArgumentParser
import PortKnowledge

/// Which ports a quiz asks, as it is written on the command line.
enum TierName: String, CaseIterable, ExpressibleByArgument {
  case core
  case interview
  case extended

  /// The tier.
  var tier: Service.Tier {
    switch self {
    case .core: .core
    case .interview: .interview
    case .extended: .extended
    }
  }
}

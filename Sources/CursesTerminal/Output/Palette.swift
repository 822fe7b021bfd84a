import CNcurses
import TerminalUI

/// The one place where roles become colours and attributes.
///
/// The colours are the terminal's own, on its own background, so the user's theme holds. Red, the
/// colour of what is wrong, is no field's colour. What comes from the source is cold, what goes to
/// the destination is not. No bright colour is used that a light background would swallow.
struct Palette: Equatable {
  /// What a terminal can show.
  struct Abilities: Equatable {
    /// How many colours it has; 0 where none are wanted.
    var colors: Int
    /// Whether it can show text dimmed.
    var canDim: Bool
  }

  /// How one cell is drawn.
  struct Look: Equatable {
    /// The attributes of ncurses.
    var attributes: attr_t
    /// The number of the pair of colours; 0 is the terminal's own.
    var pair: Int
  }

  /// The colours in use, at the number of their pair less one.
  let foregrounds: [Int16]
  private let looks: [Look]

  /// Resolves every role for a terminal.
  init(_ abilities: Abilities) {
    var foregrounds: [Int16] = []
    let looks = Role.allCases.map { role in
      let (color, attributes) = Self.choice(role, abilities)
      guard let color else { return Look(attributes: attributes, pair: 0) }
      if !foregrounds.contains(color) { foregrounds.append(color) }
      let pair = (foregrounds.firstIndex(of: color) ?? 0) + 1
      return Look(attributes: attributes, pair: pair)
    }
    self.foregrounds = foregrounds
    self.looks = looks
  }

  /// How a style looks.
  func look(_ style: Style) -> Look {
    var look = looks[Int(style.role.rawValue)]
    if style.isBold { look.attributes |= portside_bold() }
    if style.isSelected {
      // One even bar: the colours of what stands in it would become backgrounds.
      look.pair = 0
      look.attributes = (look.attributes & ~portside_dim()) | portside_reverse()
    }
    return look
  }

  private static func choice(_ role: Role, _ abilities: Abilities) -> (Int16?, attr_t) {
    abilities.colors >= 8 ? colored(role, abilities) : monochrome(role)
  }

  private static func colored(_ role: Role, _ abilities: Abilities) -> (Int16?, attr_t) {
    // With direct colours, numbers past 7 are shades and not the terminal's bright colours.
    let hasBright = (16...256).contains(abilities.colors)
    switch role {
    case .text: return (nil, 0)
    case .dim: return abilities.canDim || !hasBright ? (nil, portside_dim()) : (8, 0)
    case .accent, .code: return (nil, portside_bold())
    case .selected: return (nil, portside_reverse())
    case .good: return (2, 0)
    case .bad: return (1, 0)
    case .caution: return (3, 0)
    case .transport: return (3, 0)
    // The plain blue is too dark to read on black.
    case .sourceAddress: return hasBright ? (12, 0) : (4, portside_bold())
    case .sourcePort: return (6, 0)
    case .destinationAddress: return (2, 0)
    case .destinationPort: return (5, 0)
    }
  }

  /// Without colours: what belongs to the destination is bold, and a port is underlined.
  private static func monochrome(_ role: Role) -> (Int16?, attr_t) {
    switch role {
    case .text, .transport, .sourceAddress: (nil, 0)
    case .dim: (nil, portside_dim())
    case .accent, .good, .bad, .caution, .code, .destinationAddress: (nil, portside_bold())
    case .selected: (nil, portside_reverse())
    case .sourcePort: (nil, portside_underline())
    case .destinationPort: (nil, portside_underline() | portside_bold())
    }
  }
}

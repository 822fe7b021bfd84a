import TerminalUI
import Testing

@testable import CursesTerminal

@Suite("The palette")
struct PaletteTests {
  private let fields: [Role] = [
    .transport, .sourceAddress, .sourcePort, .destinationAddress, .destinationPort,
  ]

  @Test(
    "The five fields have five colours, none of which means wrong", arguments: [8, 16, 88, 256])
  func fiveColors(count: Int) {
    let palette = Palette(Palette.Abilities(colors: count, canDim: true))
    let pairs = fields.map { palette.look(Style($0)).pair }
    #expect(Set(pairs).count == 5)
    #expect(!pairs.contains(0))
    #expect(!pairs.contains(palette.look(Style(.bad)).pair))
    #expect(palette.foregrounds.allSatisfy { Int($0) < min(count, 16) })
  }

  @Test("With direct colours only the eight named ones are used")
  func direct() {
    let palette = Palette(Palette.Abilities(colors: 1 << 24, canDim: false))
    #expect(palette.foregrounds.allSatisfy { $0 < 8 })
  }

  @Test("Without colours, ports differ from addresses, and source from destination")
  func monochrome() {
    let palette = Palette(Palette.Abilities(colors: 0, canDim: true))
    #expect(palette.foregrounds.isEmpty)
    let looks = fields.dropFirst().map { palette.look(Style($0)).attributes }
    #expect(Set(looks).count == 4)
    #expect(Role.allCases.allSatisfy { palette.look(Style($0)).pair == 0 })
  }

  @Test("The chosen line is one even bar", arguments: [0, 16])
  func selected(colors: Int) {
    let palette = Palette(Palette.Abilities(colors: colors, canDim: true))
    let bar = palette.look(Style(.text, isSelected: true))
    #expect(bar == palette.look(Style(.selected)))
    #expect(bar == palette.look(Style(.dim, isSelected: true)))
    for role in Role.allCases {
      let look = palette.look(Style(role, isSelected: true))
      #expect(look.pair == 0)
      #expect(look.attributes & bar.attributes == bar.attributes)
    }
  }

  @Test("What stands back is dimmed, or grey where the terminal cannot dim")
  func dim() {
    let plain = Palette(Palette.Abilities(colors: 16, canDim: false))
    #expect(plain.look(.dim).pair > 0)
    let able = Palette(Palette.Abilities(colors: 16, canDim: true))
    #expect(able.look(.dim).pair == 0)
    #expect(able.look(.dim) != able.look(.text))
  }
}

import Testing

@testable import CursesTerminal

@Suite("Where no screen can be shown")
struct TerminalErrorTests {
  private let errors: [TerminalError] = [
    .noTerminal, .unsuitable(term: ""), .unsuitable(term: "dumb"), .refused(code: 24),
  ]

  @Test("One sentence names what works without a screen")
  func sentence() {
    for error in errors {
      let text = error.description
      #expect(text.filter { $0 == "." }.count == 1 && text.hasSuffix("."))
      for command in ["learn --plain", "practice --plain", "demo --plain", "ports"] {
        #expect(text.contains(command))
      }
    }
  }

  @Test("The variable's value cannot reach the terminal as it is")
  func hostile() {
    let text = TerminalError.unsuitable(term: "x\u{1B}[2J\n").description
    #expect(text.contains("TERM=x␛[2J␊ "))
  }

  @Test("A name says whether it is UTF-8")
  func characterSets() {
    for name in ["en_US.UTF-8", "C.utf8", "UTF-8", "xx_YY.UTF-8"] {
      #expect(TerminalLocale.namesUTF8(name))
    }
    for name in ["", "C", "POSIX", "ANSI_X3.4-1968", "de_DE.ISO-8859-1"] {
      #expect(!TerminalLocale.namesUTF8(name))
    }
  }
}

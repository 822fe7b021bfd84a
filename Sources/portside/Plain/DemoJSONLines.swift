import PortKnowledge
import TerminalUI

/// Tells a demo as one JSON object a line, for programs: it neither waits nor asks.
struct DemoJSONLines: DemoTeller {
  private let console: PlainConsole

  /// A teller on a console.
  init(_ console: PlainConsole) {
    self.console = console
  }

  mutating func tell(_ event: DemoEvent) -> DemoReply {
    guard console.isOpen else { return .stop }
    console.line(DemoJSON.line(of: event))
    switch event {
    case .questionAsked: return .answer(nil)
    case .stepEnded: return .proceed
    case .demoEnded(.failed(let reason)):
      console.complain(DisplayText("The demo could not go on. \(reason)"))
      return .nothing
    default: return .nothing
    }
  }
}

import PortKnowledge
import TerminalUI
import Tutor

/// Shows what was found in the port table as lines.
struct PortListing {
  private let console: PlainConsole

  /// A listing on a console.
  init(_ console: PlainConsole) {
    self.console = console
  }

  /// Services as a table, one line each.
  func showTable(_ services: [Service]) {
    let rows = services.map {
      [
        DisplayText($0.portAndTransports), DisplayText($0.registryLabel),
        DisplayText($0.commonName), DisplayText($0.purpose),
      ]
    }
    let table = PlainTable(header: ["PORT", "IANA NAME", "SERVICE", "PURPOSE"], rows: rows)
    for line in table.lines(columns: console.columns) { console.line(line) }
  }

  /// Everything about one service.
  func showDetails(of service: Service) {
    console.say(DisplayText("\(service.portAndTransports)  \(service.commonName)"))
    say("Purpose", service.purpose)
    say("Secure", service.secureTwin.isEmpty ? "none" : service.secureTwin)
    if !service.confusion.isEmpty { say("Careful", service.confusion) }
    say("IANA", registry(service))
    say("Here", systemNames(service))
    if !service.groups.isEmpty {
      say("Group", service.groups.map(\.title).joined(separator: "; "))
    }
  }

  /// What holds for a number, whether or not a service is listed on it.
  func showFacts(of port: PortNumber) {
    for sentence in PortFacts(port).sentences { console.say(DisplayText(sentence), indent: 2) }
  }

  private func say(_ label: String, _ text: String) {
    console.say(DisplayText(text), indent: 2, label: DisplayText(label).padded(to: 9))
  }

  /// What this machine calls the port, for the service's protocols.
  private func systemNames(_ service: Service) -> String {
    let names = SystemServiceTable.names(of: service.port).filter {
      service.transports.contains($0.transport)
    }
    if names.isEmpty { return "no name in /etc/services" }
    return names.map { "\($0.name) for \(service.port)/\($0.transport.rawValue)" }
      .joined(separator: ", ") + " in /etc/services"
  }

  private func registry(_ service: Service) -> String {
    let listed = service.registryNames.joined(separator: ", ")
    if let name = service.ianaName {
      let others = service.registryNames.filter { $0 != name }
      return others.isEmpty ? name : "\(name); also \(others.joined(separator: ", "))"
    }
    if service.port == 0 { return "reserved" }
    return listed.isEmpty
      ? "nothing: this use is a habit" : "\(listed): not this use, which is a habit"
  }
}

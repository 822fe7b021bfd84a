import Demos
import Foundation
import PortKnowledge
import Sockets
import Synchronization
import TerminalUI

/// Tells a crowd of a chosen size as lines: the limits, how far it has come, and the proof.
struct CrowdLines {
  let console: PlainConsole

  /// Makes the crowd and tells about it.
  ///
  /// Ctrl-C and the other signals that end a program first reset every connection.
  func run(clients: Int) throws {
    let limits = CrowdLimits.read()
    let largest = limits.largest
    guard clients <= largest.clients else {
      throw CommandFailure(
        "\(clients) connections are too many for this machine: \(largest.because). The largest "
          + "crowd here is --clients \(largest.clients).")
    }
    let plan = CrowdPlan(clients: clients, limits: limits)
    tell(plan, limits)
    let crowd = Crowd(plan: plan, helper: [LessonsFolder.executable, "crowd-worker"])
    let stop = StopSign()
    let isOver = DispatchSemaphore(value: 0)
    let signals = EndingSignals {
      stop.set()
      isOver.wait()
    }
    defer { signals.release() }
    var told = 0
    let result: Crowd.Result?
    do {
      defer { isOver.signal() }
      result = try crowd.run { progress in
        let tenths = progress.accepted * 10 / clients
        if tenths > told {
          told = tenths
          console.line(
            DisplayText("  \(progress.connected) connected, \(progress.accepted) accepted"))
        }
        return !stop.isSet && console.isOpen
      }
    } catch {
      throw CommandFailure("the crowd could not be made: \(error)")
    }
    // A signal is about to end the program.
    guard let result else { return }
    try tell(result)
  }

  private func tell(_ plan: CrowdPlan, _ limits: CrowdLimits) {
    console.say(DisplayText("A crowd of \(plan.clients) clients on one port"))
    console.say(
      DisplayText(
        "A process may open \(limits.descriptors) descriptors here, \(limits.ephemeralPorts) ports "
          + "are ephemeral, and \(limits.memory / 1_048_576) MB of memory are free."))
    let processes = plan.shares.count
    console.say(
      DisplayText(
        (processes == 1
          ? "One process holds both ends of every connection."
          : "\(processes) processes hold both ends of the connections.")
          + " The clients use \(plan.sources) source address\(plan.sources == 1 ? "" : "es"), from "
          + "\(plan.source(of: 0)) on."))
  }

  private func tell(_ result: Crowd.Result) throws {
    let proof = result.proof
    let seconds = Double(result.microseconds) / 1_000_000
    let rate = Int(Double(proof.connections) / max(seconds, 0.000_001))
    console.say()
    console.say(
      DisplayText(
        "\(proof.connections) connections to \(result.server) in "
          + "\(Self.decimal(seconds)) s, \(rate) a second."))
    console.say(
      DisplayText(
        "The kernel's table, read once in \(proof.microseconds / 1000) ms: \(proof.connections) "
          + "rows of the server's ends, \(proof.clientRows) of the clients' ends."))
    console.say(
      DisplayText(
        "Server ports among them: \(proof.serverPorts). Source addresses: "
          + "\(proof.sourceAddresses). Different source ports: \(proof.sourcePorts)."))
    guard proof.isProven else {
      throw CommandFailure(
        "only \(proof.distinctTuples) of \(proof.connections) 5-tuples are distinct in the table.")
    }
    console.say(
      DisplayText(
        "All \(proof.distinctTuples) 5-tuples are distinct: that is all the kernel needs. One port "
          + "serves them all, and none is used up."))
    console.say("Every connection is reset now, so no TIME-WAIT stays behind.")
  }

  /// A number with two decimals.
  private static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

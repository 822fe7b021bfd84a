import ArgumentParser
import Demos

/// One process of a crowd; started by the demo and by nobody else.
struct CrowdWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crowd-worker", abstract: "Hold a part of a crowd's connections.",
    shouldDisplay: false)

  @Argument var clients: Int
  @Argument var first: Int
  @Argument var perSource: Int

  func run() throws {
    try CrowdHelper.work(clients: clients, first: first, perSource: perSource)
  }
}

import PortKnowledge

extension DemoStep {
  /// The last step of most demos: everything is closed, connections are reset, and no row is left.
  static func everythingCloses(_ conclusion: String...) -> DemoStep {
    DemoStep(
      "Everything closes",
      narration: { stage in
        guard stage.rows.contains(where: { $0.transport == .tcp && $0.remote.port != 0 }) else {
          return "All sockets are closed. Nothing is connected, so nothing stays behind."
        }
        return
          "All sockets are closed. The connections are reset instead of closed in turn (SO_LINGER "
          + "with zero seconds), so no TIME-WAIT rows stay behind."
      },
      work: { stage in
        stage.closeEverything()
        try stage.showTable(expecting: [:])
      },
      remarks: { _ in conclusion })
  }
}

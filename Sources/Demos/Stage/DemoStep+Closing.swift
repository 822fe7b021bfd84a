extension DemoStep {
  /// The last step of most demos: everything is closed, connections are reset, and no row is left.
  static func everythingCloses(_ conclusion: String...) -> DemoStep {
    DemoStep(
      "Everything closes",
      narration: { _ in
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
